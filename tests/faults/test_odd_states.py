"""A clock that goes back, a table that is replaced, a torn line, a cache of a newer version."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.receipt import Approval
from backend.contracts.workspace import Workspace
from backend.store.approvals import append_approval
from backend.store.atomic import write_atomic
from backend.store.last_runs import read_run
from tests.faults.acting import RUN, Stage
from tests.faults.holding import (
    ENTRIES,
    Deliveries,
    assert_healed,
    assert_sound,
    assert_true,
    deliver,
    known,
    made,
    orders,
)
from tests.tiny_workspace import entry

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
DAY = 86_400.0
WAIVE = ("waive", "PRICE", "--until", "2099-01-01", "--by", "ann", "--why", "known")


def test_clock_that_goes_back_and_forth(stage: Stage, room: Path, deliveries: Deliveries) -> None:
    tiny = made(room / "w", deliveries)
    days = [0, -40, -400, 0, 40, -1, 800, 0, 3, 35, 70]
    for number, day in enumerate(days):
        deliver(tiny, deliveries, number % 3)
        before = known(tiny.workspace)
        argv = RUN if number % 2 else ("run", "--offline")
        acted = stage.act(tiny.workspace.base, *argv, clock=DAY * day)
        assert acted.code == 3, acted.told
        assert_sound(tiny.workspace, before, deliveries)
        assert_healed(tiny.workspace)
    assert len(known(tiny.workspace).records) == 4 * len(days)
    assert [*tiny.workspace.runs_archive.iterdir()], "no month was closed"


CHANGING = ("table-changed", "unreadable-table", "unreadable-file")
"""What is said of a table that is not the same from one look to the next."""


def test_table_that_is_replaced_while_it_is_read(
    stage: Stage, room: Path, deliveries: Deliveries
) -> None:
    tiny = made(room / "w", deliveries)
    texts = [orders(number) for number in range(1, 6)]
    for text in texts:
        deliveries.know(orders=text)
    is_over = threading.Event()

    def replace() -> None:
        number = 0
        while not is_over.wait(0.003):
            number += 1
            write_atomic(tiny.workspace.data / "orders.csv", texts[number % len(texts)])

    replacing = threading.Thread(target=replace)
    replacing.start()
    try:
        for _ in range(12):
            assert stage.act(tiny.workspace.base, *RUN).code == 3
    finally:
        is_over.set()
        replacing.join()
    records = known(tiny.workspace).records
    troubled = [each for each in records if each.code in CHANGING]
    judged = tuple(each for each in records if each not in troubled)
    assert len({each.tables["orders"] for each in judged if each.check_id == "PRICE"}) > 1
    assert_true(tiny.workspace, judged, deliveries)
    stage.act(tiny.workspace.base, *RUN)
    assert_healed(tiny.workspace)


LOGS = {
    "runs log": lambda each: each.runs_log_file,
    "prompt log": lambda each: each.prompt_log_file,
    "profiles": lambda each: each.profiles_file,
    "waivers": lambda each: each.waivers_file,
    "approvals": lambda each: each.approvals_file,
    "events": lambda each: next(each.events.iterdir()),
}
ENDS = {
    "cut": b'{"run_id":"r","che',
    "cut in a character": '{"why":"é'.encode()[:-1],
    "zeros": b"\0" * 64,
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("log", LOGS.values(), ids=LOGS)
def test_last_line_that_was_cut_short(
    log: Any, end: bytes, stage: Stage, room: Path, deliveries: Deliveries, first_memory: Path
) -> None:
    tiny = made(room / "w", deliveries)
    workspace: Workspace = tiny.workspace
    shutil.copytree(first_memory, workspace.memory)
    append_approval(workspace, Approval(at="2026", check_id="PRICE", program="sha256:x", by="ann"))
    assert stage.act(workspace.base, *WAIVE).code == 0
    before = known(workspace)
    with log(workspace).open("ab") as stream:
        stream.write(end)
    assert_sound(workspace, before, deliveries)
    tiny.write_checks(entry("PRICE", "price must be at least 2"), *ENTRIES[1:])
    deliver(tiny, deliveries, 2)

    assert stage.act(workspace.base, *RUN).code == 3
    assert stage.act(workspace.base, *WAIVE).code == 0

    assert_sound(workspace, before, deliveries)
    assert_healed(workspace)


def of_a_newer_version(value: Any) -> Any:
    """The same with a key more in each object, and a higher version."""
    if isinstance(value, dict):
        more = {"later": {"than": "this"}}
        return {key: of_a_newer_version(each) for key, each in value.items()} | more
    return [of_a_newer_version(each) for each in value] if isinstance(value, list) else value


FILES = ("workflows.json", "schema_cols.json", "table_snapshots.json", "last_verdicts.json")


@pytest.mark.parametrize("argv", [RUN, (*RUN, "--changed-only")], ids=["all", "changed only"])
@pytest.mark.parametrize("name", [*FILES, "all of them", "checks_rollup.csv", "history"])
def test_cache_of_a_newer_version_costs_its_use_only(
    name: str,
    argv: tuple[str, ...],
    stage: Stage,
    room: Path,
    deliveries: Deliveries,
    first_memory: Path,
) -> None:
    tiny = made(room / "w", deliveries)
    memory = tiny.workspace.memory
    shutil.copytree(first_memory, memory)
    before = known(tiny.workspace)
    touched = {"all of them": [memory / each for each in FILES], "history": []}.get(
        name, [memory / name]
    )
    touched += [*memory.glob("history/*/*.json")] if name in ("history", "all of them") else []
    for path in touched:
        if path.suffix == ".csv":
            head, *rest = path.read_text().splitlines()
            path.write_text("\n".join([f"{head},later", *(f"{row},1" for row in rest), ""]))
        else:
            found = of_a_newer_version(json.loads(path.read_text())) | {"version": 99}
            path.write_text(json.dumps(found))

    acted = stage.act(tiny.workspace.base, *argv)

    assert acted.code == 3, acted.told
    assert "Traceback" not in acted.told[0]
    for path in memory.rglob("*.damaged-*"):
        path.unlink()
    read = known(tiny.workspace)
    assert read.records[:4] == before.records
    last = read_run(tiny.workspace)
    assert {r.run_id for r in last.records}.isdisjoint(r.run_id for r in before.records)
    found = {r.check_id: (r.verdict, r.flagged) for r in last.records}
    assert found == {r.check_id: (r.verdict, r.flagged) for r in before.records}
    assert not last.lost
    assert stage.act(tiny.workspace.base, *argv).code == 3


def test_records_of_a_newer_version_stay_as_they_are(
    stage: Stage, room: Path, deliveries: Deliveries
) -> None:
    tiny = made(room / "w", deliveries)
    stage.act(tiny.workspace.base, *RUN)
    log = tiny.workspace.runs_log_file
    newer = [json.dumps(of_a_newer_version(json.loads(line))) for line in log.open()]
    with log.open("a") as stream:
        stream.write("".join(f"{line}\n" for line in newer))
    assert stage.act(tiny.workspace.base, *RUN).code == 3
    lines = log.read_text().splitlines()
    assert lines[4:8] == newer
    assert len(lines) == 12
