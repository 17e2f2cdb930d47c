"""Counts of the whole table are those that exploring the whole of it gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from backend.contracts.eda_report import EdaReport
from backend.stages.eda_aggregates import with_exact_counts
from tests.stages.kit.eda.planted import bundled, customers, report_on


def people() -> pd.DataFrame:
    frame = customers(900)
    frame["plan"] = frame["plan"].where(frame.index % 9 > 0, "?")
    frame.loc[::7, "age"] = np.nan
    frame["visits"] = pd.array(np.arange(900) % 7, dtype="Int64")
    frame.loc[::11, "visits"] = pd.NA
    frame['a "quoted" name'] = ["it's", "plain", None] * 300
    return pd.concat([frame, frame.iloc[:25]], ignore_index=True)


TABLES = {
    "people": (people, "churned"),
    "breast_cancer": (lambda: bundled("breast_cancer"), "target"),
    "diabetes": (lambda: bundled("diabetes"), "target"),
}


def both(name: str, tmp_path: Path) -> tuple[EdaReport, EdaReport]:
    """The report of a sample with exact counts, and the report of the whole."""
    make, target = TABLES[name]
    frame = make()
    sample = frame.sample(300, random_state=1).sort_index()
    exact = with_exact_counts(report_on(sample, tmp_path, target=target), frame)
    return exact, report_on(frame, tmp_path, target=target)


@pytest.mark.parametrize("name", TABLES)
def test_counts_and_summaries_are_of_the_whole(name: str, tmp_path: Path) -> None:
    exact, whole = both(name, tmp_path)

    assert (exact.dataset.n_rows, exact.dataset.sampled_rows) == (whole.dataset.n_rows, 300)
    assert exact.flags.duplicate_rows == whole.flags.duplicate_rows
    for column, expected in whole.columns_profile.items():
        found = exact.columns_profile[column]
        for field in ("n_missing", "pct_missing", "unique", "placeholders", "pct_unknown"):
            assert getattr(found, field) == getattr(expected, field), (column, field)
        told, wanted = found.summary.model_dump(), expected.summary.model_dump()
        kept = ("n_rare", "pct_rare", "rare_values", "entropy_bits", "frequency", "is_sorted")
        for key in wanted.keys() - set(kept) - {"min", "max", "span_days"}:
            assert told[key] == pytest.approx(wanted[key], rel=1e-9), (column, key)


@pytest.mark.parametrize("name", TABLES)
def test_the_target_is_of_the_whole(name: str, tmp_path: Path) -> None:
    exact, whole = both(name, tmp_path)
    assert exact.target is not None
    assert whole.target is not None

    assert exact.target.class_counts == whole.target.class_counts
    assert exact.target.n_classes == whole.target.n_classes
    assert exact.target.imbalance_ratio == pytest.approx(whole.target.imbalance_ratio)
    assert (exact.target.distribution is None) == (whole.target.distribution is None)
    if exact.target.distribution is not None and whole.target.distribution is not None:
        assert exact.target.distribution.median == whole.target.distribution.median


def test_relations_stay_those_of_the_sample(tmp_path: Path) -> None:
    exact, _ = both("people", tmp_path)

    assert {each.n for each in exact.correlations.numeric_to_target if each.feature == "spend"} == {
        300
    }
