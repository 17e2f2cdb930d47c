"""One dataset's walk from exploration to training: ``sessions/<session>/session.json``."""

from __future__ import annotations

from enum import StrEnum

from pydantic import JsonValue

from backend.contracts.check import Scalar, Stage
from backend.contracts.contract import Contract
from backend.contracts.verdict import Verdict

MOST_CHANGES = 200
"""Changes of state that are kept; the runs log has the older ones."""


class SessionState(StrEnum):
    """Where a session stands. ``failed`` and ``cancelled`` are of the stage that ran last."""

    CREATED = "created"
    EDA_RUNNING = "eda_running"
    EDA_DONE = "eda_done"
    PREP_RUNNING = "prep_running"
    PREP_DONE = "prep_done"
    TRAIN_RUNNING = "train_running"
    TRAIN_DONE = "train_done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class MarkState(StrEnum):
    """How a stage ended, or that it has not."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class StageMark(Contract):
    """The last run of one stage: under which conditions, and what came of it."""

    stage: Stage
    state: MarkState
    check_id: str
    run_id: str
    started_at: str
    """ISO 8601, UTC."""
    ended_at: str = ""
    fingerprint: str
    """Of the table's content as the stage saw it."""
    target: str | None = None
    """As the check names it; None where the stage infers it."""
    params: dict[str, Scalar] = {}
    program: str
    """``sha256:…`` of the page that ran."""
    as_of: str = ""
    verdict: Verdict | None = None
    summary: str = ""
    warnings: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    values: dict[str, JsonValue] = {}
    files: dict[str, str] = {}
    """``sha256:…`` of each file that the stage left, by name below its folder."""
    test_uses: int = 0
    """How often the test part was judged, all runs of the session together: on record before it
    happens, in ``judgements.jsonl``."""
    test_reused: bool = False
    """The same model was judged on the same part in an earlier run; it was not asked again."""
    seconds: float = 0.0


class StateChange(Contract):
    """A session came to this state."""

    at: str
    """ISO 8601, UTC."""
    state: SessionState
    run_id: str
    why: str = ""


class StageSession(Contract):
    """The whole walk: its dataset, where it stands, and the last run of each stage."""

    version: int = 1
    session: str
    table: str
    state: SessionState = SessionState.CREATED
    created_at: str
    """ISO 8601, UTC."""
    stages: dict[Stage, StageMark] = {}
    changes: tuple[StateChange, ...] = ()
    """Oldest first, at most `MOST_CHANGES`."""
