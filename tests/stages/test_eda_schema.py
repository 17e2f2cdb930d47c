"""The published JSON schema is the contract's, and a report that strays from it is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from backend.contracts.eda_report import EdaReport
from tests.stages.kit.eda.planted import META, customers, explore

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "eda-report.schema.json"


def test_the_published_schema_is_the_contracts() -> None:
    expected = json.dumps(EdaReport.model_json_schema(), indent=2, ensure_ascii=False) + "\n"

    assert PUBLISHED.read_text("utf-8") == expected


def test_a_report_has_these_sections() -> None:
    assert list(EdaReport.model_fields) == [
        *("dataset", "columns_profile", "target", "correlations", "flags", "visuals", "notes"),
        "meta",
    ]


def told(tmp_path: Path) -> dict[str, Any]:
    value = explore({"t": customers(60)}, artifacts=tmp_path, target="churned", plot_limit=0)
    return {**value, "meta": META}


STRAYS: dict[str, tuple[tuple[str, ...], object]] = {
    "a number as text": (("dataset", "n_rows"), "60"),
    "an unknown type": (("columns_profile", "age", "dtype"), "float64"),
    "a field too many": (("flags", "more"), []),
    "a count that is none": (("columns_profile", "age", "n_missing"), 1.5),
    "an unknown task": (("target", "task_type"), "ranking"),
    "no section": (("correlations",), None),
}


@pytest.mark.parametrize(("place", "value"), STRAYS.values(), ids=STRAYS)
def test_a_report_that_strays_is_refused(
    place: tuple[str, ...], value: object, tmp_path: Path
) -> None:
    report = told(tmp_path)
    EdaReport.model_validate_json(json.dumps(report), strict=True)
    section = report
    for name in place[:-1]:
        section = section[name]
    section[place[-1]] = value

    with pytest.raises(ValidationError):
        EdaReport.model_validate_json(json.dumps(report), strict=True)
