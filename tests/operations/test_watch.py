"""``agent watch``: a save is noticed whichever way it was made, and concerns what it concerns."""

from __future__ import annotations

import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backend.store.lock import WorkspaceLock
from backend.watching import changes
from tests.operations.place import HELD, HELD_AGENT, Place, wait_until
from tests.tiny_workspace import ORDERS, TinyWorkspace, entry

SETTLE = 0.15
Saves = Iterator[list[str]]


def in_place(file: Path, text: str) -> None:
    with file.open("r+") as stream:
        stream.write(text)
        stream.truncate()


def rename_over(file: Path, text: str) -> None:
    new = file.with_name(f".{file.name}.new")
    new.write_text(text)
    new.replace(file)


def move_and_write(file: Path, text: str) -> None:
    """As Vim does with ``backupcopy=no``."""
    file.rename(file.with_name(f"{file.name}~"))
    file.write_text(text)


def delete_and_write(file: Path, text: str) -> None:
    file.unlink()
    time.sleep(SETTLE / 5)
    file.write_text(text)


def in_two_halves(file: Path, text: str) -> None:
    with file.open("w") as stream:
        for part in (text[: len(text) // 2], text[len(text) // 2 :]):
            stream.write(part)
            stream.flush()
            time.sleep(SETTLE / 3)


def with_the_folder(file: Path, text: str) -> None:
    other = file.parent.with_name("other")
    shutil.copytree(file.parent, other)
    other.joinpath(file.name).write_text(text)
    shutil.rmtree(file.parent)
    other.rename(file.parent)


WAYS = [in_place, rename_over, move_and_write, delete_and_write, in_two_halves, with_the_folder]


@pytest.fixture
def tiny(tmp_path: Path) -> TinyWorkspace:
    return TinyWorkspace(tmp_path / "w")


@pytest.fixture
def saves(tiny: TinyWorkspace) -> Iterator[Saves]:
    watched = changes(tiny.workspace, settle=SETTLE)
    assert next(watched) == ["orders.csv", "users.csv", "checks.json", "the day"]
    yield watched
    watched.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("save", WAYS, ids=lambda way: way.__name__)
def test_a_save_of_any_kind_is_noticed(
    save: Callable[[Path, str], None], tiny: TinyWorkspace, saves: Saves
) -> None:
    def save_both() -> None:
        save(tiny.workspace.data / "orders.csv", ORDERS + "4,1,5,2024-01-01\n")
        save(tiny.workspace.checks_file, "[ ]")

    saving = threading.Thread(target=save_both)
    saving.start()
    told = {*next(saves)}
    while not {"orders.csv", "checks.json"} <= told:
        told |= {*next(saves)}
    saving.join()
    assert told <= {"orders.csv", "users.csv", "checks.json"}


def test_files_of_editors_are_none(tiny: TinyWorkspace, saves: Saves) -> None:
    for name in (".orders.csv.swp", "4913", "orders.csv~", "~$book.xlsx", "notes.txt"):
        tiny.workspace.data.joinpath(name).write_text("x")
    tiny.workspace.memory.mkdir()
    tiny.workspace.memory.joinpath("x.csv").write_text("x")
    tiny.write_table("new.csv", "a\n1\n")

    assert next(saves) == ["new.csv"]


def test_settings_and_tables_that_go_are_noticed(tiny: TinyWorkspace, saves: Saves) -> None:
    tiny.workspace.settings_file.write_text("[sandbox]\n")
    assert next(saves) == ["settings.toml"]
    tiny.workspace.data.joinpath("users.csv").unlink()
    assert next(saves) == ["users.csv"]


def read_until(process: subprocess.Popen[str], words: str) -> str:
    """What a process prints, up to a line with these words."""
    assert process.stdout is not None
    told = ""
    while words not in told:
        line = process.stdout.readline()
        assert line, told
        told += line
    return told


ENTRIES = [
    entry("PRICE", "price must be at least 0"),
    entry("MILD", "price must be at least 0", fail_if="> 5"),
    entry("DAY", "day must not be in the future"),
    entry("EMAIL", "email must be filled", "users"),
    entry("VAGUE", "be nice"),
]


def start(place: Place) -> subprocess.Popen[str]:
    """The watch, with the planner and the sandbox of small tests."""
    return place.process("watch", "--settle", "0.2", module=HELD_AGENT)


def test_only_what_a_save_concerns_runs(fresh: Callable[..., Place]) -> None:
    place = fresh(*ENTRIES)
    assert place.end(place.process("--as-of", "2026-11-19", module=HELD_AGENT)) == 3
    process, checks = start(place), place.workspace.checks_file
    read_until(process, "1 check: 1 FAIL")
    assert set(place.records()) == {"DAY"}, "its day has passed"

    place.change("PRICE", warn_if="> 5")
    read_until(process, "1 check: 1 FAIL")
    assert set(place.records()) == {"PRICE"}
    place.change("PRICE", owner="somebody@else.org")
    read_until(process, "No check is concerned.")

    whole = checks.read_text()
    checks.write_text(whole[:200])
    read_until(process, "error: checks/checks.json, line 1")
    checks.write_text(whole)
    read_until(process, "No check is concerned.")

    place.change("DAY", depends_on="MILD")
    read_until(process, "1 check: 1 FAIL")
    place.change("MILD", warn_if="> 1")
    read_until(process, "2 checks: 1 PASS, 1 FAIL")
    assert set(place.records()) == {"MILD", "DAY"}, "who depends on it runs again"

    place.write_table("orders.csv", ORDERS + "4,1,5,2024-01-01\n")
    read_until(process, "4 checks: 1 PASS, 2 FAIL, 1 ERROR")
    assert set(place.records()) == {"PRICE", "MILD", "DAY", "VAGUE"}
    process.send_signal(signal.SIGTERM)
    assert place.end(process) == 0, place.told


def test_another_run_is_waited_for(fresh: Callable[..., Place]) -> None:
    place = fresh(*ENTRIES)
    with WorkspaceLock(place.workspace):
        process = start(place)
        read_until(process, "holds the workspace")
    read_until(process, "5 checks: 1 PASS, 3 FAIL, 1 ERROR")
    process.send_signal(signal.SIGINT)
    assert place.end(process) == 0
    assert "The watch is over." in place.told


def test_a_watch_that_waits_for_another_run_can_be_ended(fresh: Callable[..., Place]) -> None:
    place = fresh(*ENTRIES)
    with WorkspaceLock(place.workspace):
        process = start(place)
        read_until(process, "holds the workspace")
        process.send_signal(signal.SIGTERM)
        assert place.end(process) == 0


def test_a_signal_lets_the_check_in_hand_end(fresh: Callable[..., Place]) -> None:
    place = fresh(*HELD)
    process = start(place)
    wait_until(lambda: place.base.joinpath("held").exists() or process.poll() is not None)
    process.send_signal(signal.SIGTERM)
    place.let_go()

    assert place.end(process) == 0
    assert [r.code for r in place.records().values()] == ["", "", "interrupted"]
