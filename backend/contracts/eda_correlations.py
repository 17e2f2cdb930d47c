"""How features go together, and with the target: a part of the exploration's report.

Percentages run from 0 to 100, shares and measures of strength from 0 to 1, r and rho from -1 to
1. None is "cannot be measured", never zero.
"""

from __future__ import annotations

from typing import Literal

from backend.contracts.contract import Contract


class OutcomeSummary(Contract):
    """The target over some rows: each class's share (label's, in multilabel), or the mean."""

    shares: dict[str, float | None] = {}
    mean: float | None = None


class NumericRelation(Contract):
    """A number against the target.

    Pearson and Spearman take two classes as 0 and 1 (``positive_class``); ``eta`` is the
    correlation ratio of classes; ``score`` what the feature alone predicts out of sample (0 to 1);
    ``label`` the label that r is of, in multilabel.
    """

    feature: str
    n: int
    pearson: float | None
    pearson_p: float | None
    spearman: float | None
    spearman_p: float | None
    eta: float | None
    eta_p: float | None
    label: str | None
    score: float | None


class CategoricalRelation(Contract):
    """A category against the target: chi-squared and V of classes, eta of numbers."""

    feature: str
    n: int
    chi2: float | None
    dof: int | None
    p_value: float | None
    cramers_v: float | None
    cramers_v_corrected: float | None
    pct_cells_below_5: float | None
    eta: float | None
    eta_p: float | None
    label: str | None
    score: float | None


class DatetimeRelation(Contract):
    """What a moment alone predicts of the target."""

    feature: str
    score: float | None


class ValueOutcome(OutcomeSummary):
    """The target among the rows with one value of a feature."""

    value: str
    n: int


class HighPair(Contract):
    """Two features that nearly repeat one another; ``pearson`` where both are numbers."""

    f1: str
    f2: str
    pearson: float | None
    measure: Literal["pearson", "spearman", "cramers_v", "eta"]
    value: float


class NumericPair(Contract):
    """Two numeric features."""

    f1: str
    f2: str
    pearson: float
    spearman: float | None


class CategoricalPair(Contract):
    """Two categorical features."""

    f1: str
    f2: str
    n: int
    chi2: float | None
    dof: int | None
    p_value: float | None
    cramers_v: float
    cramers_v_corrected: float | None
    pct_cells_below_5: float | None


class Correlations(Contract):
    """Features against the target and among themselves, the strongest first."""

    numeric_to_target: tuple[NumericRelation, ...]
    categorical_to_target: tuple[CategoricalRelation, ...]
    datetime_to_target: tuple[DatetimeRelation, ...]
    target_by_value: dict[str, tuple[ValueOutcome, ...]]
    feature_feature_highcorr: tuple[HighPair, ...]
    numeric_pairs: tuple[NumericPair, ...]
    categorical_pairs: tuple[CategoricalPair, ...]
