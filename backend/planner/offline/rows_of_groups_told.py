"""All rows of a group that fails, where a table is named as its groups: rows, and no groups."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.settled import Reading
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate
from backend.rules.language.walk import walk

_ALL = frozenset({"all", "every", "each", "any"})
_ROWS = frozenset({"row", "rows", "record", "records", "line", "lines"})


def rows_of_groups_told(readings: list[Reading], tokens: Sequence[Token]) -> list[Reading]:
    """The readings without that of the groups, where one flags all rows of these."""
    groups = [each.rule for each in readings if isinstance(each.rule, FailingMetrics)]
    if len(readings) != 2 or len(groups) != 1 or not _tells_of_all_rows(tokens):
        return readings
    rows = [each for each in readings if _is_within(each, groups[0].by)]
    return rows if len(rows) == 1 else readings


def _tells_of_all_rows(tokens: Sequence[Token]) -> bool:
    """Whether it says "all rows of"."""
    lows = [token.low for token in tokens]
    return any(
        one in _ALL and two in _ROWS and three == "of"
        for one, two, three in zip(lows, lows[1:], lows[2:], strict=False)
    )


def _is_within(reading: Reading, by: tuple[str, ...]) -> bool:
    found = [part for part in walk(reading.rule) if isinstance(part, Aggregate)]
    is_of_rows = isinstance(reading.rule, BrokenRows) and bool(found)
    return is_of_rows and all(part.by == by for part in found)
