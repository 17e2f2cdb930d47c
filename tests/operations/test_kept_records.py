"""A run that keeps most verdicts writes what changed; what it kept is told by one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from backend.store.last_runs import read_run
from backend.store.rollup import read_rollup
from backend.store.runs_log import read_records
from backend.store.unchanged_runs import read_kept_runs
from tests.operations.kept import line, logged, read_runs, run, told
from tests.operations.place import CHANGED_ONLY, ENTRIES, Place
from tests.tiny_workspace import ORDERS, TinyWorkspace, entry


def remove(place: Place) -> None:
    place.keep("GOOD", "MILD", "NONE", "DAY", "VAGUE", "OFF")


def add(place: Place) -> None:
    more = entry("NEW", "price must be at least 1")
    place.workspace.checks_file.write_text(json.dumps([*place.checks(), more]))


def waive(place: Place) -> None:
    place.agent("waive", "BAD", "--until", "2099-01-01", "--why", "known", "--by", "me")


ALL = {each["check_id"] for each in ENTRIES}
CHANGES: dict[str, tuple[Callable[[Place], object], set[str]]] = {
    "a threshold": (lambda place: place.change("MILD", warn_if="> 5"), {"MILD"}),
    "a sentence": (
        lambda place: place.change("GOOD", calculation_hint="price must be filled in."),
        {"GOOD"},
    ),
    "the table that all are about": (
        lambda place: place.write_table("orders.csv", ORDERS + "4,1,5,2024-01-01\n"),
        ALL,
    ),
    "who owns it": (lambda place: place.change("BAD", owner="new@x.org"), {"BAD"}),
    "one is disabled": (lambda place: place.change("BAD", enabled=False), {"BAD"}),
    "the entry of one that is disabled": (lambda place: place.change("OFF", params={}), set()),
    "another entry of one that is disabled": (
        lambda place: place.change("OFF", calculation_hint="price must be at least 3"),
        {"OFF"},
    ),
    "one was added": (add, {"NEW"}),
    "one was removed": (remove, set()),
    "one was removed, one changed": (
        lambda place: (remove(place), place.change("MILD", warn_if="> 5")),
        {"MILD"},
    ),
    "one is waived": (waive, {"BAD"}),
}


@pytest.mark.parametrize(("change", "own"), CHANGES.values(), ids=CHANGES)
def test_what_changed_is_on_record_and_the_rest_is_one_line(
    change: Callable[[Place], object], own: set[str], night: Place
) -> None:
    before, lines = len(read_records(night.workspace).records), len(read_runs(night))
    change(night)
    shown = run(night)

    new = read_records(night.workspace).records[before:]
    assert {each.check_id for each in new} == own
    if own == shown.keys():
        return
    assert len(read_runs(night)) == lines + 1
    found = line(night)
    assert found.kept is not None
    assert (found.ran, found.kept.checks, found.checks) == (
        len(own),
        len(shown) - len(own),
        len(shown),
    )
    assert (found.exit_code, sum(found.verdicts.values())) == (night.code, len(shown))
    assert set(found.kept.gone) == ALL - shown.keys()
    read = read_run(night.workspace, found.run_id)
    assert (told(read.records), read.trouble) == (shown, ())
    assert {each.run_id for each in read.records} == {found.run_id}


def test_after_many_runs_the_log_still_tells_what_each_one_told(night: Place) -> None:
    shown = {}
    for number, change in enumerate(CHANGES.values()):
        change[0](night)
        if number % 3 == 2:
            night.agent("run", "--offline", "--select", "GOOD")
        found = run(night)
        shown[json.loads(night.out)["run_id"]] = found

    kept = read_kept_runs(night.workspace)
    assert len(kept) >= 8
    for run_id in kept:
        read = read_run(night.workspace, run_id)
        assert (told(read.records), read.trouble) == (shown[run_id], ())


def test_what_a_run_appends_does_not_grow_with_the_checks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    appended = []
    for number in (4, 16):
        names = [f"C{place:02}" for place in range(number)]
        checks = (entry(name, f"price must be at least {int(name[1:])}") for name in names)
        TinyWorkspace(tmp_path / str(number), *checks)
        place = Place(tmp_path / str(number), capsys.readouterr)
        place.agent("run", "--offline")
        before = sizes(place)
        place.change("C01", fail_if="> 1")
        place.agent(*CHANGED_ONLY)
        appended.append({name: size - before[name] for name, size in sizes(place).items()})

    assert set(appended[0]) == {"runs_log.jsonl", "unchanged_runs.jsonl", "table_profiles.jsonl"}
    for name, size in appended[0].items():
        assert abs(appended[1][name] - size) <= 12, name  # the digits of counts


def sizes(place: Place) -> dict[str, int]:
    logs = ("runs_log.jsonl", "unchanged_runs.jsonl", "table_profiles.jsonl")
    paths = [place.workspace.memory / name for name in logs]
    return {path.name: path.stat().st_size if path.exists() else 0 for path in paths}


def test_events_do_not_grow_with_what_is_kept(night: Place) -> None:
    night.change("MILD", warn_if="> 5")
    run(night)

    (newest,) = sorted(night.workspace.events.glob("*.jsonl"))[-1:]
    events = [json.loads(each) for each in newest.read_text().splitlines()]
    kept = [each["kept"] for each in events if each["happening"] == "checks-kept"]
    ended = [each for each in events if each["happening"] == "check-ended"]
    assert sum(sum(each.values()) for each in kept) == len(ENTRIES) - len(ended)
    assert (events[-1]["number"], events[-1]["total"]) == (len(ENTRIES), len(ENTRIES))


def test_a_kept_verdict_is_not_counted_again(night: Place) -> None:
    before = night.workspace.rollup_file.read_bytes().splitlines()
    night.change("MILD", warn_if="> 5")
    run(night)

    after = night.workspace.rollup_file.read_bytes().splitlines()
    assert [name for name in changed_rows(before, after)] == [b"MILD"]
    rows = read_rollup(night.workspace).rows or {}
    assert (rows["MILD"].runs, rows["BAD"].runs) == (2, 1)
    night.workspace.rollup_file.unlink()
    night.agent("run", "--offline", "--select", "GOOD")
    again = night.workspace.rollup_file.read_bytes().splitlines()
    assert [name for name in changed_rows(after, again)] == [b"GOOD"]


def changed_rows(before: list[bytes], after: list[bytes]) -> list[bytes]:
    pairs = zip(before, after, strict=True)
    return [new.partition(b",")[0] for old, new in pairs if old != new]


def test_chosen_checks_have_records_of_their_own(night: Place) -> None:
    run(night, "--select", "BAD,GOOD")

    assert {each.check_id for each in logged(night)} == {"BAD", "GOOD"}
    assert all(each.unchanged_since for each in logged(night))
    assert read_runs(night) == ()


def test_another_day_is_told_by_the_line(place: Place) -> None:
    shown = run(place, "--as-of", "2026-11-20")

    assert [each.check_id for each in logged(place)] == ["DAY"]
    read = read_run(place.workspace, line(place).run_id)
    assert {each.as_of for each in read.records} == {line(place).as_of} == {"2026-11-20"}
    assert told(read.records) == shown


def test_a_run_that_has_no_record_of_its_own_can_be_asked_for(night: Place) -> None:
    (only,) = night.runs()
    shown = run(night)
    (found,) = read_runs(night)

    assert (found.ran, found.unchanged_since, night.runs()) == (0, only, [only])
    assert told(read_run(night.workspace, found.run_id).records) == shown
    assert read_run(night.workspace).records[0].run_id == found.run_id
    night.agent("verify", found.run_id)
    assert "5 same, 0 differs" in night.out


def test_reports_tell_all_checks_and_what_changed(night: Place) -> None:
    night.change("BAD", fail_if="> 50")
    shown = run(night)
    night.agent("report", "--junit", "-")

    assert {name for name in shown if name in night.out} == ALL
    assert read_run(night.workspace).before == read_run(night.workspace, night.runs()[0]).records


def test_a_log_that_lost_records_is_told(night: Place) -> None:
    night.change("MILD", warn_if="> 5")
    run(night)
    path = night.workspace.runs_log_file
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(each for each in lines if b'"check_id":"GOOD"' not in each))

    (trouble,) = read_run(night.workspace).trouble
    assert f"run {line(night).run_id} kept 6 verdicts, and runs_log.jsonl tells 5" in trouble
