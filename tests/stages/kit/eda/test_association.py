"""Measures of association are those of scipy, and of tables worked by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from backend.stages.kit.eda.association import chi_squared, correlation_ratio, numeric_relation
from tests.stages.kit.eda.planted import bundled, customers, report_on


def test_pearson_and_spearman_take_rows_that_are_whole() -> None:
    one = pd.Series([1.0, 2, 3, 4, 9, None])
    other = pd.Series([2.0, 1, 4, 3, None, 7])
    told = numeric_relation(one, other)

    assert told["n"] == 4
    assert told["pearson"] == pytest.approx(np.corrcoef([1, 2, 3, 4], [2, 1, 4, 3])[0, 1])
    assert told["spearman"] == pytest.approx(0.6)


def test_chi_squared_of_a_table_by_hand() -> None:
    # 30 10 / 20 40: expected 20 20 / 30 30, so 100/20*2 + 100/30*2 = 16.67; V = sqrt(1/6).
    one = pd.Series(["a"] * 40 + ["b"] * 60)
    other = pd.Series(["x"] * 30 + ["y"] * 10 + ["x"] * 20 + ["y"] * 40)
    told = chi_squared(one, other)

    assert (told["n"], told["dof"]) == (100, 1)
    assert told["chi2"] == pytest.approx(100 / 6)
    assert told["cramers_v"] == pytest.approx((1 / 6) ** 0.5)
    assert told["p_value"] == pytest.approx(stats.chi2.sf(100 / 6, 1))
    assert told["cramers_v_corrected"] < told["cramers_v"]


def test_unlike_categories_beyond_fifty_are_one() -> None:
    one = pd.Series([f"v{at}" for at in range(200)])

    assert chi_squared(one, pd.Series(["x", "y"] * 100))["dof"] == 50


def test_eta_is_the_root_of_the_share_between_classes() -> None:
    classes = pd.Series(["a", "a", "b", "b"])
    told = correlation_ratio(classes, pd.Series([1.0, 3, 5, 7]))

    assert told["eta"] == pytest.approx((16 / 20) ** 0.5)
    assert told["eta_p"] == pytest.approx(stats.f_oneway([1, 3], [5, 7]).pvalue)


NOTHING = {
    "one value": (["a"] * 9, ["x", "y", "z"] * 3),
    "no row": ([None] * 9, ["x", "y", "z"] * 3),
}


@pytest.mark.parametrize(("one", "other"), NOTHING.values(), ids=NOTHING)
def test_what_cannot_be_measured_is_none(one: list[str | None], other: list[str]) -> None:
    assert chi_squared(pd.Series(one), pd.Series(other))["cramers_v"] is None
    numbers = pd.Series(range(9), dtype="float64")
    assert correlation_ratio(pd.Series(one), numbers)["eta"] is None


def test_all_pairs_of_numbers_are_those_of_numpy(tmp_path: Path) -> None:
    frame = bundled("wine")
    report = report_on(frame, tmp_path)
    told = {(pair.f1, pair.f2): pair.pearson for pair in report.correlations.numeric_pairs}

    assert len(told) == 13 * 12 / 2
    for (one, other), pearson in told.items():
        assert pearson == pytest.approx(np.corrcoef(frame[one], frame[other])[0, 1])


def test_pairs_above_nine_tenths_are_high(tmp_path: Path) -> None:
    frame = bundled("breast_cancer")
    report = report_on(frame, tmp_path)
    features = frame.drop(columns="target")
    pearson = features.corr().abs().to_numpy()
    spearman = features.corr(method="spearman").abs().to_numpy()
    expected = int((np.triu(np.maximum(pearson, spearman), k=1) > 0.9).sum())

    high = report.correlations.feature_feature_highcorr
    assert len(high) == expected > 20
    assert high[0].value >= high[-1].value > 0.9


def test_a_recode_of_a_category_is_a_high_pair(tmp_path: Path) -> None:
    frame = customers()
    frame["plan_no"] = frame["plan"].map({"basic": 1, "plus": 2, "pro": 3})
    frame["plan_word"] = frame["plan"].str.upper()
    report = report_on(frame, tmp_path, target="churned")

    pairs = {(e.f1, e.f2, e.measure) for e in report.correlations.feature_feature_highcorr}
    assert pairs == {
        ("plan", "plan_word", "cramers_v"),
        ("plan", "plan_no", "eta"),
        ("plan_word", "plan_no", "eta"),
    }


def test_the_target_is_told_for_each_value(tmp_path: Path) -> None:
    frame = customers()
    report = report_on(frame, tmp_path, target="churned")
    by_hand = frame["churned"].eq("yes").groupby(frame["plan"]).mean()

    told = report.correlations.target_by_value["plan"]
    assert [each.value for each in told] == ["basic", "plus", "pro"]
    assert [each.shares["yes"] for each in told] == pytest.approx(by_hand.to_list())
    assert sum(each.n for each in told) == len(frame)


def test_a_measured_target_is_told_by_its_mean(tmp_path: Path) -> None:
    frame = bundled("diabetes")
    frame["half"] = np.where(np.arange(len(frame)) % 2, "odd", "even")
    report = report_on(frame, tmp_path, target="target")

    told = {e.value: e.mean for e in report.correlations.target_by_value["half"]}
    assert told == pytest.approx(frame.groupby("half")["target"].mean().to_dict())
