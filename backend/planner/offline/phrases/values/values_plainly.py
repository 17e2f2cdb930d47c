"""Phrases for values told in plain words: a time like '7:16 a.m.', a number with % behind it."""

from __future__ import annotations

import re

from backend.planner.offline.own_formats import OWN
from backend.planner.offline.phrases.formats.pieces_told import Piece
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.formats.texts_choices import times_shown
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.words import parts_of
from backend.rules.language.terms import Cell, Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, compare, number

phrase = Phrases()

# Times by example ---------------------------------------------------------------------------------

_HALF_DAYS = {
    "a.m.": r"[ap]\.m\.",
    "p.m.": r"[ap]\.m\.",
    "am": "[ap]m",
    "pm": "[ap]m",
    "AM": "[AP]M",
    "PM": "[AP]M",
}


@phrase("time_shown", "<text>", cost=0.0)
def quoted_time(example: Constant) -> str | None:
    """'7:16 a.m.': a time of twelve hours, with its blank or without."""
    found = re.fullmatch(
        r"(1[0-2]|[1-9]):[0-5]\d( ?)(a\.m\.|p\.m\.|am|pm|AM|PM)", str(example.value)
    )
    if found is None:
        return None
    return f"(1[0-2]|0?[1-9]):[0-5][0-9]{found[2]}{_HALF_DAYS[found[3]]}"


@phrase("two_times_shown", "<time_shown> (or|and) <time_shown>")
@phrase(
    "two_times_shown", "<time_shown> (or|and) <other_time>", "<other_time> (or|and) <time_shown>"
)
def two_times_shown(*found: str) -> str:
    """'7:16 a.m.' or '12:55 p.m.': of one shape, or of either."""
    return times_shown(*found)


phrase.words(
    "_written_like",
    "(written|given|entered|typed|noted|recorded|spelled|stored|shown|put|put down) (like|as|as in) [times such as] | "
    "(of|in) (form|format|style|way|shape) [of]",
)
phrase.words(
    "_looks_so",
    "(look|looks|read|reads|be written|is written|are written|be given|be entered|be typed) like",
)


@phrase("adj", "_written_like <two_times_shown>", cost=-0.8)
@phrase("verb", "_looks_so <two_times_shown>", cost=-0.8)
@phrase(
    "verb",
    "(have|has|follow|follows) (form|format|pattern|style) [of|like] <two_times_shown>",
    cost=-0.8,
)
@phrase(
    "adj",
    "(time|times) [of day] (like|written like|of the form|in the form) <two_times_shown>",
    cost=-0.8,
)
@phrase("adj", "_written_like <times_shown>", cost=-0.3)
@phrase("verb", "_looks_so <times_shown>", cost=-0.3)
@phrase(
    "verb",
    "(have|has|follow|follows) (form|format|pattern|style) [of|like] <times_shown>",
    cost=-0.3,
)
@phrase(
    "adj",
    "(time|times) [of day] (like|written like|of the form|in the form) <times_shown>",
    cost=-0.3,
)
def time_like(regex: str) -> Predicate:
    """Written like '7:16 a.m.' or '12:55 p.m.'."""
    return _form(How.PATTERN, regex)


# A number with a sign behind it -------------------------------------------------------------------

phrase.words(
    "_right_behind",
    "(followed|ended|closed) (directly|immediately|at once|straight) by | (directly|immediately) (followed|ended) by | and "
    "(directly|right|immediately) (behind|after) it | with no (space|blank) before",
)


@phrase("pieces", "<number_piece> [,] _right_behind <piece>")
def number_then(number: Piece, found: Piece) -> tuple[Piece, ...] | None:
    """A whole number from 0 to 100 followed directly by a % sign."""
    return (number, found) if found[1] == "mark" else None


# The check digit ----------------------------------------------------------------------------------

phrase.words(
    "_is_right_digit",
    "be (right|correct|valid|ok|okay|in order|as it should be|the right one) | fit | add up | match | agree | check out",
)
phrase.words("_according_to", "according to | by | under | as per | after | with | from")


@phrase("digit_must", "_must _is_right_digit [,|:] _according_to <check_told>")
@phrase("digit_must", r"_must _is_right_digit \( [_according_to] <check_told> \)")
@phrase("digit_must", r"_must _is_right_digit (,|:|-|–) [i.e.|that is] <check_told>")
def digit_must(among: tuple[str, ...]) -> Predicate | None:
    """Must be right (Luhn check)."""
    return _form(How.FORMAT, "luhn") if "luhn" in among else None


@phrase(
    "stmt", "[last|final] _check_digit (of|in|for|at the end of) [_each|any|a] <cell> <digit_must>"
)
@phrase("stmt", "[_each|any|a] <cell> _check_digit <digit_must>", cost=0.05)
@phrase(
    "stmt",
    "(where|if|when|wherever|whenever) [a|any|the] <cell> _is_so_given [,] [then] (its|the|their) _check_digit <digit_must>",
)
def digit_is_right(of: Value, told: Predicate) -> Statement:
    """Where a card number is given, its check digit must be right (Luhn check)."""
    return rule(about(told, of), subject=of)


@phrase("verb", r"_bears_check <right_digit> \( [_according_to] <check_told> \)", cost=-0.1)
@phrase("verb", "_bears_check <right_digit> _according_to <check_told>", cost=-0.1)
def bears_right_digit(digit: Predicate, among: tuple[str, ...]) -> Predicate | None:
    """Has a valid check digit (Luhn)."""
    is_own = isinstance(digit, Matches) and digit.text == OWN
    return _form(How.FORMAT, "luhn") if is_own and "luhn" in among else None


# None of what is counted --------------------------------------------------------------------------


@phrase("rowvp", "(have|has) no <cell> [left|any more|anymore|at all|whatsoever]", cost=0.1)
@phrase("rowvp", "(have|has) (zero|0) <cell>", cost=0.1)
def has_none(of: Value) -> Predicate | None:
    """Has no units in stock: of a header that begins with what is counted, none is 0."""
    parts = parts_of(of.column) if isinstance(of, Cell) else ()
    first = parts[0].lower() if len(parts) > 1 else ""
    is_counted = len(first) > 3 and first.endswith("s") and not first.endswith(("ss", "us", "is"))
    is_counted = is_counted and parts[1].lower() not in ("to", "by", "from", "for", "via")
    return compare(of, "==", number(0)) if is_counted else None


# A range without "from" ---------------------------------------------------------------------------


@phrase("must_do", "(may|can) [only] be <number> (to|through|up to) <number>", cost=0.05)
def may_be_between(low: Constant, high: Constant) -> Predicate | None:
    """May be 1 to 5."""
    is_range = isinstance(low.value, int | float) and isinstance(high.value, int | float)
    if not is_range or not low.value < high.value:  # type: ignore[operator]
        return None
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))


phrase.widen(
    "_wrong",
    "pointless | meaningless | absurd | senseless | without sense",
)
