"""A step sees its tables alone, leaves JSON and files, and fails in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from backend.contracts.errors import DataError
from backend.contracts.program import TableFile
from backend.contracts.settings import SandboxSettings
from backend.stages.laboratory import (
    PRINTS,
    Finished,
    Laboratory,
    StageCancelled,
    StepFailed,
    StepSandbox,
    file_table,
)
from tests.stages.stage_bench import laboratory

PEOPLE = pd.DataFrame({"age": [30.0, None], "city": pd.Series(["Bern", None], dtype="str")})


def run(tmp_path: Path, step: str, **more: object) -> Finished:
    lab = laboratory(tmp_path / "scratch", **more)  # type: ignore[arg-type]
    return lab.run(step, {"people": PEOPLE}, {}, tmp_path / "left")


def test_a_step_gives_json_and_leaves_files(tmp_path: Path) -> None:
    done = run(tmp_path, "report")

    assert done.value == {"rows": 2, "names": ["people"]}
    assert done.files == ("report.json", "report.md")
    assert (tmp_path / "left" / "report.md").read_text() == "fine"
    assert list((tmp_path / "scratch").iterdir()) == []


def test_files_of_a_later_step_come_beside_those_of_an_earlier_one(tmp_path: Path) -> None:
    run(tmp_path, "report")
    done = run(tmp_path, "deeper")

    assert done.files == ("figures/a.txt",)
    assert (tmp_path / "left" / "figures" / "a.txt").read_text() == "deep"
    assert (tmp_path / "left" / "report.md").exists()


def test_cells_arrive_as_they_are(tmp_path: Path) -> None:
    assert run(tmp_path, "cells").value == {"age": ["30.0", "nan"], "city": ["Bern", "nan"]}


def test_the_index_does_not_travel(tmp_path: Path) -> None:
    part = PEOPLE.iloc[[1]]
    done = laboratory(tmp_path).run("cells", {"people": part}, {}, tmp_path / "left")

    assert done.value == {"age": ["nan"], "city": ["nan"]}


def test_a_step_sees_no_table_that_it_was_not_given(tmp_path: Path) -> None:
    with pytest.raises(StepFailed, match=r"EDA-1: step 'cells' failed: KeyError: 'people'"):
        laboratory(tmp_path).run("cells", {"others": PEOPLE}, {}, tmp_path / "left")


def test_arguments_arrive(tmp_path: Path) -> None:
    tables = {"people": PEOPLE, "more": PEOPLE[["city"]]}
    done = laboratory(tmp_path).run("cells", tables, {"table": "more"}, tmp_path / "left")

    assert done.value == {"city": ["Bern", "nan"]}


def test_a_file_travels_as_a_table(tmp_path: Path) -> None:
    path = tmp_path / "model.pkl"
    path.write_bytes(b"not unpickled here")
    done = laboratory(tmp_path).run("read_bytes", {"file": file_table(path)}, {}, tmp_path / "left")

    assert done.value == "not unpickled here"


def test_a_lost_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gone\.pkl: the file that an earlier step left") as told:
        file_table(tmp_path / "gone.pkl")

    assert told.value.code == "lost-artifact"


FAILURES = {
    "raises": ("fail", "program-failed", "ValueError: no luck with this table (line 21)"),
    "memory": ("eat", "memory", "needs more than 2048 MiB of memory (limit sandbox.memory_mb)"),
    "too long": ("sleep", "timeout", "limit sandbox.wall_seconds"),
    "a frame": ("frame", "bad-result", "gave a table where a step gives JSON"),
    "no JSON": ("strange", "bad-result", "for which there is no JSON"),
    "no such step": ("dance", "program-failed", "KeyError: 'dance'"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("step", "code", "told"), FAILURES.values(), ids=FAILURES.keys())
def test_a_step_fails_with_its_reason(tmp_path: Path, step: str, code: str, told: str) -> None:
    with pytest.raises(StepFailed) as failed:
        run(tmp_path, step, seconds=2.0)

    assert failed.value.code == code
    assert str(failed.value).startswith(f"EDA-1: step {step!r} failed: ") or code == "bad-result"
    assert told in str(failed.value)
    assert not (tmp_path / "left").exists()
    assert list((tmp_path / "scratch").iterdir()) == []


def test_the_trace_is_kept_for_the_record(tmp_path: Path) -> None:
    with pytest.raises(StepFailed) as failed:
        run(tmp_path, "fail")

    assert "line 21" in failed.value.trace


def test_a_column_of_mixed_values_is_refused(tmp_path: Path) -> None:
    odd = pd.DataFrame({"a": [[1], "x"]})

    with pytest.raises(DataError, match=r"people: the table has a column that Arrow has no form"):
        laboratory(tmp_path).run("cells", {"people": odd}, {}, tmp_path / "left")


def test_a_column_of_lists_is_told_as_it_is(tmp_path: Path) -> None:
    lists = pa.table({"a": pa.array([[1, 2], None])})
    done = laboratory(tmp_path).run("cells", {"people": lists}, {}, tmp_path / "left")

    assert done.value == {"a": ["[1 2]", "None"]}


def test_what_a_step_prints_can_be_read_while_it_runs(tmp_path: Path) -> None:
    """The step ends only when a cancel is asked for, which is asked for when its words are read."""
    scratch = tmp_path / "scratch"

    def has_printed() -> bool:
        return any("begun" in path.read_text() for path in scratch.glob(f"step-*/{PRINTS}"))

    with pytest.raises(StageCancelled):
        replace(laboratory(scratch), is_cancelled=has_printed).run(
            "print_and_sleep", {"people": PEOPLE}, {}, tmp_path / "left"
        )

    assert list(scratch.iterdir()) == []


def counted(lab: Laboratory) -> tuple[Laboratory, list[object]]:
    """The laboratory, and the sandboxes that it opens from now on."""
    opened: list[object] = []

    def open_one(files: Mapping[str, TableFile], limits: SandboxSettings) -> StepSandbox:
        opened.append(sandbox := lab.open_sandbox(files, limits))
        return sandbox

    return replace(lab, open_sandbox=open_one), opened


def test_steps_of_one_laboratory_share_a_worker_and_no_table(tmp_path: Path) -> None:
    lab, opened = counted(laboratory(tmp_path / "scratch"))
    with lab:
        first = lab.run("cells", {"people": PEOPLE, "more": PEOPLE}, {}, tmp_path)
        with pytest.raises(StepFailed, match="no luck"):
            lab.run("fail", {"people": PEOPLE}, {}, tmp_path)
        last = lab.run("cells", {"people": PEOPLE[["city"]].iloc[:1]}, {}, tmp_path)
        with pytest.raises(StepFailed, match="KeyError: 'more'"):
            lab.run("cells", {"people": PEOPLE}, {"table": "more"}, tmp_path)

    assert first.value == {"age": ["30.0", "nan"], "city": ["Bern", "nan"]}
    assert last.value == {"city": ["Bern"]}
    assert len(opened) == 1
    assert list((tmp_path / "scratch").iterdir()) == []


def test_who_cancels_ends_the_worker_and_the_next_step_has_another(tmp_path: Path) -> None:
    wanted: list[bool] = []
    lab, opened = counted(replace(laboratory(tmp_path), is_cancelled=lambda: bool(wanted)))
    with lab:
        wanted.append(True)
        with pytest.raises(StageCancelled):
            lab.run("sleep", {"people": PEOPLE}, {}, tmp_path)
        wanted.clear()
        assert lab.run("report", {"people": PEOPLE}, {}, tmp_path).files

    assert len(opened) == 2


def test_after_it_is_left_each_step_has_a_worker_of_its_own(tmp_path: Path) -> None:
    lab, opened = counted(laboratory(tmp_path))
    with lab:
        pass
    for _ in range(2):
        lab.run("report", {"people": PEOPLE}, {}, tmp_path)

    assert len(opened) == 2
