"""Programs over a real cluster of two nodes give what they give here, also when one is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from backend.agent import run
from backend.contracts.errors import SandboxError
from backend.contracts.program import OutcomeStatus
from backend.contracts.settings import SandboxSettings, Settings
from backend.contracts.workspace import Workspace
from backend.engine.cluster import AS_ON_A_DESKTOP
from backend.engine.open import open_engine
from backend.request import Report, Request
from backend.toolbox import open_toolbox
from backend.watchers import Watchers
from tests.engine.tables_and_jobs import make_job, write_table
from tests.engine.two_nodes import TwoNodes, kill_processes_of_nodes, two_nodes

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
ROOT = Path(__file__).resolve().parents[2]
OF_THE_RUN = {"run_id", "started_at", "seconds", "sandbox", "node", "flagged_path"}
SLOW = (
    "def check(tables):\n    import time\n    time.sleep(4)\n    o = tables['orders']\n"
    "    return o[o['amount'] < 0]\n"
)
LIMITS = SandboxSettings(programs=1)


@pytest.fixture(scope="module")
def nodes() -> Iterator[TwoNodes]:
    with two_nodes() as both:
        yield both


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The shipped example, compiled by a run on this machine."""
    base = tmp_path_factory.mktemp("example")
    for folder in ("checks", "data"):
        shutil.copytree(ROOT / "backend" / folder, base / folder)
    run_example(Workspace(base), Settings())
    return Workspace(base)


def run_example(workspace: Workspace, settings: Settings) -> Report:
    request = Request(workspace, as_of="2026-11-20")
    return run(request, open_toolbox(offline=True, settings=settings), Watchers(()))


def records_of(report: Report) -> list[dict[str, Any]]:
    return [record.model_dump(exclude=OF_THE_RUN) for record in report.records]


def flagged_rows(report: Report, workspace: Workspace) -> dict[str, str]:
    return {
        record.check_id: (workspace.base / record.flagged_path).read_text("utf-8")
        for record in report.records
        if record.flagged_path
    }


def test_the_example_comes_to_the_same_on_two_nodes(nodes: TwoNodes, example: Workspace) -> None:
    here = run_example(example, Settings())
    there = run_example(example, Settings(engine=nodes.settings))

    assert records_of(there) == records_of(here)
    assert flagged_rows(there, example) == flagged_rows(here, example)
    assert len(flagged_rows(there, example)) > 30
    assert {record.node for record in here.records} == {""}
    assert len({record.node for record in there.records if record.receipt}) == 2
    assert there.sandbox.startswith(here.sandbox.removesuffix(")"))
    assert "on 2 nodes of Ray" in there.sandbox
    lines = [json.loads(line) for line in example.runs_log_file.read_text().splitlines()]
    logged = {line["check_id"]: line["node"] for line in lines if line["run_id"] == there.run_id}
    assert logged == {record.check_id: record.node for record in there.records}


def test_one_node_that_gives_no_isolation_refuses_the_run(nodes: TwoNodes) -> None:
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    nodes.add(HOME=libraries)  # so that a program could read the user's files
    try:
        with pytest.raises(SandboxError, match=r"^engine: node 127\.0\.0\.1 \w{6}: ") as caught:
            open_engine({}, LIMITS, nodes.settings).__enter__()
    finally:
        nodes.lose()

    assert caught.value.code == "unsafe-mount"


def test_a_person_s_word_holds_on_the_nodes_and_stands_in_the_level(nodes: TwoNodes) -> None:
    with open_engine({}, LIMITS, nodes.settings, unsafe=True) as sandbox:
        assert sandbox.level == "none"


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


HOLDS_A_CORE = """
import sys, ray
ray.init(address=sys.argv[1], log_to_driver=False, include_dashboard=False)
@ray.remote(num_cpus=1)
class Busy:
    def ready(self):
        return "ready"
busy = Busy.remote()
print(ray.get(busy.ready.remote()), flush=True)
sys.stdin.read()
"""


def test_a_node_without_a_free_core_is_left_out_and_told(nodes: TwoNodes, tmp_path: Path) -> None:
    files = {"orders": write_table(tmp_path)}
    command = [sys.executable, "-c", HOLDS_A_CORE, nodes.cluster.address]
    on_loopback = {**os.environ, **AS_ON_A_DESKTOP}
    limits = LIMITS.model_copy(update={"start_seconds": 15.0})
    with subprocess.Popen(
        command, env=on_loopback, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as busy:
        assert busy.stdout is not None
        assert busy.stdout.readline() == "ready\n"
        with open_engine(files, limits, nodes.settings) as sandbox:
            backend, outcome = sandbox.backend, sandbox.run(make_job())
        busy.communicate("")

    assert "on 1 of 2 nodes of Ray" in backend
    assert list(outcome.rows) == [2]
