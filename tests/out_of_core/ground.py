"""Tables on disk, and checks that are judged there by their programs and by their rules' SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from backend.contracts.check import Check
from backend.contracts.history import is_history
from backend.contracts.plan import Plan
from backend.contracts.program import Outcome, Program, TableFile
from backend.contracts.schema import Schema
from backend.contracts.settings import SandboxSettings, Settings
from backend.contracts.workspace import Workspace
from backend.executor.run import Ran, RunContext, execute, run_program
from backend.executor.write import write_program
from backend.out_of_core.by_size import execute_by_size
from backend.out_of_core.judging import find_in_sql
from backend.planner.offline.planner import OfflinePlanner
from backend.tables.cached_tables import table_file
from backend.tables.sealed import write_sealed
from backend.tables.snapshot import snapshot_tables
from tests.near_sandbox import NearSandbox
from tests.rules.worlds import spelled

AS_OF = "2024-07-01"


@dataclass(frozen=True)
class Judged:
    """A check with its plan and program, and what judges it."""

    check: Check
    plan: Plan
    program: Program
    context: RunContext

    def in_pandas(self) -> Outcome:
        return run_program(self.program, self.check, self.context)

    def in_sql(self) -> Outcome:
        return find_in_sql(self.program, self.plan, self.check, self.context)

    def written_in_pandas(self) -> Ran:
        return execute(self.program, self.check, replace(self.context, run_id="pandas"))

    def written_by_size(self, run_id: str = "duckdb") -> Ran:
        context = replace(self.context, run_id=run_id)
        return execute_by_size(self.program, self.plan, self.check, context)

    def with_settings(self, **engine: Any) -> Judged:
        settings = Settings.model_validate({"engine": engine})
        return replace(self, context=replace(self.context, settings=settings))


class Ground:
    """A workspace of CSV files (or of files as they are) and of what earlier runs measured."""

    def __init__(
        self,
        folder: Path,
        tables: Mapping[str, str | bytes],
        history: Mapping[str, Any] | None = None,
    ) -> None:
        self.workspace = Workspace(folder)
        self.workspace.data.mkdir(parents=True)
        for name, content in tables.items():
            data = content.encode() if isinstance(content, str) else content
            (self.workspace.data / f"{name}.csv").write_bytes(data)
        self.schema = snapshot_tables(self.workspace, Schema())
        assert not self.schema.problems, self.schema.problems
        self.files = {
            name: table_file(self.workspace, table) for name, table in self.schema.tables.items()
        }
        for name, table in (history or {}).items():
            path = self.workspace.tables / f"{name.replace('/', '_')}.arrow"
            write_sealed(path, table)
            self.files[name] = TableFile(table=name, path=path, rows=len(table))

    def context(self, settings: Settings | None = None) -> RunContext:
        return RunContext(
            workspace=self.workspace,
            run_id="run",
            as_of=AS_OF,
            schema=self.schema,
            sandbox=NearSandbox(self.files, SandboxSettings()),
            settings=settings or Settings(),
            files=self.files,
        )

    def judge(self, sentence: str, *tables: str, **more: Any) -> Judged:
        named = tables or tuple(name for name in self.files if not is_history(name))
        check = Check(
            check_id="T-1",
            check_name="Test",
            target_table=named,
            calculation_hint=sentence,
            **more,
        )
        plan = OfflinePlanner().plan(check, self.schema)
        return Judged(check, plan, write_program(plan, check), self.context())


def assert_alike(pandas: Outcome, duckdb: Outcome) -> None:
    """The same rows (or the same failing records), out of as many."""
    assert pandas.status == duckdb.status, pandas.error
    assert list(duckdb.rows) == list(pandas.rows)
    assert duckdb.tested == pandas.tested
    assert sorted(map(spelled, duckdb.records)) == sorted(map(spelled, pandas.records))
