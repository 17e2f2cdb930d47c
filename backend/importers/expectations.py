"""What each expectation of Great Expectations means (dbt-expectations borrowed their names).

Cells that are empty are judged by none of them unless its name speaks of null; where an
expectation of several columns does judge such rows, the meaning holds only while there are none
(`Meaning.while_filled`). Facts: https://greatexpectations.io/expectations and the sources of its
pandas metrics.
"""

from __future__ import annotations

from collections.abc import Callable

from backend.contracts.schema import Schema
from backend.importers.arguments import Arguments
from backend.importers.draft import Meaning, Refusal, Subject
from backend.importers.duties import (
    Bounds,
    Duty,
    Spoken,
    among,
    cell_of,
    compared,
    denied,
    empty,
    filled,
    fixed,
    length_of,
    outside,
    within,
)
from backend.importers.english import constant
from backend.importers.fitting import fit_bounds, read_options, refuse_mixed
from backend.importers.headers import column_count, columns
from backend.importers.meanings import (
    as_many_rows,
    metric,
    monotone,
    row_count,
    row_rule,
    unique,
    z_score,
)
from backend.importers.patterns import found_in, like
from backend.rules.language.terms import Arithmetic, Constant, Measure, Reads, Value

Builder = Callable[[Subject, Arguments, Schema], Meaning]
BUILDERS: dict[str, Builder] = {}
"""By the name of the expectation, in lower case."""


def expectation(*names: str) -> Callable[[Builder], Builder]:
    """Register a builder under these names."""

    def register(build: Builder) -> Builder:
        BUILDERS.update(dict.fromkeys(names, build))
        return build

    return register


def bounds(given: Arguments) -> Bounds:
    """``min_value``, ``max_value`` and whether they are strict."""
    given.take("output_strftime_format")
    return Bounds.read(
        given.take("min_value"),
        given.take("max_value"),
        strict_low=given.flag("strict_min"),
        strict_high=given.flag("strict_max"),
    )


# Single columns ------------------------------------------------------------------------------


def _of_column(make: Callable[[Subject, str, Arguments], Duty]) -> Builder:
    def build(subject: Subject, given: Arguments, _: Schema) -> Meaning:
        column = given.text("column")
        return row_rule(subject, cell_of(subject, column), make(subject, column, given))

    return build


BUILDERS |= {
    "expect_column_values_to_not_be_null": _of_column(lambda s, c, _: filled(s.cell(c))),
    "expect_column_values_to_be_null": _of_column(lambda s, c, _: empty(s.cell(c))),
    "expect_column_values_to_be_between": _of_column(
        lambda s, c, g: within(s.cell(c), fit_bounds(s, c, bounds(g)))
    ),
    "expect_column_values_to_be_in_set": _of_column(
        lambda s, c, g: among(s.cell(c), read_options(s, c, g.values("value_set")))
    ),
    "expect_column_values_to_not_be_in_set": _of_column(
        lambda s, c, g: outside(s.cell(c), read_options(s, c, g.values("value_set")))
    ),
    "expect_column_values_to_match_regex": _of_column(
        lambda s, c, g: found_in(s.cell(c), g.text("regex"))
    ),
    "expect_column_values_to_not_match_regex": _of_column(
        lambda s, c, g: denied(found_in(s.cell(c), g.text("regex")))
    ),
    "expect_column_values_to_match_like_pattern": _of_column(
        lambda s, c, g: like(s.cell(c), g.text("like_pattern"))
    ),
    "expect_column_values_to_not_match_like_pattern": _of_column(
        lambda s, c, g: denied(like(s.cell(c), g.text("like_pattern")))
    ),
}


@expectation("expect_column_distinct_values_to_be_in_set")
def distinct_values_in_set(subject: Subject, given: Arguments, schema: Schema) -> Meaning:
    """The same as of all values, except that it counts distinct ones."""
    return BUILDERS["expect_column_values_to_be_in_set"](subject, given, schema).without_counts()


@expectation("expect_column_values_to_be_unique")
def unique_values(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """Values that occur once."""
    return unique(subject, [given.text("column")])


@expectation("expect_column_value_lengths_to_be_between")
def lengths_between(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """Numbers of characters."""
    of = length_of(subject, given.text("column"))
    return row_rule(subject, of, within(of.value, bounds(given)))


@expectation("expect_column_value_lengths_to_equal")
def lengths_equal(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """One number of characters."""
    of = length_of(subject, given.text("column"))
    return row_rule(subject, of, compared(of.value, "==", fixed(_number(given.take("value")))))


def _number(value: object) -> Constant:
    found = constant(value)
    if found.reads != Reads.NUMBER:
        raise Refusal(f"{value!r} is no number")
    return found


def _monotone(strict: str, loose: str) -> Builder:
    def build(subject: Subject, given: Arguments, _: Schema) -> Meaning:
        of = cell_of(subject, given.text("column"))
        sign = strict if given.flag("strictly") else loose
        return monotone(subject, of, sign).without_counts()

    return build


BUILDERS |= {
    "expect_column_values_to_be_increasing": _monotone(">", ">="),
    "expect_column_values_to_be_decreasing": _monotone("<", "<="),
}


@expectation("expect_column_value_z_scores_to_be_less_than")
def z_scores(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """Both sides of the mean alone; a one-sided score has no equal here."""
    column, limit = given.text("column"), _number(given.take("threshold"))
    if not given.flag("double_sided"):
        raise Refusal("a z-score on one side only has no rule here")
    return z_score(subject, cell_of(subject, column), limit)


# Several columns -----------------------------------------------------------------------------


@expectation("expect_compound_columns_to_be_unique")
def unique_together(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """Rows in which some, but not all, of the columns are empty are compared there, not here."""
    names = given.texts("column_list")
    found = unique(subject, names)
    judges_whole_keys = given.take("ignore_row_if") == "any_value_is_missing"
    return found if judges_whole_keys else found.while_filled(*names)


def _pair(subject: Subject, given: Arguments) -> tuple[str, str, tuple[str, ...]]:
    """Both columns, and those whose empty cells are judged there."""
    left, right = given.text("column_A"), given.text("column_B")
    refuse_mixed(subject.facts(left), subject.facts(right))
    leaves_out = given.take("ignore_row_if") == "either_value_is_missing"
    return left, right, () if leaves_out else (left, right)


@expectation("expect_column_pair_values_a_to_be_greater_than_b")
def pair_greater(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """One column above (or not below) another."""
    left, right, judged = _pair(subject, given)
    of, than = cell_of(subject, left), cell_of(subject, right)
    sign = ">=" if given.flag("or_equal") else ">"
    return row_rule(subject, of, compared(of.value, sign, than)).while_filled(*judged)


@expectation("expect_column_pair_values_to_be_equal")
def pair_equal(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """Two columns alike."""
    left, right, judged = _pair(subject, given)
    of, than = cell_of(subject, left), cell_of(subject, right)
    return row_rule(subject, of, compared(of.value, "==", than)).while_filled(*judged)


@expectation("expect_multicolumn_sum_to_equal")
def sum_equals(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """Columns that add up to a number; an empty one counts as 0 there, as unknown here."""
    names, total = given.texts("column_list"), _number(given.take("sum_total"))
    given.take("ignore_row_if")
    value: Value = subject.cell(names[0])
    for name in names[1:]:
        value = Arithmetic(sign="+", left=value, right=subject.cell(name))
    of = Spoken(value, lambda spell: " + ".join(spell(name) for name in names))
    return row_rule(subject, of, compared(value, "==", fixed(total))).while_filled(*names)


# Measures and rows ---------------------------------------------------------------------------


def _measured(measure: Measure) -> Builder:
    def build(subject: Subject, given: Arguments, _: Schema) -> Meaning:
        column, wanted = given.text("column"), bounds(given)
        if measure in (Measure.MINIMUM, Measure.MAXIMUM):
            wanted = fit_bounds(subject, column, wanted)
        return metric(subject, measure, column, wanted)

    return build


BUILDERS |= {
    f"expect_column_{name}_to_be_between": _measured(measure)
    for name, measure in (
        ("mean", Measure.MEAN),
        ("min", Measure.MINIMUM),
        ("max", Measure.MAXIMUM),
        ("median", Measure.MEDIAN),
        ("sum", Measure.SUM),
        ("stdev", Measure.DEVIATION),
        ("unique_value_count", Measure.DISTINCT),
    )
}


@expectation("expect_table_row_count_to_be_between")
def rows_between(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """A number of rows."""
    return row_count(subject, bounds(given))


@expectation("expect_table_row_count_to_equal")
def rows_equal(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """One number of rows."""
    number = _number(given.take("value"))
    return row_count(subject, Bounds(number, number))


@expectation("expect_table_row_count_to_equal_other_table")
def rows_as_other(subject: Subject, given: Arguments, schema: Schema) -> Meaning:
    """As many rows as another table."""
    if subject.where is not None:
        raise Refusal("rows of two tables are compared here without a condition")
    return as_many_rows(subject, "==", Subject.of(given.text("other_table_name"), schema))


# Headers -------------------------------------------------------------------------------------


@expectation("expect_column_to_exist")
def column_exists(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """A column of this name, wherever it stands."""
    return columns(subject, "has", [given.text("column")])


@expectation("expect_table_columns_to_match_set")
def columns_match(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """These columns, and no others unless that is said."""
    way = "exactly" if given.flag("exact_match", default=True) else "has"
    return columns(subject, way, given.texts("column_set"))


@expectation("expect_table_columns_to_match_ordered_list")
def columns_in_order(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """These columns in this order, and no others."""
    return columns(subject, "ordered", given.texts("column_list"))


@expectation("expect_table_column_count_to_be_between")
def column_count_between(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """A number of columns."""
    return column_count(subject, bounds(given))


@expectation("expect_table_column_count_to_equal")
def column_count_equals(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """One number of columns."""
    number = _number(given.take("value"))
    return column_count(subject, Bounds(number, number))
