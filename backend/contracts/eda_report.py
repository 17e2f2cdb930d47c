"""What exploration says of one table: the strict form of ``eda/report.json``.

Percentages run from 0 to 100, shares from 0 to 1. None is "cannot be measured", never zero.
``docs/eda-report.schema.json`` is this contract's JSON schema.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, JsonValue

from backend.contracts.contract import Contract
from backend.contracts.eda_correlations import Correlations, OutcomeSummary

Dtype = Literal["numeric", "categorical", "datetime", "text"]
TaskType = Literal["classification", "regression", "multilabel"]
ProbeName = Literal["drill_missing", "leakage_check", "type_disambiguation"]


class GapPattern(Contract):
    """Columns that are unknown together, and nothing else in these rows."""

    columns: tuple[str, ...]
    rows: int
    pct: float


class GapPair(Contract):
    """Two columns whose gaps coincide."""

    f1: str
    f2: str
    phi: float


class GapRelation(Contract):
    """Whether the target differs where a column is unknown.

    ``effect`` is Cramér's V (chi2) or eta (anova).
    """

    feature: str
    n_unknown: int
    test: Literal["chi2", "anova"]
    p_value: float | None
    effect: float | None
    target_when_unknown: OutcomeSummary
    target_when_known: OutcomeSummary
    is_related: bool


class Missingness(Contract):
    """Cells that are empty, hold a placeholder, or have not the column's type."""

    n_cells: int
    pct_cells: float
    complete_rows: int
    pct_complete_rows: float
    patterns: tuple[GapPattern, ...]
    together: tuple[GapPair, ...]
    related_to_target: tuple[GapRelation, ...]


class Dataset(Contract):
    """The table as a whole."""

    n_rows: int = Field(ge=0)
    sampled_rows: int | None = None
    """Where the table was too large to be explored whole: the rows of the sample that relations,
    signs, figures, rare values and ranges of dates are of. Counts and numbers' summaries are of
    all rows even then."""
    n_cols: int = Field(ge=1)
    columns: tuple[str, ...]
    encoding: str
    delimiter: str
    n_by_dtype: dict[Dtype, int]
    missingness: Missingness


class NumericSummary(Contract):
    """Five numbers, moments (sample), outliers by 1.5 interquartile ranges."""

    min: float | None
    q1: float | None
    median: float | None
    q3: float | None
    max: float | None
    mean: float | None
    std: float | None
    skew: float | None
    kurtosis: float | None
    lower_fence: float | None
    upper_fence: float | None
    n_outliers: int
    pct_outliers: float
    n_zero: int
    pct_zero: float
    n_negative: int
    sentinels: dict[str, int]
    """Repeated numbers of nines far from all others, with their counts."""
    value_counts: dict[str, int]
    """Every value where there are at most 20; else empty."""


class CategoricalSummary(Contract):
    """Frequent values, and rare ones: under 1 % of the known rows."""

    top_values: dict[str, int]
    pct_top: float
    n_rare: int
    pct_rare: float
    rare_values: tuple[str, ...]
    entropy_bits: float | None


class TextSummary(CategoricalSummary):
    """Lengths in characters, beside the frequent values."""

    min_length: int
    max_length: int
    mean_length: float
    mean_words: float


class DatetimeSummary(Contract):
    """First and last moment (ISO 8601), and the usual distance of neighbours."""

    min: str | None
    max: str | None
    span_days: float | None
    frequency: str | None
    is_sorted: bool


class Mixture(Contract):
    """A text column that is mostly numbers or dates, and what else it holds."""

    mostly: Literal["numeric", "datetime"]
    pct: float
    exceptions: tuple[str, ...]


class LeakageSign(Contract):
    """One reason to suspect that a column knows the outcome; ``strength`` from 0 to 1."""

    signal: str
    strength: float | None
    reason: str


class ColumnProfile(Contract):
    """One column. ``unique`` counts different cells, placeholders included, empty ones not."""

    dtype: Dtype
    n_missing: int
    pct_missing: float
    unique: int
    summary: NumericSummary | TextSummary | CategoricalSummary | DatetimeSummary
    suggested_action: str
    suggestion_reason: str
    examples: tuple[str, ...]
    placeholders: dict[str, int]
    n_placeholders: int
    pct_unknown: float
    n_infinite: int
    format: str | None
    mixed: Mixture | None
    leakage: tuple[LeakageSign, ...]


class CrossValidation(Contract):
    """How to fold the rows so that a score means something."""

    strategy: Literal[
        "KFold", "StratifiedKFold", "GroupKFold", "StratifiedGroupKFold", "TimeSeriesSplit"
    ]
    n_splits: int
    shuffle: bool
    group_column: str | None
    time_column: str | None
    reason: str


class ModelFamily(Contract):
    """A family of models worth a first try."""

    family: str
    reason: str


class LabelPair(Contract):
    """Two labels and the rows that have both."""

    first: str
    second: str
    rows: int


class TargetReport(Contract):
    """What is to be predicted: classes or labels with their counts, or a distribution."""

    name: str
    task_type: TaskType
    is_inferred: bool
    is_ambiguous: bool
    reason: str
    n_missing: int
    n_classes: int | None = None
    class_counts: dict[str, int] = {}
    """The most frequent 100 classes (or labels)."""
    class_shares: dict[str, float] = {}
    imbalance_ratio: float | None = None
    positive_class: str | None = None
    distribution: NumericSummary | None = None
    labels_per_row: float | None = None
    labels_together: tuple[LabelPair, ...] = ()
    cross_validation: CrossValidation
    model_families: tuple[ModelFamily, ...]


class Flags(Contract):
    """Columns to look at, by reason; ``duplicate_rows`` counts copies of an earlier row."""

    high_cardinality: tuple[str, ...]
    high_missing: tuple[str, ...]
    possible_leakage: tuple[str, ...]
    constant: tuple[str, ...]
    duplicate_rows: int
    id_like: tuple[str, ...]
    suspicious_names: tuple[str, ...]


class Visuals(Contract):
    """Figures, as paths below the stage's folder."""

    histograms: tuple[str, ...]
    bars: tuple[str, ...]
    missing_heatmap: str | None
    correlation_heatmap: str | None
    target: tuple[str, ...]
    features_by_target: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """All of them, the target's first."""
        maps = [path for path in (self.missing_heatmap, self.correlation_heatmap) if path]
        parts = (self.target, self.features_by_target, maps, self.histograms, self.bars)
        return tuple(path for part in parts for path in part)


class ProbeAnswer(Contract):
    """One deeper probe: what was asked, and what came of it."""

    probe: ProbeName
    why: str
    columns: tuple[str, ...]
    attempts: int
    outcome: Literal["answered", "failed", "out-of-time"]
    finding: str
    """One sentence."""
    values: dict[str, JsonValue] = {}


class Meta(Contract):
    """Which run of which script gave the report, and what went wrong on the way."""

    run_id: str
    script_version: str
    runtime_ms: int
    errors: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    """Columns that were not explored, where the table was too large."""
    probes: tuple[ProbeAnswer, ...] = ()


class EdaReport(Contract):
    """The whole report."""

    dataset: Dataset
    columns_profile: dict[str, ColumnProfile]
    target: TargetReport | None
    correlations: Correlations
    flags: Flags
    visuals: Visuals
    notes: str
    meta: Meta
