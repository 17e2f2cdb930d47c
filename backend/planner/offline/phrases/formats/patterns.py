"""Phrases for patterns in words: digits and letters in a row, date layouts."""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.kinds import char_class_of
from backend.rules.language.terms import (
    Constant,
    How,
    Predicate,
)
from backend.rules.phrasing import (
    Phrases,
)

phrase = Phrases()


WHOLE = "whole"
"""What a piece is that is no part of a longer run of such signs: a four-digit number."""

# Described patterns ---------------------------------------------------------------------------

_CLASSES = {
    "digit": r"\d", "letter": "[A-Za-z]", "upper-case letter": "[A-Z]", "capital letter": "[A-Z]",
    "lower-case letter": "[a-z]", "uppercase letter": "[A-Z]", "lowercase letter": "[a-z]",
    "upper case letter": "[A-Z]", "lower case letter": "[a-z]", "hexadecimal digit": "[0-9a-fA-F]",
    "hexadecimal character": "[0-9a-fA-F]", "hex digit": "[0-9a-fA-F]", "letter or digit": "[A-Za-z0-9]",
    "capital": "[A-Z]", "hex character": "[0-9a-fA-F]", "alphanumeric character": "[A-Za-z0-9]", "numeric digit": r"\d",
}  # fmt: skip
for _name, _regex in _CLASSES.items():
    *_first, _last = _name.split(" ")
    _plural = " ".join([*_first, f"{_last}s"]) if "or" not in _first else "letters or digits"
    phrase("char_class", _name, _plural)(lambda regex=_regex: regex)


@phrase(
    "char_class",
    "letter (from|between) <bare> (to|and|through) <bare>",
    "capital letter (from|between) <bare> (to|and|through) <bare>",
    "letter (from|between) <bare> (to|and|through) <bare> or <bare>",
    "letter <bare> (to|through|-) <bare>",
)
def some_letters(*ends: Constant) -> str | None:
    """A letter from A to G or T."""
    found = [str(end.value) for end in ends]
    are_alike = all(len(end) == 1 and end.isascii() and end.isalpha() for end in found)
    if not are_alike or len({end.isupper() for end in found}) > 1 or found[0] >= found[1]:
        return None
    return f"[{found[0]}-{found[1]}{''.join(found[2:])}]"


@phrase("piece", "<number> <char_class>", "exactly <number> <char_class>")
def piece(count: Constant, regex: str) -> tuple[str, str] | None:
    """So many of a class."""
    return _repeated(regex, str(count.value)) if isinstance(count.value, int) else None


@phrase(
    "piece",
    "<number> (to|-) <number> <char_class>",
    "between <number> and <number> <char_class>",
)
def piece_between(low: Constant, high: Constant, regex: str) -> tuple[str, str]:
    """From so many to so many of a class."""
    return _repeated(regex, f"{low.value},{high.value}")


@phrase("piece", "[either] <number> or <number> <char_class>")
def piece_either(one: Constant, other: Constant, regex: str) -> tuple[str, str]:
    """Two or four of a class: not three."""
    return (
        f"({_repeated(regex, str(one.value))[0]}|{_repeated(regex, str(other.value))[0]})",
        "class",
    )


@phrase("piece", "(at least|minimum) <number> <char_class>", "<number> or more <char_class>")
def piece_at_least(low: Constant, regex: str) -> tuple[str, str]:
    """At least so many of a class."""
    return _repeated(regex, f"{low.value},")


@phrase("piece", "(some|any number of|one or more|more|further) <char_class>")
def piece_some(regex: str) -> tuple[str, str]:
    """One or more of a class."""
    return _repeated(regex, "1,")


@phrase("piece", "(a|an|one|single|another) <char_class>")
def piece_one(regex: str) -> tuple[str, str]:
    """One of a class."""
    return _repeated(regex, "1")


def _repeated(regex: str, count: str) -> tuple[str, str]:
    return (regex if count == "1" else f"{regex}{{{count}}}", "class")


@phrase("piece", "[a|one|single] (dash|hyphen)", "[a|one|single] -")
def dash() -> tuple[str, str]:
    """A dash."""
    return ("-", "mark")


@phrase("piece", "[a|one|single] (dot|period|full stop|point)")
def dot() -> tuple[str, str]:
    """A dot."""
    return (r"\.", "mark")


@phrase("piece", "[a|one|single] slash", "/")
def slash() -> tuple[str, str]:
    """A slash."""
    return ("/", "mark")


@phrase("piece", "[a|one|single] (space|blank)")
def space() -> tuple[str, str]:
    """A blank."""
    return (" ", "mark")


@phrase("piece", "[a|one|single] underscore")
def underscore() -> tuple[str, str]:
    """An underscore."""
    return ("_", "mark")


@phrase("piece", "[letter|letters|prefix|text] <text>", "[a|one|single|exactly one] <sign_mark>")
def literal_piece(text: Any) -> tuple[str, str] | None:
    """A text as it stands; a bare + rather joins what is around it, and a ? ends a question."""
    if text in ("+", "?"):
        return None
    written = str(text.value) if isinstance(text, Constant) else str(text)
    plain = re.escape(written).replace(r"\-", "-").replace(r"\ ", " ").replace(r"\#", "#")
    return (plain, "mark")


@phrase("piece", "<bare>", "(letter|letters|prefix) <bare>", cost=0.1)
def literal_code(text: Constant) -> tuple[str, str] | None:
    """Capitals or digits as they stand, without quotes: INV, M-."""
    written = str(text.value)
    is_code = bool(re.fullmatch(r"[A-Z0-9]+(?:[-_/.][A-Z0-9]+)*[-+]?", written))
    is_choice = bool(re.fullmatch("[A-Z](/[A-Z])+|[A-Z]-[A-Z]", written)) and written != "N/A"
    is_shown = is_choice or bool(
        re.fullmatch(r"[0-9]+(?:[-/.][0-9]+)+", written)
    )  # 01-31-2019: an example
    return literal_piece(text) if is_code and not is_shown else None


@phrase("piece", "optionally <piece>", "an optional <piece>", "perhaps <piece>")
def optional_piece(found: tuple[str, str]) -> tuple[str, str]:
    """A piece that may be left out."""
    return (f"({found[0]})?", "class")


@phrase("piece", "optionally followed by <piece>")
def optional_tail(found: tuple[str, str]) -> tuple[str, str]:
    """…, optionally followed by a letter."""
    return optional_piece(found)


@phrase(
    "piece",
    "optionally <piece> followed by <piece>",
    "optionally followed by <piece> (and|followed by|and then|then) <piece>",
    cost=-0.4,
)
@phrase("piece", "an optional <piece> followed by <piece>", cost=0.0)
@phrase("piece", "optionally <piece> (and|and then|then|plus|with) <piece>", cost=-0.05)
def optional_pair(first: tuple[str, str], second: tuple[str, str]) -> tuple[str, str]:
    """Two pieces that may be left out together."""
    return (f"({first[0]}{second[0]})?", "class")


@phrase("piece", "<kinds>", cost=0.4)
def piece_of_kinds(found: tuple[str, ...]) -> tuple[str, str]:
    """One or more of some kinds of character."""
    return (f"{char_class_of(found)}+", "class")


@phrase("pieces", "<bare> <char_class> [separated by (dashes|hyphens)]", cost=0.0)
def grouped_digits(groups: Constant, regex: str) -> tuple[tuple[str, str], ...] | None:
    """8-4-4-4-12 hexadecimal digits: groups of so many, with dashes between."""
    counts = str(groups.value).split("-")
    if len(counts) < 2 or not all(count.isdigit() for count in counts):
        return None
    return (("-".join(f"{regex}{{{count}}}" for count in counts), "class"),)


@phrase(
    "pieces", "[an] optional <piece> [,] (followed by|and|then|and then|plus) <piece>", cost=-0.6
)
def optional_start(first: tuple[str, str], second: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """An optional dash followed by three digits: at the front, only the dash may be left out."""
    return (optional_piece(first), second)


@phrase("pieces", "<piece>")
def first_piece(found: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """One piece."""
    return (found,)


@phrase(
    "pieces",
    "<pieces> [,] (and|then|followed by|and then) <piece>",
    "<pieces> , [and|then|followed by|and then] <piece>",
)
def next_piece(
    before: tuple[tuple[str, str], ...], found: tuple[str, str]
) -> tuple[tuple[str, str], ...] | None:
    """One piece more; a semicolon ends what is said."""
    return None if found[0].strip("\\") == ";" else (*before, found)


@phrase("pieces", "<pieces> <piece>")
def piece_beside(
    before: tuple[tuple[str, str], ...], found: tuple[str, str]
) -> tuple[tuple[str, str], ...] | None:
    """Without a word between: in "a digit 7" the 7 tells which one, and stands not behind it."""
    is_named = before[-1][1] == "class" and found[1] == "mark" and re.search(r"\w", found[0])
    return None if is_named else next_piece(before, found)


@phrase(
    "adj",
    "[exactly|just] <pieces> [long|only]",
    "[exactly] <pieces> (code|codes|number|string|value|abbreviation|year|text|word)",
    "(code|number|string|text|year) (of|with) [exactly] <pieces>",
    "[written|formatted|made] (as|of|like) <pieces>",
    "(written|formatted|spelled|stored|given) [as|like|in the form|in the format] [exactly] <pieces>",
    "made up of <pieces>",
    cost=0.05,
)
@phrase(
    "verb",
    "(have|has|contain|contains) exactly <pieces>",
    "(look|looks|read|reads) like <pieces>",
    "(match|matches|follow|follows) <pieces>",
    "(have|has|follow|follows|match|matches) the (form|format|pattern) <pieces>",
)
def described(pieces: tuple[tuple[str, str], ...]) -> Predicate | None:
    """A pattern in words; marks alone are no pattern, and a number alone is no text."""
    if all(kind == "mark" for _, kind in pieces) or [kind for _, kind in pieces] == ["number"]:
        return None
    return _form(How.PATTERN, "".join(regex for regex, _ in pieces))


@phrase("verb", "(consist|consists) of [exactly|only] <pieces>", cost=0.05)
def consisting(pieces: tuple[tuple[str, str], ...]) -> Predicate | None:
    """Consists of two letters and a dash; "digits and a dash" may be in any order."""
    is_loose = all(regex.endswith("+") for regex, _ in pieces[:-1]) and pieces[-1][1] == "mark"
    return None if is_loose else described(pieces)


@phrase("verb", "_starts [exactly] <pieces>", cost=0.05)
def starts_with_pieces(pieces: tuple[tuple[str, str], ...]) -> Predicate | None:
    """A beginning in words; a name may begin with a capital that has an accent."""
    if all(kind == "mark" for _, kind in pieces):
        return None
    beginning = "".join(regex for regex, _ in pieces)
    if beginning == "[A-Z]":
        beginning = "[A-ZÀ-ÖØ-Þ]"
    rest = _bounded(pieces[-1])
    return _form(How.PATTERN, f"{beginning}({rest}(?s:.*))?" if rest else f"{beginning}(?s:.*)")


@phrase("verb", "_ends [exactly] <pieces>", cost=0.05)
def ends_with_pieces(pieces: tuple[tuple[str, str], ...]) -> Predicate | None:
    """An end in words."""
    if all(kind == "mark" for _, kind in pieces):
        return None
    before, end = _bounded(pieces[0]), "".join(regex for regex, _ in pieces)
    return _form(How.PATTERN, f"((?s:.*){before})?{end}" if before else f"(?s:.*){end}")


def _bounded(piece: tuple[str, str]) -> str:
    """What may stand beside a number of so many digits: no digit."""
    return "[^0-9]" if piece[1] == WHOLE else ""
