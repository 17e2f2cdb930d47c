"""What rules against history share in SQL: the rows of the runs that are meant."""

from __future__ import annotations

from dataclasses import replace

from sqlglot import exp

from backend.contracts.history import history_of
from backend.contracts.plan import ColumnRead
from backend.rules.earlier_runs import Baseline
from backend.rules.language.lower_cells import BLANK, as_number, as_text
from backend.rules.language.lower_place import Page
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    binary,
    call,
    column,
    is_filled,
    matches,
    named,
    negated,
    number,
    table,
    text,
)
from backend.rules.lowering import Lowered

NUMBER, MEASURE, VALUE, COLUMN = "number", "measure", "value", "column"
_RUN, _DAYS = "run", "days_ago"


def history(of: str, facts: Facts, page: Page) -> str:
    """A table's history; where none of its numbers is filled in, they arrive as text."""
    name = history_of(of)
    told = [facts[name, each] for each in (_RUN, _DAYS, NUMBER) if (name, each) in facts]
    if all(fact.type in NUMERIC for fact in told):
        return name
    texts = [column(each) for each in (COLUMN, MEASURE, VALUE)]
    numbers = [named(as_number(column(fact.column), fact), fact.column) for fact in told]
    return page.add("history", exp.select(*numbers, *texts).from_(table(name)))


def runs_meant(of: str, since: Baseline, facts: Facts, page: Page, *conditions: Sql) -> str:
    """The rows of a table's history that are of the runs which are compared with."""
    past = history(of, facts, page)
    if since.days is None:
        is_run = [
            binary(column(_RUN), ">=", number(1)),
            binary(column(_RUN), "<=", number(since.runs)),
        ]
        tests = is_run if since.runs > 1 else [binary(column(_RUN), "==", number(1))]
        return page.add("past", _told(past, *conditions, *tests))
    is_day = binary(column(_DAYS), "==", number(since.days))
    of_day = page.add("of_day", _told(past, *conditions, is_day))
    last = exp.Subquery(this=exp.select(call("MIN", column(_RUN))).from_(table(of_day)))
    return page.add("past", _told(of_day, binary(column(_RUN), "==", last)))


def _told(relation: str, *conditions: Sql) -> exp.Select:
    columns = [column(name) for name in (_RUN, _DAYS, COLUMN, MEASURE, VALUE, NUMBER)]
    return exp.select(*columns).from_(table(relation)).where(all_of(conditions))


def is_of(measure: str) -> Sql:
    """The rows of this measure."""
    return binary(column(MEASURE), "==", text(measure))


def kept_values(past: str, since: Baseline, mark: str = "values") -> Sql:
    """Whether each of these runs kept the values of the column, or another column by them."""
    marks = exp.select(call("COUNT", exp.Star())).from_(table(past)).where(is_of(mark))
    return enough(exp.Subquery(this=marks), since)


def enough(told: Sql, since: Baseline) -> Sql:
    """Whether so many of the runs that are meant told it as must have."""
    if since.days is None and since.fewest is not None:
        return binary(told, ">=", number(since.fewest))
    return binary(told, "==", number(1 if since.days else since.runs))


def values_now(fact: ColumnRead, page: Page) -> str:
    """The cells of a column as runs keep its values: as text, without those that are blank."""
    cells = as_text(column(fact.column), fact)
    query = exp.select(named(cells, VALUE)).from_(table(fact.table))
    return page.add("texts", query.where(all_of(are_values(fact))))


def are_values(fact: ColumnRead) -> list[Sql]:
    """The tests that a cell is filled, and with more than blanks."""
    kept = [is_filled(column(fact.column))]
    if fact.type not in NUMERIC:
        kept.append(negated(matches(as_text(column(fact.column), fact), f"{BLANK}*")))
    return kept


def with_history(statements: Lowered, of: str) -> Lowered:
    """The statements, given all columns of the history."""
    return replace(statements, columns={**statements.columns, history_of(of): None})
