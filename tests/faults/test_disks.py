"""Disks that are full, refuse large files or cannot be written: told, nothing lost, then healed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.acting import RUN, Stage
from tests.faults.holding import (
    ENTRIES,
    Deliveries,
    assert_healed,
    assert_sound,
    deliver,
    known,
    made,
)
from tests.tiny_workspace import TinyWorkspace, entry, state

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
SIZE = 8 << 20


def mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


@pytest.fixture
def small_disk(room: Path) -> Iterator[Path]:
    folder = room / "disk"
    folder.mkdir()
    try:
        mount("-t", "tmpfs", "-o", f"size={SIZE}", "faults", str(folder))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may not mount a disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def changed(tiny: TinyWorkspace, deliveries: Deliveries, number: int) -> None:
    tiny.write_checks(entry("PRICE", f"price must be at least {number}"), *ENTRIES[1:])
    deliver(tiny, deliveries, number)


def test_full_disk_costs_what_could_not_be_written(
    stage: Stage, small_disk: Path, deliveries: Deliveries
) -> None:
    tiny = made(small_disk / "w", deliveries)
    assert stage.act(tiny.workspace.base, *RUN).code == 3
    refused = 0
    for number, pages in enumerate([0, 1, 2, 3, 4, 6, 8, 10, 13, 16, 20, 25, 30, 40], start=2):
        changed(tiny, deliveries, number)
        before = known(tiny.workspace)
        ballast = small_disk / "ballast"
        with pytest.raises(OSError, match="No space"), ballast.open("wb", 0) as stream:
            while True:
                stream.write(b"x" * 4096)
        with ballast.open("r+b") as stream:
            stream.truncate(max(0, ballast.stat().st_size - 4096 * pages))

        acted = stage.act(tiny.workspace.base, *RUN)

        assert acted.code == 3, acted.told
        assert "Traceback" not in acted.told[0]
        refused += "could not be written" in acted.told[0] or "cannot be written" in acted.told[0]
        ballast.unlink()
        assert_sound(tiny.workspace, before, deliveries)
        left = known(tiny.workspace)
        assert stage.act(tiny.workspace.base, *RUN).code == 3
        assert_sound(tiny.workspace, left, deliveries)
        assert_healed(tiny.workspace)
    assert refused > 3, "the disk was never full"


@pytest.mark.parametrize("most", [1, 100, 700, 1500, 3000, 6000, 12_000])
def test_file_that_may_not_grow(
    most: int, stage: Stage, room: Path, deliveries: Deliveries
) -> None:
    tiny = made(room / "w", deliveries)
    stage.act(tiny.workspace.base, *RUN)
    changed(tiny, deliveries, 2)
    before = known(tiny.workspace)

    acted = stage.act(tiny.workspace.base, *RUN, most=most)

    assert acted.code == 3
    assert_sound(tiny.workspace, before, deliveries)
    left = known(tiny.workspace)
    assert stage.act(tiny.workspace.base, *RUN).code == 3
    assert_sound(tiny.workspace, left, deliveries)
    assert_healed(tiny.workspace)


def test_disk_that_cannot_be_written_is_told(
    stage: Stage, small_disk: Path, deliveries: Deliveries
) -> None:
    tiny = made(small_disk / "w", deliveries)
    stage.act(tiny.workspace.base, *RUN)
    changed(tiny, deliveries, 3)
    before, files = known(tiny.workspace), state(tiny.workspace.base)
    mount("-o", "remount,ro", str(small_disk))
    for argv in (RUN, ("waive", "PRICE", "--until", "2099-01-01", "--by", "a", "--why", "b")):
        acted = stage.act(tiny.workspace.base, *argv)
        assert acted.code == 3
        assert "could not be written (Read-only file system)" in acted.told[0]
        assert "Traceback" not in acted.told[0]
    assert stage.act(tiny.workspace.base, "status").code == 0
    assert state(tiny.workspace.base) == files
    mount("-o", "remount,rw", str(small_disk))
    assert stage.act(tiny.workspace.base, *RUN).code == 3
    assert_sound(tiny.workspace, before, deliveries)
    assert_healed(tiny.workspace)
