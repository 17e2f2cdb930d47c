"""What must hold in a workspace whatever befell it, and what is true of its tables, by hand."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from backend.contracts.schema import Schema
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.store.history import versions
from backend.store.prompt_log import read_prompts, verify_chain
from backend.store.rollup import read_rollup
from backend.store.runs_log import read_records
from backend.store.schema_files import read_schema
from backend.store.waivers import verify_waivers
from backend.store.workflows import read_workflows
from backend.tables.snapshot import snapshot_tables
from tests.tiny_workspace import TinyWorkspace, entry

ENTRIES = [
    entry("PRICE", "price must be at least 0"),
    entry("KNOWN", "user_id must exist in users", "orders,users"),
    entry("EMAIL", "email must be filled", "users"),
    entry("VAGUE", "be nice"),
]
REFUSED = ("cannot-write", "unwritable-cache")
"""What a check is in ERROR for where the disk refuses; no verdict is made of that."""
JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)


def orders(number: int) -> str:
    """The orders of a delivery; which rows are wrong differs from one to the next."""
    prices = [(7 * number + 3 * row) % 11 - 4 for row in range(3 + number % 5)]
    rows = [f"{row},{(row + number) % 4 or ''},{price}" for row, price in enumerate(prices)]
    return "\n".join(["order_id,user_id,price", *rows, ""])


def users(number: int) -> str:
    rows = [f"{user},{'' if user == number % 3 else 'ann@example.org'}" for user in (1, 2)]
    return "\n".join(["user_id,email", *rows, ""])


class Counts(NamedTuple):
    tested: int
    flagged: int


def count_by_hand(sentence: str, tables: dict[str, str]) -> Counts:
    """What a sentence of `ENTRIES` finds, without any code of the agent."""
    read = {name: [*csv.DictReader(StringIO(text))] for name, text in tables.items()}
    if found := re.search(r"price must be at least (\d+)", sentence):
        low = [row for row in read["orders"] if int(row["price"]) < int(found[1])]
        return Counts(len(read["orders"]), len(low))
    if "exist in users" in sentence:
        known = {row["user_id"] for row in read["users"]}
        named = [row["user_id"] for row in read["orders"] if row["user_id"]]
        return Counts(len(named), sum(user not in known for user in named))
    assert "email" in sentence
    return Counts(len(read["users"]), sum(not row["email"] for row in read["users"]))


class Deliveries:
    """What ever stood in tables and sentences of a test, by the hashes that records name."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = TinyWorkspace(scratch).workspace
        self._texts: dict[str, str] = {}
        self.sentences: dict[str, str] = {}
        """By the hash of the program that was made of them."""

    def know(self, **tables: str) -> None:
        for table, text in tables.items():
            self._scratch.data.joinpath(f"{table}.csv").write_text(text)
        schema = snapshot_tables(self._scratch, Schema())
        for table, text in tables.items():
            self._texts[schema.tables[table].fingerprint] = text

    def learn(self, workspace: Workspace) -> None:
        """The programs of the history: a later clean may take them."""
        for each in ENTRIES:
            for version in versions(workspace, each["check_id"]):
                if version.program:
                    self.sentences[version.program.sha256] = version.sentence

    def of(self, record: RunRecord) -> dict[str, str]:
        return {table: self._texts[mark] for table, mark in record.tables.items()}


def made(base: Path, deliveries: Deliveries) -> TinyWorkspace:
    """A workspace with `ENTRIES` over the first delivery; nothing was run in it."""
    tiny = TinyWorkspace(base, *ENTRIES)
    deliver(tiny, deliveries, 1)
    return tiny


def deliver(tiny: TinyWorkspace, deliveries: Deliveries, number: int) -> None:
    """Bring the tables of a delivery."""
    deliveries.know(orders=orders(number), users=users(number))
    tiny.write_table("orders.csv", orders(number))
    tiny.write_table("users.csv", users(number))


class Known(NamedTuple):
    """What was on record at a moment: none of it may ever be lost."""

    records: tuple[RunRecord, ...] = ()
    prompts: tuple[str, ...] = ()
    compiled: frozenset[str] = frozenset()


def known(workspace: Workspace) -> Known:
    hashes = tuple(record.hash for record in read_prompts(workspace))
    compiled = frozenset(path.name for path in workspace.history.rglob("*.json"))
    return Known(read_records(workspace).records, hashes, compiled)


def assert_sound(workspace: Workspace, before: Known, deliveries: Deliveries) -> None:
    """After any fault: files parse, chains hold, nothing is lost, no verdict is invented."""
    for path in workspace.memory.rglob("*.json"):
        json.loads(path.read_text())
    for path in workspace.memory.rglob("*.csv"):
        with path.open(newline="") as stream:
            assert len({len(row) for row in csv.reader(stream, strict=True)}) == 1, path
    for path in workspace.memory.rglob("*.jsonl"):
        for line in path.read_bytes().split(b"\n")[:-1]:
            assert isinstance(json.loads(line), dict), path
    for read in (read_workflows, read_schema, read_rollup):
        assert read(workspace, holds_lock=False).trouble == ()
    assert read_records(workspace).trouble == ()
    assert verify_chain(workspace).ok
    assert verify_waivers(workspace).ok
    now = known(workspace)
    assert now.records[: len(before.records)] == before.records
    assert now.prompts[: len(before.prompts)] == before.prompts
    assert before.compiled <= now.compiled
    assert_true(workspace, now.records, deliveries)


def assert_true(
    workspace: Workspace, records: tuple[RunRecord, ...], deliveries: Deliveries
) -> None:
    """Each verdict on record is that of its own program on its own tables."""
    deliveries.learn(workspace)
    for record in records:
        if record.check_id == "VAGUE" or record.code in REFUSED:
            assert record.verdict is Verdict.ERROR
            assert record.code in ("not-understood", *REFUSED)
            continue
        assert record.verdict in JUDGED or record.code == "interrupted", record
        if record.verdict in JUDGED:
            _assert_record(workspace, record, deliveries)


def _assert_record(workspace: Workspace, record: RunRecord, deliveries: Deliveries) -> None:
    sentence = deliveries.sentences[str(record.program)]
    wanted = count_by_hand(sentence, deliveries.of(record))
    assert (record.tested, record.flagged) == wanted, record
    failing = Verdict.WARN if record.waiver else Verdict.FAIL
    assert record.verdict is (failing if wanted.flagged else Verdict.PASS)
    assert (record.flagged_path is not None) == bool(wanted.flagged)
    path = workspace.base / (record.flagged_path or "")
    if record.flagged_path and path.parent.parent.exists():  # a clean takes whole runs
        assert len(path.read_text().splitlines()) == wanted.flagged + 1


def assert_healed(workspace: Workspace) -> None:
    """By a run that came to its end after one that did not."""
    records = read_records(workspace).records
    runs = list(_runs(records))
    assert len({run[0].run_id for run in runs}) == len(runs), "runs are mixed"
    assert {record.check_id for record in runs[-1]} == {each["check_id"] for each in ENTRIES}
    rows = read_rollup(workspace).rows or {}
    for record in runs[-1]:
        of_check = [each for each in records if each.check_id == record.check_id]
        row = rows[record.check_id]
        assert (row.runs, row.flagged) == (len(of_check), record.flagged), record.check_id
        assert row.verdict is record.verdict
    left = [path for path in workspace.memory.rglob("*") if path.suffix in (".tmp",)]
    assert not left
    assert not [*workspace.memory.rglob("*.damaged-*")]
    assert workspace.lock_file.read_bytes() == b""


def _runs(records: tuple[RunRecord, ...]) -> Iterator[list[RunRecord]]:
    run: list[RunRecord] = []
    for record in records:
        if run and run[-1].run_id != record.run_id:
            yield run
            run = []
        run.append(record)
    if run:
        yield run
