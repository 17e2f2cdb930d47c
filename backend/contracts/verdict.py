"""What a run says of a check."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field

from backend.contracts.contract import Contract
from backend.contracts.receipt import Receipt


class Verdict(StrEnum):
    """DESIGN: PASS, WARN, FAIL, ERROR (not running), SKIPPED (nothing to judge)."""

    PASS = "PASS"
    WARN = "WARN"
    FAIL = "FAIL"
    ERROR = "ERROR"
    SKIPPED = "SKIPPED"


class Execution(Contract):
    """One run of one program, judged."""

    verdict: Verdict
    summary: str
    code: str = ""
    """Why there is no PASS, WARN or FAIL (``not-understood``, ``nothing-to-test``, …), or why a
    WARN is one: ``waived``, ``no-baseline``."""
    reason: str = ""
    tested: int = 0
    flagged: int = 0
    flagged_path: str | None = None
    """Relative to the workspace's base folder."""
    result: str = ""
    """``sha256:…`` of what the program gave, where it gave something to judge."""
    waiver: str = ""
    """The hash of the waiver (``waivers.jsonl``) that makes a WARN of a FAIL."""
    stdout: str = ""
    exit_code: int = 0
    seconds: float = 0.0
    node: str = ""
    """The node of a cluster that ran the program; empty for this machine."""
    engine: str = "pandas"
    """What found the rows: the program, or ``duckdb``, the SQL of its rule."""
    engine_reason: str = ""
    """Why it was not the program."""


class RunRecord(Contract):
    """One line of ``runs_log.jsonl``: one check in one run."""

    model_config = ConfigDict(ser_json_inf_nan="constants")  # `store.text` refuses them

    run_id: str
    check_id: str
    check_name: str
    verdict: Verdict
    summary: str
    code: str = ""
    reason: str = ""
    tested: int
    flagged: int
    flagged_path: str | None = None
    severity: str = "medium"
    owner: str = ""
    tags: tuple[str, ...] = ()
    stage: str = "rule"
    started_at: str
    """ISO 8601, UTC."""
    as_of: str
    program: str | None = None
    """``sha256:…`` of the program that judged."""
    tables: dict[str, str] = {}
    """Fingerprint of each table that was read."""
    compiled: bool = False
    reasons: tuple[str, ...] = ()
    """Why it was compiled in this run."""
    sandbox: str = ""
    model_calls: int = 0
    seconds: float = Field(default=0.0, ge=0)
    """What its program took, and compiling it, where it was; not how long it waited its turn."""
    rows_changed: bool = False
    """The program compiled in this run flags other rows than the one before."""
    trace: str = ""
    """What an ERROR printed, with the last lines of its traceback."""
    warning: bool = False
    """A SKIPPED, or a verdict by the program of an earlier sentence, that counts as a warning."""
    pending: str = ""
    """``sha256:…`` of a changed program that waits for approval."""
    warnings: tuple[str, ...] = ()
    """What its proof found to be vacuous, in words."""
    usd: float = 0.0
    """What its model calls cost."""
    unchanged_since: str = ""
    """The run that this verdict comes from, where program and tables are still as they were."""
    stale: tuple[str, ...] = ()
    """Why it should be compiled, in a run that compiles nothing: the program is an earlier one."""
    receipt: Receipt | None = None
    node: str = ""
    """The node of a cluster that ran the program; empty for this machine."""
    engine: str = "pandas"
    """What found the rows: the program, or ``duckdb``, the SQL of its rule."""
    engine_reason: str = ""
    """Why it was not the program."""
    waiver: str = ""
    """The hash of the waiver (``waivers.jsonl``) that makes a WARN of its FAIL."""
