"""dbt: each test flags the rows that its query returns, under the thresholds it sets."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.importers.imported import Importer, reasons

TESTS: dict[str, tuple[str, str, str]] = {
    "not_null": ("weight", "not_null", "p3"),
    "unique": ("code", "unique", "p2 p6"),
    "accepted_values": ("kind", "accepted_values: {values: [box, bag, tube]}", "p6"),
    "accepted numbers": ("depot_id", "accepted_values: {values: [1, 2, 3], quote: false}", "p5"),
    "accepted numbers in quotes": ("depot_id", "accepted_values: {values: ['1', '2']}", "p3 p5"),
    "arguments": ("kind", "accepted_values: {arguments: {values: [box, Box]}}", "p3 p4"),
    "relationships": ("depot_id", "relationships: {to: ref('depots'), field: depot_id}", "p5"),
    "relationships to a source": (
        "depot_id", "relationships: {to: \"source('raw', 'depots')\", field: depot_id}", "p5",
    ),
    "where": ("note", "not_null: {config: {where: \"kind = 'box'\"}}", "p2"),
    "where, in three parts": (
        "note",
        "not_null: {where: \"price >= 20 and kind is not null and depot_id in (1, 2)\"}",
        "p2",
    ),
    "where unequal": ("weight", "not_null: {where: \"kind <> 'box'\"}", "p3"),
    "relationships_where": (
        "depot_id",
        "dbt_utils.relationships_where: {to: ref('depots'), field: depot_id, "
        "from_condition: price < 50}",
        "",
    ),
    "not_accepted_values": ("kind", "dbt_utils.not_accepted_values: {values: [bag]}", "p3"),
    "accepted_range": ("weight", "dbt_utils.accepted_range: {min_value: 0, max_value: 3}", "p4 p5"),
    "accepted_range, exclusive": (
        "weight", "dbt_utils.accepted_range: {max_value: 2.5, inclusive: false}", "p2 p4 p6",
    ),
    "accepted_range of days": (
        "sent", "dbt_utils.accepted_range: {min_value: 2024-02-01}", "p1 p2 p3",
    ),
    "expression of a column": ("weight", "dbt_utils.expression_is_true: {expression: '> 0'}", "p5"),
    "expression of columns": (
        "", "dbt_utils.expression_is_true: {expression: 'price * 2 = total'}", "p2 p6",
    ),
    "dates in order": ("", "dbt_utils.expression_is_true: {expression: arrived >= sent}", "p2"),
    "combination": (
        "",
        "dbt_utils.unique_combination_of_columns: {combination_of_columns: [code, depot_id]}",
        "p2 p6",
    ),
    "at_least_one": ("note", "dbt_utils.at_least_one", "0"),
    "equal_rowcount": ("", "dbt_utils.equal_rowcount: {compare_model: ref('depots')}", "1"),
    "fewer_rows_than": ("", "dbt_utils.fewer_rows_than: {compare_model: ref('depots')}", "1"),
    "in set, where empties fail": (
        "kind",
        "dbt_expectations.expect_column_values_to_be_in_set: {value_set: [box, bag, tube]}",
        "p5 p6",
    ),
    "between, strictly": (
        "weight",
        "dbt_expectations.expect_column_values_to_be_between: "
        "{min_value: -1, max_value: 4, strictly: true}",
        "p4 p5",
    ),
    "regex": (
        "code", "dbt_expectations.expect_column_values_to_match_regex: {regex: '[0-9]{3}'}", "p5",
    ),
    "pair with an empty side": (
        "",
        "dbt_expectations.expect_column_pair_values_A_to_be_greater_than_B: "
        "{column_A: weight, column_B: price}",
        "p1 p2 p4 p5 p6",
    ),
    "mean of some": (
        "price",
        "dbt_expectations.expect_column_mean_to_be_between: "
        "{max_value: 15, row_condition: \"kind = 'box'\"}",
        "0",
    ),
    "no constant": ("kind", "dbt_utils.not_constant", "0"),
    "distinct of all": (
        "code",
        "dbt_expectations.expect_column_proportion_of_unique_values_to_be_between: "
        "{min_value: 0.9}",
        "1",
    ),
    "recent": ("", "dbt_utils.recency: {datepart: day, field: sent, interval: 30}", "1"),
    "columns": (
        "", "dbt_expectations.expect_table_columns_to_contain_set: {column_list: [kind, x]}", "1",
    ),
}  # fmt: skip


def model(column: str, test: str, key: str = "data_tests") -> str:
    listed = f"{key}:\n        - {test}\n"
    columns = f"    columns:\n      - name: {column}\n        {listed}"
    return f"version: 2\nmodels:\n  - name: parcels\n{columns if column else '    ' + listed}"


@pytest.mark.parametrize(("column", "test", "flagged"), TESTS.values(), ids=TESTS)
def test_returned_rows_are_flagged(
    column: str, test: str, flagged: str, importer: Importer
) -> None:
    imported = importer.bring("schema.yml", model(column, test))

    assert not reasons(imported)
    assert importer.flags(imported.entries[0]) == flagged


LIMITS: dict[str, tuple[str, str | None, str | None]] = {
    "none": ("not_null", None, None),
    "warning": ("not_null: {config: {severity: warn}}", "> 0", "> 100%"),
    "warning from a number on": ("not_null: {severity: warn, warn_if: '>10'}", "> 10", "> 100%"),
    "error from a number on": ("not_null: {config: {error_if: '>= 5'}}", "> 0", ">= 5"),
    "both": ("not_null: {config: {error_if: '> 9', warn_if: '>2'}}", "> 2", "> 9"),
    "the usual": ("not_null: {config: {severity: error, error_if: '!= 0'}}", None, None),
    "values": ("unique: {config: {severity: WARN}}", "> 0", "> 100%"),
    "share": ("dbt_utils.not_null_proportion: {at_least: 0.9}", None, "> 10%"),
}


@pytest.mark.parametrize(("test", "warn_if", "fail_if"), LIMITS.values(), ids=LIMITS)
def test_severity_and_thresholds_are_kept(
    test: str, warn_if: str | None, fail_if: str | None, importer: Importer
) -> None:
    (entry,) = importer.bring("schema.yml", model("code", test)).entries

    assert (entry.get("warn_if"), entry.get("fail_if")) == (warn_if, fail_if)


REFUSED: dict[str, tuple[str, str, str]] = {
    "own test": ("code", "looks_good", "no rule here"),
    "Jinja": ("price", "dbt_utils.accepted_range: {min_value: \"{{ var('low') }}\"}", "Jinja"),
    "values, not rows": ("code", "unique: {config: {error_if: '> 5'}}", "thresholds"),
    "threshold of its own": ("code", "not_null: {config: {error_if: 'between 1 and 5'}}", "5'"),
    "fail_calc": ("code", "not_null: {config: {fail_calc: max(n)}}", "fail_calc"),
    "function": ("note", "not_null: {where: \"sent > current_date\"}", "'current_date'"),
    "two comparisons": (
        "", "dbt_utils.expression_is_true: {expression: price > 0 and total > 0}", "simple forms",
    ),
    "key with an empty cell": (
        "",
        "dbt_utils.unique_combination_of_columns: {combination_of_columns: [kind, code]}",
        "kind is empty",
    ),
    "spread of a database": (
        "price", "dbt_expectations.expect_column_stdev_to_be_between: {max_value: 1}", "no rule",
    ),
    "no as false": ("town", "accepted_values: {values: [NO]}", "no column 'town'"),
    "argument": ("code", "not_null: {or_blank: true}", "'or_blank'"),
    "bounds in SQL": (
        "price", "dbt_utils.accepted_range: {max_value: total}", "neither a number nor a date",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("column", "test", "words"), REFUSED.values(), ids=REFUSED)
def test_what_has_no_equal_is_listed(
    column: str, test: str, words: str, importer: Importer
) -> None:
    imported = importer.bring("schema.yml", model(column, test))

    assert (imported.entries, imported.left_out) == ([], 1)
    assert words in reasons(imported)


def test_all_places_and_spellings_of_tests_are_read(importer: Importer) -> None:
    text = dedent("""
        seeds:
          - name: depots
            columns:
              - name: depot_id
                tests: [unique]
              - name: town
                data_tests:
                  - name: towns_we_serve
                    test_name: accepted_values
                    arguments: {values: [Ulm, Linz]}
                    config: {enabled: false, tags: weekly, meta: {owner: ann@x.org}}
        sources:
          - name: raw
            tables:
              - name: parcels
                columns:
                  - name: code
                    tests: [not_null]
    """)
    unique, towns, code = importer.bring("schema.yml", text).entries

    assert [unique["target_table"], code["target_table"]] == ["depots", "parcels"]
    assert towns["check_name"] == "towns_we_serve"
    assert (towns["enabled"], towns["owner"], towns["tags"]) == (
        False,
        "ann@x.org",
        ["dbt", "weekly"],
    )
    assert importer.flags(towns) == "3"


def test_what_is_no_test_but_a_rule_is_told(importer: Importer) -> None:
    text = "models:\n  - name: parcels\n    constraints: [{type: not_null, columns: [kind]}]\n"

    assert "parcels, constraints: not imported" in reasons(importer.bring("schema.yml", text))


def test_yaml_s_no_is_not_taken_for_a_text(importer: Importer) -> None:
    text = model("open", "accepted_values: {values: [yes, no]}").replace("parcels", "depots")

    assert "Put the value in quotes" in reasons(importer.bring("schema.yml", text))
