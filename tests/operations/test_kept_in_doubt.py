"""Where it is in doubt what the log has, each check has a record of its own again."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from backend.store.last_runs import read_run
from backend.store.last_verdicts import read_last_verdicts
from backend.store.runs_log import read_records
from tests.operations.kept import line, logged, read_runs, run, told
from tests.operations.place import CHANGED_ONLY, ENTRIES, Place

ALL_ON_RECORD: dict[str, Callable[[Place], object]] = {
    "a line of the log is lost": lambda place: cut(place),
    "the log ends with another run": lambda place: append(place, "20200101T000000Z-0000"),
    "it is another month": lambda place: replace_base(place),
    "it was left by a version that knew no place": lambda place: forget_place(place),
}


def cut(place: Place) -> None:
    path = place.workspace.runs_log_file
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[: -len(ENTRIES)]))


def append(place: Place, run_id: str) -> None:
    record = read_records(place.workspace).records[-1].model_copy(update={"run_id": run_id})
    with place.workspace.runs_log_file.open("a") as log:
        log.write(record.model_dump_json() + "\n")


def replace_base(place: Place) -> None:
    path, found = place.workspace.last_verdicts_file, read_last_verdicts(place.workspace)
    assert found.log is not None
    path.write_text(path.read_text().replace(f'"base": "{found.log.base}', '"base": "199901'))


def forget_place(place: Place) -> None:
    content = json.loads(place.workspace.last_verdicts_file.read_text())
    place.workspace.last_verdicts_file.write_text(json.dumps(content | {"log": None}))


@pytest.mark.parametrize("doubt", ALL_ON_RECORD.values(), ids=ALL_ON_RECORD)
def test_in_doubt_each_check_has_a_record_again(
    doubt: Callable[[Place], object], night: Place
) -> None:
    doubt(night)
    shown = run(night)

    assert read_runs(night) == ()
    assert told(logged(night)) == shown
    assert {each.check_id for each in logged(night) if each.unchanged_since} >= {"GOOD", "BAD"}
    night.change("MILD", warn_if="> 5")
    run(night)
    assert [each.check_id for each in logged(night)] == ["MILD"]
    assert line(night).ran == 1


def test_who_interrupts_before_the_line_leaves_what_ran(
    night: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    night.change("MILD", warn_if="> 5")
    with monkeypatch.context() as patch:
        patch.setattr("backend.on_record.append_unchanged_run", interrupt)
        night.agent(*CHANGED_ONLY)
    assert (read_runs(night), [each.check_id for each in logged(night)]) == ((), ["MILD"])
    night.change("MILD", warn_if="> 6")
    shown = run(night)
    assert told(read_run(night.workspace, line(night).run_id).records) == shown


def test_after_a_kill_every_check_runs_and_is_on_record(night: Place) -> None:
    night.change("MILD", warn_if="> 5")
    run(night)
    night.workspace.lock_file.write_text('{"pid": 1, "started": "then"}')
    night.change("MILD", warn_if="> 6")
    shown = run(night)

    assert told(logged(night)) == shown
    assert not any(each.unchanged_since for each in logged(night))
    assert len(read_runs(night)) == 1


def test_who_needs_a_record_that_the_log_lost_is_told(night: Place) -> None:
    night.workspace.settings_file.write_text("[retention]\nartifacts = 1\n")
    night.change("MILD", warn_if="> 5")
    run(night)
    path = night.workspace.runs_log_file
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(each for each in lines if b'"check_id":"GOOD"' not in each))

    lost = "kept 6 verdicts, and runs_log.jsonl tells 5 of them"
    assert night.agent("verify", line(night).run_id) == 2
    assert lost in night.out
    parts = [str(night.base / name) for name in ("good.csv", "bad.csv")]
    assert night.agent("split", "orders", "--good", parts[0], "--bad", parts[1]) == 2
    assert lost in night.told
    assert night.agent("clean") == 3
    assert lost in night.told
    assert "Nothing was deleted" in night.told
