"""What expectations about the distinct values of a column mean, and of a record's values.

Their sentences are the rules' own words, which compile (`planner.offline.restated`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from backend.contracts.schema import Schema
from backend.importers.arguments import Arguments
from backend.importers.draft import Meaning, Refusal, Subject
from backend.importers.duties import cell_of, formatted, within
from backend.importers.expectations import Builder, bounds
from backend.importers.fitting import read_options
from backend.importers.meanings import row_rule, where_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.catalog import kind_of
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Arithmetic, Constant, Measure, Predicate, Reads
from backend.rules.phrasing import all_of, both, compare, number
from backend.rules.rule import Rule


def in_its_words(rule: Rule) -> Meaning:
    """A rule that is said as it says itself."""
    return Meaning(rule, (kind_of(rule).say(rule),), counts_rows=False)


def _occurrences(subject: Subject, column: str, option: Constant) -> Aggregate:
    """How many of the rows that count have this value."""
    here = compare(subject.cell(column), "==", option)
    where = both(where_of(subject), here)
    return Aggregate(measure=Measure.COUNT, table=subject.table, where=where)


def _distinct(subject: Subject, column: str) -> Aggregate:
    cell, where = subject.cell(column), where_of(subject)
    return Aggregate(measure=Measure.DISTINCT, table=subject.table, of=cell, where=where)


def _all_occur(subject: Subject, column: str, options: Sequence[Constant]) -> Predicate:
    if any(option.reads == Reads.DATE for option in options):
        raise Refusal("which dates occur has no rule here")
    return all_of(
        *(compare(_occurrences(subject, column, each), ">=", number(1)) for each in options)
    )


def contain_set(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """Each of the values occurs."""
    column = given.text("column")
    options = read_options(subject, column, given.values("value_set"))
    must = _all_occur(subject, column, options)
    return in_its_words(FailingMetrics(table=subject.table, must=must))


def equal_set(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """Each of the values occurs, and as many do as there are."""
    column = given.text("column")
    options = tuple(dict.fromkeys(read_options(subject, column, given.values("value_set"))))
    as_many = compare(_distinct(subject, column), "==", number(len(options)))
    must = all_of(_all_occur(subject, column, options), as_many)
    return in_its_words(FailingMetrics(table=subject.table, must=must))


def proportion_unique(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """How many distinct values there are, of all filled cells."""
    column = given.text("column")
    cell, where = subject.cell(column), where_of(subject)
    filled = Aggregate(measure=Measure.COUNT, table=subject.table, of=cell, where=where)
    share = Arithmetic(sign="/", left=_distinct(subject, column), right=filled)
    duty = within(share, bounds(given))
    return in_its_words(FailingMetrics(table=subject.table, must=duty.must))


def unique_within_record(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """No two of a row's cells are equal; two empty ones are equal there."""
    names = given.texts("column_list")
    leaves_out = given.take("ignore_row_if") == "any_value_is_missing"
    pairs = combinations([subject.cell(name) for name in names], 2)
    must = all_of(*(compare(left, "!=", right) for left, right in pairs))
    rule = BrokenRows(table=subject.table, where=where_of(subject), must=must)
    told = Meaning(rule, (kind_of(rule).say(rule),))
    return told if leaves_out else told.while_filled(*names)


def json_parseable(subject: Subject, given: Arguments, _: Schema) -> Meaning:
    """JSON texts (RFC 8259)."""
    of = cell_of(subject, given.text("column"))
    return row_rule(subject, of, formatted(of.value, "json", "valid JSON"))


def not_constant(subject: Subject, column: str) -> Meaning:
    """At least two values."""
    must = compare(_distinct(subject, column), ">=", number(2))
    return in_its_words(FailingMetrics(table=subject.table, must=must))


DISTINCT_VALUES: dict[str, Builder] = {
    "expect_column_distinct_values_to_contain_set": contain_set,
    "expect_column_distinct_values_to_equal_set": equal_set,
    "expect_column_proportion_of_unique_values_to_be_between": proportion_unique,
    "expect_select_column_values_to_be_unique_within_record": unique_within_record,
    "expect_column_values_to_be_json_parseable": json_parseable,
}
"""By the name of the expectation, in lower case."""
