"""Expectations about the distinct values of a column, and about the cells of one record."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importers.imported import Importer, expect, reasons

ROWS: dict[str, tuple[dict[str, Any], str]] = {
    "unlike within a record": (
        expect(
            "select_column_values_to_be_unique_within_record",
            column_list=["price", "total", "weight"],
            ignore_row_if="any_value_is_missing",
        ),
        "p2",
    ),
    "unlike days": (
        expect("select_column_values_to_be_unique_within_record", column_list=["sent", "arrived"]),
        "p4",
    ),
    "JSON": (
        expect("column_values_to_be_json_parseable", column="note"),
        "p1 p3 p4 p5 p6",
    ),
}

MEASURES: dict[str, tuple[dict[str, Any], bool]] = {
    "values that all occur": (
        expect("column_distinct_values_to_contain_set", column="kind", value_set=["box", "tube"]),
        True,
    ),
    "a value that does not occur": (
        expect("column_distinct_values_to_contain_set", column="depot_id", value_set=[1, 4]),
        False,
    ),
    "these values and no others": (
        expect(
            "column_distinct_values_to_equal_set",
            column="kind",
            value_set=["box", "bag", "tube", "Box"],
        ),
        True,
    ),
    "these values, and one more is there": (
        expect("column_distinct_values_to_equal_set", column="depot_id", value_set=[1, 2, 3]),
        False,
    ),
    "distinct of all": (
        expect(
            "column_proportion_of_unique_values_to_be_between",
            column="code",
            min_value=0.8,
            max_value=0.9,
        ),
        True,
    ),
    "distinct of too few": (
        expect("column_proportion_of_unique_values_to_be_between", column="code", min_value=0.9),
        False,
    ),
}


@pytest.mark.parametrize(("expectation", "flagged"), ROWS.values(), ids=ROWS)
def test_unexpected_rows_are_flagged(
    expectation: dict[str, Any], flagged: str, importer: Importer
) -> None:
    imported = importer.suite(expectation)

    assert not reasons(imported)
    assert imported.unverified == 0
    assert importer.flags(imported.entries[0]) == flagged


@pytest.mark.parametrize(("expectation", "succeeds"), MEASURES.values(), ids=MEASURES)
def test_measure_fails_where_the_expectation_does(
    expectation: dict[str, Any], succeeds: bool, importer: Importer
) -> None:
    imported = importer.suite(expectation)

    assert not reasons(imported)
    assert (importer.flags(imported.entries[0]) == "0") is succeeds
