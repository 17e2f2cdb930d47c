"""A workspace with one table, and stages over it whose steps are a few lines each."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backend.contracts.check import Check
from backend.contracts.errors import SandboxError
from backend.contracts.plan import Grain
from backend.contracts.ports import Sandbox
from backend.contracts.program import Program
from backend.contracts.schema import Schema
from backend.contracts.settings import SandboxSettings, Settings, StageSettings
from backend.contracts.stage_session import StageSession
from backend.contracts.verdict import Execution
from backend.contracts.workspace import Workspace
from backend.executor.program_hash import hash_source
from backend.executor.run import RunContext
from backend.executor.table_files import TableFiles
from backend.sandbox.open import open_sandbox
from backend.stages.laboratory import Laboratory
from backend.stages.running import run_stage
from backend.stages.session import read_session
from backend.stages.stage_context import StageContext, StageResult
from backend.tables.snapshot import snapshot_tables

PEOPLE = "age,city,bought\n30,Bern,yes\n41,Basel,no\n,Bern,no\n"
PAGE = '''\
"""Steps that end in every way."""
import json
import time
import pandas as pd

def check(tables, *, step, artifacts, arguments):
    return globals()[step](tables, artifacts, **arguments)

def report(tables, artifacts, text="fine", **more):
    artifacts.joinpath("report.md").write_text(text)
    artifacts.joinpath("report.json").write_text(json.dumps({"rows": len(tables["people"])}))
    return {"rows": len(tables["people"]), "names": sorted(tables)}

def deeper(tables, artifacts):
    artifacts.joinpath("figures").mkdir()
    artifacts.joinpath("figures", "a.txt").write_text("deep")
    return None

def fail(tables, artifacts):
    artifacts.joinpath("report.md").write_text("half")
    raise ValueError("no luck with this table")

def eat(tables, artifacts):
    return len(bytearray(10**11))

def sleep(tables, artifacts, seconds=60):
    time.sleep(seconds)

def print_and_sleep(tables, artifacts, seconds=60):
    print("begun", flush=True)
    time.sleep(seconds)

def frame(tables, artifacts):
    return pd.DataFrame({"a": [1]})

def strange(tables, artifacts):
    return lambda: 1

def bad_json(tables, artifacts):
    report(tables, artifacts)
    artifacts.joinpath("report.json").write_text('{"rows": NaN}')

def cells(tables, artifacts, table="people"):
    return {name: [str(each) for each in tables[table][name]] for name in tables[table]}

def read_bytes(tables, artifacts):
    return tables["file"].at[0, "bytes"].decode()
'''


def page() -> Program:
    return Program(
        source=PAGE,
        sha256=hash_source(PAGE),
        table="people",
        tables=("people",),
        grain=Grain.ROWS,
        parameters=("step", "artifacts", "arguments"),
    )


def stage_check(stage: str = "eda", **more: Any) -> Check:
    fields = {
        "check_id": f"{stage.upper()}-1",
        "check_name": f"{stage} of people",
        "target_table": "people",
        "calculation_hint": "Look at the people.",
        "stage": stage,
    }
    return Check.model_validate(fields | more)


def any_sandbox() -> Sandbox:
    """The best that this machine gives; nothing is started yet."""
    try:
        return open_sandbox({})
    except SandboxError:
        return open_sandbox({}, unsafe=True)


def laboratory(scratch: Path, *, seconds: float = 30.0, memory_mb: int = 2048) -> Laboratory:
    is_bare = any_sandbox().level == "none"
    return Laboratory(
        check_id="EDA-1",
        program=page(),
        open_sandbox=lambda files, limits: open_sandbox(files, limits, unsafe=is_bare),
        limits=SandboxSettings(wall_seconds=seconds, memory_mb=memory_mb, programs=1),
        scratch=scratch,
    )


class StageBench:
    """A workspace in a folder of the test's own, its tables snapshot anew for each run."""

    def __init__(self, base: Path, **tables: str) -> None:
        self.workspace = Workspace(base)
        self.sandbox = any_sandbox()
        self.runs = 0
        base.joinpath("data").mkdir(parents=True)
        self.write(**(tables or {"people": PEOPLE}))

    def write(self, **tables: str) -> None:
        for name, text in tables.items():
            self.workspace.data.joinpath(f"{name}.csv").write_text(text)

    def context(self, **limits: float) -> RunContext:
        self.runs += 1
        schema = snapshot_tables(self.workspace, Schema())
        sandbox = SandboxSettings.model_validate({"wall_seconds": 30, **limits})
        stages = StageSettings(step_seconds=sandbox.wall_seconds, memory_mb=sandbox.memory_mb)
        return RunContext(
            workspace=self.workspace,
            run_id=f"run-{self.runs}",
            as_of="2026-11-20",
            schema=schema,
            sandbox=self.sandbox,
            limits=sandbox,
            settings=Settings(stages=stages),
            files=TableFiles(self.workspace, schema),
        )

    def run(
        self,
        stage: str,
        by: Callable[[StageContext], StageResult],
        *,
        program: Program | None = None,
        limits: dict[str, float] | None = None,
        **more: Any,
    ) -> Execution:
        check = stage_check(stage, **more)
        return run_stage(program or page(), check, self.context(**(limits or {})), by=by)

    def folder(self, session: str = "people") -> Path:
        return self.workspace.sessions / session

    def session(self, name: str = "people") -> StageSession:
        found = read_session(self.folder(name)).session
        assert found is not None
        return found

    def states(self, name: str = "people") -> list[str]:
        return [change.state.value for change in self.session(name).changes]

    def left(self, name: str = "people") -> list[str]:
        """Every file of a session but the lock, below its folder."""
        folder = self.folder(name)
        paths = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
        return sorted(path.relative_to(folder).as_posix() for path in paths)


def does(*steps: str, **result: Any) -> Callable[[StageContext], StageResult]:
    """A stage that does these steps over its whole table, and comes to this result."""

    def work(context: StageContext) -> StageResult:
        table = context.load()
        for step in steps:
            context.laboratory.run(step, {"people": table}, {}, context.leave)
        return StageResult(**{"summary": "it was looked at", "tested": len(table), **result})

    return work


def leaves_all(context: StageContext) -> StageResult:
    """A stage that leaves every file that any stage must leave."""
    context.leave.joinpath("data").mkdir()
    for name in ("train", "val", "test"):
        context.leave.joinpath("data", f"{name}.parquet").write_bytes(b"PAR1 and more")
    for name in ("prep_pipeline.pkl", "model.pkl", "report.md"):
        context.leave.joinpath(name).write_text("something")
    for name in ("report.json", "metadata.json"):
        context.leave.joinpath(name).write_text(json.dumps({"stage": context.check.stage.value}))
    return StageResult(summary="all is there", tested=context.table.rows)
