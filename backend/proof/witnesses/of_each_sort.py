"""Rows of several sorts, each counted by itself: as many as are asked of each, or one less."""

from __future__ import annotations

from collections.abc import Iterator

from backend.proof.witnesses.related import rows_for
from backend.proof.witnesses.scenes import Line, Setting
from backend.rules.language import terms as T
from backend.rules.language.terms import Measure
from backend.rules.language.walk import walk
from backend.rules.phrasing import both

_MOST_SORTS = 6
_MOST_OF_ONE = 200


def counted_sorts(setting: Setting, table: str) -> list[tuple[Line, int]]:
    """For each bound on a number of rows of some sort, such a row, and how many are asked."""
    found = []
    for term in walk(setting.rule):
        match term:
            case T.Compare(left=T.Aggregate() as counted, right=T.Constant(value=int(many))):
                is_sort = counted.measure is Measure.COUNT and counted.where is not None
                if is_sort and counted.table == table and not counted.keys and many > 0:
                    where = both(setting.rule.where, counted.where)
                    found.append((rows_for(setting, table, where)[0], many))
            case _:
                pass
    return found


def lacking_sorts(setting: Setting, table: str) -> Iterator[tuple[str, list[Line]]]:
    """As many of each sort as are asked; one less, and one more, of each in turn."""
    sorts = counted_sorts(setting, table)
    is_few = 2 <= len(sorts) <= _MOST_SORTS
    if not is_few or any(many > _MOST_OF_ONE for _, many in sorts):
        return
    for odd in range(len(sorts)):
        yield f"one row of sort {odd + 1} too few", _lines(sorts, odd, -1)
    yield "as many of each sort as are asked", _lines(sorts, 0, 0)
    yield "one row more of a sort", _lines(sorts, 0, 1)


def _lines(sorts: list[tuple[Line, int]], odd: int, step: int) -> list[Line]:
    return [
        line
        for place, (line, many) in enumerate(sorts)
        for _ in range(many + (step if place == odd else 0))
    ]
