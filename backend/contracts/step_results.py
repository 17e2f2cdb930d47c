"""What the steps of preparation and training give: believed only where it has this form.

A program may be written by anybody; these are read from its JSON, strictly.
"""

from __future__ import annotations

from pydantic import Field, JsonValue

from backend.contracts.contract import Contract
from backend.contracts.train_metadata import LearningPoint, StrategyScore


class ColumnPart(Contract):
    """One column's part in the features."""

    column: str
    role: str
    reason: str
    date_format: str | None = None


class Fitted(Contract):
    """What ``fit_prep`` gives beside its files."""

    rows: int
    roles: tuple[ColumnPart, ...]
    features: dict[str, str]
    """Feature to the column that it is made of, in the order of the parts' columns."""
    transforms: dict[str, str]


class FittedCandidate(Contract):
    """A model that was fitted on train; ``file`` is one of those that the step left."""

    name: str = Field(min_length=1)
    family: str = Field(min_length=1)
    params: dict[str, JsonValue]
    strategy: str
    tuned: bool
    cv: dict[str, float]
    file: str


class Learnt(Contract):
    """What ``fit_models`` gives beside its files."""

    classes: tuple[str | int | float | bool, ...]
    candidates: tuple[FittedCandidate, ...] = Field(min_length=1)
    strategies: tuple[StrategyScore, ...]
    imbalance_ratio: float
    folds: int
    trials: int
    stopped_by_time: bool
    learning_curve: tuple[LearningPoint, ...]
    history: tuple[dict[str, JsonValue], ...] = ()


class Explained(Contract):
    """What ``explain_model`` gives: shares that add up to 1."""

    method: str
    rows: int
    features: dict[str, float]
    columns: dict[str, float]
