from __future__ import annotations

from array import array

import pytest

from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, OutcomeStatus, Program
from backend.contracts.workflow import RowDiff
from backend.executor.compare import MOST_ROWS, compare

OK = OutcomeStatus.OK


def program(table: str = "t", grain: Grain = Grain.ROWS) -> Program:
    return Program(source="", sha256="", table=table, tables=(table,), grain=grain)


def rows(*numbers: int) -> Outcome:
    return Outcome(status=OK, tested=9, rows=array("q", numbers))


def groups(*names: str) -> Outcome:
    return Outcome(status=OK, tested=9, records=tuple({"name": name} for name in names))


BY_GROUP = program(grain=Grain.GROUPS)
CASES: dict[str, tuple[Outcome, Outcome, Program, Program, RowDiff | None]] = {
    "same": (rows(1, 2), rows(1, 2), program(), program(), RowDiff()),
    "both ways": (
        rows(1, 2, 5),
        rows(2, 3, 4),
        program(),
        program(),
        RowDiff(added=2, removed=2, added_rows=(3, 4), removed_rows=(1, 5)),
    ),
    "another table shares no rows": (
        rows(1, 2),
        rows(1),
        program("t"),
        program("u"),
        RowDiff(added=1, removed=2),
    ),
    "groups by content": (
        groups("a", "b"),
        groups("b", "c"),
        BY_GROUP,
        BY_GROUP,
        RowDiff(added=1, removed=1),
    ),
    "rows became groups": (
        rows(1, 2),
        groups("b"),
        program(),
        BY_GROUP,
        RowDiff(added=1, removed=2),
    ),
    "the old one fails": (
        Outcome(status=OutcomeStatus.FAILED),
        rows(1),
        program(),
        program(),
        None,
    ),
    "the new one fails": (
        rows(1),
        Outcome(status=OutcomeStatus.FAILED),
        program(),
        program(),
        None,
    ),
}


@pytest.mark.parametrize(("before", "after", "old", "new", "diff"), CASES.values(), ids=CASES)
def test_difference(
    before: Outcome, after: Outcome, old: Program, new: Program, diff: RowDiff | None
) -> None:
    assert compare(before, after, old_program=old, new_program=new) == diff


def test_row_lists_are_cut_and_counts_are_not() -> None:
    many = rows(*range(MOST_ROWS + 5))
    diff = compare(rows(), many, old_program=program(), new_program=program())

    assert diff is not None
    assert (diff.added, len(diff.added_rows)) == (MOST_ROWS + 5, MOST_ROWS)
