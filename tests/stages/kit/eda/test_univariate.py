"""Every number of a column's summary is the one that textbooks give."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from backend.stages.kit.eda.column_types import typed_column
from backend.stages.kit.eda.univariate import column_summary
from tests.stages.kit.eda.planted import bundled


def summary(cells: Any, **told: Any) -> dict[str, Any]:
    return column_summary(typed_column("column", pd.Series(cells), told))


@pytest.mark.parametrize("name", ["mean radius", "area error", "worst concavity"])
def test_numbers_are_those_of_scipy(name: str) -> None:
    values = bundled("breast_cancer")[name].to_numpy()
    told = summary(values)
    first, third = np.percentile(values, [25, 75])
    far = 1.5 * (third - first)

    expected = {
        "min": values.min(),
        "q1": first,
        "median": np.median(values),
        "q3": third,
        "max": values.max(),
        "mean": values.sum() / len(values),
        "std": stats.tstd(values),
        "skew": stats.skew(values, bias=False),
        "kurtosis": stats.kurtosis(values, bias=False),
        "n_outliers": ((values < first - far) | (values > third + far)).sum(),
    }
    assert {key: told[key] for key in expected} == pytest.approx(expected)


def test_zeros_and_negatives_are_counted_among_the_known() -> None:
    told = summary([0, 0, -1, 4, None])

    assert (told["n_zero"], told["pct_zero"], told["n_negative"]) == (2, 50.0, 1)


def test_few_values_are_told_one_by_one() -> None:
    assert summary([3, 1, 3, 2])["value_counts"] == {"3": 2, "1": 1, "2": 1}
    assert summary(range(21))["value_counts"] == {}


SENTINELS = {
    "far nines": ([1, 2, 3, 4, 999, 999], {"999": 2}),
    "negative nines": ([1.5, 2, 3, 4, -99, -99], {"-99": 2}),
    "nines that are near": ([*range(90, 100), 99], {}),
    "a single one": ([1, 2, 3, 4, 999], {}),
    "no nines": ([1, 2, 3, 4, 500, 500], {}),
}


@pytest.mark.parametrize(("cells", "expected"), SENTINELS.values(), ids=SENTINELS)
def test_numbers_of_nines_may_stand_for_unknown(
    cells: list[float], expected: dict[str, int]
) -> None:
    assert summary(cells)["sentinels"] == expected


def test_rare_values_are_under_one_percent() -> None:
    told = summary(["a"] * 190 + ["b"] * 6 + ["e"] * 2 + ["c", "d"])

    assert told["top_values"] == {"a": 190, "b": 6, "e": 2, "c": 1, "d": 1}
    assert (told["n_rare"], told["pct_rare"], told["rare_values"]) == (2, 1.0, ["c", "d"])
    assert told["pct_top"] == 95.0


def test_entropy_is_shannons() -> None:
    assert summary(["a", "b"] * 5)["entropy_bits"] == 1.0
    assert summary(["a"] * 5)["entropy_bits"] == 0.0


FREQUENCIES = {
    "hourly": pd.date_range("2024-01-01", periods=30, freq="h"),
    "daily": pd.date_range("2024-01-01", periods=30, freq="D"),
    "weekly": pd.date_range("2024-01-01", periods=30, freq="7D"),
    "monthly": pd.date_range("2024-01-01", periods=30, freq="MS"),
    "yearly": pd.date_range("1990-01-01", periods=30, freq="YS"),
    "irregular": pd.to_datetime(pd.Series([0, 2, 9, 30, 34, 80, 95, 200]), unit="D"),
}


@pytest.mark.parametrize(("expected", "moments"), FREQUENCIES.items(), ids=FREQUENCIES)
def test_the_usual_distance_of_dates(expected: str, moments: Any) -> None:
    shuffled = pd.Series(moments).sample(frac=1, random_state=0)

    assert summary(shuffled)["frequency"] == expected


def test_the_range_of_dates() -> None:
    told = summary(["03.01.2024", "01.01.2024", None], type="date", date_format="%d.%m.%Y")

    assert (told["min"], told["max"]) == ("2024-01-01T00:00:00", "2024-01-03T00:00:00")
    assert (told["span_days"], told["is_sorted"]) == (2.0, False)


def test_lengths_of_texts_weigh_each_cell() -> None:
    short = [f"one two three {at}" for at in range(10, 40)]
    told = summary([*short, "one two three and some more words"])

    assert (told["min_length"], told["max_length"]) == (16, 33)
    assert told["mean_words"] == pytest.approx((30 * 4 + 7) / 31)
