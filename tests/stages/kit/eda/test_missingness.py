"""Gaps are counted by cell, row and pattern, and compared with the target."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from backend.contracts.eda_report import EdaReport
from tests.stages.kit.eda.planted import customers, report_on


@pytest.fixture
def report(tmp_path: Path) -> EdaReport:
    """Rows 0 to 59 lack age and spend, 60 to 89 spend alone; visits lacks those who left."""
    frame = customers()
    frame.loc[:59, "age"] = np.nan
    frame.loc[:89, "spend"] = np.nan
    frame["visits"] = np.where(frame["churned"] == "yes", np.arange(600) % 3, 5.0)
    frame.loc[frame["visits"] == 0, "visits"] = np.nan
    frame["hint"] = pd.Series(["?"] * 30 + ["a", "b"] * 285, dtype="str")
    return report_on(frame, tmp_path, target="churned")


def test_patterns_are_sets_of_columns_unknown_together(report: EdaReport) -> None:
    patterns = {e.columns: e.rows for e in report.dataset.missingness.patterns}
    lost = {columns: rows for columns, rows in patterns.items() if "visits" not in columns}
    also = {columns: rows for columns, rows in patterns.items() if "visits" in columns}

    assert sum(lost.values()) + sum(also.values()) == 600 - (
        report.dataset.missingness.complete_rows
    )
    assert {c: lost[c] + also.get((*c[:2], "visits", *c[2:]), 0) for c in lost} == {
        ("age", "spend"): 30,
        ("spend",): 30,
        ("age", "spend", "hint"): 30,
    }


def test_columns_whose_gaps_coincide_are_told(report: EdaReport) -> None:
    by_hand = np.corrcoef(np.arange(600) < 60, np.arange(600) < 90)[0, 1]
    told = {(e.f1, e.f2): e.phi for e in report.dataset.missingness.together}

    assert told[("age", "spend")] == pytest.approx(by_hand)
    assert all(phi >= 0.5 for phi in told.values())


def test_gaps_that_the_target_explains_are_related(report: EdaReport) -> None:
    told = {e.feature: e for e in report.dataset.missingness.related_to_target}

    assert [name for name, each in told.items() if each.is_related] == ["visits"]
    assert told["visits"].target_when_unknown.shares == {"yes": 1.0}
    assert told["hint"].n_unknown == 30


def test_placeholders_are_unknown_but_not_missing(report: EdaReport) -> None:
    hint = report.columns_profile["hint"]

    assert (hint.n_missing, hint.n_placeholders, hint.pct_unknown) == (0, 30, 5.0)
    assert hint.placeholders == {"?": 30}
    assert "Placeholders stand for unknown values in 'hint'" in report.notes
