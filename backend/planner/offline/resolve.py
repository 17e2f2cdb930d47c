"""From what a sentence says to a rule over real tables: whose column, which key.

A reading that does not fit the schema is refused with :class:`Misfit`; it is no reading then.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.context import Context as Context
from backend.planner.offline.context import Misfit as Misfit
from backend.planner.offline.fitting import (
    amounts,
    require_alike,
    require_fit,
    with_empty_groups,
    with_interval,
)
from backend.planner.offline.keys import is_key, join_columns, key_for, referred
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Exists,
    It,
    Lookup,
    Measure,
    Predicate,
    Previous,
    Term,
)
from backend.rules.language.walk import T, parts, rewrite, walk
from backend.rules.overlapping_intervals import END, START
from backend.rules.rule import Rule


def place(rule: Rule, context: Context) -> Rule:
    """The rule with its table found and every cell, key and look-up in its place.

    Raises:
        Misfit: a column, table or key is not there or not clear.
    """
    if rule.table:
        return _placed_in(rule, rule.table, context)
    refused: Misfit | None = None
    for table in _main_tables(rule, context):
        trial = Context(context.check, context.tables, [*context.assumptions])
        try:
            placed = _placed_in(rule, table, trial)
        except Misfit as misfit:
            refused = refused or misfit
            continue
        context.assumptions[:] = trial.assumptions
        return placed
    raise refused or Misfit("the sentence does not say which table it is about")


def _placed_in(rule: Rule, table: str, context: Context) -> Rule:
    if isinstance(rule, FailingMetrics):
        return _place_metrics(rule, table, context)
    rule = with_interval(rule, table, context)
    updates: dict[str, object] = {"table": table}
    for name in ("must", "where"):
        predicate = getattr(rule, name, None)
        if predicate is not None:
            updates[name] = located(predicate, table, context)
    placed = rule.model_copy(update=updates)
    require_fit(placed, context)
    return placed


def _main_tables(rule: Rule, context: Context) -> list[str]:
    """Tables that the rule may be about, likeliest first: the one whose column is spoken of
    first, one that is named, those that have every column.
    """
    wanted = dict.fromkeys(cell.column for cell in _own_cells(rule) if not cell.table)
    wanted |= dict.fromkeys(rule.own_columns())
    wanted = {column: None for column in wanted if column not in (START, END)}
    named = [cell.table for cell in _own_cells(rule) if cell.table]
    if isinstance(rule, FailingMetrics):
        named += [term.table for term in walk(rule) if isinstance(term, Aggregate) and term.table]
    others = {term.table for term in walk(rule) if isinstance(term, Exists | Lookup) and term.table}
    others |= {term.table for term in walk(rule) if isinstance(term, Aggregate) and term.keys}
    tables = [table for table in context.tables if table not in others] or list(context.tables)
    likely: list[str] = []
    first = next(_own_cells(rule), None)
    if first is not None and not first.table and not isinstance(rule, FailingMetrics):
        holders = [table for table in tables if context.column(table, first.column)]
        likely += holders if len(holders) == 1 else []
    likely += [table for table in named if table in tables]
    for column in wanted if likely else ():
        holders = [table for table in tables if context.column(table, column)]
        likely += holders if len(holders) == 1 else []
    if likely:
        return list(dict.fromkeys(likely))
    whole = [table for table in tables if all(context.column(table, name) for name in wanted)]
    if len(whole) > 1 and wanted:
        context.assume(f"The rule is about {whole[0]}, the first table that has these columns.")
    return whole[:1] if wanted or len(tables) == 1 else []


def _own_cells(term: Term | Rule) -> Iterator[Cell]:
    """Cells of the rule's own rows, not of rows of another table that it looks into."""
    if isinstance(term, Cell):
        yield term
    if isinstance(term, Exists) or (isinstance(term, Aggregate) and term.keys):
        yield from (Cell(table="", column=mine) for mine, _ in term.keys if mine)
        return
    for part in parts(term):
        yield from _own_cells(part)


# Cells and keys ------------------------------------------------------------------------------


def located(term: T, table: str, context: Context) -> T:
    """The term over ``table``'s rows: cells of other tables become look-ups."""

    def change(part: Term) -> Term | None:
        match part:
            case Cell():
                return _cell(part, table, context)
            case Exists():
                return _exists(part, table, context)
            case Aggregate():
                return _aggregate(part, table, context)
            case Lookup():
                return _lookup(part, table, context)
            case Previous():
                return part.model_copy(update={"of": located(part.of, table, context)})
            case It():
                raise Misfit("a part of the sentence has no subject")
            case _:
                return None

    return rewrite(term, change)


def _cell(cell: Cell, table: str, context: Context) -> Term:
    if cell.table in ("", table) and context.column(table, cell.column) is not None:
        return cell.model_copy(update={"table": table})
    if cell.table == table:
        raise Misfit(f"{table} has no column {cell.column!r}")
    holders = [
        name
        for name in ([cell.table] if cell.table else context.tables)
        if context.column(name, cell.column) is not None
    ]
    if len(holders) != 1:
        raise Misfit(f"{table} has no column {cell.column!r}, and it is not clear whose it is")
    keys = _keys((("", ""),), table, holders[0], context)
    _require_one_row(table, holders[0], keys, context)
    context.assume(
        f"{cell.column} is looked up in {holders[0]} where {keys[0][1]} is the row's {keys[0][0]}."
    )
    return Lookup(table=holders[0], column=cell.column, keys=keys, empty_if=cell.empty_if)


def _lookup(part: Lookup, table: str, context: Context) -> Term:
    """A look-up; without a table it follows a named key to another row, perhaps of this table."""
    if part.table:
        keys = _keys(part.keys, table, part.table, context)
        return part.model_copy(update={"keys": keys})
    [(here, _)] = part.keys
    found = referred(here, table, context)
    if found is None or context.column(found[0], part.column) is None:
        raise Misfit(f"it is not clear whose {part.column} {here} leads to")
    other, key = found
    context.assume(f"{here} leads to the {other} row with that {key}.")
    return part.model_copy(update={"table": other, "keys": ((here, key),)})


def _require_one_row(
    mine: str, theirs: str, keys: tuple[tuple[str, str], ...], context: Context
) -> None:
    """A look-up goes from many rows to one: not from a parent to its children."""
    here, there = (context.column(table, keys[0][side]) for side, table in ((0, mine), (1, theirs)))
    if here is not None and there is not None and here.unique and not there.unique:
        raise Misfit(f"a row of {mine} may have several rows in {theirs}")


def _exists(term: Exists, table: str, context: Context) -> Term:
    if not term.table:
        term = term.model_copy(update={"table": _holder(term.keys[0][1], table, context)})
    keys = _keys(term.keys, table, term.table, context)
    where = None if term.where is None else located(term.where, term.table, context)
    return term.model_copy(update={"keys": keys, "where": where})


def _holder(column: str, table: str, context: Context) -> str:
    """The table of a column that is named without one: this table, or the only other."""
    found = [name for name in context.tables if context.column(name, column) is not None]
    if table in found or len(found) == 1:
        return table if table in found else found[0]
    raise Misfit(f"it is not clear whose {column} is meant")


def _keys(
    keys: tuple[tuple[str, str], ...], mine: str, theirs: str, context: Context
) -> tuple[tuple[str, str], ...]:
    return tuple(_pair(pair, mine, theirs, context) for pair in keys)


def _pair(pair: tuple[str, str], mine: str, theirs: str, context: Context) -> tuple[str, str]:
    here, there = pair
    for table in (mine, theirs):
        if table not in context.tables:
            raise Misfit(f"{table!r} is not among the check's tables")
    if mine == theirs and not (here and there):
        return _pair_within(here, mine, context)
    left, right = context.tables[mine], context.tables[theirs]
    if not here and not there:
        found = join_columns(left, right)
        if found is None:
            raise Misfit(f"it is not clear which columns join {mine} and {theirs}")
        context.assume(f"{mine} and {theirs} are matched by {found[0]} = {found[1]}.")
        return found
    if not there:
        key = key_for(here, left, right)
        if key is None:
            raise Misfit(f"it is not clear which column of {theirs} {here} refers to")
        return here, key
    require_alike(here, mine, there, theirs, context)
    return here, there


def _pair_within(here: str, table: str, context: Context) -> tuple[str, str]:
    """A column that refers to the key of its own table."""
    found = referred(here, table, context) if here and is_key(here) else None
    if found is None or found[0] != table:
        raise Misfit(f"a row of {table} cannot be matched with {table} itself without a key")
    return here, found[1]


def _aggregate(term: Aggregate, table: str, context: Context) -> Term:
    own = term.table or table
    updates: dict[str, object] = {"table": own}
    if term.of == Cell(table=own, column=""):
        term = term.model_copy(update={"of": amounts(own, context)})
    if term.keys:
        updates["keys"] = _keys(term.keys, table, own, context)
    for name in ("of", "where", "holds"):
        inner = getattr(term, name)
        if inner is not None:
            updates[name] = located(inner, own, context)
    return term.model_copy(update=updates)


# Measures ------------------------------------------------------------------------------------


def _place_metrics(rule: FailingMetrics, table: str, context: Context) -> Rule:
    def change(part: Term) -> Term | None:
        return _metric(part, table, context) if isinstance(part, Aggregate) else None

    must: Predicate = rewrite(rule.must, change)
    placed = rule.model_copy(update={"table": table, "must": must})
    require_fit(placed, context)
    return with_empty_groups(placed, context)


def _metric(term: Aggregate, table: str, context: Context) -> Term:
    own = term.table or table
    if term.measure == Measure.TOP and term.where is not None:
        raise Misfit("the most frequent value is only told over all rows")
    return _aggregate(term.model_copy(update={"table": own}), own, context)


def is_row_rule(rule: Rule) -> bool:
    """Whether the rule is a condition on single rows."""
    return isinstance(rule, BrokenRows)
