"""The kind about types: what a cell is, told by its signs and not by the program's expressions."""

from __future__ import annotations

import re
from collections import Counter

from backend.proof.meaning.cells import as_text
from backend.proof.meaning.row_kinds import Rows, counted
from backend.proof.meaning.world import World
from backend.rules.mixed_types import MixedTypes

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_DAYS = frozenset({"9-9-9", "9/9/9", "9.9.9", "m 9, 9", "m 9 9", "9 m 9", "9-m-9"})
_CLOCKS = frozenset({"9:9", "9:9:9", "9:9:9.9"})
_ZONES = frozenset({"", "z", "+9", "-9", "+9:9", "-9:9"})


def mixed_types(rule: MixedTypes, world: World) -> Rows:
    """Rows with a cell of another type than the usual one of its column."""
    kept = counted(rule, world)
    types = {name: {here.row: cell_type(here.cell(name)) for here in kept} for name in rule.columns}
    tested = {row for told in types.values() for row, kind in told.items() if kind is not None}
    flagged: set[int] = set()
    for told in types.values():
        meant = {row: _meant(rule, kind) for row, kind in told.items()}
        held = {row: kind for row, kind in meant.items() if kind is not None}
        times = Counter(held.values())
        usual = max(rule.types, key=lambda kind: times[kind])
        flagged |= {row for row, kind in held.items() if kind != usual}
    return Rows(len(tested), tuple(flagged))


def _meant(rule: MixedTypes, kind: str | None) -> str | None:
    if kind is None or kind in rule.types:
        return kind
    return "text" if "text" in rule.types else None


def cell_type(cell: object) -> str | None:
    """Number, date, truth value or text; None of an empty cell and of blanks."""
    if cell is None:
        return None
    text = (cell if isinstance(cell, str) else as_text(cell)).strip().lower()  # type: ignore[arg-type]
    if not text:
        return None
    if text in ("true", "false"):
        return "truth value"
    if _is_number(text):
        return "number"
    return "date" if _is_date(text) else "text"


def _is_number(text: str) -> bool:
    if set(text) - set("0123456789.+-e"):
        return False
    try:
        float(text)
    except ValueError:
        return False
    return True


def _is_date(text: str) -> bool:
    """A day, with a time of day behind it or not."""
    for place in (len(text), *(at for at, sign in enumerate(text) if sign in "t ")):
        day, clock = text[:place], text[place + 1 :]
        if _is_day(day) and (place == len(text) or _is_clock(clock)):
            return True
    return False


def _is_day(text: str) -> bool:
    words = re.findall("[a-z]+", text)
    numbers = re.findall("[0-9]+", text)
    shape = re.sub("[0-9]+", "9", re.sub("[a-z]+", "m", text))
    if shape not in _DAYS or not text.isascii():
        return False
    if words and words[0] not in {*_MONTHS, *(month[:3] for month in _MONTHS)}:
        return False
    years = [each for each in numbers if len(each) == 4 and each[0] != "0"]
    days = [each for each in numbers if len(each) < 3 and 1 <= int(each) <= 31]
    at_an_end = (
        years[0] in (numbers[-1:] if words else (numbers[0], numbers[-1])) if years else False
    )
    return len(years) == 1 and len(years) + len(days) == len(numbers) and at_an_end


def _is_clock(text: str) -> bool:
    clock, zone = re.fullmatch("(.*?)(z|[+-].*)?", text, re.DOTALL).groups()  # type: ignore[union-attr]
    clock = re.sub(" ?[ap]m$", "", clock)
    parts = re.findall("[0-9]+", clock)
    is_clock = re.sub("[0-9]+", "9", clock) in _CLOCKS and len(parts[0]) < 3
    zone = zone or ""
    return (
        is_clock
        and all(len(part) == 2 for part in parts[1:3])
        and len(parts[3:] and parts[3]) < 10
        and re.sub("[0-9]+", "9", zone) in _ZONES
        and (not zone or _is_zone(zone))
    )


def _is_zone(text: str) -> bool:
    digits = re.findall("[0-9]+", text)
    plain = len(digits) == 1 and len(digits[0]) in (2, 4)
    return text == "z" or plain or (len(digits) == 2 and all(len(each) == 2 for each in digits))
