"""One stage for all tests of a session: loading the agent takes longer than a run."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.acting import RUN, Stage
from tests.faults.holding import Deliveries, made

MEMORY = Path("/dev/shm")


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with Stage(tmp_path_factory.mktemp("stage")) as stage:
        yield stage


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Path]:
    """A folder for hundreds of workspaces: in memory, where a sync costs nothing, if there is."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    room = Path(tempfile.mkdtemp(prefix="faults-", dir=MEMORY))
    yield room
    shutil.rmtree(room)


@pytest.fixture(scope="session")
def first_memory(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The memory that a first run leaves over the first delivery; for copies."""
    folder = tmp_path_factory.mktemp("first")
    workspace = made(folder / "w", Deliveries(folder / "deliveries")).workspace
    assert stage.act(workspace.base, *RUN).code == 3
    return workspace.memory


@pytest.fixture
def deliveries(room: Path) -> Deliveries:
    return Deliveries(room / "deliveries")
