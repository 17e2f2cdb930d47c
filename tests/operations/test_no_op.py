"""A run that finds nothing changed tells what the whole walk would have told, and only then."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from backend import unchanged_index
from backend.no_op import Index, read_arguments, spell
from backend.standing import look_at_memory
from backend.store.lock import WorkspaceLock
from backend.store.profiles import read_profiles
from backend.store.unchanged_runs import read_unchanged_runs
from tests.operations.place import CHANGED_ONLY, ENTRIES, ROOT, Place
from tests.tiny_workspace import ORDERS


def without_seconds(text: str) -> str:
    head, _, tail = text.rpartition(" not run in ")
    return head + tail.partition(" s;")[2]


def test_it_tells_what_the_whole_walk_tells(
    settled: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert settled.workspace.unchanged_index.exists()
    code = settled.ending()
    told = capsys.readouterr().out

    assert settled.agent(*CHANGED_ONLY) == code == 3
    assert without_seconds(told) == without_seconds(settled.out) != ""


def test_it_tells_programs_what_the_whole_walk_tells_them(
    settled: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    code = settled.ending(*CHANGED_ONLY, "--json", "--fail-on", "warn")
    told = json.loads(capsys.readouterr().out)
    settled.agent(*CHANGED_ONLY, "--json", "--fail-on", "warn")
    other = json.loads(settled.out)

    run, by_the_walk = read_unchanged_runs(settled.workspace).runs
    assert (run.kept, by_the_walk.kept is None, by_the_walk.ran) == (None, False, 0)
    assert (told["run_id"], told["exit_code"]) == (run.run_id, code)
    assert {each["run_id"] for each in told["records"]} == {run.run_id}
    assert {each["started_at"] for each in told["records"]} == {run.started_at}
    for document in (told, other):
        for each in (document, *document["records"]):
            each["run_id"] = each["seconds"] = each["started_at"] = ""
    assert told == other


@pytest.mark.parametrize("fail_on", ["fail", "warn", "critical"])
def test_the_exit_code_is_that_of_the_whole_walk(
    fail_on: str, fresh: Callable[..., Place], trusting: Path
) -> None:
    place = fresh(*ENTRIES[:3])
    place.agent("run", "--offline")
    found = place.ending(*CHANGED_ONLY, "--fail-on", fail_on)

    assert found == place.agent(*CHANGED_ONLY, "--fail-on", fail_on)


def test_the_run_is_on_record_in_one_line(settled: Place) -> None:
    (*_, last), lines = settled.runs(), len(settled.workspace.runs_log_file.read_bytes())
    settled.ending()
    settled.ending()

    (first, second), trouble = read_unchanged_runs(settled.workspace)
    assert (trouble, first.run_id != second.run_id) == ((), True)
    assert (first.unchanged_since, first.exit_code, first.checks) == (last, 3, 7)
    assert first.verdicts == dict(Counter(settled.verdicts().values()))
    assert len(settled.workspace.runs_log_file.read_bytes()) == lines


OTHERS: tuple[tuple[str, ...], ...] = (
    ("run", "--offline"),
    (*CHANGED_ONLY, "--select", "BAD"),
    (*CHANGED_ONLY, "--batch"),
    (*CHANGED_ONLY, "--unsafe-no-sandbox"),
    (*CHANGED_ONLY, "--as-of", "2031-01-01"),
    (*CHANGED_ONLY, "--as-of", ""),
    (*CHANGED_ONLY, "--fail-on", "never"),
    (*CHANGED_ONLY, "--max-seconds", "0"),
    (*CHANGED_ONLY, "--max-seconds", "soon"),
    (*CHANGED_ONLY, "--wait", "-1"),
    (*CHANGED_ONLY, "more"),
    (*CHANGED_ONLY, "--fail-on"),
    ("status",),
    ("--offline", "run", "--changed-only"),
    ("--help",),
)


def test_another_command_is_left_to_the_whole_walk(settled: Place) -> None:
    for arguments in OTHERS:
        assert settled.ending(*arguments) is None, arguments
    assert settled.ending() == 3


def test_the_options_that_change_nothing_are_read() -> None:
    spelled = ["--base-dir", "w", "--changed-only", "--wait=5", "--fail-on", "warn", "--no-compile"]

    told = {"--base-dir": "w", "--wait": "5", "--fail-on": "warn"}
    assert read_arguments(spelled) == told | {"--changed-only": "", "--no-compile": ""}


def test_a_run_at_work_is_not_overtaken(settled: Place) -> None:
    with WorkspaceLock(settled.workspace):
        assert settled.ending() is None
    assert settled.ending() == 3


def test_another_day_is_looked_at(settled: Place) -> None:
    settled.agent("run", "--offline", "--as-of", "2026-11-19")

    assert settled.ending(*CHANGED_ONLY, "--as-of", "2026-11-19") == 3
    assert settled.ending() is None


def test_a_model_to_ask_is_looked_at(settled: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settled.ending("run", "--changed-only") == 3
    monkeypatch.setenv("ANTHROPIC_API_KEY", "key")

    assert settled.ending("run", "--changed-only") is None  # VAGUE might be understood now
    assert settled.ending() == 3


def test_what_was_written_this_very_second_is_not_relied_on(place: Place) -> None:
    place.write_table("orders.csv", ORDERS)
    place.agent("run", "--offline")

    assert not place.workspace.unchanged_index.exists()


@pytest.mark.parametrize(
    "more",
    [
        {"check_id": "PAST", "fail_if": "> last run"},
        {"check_id": "GONE", "target_table": "nowhere"},
    ],
    ids=["it compares with earlier runs", "its table is missing"],
)
def test_a_check_that_has_to_be_looked_at_each_time_leaves_no_index(
    more: dict[str, object], settled: Place
) -> None:
    settled.workspace.checks_file.write_text(json.dumps([*ENTRIES, ENTRIES[1] | more]))
    settled.agent("run", "--offline")

    assert not settled.workspace.unchanged_index.exists()


def test_a_waived_check_leaves_no_index(settled: Place) -> None:
    settled.agent("waive", "BAD", "--until", "2099-01-01", "--why", "known", "--by", "me")
    settled.agent(*CHANGED_ONLY)

    assert not settled.workspace.unchanged_index.exists()


def test_the_process_imports_nothing_that_takes_long(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged_index, "RACY_NS", 0)
    place.agent("run", "--offline")
    command = [sys.executable, "-X", "importtime", "-m", "backend.agent", *CHANGED_ONLY]
    done = subprocess.run(
        [*command, "--base-dir", str(place.base)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert done.returncode == 3
    assert "backend.no_op" in loaded
    assert not loaded & {"json", "re", "pathlib", "typing", "click", "pydantic", "pandas", "rich"}


def test_who_asks_for_its_records_is_told_whose_hold(settled: Place) -> None:
    (last,) = settled.runs()[-1:]
    settled.ending()
    (run,) = read_unchanged_runs(settled.workspace).runs

    assert settled.agent("verify", run.run_id) == 3
    assert f"Those of {last!r} hold for it" in settled.told


OF_NO_DAY = [entry for entry in ENTRIES if entry["check_id"] != "DAY"]
LONG_AGO = "2000-01-01"


def make_it_long_ago(place: Place) -> None:
    """Let the run before have been on another day, as it would stand in its files."""
    profiles, path = place.workspace.profiles_file, place.workspace.unchanged_index
    profiles.write_text(profiles.read_text().replace(date.today().isoformat(), LONG_AGO))
    index = Index(path.read_bytes())
    head, blocks = index.head, index.blocks
    head["day"] = head["day"].replace(date.today().isoformat(), LONG_AGO)
    names = head["memory"].split("\t")
    blocks[1] = look_at_memory(str(place.base), names).text.encode()
    path.write_bytes(spell(head, blocks))


def profiled(place: Place) -> list[tuple[str, str, str]]:
    found = read_profiles(place.workspace).profiles
    return [(each.as_of, each.table, each.fingerprint) for each in found]


def test_the_first_such_run_of_a_day_leaves_what_the_whole_walk_leaves(
    fresh: Callable[..., Place], trusting: Path
) -> None:
    place, today = fresh(*OF_NO_DAY), date.today().isoformat()
    place.agent("run", "--offline")
    make_it_long_ago(place)
    before = profiled(place)
    assert place.ending() == place.ending() == 3

    after = profiled(place)
    assert after == before + [(today, table, fingerprint) for _, table, fingerprint in before]
    runs = read_unchanged_runs(place.workspace).runs
    assert [run.as_of for run in runs] == [today, today]
    place.agent(*CHANGED_ONLY)
    assert profiled(place) == after


@pytest.mark.parametrize("why", ["a check hangs on the day", "it is another month", "a waiver"])
def test_another_day_is_looked_at_where_it_matters(
    why: str, fresh: Callable[..., Place], trusting: Path
) -> None:
    place = fresh(*(ENTRIES if why == "a check hangs on the day" else OF_NO_DAY))
    if why == "a waiver":
        place.agent("run", "--offline")
        place.agent("waive", "GOOD", "--until", "2099-01-01", "--why", "known", "--by", "me")
    place.agent("run", "--offline")
    assert place.ending() == 3
    make_it_long_ago(place)
    if why == "it is another month":
        path = place.workspace.unchanged_index
        path.write_bytes(path.read_bytes().replace(f"{date.today():%Y-%m} ".encode(), b"1999-12 "))

    assert place.ending() is None
