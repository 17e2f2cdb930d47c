"""The two statements of a lowered rule, as its kind puts them together."""

from __future__ import annotations

from collections.abc import Iterable

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_place import Page, Place
from backend.rules.language.lower_predicates import counted, open_page, over
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    binary,
    call,
    column,
    fails,
    is_filled,
    named,
    number,
    table,
    when,
)
from backend.rules.language.sql import (
    over as windowed,
)
from backend.rules.lowering import ROW, TESTED, Lowered, NotLowered
from backend.rules.rule import Rule


def every_row(rule: Rule, facts: Facts) -> Place:
    """All rows of the rule's table, on a page of their own."""
    return over(open_page(rule.tables()), rule.table, facts, _columns(rule, rule.table))


def rows_of(rule: Rule, name: str, beside: Place) -> Place:
    """All rows of another table, on the same page."""
    return over(beside.page, name, beside.facts, _columns(rule, name))


def filled_rows(rule: Rule, facts: Facts, columns: Iterable[str]) -> Place:
    """The rows for which ``where`` is true and these cells are filled."""
    place = counted(every_row(rule, facts), rule.where)
    return tested(place.filtered(*(is_filled(place.column(name)) for name in columns)))


def tested(place: Place) -> Place:
    """The rows that the rule judges, as a step of their own."""
    return place.step(TESTED)


def once_each(page: Page, query: exp.Select, keys: Iterable[Sql], what: str) -> str:
    """A relation of what a query gives, which makes the statement fail if a key is there twice."""
    times = windowed(call("COUNT", exp.Star()), keys)
    counted_keys = page.add("keyed", query.select(named(times, "times"), copy=False))
    is_twice = binary(column("times"), ">", number(1))
    is_well = when(is_twice, fails(f"{what} occurs twice"), exp.true())
    names = [column(each.output_name) for each in query.expressions[:-1]]
    kept = exp.select(*names, copy=False).from_(table(counted_keys), copy=False)
    return page.add("unique", kept.where(is_well, copy=False))


def flag_rows(rule: Rule, scope: Place, place: Place) -> Lowered:
    """The rows of a place, out of those of the scope."""
    number = column(ROW)
    flagged = place.select(number).order_by(number, copy=False)
    return lowered(rule, place.page, flagged, scope.source(), Grain.ROWS)


def lowered(rule: Rule, page: Page, flagged: exp.Select, scope: exp.Table, grain: Grain) -> Lowered:
    """Both statements with their steps; the scope counts the rows of a relation."""
    for query in (*(step for _, step in page.steps), flagged):
        _refuse_twins([name for name in query.named_selects if name])
    total = named(call("COUNT", exp.Star()), TESTED)
    return Lowered(
        flagged=page.whole(flagged),
        scope=page.whole(exp.select(total, copy=False).from_(scope, copy=False)),
        grain=grain,
        columns={name: _columns(rule, name) for name in rule.tables()},
        parameters=rule.parameters(),
        formats=tuple(page.formats),
    )


def _columns(rule: Rule, wanted: str) -> tuple[str, ...]:
    """The columns of a table that the rule reads.

    Raises:
        NotLowered: DuckDB cannot tell two of them apart, or one from the number of the row.
    """
    found = tuple(dict.fromkeys(name for of, name in rule.reads() if of == wanted))
    _refuse_twins([ROW, *found], f"columns of {wanted}")
    return found


def _refuse_twins(names: list[str], what: str = "columns that the rule adds or reads") -> None:
    if len({name.lower() for name in names}) < len(names):
        raise NotLowered(f"{what} have names that are one in SQL")
