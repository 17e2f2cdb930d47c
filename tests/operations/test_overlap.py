"""Many starts at once: one run at a time, each accounted for, nothing torn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from backend.store.rollup import read_rollup
from backend.store.runs_log import read_records
from backend.store.workflows import read_workflows
from tests.operations.place import HELD_AGENT, Place
from tests.tiny_workspace import entry

ENTRIES = [entry(f"C{number}", f"price must be at least {number}") for number in range(3)]
STARTS = 4


@pytest.mark.slow
@pytest.mark.parametrize("wait", ["0", "100"])
def test_starts_at_once_run_one_after_the_other(wait: str, fresh: Callable[..., Place]) -> None:
    place = fresh(*ENTRIES)
    started = [place.process("run", "--wait", wait, module=HELD_AGENT) for _ in range(STARTS)]
    codes = [place.end(process) for process in started]
    records = read_records(place.workspace)

    assert set(codes) <= ({1} if wait != "0" else {1, 75})
    assert len(place.runs()) == codes.count(1) >= 1
    assert records.trouble == read_workflows(place.workspace).trouble == ()
    in_order = [record.run_id for record in records.records]
    assert in_order == [run for run in place.runs() for _ in ENTRIES], "no two runs are mixed"
    rows = read_rollup(place.workspace).rows or {}
    assert {row.runs for row in rows.values()} == {codes.count(1)}
