"""Facts of two well-known sets, counted elsewhere, stand in their reports.

The sets are not part of this project: name the folder of ``adult.csv`` (the train part of UCI's
Adult, header added) and ``titanic.csv`` (891 passengers) in ``KNOWN_TABLES`` to check.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from backend.contracts.eda_report import EdaReport
from tests.stages.kit.eda.planted import report_on

FOLDER = os.environ.get("KNOWN_TABLES", "")
TARGETS = {"adult": "income", "titanic": "Survived"}
FACTS: list[tuple[str, str, float, float]] = [
    ("adult", "dataset > n_rows", 32561, 0.0),
    ("adult", "dataset > n_cols", 15, 0.0),
    ("titanic", "dataset > n_rows", 891, 0.0),
    ("titanic", "dataset > n_cols", 12, 0.0),
    ("titanic", "columns_profile > Age > n_missing", 177, 0.0),
    ("titanic", "columns_profile > Cabin > n_missing", 687, 0.0),
    ("titanic", "columns_profile > Embarked > n_missing", 2, 0.0),
    ("titanic", "flags > duplicate_rows", 0, 0.0),
    ("adult", "columns_profile > workclass > placeholders > ?", 1836, 0.0),
    ("adult", "columns_profile > occupation > placeholders > ?", 1843, 0.0),
    ("adult", "columns_profile > native-country > placeholders > ?", 583, 0.0),
    ("adult", "target > class_counts > <=50K", 24720, 0.0),
    ("adult", "columns_profile > age > summary > mean", 38.5816467553, 0.001),
    ("adult", "columns_profile > age > summary > min", 17, 0.0),
    ("adult", "columns_profile > age > summary > max", 90, 0.0),
    ("adult", "columns_profile > hours-per-week > summary > std", 12.3474286817, 0.001),
    ("adult", "columns_profile > hours-per-week > summary > median", 40.0, 0.0),
    ("adult", "columns_profile > native-country > unique", 42, 0.0),
    ("adult", "columns_profile > education > unique", 16, 0.0),
    ("adult", "share > sex > Female > >50K", 0.1094605886, 0.0001),
    ("adult", "columns_profile > capital-gain > summary > max", 99999, 0.0),
    ("adult", "columns_profile > capital-gain > summary > pct_zero", 91.67101747, 0.01),
    ("adult", "pearson > education-num > hours-per-week", 0.1481227326, 0.001),
    ("titanic", "target > class_counts > 1", 342, 0.0),
    ("titanic", "target > class_shares > 1", 0.3838383838, 0.0001),
    ("titanic", "share > Sex > male > 1", 0.1889081456, 0.0001),
    ("titanic", "share > Sex > female > 1", 0.7420382166, 0.0001),
    ("titanic", "share > Pclass > 1 > 1", 0.6296296296, 0.0001),
    ("titanic", "columns_profile > Pclass > summary > value_counts > 1", 216, 0.0),
    ("titanic", "share > Pclass > 2 > 1", 0.472826087, 0.0001),
    ("titanic", "columns_profile > Pclass > summary > value_counts > 2", 184, 0.0),
    ("titanic", "share > Pclass > 3 > 1", 0.2423625255, 0.0001),
    ("titanic", "columns_profile > Age > summary > mean", 29.6991130252, 0.001),
    ("titanic", "pearson_target > Fare", 0.2573065224, 0.001),
    ("titanic", "pearson > Pclass > Fare", -0.5494996199, 0.001),
]
"""Set, place in the report, figure, tolerance. Shares of zeros are percentages."""


@cache
def report_of(name: str) -> EdaReport:
    path = Path(FOLDER) / f"{name}.csv"
    frame = pd.read_csv(path, keep_default_na=False, na_values=[""])
    return report_on(frame, Path(), target=TARGETS[name])


def found_at(report: EdaReport, place: str) -> Any:
    kind, *names = place.split(" > ")
    correlations = report.correlations
    if kind == "share":
        values = correlations.target_by_value[names[0]]
        return next(each.shares[names[2]] for each in values if each.value == names[1])
    if kind == "pearson":
        pairs = correlations.numeric_pairs
        return next(each.pearson for each in pairs if {each.f1, each.f2} == set(names))
    if kind == "pearson_target":
        told = correlations.numeric_to_target
        return next(each.pearson for each in told if each.feature == names[0])
    value = report.model_dump()[kind]
    for name in names:
        value = value[name]
    return value


@pytest.mark.slow
@pytest.mark.skipif(not FOLDER, reason="KNOWN_TABLES names no folder with adult.csv, titanic.csv")
@pytest.mark.parametrize(("name", "place", "figure", "tolerance"), FACTS)
def test_a_known_fact_is_told(name: str, place: str, figure: float, tolerance: float) -> None:
    assert found_at(report_of(name), place) == pytest.approx(figure, abs=tolerance + 1e-9)
