"""What the generic tests of dbt mean: its own four, dbt_utils' and dbt_expectations' common ones.

SQL finds no answer about an empty cell and then does not flag it, as here. Tests that count
groups rather than rows take no thresholds (`Meaning.without_counts`). Facts: https://docs.getdbt.com
and the macros of dbt-utils and dbt-expectations.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from backend.contracts.schema import Schema
from backend.importers.arguments import Arguments
from backend.importers.conditions import condition_of, join, read_condition, read_duty
from backend.importers.distinct_values import DISTINCT_VALUES, not_constant
from backend.importers.draft import Meaning, Refusal, Subject
from backend.importers.duties import Bounds, among, cell_of, filled, filled_and, outside, within
from backend.importers.english import constant, say_number
from backend.importers.expectations import BUILDERS
from backend.importers.fitting import fit_bounds, read_options
from backend.importers.headers import columns
from backend.importers.meanings import (
    as_many_rows,
    freshness,
    reference,
    row_count,
    row_rule,
    unique,
)

Test = Callable[[Subject, str, Arguments, Schema], Meaning]
"""A test of a table (of its column, or ``""``)."""

TESTS: dict[str, Test] = {}
_REF = re.compile(
    r"(?:\{\{\s*)?(?:ref|source)\(\s*(?:['\"][^'\"]+['\"]\s*,\s*)?['\"]([^'\"]+)['\"]\s*\)(?:\s*\}\})?"
)


def _test(*names: str) -> Callable[[Test], Test]:
    def register(build: Test) -> Test:
        TESTS.update(dict.fromkeys(names, build))
        return build

    return register


def table_of(text: str) -> str:
    """``ref('users')`` names a table.

    Raises:
        Refusal: it is another expression.
    """
    found = _REF.fullmatch(text.strip())
    if found is not None:
        return found[1]
    if re.fullmatch(r"\w+", text.strip()):
        return text.strip()
    raise Refusal(f"{text!r} does not name a table")


def _and_where(subject: Subject, given: Arguments, *names: str) -> Subject:
    """The table, narrowed by conditions among the arguments as well."""
    texts = [given.take(name) for name in names]
    told = [read_condition(t, subject, "sql") for t in texts if t not in (None, "1=1", "1 = 1")]
    if not told:
        return subject
    return subject.narrowed(join([*([subject.where] if subject.where else []), *told], "and"))


# dbt's own -----------------------------------------------------------------------------------


@_test("not_null")
def not_null(subject: Subject, column: str, given: Arguments, _: Schema) -> Meaning:
    """A value in every row."""
    of = cell_of(subject, column)
    return row_rule(subject, of, filled(of.value))


@_test("unique")
def unique_values(subject: Subject, column: str, given: Arguments, _: Schema) -> Meaning:
    """Values that occur once."""
    return unique(subject, [column]).without_counts()


@_test("accepted_values")
def accepted_values(subject: Subject, column: str, given: Arguments, _: Schema) -> Meaning:
    """Values of a list; it counts values, not rows."""
    given.take("quote")
    of = cell_of(subject, column)
    options = read_options(subject, column, given.values("values"))
    return row_rule(subject, of, among(of.value, options)).without_counts()


@_test("relationships")
def relationships(subject: Subject, column: str, given: Arguments, schema: Schema) -> Meaning:
    """Keys of another table."""
    other = Subject.of(table_of(given.text("to")), schema)
    return reference(subject, column, other, given.text("field"))


# dbt_utils -----------------------------------------------------------------------------------


@_test("dbt_utils.relationships_where")
def relationships_where(subject: Subject, column: str, given: Arguments, schema: Schema) -> Meaning:
    """Keys of some rows of another table, in some rows of this one."""
    other = Subject.of(table_of(given.text("to")), schema)
    other = _and_where(other, given, "to_condition")
    return reference(
        _and_where(subject, given, "from_condition"), column, other, given.text("field")
    )


@_test("dbt_utils.not_accepted_values")
def not_accepted_values(subject: Subject, column: str, given: Arguments, _: Schema) -> Meaning:
    """Values off a list; it counts values, not rows."""
    given.take("quote")
    of = cell_of(subject, column)
    options = read_options(subject, column, given.values("values"))
    return row_rule(subject, of, outside(of.value, options)).without_counts()


@_test("dbt_utils.accepted_range")
def accepted_range(subject: Subject, column: str, given: Arguments, _: Schema) -> Meaning:
    """Values between bounds."""
    strict = not given.flag("inclusive", default=True)
    bounds = Bounds.read(
        given.take("min_value"), given.take("max_value"), strict_low=strict, strict_high=strict
    )
    of = cell_of(subject, column)
    return row_rule(subject, of, within(of.value, fit_bounds(subject, column, bounds)))


@_test("dbt_utils.expression_is_true")
def expression_is_true(subject: Subject, column: str, given: Arguments, _: Schema) -> Meaning:
    """One comparison in SQL."""
    subject = _and_where(subject, given, "condition")
    of, duty = read_duty(given.text("expression"), subject, of=column)
    return row_rule(subject, of, duty)


@_test("dbt_utils.unique_combination_of_columns")
def unique_combination(subject: Subject, _: str, given: Arguments, __: Schema) -> Meaning:
    """A key of several columns; SQL groups rows with an empty cell as well."""
    given.take("quote_columns")
    names = given.texts("combination_of_columns")
    return unique(subject, names).while_filled(*names).without_counts()


@_test("dbt_utils.at_least_one")
def at_least_one(subject: Subject, column: str, given: Arguments, _: Schema) -> Meaning:
    """One value at least."""
    of = cell_of(subject, column)
    there = condition_of(of, filled(of.value))
    parts = [*([subject.where] if subject.where else []), there]
    return row_count(subject.narrowed(join(parts, "and")), Bounds(constant(1), None))


@_test("dbt_utils.not_constant")
def several_values(subject: Subject, column: str, given: Arguments, _: Schema) -> Meaning:
    """More than one value."""
    return not_constant(subject, column)


@_test("dbt_utils.recency")
def recency(subject: Subject, _: str, given: Arguments, __: Schema) -> Meaning:
    """The latest day is so many days ago at most; by whole days, where the source knows hours."""
    unit, days = given.text("datepart"), given.take("interval")
    given.take("ignore_time_component")
    if unit != "day" or not isinstance(days, int) or isinstance(days, bool):
        raise Refusal("how recent rows are is told in whole days here")
    told = freshness(subject, given.text("field"), days)
    return told.noted("judged by whole days, not by hours")


@_test("dbt_utils.not_null_proportion")
def not_null_proportion(subject: Subject, column: str, given: Arguments, _: Schema) -> Meaning:
    """Values in at least this share of the rows."""
    least, most = given.take("at_least"), given.take("at_most", 1)
    is_share = isinstance(least, int | float) and not isinstance(least, bool) and 0 <= least <= 1
    if not isinstance(least, int | float) or not is_share or most != 1:
        raise Refusal("it is not the smallest share of filled rows alone")
    of = cell_of(subject, column)
    meaning = row_rule(subject, of, filled(of.value))
    limit = say_number(round(100 * (1 - least), 9))
    return replace(meaning, fail_if=None if least == 1 else f"> {limit}%")


@_test("dbt_utils.equal_rowcount")
def equal_rowcount(subject: Subject, _: str, given: Arguments, schema: Schema) -> Meaning:
    """As many rows as another table."""
    return as_many_rows(subject, "==", Subject.of(table_of(given.text("compare_model")), schema))


@_test("dbt_utils.fewer_rows_than")
def fewer_rows_than(subject: Subject, _: str, given: Arguments, schema: Schema) -> Meaning:
    """Fewer rows than another table."""
    return as_many_rows(subject, "<", Subject.of(table_of(given.text("compare_model")), schema))


# dbt_expectations ----------------------------------------------------------------------------

_SAME = (
    "expect_column_values_to_not_be_null", "expect_column_values_to_be_null",
    "expect_column_values_to_be_between", "expect_column_values_to_not_be_in_set",
    "expect_column_values_to_match_regex", "expect_column_values_to_not_match_regex",
    "expect_column_values_to_match_like_pattern", "expect_column_values_to_not_match_like_pattern",
    "expect_column_value_lengths_to_be_between", "expect_column_value_lengths_to_equal",
    "expect_column_mean_to_be_between", "expect_column_median_to_be_between",
    "expect_column_min_to_be_between", "expect_column_max_to_be_between",
    "expect_column_sum_to_be_between", "expect_column_unique_value_count_to_be_between",
    "expect_table_row_count_to_be_between", "expect_table_row_count_to_equal",
    "expect_column_to_exist", "expect_table_column_count_to_be_between",
    "expect_table_column_count_to_equal", "expect_column_distinct_values_to_contain_set",
    "expect_column_distinct_values_to_equal_set",
    "expect_column_proportion_of_unique_values_to_be_between",
)  # fmt: skip
_OF_GROUPS = ("expect_column_values_to_be_unique", "expect_compound_columns_to_be_unique")
_OF_PAIRS = (
    "expect_column_pair_values_a_to_be_greater_than_b", "expect_column_pair_values_to_be_equal",
)  # fmt: skip


def _expectation(name: str, **more: object) -> Test:
    """The expectation of this name with dbt's arguments."""

    def build(subject: Subject, column: str, given: Arguments, schema: Schema) -> Meaning:
        subject = _and_where(subject, given, "row_condition")
        for idle in ("quote_values", "quote_columns", "is_raw"):
            given.take(idle)
        strict = given.flag("strictly")
        given.add(strict_min=strict or None, strict_max=strict or None, **more)
        given.add(column=column or None)
        return (BUILDERS | DISTINCT_VALUES)[name](subject, given, schema)

    return build


def _grouped(name: str) -> Test:
    same = _expectation(name)
    return lambda *parts: same(*parts).without_counts()


TESTS |= {f"dbt_expectations.{name}": _expectation(name) for name in _SAME}
TESTS |= {f"dbt_expectations.{name}": _grouped(name) for name in _OF_GROUPS}
TESTS |= {
    f"dbt_expectations.{name}": _expectation(name, ignore_row_if="either_value_is_missing")
    for name in _OF_PAIRS
}


@_test("dbt_expectations.expect_column_values_to_be_in_set")
def in_set(subject: Subject, column: str, given: Arguments, _: Schema) -> Meaning:
    """Values of a list; its join flags empty cells too."""
    subject = _and_where(subject, given, "row_condition")
    given.take("quote_values")
    of, cell = cell_of(subject, column), subject.cell(column)
    options = read_options(subject, column, given.values("value_set"))
    return row_rule(subject, of, filled_and(cell, among(cell, options)))


@_test("dbt_expectations.expect_table_row_count_to_equal_other_table")
def rows_as_other(subject: Subject, _: str, given: Arguments, schema: Schema) -> Meaning:
    """As many rows as another table."""
    return as_many_rows(subject, "==", Subject.of(table_of(given.text("compare_model")), schema))


def _header(way: str) -> Test:
    def build(subject: Subject, _: str, given: Arguments, __: Schema) -> Meaning:
        given.take("transform")
        return columns(subject, way, given.texts("column_list"))

    return build


TESTS |= {
    "dbt_expectations.expect_table_columns_to_match_set": _header("exactly"),
    "dbt_expectations.expect_table_columns_to_contain_set": _header("has"),
    "dbt_expectations.expect_table_columns_to_not_contain_set": _header("lacks"),
}
