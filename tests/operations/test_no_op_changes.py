"""Each single thing that a verdict hangs on is seen, and the whole walk follows."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.operations.place import CHANGED_ONLY, Place
from tests.tiny_workspace import ORDERS


def rewrite(path: Path, text: str) -> None:
    """Other content of the same length and time: only the time of the entry tells."""
    times = path.stat()
    assert len(text.encode()) == times.st_size
    path.write_text(text)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def change_in_place(place: Place) -> None:
    path = place.workspace.data / "orders.csv"
    rewrite(path, ORDERS.replace("-3", "-4"))


def replace_by_a_copy(place: Place) -> None:
    """As rsync does: a file of its own with the same times."""
    path = place.workspace.data / "orders.csv"
    other = path.with_suffix(".new")
    other.write_text(ORDERS.replace("-3", "-4"))
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)


def field(name: str, value: object) -> Callable[[Place], None]:
    return lambda place: place.change("BAD", **{name: value})


def remembered(name: str) -> Callable[[Place], object]:
    """Somebody edits a file of the memory."""
    return lambda place: place.base.joinpath("cached_mem", name).open("a").write(" ")


def flagged_of(place: Place) -> Path:
    return place.base / str(place.records()["BAD"].flagged_path)


CHANGES: dict[str, Callable[[Place], object]] = {
    "the sentence": field("calculation_hint", "price must be at least 1"),
    "the name": field("check_name", "another"),
    "the tables": field("target_table", "orders, users"),
    "the owner": field("owner", "new@x.org"),
    "the severity": field("severity", "critical"),
    "the tags": field("tags", ["new"]),
    "fail_if": field("fail_if", "> 5"),
    "warn_if": field("warn_if", "> 5"),
    "enabled": field("enabled", False),
    "params": field("params", {"least": 1}),
    "depends_on": field("depends_on", "GOOD"),
    "allow_empty": field("allow_empty", True),
    "examples": field("examples", {"good": [{"price": 1}]}),
    "one check less": lambda place: place.keep("GOOD", "BAD"),
    "the same text of checks.json anew": lambda place: place.change("BAD"),
    "one digit of a table, its time restored": change_in_place,
    "a table replaced by one of the same time and size": replace_by_a_copy,
    "another table": lambda place: place.write_table("more.csv", "a\n1\n"),
    "a table is gone": lambda place: place.workspace.data.joinpath("users.csv").unlink(),
    "a table is renamed": lambda place: place.workspace.data.joinpath("users.csv").rename(
        place.workspace.data / "people.csv"
    ),
    "the folder of tables is gone": lambda place: place.workspace.data.rename(place.base / "d"),
    "settings": lambda place: place.workspace.settings_file.write_text(
        "[sandbox]\nmemory_mb = 900"
    ),
    "flagged rows are deleted": lambda place: flagged_of(place).unlink(),
    "workflows.json": remembered("workflows.json"),
    "last_verdicts.json": remembered("last_verdicts.json"),
    "waivers.jsonl": remembered("waivers.jsonl"),
    "alerts.json": remembered("alerts.json"),
    "approvals.jsonl": remembered("approvals.jsonl"),
    "runs_log.jsonl": remembered("runs_log.jsonl"),
    "the roll-up is deleted": lambda place: place.workspace.rollup_file.unlink(),
    "a run was killed": lambda place: place.workspace.lock_file.write_text('{"pid": 1}'),
    "another run since": lambda place: place.agent("run", "--offline", "--select", "GOOD"),
    "the index is deleted": lambda place: place.workspace.unchanged_index.unlink(),
    "the index is cut short": lambda place: os.truncate(place.workspace.unchanged_index, 5000),
    "the index is empty": lambda place: os.truncate(place.workspace.unchanged_index, 0),
    "the index is of another form": lambda place: place.workspace.unchanged_index.write_text("2\n"),
    "the log of such runs is deleted": lambda place: place.workspace.unchanged_runs_file.unlink(),
    "the log of such runs is torn": lambda place: place.workspace.unchanged_runs_file.write_text(
        "{"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_is_looked_at(
    change: Callable[[Place], object], night: Place, trusting: Path
) -> None:
    night.agent(*CHANGED_ONLY)  # which leaves an index without running a check again
    assert night.ending() == 3
    change(night)

    assert night.ending() is None


def another_python(place: Place, code: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sys, "version", f"{sys.version} patched")


def a_library_more(place: Place, code: Path, patch: pytest.MonkeyPatch) -> None:
    place.base.joinpath("site-packages", "pandas-9.dist-info").mkdir()


def other_code(place: Place, code: Path, patch: pytest.MonkeyPatch) -> None:
    code.joinpath("rules", "range.py").write_text("1")


@pytest.mark.parametrize("change", [another_python, a_library_more, other_code])
def test_what_runs_the_checks_is_looked_at(
    change: Callable[[Place, Path, pytest.MonkeyPatch], None],
    place: Place,
    trusting: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place.base.joinpath("site-packages").mkdir()
    monkeypatch.syspath_prepend(str(place.base / "site-packages"))
    place.agent("run", "--offline")
    assert place.ending() == 3
    change(place, trusting, monkeypatch)

    assert place.ending() is None
