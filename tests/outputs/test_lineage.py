"""OpenLineage events, to a real receiver on loopback and to a file."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.elsewhere import LineageSettings
from backend.contracts.schema import Column, ColumnType, FileStat, TableSnapshot
from backend.contracts.verdict import RunRecord, Verdict
from backend.outputs.lineage_events import (
    ToldRun,
    dataset_name,
    end_event,
    lost_event,
    run_uuid,
    start_event,
)
from backend.outputs.lineage_sender import send_event

RUN = ToldRun("20261120T010003Z-9f2c", "2026-11-20", "dq", "nightly", "s3://shop/daily")
STAT = FileStat(size=99, mtime_ns=0, ctime_ns=0, inode=0, seen_ns=0)
ORDERS = TableSnapshot(
    table="orders",
    file="orders.csv",
    fingerprint="xxh3:0",
    content_hash="xxh3:1",
    stat=STAT,
    rows=3,
    columns=(
        Column(name="order_id", type=ColumnType.INTEGER, unique=True),
        Column(name="state", type=ColumnType.TEXT, missing=1, values=("secret-a", "secret-b")),
    ),
)


def record(check_id: str, verdict: Verdict, **more: Any) -> RunRecord:
    fields: dict[str, Any] = {
        "run_id": RUN.run_id,
        "check_id": check_id,
        "check_name": f"name of {check_id}",
        "verdict": verdict,
        "summary": f"{verdict}: told",
        "tested": 3,
        "flagged": 1,
        "started_at": "2026-11-20T01:00:03+00:00",
        "as_of": RUN.as_of,
        "tables": {"orders": "xxh3:0"},
    }
    return RunRecord(**fields | more)


class Receiver(BaseHTTPRequestHandler):
    """Answers with ``code``, and keeps what it was sent."""

    code = 201
    taken: list[tuple[str, str, dict[str, Any]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        key = self.headers.get("Authorization", "")
        self.taken.append((self.path, key, json.loads(body)))
        self.send_response(self.code)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[tuple[str, type[Receiver]]]:
    class Own(Receiver):
        taken = []

    server = HTTPServer(("127.0.0.1", 0), Own)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", Own
    server.shutdown()
    server.server_close()


def as_json(event: Any, tmp_path: Path) -> dict[str, Any]:
    """The event as a receiver has it."""
    assert send_event(event, LineageSettings(to="events.jsonl"), tmp_path) == ""
    found: dict[str, Any] = json.loads((tmp_path / "events.jsonl").read_text().splitlines()[-1])
    return found


def test_start_and_end_are_of_one_run(tmp_path: Path) -> None:
    start = as_json(start_event(RUN), tmp_path)
    end = as_json(end_event(RUN, [], {}, 0), tmp_path)

    assert [start["eventType"], end["eventType"]] == ["START", "COMPLETE"]
    assert start["run"]["runId"] == end["run"]["runId"] == run_uuid(RUN.run_id)
    assert (start["job"]["name"], start["job"]["namespace"]) == ("nightly", "dq")
    told = start["run"]["facets"]["executionParameters"]["parameters"]
    assert {each["key"]: each["value"] for each in told}["run_id"] == RUN.run_id
    assert len((tmp_path / "events.jsonl").read_text().splitlines()) == 2


ENDS = {
    "all pass": ([record("A", Verdict.PASS)], 0, False, "COMPLETE"),
    "a check fails": ([record("A", Verdict.FAIL)], 1, False, "COMPLETE"),
    "a check is in error": ([record("A", Verdict.ERROR, code="not-proven")], 3, False, "FAIL"),
    "ended": ([record("A", Verdict.SKIPPED, code="interrupted")], 3, True, "ABORT"),
}


@pytest.mark.parametrize(("records", "code", "was_ended", "state"), ENDS.values(), ids=ENDS)
def test_a_failing_check_is_no_failing_run(
    records: list[RunRecord], code: int, was_ended: bool, state: str, tmp_path: Path
) -> None:
    event = end_event(RUN, records, {"orders": ORDERS}, code, was_ended=was_ended)

    assert as_json(event, tmp_path)["eventType"] == state


def test_verdicts_are_assertions_about_the_table(tmp_path: Path) -> None:
    records = [
        record("P", Verdict.PASS, severity="high", owner="ann@company.com"),
        record("W", Verdict.WARN),
        record("F", Verdict.FAIL, tables={"orders": "xxh3:0", "users": "xxh3:9"}),
        record("E", Verdict.ERROR, code="program-failed", summary="it met the cell secret-c"),
        record("S", Verdict.SKIPPED, code="nothing-to-test"),
    ]
    event = as_json(end_event(RUN, records, {"orders": ORDERS}, 3), tmp_path)

    (table,) = event["inputs"]
    assert (table["namespace"], table["name"]) == ("s3://shop", "daily/orders.csv")
    fields = table["facets"]["schema"]["fields"]
    assert [(each["name"], each["type"]) for each in fields] == [
        ("order_id", "integer"),
        ("state", "text"),
    ]
    assert table["facets"]["version"]["datasetVersion"] == "xxh3:0"
    metrics = table["inputFacets"]["dataQualityMetrics"]
    assert (metrics["rowCount"], metrics["bytes"]) == (3, 99)
    assert metrics["columnMetrics"]["state"]["nullCount"] == 1
    assert metrics["columnMetrics"]["state"]["distinctCount"] == 2
    assert metrics["columnMetrics"]["order_id"]["distinctCount"] == 3
    told = table["inputFacets"]["dataQualityAssertions"]["assertions"]
    assert {each["assertion"]: each["success"] for each in told} == {
        "P": True,
        "W": False,
        "F": False,
    }
    tests = event["run"]["facets"]["test"]["tests"]
    assert [(each["name"], each["status"]) for each in tests] == [
        *(("P", "pass"), ("W", "fail"), ("F", "fail"), ("E", "skip"), ("S", "skip"))
    ]
    assert event["run"]["facets"]["errorMessage"]["message"] == "E: program-failed"
    assert "secret" not in json.dumps(event)


def test_every_facet_names_its_schema(tmp_path: Path) -> None:
    event = as_json(end_event(RUN, [record("F", Verdict.FAIL)], {"orders": ORDERS}, 1), tmp_path)
    (table,) = event["inputs"]
    facets = [
        *event["run"]["facets"].values(),
        *event["job"]["facets"].values(),
        *table["facets"].values(),
        *table["inputFacets"].values(),
    ]

    assert event["schemaURL"].startswith("https://openlineage.io/spec/2-0-2/")
    for facet in facets:
        assert facet["_schemaURL"].startswith("https://openlineage.io/spec/facets/")
        assert facet["_producer"] == event["producer"] == "urn:pandas-codegen-agent"


PLACES = {
    "a file": ("file:///srv/quality/data", {}, ("file", "/srv/quality/data/orders.csv")),
    "a bucket": ("s3://shop", {}, ("s3://shop", "orders.csv")),
    "a sheet": (
        "s3://shop/daily",
        {"file": "book.xlsx", "sheet": "First half"},
        ("s3://shop", "daily/book.xlsx#First%20half"),
    ),
    "a query": ("file:///data", {"origin": "duckdb", "file": "sources.toml"}, ("dq", "orders")),
}


@pytest.mark.parametrize(("url", "update", "name"), PLACES.values(), ids=PLACES)
def test_tables_are_named_as_other_tools_name_them(
    url: str, update: dict[str, str], name: tuple[str, str]
) -> None:
    assert dataset_name(url, "dq", ORDERS.model_copy(update=update)) == name


def test_a_run_that_is_lost_fails_with_its_message(tmp_path: Path) -> None:
    event = as_json(lost_event(RUN, "the disk is full"), tmp_path)

    assert event["eventType"] == "FAIL"
    assert event["run"]["facets"]["errorMessage"]["message"] == "the disk is full"


def test_a_receiver_takes_events_with_its_key(
    receiver: tuple[str, type[Receiver]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, server = receiver
    monkeypatch.setenv("DQ_LINEAGE_KEY", "hunter2")
    settings = LineageSettings(to=f"{url}/base", key_env="DQ_LINEAGE_KEY")

    assert send_event(start_event(RUN), settings, tmp_path) == ""
    ((path, key, event),) = server.taken
    assert (path, key) == ("/base/api/v1/lineage", "Bearer hunter2")
    assert event["run"]["runId"] == run_uuid(RUN.run_id)


@pytest.mark.parametrize("code", [400, 403, 503])
def test_a_receiver_that_refuses_is_told(
    code: int, receiver: tuple[str, type[Receiver]], tmp_path: Path
) -> None:
    url, server = receiver
    server.code = code

    told = send_event(start_event(RUN), LineageSettings(to=url), tmp_path)
    assert told in (f"HTTP {code}", "no answer (RetryError)")


def test_a_dead_receiver_is_told(tmp_path: Path) -> None:
    settings = LineageSettings(to="http://127.0.0.1:1", seconds=1)

    assert send_event(start_event(RUN), settings, tmp_path) == "no answer (ConnectionError)"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    told = send_event(start_event(RUN), LineageSettings(to="."), tmp_path)

    assert told == "the file cannot be written (Is a directory)"
