"""What preparation leaves beside its tables: ``prep/data/splits.json`` and ``metadata.json``."""

from __future__ import annotations

from typing import Literal

from backend.contracts.contract import Contract

ProblemType = Literal["classification", "regression", "multilabel"]
PartName = Literal["train", "val", "test"]
SplitStrategy = Literal["stratified", "random", "group", "time"]
PARTS: tuple[PartName, ...] = ("train", "val", "test")


class Splits(Contract):
    """Which row of the table belongs to which part, by its 0-based position, ascending.

    Every row is in exactly one of the five lists. Of a time split, train is in the order of time.
    """

    strategy: SplitStrategy
    why: str
    column: str | None = None
    """The column of groups or times."""
    seed: int
    train: tuple[int, ...]
    val: tuple[int, ...]
    test: tuple[int, ...]
    copies_removed: tuple[int, ...] = ()
    """Rows of train that repeat an earlier one of train."""
    without_target: tuple[int, ...] = ()
    copies_kept: bool = False
    """Most rows repeat by nature: equal rows are observations of their own."""

    def of(self, part: PartName) -> tuple[int, ...]:
        """The rows of one part."""
        return {"train": self.train, "val": self.val, "test": self.test}[part]


class PartSize(Contract):
    """How many rows a part has, after copies were removed."""

    rows: int


class ProofPoint(Contract):
    """One thing that was proven of a preparation, or was not."""

    name: str
    held: bool
    fact: str


class PrepMetadata(Contract):
    """How the table was split and transformed."""

    target_column: str
    problem_type: ProblemType
    features: tuple[str, ...]
    """Names of the prepared columns, in order."""
    categorical_features: tuple[str, ...]
    numeric_features: tuple[str, ...]
    n_classes: int | None = None
    class_distribution: dict[str, int] = {}
    """Rows of each class, or with each label, in the whole table."""
    splits: dict[PartName, PartSize]
    transforms: dict[str, str]
    """What became of each column, in words."""
    random_seed: int
    original_shape: tuple[int, int]
    """Rows and columns."""
    duplicates_removed: int
    outliers_removed: int = 0
    split_strategy: SplitStrategy
    split_column: str | None = None
    roles: dict[str, str]
    dropped: dict[str, str]
    """Columns that were left out, each with the reason."""
    feature_sources: dict[str, str]
    """Feature to the column that it was made of."""
    rows_without_target: int = 0
    proof: tuple[ProofPoint, ...] = ()
