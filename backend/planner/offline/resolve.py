"""From what a sentence says to a rule over real tables: whose column, which key.

A reading that does not fit the schema is refused with :class:`Misfit`; it is no reading then.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.both_sides import with_common_columns
from backend.planner.offline.calendar_groups import (
    CALENDAR,
    as_gapless,
    require_days,
    with_periods,
)
from backend.planner.offline.context import Context as Context
from backend.planner.offline.context import Misfit as Misfit
from backend.planner.offline.control_totals import with_control_totals
from backend.planner.offline.durations import require_meaning, require_no_length
from backend.planner.offline.expected_values import with_known_values, with_listed_values
from backend.planner.offline.fitting import (
    amounts,
    require_fit,
    with_interval,
)
from backend.planner.offline.in_force import with_entry_columns
from backend.planner.offline.kept_measures import require_kept
from backend.planner.offline.kin_beside import told_beside
from backend.planner.offline.kin_called import (
    CALLED,
    OTHER,
    called,
    of_its_own,
    require_kin,
    the_other,
    within_owner,
)
from backend.planner.offline.lasting import LASTING, lasting
from backend.planner.offline.lone_groups import with_lone_groups
from backend.planner.offline.measured_over_tables import over_tables
from backend.planner.offline.measures_beside import over_rows_beside, table_of_others
from backend.planner.offline.ordering import OPEN_ORDERS, named_order, with_order
from backend.planner.offline.present_amounts import require_telling_presence, worth
from backend.planner.offline.same_columns import SAME_COLUMN, require_whose_value, same_there
from backend.planner.offline.ways import (
    OWN_KEY,
    ROW_KEY,
    key_pairs,
    look_up,
    placed_lookup,
    way,
    with_own_key,
)
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Exists,
    It,
    Lookup,
    Predicate,
    Previous,
    Term,
)
from backend.rules.language.walk import T, parts, rewrite, walk
from backend.rules.overlapping_intervals import END, START
from backend.rules.rule import Rule

_OPEN = (START, END, *OPEN_ORDERS, ROW_KEY, CALENDAR)
"""Columns that the sentence does not name."""


def place(rule: Rule, context: Context) -> Rule:
    """The rule with its table found and every cell, key and look-up in its place.

    Raises:
        Misfit: a column, table or key is not there or not clear.
    """
    if rule.table:
        return _placed_in(rule, rule.table, context)
    refused: Misfit | None = None
    for table in _main_tables(rule, context):
        trial = context.trial()
        try:
            placed = _placed_in(rule, table, trial)
        except Misfit as misfit:
            refused = refused or misfit
            continue
        context.assumptions[:] = trial.assumptions
        return placed
    raise refused or Misfit("the sentence does not say which table it is about")


def _placed_in(rule: Rule, table: str, context: Context) -> Rule:
    rule = with_own_key(with_order(rule, table, context), table, context)
    rule = with_entry_columns(with_common_columns(rule, context), table, context)
    rule = with_known_values(rule, table, context)
    rule = with_listed_values(rule, table, context)
    require_no_length(rule, table, context)
    if isinstance(rule, FailingMetrics):
        return _place_metrics(rule, table, context)
    rule = with_periods(with_interval(rule, table, context), table, context)
    updates: dict[str, object] = {"table": table}
    for name in ("must", "where", "of", "at", "value"):
        predicate = getattr(rule, name, None)
        if predicate is not None:
            updates[name] = located(predicate, table, context)
    placed = rule.model_copy(update=updates)
    require_fit(placed, context)
    require_kept(placed, context)
    require_telling_presence(placed, context)
    return placed


def _main_tables(rule: Rule, context: Context) -> list[str]:
    """Tables that the rule may be about, likeliest first: the one whose column is spoken of
    first, one that is named, those that have every column.
    """
    wanted = dict.fromkeys(cell.column for cell in _own_cells(rule) if not cell.table)
    wanted |= dict.fromkeys(rule.own_columns())
    wanted = {name: None for column in wanted if (name := named_order(column)) not in ("", *_OPEN)}
    named = [cell.table for cell in _own_cells(rule) if cell.table]
    if isinstance(rule, FailingMetrics):
        named += [term.table for term in walk(rule) if isinstance(term, Aggregate) and term.table]
    others = {term.table for term in walk(rule) if isinstance(term, Exists | Lookup) and term.table}
    others |= {term.table for term in walk(rule) if isinstance(term, Aggregate) and term.keys}
    others |= {*_tables_of_the_same(rule)}
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


def _tables_of_the_same(rule: Rule) -> Iterator[str]:
    """The table of a column that a bare column of the same name is compared with."""
    pairs = ((told.left, told.right) for told in walk(rule) if isinstance(told, Compare))
    for mine, theirs in pairs:
        if isinstance(mine, Cell) and isinstance(theirs, Cell) and mine.column == theirs.column:
            yield from (theirs.table,) if theirs.table and not mine.table else ()


def _own_cells(term: Term | Rule) -> Iterator[Cell]:
    """Cells of the rule's own rows, not of rows of another table that it looks into."""
    if isinstance(term, Cell):
        yield term
    if isinstance(term, Exists) or (isinstance(term, Aggregate) and term.keys):
        yield from (Cell(table="", column=mine) for mine, _ in term.keys if mine)
        return
    if isinstance(term, Lookup) and not term.table:
        yield from (Cell(table="", column=mine) for mine, _ in term.keys if mine)
    for part in parts(term):
        yield from _own_cells(part)


# Cells and keys ------------------------------------------------------------------------------


def located(term: T, table: str, context: Context) -> T:
    """The term over ``table``'s rows: cells of other tables become look-ups."""
    return rewrite(term, lambda part: _placed_part(part, table, context))


def _placed_part(part: Term, table: str, context: Context) -> Term | None:
    match part:
        case Compare():
            return _comparison(part, table, context)
        case Cell():
            return _cell(part, table, context)
        case Exists():
            return _exists(part, table, context)
        case Aggregate():
            return _aggregate(part, table, context)
        case Lookup():
            return placed_lookup(part, table, context)
        case Previous():
            return part.model_copy(update={"of": located(part.of, table, context)})
        case It():
            raise Misfit("a part of the sentence has no subject")
    return None


def _comparison(told: Compare, table: str, context: Context) -> Compare | None:
    """With the same column of another row: a key that is looked up by itself is always the same."""
    if not isinstance(told.right, Cell | Lookup) or told.right.column != SAME_COLUMN:
        require_whose_value(told, table, context)
        return None
    placed = located(same_there(told, context), table, context)
    left, right = placed.left, placed.right
    if isinstance(right, Lookup) and isinstance(left, Cell) and right.keys[0][0] == left.column:
        raise Misfit(f"{left.column} leads to {right.table}; say that it must exist in it")
    return placed


def _cell(cell: Cell, table: str, context: Context) -> Term:
    if cell.column == CALLED:
        cell = called(cell, context)
    if cell.column == LASTING:
        cell = lasting(cell.table or table, context)
    if not cell.column and cell.table == table:
        return worth(table, context)
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
    return look_up(cell.model_copy(update={"table": holders[0]}), table, context)


def _exists(term: Exists, table: str, context: Context) -> Term:
    term, is_any = of_its_own(term, table), term.table == OTHER
    if is_any:
        term = term.model_copy(update={"table": the_other(table, context, term.keys[0][0])})
    if not term.table:
        term = term.model_copy(update={"table": _holder(term.keys[0][1], table, context)})
    between = way(table, term.table, context)[1:-1] if term.keys == OWN_KEY else ()
    if between:
        first = Exists(table=between[0], keys=OWN_KEY, where=term)
        return _exists(first, table, context)
    keys = key_pairs(term.keys, table, term.table, context)
    require_kin(term, table, keys[0], context, is_any=is_any)
    term = term.model_copy(update={"keys": keys})
    beside = told_beside(term, context)
    if beside is not None:
        return located(beside, table, context)
    where = None if term.where is None else located(term.where, term.table, context)
    return term.model_copy(update={"where": where})


def _holder(column: str, table: str, context: Context) -> str:
    """The table of a column that is named without one: this table, or the only other."""
    found = [name for name in context.tables if context.column(name, column) is not None]
    if not column or table in found or len(found) == 1:
        return table if not column or table in found else found[0]
    raise Misfit(f"it is not clear whose {column} is meant")


def _aggregate(term: Aggregate, table: str, context: Context) -> Term:
    term = over_rows_beside(of_its_own(term, table), table, context)
    own = term.table or (table_of_others(term, table, context) if term.keys else table)
    if (further := over_tables(term, table, own, context)) is not None:
        return _aggregate(further, table, context)
    updates: dict[str, object] = {"table": own}
    if term.of == Cell(table=own, column=""):
        term = term.model_copy(update={"of": amounts(own, context)})
    if term.keys:
        updates["keys"] = key_pairs(term.keys, table, own, context)
        term = within_owner(term.model_copy(update={"keys": updates["keys"]}))
    for name in ("of", "where", "holds"):
        inner = getattr(term, name)
        if inner is not None:
            updates[name] = located(inner, own, context)
    return term.model_copy(update=updates)


def _place_metrics(rule: FailingMetrics, table: str, context: Context) -> Rule:
    def change(part: Term) -> Term | None:
        return _metric(part, table, context) if isinstance(part, Aggregate) else None

    rule = with_control_totals(rule, table, context)
    spanned = with_periods(with_interval(rule, table, context), table, context)
    if isinstance(spanned, FailingMetrics):
        rule = spanned
    must: Predicate = rewrite(rule.must, change)
    placed = rule.model_copy(update={"table": table, "must": must})
    require_fit(placed, context)
    require_meaning(placed, context)
    require_days(placed, context)
    require_telling_presence(placed, context)
    return with_lone_groups(placed, context) if not placed.per else as_gapless(placed)


def _metric(term: Aggregate, table: str, context: Context) -> Term:
    own = term.table or table
    return _aggregate(term.model_copy(update={"table": own}), own, context)


def is_row_rule(rule: Rule) -> bool:
    """Whether the rule is a condition on single rows."""
    return isinstance(rule, BrokenRows)
