"""A slot is emptied whatever a program left in it, and nothing outside is touched."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from backend.sandbox.worker import slots


def deep(folder: Path) -> None:
    """Deeper than any path can be written; by another process, which may stand in it."""
    source = "import os\nfor _ in range(500): os.mkdir('d' * 250); os.chdir('d' * 250)"
    subprocess.run([sys.executable, "-S", "-c", source], cwd=folder, check=True)


def locked(folder: Path) -> None:
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "file").touch()
    for path in (folder / "a" / "b", folder / "a", folder):
        path.chmod(0)


def linked(folder: Path) -> None:
    outside = folder.parent / "outside"
    (folder / "inner").mkdir()
    (folder / "inner" / "folder").symlink_to(outside)
    (folder / "file").symlink_to(outside / "file")
    (folder / "gone").symlink_to("nowhere")


def strange(folder: Path) -> None:
    for name in ("-rf", "a\nb", "\x1b[31m", "ü", "x" * 255, os.fsdecode(b"\xff\xfe")):
        (folder / name).mkdir()
        (folder / name / "x").touch()
    os.mkfifo(folder / "pipe")


def nothing(folder: Path) -> None:
    pass


@pytest.mark.parametrize("fill", [deep, locked, linked, strange, nothing])
def test_a_slot_is_emptied(tmp_path: Path, fill: Callable[[Path], None]) -> None:
    outside, slot = tmp_path / "outside", tmp_path / "slot"
    outside.mkdir(mode=0o750)
    (outside / "file").write_text("kept")
    slot.mkdir()
    fill(slot)

    slots.prepare(str(slot))

    assert sorted(os.listdir(slot)) == ["artifacts", "tmp"]  # noqa: PTH208
    assert (outside / "file").read_text() == "kept"
    assert outside.stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize(
    ("files", "size", "passed"), [(3, 0, ""), (9, 0, "files"), (2, 3 << 20, "slot_mb")]
)
def test_a_slot_on_a_shared_file_system_is_measured(
    tmp_path: Path, files: int, size: int, passed: str
) -> None:
    slots.prepare(str(tmp_path))
    for number in range(files):
        (tmp_path / "artifacts" / str(number)).write_bytes(b"x" * size)

    assert slots.passed_limit(str(tmp_path), mebibytes=4, files=5) == passed


def test_what_cannot_be_measured_counts_as_too_much(tmp_path: Path) -> None:
    slots.prepare(str(tmp_path))
    deep(tmp_path / "tmp")

    assert slots.passed_limit(str(tmp_path), mebibytes=4, files=5000) == "files"
    slots.wipe(str(tmp_path))
