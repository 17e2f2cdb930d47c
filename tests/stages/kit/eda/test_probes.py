"""A probe answers what was planted, and says so where nothing is to be found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from backend.stages.eda_findings import finding_of
from backend.stages.kit.eda.probes import drill_missing, leakage_check, type_disambiguation
from tests.stages.kit.eda.planted import customers


def asked(probe: Any, frame: pd.DataFrame, *columns: str, target: str | None) -> Any:
    return probe(
        {"table": frame}, artifacts=Path(), columns={}, target=target, probed=list(columns)
    )


def test_gaps_that_others_explain_are_told_apart_from_random_ones() -> None:
    draw = np.random.default_rng(2)
    frame = customers()
    frame["copy"] = frame["age"] * 3 + draw.normal(0, 2, 600)
    frame.loc[draw.random(600) < 0.2, "copy"] = np.nan
    frame["noise"] = draw.normal(size=600)
    frame.loc[(frame["plan"] == "basic") & (draw.random(600) < 0.9), "noise"] = np.nan
    told = asked(drill_missing, frame, "copy", "noise", target="churned")
    copy, noise = told["columns"]

    assert copy["recommended"] == "impute_by_model"
    assert copy["value_score"] > 0.8
    assert not copy["gaps_depend_on_other_columns"]
    assert noise["recommended"] == "impute_median"
    assert noise["gaps_depend_on_other_columns"]
    assert noise["gap_score"] > 0.6
    assert "'copy': other columns tell its value" in finding_of("drill_missing", told)


def test_the_target_is_no_help_in_filling_gaps() -> None:
    frame = customers()
    frame["told"] = np.where(frame["churned"] == "yes", 100.0, 0.0)
    frame.loc[::5, "told"] = np.nan
    (told,) = asked(drill_missing, frame, "told", target="churned")["columns"]

    assert told["value_score"] < 0.3


def test_a_leak_is_confirmed_by_what_a_model_loses() -> None:
    frame = customers()
    frame["leak"] = (frame["churned"] == "yes") * 1.0
    told = asked(leakage_check, frame, "leak", "age", target="churned")
    leak, age = told["columns"]

    assert told["is_confirmed"]
    assert told["score_with_all"] > 0.95 > 0.6 > told["score_without_suspects"]
    assert (leak["recommended"], age["recommended"]) == ("drop", "ask_when_known")
    assert "drop 'leak'." in finding_of("leakage_check", told)


def test_an_innocent_suspect_is_not_confirmed() -> None:
    told = asked(leakage_check, customers(), "plan", target="churned")

    assert not told["is_confirmed"]
    assert "ask when these become known" in finding_of("leakage_check", told)


def test_without_a_target_there_is_no_leak() -> None:
    with pytest.raises(ValueError, match="there is no single target"):
        asked(leakage_check, customers(), "plan", target=None)


READINGS = {
    "plain with one odd": (["1", "2.5"] * 30 + ["x"], "number"),
    "currency": (["$1,200.50", "$30"] * 30, "number_with_unit"),
    "percent": (["12 %", "3.5%"] * 30, "number_with_unit"),
    "decimal comma": (["1.200,50 €", "3,5 €"] * 30, "number_with_decimal_comma"),
    "day first": (["31/12/2024", "01/02/2024"] * 30, "date_day_first"),
    "month first": (["12/31/2024", "02/01/2024"] * 30, "date_month_first"),
    "words": (["red", "green"] * 30, "categorical"),
}


@pytest.mark.parametrize(("cells", "expected"), READINGS.values(), ids=READINGS)
def test_the_best_reading_of_a_column(cells: list[str], expected: str) -> None:
    frame = pd.DataFrame({"column": cells})
    (told,) = asked(type_disambiguation, frame, "column", target=None)["columns"]

    assert told["recommended"] == expected


TARGETS = {"grades": ([1, 2, 3, 4, 5, 6], "classification"), "counts": (range(40), "regression")}


@pytest.mark.parametrize(("values", "expected"), TARGETS.values(), ids=TARGETS)
def test_a_target_that_could_be_either(values: Any, expected: str) -> None:
    frame = pd.DataFrame({"x": np.arange(240) * 0.5, "out": (list(values) * 240)[:240]})
    told = asked(type_disambiguation, frame, "out", target="out")

    assert told["columns"][0]["recommended"] == expected
    assert f"so {expected} is the likelier" in finding_of("type_disambiguation", told)


def test_a_column_that_is_not_there_is_passed_over() -> None:
    told = asked(drill_missing, customers(), "nowhere", target="churned")

    assert told == {"columns": []}
    assert finding_of("drill_missing", told) == "Probe drill_missing had no column to look at."
