"""What does not fit into memory goes to one folder, within its limit, and is gone afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from backend.contracts.errors import ProgramError, WorkspaceError
from backend.contracts.settings import SandboxSettings
from backend.contracts.workspace import Workspace
from backend.out_of_core.spill import spilling
from tests.out_of_core.ground import Ground, Judged

ROWS, TWINS = 400_000, 10_000
LONG = "a rather long name " * 30
"""Texts enough for DuckDB's least memory to be too little."""


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    lines = (f"{row},{LONG}{row % (ROWS - TWINS)}\n" for row in range(ROWS))
    ground = Ground(tmp_path_factory.mktemp("spill"), {"orders": "id,name\n" + "".join(lines)})
    return ground.judge("name must be unique").with_settings(memory_mb=128)


@pytest.mark.slow
def test_grouping_beyond_memory_spills_and_leaves_nothing(judged: Judged) -> None:
    found = judged.in_sql()

    assert found.tested == ROWS
    assert list(found.rows) == [*range(TWINS), *range(ROWS - TWINS, ROWS)]
    assert not judged.context.workspace.spill.exists()


@pytest.mark.slow
def test_disk_is_limited_and_left_empty_after_an_error(judged: Judged) -> None:
    with pytest.raises(ProgramError) as raised:
        judged.with_settings(memory_mb=128, spill_mb=1).in_sql()

    assert raised.value.code == "memory"
    assert "spill_mb under [engine]" in str(raised.value)
    assert not judged.context.workspace.spill.exists()


def test_folder_is_there_only_meanwhile(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with spilling(workspace, "check") as folder:
        folder.joinpath("block").write_bytes(b"x")
        assert folder.parent == workspace.spill

    assert not workspace.spill.exists()


def test_what_a_killed_process_left_is_swept_and_what_a_living_one_uses_is_not(
    tmp_path: Path,
) -> None:
    workspace = Workspace(tmp_path)
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    left, used = workspace.spill / f"{ended.pid}-run", workspace.spill / f"{os.getppid()}-run"
    left.mkdir(parents=True)
    used.mkdir()

    with spilling(workspace, "check"):
        assert not left.exists()

    assert used.is_dir()


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.memory.mkdir()
    workspace.spill.write_text("a file in its place")

    with pytest.raises(WorkspaceError) as raised, spilling(workspace, "check"):
        pass

    assert raised.value.code == "cannot-write"


@pytest.mark.slow
def test_sql_that_takes_too_long_is_stopped(judged: Judged) -> None:
    limits = SandboxSettings(wall_seconds=0.05)
    hurried = replace(judged, context=replace(judged.context, limits=limits))

    with pytest.raises(ProgramError) as raised:
        hurried.in_sql()

    assert raised.value.code == "timeout"
    assert not judged.context.workspace.spill.exists()
