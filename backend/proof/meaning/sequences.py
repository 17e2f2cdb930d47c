"""Numbers that run without a gap: row by row, within groups, or between their ends."""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.proof.meaning.row_kinds import counted, filled, grouped, number
from backend.proof.meaning.unknowns import unknown
from backend.proof.meaning.world import Here, World


class Sequence(NamedTuple):
    """What a sequence shows: rows out of it, or how many numbers it misses."""

    tested: int
    rows: tuple[int, ...] | None
    failing: int | None


def sequence_gaps(rule: Any, world: World) -> Sequence:
    """Rows that do not follow, or rows of a run with a gap, or the numbers between that miss."""
    kept = filled(counted(rule, world), rule.own_columns())
    if rule.way == "between":
        return Sequence(len(kept), None, _missing(rule.column, kept))
    judges = {"in-order": _out_of_order, "complete": _incomplete}
    if rule.way not in judges:
        raise unknown("way to count on", rule.way)
    flagged: list[int] = []
    for run in grouped(kept, rule.by).values():
        numbers = [whole(here, rule.column) for here in run]
        wrong = judges[rule.way](numbers, rule.start)
        flagged += [here.row for here, is_wrong in zip(run, wrong, strict=True) if is_wrong]
    return Sequence(len(kept), tuple(sorted(flagged)), None)


def whole(here: Here, column: str) -> int | None:
    """A cell as a whole number; None where it is none."""
    found = number(here, column)
    return int(found) if found is not None and found == found // 1 else None


def _out_of_order(numbers: list[int | None], start: int | None) -> list[bool]:
    """What follows a cell that is no whole number is not flagged for it."""
    wrong = []
    for place, found in enumerate(numbers):
        before = numbers[place - 1] if place else None
        if found is None:
            wrong.append(True)
        elif place == 0:
            wrong.append(start is not None and found != start)
        else:
            wrong.append(before is not None and found != before + 1)
    return wrong


def _incomplete(numbers: list[int | None], start: int | None) -> list[bool]:
    """All rows of a run are wrong together: it misses or repeats a number, or starts elsewhere."""
    there = sorted(each for each in numbers if each is not None)
    first = start if start is not None else (there[0] if there else 0)
    is_whole = len(there) == len(numbers) and there == list(range(first, first + len(there)))
    return [not is_whole] * len(numbers)


def _missing(column: str, kept: list[Here]) -> int:
    found = [whole(here, column) for here in kept]
    there = {each for each in found if each is not None}
    gaps = max(there) - min(there) + 1 - len(there) if there else 0
    return gaps + found.count(None)
