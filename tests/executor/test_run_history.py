"""Which earlier runs count, what programs are given of them, and what a run leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.history import history_of, is_history, source_of
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.run_history import MOST_RUNS, RunHistory
from backend.executor.table_files import TableFiles
from backend.store.profiles import append_profiles, read_profiles
from backend.tables.cached_tables import prune
from backend.tables.columnar import read_frame
from backend.tables.snapshot import snapshot_tables


class Runs:
    """Runs over one table of so many rows."""

    def __init__(self, folder: Path) -> None:
        self.workspace = Workspace(folder)
        self.workspace.data.mkdir()

    def history(self, as_of: str, rows: int) -> RunHistory:
        text = "".join(f"{n},a\n" for n in range(rows))
        (self.workspace.data / "t.csv").write_text(f"id,x\n{text}")
        self.schema = snapshot_tables(self.workspace, Schema())
        return RunHistory(self.workspace, self.schema, as_of)

    def run(self, as_of: str, rows: int) -> list[int]:
        """The rows of the runs that this one is compared with, the last first."""
        history = self.history(as_of, rows)
        found = [each.measures.rows for each in history.past("t")]
        assert history.leave(f"{as_of}/{rows}") == ()
        return found


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path)


def test_the_first_run_has_no_past(runs: Runs) -> None:
    assert runs.run("2026-11-01", 3) == []


def test_a_run_that_is_repeated_has_the_same_past(runs: Runs) -> None:
    runs.run("2026-11-01", 3)

    assert [runs.run("2026-11-02", 5) for _ in range(3)] == [[3]] * 3
    assert runs.run("2026-11-03", 4) == [5, 3]


def test_a_day_without_new_data_is_a_run_of_its_own(runs: Runs) -> None:
    for day in ("01", "02", "03"):
        runs.run(f"2026-11-{day}", 3)

    assert runs.run("2026-11-04", 3) == [3, 3, 3]
    lines = read_profiles(runs.workspace).profiles
    assert [bool(line.measures) for line in lines] == [True, False, False, False]


def test_runs_of_one_day_over_other_data_are_compared(runs: Runs) -> None:
    assert [runs.run("2026-11-01", rows) for rows in (3, 5, 3, 3)] == [[], [3], [5, 3], [5, 3]]


def test_a_run_of_an_earlier_day_does_not_see_later_ones(runs: Runs) -> None:
    runs.run("2026-11-01", 3)
    runs.run("2026-11-05", 9)

    assert runs.run("2026-11-03", 4) == [3]
    assert runs.run("2026-11-06", 8) == [9, 4, 3]


def test_days_are_counted_from_the_day_of_the_run(runs: Runs) -> None:
    runs.run("2026-10-31", 3)
    history = runs.history("2026-11-02", 4)
    frame = read_frame(history.table_file("t/history"))
    rows = frame[frame["measure"] == "rows"]

    assert rows[["run", "days_ago", "as_of", "number"]].values.tolist() == [
        [1, 2, "2026-10-31", 3.0]
    ]


def test_only_the_last_run_of_a_day_is_kept_beyond_a_hundred(runs: Runs) -> None:
    runs.run("2026-01-01", 1)
    runs.run("2026-01-01", 2)
    [line, *_] = read_profiles(runs.workspace).profiles
    later = [
        line.model_copy(update={"as_of": "2026-02-01", "fingerprint": f"xxh3:{n}"})
        for n in range(MOST_RUNS)
    ]
    append_profiles(runs.workspace, later)
    past = runs.history("2026-03-01", 3).past("t")

    assert len(past) == MOST_RUNS + 1
    assert (past[-1].as_of, past[-1].measures.rows) == ("2026-01-01", 2)


def test_a_line_of_another_version_is_no_past(runs: Runs) -> None:
    runs.run("2026-11-01", 3)
    [line] = read_profiles(runs.workspace).profiles
    append_profiles(
        runs.workspace,
        [line.model_copy(update={"version": 0, "as_of": "2026-11-02", "fingerprint": "xxh3:1"})],
    )

    assert runs.run("2026-11-03", 4) == [3]


def test_every_value_that_a_run_saw_is_told_of_every_run(runs: Runs) -> None:
    runs.run("2026-11-01", 3)
    frame = read_frame(runs.history("2026-11-02", 4).table_file("t/history"))
    values = frame[frame["measure"] == "value"]

    assert values[values["column"] == "x"]["number"].tolist() == [3]
    assert values[values["column"] == "id"][["value", "number"]].values.tolist() == [
        ["0", 1], ["1", 1], ["2", 1], ["3", 0],
    ]  # fmt: skip


def test_fingerprints_change_with_what_programs_are_given(runs: Runs) -> None:
    runs.run("2026-11-01", 3)
    one, again, later = (
        runs.history(day, 4).fingerprints(["t", "t/history"])
        for day in ("2026-11-02", "2026-11-02", "2026-11-03")
    )

    assert list(one) == ["t/history"]
    assert one == again != later
    assert runs.history("2026-11-02", 4).seals(["t/history"])["t/history"].startswith("sha256:")


def test_the_files_of_a_run_have_the_history_beside_the_tables(runs: Runs) -> None:
    runs.history("2026-11-02", 4)
    files = TableFiles(runs.workspace, runs.schema, "2026-11-02")

    assert list(files) == ["t"]
    assert "t/history" in files
    assert "u/history" not in files
    assert files["t/history"].rows == 2  # the types of now
    assert "t/history" not in TableFiles(runs.workspace, runs.schema)
    prune(runs.workspace, runs.schema)
    assert not list(runs.workspace.tables.glob("history-*"))


def test_no_file_can_have_the_name_of_a_history(runs: Runs) -> None:
    for name in ("t.history.csv", "history.csv", "t history.csv"):
        (runs.workspace.data / name).write_text("a\n1\n")
    schema = snapshot_tables(runs.workspace, Schema())

    assert len(schema.tables) == 3
    assert not any(map(is_history, schema.tables))
    assert source_of(history_of("t.history")) == "t.history"
