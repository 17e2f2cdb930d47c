"""A folder of a run is private, gone at the end, and swept by the next one where it was killed."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.engine.own_folder import LOCK, PREFIX, own_folder


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RAY_TMPDIR", str(tmp_path))
    return tmp_path


def test_it_is_private_and_gone_at_the_end(place: Path) -> None:
    with own_folder() as folder:
        Path(folder).mkdir(mode=0o777)
        assert Path(folder).parent.stat().st_mode & 0o777 == 0o700
        assert Path(folder).is_relative_to(place)
    assert not list(place.iterdir())


def test_two_runs_leave_each_other_alone(place: Path) -> None:
    with own_folder() as first, own_folder() as second:
        assert first != second
        assert Path(first).parent.is_dir()


def test_what_a_killed_run_left_is_swept_and_nothing_else(place: Path) -> None:
    left, other = place / f"{PREFIX}left", place / "somebody's"
    for folder in (left, other):
        folder.mkdir()
        (folder / LOCK).touch()
    with own_folder():
        assert not left.exists()
    assert other.exists()
