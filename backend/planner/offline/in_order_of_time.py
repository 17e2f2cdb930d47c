"""Events after the one before: in the order of times, where two readings differ in that alone.

A ping that came more than ten minutes after the previous ping came after it in time, wherever the
file has it. Of rows, lines and records the order of the file is meant as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.settled import Reading
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Previous, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

_OF_FILES = frozenset({
    "row", "rows", "line", "lines", "record", "records", "entry", "entries", "file", "above",
    "below", "listed", "order", "sequence",
})  # fmt: skip


def in_order_of_time(readings: list[Reading], tokens: Sequence[Token]) -> list[Reading]:
    """The readings without those that another one has, too, but in the order of its times."""
    if len(readings) < 2 or _OF_FILES & {token.low for token in tokens}:
        return readings
    timed = [each.rule for each in readings if _reads_times_in_order(each.rule)]
    filed = [_as_filed(rule) for rule in timed]
    return [each for each in readings if each.rule in timed or each.rule not in filed]


def _reads_times_in_order(rule: Rule) -> bool:
    """Whether every row before is told by the very column that is compared."""
    found = [part for part in walk(rule) if isinstance(part, Previous)]
    is_row_by_row = isinstance(rule, BrokenRows) and bool(found)
    return is_row_by_row and all(
        isinstance(part.of, Cell) and part.order_by == part.of.column for part in found
    )


def _as_filed(rule: Rule) -> Rule:
    def change(part: Term) -> Term | None:
        return part.model_copy(update={"order_by": None}) if isinstance(part, Previous) else None

    return rewrite(rule, change)
