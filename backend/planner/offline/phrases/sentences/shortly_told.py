"""Phrases of few words: surname without digits, a valid address or nothing, state lost in two rows."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.contents import has_one_sign
from backend.planner.offline.phrases.sentences.kinds import only_kinds
from backend.planner.offline.phrases.sentences.pointed_out import valid_address
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Missing,
    Not,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    any_of,
    compare,
    not_,
    one_of,
)

phrase = Phrases()

# Without ----------------------------------------------------------------------------------------


@phrase("lacked", "<them_feature>")
@phrase("lacked", "<lacked> (,|or|and|nor|, or|, and) no <them_feature>", cost=-0.4)
def lacked(*told: Predicate) -> Predicate | None:
    """Digits or spaces: where there must be none, neither."""
    if any(isinstance(part, Not) for part in told):
        return None  # no digits, no spaces: neither is there
    return told[0] if len(told) == 1 else any_of(*told)


@phrase("lacked", "<lacked> (,|or|and|nor|, or|, and) <them_feature>", cost=-0.4)
def lacked_too(first: Predicate, told: Predicate) -> Predicate | None:
    """No digits, spaces or dots; how long a text must be is not denied with its signs."""
    parts = [part for each in (first, told) for part in walk(each)]
    return None if any(isinstance(part, Compare) for part in parts) else lacked(first, told)


@phrase("stmt", "<cell> [:] without [any|a single] <lacked>", cost=0.1)
@phrase("stmt", "<cell> : no <lacked>", "no <lacked> (in|within) <cell>", cost=0.05)
@phrase("stmt", "<cell> : free of <lacked>", "<cell> free of <lacked>", cost=0.1)
def cell_without(*parts: Any) -> Statement:
    """Surname without digits."""
    told, subject = parts if isinstance(parts[1], Cell) else parts[::-1]
    return rule(not_(about(told, subject)), subject=subject)


@phrase("verb", "(come|comes|go|goes|do|does) without [any] <lacked>", cost=0.1)
@phrase("adj", "free of [any] <lacked>", cost=0.1)
def comes_without(told: Predicate) -> Predicate:
    """Free of digits."""
    return not_(told)


@phrase("them_feature", "(exactly|only|just) one <sign_mark>", "(exactly|only|just) <one_sign>")
def one_of_them(mark: str) -> Predicate | None:
    """Exactly one @."""
    return has_one_sign(mark)


@phrase("stmt", "<cell> [:] with <them_feature>", cost=0.15)
def cell_with(subject: Value, told: Predicate) -> Statement:
    """E-mail with exactly one @."""
    return rule(about(told, subject), subject=subject)


phrase.words("_anything_but", "but | other than | except | besides | apart from | beyond | save")
phrase.words(
    "_something", "anything | something | any (character|characters|sign|signs|other characters)"
)


@phrase(
    "verb",
    "(contain|contains|hold|holds|have|has) _something _anything_but <kinds>",
    "(contain|contains|hold|holds|have|has) (other|further) characters than <kinds>",
    "(contain|contains|have|has) characters (other than|besides|that are not|which are not) <kinds>",
    cost=0.05,
)
def other_kinds(found: tuple[str, ...]) -> Predicate:
    """Contains anything but letters and digits."""
    return not_(only_kinds(found))


@phrase(
    "stmt",
    "_flag [any] <cell> [values] (containing|with|having|holding) _something _anything_but <kinds> [in (it|them)]",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag [any] <cell> [values] (containing|with|having) characters (other than|besides) <kinds>",
    cost=0.05,
)
def flag_other_kinds(subject: Value, found: tuple[str, ...]) -> Statement:
    """Flag plates containing anything but letters and digits."""
    return rule(about(only_kinds(found), subject), subject=subject)


@phrase("feature", "_something _anything_but <kinds> (in|within) [its|their] <cell>", cost=0.05)
def feature_other_kinds(found: tuple[str, ...], subject: Value) -> Predicate:
    """Anything but letters in their name."""
    return not_(about(only_kinds(found), subject))


# Or nothing -------------------------------------------------------------------------------------

phrase.words(
    "_or_none",
    "or nothing | or nothing at all | or no value [at all] | or left (empty|blank|out) | or none | or none at "
    "all | or else (nothing|empty|blank) | or simply (nothing|empty|blank) | or not at all | or (empty|blank)",
)


@phrase("stmt", "<cell> : <adj> [,] _or_none", "<cell> : (empty|blank) or <adj>", cost=0.02)
@phrase("stmt", "<cell> _must be <adj> [,] _or_none", "<cell> (empty|blank) or <adj>", cost=0.02)
def so_or_nothing(subject: Value, told: Predicate) -> Statement | None:
    """keeper_mail: an email address or nothing: empty cells break no rule anyway."""
    if isinstance(told, Missing):
        return None
    return rule(
        any_of(about(told, subject), Missing.model_validate({"of": subject})), subject=subject
    )


@phrase(
    "stmt",
    "<cell> : [a] _valid address [_or_none]",
    "<cell> [a] _valid address [_or_none]",
    cost=0.02,
)
def short_address(subject: Value) -> Statement | None:
    """keeper_mail: a valid address or nothing."""
    told = valid_address(subject)
    return None if told is None else rule(told, subject=subject)


# Values in small letters --------------------------------------------------------------------------

phrase.words("_in_small", "small letters | lower case | lowercase | lower-case letters")
phrase.words(
    "_big",
    "capital letters | capitals | upper case | uppercase | upper-case letters | block letters",
)
phrase.words(
    "_not_more",
    "nothing more | nothing else | nothing further | no more | nothing after that | nothing besides | only",
)
phrase.words("_spelled", "[all] [written|spelled|always] in")
phrase.words(
    "_as_here",
    "as written | as written here | as here | as given here | as listed | as listed here | as shown",
)
for _case, _is_so in (("_in_small", str.islower), ("_big", str.isupper)):

    @phrase("adj", f"[one of] <any_list> [,] _spelled {_case} [_as_here]", cost=-0.4)
    @phrase("adj", f"<or_list> [,] _spelled {_case} [_as_here]", cost=-0.4)
    def in_that_case(options: tuple[Constant, ...], is_so: Any = _is_so) -> Predicate | None:
        """White, red or blue, in small letters: as the values are written here."""
        is_told = all(is_so(str(option.value)) for option in options)
        return one_of(IT, options) if is_told else None


@phrase(
    "stmt",
    "<cell> [:] <or_list> [,] [spelled|written|typed] exactly (like that|like this|so|as here|that way)",
    cost=0.02,
)
@phrase(
    "stmt",
    "<cell> [:] <or_list> [,] (spelled|written|typed) (like that|like this|as here|so)",
    cost=0.02,
)
def spelled_just_so(of: Value, options: tuple[Constant, ...]) -> Statement:
    """Channel web, app or desk, spelled exactly like that."""
    return rule(one_of(of, options), subject=of)


@phrase(
    "adj",
    "<or_list> [,] (nothing more|nothing further|no more|that is all|that's all|and that is all|nothing besides|anything else is wrong)",
    cost=0.05,
)
def listed_only(options: tuple[Constant, ...]) -> Predicate:
    """Yes or no, nothing more."""
    return one_of(IT, options)


@phrase(
    "adj",
    "<pieces> [,] [and] _not_more",
    cost=0.02,
)
def pieces_only(pieces: tuple[tuple[str, str], ...]) -> Predicate | None:
    """C- and four digits, nothing more."""
    from backend.planner.offline.phrases.formats.patterns import described

    return described(pieces)


@phrase("stmt", "<cell> : <pieces>", cost=-0.3)
@phrase("stmt", "<cell> : <pieces> [,] [and] _not_more", cost=-0.8)
def laid_pieces(subject: Value, pieces: tuple[tuple[str, str], ...]) -> Statement | None:
    """card_no: C- and four digits; the pieces of a pattern are no values."""
    from backend.planner.offline.phrases.formats.patterns import described

    kinds = [kind for _, kind in pieces]
    told = described(pieces) if len(kinds) > 1 and kinds[0] == "mark" else None
    return None if told is None else rule(about(told, subject), subject=subject)


_SPELLED_OUT = "year|code|month|day|block|group|suffix|part|id"


@phrase("piece", f"[a] <number> (digit|digits) ({_SPELLED_OUT})", cost=0.02)
def digits_of(size: Constant) -> tuple[str, str] | None:
    """A four-digit year."""
    return (rf"\d{{{size.value}}}", "class") if isinstance(size.value, int) and size.value else None


@phrase("verb", "(look|looks|read|reads) like <layout>", cost=0.02)
def looks_like(layout: str) -> Predicate:
    """Looks like 2026-01-01T08:00:00Z."""
    return Matches(of=IT, how=How.FORMAT, text=f"date {layout}")


@phrase("text_value", "+ <number>", cost=0.05)
def dialled(found: Constant) -> Constant:
    """+41, as telephone numbers begin."""
    return Constant.model_validate({"value": f"+{found.value}", "reads": "text"})


# So many rows, and none twice -----------------------------------------------------------------------

phrase.words("_in_rows", "in | for | on | at | with")


@phrase("stmt", "<cell> <option> _in_rows <count_bound> <rows>", cost=0.1)
@phrase("stmt", "<count_bound> <rows> with <cell> <option>", cost=0.05)
@phrase("stmt", "<count_bound> <rows> (is|are|be) <cell> <option>", cost=0.15)
def value_in_so_many(*parts: Any) -> Statement | None:
    """State FAULT in at most one reading."""
    rows = next((part for part in parts if isinstance(part, RowSet)), None)
    cell = next((part for part in parts if isinstance(part, Cell)), None)
    value = next((part for part in parts if isinstance(part, Constant)), None)
    others = [part for part in parts if not isinstance(part, RowSet | Cell | Constant)]
    if rows is None or rows.each or cell is None or value is None or len(others) != 1:
        return None
    return statement(about(others[0], count(rows.that(compare(cell, "==", value)))))


phrase.words(
    "_never_again",
    "never (repeat|repeats|recur|recurs|occur together twice|come back|comes back|reappear) | (do|does|must|"
    "may|should) not (repeat|recur|come back) | must not occur together twice | occur together only once | "
    "never occurs twice | occurs only once | never occurs again | never occur again",
)


@phrase(
    "stmt",
    "[combination of] <and_cells> _never_again [as a (combination|pair|whole|triple|set)]",
    cost=0.05,
)
@phrase("stmt", "<cell> _never_again", "<cell> : _never_again", cost=0.05)
@phrase(
    "stmt",
    "no <cell> (appears|occurs|is used|comes up|stands|is found) (in two|in more than one|in several) (rows|records|lines|places)",
    cost=0.05,
)
@phrase("stmt", "no <cell> is used by (two|more than one|several) <noun>", cost=0.2)
def never_again(key: Any, *rows: RowSet) -> Statement | None:
    """Plate, lane and time never repeat as a combination."""
    found = rows[0] if rows else RowSet()
    return None if found.where is not None else unique_among(found, key)
