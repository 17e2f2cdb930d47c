"""A column that knows the outcome is suspected; one that only helps is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.stages.kit.eda.planted import bundled, customers, days_after, report_on

Plant = Callable[[pd.DataFrame], Any]


def is_yes(frame: pd.DataFrame) -> pd.Series:
    return frame["churned"] == "yes"


def numbered(frame: pd.DataFrame) -> list[str]:
    draw = np.random.default_rng(1).permutation(len(frame))
    return [f"{'K' if yes else 'Z'}{at:05d}" for at, yes in zip(draw, is_yes(frame), strict=True)]


TRAPS: dict[str, tuple[str, Plant, str]] = {
    "a recode of the target": (
        "status_code",
        lambda f: is_yes(f).map({True: 7, False: 3}),
        "perfect-predictor",
    ),
    "a number that sits beside it": (
        "refund",
        lambda f: is_yes(f) * 100 + np.random.default_rng(3).random(len(f)),
        "perfect-predictor",
    ),
    "neither high nor low but both": (
        "band",
        lambda f: is_yes(f) * np.where(np.arange(len(f)) % 2, 9.0, -9.0) + f["age"] / 1000,
        "perfect-predictor",
    ),
    "filled only where it happened": (
        "complaint",
        lambda f: f["spend"].where(is_yes(f) | (np.arange(len(f)) % 12 == 0)),
        "telling-gaps",
    ),
    "the target's letter in an id": ("account_id", numbered, "telling-id"),
    "ids given out in the target's order": (
        "row_id",
        lambda f: (~is_yes(f)).rank(method="first").astype("int64"),
        "perfect-predictor",
    ),
    "a date named after the outcome": (
        "churn_date",
        lambda f: days_after(f, "opened", np.arange(len(f)) % 90),
        "outcome-date",
    ),
    "a date that ends what began": (
        "closed_on",
        lambda f: days_after(f, "opened", 1 + np.arange(len(f)) % 90),
        "after-outcome",
    ),
    "days between dates that tell it": (
        "last_seen",
        lambda f: days_after(f, "opened", np.where(is_yes(f), 5, 200) + np.arange(len(f)) % 50),
        "telling-interval",
    ),
}


@pytest.mark.parametrize(("name", "plant", "signal"), TRAPS.values(), ids=TRAPS)
def test_a_leak_is_suspected(name: str, plant: Plant, signal: str, tmp_path: Path) -> None:
    frame = customers()
    frame[name] = pd.Series(plant(frame), index=frame.index)
    report = report_on(frame, tmp_path, target="churned")

    assert report.flags.possible_leakage == (name,)
    assert [sign.signal for sign in report.columns_profile[name].leakage] == [signal]
    assert report.columns_profile[name].suggested_action == "review_leakage|drop"
    assert repr(name) in report.notes


def test_a_date_after_the_outcome_is_counted_where_the_outcomes_date_is_known(
    tmp_path: Path,
) -> None:
    frame = customers()
    frame["judged"] = days_after(frame, "opened", 30)
    frame["visited"] = days_after(frame, "opened", np.where(np.arange(len(frame)) < 60, 31, 2))
    report = report_on(frame, tmp_path, target="churned", outcome_date="judged")

    (sign,) = report.columns_profile["visited"].leakage
    assert report.flags.possible_leakage == ("judged", "visited")
    assert (sign.signal, sign.strength) == ("after-outcome", 0.1)
    assert "10.0 % of rows" in sign.reason


@pytest.mark.parametrize("name", ["iris", "wine", "breast_cancer", "diabetes"])
def test_a_good_feature_is_no_leak(name: str, tmp_path: Path) -> None:
    assert report_on(bundled(name), tmp_path).flags.possible_leakage == ()


def test_honest_columns_are_not_suspected(tmp_path: Path) -> None:
    report = report_on(customers(), tmp_path, target="churned")

    assert report.flags.possible_leakage == ()
    assert report.flags.id_like == ("customer_id",)


def test_a_leak_of_a_number_is_suspected(tmp_path: Path) -> None:
    frame = bundled("diabetes")
    frame["doubled"] = frame["target"] * 2 + 1
    report = report_on(frame, tmp_path, target="target")

    assert report.flags.possible_leakage == ("doubled",)


IDS: dict[str, tuple[Callable[[int], Any], bool]] = {
    "row numbers": (lambda n: np.arange(1, n + 1), True),
    "shuffled numbers": (lambda n: np.random.default_rng(0).permutation(n) + 1000, True),
    "codes": (lambda n: [f"AB-{at:04d}" for at in range(n)], True),
    "measures that never repeat": (lambda n: np.random.default_rng(0).normal(size=n), False),
    "few groups": (lambda n: np.arange(n) % 9, False),
    "whole numbers far apart": (lambda n: (np.arange(n) * 9973) % 10**7, False),
}


@pytest.mark.parametrize(("make", "expected"), IDS.values(), ids=IDS)
def test_what_only_tells_rows_apart_is_found(
    make: Callable[[int], Any], expected: bool, tmp_path: Path
) -> None:
    frame = pd.DataFrame({"column": make(300), "churned": np.arange(300) % 2})
    report = report_on(frame, tmp_path, target="churned")

    assert report.flags.id_like == (("column",) if expected else ())
