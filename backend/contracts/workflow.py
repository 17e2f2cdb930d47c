"""A check's plan, program and last execution as cached in ``workflows.json``."""

from __future__ import annotations

from backend.contracts.contract import Contract
from backend.contracts.plan import Decline, Plan
from backend.contracts.program import Program
from backend.contracts.proof import Proof
from backend.contracts.verdict import Execution


class CompiledAgainst(Contract):
    """What a workflow was compiled from.

    ``meaning_hash`` covers what is compiled: sentence, tables, stage, names and types of params,
    examples. ``checks_hash`` and ``schema_cols`` are the record of the whole file and of the
    tables' columns at that time.
    """

    checks_hash: str
    schema_cols: dict[str, tuple[str, ...]]
    meaning_hash: str
    compiler: str
    """Name and version of the compiler that wrote the program."""
    parts: dict[str, str] = {}
    """A hash for each part of the meaning (``text``, ``tables``, ``params``, …), which tells what
    changed, and for the columns of the check's tables (``schema``), which a decline depends on."""


class RowDiff(Contract):
    """Which rows a recompiled program flags that the one before did not, and the reverse.

    Row lists are cut at 1,000; the counts are not.
    """

    added: int = 0
    removed: int = 0
    added_rows: tuple[int, ...] = ()
    removed_rows: tuple[int, ...] = ()


class Pending(Contract):
    """A changed program that waits for a person while the one before judges on."""

    program: str
    """``sha256:…``; the workflow itself is in the history."""
    compiled_at: str
    restatement: str


class Workflow(Contract):
    """What is remembered of a check: either plan and program, or why there are none."""

    check_id: str
    check_name: str
    compiled_at: str
    against: CompiledAgainst
    sentence: str = ""
    """What was compiled, as its owner wrote it."""
    reasons: tuple[str, ...] = ()
    plan: Plan | None = None
    program: Program | None = None
    declined: Decline | None = None
    proof: Proof | None = None
    calls: tuple[str, ...] = ()
    """Hashes of the model calls that made it, in the prompt log."""
    diff: RowDiff | None = None
    pending: Pending | None = None
    execution: Execution | None = None

    @property
    def key(self) -> str:
        """The key in ``workflows.json``."""
        return f"{self.check_id}::{self.check_name}"

    @property
    def warnings(self) -> tuple[str, ...]:
        """What its proof found to be vacuous, in words."""
        return self.proof.warnings if self.proof else ()
