"""Rows whose link to a parent leads back to themselves, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_keys import pairs
from backend.rules.language.rows import Facts
from backend.rules.language.sql import binary, column, exists_in, named, table
from backend.rules.lowering import ROW, Lowered
from backend.rules.sql_statements import filled_rows, lowered, once_each

if TYPE_CHECKING:
    from backend.rules.parent_cycles import ParentCycles

_KEY, _PARENT, _START, _AT = "key", "parent", "start", "at"


def lower(rule: ParentCycles, facts: Facts) -> Lowered:
    """The links, those whose way ends, and of the others each row with all that it leads to."""
    scope = filled_rows(rule, facts, rule.own_columns())
    page = scope.page
    [link] = pairs(((rule.parent, rule.key),), scope, scope)
    columns = (column(ROW), named(link.theirs, _KEY), named(link.mine, _PARENT))
    links = once_each(page, scope.select(*columns), [link.theirs], f"{rule.key} of {rule.table}")
    ending = page.loop("ending", lambda name: _ending(name, links, page.name("parents")))
    goes_on = exp.not_(exists_in(ending, _same((_KEY, ending), (_KEY, links))))
    query = exp.select(*map(column, (ROW, _KEY, _PARENT))).from_(table(links)).where(goes_on)
    endless = page.add("endless", query)
    way = page.loop("way", lambda name: _way(name, endless))
    leads_back = exists_in(
        way, _same((_START, way), (_KEY, endless)), _same((_AT, way), (_KEY, endless))
    )
    flagged = exp.select(column(ROW)).from_(table(endless)).where(leads_back)
    return lowered(rule, page, flagged.order_by(column(ROW)), scope.source(), Grain.ROWS)


def _same(left: tuple[str, str], right: tuple[str, str]) -> exp.Expr:
    return binary(column(*left), "==", column(*right))


def _ending(name: str, links: str, parents: str) -> exp.Query:
    """Rows whose parent no row is; and rows whose parent is one of these, and so on."""
    is_known = exp.Exists(
        this=exp.select("1")
        .from_(table(links, parents))
        .where(_same((_KEY, parents), (_PARENT, links)))
    )
    first = exp.select(column(_KEY)).from_(table(links)).where(exp.not_(is_known))
    on = _same((_PARENT, links), (_KEY, name))
    then = exp.select(column(_KEY, links)).from_(table(links)).join(table(name), on=on)
    return first.union(then, distinct=False)


def _way(name: str, endless: str) -> exp.Query:
    """Each row with its parent, and the parent of that, and so on; each pair once."""
    first = exp.select(named(column(_KEY), _START), named(column(_PARENT), _AT))
    on = _same((_KEY, endless), (_AT, name))
    then = exp.select(column(_START, name), column(_PARENT, endless)).from_(table(name))
    return first.from_(table(endless)).union(then.join(table(endless), on=on), distinct=True)
