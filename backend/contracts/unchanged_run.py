"""A run that kept verdicts: one line of ``unchanged_runs.jsonl``."""

from __future__ import annotations

from backend.contracts.contract import Contract


class KeptChecks(Contract):
    """The checks of a run that have no records of their own in it.

    They are those with a record from the run ``base`` on, but for those with one in this run and
    those that are ``gone``; the last record of each that was not cut short holds.
    """

    base: str
    """The run that put every check on record."""
    checks: int
    verdicts: dict[str, int]
    """They by verdict."""
    tested: int
    flagged: int
    """Rows, of those that judged."""
    gone: tuple[str, ...] = ()
    """Checks that have a record since ``base``, and are no longer in ``checks.json``."""
    digest: str
    """``sha256:…`` of what each came to, and the run that it comes from."""


class UnchangedRun(Contract):
    """Every check that the run has no record of kept its verdict; what it came to stands before."""

    run_id: str
    started_at: str
    """ISO 8601, UTC."""
    exit_code: int
    as_of: str
    unchanged_since: str
    """The last run before that has records in ``runs_log.jsonl``."""
    checks: int
    verdicts: dict[str, int]
    """All checks by verdict."""
    ran: int = 0
    """Checks that have a record of their own in this run."""
    kept: KeptChecks | None = None
    """The others; None where nothing but the standing of the files was read."""
