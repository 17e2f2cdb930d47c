"""What happens in a run, as it happens: one line of ``events/<run_id>.jsonl``."""

from __future__ import annotations

from enum import StrEnum

from backend.contracts.contract import Contract
from backend.contracts.verdict import Verdict


class Happening(StrEnum):
    """What a line tells."""

    RUN_BEGAN = "run-began"
    CHECK_BEGAN = "check-began"
    CHECK_ENDED = "check-ended"
    CHECKS_KEPT = "checks-kept"
    RUN_ENDED = "run-ended"


class RunEvent(Contract):
    """One happening; ``number`` of ``total`` checks have begun, or been kept."""

    at: str
    """ISO 8601, UTC."""
    run_id: str
    happening: Happening
    pid: int = 0
    number: int = 0
    total: int = 0
    check: str = ""
    """The check's id and name."""
    verdict: Verdict | None = None
    summary: str = ""
    kept: dict[str, int] = {}
    """Checks that kept their verdicts since the line before, by verdict."""
    exit_code: int | None = None
    """Of a run that came to its end; None while it is going, and where it was interrupted."""
    seconds: float = 0.0
