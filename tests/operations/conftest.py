"""A workspace that is compiled once; each test gets a copy of its own."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from backend import standing, unchanged_index
from backend.agent import main
from tests.operations.place import ENTRIES, Place
from tests.tiny_workspace import TinyWorkspace


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every check of `ENTRIES`, compiled and run by the real agent."""
    base = tmp_path_factory.mktemp("compiled") / "w"
    TinyWorkspace(base, *ENTRIES)
    assert main(["--base-dir", str(base), "run", "--offline", "--as-of", "2026-11-19"]) == 3
    return base


@pytest.fixture
def place(compiled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Place]:
    """A workspace as it is after a first run."""
    shutil.copytree(compiled, tmp_path / "w", symlinks=True)
    place = Place(tmp_path / "w", capsys.readouterr)
    yield place
    place.close()


@pytest.fixture
def fresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Place]]:
    """A workspace in which nothing was ever run, with the checks that a test gives."""

    made: list[Place] = []

    def make(*entries: dict[str, object]) -> Place:
        TinyWorkspace(tmp_path / "w", *(entries or ENTRIES))
        made.append(Place(tmp_path / "w", capsys.readouterr))
        return made[-1]

    yield make
    for place in made:
        place.close()


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What a test wrote this very second counts; gives the folder that stands for the code."""
    monkeypatch.setattr(unchanged_index, "RACY_NS", 0)
    monkeypatch.setattr(standing, "CODE", str(tmp_path / "code"))
    tmp_path.joinpath("code", "rules").mkdir(parents=True)
    return tmp_path / "code"


@pytest.fixture
def settled(place: Place, trusting: Path) -> Place:
    """A workspace that a run just found as it is."""
    place.agent("run", "--offline")
    return place


@pytest.fixture(scope="session")
def run_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dt.date], Path]:
    """A workspace with `ENTRIES`, in which the real agent ran once on that day: this very one."""

    @cache
    def make(today: dt.date) -> Path:
        base = tmp_path_factory.mktemp("run-once") / "w"
        TinyWorkspace(base, *ENTRIES)
        assert main(["--base-dir", str(base), "run", "--offline"]) == 3
        return base

    return make


@pytest.fixture
def night(
    run_once: Callable[[dt.date], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Place]:
    """A workspace of today that has been run once."""
    shutil.copytree(run_once(dt.date.today()), tmp_path / "w", symlinks=True)
    place = Place(tmp_path / "w", capsys.readouterr)
    yield place
    place.close()
