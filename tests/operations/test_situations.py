"""The table of docs/operations.md: each row is brought about, and ends as it says."""

from __future__ import annotations

import re
import shutil
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from backend.store.lock import WorkspaceLock
from backend.store.unchanged_runs import read_unchanged_runs
from tests.operations import outside_situations
from tests.operations.documented import Situation, read_situations
from tests.operations.place import HELD, Place, wait_until
from tests.tiny_workspace import ORDERS, TinyWorkspace

ROWS = read_situations()
ACTS: dict[str, Callable[[Place], object]] = {**outside_situations.ACTS}
Act = Callable[[Place], object]


def situation(name: str) -> Callable[[Act], Act]:
    def note(act: Act) -> Act:
        ACTS[name] = act
        return act

    return note


def only(*check_ids: str, options: tuple[str, ...] = (), **fields: object) -> Act:
    """A run over these checks alone; the first has other fields."""

    def act(place: Place) -> None:
        place.keep(*check_ids)
        place.change(check_ids[0], **fields)
        place.agent("run", "--offline", *options)

    return act


ACTS |= {
    "every check passes": only("GOOD"),
    "a check fails": only("BAD"),
    "a check only warns": only("MILD"),
    "a check only warns, with `--fail-on warn`": only("MILD", options=("--fail-on", "warn")),
    "a check fails that matters less than `--fail-on high`": only(
        "BAD", options=("--fail-on", "high")
    ),
    "a check has nothing to test": only("NONE"),
    "a check has nothing to test, and `allow_empty` is set": only("NONE", allow_empty=True),
    "a check is disabled": only("OFF"),
    "a check waits for one that failed": only("GOOD", "BAD", depends_on="BAD"),
    "a sentence is not understood": only("VAGUE"),
    "one check fails and one is in error": only("BAD", "VAGUE"),
    "an entry of checks.json is no check": only("BAD", "GOOD", severity="huge"),
    "no check is selected": only("BAD", options=("--select", "tag:no")),
    "an option is unknown": only("BAD", options=("--fast",)),
    "`--no-compile`, and a sentence was changed": only(
        "BAD", options=("--no-compile",), calculation_hint="price must be at least 1"
    ),
    "`--no-compile`, and the sentence of a check that passes was changed": only(
        "GOOD", options=("--no-compile",), calculation_hint="user_id must be filled in."
    ),
    "`--no-compile --batch`": only("BAD", options=("--no-compile", "--batch")),
    "`--changed-only`, and nothing changed": only("BAD", options=("--changed-only",)),
    "`--max-seconds` is over before a check": only("BAD", options=("--max-seconds", "0")),
}


@situation("a table cannot be read")
def torn(place: Place) -> None:
    place.write_table("orders.csv", "a,b\n1\n")
    only("BAD")(place)


@situation("checks.json is not JSON")
def no_json(place: Place) -> None:
    place.workspace.checks_file.write_text('[{"check_id": }]')
    place.agent("run")


@situation("checks.json is not there")
def no_checks(place: Place) -> None:
    place.workspace.checks_file.unlink()
    place.agent("run")


@situation("settings.toml holds no such setting")
def no_setting(place: Place) -> None:
    place.workspace.settings_file.write_text("[sandbox]\nspeed = 9\n")
    place.agent("run")


@situation("another run holds the workspace")
def busy(place: Place) -> None:
    with WorkspaceLock(place.workspace):
        place.agent("run")


@situation("another run holds it longer than `--wait`")
def too_busy(place: Place) -> None:
    with WorkspaceLock(place.workspace):
        place.agent("run", "--wait", "0.3")


@situation("another run holds it, and ends within `--wait`")
def waits(place: Place) -> None:
    lock = WorkspaceLock(place.workspace)
    lock.__enter__()
    ending = threading.Timer(0.5, lock.__exit__, (None, None, None))
    ending.start()
    only("BAD", options=("--wait", "60"))(place)
    ending.join()


@situation("`--no-compile`, and a check is new")
def new(place: Place) -> None:
    shutil.rmtree(place.workspace.memory)
    only("GOOD", options=("--no-compile",))(place)


@situation("`--no-compile`, and a column is gone")
def column_gone(place: Place) -> None:
    place.write_table("orders.csv", ORDERS.replace("price", "cost"))
    only("BAD", options=("--no-compile",))(place)


@situation("the folder of the memory cannot be written")
def no_folder(place: Place) -> None:
    shutil.rmtree(place.workspace.memory)
    place.workspace.memory.write_text("this is no folder")
    place.agent("run")


@situation("workflows.json is damaged")
def damaged(place: Place) -> None:
    place.workspace.workflows_file.write_text('{"BAD::')
    only("BAD")(place)


def alter_log(place: Place) -> None:
    log = place.workspace.prompt_log_file
    log.write_text(log.read_text().replace("order_id", "order_di", 1))


@situation("the prompt log was altered, and nothing is stale")
def altered(place: Place) -> None:
    alter_log(place)
    only("BAD")(place)


@situation("the end of the prompt log was altered, and a check is stale")
def altered_and_stale(place: Place) -> None:
    log = place.workspace.prompt_log_file
    log.write_text(log.read_text().replace('"hash":', '"hush":'))
    only("BAD", calculation_hint="price must be at least 1")(place)


@situation("the prompt log was altered, and `agent doctor` looks")
def altered_and_found(place: Place) -> None:
    alter_log(place)
    place.agent("doctor")


@situation("`agent doctor` finds nothing wrong")
def well(place: Place) -> None:
    place.agent("doctor")


@situation("`agent doctor` finds a problem")
def unwell(place: Place) -> None:
    place.write_table("torn.csv", "a,b\n1\n")
    place.agent("doctor")


def ended_by(*numbers: signal.Signals) -> Act:
    """The held agent over other checks, told to end while the second of three is in hand."""

    def act(place: Place) -> None:
        shutil.rmtree(place.base)
        TinyWorkspace(place.base, *HELD)
        process = place.held()
        for number in numbers:
            process.send_signal(number)
            if len(numbers) == 1 and number != signal.SIGKILL:
                place.let_go()
        place.end(process)

    return act


ACTS |= {
    "SIGTERM while a check runs": ended_by(signal.SIGTERM),
    "SIGINT while a check runs": ended_by(signal.SIGINT),
    "SIGKILL": ended_by(signal.SIGKILL),
}


@situation("a second SIGTERM")
def impatient(place: Place) -> None:
    shutil.rmtree(place.base)
    TinyWorkspace(place.base, *HELD)
    process = place.held()
    told = ""
    process.send_signal(signal.SIGTERM)
    assert process.stdout is not None
    while "A second signal ends at once." not in told:
        told += process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    place.end(process)


@situation("`agent watch` is ended by SIGTERM")
def watched(place: Place) -> None:
    place.keep("BAD")
    place.change("BAD", fail_if="> 9")
    process = place.process("watch", "--offline")
    wait_until(lambda: len(place.runs()) > 1 or process.poll() is not None)
    process.send_signal(signal.SIGTERM)
    place.end(process)


def test_every_row_is_brought_about_and_nothing_else() -> None:
    assert [row.name for row in ROWS] == sorted(ACTS, key=[row.name for row in ROWS].index)


@pytest.fixture(autouse=True)
def _nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in outside_situations.ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_situation_ends_as_documented(row: Situation, place: Place) -> None:
    ACTS[row.name](place)

    told = " ".join(place.told.split())
    wanted = ".*".join(re.escape(" ".join(part.split())) for part in row.message.split("…"))
    assert re.search(wanted, told), place.told
    assert place.code == row.exit_code, place.told
    for fact in row.on_disk:
        FACTS[fact](place)


def as_it_was(place: Place) -> None:
    assert place.files() == place.before


def has_each_record(place: Place) -> None:
    assert set(place.records()) == {each["check_id"] for each in place.checks()}
    assert len(place.runs()) == len(place.runs_before) + 1
    assert not list(Path(place.base).rglob("*.tmp"))


def has_a_line(place: Place) -> None:
    line = read_unchanged_runs(place.workspace).runs[-1]
    assert (line.ran, line.checks) == (0, len(place.checks()))
    assert {record.run_id for record in place.records().values()} == {line.run_id}
    assert place.runs() == place.runs_before


def has_flagged_rows(place: Place) -> None:
    flagged = [record for record in place.records().values() if record.flagged]
    assert flagged
    for record in flagged:
        lines = place.base.joinpath(str(record.flagged_path)).read_text().splitlines()
        assert len(lines) == record.flagged + 1


def has_what_was_done(place: Place) -> None:
    done = place.records()
    begun = {each["check_id"] for each in place.checks()}
    assert done
    assert set(done) <= begun
    place.let_go()
    place.end(place.process(module="tests.operations.held_agent"))
    assert set(place.records()) == begun
    assert place.code == 1, place.told


FACTS: dict[str, Callable[[Place], None]] = {
    "as it was": as_it_was,
    "a record of each check": has_each_record,
    "a line for what was kept": has_a_line,
    "its flagged rows": has_flagged_rows,
    "a record of what was done": has_what_was_done,
}
