"""Phrases for groups with signs between them, and for what else a written form is said to have."""

from __future__ import annotations

import re

from backend.planner.offline.canonical import has_both_cases
from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import All, Constant, How, Matches, Predicate
from backend.rules.phrasing import Phrases, all_of, any_of, not_

phrase = Phrases()
Pieces = tuple[tuple[str, str], ...]

# Groups -----------------------------------------------------------------------------------------

_WHOLE, _NUMBER = "[0-9]+", "number"
phrase.words("_groups", "groups | blocks | sets | sequences | runs | chunks | parts | sections")


@phrase("group_unit", "pairs of [two] <char_class>")
def pairs(regex: str) -> str:
    """Pairs of digits."""
    return f"{regex}{{2}}"


@phrase(
    "group_unit",
    "_groups of [exactly] <number> <char_class>",
    "_groups of <number> <char_class> each",
)
def groups_of(count: Constant, regex: str) -> str | None:
    """Groups of four digits."""
    return f"{regex}{{{count.value}}}" if isinstance(count.value, int) else None


@phrase("group_unit", "<number> <char_class> (groups|blocks|numbers|parts|chunks)")
def groups_so_long(count: Constant, regex: str) -> str | None:
    """Four-digit groups."""
    return groups_of(count, regex)


@phrase("group_unit", "(whole|natural|integer|plain) (number|numbers)", "integers", "integer")
def whole_numbers() -> str:
    """Whole numbers."""
    return _WHOLE


@phrase("group_unit", "number", "numbers", cost=0.05)
def numbers() -> str:
    """Numbers, with decimals or without."""
    return _NUMBER


@phrase("group_sign", "[single|the] <sign_mark>", "[the] <text>", "[the sign|the letter] <text>")
def group_sign(mark: object) -> str:
    """The sign between two groups."""
    return str(mark.value) if isinstance(mark, Constant) else str(mark)


@phrase(
    "group_sign", "(spaces|blanks)", "(a|one) single (space|blank)", "(a|one) (space|blank) each"
)
def blank_sign() -> str:
    """A blank."""
    return " "


phrase.words(
    "_split_by",
    "[all|each] (separated|joined|divided|split|connected|linked|parted|set apart) (by|with)",
)
phrase.words(
    "_in_between",
    "[in] between [them|each|each pair|each two|each other|the pairs|the groups|the numbers|the blocks|every two]",
)


@phrase("grouped", "<number> <group_unit> [,] _split_by <group_sign>")
@phrase("grouped", "<number> <group_unit> [,] with <group_sign> _in_between")
@phrase("grouped", "<number> <group_unit> , <group_sign> _in_between")
def grouped(count: Constant, unit: str, sign: str) -> Pieces | None:
    """Six pairs of digits with colons between them."""
    if not isinstance(count.value, int) or not 1 < count.value < 100:
        return None
    if unit == _NUMBER and re.search(r"\d", sign):
        return None
    one = _one(unit, sign)
    times = f"{{{count.value - 1}}}" if count.value > 2 else ""
    return ((f"{one}({re.escape(sign)}{one}){times}".replace(r"\ ", " "), "class"),)


def _one(unit: str, sign: str) -> str:
    """A number has no comma or point of its own where such a sign parts it from the next."""
    if unit != _NUMBER:
        return unit
    return _WHOLE if sign.strip() in (".", ",") else r"[0-9]+([.,][0-9]+)?"


for _name, _mark in (
    ("dot", "."), ("point", "."), ("colon", ":"), ("dash", "-"), ("hyphen", "-"), ("comma", ","),
    ("slash", "/"), ("space", " "), ("semicolon", ";"), ("underscore", "_"), ("period", "."),
):  # fmt: skip

    @phrase("grouped", f"<number> {_name}-separated <group_unit>")
    def separated(count: Constant, unit: str, mark: str = _mark) -> Pieces | None:
        """Three dot-separated numbers."""
        return grouped(count, unit, mark)


@phrase("pieces", "<grouped>")
def of_groups(found: Pieces) -> Pieces:
    """Groups are a form of their own, or a part of one."""
    return found


@phrase("adj", "[either] (one|a|a single|a bare) <group_unit> or <grouped>", cost=-0.3)
@phrase("adj", "[either] <grouped> or [just|only] (one|a|a single|a bare) <group_unit>", cost=-0.3)
def one_or_grouped(*found: object) -> Predicate | None:
    """Either one number or two numbers with an x between them."""
    unit = next(part for part in found if isinstance(part, str))
    pieces = next(part for part in found if isinstance(part, tuple))
    told, one = described(pieces), described(((_one(unit, ""), "class"),))
    return None if told is None or one is None else any_of(one, told)


@phrase(
    "pieces",
    "[plain] digits [,] [and|then|followed by] [a|one] [decimal] (point|dot) [,] [and|then|followed by] [exactly] <number> (decimals|decimal|decimal digits|decimal places|digits)",
    cost=-0.5,
)
def plain_amount(count: Constant) -> Pieces | None:
    """Plain digits, a point and exactly two decimals."""
    is_whole = isinstance(count.value, int) and count.value > 0
    return ((rf"[0-9]+\.[0-9]{{{count.value}}}", "class"),) if is_whole else None


phrase.words(
    "_put_with", "written | given | shown | quoted | stated | typed | entered | printed | noted"
)


@phrase(
    "adj",
    "[_put_with] (with|to) exactly <number> (decimals|decimal|decimal digits|decimal places|digits after the point|digits after the decimal point)",
    cost=0.02,
)
@phrase(
    "verb",
    "(have|has|show|shows) exactly <number> (decimals|decimal|decimal digits|decimal places|digits after the point|digits after the decimal point)",
    cost=0.02,
)
def exactly_so_many_decimals(count: Constant) -> Predicate | None:
    """Written with exactly two decimals."""
    if not isinstance(count.value, int) or count.value < 1:
        return None
    return _form(How.PATTERN, rf"[^.]*[0-9]\.[0-9]{{{count.value}}}")


# Either case --------------------------------------------------------------------------------------

phrase.words(
    "_either_case",
    "[in] (either|any) case | [in] (either|any) letter case | capital or small | capitals or small letters "
    "| small or capital | upper or lower case | lower or upper case | in upper or lower case | upper- or "
    "lower-case | in capitals or small letters | [in] capital or small letters | [in] small or capital "
    "letters | whether capital or small | case (does not matter|is irrelevant|is ignored) | capitals "
    "or not | upper case or lower case | big or small",
)
_ANY_CASE_FORMATS = (
    "uuid",
    "hex",
    "mac",
    "md5",
    "sha1",
    "sha256",
    "hex_colour",
    "email",
    "hashtag",
)


def _is_of_both_cases(told: Predicate) -> bool:
    """Whether a form takes small letters and capitals alike."""
    if not isinstance(told, Matches) or told.how not in (How.FORMAT, How.PATTERN):
        return False
    is_named = told.how == How.FORMAT and told.text in _ANY_CASE_FORMATS
    return is_named or (told.how == How.PATTERN and has_both_cases(told.text))


for _head in ("adj", "verb"):

    @phrase(_head, f"<{_head}> [,] _either_case", rf"<{_head}> \( _either_case \)", cost=0.02)
    def either_case(told: Predicate) -> Predicate | None:
        """Hexadecimal digits, capital or small: a form that both cases have, or is given both."""
        if isinstance(told, All):
            return told if all(map(_is_of_both_cases, told.parts)) else None
        if not isinstance(told, Matches):
            return None
        if told.how == How.FORMAT:
            return told if _is_of_both_cases(told) else None
        if told.how != How.PATTERN:
            return told.model_copy(update={"ignore_case": True})
        if re.search(r"\[A-Z\]|\[a-z\]|À", told.text):
            return None
        return told if has_both_cases(told.text) else told.model_copy(update={"ignore_case": True})

    # With and without a sign --------------------------------------------------------------------

    @phrase(
        _head, f"<{_head}> [,] without [any] <sign_mark> [in (it|them|between)|inside]", cost=0.1
    )
    @phrase(
        _head, f"<{_head}> [,] [and] with no <sign_mark> [in (it|them|between)|inside]", cost=0.1
    )
    @phrase(
        _head,
        f"<{_head}> [,] (without|with no|and no) [any] <sign_mark> (or|nor|and) [any] <sign_mark>",
        f"<{_head}> , no <sign_mark> [(or|nor|and) [no] <sign_mark>]",
        cost=0.1,
    )
    def without_sign(told: Predicate, *marks: str) -> Predicate | None:
        """Thirteen digits without spaces or hyphens."""
        if not _is_form(told):
            return None
        is_digits = isinstance(told, Matches) and re.fullmatch(r"\\d\{\d+\}", told.text)
        lacked = [not_(_form(How.CONTAINS, mark)) for mark in marks]
        return told if is_digits else all_of(told, *lacked)

    @phrase(
        _head,
        f"<{_head}> [,] without [any] <sign_mark> (or|and|nor) <sign_mark> [in (it|them|between)]",
        cost=0.05,
    )
    def without_signs(told: Predicate, one: str, other: str) -> Predicate | None:
        """Ten digits without blanks or hyphens."""
        found = without_sign(told, one)
        return None if found is None else without_sign(found, other)

    @phrase(
        _head, f"<{_head}> [,] [written] with [its|the|their|all] [<number>] <sign_mark>", cost=0.1
    )
    def with_sign(told: Predicate, *parts: object) -> Predicate | None:
        """A UUID written with its four hyphens."""
        mark = str(parts[-1])
        if not isinstance(told, Matches) or told.how != How.FORMAT or len(mark) != 1:
            return None
        times = parts[0].value if isinstance(parts[0], Constant) else 0
        free = f"[^{re.escape(mark)}]*"
        count = f"{{{times}}}" if times else "+"
        return all_of(told, _form(How.PATTERN, f"{free}({re.escape(mark)}{free}){count}"))


phrase.words("_as_soon_as", "once | when | after | if | with")
phrase.words(
    "_taken_out",
    "(are|is|have been|has been|being) (removed|taken out|stripped|dropped|ignored|left out|deleted|taken away) | "
    "removed | taken out | stripped | left out | ignored | dropped",
)
_COUNTED = re.compile(r"(\\d|\[[^\]]+\])\{(\d+)\}")

for _head in ("adj", "verb"):

    @phrase(_head, f"<{_head}> [,] _as_soon_as [all] [the|any] <sign_mark> _taken_out", cost=0.0)
    @phrase(
        _head,
        f"<{_head}> [,] _as_soon_as [all] [the|any] <sign_mark> and <sign_mark> _taken_out",
        f"<{_head}> [,] (not counting|ignoring|leaving out|apart from|without counting) [the|any] <sign_mark>",
        f"<{_head}> [,] (not counting|ignoring|leaving out|apart from) [the|any] <sign_mark> (and|or) <sign_mark>",
        cost=0.0,
    )
    def without_counting(told: Predicate, *marks: str) -> Predicate | None:
        """Has 13 digits once the hyphens are removed: there may be some between them."""
        found = _COUNTED.fullmatch(told.text) if isinstance(told, Matches) else None
        if found is None or not isinstance(told, Matches) or told.how != How.PATTERN:
            return None
        signs = "".join(re.escape(mark) for mark in marks).replace(r"\ ", " ")
        return _form(How.PATTERN, f"[{signs}]*({found[1]}[{signs}]*){{{found[2]}}}")


def _is_form(told: Predicate) -> bool:
    """Whether it tells how a whole text is made, of which signs may be left out."""
    return (
        isinstance(told, Matches)
        and told.how in (How.PATTERN, How.FORMAT)
        and "(?s:" not in told.text
    )


phrase.words(
    "_and_no_sign_more",
    "[,] with nothing (before|in front of|ahead of) (it|them) (or|and|nor) (after|behind) (it|them) | [,] with "
    "nothing (before or after|around|in front or behind|before or behind|in front of or behind) (it|them) | [,] "
    "[and] nothing (before or after|around|in front or behind|before or behind) [it|them] | [,] with nothing in "
    "front or behind | [,] without anything (before or after|around) [it|them] | [,] with nothing added",
)
