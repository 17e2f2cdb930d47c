"""What is remembered of a check's last verdict, so that it may be kept while nothing changes."""

from __future__ import annotations

from backend.contracts.contract import Contract
from backend.contracts.verdict import RunRecord


class KeptVerdict(Contract):
    """The last record of a check, and what it hangs on besides its program and tables."""

    entry: str
    """``xxh3:…`` of what the check's entry says that a verdict depends on."""
    conditions: str
    """``xxh3:…`` of the libraries that programs work with."""
    record: RunRecord
    """As it would stand without the run that compiled it: its summary tells of no change."""
    is_told_otherwise: bool = False
    """The log tells more of it: what a new program changed."""


class LogPlace(Contract):
    """Where in the runs log the verdicts stand that are remembered."""

    base: str
    """The run from which on each of them has a record."""
    last: str
    """The last run that has records."""
    gone: tuple[str, ...] = ()
    """Checks that have a record since, and are no longer in ``checks.json``."""


class KeptVerdicts(Contract):
    """The file ``last_verdicts.json``; plain enough to be read without this model."""

    version: int = 1
    log: LogPlace | None = None
    checks: dict[str, KeptVerdict] = {}
