"""Runs over the shipped example come to the same, whichever engine judges, and say which it was."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from backend.agent import Report, Request, run
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.planner.offline.planner import OfflinePlanner
from backend.store.runs_log import read_records
from backend.toolbox import NamedPlanner, Toolbox
from backend.verifying import Repeat, verify_run
from tests.near_sandbox import NearSandbox
from tests.tiny_workspace import AS_OF, Watched, state

SHIPPED = Path(__file__).resolve().parents[2] / "backend"
PLANNER = OfflinePlanner()
TOOLBOX = Toolbox((NamedPlanner(PLANNER.name, lambda: PLANNER),), NearSandbox, "test@1")
ALIKE = ("verdict", "summary", "tested", "flagged", "code", "reason", "program")


def shipped(folder: Path, judge_by: str) -> Workspace:
    """The shipped tables and rules in a workspace of their own."""
    shutil.copytree(SHIPPED / "data", folder / "data")
    checks = json.loads((SHIPPED / "checks" / "checks.json").read_text("utf-8"))
    rules = [check for check in checks if check.get("stage", "rule") == "rule"]
    (folder / "checks").mkdir()
    (folder / "checks" / "checks.json").write_text(json.dumps(rules))
    (folder / "settings.toml").write_text(f'[engine]\njudge_by = "{judge_by}"\n')
    return Workspace(folder)


def run_over(workspace: Workspace) -> Report:
    return run(Request(workspace, (), AS_OF), TOOLBOX, Watched())


@pytest.fixture(scope="module")
def workspaces(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workspace]:
    folder = tmp_path_factory.mktemp("whole")
    return {name: shipped(folder / name, name) for name in ("pandas", "duckdb")}


@pytest.fixture(scope="module")
def reports(workspaces: dict[str, Workspace]) -> dict[str, Report]:
    """The second run has what the first compiled, and nothing else of it."""
    pandas, duckdb = workspaces["pandas"], workspaces["duckdb"]
    first = run_over(pandas)
    duckdb.memory.mkdir(parents=True)
    shutil.copy(pandas.workflows_file, duckdb.workflows_file)
    second = run_over(duckdb)
    assert not [record for record in second.records if record.compiled]
    return {"pandas": first, "duckdb": second}


@pytest.mark.slow
def test_verdicts_and_flagged_rows_are_the_same(
    reports: dict[str, Report], workspaces: dict[str, Workspace]
) -> None:
    pairs = list(zip(reports["pandas"].records, reports["duckdb"].records, strict=True))

    assert len(pairs) > 20
    for ours, theirs in pairs:
        for name in ALIKE:
            assert getattr(theirs, name) == getattr(ours, name), (ours.check_id, name)
        assert written(workspaces["duckdb"], theirs) == written(workspaces["pandas"], ours)


@pytest.mark.slow
def test_records_and_receipts_tell_the_engine(reports: dict[str, Report]) -> None:
    assert {record.engine for record in reports["pandas"].records} == {"pandas"}
    judged = [record for record in reports["duckdb"].records if record.receipt]
    assert len(judged) > 20
    for record in judged:
        assert record.receipt
        assert record.engine == record.receipt.engine == "duckdb", record.check_id
        assert record.engine_reason == "judge_by is 'duckdb' under [engine]"
        assert {"duckdb", "sqlglot", "pandas"} <= set(record.receipt.versions)


@pytest.mark.slow
def test_run_is_repeated_by_its_own_engine_and_leaves_nothing(
    reports: dict[str, Report], workspaces: dict[str, Workspace]
) -> None:
    workspace = workspaces["duckdb"]
    before = state(workspace.base)

    found = verify_run(workspace, reports["duckdb"].run_id, TOOLBOX)

    judged = {record.check_id for record in reports["duckdb"].records if record.receipt}
    assert {each.check_id for each in found if each.came is Repeat.SAME} == judged
    assert state(workspace.base) == before


@pytest.mark.slow
def test_next_run_compiles_nothing_and_comes_to_the_same(
    reports: dict[str, Report], workspaces: dict[str, Workspace]
) -> None:
    again = run_over(workspaces["duckdb"])

    first = {record.check_id: record.receipt for record in reports["duckdb"].records}
    assert {record.check_id: record.receipt for record in again.records} == first
    assert not [record for record in again.records if record.compiled]
    logged = [r for r in read_records(workspaces["duckdb"]).records if r.run_id == again.run_id]
    assert {record.engine for record in logged if record.receipt} == {"duckdb"}


def written(workspace: Workspace, record: RunRecord) -> bytes | None:
    """The file of flagged rows; failing records, which have no order of their own, in one."""
    if record.flagged_path is None:
        return None
    content = (workspace.base / record.flagged_path).read_bytes()
    lines = content.splitlines(keepends=True)
    is_of_rows = lines[1].split(b",")[1] != b""
    return content if is_of_rows else b"".join([lines[0], *sorted(lines[1:])])
