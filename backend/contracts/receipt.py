"""What an auditor needs to repeat one check of one run, and to know that it is the same."""

from __future__ import annotations

from backend.contracts.check import Scalar
from backend.contracts.contract import Contract


class Receipt(Contract):
    """Binds what judged, what was judged, under which conditions, and what came of it.

    Hashes are ``sha256:…``: of the program's source, of each table's file, and of the result
    (`backend.executor.result_hash`).
    """

    program: str
    tables: dict[str, str]
    as_of: str
    params: dict[str, Scalar] = {}
    limits: dict[str, float] = {}
    """``seconds`` and ``memory_mb`` of the program."""
    versions: dict[str, str] = {}
    """Python and the libraries that a program works with."""
    result: str
    tested: int
    flagged: int
    engine: str = "pandas"
    """What found the rows: the program, or ``duckdb``, the SQL of its rule."""


class Approval(Contract):
    """One line of ``approvals.jsonl``: a person lets a program judge."""

    at: str
    check_id: str
    program: str
    """``sha256:…`` of the program that was approved."""
    by: str
    why: str = ""
