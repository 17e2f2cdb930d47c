"""A run as it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.event import Happening
from backend.contracts.workspace import Workspace
from backend.store.events import KEPT_RUNS, EventLog, read_events
from tests.tiny_workspace import TinyWorkspace, entry


def test_a_run_leaves_its_course(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", entry("A", "price must be at least 0"), entry("B", "odd"))
    report = tiny.run()
    events = read_events(tiny.workspace.events / f"{report.run_id}.jsonl")

    assert [event.happening for event in events] == [
        Happening.RUN_BEGAN,
        *(Happening.CHECK_BEGAN, Happening.CHECK_ENDED) * 2,
        Happening.RUN_ENDED,
    ]
    assert [event.verdict for event in events if event.verdict] == ["FAIL", "ERROR"]
    assert {event.total for event in events} == {2}
    assert events[-1].exit_code == report.exit_code == 3
    assert events[3].check == "B name of B"


def test_interrupted_run_says_so(tmp_path: Path) -> None:
    class Impatient:
        total = 0

        def begins(self, total: int) -> None:
            pass

        def runs(self, name: str) -> None:
            raise KeyboardInterrupt

        def ends(self, record: object) -> None:
            pass

    tiny = TinyWorkspace(tmp_path / "w", entry("A", "price must be at least 0"))
    tiny.watched = Impatient()  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        tiny.run()
    (path,) = tiny.workspace.events.glob("*.jsonl")
    last = read_events(path)[-1]

    assert (last.happening, last.exit_code) == (Happening.RUN_ENDED, None)


def test_half_a_line_is_left_out(tmp_path: Path) -> None:
    log = EventLog(Workspace(tmp_path), "r1")
    log.begins(3)
    path = tmp_path / "cached_mem" / "events" / "r1.jsonl"
    with path.open("a") as stream:
        stream.write('{"at": "2026-')

    assert [event.happening for event in read_events(path)] == [Happening.RUN_BEGAN]
    assert read_events(path.with_name("none.jsonl")) == ()


def test_only_the_newest_runs_are_kept(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    for number in range(KEPT_RUNS + 5):
        EventLog(workspace, f"r{number:03}").begins(0)
    kept = sorted(path.stem for path in workspace.events.glob("*.jsonl"))

    assert len(kept) == KEPT_RUNS
    assert kept[-1] == f"r{KEPT_RUNS + 4:03}"


def test_disk_that_refuses_costs_nothing(tmp_path: Path) -> None:
    tmp_path.joinpath("cached_mem").write_text("a file where a folder should be")
    log = EventLog(Workspace(tmp_path), "r1")
    log.begins(1)
    log.closes(0, 0.1)
