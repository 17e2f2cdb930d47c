"""A node that is lost, or its process, costs its programs another try and no more."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from backend.contracts.errors import SandboxError
from backend.contracts.program import OutcomeStatus
from backend.contracts.settings import SandboxSettings
from backend.engine.open import open_engine
from tests.engine.tables_and_jobs import make_job, write_table
from tests.engine.two_nodes import TwoNodes, kill_processes_of_nodes

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
SLOW = (
    "def check(tables):\n    import time\n    time.sleep(4)\n    o = tables['orders']\n"
    "    return o[o['amount'] < 0]\n"
)
LIMITS = SandboxSettings(programs=1)


def test_a_lost_node_costs_a_retry_alone(nodes: TwoNodes, tmp_path: Path) -> None:
    files = {"orders": write_table(tmp_path)}
    jobs = [make_job(SLOW, f"CHK-{number}") for number in range(2)]
    with (
        open_engine(files, LIMITS, nodes.settings) as sandbox,
        ThreadPoolExecutor(2) as threads,
    ):
        told = [threads.submit(sandbox.run, job) for job in jobs]
        time.sleep(2)  # both nodes have begun
        nodes.lose()
        outcomes = [each.result() for each in told]
        after = sandbox.run(make_job(check_id="CHK-after"))
    nodes.add()

    assert [outcome.status for outcome in (*outcomes, after)] == [OutcomeStatus.OK] * 3
    assert [list(outcome.rows) for outcome in (*outcomes, after)] == [[2]] * 3
    assert {outcome.node for outcome in (*outcomes, after)} == {after.node}


def test_a_lost_process_of_a_node_costs_a_retry_alone(nodes: TwoNodes, tmp_path: Path) -> None:
    files = {"orders": write_table(tmp_path)}
    with (
        open_engine(files, LIMITS, nodes.settings) as sandbox,
        ThreadPoolExecutor(2) as threads,
    ):
        told = [threads.submit(sandbox.run, make_job(SLOW, f"CHK-{each}")) for each in range(2)]
        time.sleep(2)
        assert kill_processes_of_nodes() == 2
        outcomes = [each.result() for each in told]

    assert [list(outcome.rows) for outcome in outcomes] == [[2], [2]]


def test_a_program_that_takes_process_after_process_with_it_is_an_error(
    nodes: TwoNodes, tmp_path: Path
) -> None:
    files = {"orders": write_table(tmp_path)}
    with (
        open_engine(files, LIMITS, nodes.settings) as sandbox,
        ThreadPoolExecutor(1) as threads,
    ):
        told = threads.submit(sandbox.run, make_job(SLOW))
        while not told.done():
            time.sleep(1)
            kill_processes_of_nodes()

    with pytest.raises(SandboxError) as caught:
        told.result()
    assert caught.value.code in ("node-lost", "no-node")
