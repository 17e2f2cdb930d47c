"""A small workspace with real tables, a real sandbox, and programs that are tried there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from backend.contracts.check import Check, Example
from backend.contracts.plan import ColumnRead, Grain, Plan
from backend.contracts.ports import Sandbox
from backend.contracts.program import Program
from backend.contracts.proof import Finding, Proof
from backend.contracts.schema import Schema
from backend.contracts.settings import ProofSettings, SandboxSettings
from backend.contracts.workspace import Workspace
from backend.executor.program_hash import hash_source
from backend.executor.table_files import TableFiles
from backend.executor.write import write_program
from backend.planner.offline.planner import OfflinePlanner
from backend.proof.prove import prove
from backend.sandbox.open import open_sandbox
from backend.tables.snapshot import snapshot_tables

AS_OF = "2026-11-20"
STATUS = ("open", "paid", "cancelled")


class Court(NamedTuple):
    """Tables on disk, and the sandbox over them."""

    workspace: Workspace
    schema: Schema
    files: TableFiles
    sandbox: Sandbox

    def check(self, sentence: str, **more: object) -> Check:
        """A check of orders, and of users where the sentence names them."""
        table = "orders, users" if "users" in sentence else "orders"
        return Check.model_validate(
            {
                "check_id": "T-1",
                "check_name": "Test",
                "target_table": table,
                "calculation_hint": sentence,
                **more,
            }
        )

    def typed(self, check: Check) -> tuple[Plan, Program]:
        """What the offline planner makes of a check."""
        plan = OfflinePlanner().plan(check, self.schema)
        return plan, write_program(plan, check)

    def try_sentence(
        self, sentence: str, *, source: str | None = None, rows: int = 100_000, seconds: float = 60
    ) -> Proof:
        """The proof of a sentence's own program, or of another in its place."""
        check = self.check(sentence)
        plan, program = self.typed(check)
        if source is not None:
            program = program_of(source, plan)
        return self.prove(plan, program, check, rows=rows, seconds=seconds)

    def try_free_form(self, body: str, examples: Example, grain: Grain = Grain.ROWS) -> Proof:
        """The proof of a program that was written by hand, as a model would, over orders."""
        check = self.check("Orders must be paid in full.").model_copy(update={"examples": examples})
        plan = free_form(self.schema, grain)
        return self.prove(plan, program_of(PAGE.format(body=indent(body)), plan), check)

    def prove(
        self,
        plan: Plan,
        program: Program,
        check: Check,
        *,
        rows: int = 100_000,
        seconds: float = 60,
    ) -> Proof:
        """Prove one program over these tables."""
        return prove(
            plan,
            program,
            check,
            self.schema,
            sandbox=self.sandbox,
            settings=ProofSettings(seconds=seconds, rows=rows),
            limits=SandboxSettings(),
            as_of=AS_OF,
            files=self.files,
        )


PAGE = "import pandas as pd\n\n\ndef check(tables):\n{body}\n"


def indent(body: str) -> str:
    """Lines of a function."""
    return "\n".join(f"    {line}" for line in body.strip().splitlines())


def program_of(source: str, plan: Plan) -> Program:
    """A program of a plan, with a source of its own."""
    return Program(
        source=source,
        sha256=hash_source(source),
        table=plan.table,
        tables=plan.tables,
        grain=plan.grain,
        parameters=plan.parameters,
    )


def free_form(schema: Schema, grain: Grain = Grain.ROWS) -> Plan:
    """A plan that only says steps, over orders and users."""
    reads = tuple(
        ColumnRead(table=name, column=column.name, type=column.type, date_format=column.date_format)
        for name in ("orders", "users")
        for column in schema.tables[name].columns
    )
    return Plan(
        planner="test",
        kind="free_form",
        rule={},
        table="orders",
        tables=("orders", "users"),
        grain=grain,
        restatement="Orders are paid in full.",
        columns_read=reads,
        steps=("look",),
    )


@contextmanager
def hold_court(folder: Path, tables: Mapping[str, str] | None = None) -> Iterator[Court]:
    """Tables on disk under a sandbox."""
    workspace = Workspace(folder)
    workspace.data.mkdir(parents=True)
    for name, text in (tables or {"orders": orders(), "users": users()}).items():
        (workspace.data / f"{name}.csv").write_text(text, "utf-8")
    schema = snapshot_tables(workspace, Schema())
    assert not schema.problems, schema.problems
    files = TableFiles(workspace, schema)
    with open_sandbox(files) as sandbox:
        yield Court(workspace, schema, files, sandbox)


def orders(rows: int = 150) -> str:
    """Orders: prices from -2 to 147, a status of three, now and then an unknown user."""
    lines = ["order_id,user_id,status,price,paid,coupon"]
    for row in range(rows):
        user = 900 if row == 77 else row % 40 + 1
        paid = "" if row % 10 == 3 else row - 2
        lines.append(f"{row + 1},{user},{STATUS[row % 3]},{row - 2},{paid},")
    return "\n".join(lines) + "\n"


def users(rows: int = 40) -> str:
    """Users, each with a country."""
    lines = ["user_id,country", *(f"{row + 1},{'FR' if row % 2 else 'IT'}" for row in range(rows))]
    return "\n".join(lines) + "\n"


def failing(proof: Proof) -> set[str]:
    """The names of the trials that a program failed."""
    return {trial.name for trial in proof.trials if trial.finding is Finding.FAILS}


def finding(proof: Proof, name: str) -> Finding:
    """How one trial came out."""
    return next(trial.finding for trial in proof.trials if trial.name == name)
