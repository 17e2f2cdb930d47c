"""A small workspace on disk, and runs over it with the tiny planner."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from backend.agent import Report, Request, run
from backend.contracts.verdict import RunRecord
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.runs_log import read_records
from backend.store.workflows import read_workflows
from backend.toolbox import NamedPlanner, Toolbox
from tests.near_sandbox import NearSandbox
from tests.tiny_planner import TinyPlanner

AS_OF = "2026-11-20"
USERS = "user_id,email\n1,ann@example.org\n2,\n"
ORDERS = "order_id,user_id,price,day\n1,1,5,2024-01-01\n2,9,-3,2031-01-01\n3,,0,\n"


def entry(check_id: str, sentence: str, tables: str = "orders", **more: Any) -> dict[str, Any]:
    return {
        "check_id": check_id,
        "check_name": f"name of {check_id}",
        "target_table": tables,
        "calculation_hint": sentence,
        **more,
    }


class Watched:
    """A watcher that notes the names of the checks."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def begins(self, total: int) -> None:
        self.total = total

    def runs(self, name: str) -> None:
        self.seen.append(name)

    def ends(self, record: RunRecord) -> None:
        pass


class TinyWorkspace:
    """Tables ``users`` and ``orders``, and the checks that a test gives."""

    def __init__(self, base: Path, *entries: dict[str, Any]) -> None:
        self.workspace = Workspace(base)
        self.planner = TinyPlanner()
        self.compiler = "pandas@1"
        self.watched = Watched()
        base.joinpath("checks").mkdir(parents=True)
        base.joinpath("data").mkdir()
        self.write_table("users.csv", USERS)
        self.write_table("orders.csv", ORDERS)
        self.write_checks(*entries)

    def write_checks(self, *entries: dict[str, Any]) -> None:
        self.entries = [*entries]
        self.workspace.checks_file.write_text(json.dumps(entries))

    def change_check(self, check_id: str, **fields: Any) -> None:
        self.write_checks(
            *(e | fields if e.get("check_id") == check_id else e for e in self.entries)
        )

    def write_table(self, file: str, text: str) -> None:
        self.workspace.data.joinpath(file).write_text(text)

    def run(self, *select: str, fail_on: str = "fail") -> Report:
        self.planner.asked.clear()
        named = NamedPlanner(self.planner.name, lambda: self.planner)
        toolbox = Toolbox((named,), NearSandbox, self.compiler)
        request = Request(self.workspace, select, AS_OF, fail_on)
        return run(request, toolbox, self.watched)

    def workflow(self, check_id: str) -> Workflow:
        found = read_workflows(self.workspace).workflows.values()
        return next(each for each in found if each.check_id == check_id)

    def logged(self) -> tuple[RunRecord, ...]:
        return read_records(self.workspace).records


def by_id(report: Report) -> dict[str, RunRecord]:
    return {record.check_id: record for record in report.records}


def verdicts(report: Report) -> dict[str, str]:
    return {check_id: record.verdict.value for check_id, record in by_id(report).items()}


def compiled(report: Report) -> dict[str, tuple[str, ...]]:
    """The checks that were compiled (or recalled) in a run, and why."""
    return {check_id: r.reasons for check_id, r in by_id(report).items() if r.reasons}


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with its time and content."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}
