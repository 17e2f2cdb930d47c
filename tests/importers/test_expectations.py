"""Each expectation flags the rows that Great Expectations calls unexpected."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importers.imported import Importer, expect, reasons

BOXES = 'kind=="box"'
Case = tuple[dict[str, Any], str]
ROWS: dict[str, Case] = {
    "filled": (expect("column_values_to_not_be_null", column="weight"), "p3"),
    "empty": (expect("column_values_to_be_null", column="note"), "p1 p3 p4 p5 p6"),
    "unique": (expect("column_values_to_be_unique", column="code"), "p2 p6"),
    "in set": (
        expect("column_values_to_be_in_set", column="kind", value_set=["box", "bag", "tube"]),
        "p6",
    ),
    "in set of numbers": (
        expect("column_values_to_be_in_set", column="depot_id", value_set=[1, 2]),
        "p3 p5",
    ),
    "distinct in set": (
        expect("column_distinct_values_to_be_in_set", column="kind", value_set=["box", "Box"]),
        "p3 p4",
    ),
    "not in set": (
        expect("column_values_to_not_be_in_set", column="kind", value_set=["box"]),
        "p1 p2",
    ),
    "between": (
        expect("column_values_to_be_between", column="weight", min_value=0, max_value=3),
        "p4 p5",
    ),
    "strictly between": (
        expect(
            "column_values_to_be_between",
            column="weight",
            min_value=-1,
            max_value=2.5,
            strict_min=True,
            strict_max=True,
        ),
        "p2 p4 p5 p6",
    ),
    "strict above": (
        expect("column_values_to_be_between", column="price", min_value=20, strict_min=True),
        "p1 p2",
    ),
    "below a negative": (
        expect("column_values_to_be_between", column="weight", max_value=-0.5),
        "p1 p2 p4 p6",
    ),
    "days": (
        expect(
            "column_values_to_be_between",
            column="sent",
            min_value="2024-01-03",
            max_value="2024-03-01T00:00:00",
            parse_strings_as_datetimes=True,
        ),
        "p1 p6",
    ),
    "lengths": (
        expect("column_value_lengths_to_be_between", column="code", min_value=6, max_value=9),
        "p5",
    ),
    "one length": (
        expect("column_value_lengths_to_equal", column="code", value=5),
        "p1 p2 p3 p4 p6",
    ),
    "whole pattern": (
        expect("column_values_to_match_regex", column="code", regex=r"^[A-Z]{2}-\d{4}$"),
        "p3 p5",
    ),
    "pattern anywhere": (
        expect("column_values_to_match_regex", column="code", regex=r"\d{3}"),
        "p5",
    ),
    "plain text anywhere": (
        expect("column_values_to_match_regex", column="code", regex="100"),
        "p5",
    ),
    "no such pattern": (
        expect("column_values_to_not_match_regex", column="code", regex="^ab|99$"),
        "p3 p5",
    ),
    "beginning": (
        expect("column_values_to_match_regex", column="code", regex="^AB-10"),
        "p3 p5",
    ),
    "no such end": (
        expect("column_values_to_not_match_regex", column="code", regex="02$"),
        "p2 p6",
    ),
    "like a beginning": (
        expect("column_values_to_match_like_pattern", column="code", like_pattern="AB-%"),
        "p3 p5",
    ),
    "like": (
        expect("column_values_to_match_like_pattern", column="code", like_pattern="A_-100_"),
        "p3 p5",
    ),
    "increasing": (expect("column_values_to_be_increasing", column="total"), "p6"),
    "strictly increasing": (
        expect("column_values_to_be_increasing", column="total", strictly=True),
        "p2 p6",
    ),
    "decreasing": (expect("column_values_to_be_decreasing", column="total"), "p3 p4 p5"),
    "z-score": (
        expect(
            "column_value_z_scores_to_be_less_than",
            column="price",
            threshold=1.2,
            double_sided=True,
        ),
        "p1 p6",
    ),
    "unique together": (
        expect("compound_columns_to_be_unique", column_list=["code", "depot_id"]),
        "p2 p6",
    ),
    "pair in order": (
        expect(
            "column_pair_values_A_to_be_greater_than_B",
            column_A="arrived",
            column_B="sent",
            or_equal=True,
        ),
        "p2",
    ),
    "pair strictly in order": (
        expect("column_pair_values_A_to_be_greater_than_B", column_A="arrived", column_B="sent"),
        "p2 p4",
    ),
    "pair equal": (
        expect("column_pair_values_to_be_equal", column_A="price", column_B="total"),
        "p1 p3 p4 p5 p6",
    ),
    "pair with an empty side left out": (
        expect(
            "column_pair_values_A_to_be_greater_than_B",
            column_A="price",
            column_B="weight",
            ignore_row_if="either_value_is_missing",
        ),
        "",
    ),
    "sum of columns": (
        expect("multicolumn_sum_to_equal", column_list=["price", "total"], sum_total=90),
        "p1 p2 p4 p5 p6",
    ),
    "rows by a text": (
        expect(
            "column_values_to_not_be_null",
            column="note",
            row_condition='kind=="box"',
            condition_parser="pandas",
        ),
        "p2",
    ),
    "rows by a number": (
        expect(
            "column_values_to_be_between",
            column="weight",
            min_value=0,
            row_condition='col("price") > 30',
            condition_parser="great_expectations__experimental__",
        ),
        "p5",
    ),
    "rows by two things": (
        expect(
            "column_values_to_be_unique",
            column="code",
            row_condition="price <= 20 and depot_id in [1, 2]",
        ),
        "",
    ),
    "rows that have a value": (
        expect(
            "column_values_to_be_between",
            column="price",
            max_value=40,
            row_condition='col("kind").notNull()',
        ),
        "p6",
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


MEASURES: dict[str, tuple[dict[str, Any], bool]] = {
    "mean": (
        expect("column_mean_to_be_between", column="weight", min_value=1.9, max_value=1.9),
        True,
    ),
    "mean off": (expect("column_mean_to_be_between", column="weight", max_value=1.8), False),
    "mean not reached": (
        expect("column_mean_to_be_between", column="weight", min_value=1.9, strict_min=True),
        False,
    ),
    "smallest": (expect("column_min_to_be_between", column="weight", min_value=-1), True),
    "greatest": (expect("column_max_to_be_between", column="weight", max_value=3), False),
    "latest day": (expect("column_max_to_be_between", column="sent", max_value="2024-03-02"), True),
    "median": (expect("column_median_to_be_between", column="weight", max_value=2), False),
    "sum": (expect("column_sum_to_be_between", column="price", min_value=210, max_value=210), True),
    "spread of the sample": (
        expect("column_stdev_to_be_between", column="price", min_value=18.7, max_value=18.8),
        True,
    ),
    "number of values": (
        expect("column_unique_value_count_to_be_between", column="kind", min_value=5),
        False,
    ),
    "number of rows": (expect("table_row_count_to_be_between", min_value=1, max_value=6), True),
    "one number of rows": (expect("table_row_count_to_equal", value=7), False),
    "rows as elsewhere": (
        expect("table_row_count_to_equal_other_table", other_table_name="depots"),
        False,
    ),
    "mean of some rows": (
        expect("column_mean_to_be_between", column="price", max_value=15, row_condition=BOXES),
        True,
    ),
    "number of some rows": (
        expect("table_row_count_to_equal", value=2, row_condition=BOXES),
        True,
    ),
    "column": (expect("column_to_exist", column="kind"), True),
    "column that is not there": (expect("column_to_exist", column="colour"), False),
    "columns in order": (
        expect("table_columns_to_match_ordered_list", column_list=["kind", "parcel"]),
        False,
    ),
    "some columns": (
        expect(
            "table_columns_to_match_set", column_set=["kind", "parcel"], exact_match=False
        ),
        True,
    ),
    "number of columns": (expect("table_column_count_to_equal", value=10), True),
}  # fmt: skip


@pytest.mark.parametrize(("expectation", "succeeds"), MEASURES.values(), ids=MEASURES)
def test_measure_fails_where_the_expectation_does(
    expectation: dict[str, Any], succeeds: bool, importer: Importer
) -> None:
    imported = importer.suite(expectation)

    assert not reasons(imported)
    assert (importer.flags(imported.entries[0]) == "0") is succeeds
