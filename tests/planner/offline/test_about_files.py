"""Rules about the files of the data folder: their size, their copies, what they cannot lack."""

from __future__ import annotations

import pandas as pd
import pytest

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.write import write_program
from backend.planner.offline.planner import OfflinePlanner
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.snapshot import snapshot_tables

FILES = {"a.csv": "x\n1\n", "b.csv": "x,y\n1,2\n2,3\n3,4\n", "c.csv": "x,y\n1,2\n2,3\n3,4\n"}
COPIES, SMALL = "b.csv c.csv", "a.csv"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Schema]:
    workspace = Workspace(tmp_path_factory.mktemp("files"))
    workspace.data.mkdir()
    for name, text in FILES.items():
        workspace.data.joinpath(name).write_text(text)
    return workspace, snapshot_tables(workspace, Schema(), asked=("files",))


def flagged(sentence: str, workspace: Workspace, schema: Schema) -> str:
    check = Check(
        check_id="F-1", check_name="files", target_table=("files",), calculation_hint=sentence
    )
    plan = OfflinePlanner().plan(check, schema)
    page: dict[str, object] = {}
    exec(write_program(plan, check).source, page)
    frames: dict[str, pd.DataFrame] = {
        name: read_frame(table_file(workspace, schema.tables[name])) for name in plan.tables
    }
    found = page["check"](frames)  # type: ignore[operator]
    return " ".join(found["file"].astype(str)) if plan.grain == "rows" else str(len(found))


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (COPIES, "No file may appear twice."),
        (COPIES, "There must be no duplicate files."),
        (COPIES, "No duplicate files."),
        (COPIES, "Flag duplicate files."),
        (COPIES, "No two files may be identical."),
        (SMALL, "Every file must be at least 10 bytes."),
        (SMALL, "No file may be smaller than 10 bytes."),
        (SMALL, "Every file must have at least 10 bytes."),
        (COPIES, "No file may be larger than 10 bytes."),
        (COPIES, "No file may exceed 10 bytes."),
        (COPIES, "Files must be between 1 and 10 bytes."),
        (SMALL, "Every file must have at least 2 rows."),
        ("1", "There must be at least 4 files."),
        ("", "Every file must be a csv."),
    ],
)
def test_rule_about_files(folder: tuple[Workspace, Schema], wanted: str, sentence: str) -> None:
    assert flagged(sentence, *folder) == wanted


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("always has a name", "No file may be empty."),
        ("no two files have one name", "Are there duplicate files?"),
        ("'kb'", "No file may exceed 10 kB."),
    ],
)
def test_what_could_never_fail_is_declined(
    folder: tuple[Workspace, Schema], reason: str, sentence: str
) -> None:
    with pytest.raises(PlanError, match=reason):
        flagged(sentence, *folder)
