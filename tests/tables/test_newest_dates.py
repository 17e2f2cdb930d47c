"""The newest date that a run leaves of a column is the one that programs read."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.history import DAYS_SINCE_NEWEST, Part, TableMeasures
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.told_measures import told_days
from backend.tables.measures import measure_table
from backend.tables.snapshot import snapshot_tables


def measured(folder: Path, cells: tuple[str, ...], *asked: str) -> TableMeasures:
    workspace = Workspace(folder)
    workspace.data.mkdir(parents=True)
    lines = "".join(f'{number},"{cell}"\n' for number, cell in enumerate(cells))
    (workspace.data / "t.csv").write_text(f"id,x\n{lines}")
    schema = snapshot_tables(workspace, Schema())
    assert not schema.problems
    return measure_table(workspace, schema.tables["t"], [Part(of=name) for name in asked])


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        (("2026-11-03", "2026-11-09", "2026-10-30"), "2026-11-09"),
        (("30.11.2026", "01.12.2026", ""), "2026-12-01"),
        (("2026-11-03 23:59:59", "2026-11-03 00:00:01"), "2026-11-03"),
        (("2026-11-03T23:30:00-02:00", "2026-11-02T00:00:00+00:00"), "2026-11-04"),
        (("", ""), None),
        (("2026-11-03", "2026-11-04", "soon"), None),
        (("3", "4"), None),
    ],
)
def test_the_newest_day_of_a_column(tmp_path: Path, cells: tuple[str, ...], day: str) -> None:
    [newest] = measured(tmp_path / "base", cells, "x").newest

    assert (newest.of, newest.day) == ("x", day)


def test_it_is_kept_where_it_is_asked_for(tmp_path: Path) -> None:
    assert measured(tmp_path / "one", ("2026-11-03",)).newest == ()
    assert measured(tmp_path / "two", ("2026-11-03",), "gone").newest == ()


def test_days_are_told_from_the_run_that_saw_it(tmp_path: Path) -> None:
    run = measured(tmp_path / "base", ("2026-11-03", "2026-10-30"), "x", "id")

    assert list(told_days(run, "2026-11-05")) == [("x", DAYS_SINCE_NEWEST, "", 2)]
    assert list(told_days(run, "2026-11-01")) == [("x", DAYS_SINCE_NEWEST, "", -2)]
