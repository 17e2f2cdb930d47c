"""Suites: what is read of them beside the expectations themselves, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.errors import CheckError
from tests.importers.imported import Importer, expect, reasons

REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "unknown": (expect("column_kl_divergence_to_be_less_than", column="kind"), "no rule here"),
    "no such column": (expect("column_values_to_not_be_null", column="knd"), "no column 'knd'"),
    "argument without an equal": (
        expect("column_values_to_be_unique", column="code", tolerance=1),
        "'tolerance'",
    ),
    "type": (
        expect("column_values_to_be_of_type", column="price", type_="int64"),
        "whole number",
    ),
    "one-sided z-score": (
        expect(
            "column_value_z_scores_to_be_less_than", column="price", threshold=3, double_sided=False
        ),
        "one side",
    ),
    "quantile": (expect("column_quantile_values_to_be_between", column="price"), "no rule here"),
    "key with an empty cell": (
        expect("compound_columns_to_be_unique", column_list=["kind", "code"]),
        "kind is empty (1 today)",
    ),
    "pair with an empty cell": (
        expect("column_pair_values_A_to_be_greater_than_B", column_A="price", column_B="weight"),
        "weight is empty",
    ),
    "unequal to pandas": (
        expect("column_values_to_not_be_null", column="note", row_condition='kind != "box"'),
        "kind is empty",
    ),
    "condition in Python": (
        expect("column_values_to_not_be_null", column="note", row_condition="kind.str.len() > 2"),
        "simple forms",
    ),
    "share of a neighbour": (
        expect("column_values_to_be_increasing", column="price", mostly=0.9),
        "'mostly'",
    ),
    "parameter of a suite": (
        expect("column_values_to_be_between", column="price", min_value={"$PARAMETER": "low"}),
        "neither a number nor a text",
    ),
    "time of a day": (
        expect("column_values_to_be_between", column="sent", max_value="2024-03-01T12:30:00"),
        "tells a time",
    ),
    "bound that is a word": (
        expect("column_values_to_be_between", column="price", min_value="low"),
        "neither a number nor a date",
    ),
    "no bound": (expect("column_values_to_be_between", column="price"), "neither a smallest"),
    "empty list": (expect("column_values_to_be_in_set", column="kind", value_set=[]), "value_set"),
    "text for a number": (
        expect("column_values_to_be_in_set", column="price", value_set=["a"]),
        "'a' is no number",
    ),
    "pattern of another dialect": (
        expect("column_values_to_match_regex", column="code", regex="[[:alpha:]]+"),
        "dialects",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("expectation", "words"), REFUSED.values(), ids=REFUSED)
def test_what_has_no_equal_is_listed_with_the_reason(
    expectation: dict[str, Any], words: str, importer: Importer
) -> None:
    imported = importer.suite(expectation)

    assert (imported.entries, imported.left_out) == ([], 1)
    assert words in reasons(imported)
    assert "expectation 1" in reasons(imported)


@pytest.mark.parametrize(
    ("mostly", "fail_if"), [(0.95, "> 5%"), (0.999, "> 0.1%"), (1, None), (0.3, "> 70%")]
)
def test_mostly_becomes_the_share_that_may_break_the_rule(
    mostly: float, fail_if: str | None, importer: Importer
) -> None:
    (entry,) = importer.suite(
        expect("column_values_to_not_be_null", column="weight", mostly=mostly)
    ).entries

    assert entry.get("fail_if") == fail_if


def test_suites_from_1_0_on_are_read(importer: Importer) -> None:
    condition = {
        "type": "and",
        "conditions": [
            {"type": "comparison", "column": {"name": "price"}, "operator": ">", "parameter": 10},
            {"type": "comparison", "column": {"name": "depot_id"}, "operator": "IN",
             "parameter": [1, 2]},
            {"type": "nullity", "column": {"name": "code"}, "is_null": False},
        ],
    }  # fmt: skip
    kwargs = {"column": "note", "row_condition": condition}
    entry = {
        "type": "expect_column_values_to_not_be_null",
        "kwargs": kwargs,
        "id": "4f0e",
        "meta": {},
        "severity": "critical",
    }
    text = json.dumps({"name": "parcels", "expectations": [entry], "meta": {}})
    imported = importer.bring("parcels.json", text)

    assert imported.entries[0]["severity"] == "critical"
    assert importer.flags(imported.entries[0]) == "p2"


def test_suite_of_a_table_that_is_not_there_is_not_verified(importer: Importer) -> None:
    imported = importer.suite(expect("column_values_to_not_be_null", column="owner"), table="vans")

    assert [entry["target_table"] for entry in imported.entries] == ["vans"]
    assert "not verified: the data has no table 'vans'" in imported.report[0]
    assert imported.unverified == 1


def test_suite_that_names_no_table_needs_one(importer: Importer) -> None:
    with pytest.raises(CheckError, match="--table"):
        importer.bring("x.json", json.dumps({"name": "nightly", "expectations": []}))


def test_ids_that_are_taken_are_not_given_again(tmp_path: Path) -> None:
    importer = Importer(tmp_path)
    first = importer.suite(expect("column_values_to_not_be_null", column="kind")).entries
    checks = importer.checks_file
    checks.parent.mkdir()
    checks.write_text(json.dumps(first))
    second = importer.suite(expect("column_values_to_not_be_null", column="code")).entries

    assert [entry["check_id"] for entry in (*first, *second)] == ["GX-001", "GX-002"]
