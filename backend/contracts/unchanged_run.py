"""A run that found nothing changed: one line of ``unchanged_runs.jsonl``."""

from __future__ import annotations

from backend.contracts.contract import Contract


class UnchangedRun(Contract):
    """Every check kept its verdict; what each one came to is told by the run before.

    No program ran, and nothing but the standing of the files was read.
    """

    run_id: str
    started_at: str
    """ISO 8601, UTC."""
    exit_code: int
    as_of: str
    unchanged_since: str
    """The last run before that has records in ``runs_log.jsonl``."""
    checks: int
    verdicts: dict[str, int]
    """Checks by verdict."""
