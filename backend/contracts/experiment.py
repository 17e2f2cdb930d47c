"""One experiment of a session: a line of ``sessions/<session>/experiments.jsonl``; only grows."""

from __future__ import annotations

from typing import Literal

from backend.contracts.check import Scalar, Stage
from backend.contracts.contract import Contract
from backend.contracts.model import Spent
from backend.contracts.train_metadata import Candidate

BASE = "train"
"""The parent of what was tried on the session's own training."""

ExperimentOutcome = Literal["kept", "dropped", "refused", "failed"]


class ExperimentChange(Contract):
    """The one thing that was changed: a word of the closed list, and the parameters that say it.

    ``params`` are those of the stage's check that differ, as a person would write them.
    """

    name: str
    stage: Stage
    params: dict[str, Scalar]
    column: str | None = None
    value: float | None = None


class ExperimentCost(Contract):
    """What an experiment came to; ``asked`` is what the proposal cost."""

    seconds: float = 0.0
    steps: int = 0
    """Steps that were run in a sandbox."""
    asked: Spent = Spent()


class Standing(Contract):
    """What the next change is made on: ``experiments/e001/standing.json`` of one that was kept."""

    best: Candidate
    roles: dict[str, str]
    """What became of each column."""
    pipeline: str
    """The fitted preparation, below the session's folder."""


class Experiment(Contract):
    """Hypothesis, change, scores on validation before and after, and what was learnt.

    The test part is in none of these numbers.
    """

    experiment: str
    """``e001``; its folder below ``experiments/`` has the same name."""
    parent: str
    """The experiment that it was built on, or ``train``."""
    session: str
    run_id: str
    trained_by: str
    """The run whose training everything is compared with."""
    fingerprint: str
    """Of the table."""
    at: str
    """ISO 8601, UTC: when it ended."""
    by: str
    """``policy``, or the model that proposed it."""
    hypothesis: str
    change: ExperimentChange | None
    """None where the proposal was no change of the list."""
    metric: str
    less_is_better: bool
    before: float
    after: float | None = None
    cv_before: float | None = None
    cv_after: float | None = None
    improvement_pct: float | None = None
    """How much better ``after`` is than ``before``, in percent of ``before``; less is worse."""
    outcome: ExperimentOutcome
    kept: bool
    learnt: str
    """One sentence."""
    code: str = ""
    """The error's, where it failed or was refused."""
    best_model: str = ""
    strategy: str = ""
    params: dict[Stage, dict[str, Scalar]] = {}
    """All parameters of the checks, this change included."""
    programs: dict[Stage, str] = {}
    """``sha256:…`` of each page that ran."""
    cost: ExperimentCost = ExperimentCost()
