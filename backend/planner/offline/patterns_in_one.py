"""Claims about one text that a single pattern says: 13 digits, and the first two are 40.

What a pattern shows anyway is not said again: a plus sign and digits have no blanks among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any as Parsed

from backend.rules.language.terms import All, How, Matches, Not, Predicate
from backend.rules.phrasing import all_of

_ANY, _ONE = r"\(\?s:\.\*\)", r"\(\?s:\.\)"
_UNIFORM = re.compile(r"(\\d|\[[^\]^]+\])\{(\d+)(?:,(\d+))?\}")
_AT_START = re.compile(rf"((?:{_ONE})*)\(?([A-Za-z0-9|]+)\)?{_ANY}")
_AT_END = re.compile(rf"{_ANY}\(?([A-Za-z0-9|]+)\)?((?:{_ONE})*)")
_HOLDS = re.compile(rf"{_ANY}(\\d|\[[^\]^]+\]){_ANY}")


def in_one_pattern(part: All) -> Predicate | None:
    """The same with fewer patterns; None if there is nothing to join or to leave out."""
    found = part.parts
    while (fewer := next(_fewer(found), None)) is not None:
        found = fewer
    return all_of(*found) if len(found) < len(part.parts) else None


def _fewer(parts: tuple[Predicate, ...]) -> Iterator[tuple[Predicate, ...]]:
    for at, told in enumerate(parts):
        if not isinstance(told, Matches) or told.how != How.PATTERN or told.ignore_case:
            continue
        for other, also in enumerate(parts):
            joined = None if other == at else _joined(told, also)
            if joined is not None:
                kept = (
                    joined if each == at else one for each, one in enumerate(parts) if each != other
                )
                yield tuple(kept)


def _joined(told: Matches, also: Predicate) -> Matches | None:
    """The first claim with the second in it, where one pattern can say both."""
    inner = also.part if isinstance(also, Not) else also
    if not isinstance(inner, Matches) or inner.of != told.of or inner.ignore_case:
        return None
    if isinstance(also, Not):
        return told if _lacks(told.text, inner) else _without_first(told, inner)
    return _at_its_place(told, inner)


# What a pattern has not -----------------------------------------------------------------------


def _lacks(pattern: str, inner: Matches) -> bool:
    """Whether no text of the pattern holds what the claim is about."""
    if inner.how == How.CONTAINS and len(inner.text) == 1:
        return not _may_hold(sre_parser.parse(pattern), inner.text)
    held = _HOLDS.fullmatch(inner.text) if inner.how == How.PATTERN else None
    if held is None:
        return False
    signs = [chr(code) for code in range(0x250) if re.fullmatch(held[1], chr(code))]
    parsed = sre_parser.parse(pattern)
    return bool(signs) and not any(_may_hold(parsed, sign) for sign in signs)


def _may_hold(items: Parsed, sign: str) -> bool:
    """Whether a sign may be in a text of a parsed pattern; what is not understood may hold it."""
    for code, value in items:
        if code is sre.LITERAL:
            holds = value == ord(sign)
        elif code is sre.IN:
            holds = _takes(value, sign)
        elif code in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.SUBPATTERN):
            holds = _may_hold(value[-1], sign)
        elif code is sre.BRANCH:
            holds = any(_may_hold(branch, sign) for branch in value[1])
        else:
            holds = True
        if holds:
            return True
    return False


def _takes(parts: Parsed, sign: str) -> bool:
    for code, value in parts:
        is_plain = code in (sre.LITERAL, sre.RANGE) or (code, value) == (
            sre.CATEGORY,
            sre.CATEGORY_DIGIT,
        )
        if not is_plain or (code is sre.LITERAL and value == ord(sign)):
            return True
        if code is sre.RANGE and value[0] <= ord(sign) <= value[1]:
            return True
        if code is sre.CATEGORY and sign.isdigit():
            return True
    return False


# What stands at a place -------------------------------------------------------------------------


def _at_its_place(told: Matches, inner: Matches) -> Matches | None:
    """So many signs of one class, with what the first or the last of them are."""
    run, place = _UNIFORM.fullmatch(told.text), _place(inner)
    if run is None or place is None:
        return None
    is_first, skipped, options = place
    kept = [text for text in options if re.fullmatch(f"(?:{run[1]})+", text, re.ASCII)]
    sizes = {len(text) for text in options}
    least, most = int(run[2]), int(run[3] or run[2])
    if not kept or len(sizes) > 1 or skipped + (size := sizes.pop()) > least:
        return None
    middle = f"({'|'.join(kept)})" if len(kept) > 1 else kept[0]
    aside = _times(run[1], skipped, skipped)
    rest = _times(run[1], least - skipped - size, most - skipped - size)
    text = f"{aside}{middle}{rest}" if is_first else f"{rest}{middle}{aside}"
    return told.model_copy(update={"text": text})


def _place(inner: Matches) -> tuple[bool, int, list[str]] | None:
    if inner.how in (How.STARTS, How.ENDS):
        is_plain = re.fullmatch("[A-Za-z0-9]+", inner.text) is not None
        return (inner.how == How.STARTS, 0, [inner.text]) if is_plain else None
    if inner.how != How.PATTERN:
        return None
    if first := _AT_START.fullmatch(inner.text):
        return True, len(first[1]) // len("(?s:.)"), first[2].split("|")
    if last := _AT_END.fullmatch(inner.text):
        return False, len(last[2]) // len("(?s:.)"), last[1].split("|")
    return None


def _times(regex: str, least: int, most: int) -> str:
    if most == 0:
        return ""
    if least == most:
        return regex if least == 1 else f"{regex}{{{least}}}"
    return f"{regex}{{{least},{most}}}"


def _without_first(told: Matches, inner: Matches) -> Matches | None:
    """So many digits, of which the first, or the last, is another than one digit."""
    run = re.fullmatch(r"\\d\{(\d+)\}", told.text)
    is_digit = len(inner.text) == 1 and inner.text in "0123456789"
    if run is None or inner.how not in (How.STARTS, How.ENDS) or not is_digit:
        return None
    others = "[" + "".join(digit for digit in "0123456789" if digit != inner.text) + "]"
    others = {"[123456789]": "[1-9]"}.get(others, others)
    rest = _times(r"\d", int(run[1]) - 1, int(run[1]) - 1)
    text = f"{others}{rest}" if inner.how == How.STARTS else f"{rest}{others}"
    return told.model_copy(update={"text": text})
