"""Programs over a real cluster of two nodes give what they give here."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from backend.agent import run
from backend.contracts.errors import SandboxError
from backend.contracts.settings import SandboxSettings, Settings
from backend.contracts.workspace import Workspace
from backend.engine.cluster import AS_ON_A_DESKTOP
from backend.engine.open import open_engine
from backend.request import Report, Request
from backend.toolbox import open_toolbox
from backend.watchers import Watchers
from tests.engine.tables_and_jobs import make_job, write_table
from tests.engine.two_nodes import TwoNodes

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
ROOT = Path(__file__).resolve().parents[2]
OF_THE_RUN = {"run_id", "started_at", "seconds", "sandbox", "node", "flagged_path"}
LIMITS = SandboxSettings(programs=1)


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
    limits = LIMITS.model_copy(update={"start_seconds": 10.0})
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
