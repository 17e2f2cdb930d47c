"""Values of a column that are new since earlier runs, or that are gone, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.earlier_runs_sql import (
    COLUMN,
    NUMBER,
    VALUE,
    is_of,
    kept_values,
    runs_meant,
    values_now,
    with_history,
)
from backend.rules.language.lower_predicates import open_page
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    all_of,
    binary,
    column,
    exists_in,
    named,
    number,
    table,
    text,
)
from backend.rules.lowering import Lowered
from backend.rules.rule import refuse_filter
from backend.rules.sql_statements import lowered

if TYPE_CHECKING:
    from backend.rules.changed_values import ChangedValues


def lower(rule: ChangedValues, facts: Facts) -> Lowered:
    """The values now and before, and those of which one has what the other has not."""
    refuse_filter(rule)
    page = open_page(rule.tables())
    texts = values_now(facts[rule.table, rule.column], page)
    ours = binary(column(COLUMN), "==", text(rule.column))
    past = runs_meant(rule.table, rule.since, facts, page, ours)
    was_there = [is_of("value"), binary(column(NUMBER), ">", number(0))]
    before = exp.select(column(VALUE)).from_(table(past)).where(all_of(was_there))
    was = page.add("before", before.distinct())
    wanted = {
        "now": (rule.appears or not rule.vanishes, texts),
        "before": (rule.vanishes or not rule.appears, was),
    }
    asked = [
        exp.select(column(VALUE)).from_(table(of)) for is_meant, of in wanted.values() if is_meant
    ]
    query = asked[0] if len(asked) == 1 else asked[0].union(asked[1], distinct=True)
    names = page.add("wanted", query.distinct() if isinstance(query, exp.Select) else query)
    there = [
        named(exists_in(of, binary(column(VALUE, of), "==", column(VALUE, names))), side)
        for side, (_, of) in wanted.items()
    ]
    told = exp.select(column(VALUE), *there).from_(table(names))
    values = page.add("values", told.where(kept_values(past, rule.since)))
    shown = [column(name) for name in (VALUE, *wanted)]
    query = exp.select(*shown).from_(table(values)).order_by(column(VALUE))
    query = query.where(binary(column("now"), "!=", column("before")))
    return with_history(lowered(rule, page, query, table(values), Grain.GROUPS), rule.table)
