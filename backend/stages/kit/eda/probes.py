"""Deeper questions than the first look answers, each a step over a table or a sample of it."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from backend.stages.kit.eda.column_types import TypedColumn, typed_column
from backend.stages.kit.eda.plain import finite
from backend.stages.kit.eda.proxy_model import proxy_score
from backend.stages.kit.eda.readings import column_readings, target_readings
from backend.stages.kit.eda.relations import outcome_of
from backend.stages.kit.eda.single_feature import single_feature_score
from backend.stages.kit.eda.tables import only_table
from backend.stages.kit.eda.target import Target, find_target

WORTH_A_MODEL = 0.3
GAPS_DEPEND = 0.2
KNOWS_ALONE = 0.9
LOSS = 0.1


def drill_missing(
    tables: Mapping[str, pd.DataFrame],
    *,
    artifacts: Path,
    columns: Mapping[str, Mapping[str, Any]],
    target: str | None,
    probed: Sequence[str],
) -> dict[str, Any]:
    """Whether unknown cells could be predicted, and whether gaps come at random.

    For each probed column: a model of the other features (never the target) predicts its known
    values out of fold, and another one where its gaps are. Scores run from 0 (no better than a
    constant) to 1.
    """
    del artifacts
    features, _ = probe_features(tables, columns, target)
    return {"columns": [gap_probe(name, features) for name in probed if name in features]}


def gap_probe(name: str, features: Mapping[str, TypedColumn]) -> dict[str, Any]:
    """One column's gaps: their kind, and the better way to fill them."""
    column = features[name]
    others = {other: each for other, each in features.items() if other != name}
    unknown = column.values.isna()
    value_score = proxy_score(others, probe_outcome(column))
    gaps = unknown.map({True: "unknown", False: "known"}).astype("str")
    gap_score = proxy_score(others, gaps)
    depends = gap_score is not None and gap_score >= GAPS_DEPEND
    by_model = value_score is not None and value_score >= WORTH_A_MODEL
    return {
        "column": name,
        "n_unknown": int(unknown.sum()),
        "value_score": value_score,
        "gap_score": gap_score,
        "gaps_depend_on_other_columns": depends,
        "recommended": "impute_by_model" if by_model else simple_fill(column),
        "flag_missing": depends,
    }


def simple_fill(column: TypedColumn) -> str:
    """How to fill a column that no other tells of."""
    return "impute_median" if column.dtype == "numeric" else "impute_as_category"


def probe_outcome(column: TypedColumn) -> pd.Series:
    """A column as what is to be predicted: numbers, days, or categories."""
    if column.dtype == "datetime":
        days: pd.Series = (column.values - column.values.min()).dt.total_seconds() / 86_400
        return days
    return column.values


def leakage_check(
    tables: Mapping[str, pd.DataFrame],
    *,
    artifacts: Path,
    columns: Mapping[str, Mapping[str, Any]],
    target: str | None,
    probed: Sequence[str],
) -> dict[str, Any]:
    """What a quick model loses without the suspects, and what each suspect knows alone.

    Raises:
        ValueError: the table has no single target that the check could be about.
    """
    del artifacts
    features, goal = probe_features(tables, columns, target)
    outcome = outcome_of(goal) if goal is not None else None
    if outcome is None:
        raise ValueError("leakage_check: there is no single target. Name one in target.")
    suspects = [name for name in probed if name in features]
    clean = {name: each for name, each in features.items() if name not in suspects}
    with_all, without = proxy_score(features, outcome), proxy_score(clean, outcome)
    loss = None if with_all is None or without is None else with_all - without
    return {
        "score_with_all": with_all,
        "score_without_suspects": without,
        "loss": finite(loss),
        "is_confirmed": confirmed(with_all, without),
        "columns": [suspect_probe(features[name], clean, outcome, without) for name in suspects],
    }


def confirmed(with_all: float | None, without: float | None) -> bool:
    """Whether the suspects carry what looks like the answer."""
    return with_all is not None and with_all >= KNOWS_ALONE and with_all - (without or 0.0) >= LOSS


def suspect_probe(
    column: TypedColumn,
    clean: Mapping[str, TypedColumn],
    outcome: pd.Series,
    without: float | None,
) -> dict[str, Any]:
    """One suspect: alone, and added to the columns that are none."""
    alone = single_feature_score(column.values, outcome)
    added = proxy_score({**clean, column.name: column}, outcome)
    gain = None if added is None or without is None else added - without
    knows = (alone or 0.0) >= KNOWS_ALONE or confirmed(added, without)
    recommended = "drop" if knows else "ask_when_known"
    told = {"column": column.name, "score_alone": alone, "gain": finite(gain)}
    return told | {"recommended": recommended}


def type_disambiguation(
    tables: Mapping[str, pd.DataFrame],
    *,
    artifacts: Path,
    columns: Mapping[str, Mapping[str, Any]],
    target: str | None,
    probed: Sequence[str],
) -> dict[str, Any]:
    """How columns that hold several types could be read, and what a target could be."""
    del artifacts
    typed = probe_columns(tables, columns)
    return {
        "columns": [
            target_readings(typed[name])
            if name == target and not typed[name].mixed
            else column_readings(typed[name])
            for name in probed
            if name in typed
        ]
    }


def probe_features(
    tables: Mapping[str, pd.DataFrame],
    columns: Mapping[str, Mapping[str, Any]],
    target: str | None,
) -> tuple[dict[str, TypedColumn], Target | None]:
    """The features, typed as the first look typed them, and the target if one is named."""
    typed = probe_columns(tables, columns)
    goal = find_target(typed, target) if target is not None else None
    targets = goal.names if goal is not None else ()
    return {name: each for name, each in typed.items() if name not in targets}, goal


def probe_columns(
    tables: Mapping[str, pd.DataFrame], columns: Mapping[str, Mapping[str, Any]]
) -> dict[str, TypedColumn]:
    """The columns of the one table, typed as the first look typed them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frame = only_table(tables)
        names = [str(name) for name in frame]
        return {name: typed_column(name, frame[name], columns.get(name, {})) for name in names}
