"""Ways from one table's rows to another's: over a key, over several tables, in the table itself.

The keys come from names and uniqueness alone; what was inferred is put on record.
"""

from __future__ import annotations

from itertools import pairwise

from backend.contracts.schema import TableSnapshot
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.fitting import require_alike
from backend.planner.offline.keys import (
    is_key,
    join_columns,
    key_for,
    names_rows_of,
    pairs_of_keys,
    referred,
)
from backend.planner.offline.keys_beside_values import beside_value
from backend.planner.offline.kin_keys import led_to_by_values, pairs_by_values
from backend.planner.offline.kin_words import is_told_as_verb
from backend.planner.offline.named_keys import first_key, named_pair
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Lookup, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.parent_cycles import ParentCycles
from backend.rules.rule import Rule

ROW_KEY = "<own key>"
"""The key of a row itself, which the schema tells from what refers to it."""
Pairs = tuple[tuple[str, str], ...]
OWN_KEY: Pairs = (("", ""),)
"""Keys that are found from the schema."""


def way(mine: str, theirs: str, context: Context) -> tuple[str, ...]:
    """The tables on the shortest way from one to the other, both ends included.

    Raises:
        Misfit: there is none, or several of one length.
    """
    if _are_joined(mine, theirs, context):
        return (mine, theirs)
    ways: list[tuple[str, ...]] = [(mine,)]
    seen = {mine}
    while ways and mine != theirs:
        further = [
            (*done, other) for done in ways for other in _neighbours(done[-1], seen, context)
        ]
        found = [each for each in further if each[-1] == theirs]
        if len(found) > 1:
            told = " or ".join(each[-2] for each in found)
            raise Misfit(f"{mine} leads to {theirs} over {told}; name the one that is meant")
        if found:
            return found[0]
        seen |= {each[-1] for each in further}
        ways = further
    return (mine, theirs)


def _are_joined(mine: str, theirs: str, context: Context) -> bool:
    """Whether keys lead from one to the other; if it is not clear which, no detour is taken."""
    here, there = context.tables.get(mine), context.tables.get(theirs)
    if here is None or there is None:
        return False
    pairs = pairs_of_keys(here, there)
    is_named = pairs != pairs_by_values(here, there)
    return bool(pairs) and (
        is_named or not any(_names_a_third(pair, {mine, theirs}, context) for pair in pairs)
    )


def _names_a_third(pair: tuple[str, str], ends: set[str], context: Context) -> bool:
    """Stock_id of loans with tool_id of tools, where there is a table of the stock.

    Numbers lie within each other by chance; what is named after a third table leads there.
    """
    if stems_of(pair[0]) == stems_of(pair[1]):
        return False
    third = [table for name, table in context.tables.items() if name not in ends]
    return any(_is_own_key(header, table) for header in pair for table in third)


def _is_own_key(header: str, table: TableSnapshot) -> bool:
    """Whether a header tells whose key it is, and that table has it."""
    is_full = len(stems_of(header)) > 1 and names_rows_of(header, table)
    return is_full and any(stems_of(each.name) == stems_of(header) for each in table.columns)


def _neighbours(table: str, seen: set[str], context: Context) -> list[str]:
    here = context.tables.get(table)
    if here is None:
        return []
    return [
        name
        for name, there in context.tables.items()
        if name not in seen
        and (pair := join_columns(here, there)) is not None
        and not _names_a_third(pair, {table, name}, context)
    ]


def look_up(cell: Cell, table: str, context: Context) -> Lookup:
    """The cell of another table that a row leads to, over as many tables as lie between.

    Raises:
        Misfit: a row leads to none, or to several.
    """
    return _chained(cell, way(table, cell.table, context), context)


def _chained(cell: Cell, tables: tuple[str, ...], context: Context) -> Lookup:
    beside = beside_value(cell.column, *tables, context) if len(tables) == 2 else None
    own: Pairs = OWN_KEY if beside is None else (beside,)
    hops = [(here, there, key_pairs(own, here, there, context)) for here, there in pairwise(tables)]
    columns = [*(keys[0][0] for _, _, keys in hops[1:]), cell.column]
    found: Lookup | None = None
    for (here, there, keys), column in zip(hops, columns, strict=True):
        _require_one_row(here, there, keys, context)
        context.assume(
            f"{column} is looked up in {there} where {keys[0][1]} is the row's {keys[0][0]}."
        )
        found = Lookup(table=there, column=column, keys=keys, key_of=found)
    assert found is not None
    return found.model_copy(update={"empty_if": cell.empty_if})


def placed_lookup(part: Lookup, table: str, context: Context) -> Lookup:
    """A look-up; without a table it follows a named key to another row, perhaps of this table.

    Raises:
        Misfit: it is not clear where the key leads.
    """
    if part.key_of is not None:
        return part if part.keys != OWN_KEY else _over_named_tables(part, table, context)
    is_far = part.keys == OWN_KEY and len(way(table, part.table, context)) > 2
    if part.table and is_far:
        cell = Cell(table=part.table, column=part.column, empty_if=part.empty_if)
        return look_up(cell, table, context)
    if part.table:
        keys = key_pairs(part.keys, table, part.table, context)
        _require_one_row(table, part.table, keys, context)
        return part.model_copy(update={"keys": keys})
    [(here, _)] = part.keys
    found = referred(here, table, context)
    if found is None or context.column(found[0], part.column) is None:
        raise Misfit(f"it is not clear whose {part.column} {here} leads to")
    other, key = found
    context.assume(f"{here} leads to the {other} row with that {key}.")
    return part.model_copy(update={"table": other, "keys": ((here, key),)})


def _over_named_tables(part: Lookup, table: str, context: Context) -> Lookup:
    """A look-up whose tables the sentence names, from far to near; gaps are filled."""
    named = [part.table]
    step = part.key_of
    while step is not None:
        named.append(step.table)
        step = step.key_of
    tables = [table]
    for there in reversed(named):
        tables += way(tables[-1], there, context)[1:]
    cell = Cell(table=part.table, column=part.column, empty_if=part.empty_if)
    return _chained(cell, tuple(tables), context)


def _require_one_row(
    mine: str, theirs: str, keys: tuple[tuple[str, str], ...], context: Context
) -> None:
    """A look-up goes from many rows to one: not from a parent to its children."""
    here, there = (context.column(table, keys[0][side]) for side, table in ((0, mine), (1, theirs)))
    if here is None or there is None or there.unique:
        return
    is_shared = here.name == there.name and not names_rows_of(there.name, context.tables[theirs])
    if here.unique or is_shared or names_rows_of(here.name, context.tables[mine]):
        raise Misfit(f"a row of {mine} may have several rows in {theirs}")


def key_pairs(keys: Pairs, mine: str, theirs: str, context: Context) -> Pairs:
    """The pairs of key columns, the open ones found from the schema.

    Raises:
        Misfit: they cannot be told.
    """
    return tuple(_pair(pair, mine, theirs, context) for pair in keys)


def _pair(pair: tuple[str, str], mine: str, theirs: str, context: Context) -> tuple[str, str]:
    here, there = pair
    for table in (mine, theirs):
        if table not in context.tables:
            raise Misfit(f"{table!r} is not among the check's tables")
    if mine == theirs and not (here and there):
        return _pair_within(pair, mine, context)
    left, right = context.tables[mine], context.tables[theirs]
    if not here and not there:
        found = named_pair(left, right, context.named_keys) or join_columns(left, right)
        if found is None:
            raise Misfit(f"it is not clear which columns join {mine} and {theirs}")
        context.assume(f"{mine} and {theirs} are matched by {found[0]} = {found[1]}.")
        return found
    if not there:
        return here, _listed_or_key(here, left, right, context)
    if not here:
        return _far_key(there, right, left), there
    require_alike(here, mine, there, theirs, context)
    return here, there


def _listed_or_key(
    column: str, mine: TableSnapshot, theirs: TableSnapshot, context: Context
) -> str:
    """The column of a list of days in which a date is looked for; else the key it refers to."""
    listed = _only_dates(column, mine, theirs)
    if listed is None:
        return _far_key(column, mine, theirs)
    require_alike(column, mine.table, listed, theirs.table, context)
    return listed


def _only_dates(column: str, mine: TableSnapshot, theirs: TableSnapshot) -> str | None:
    """The one column of dates of a list of holidays, for a date; a list may have one column."""
    here = mine.column(column)
    dates = [each.name for each in theirs.columns if each.date_format is not None]
    is_list = len(theirs.columns) == 1 or "holiday" in stems_of(theirs.table)
    is_day = here is not None and here.date_format is not None
    return dates[0] if is_day and is_list and len(dates) == 1 else None


def _far_key(column: str, mine: TableSnapshot, theirs: TableSnapshot) -> str:
    """The column of the other table that a column refers to."""
    key = key_for(column, mine, theirs) or first_key(column, mine, theirs)
    if key is None:
        raise Misfit(f"it is not clear which column of {theirs.table} {column} refers to")
    return key


def _pair_within(pair: tuple[str, str], table: str, context: Context) -> tuple[str, str]:
    """A column that refers to the key of its own table: of the row itself, or of other rows."""
    mine = pair[0] or pair[1]
    is_led = bool(pair[1]) or is_key(mine) or is_told_as_verb(mine)
    leads = bool(mine) and (is_led or _holds_own_keys(mine, table, context))
    found = referred(mine, table, context) if leads else None
    if found is None or found[0] != table:
        raise Misfit(f"a row of {table} cannot be matched with {table} itself without a key")
    return (mine, found[1]) if pair[0] else (found[1], mine)


def _holds_own_keys(column: str, table: str, context: Context) -> bool:
    """Whether the values of a column are keys of its own table."""
    here = context.column(table, column)
    mine = context.tables[table]
    return here is not None and led_to_by_values(here, mine, mine) is not None


def with_own_key(rule: Rule, table: str, context: Context) -> Rule:
    """A rule about links to parents, with the key that they lead to.

    Raises:
        Misfit: the links do not lead to rows of their own table.
    """
    if isinstance(rule, BrokenRows):
        return _against_own_key(rule, table, context)
    if not isinstance(rule, ParentCycles) or rule.key:
        return rule
    found = referred(rule.parent, table, context)
    if found is None or found[0] != table:
        raise Misfit(f"it is not clear to which key of {table} {rule.parent} leads")
    context.assume(f"{rule.parent} leads to the {table} row with that {found[1]}.")
    return rule.model_copy(update={"key": found[1]})


def _against_own_key(rule: BrokenRows, table: str, context: Context) -> Rule:
    if ROW_KEY not in repr(rule.must):
        return rule
    compared = [part for part in walk(rule.must) if isinstance(part, Compare)]
    parents = {
        part.left.column
        for part in compared
        if isinstance(part.left, Cell) and part.right == Cell(table="", column=ROW_KEY)
    }
    if len(parents) != 1:
        raise Misfit("it is not clear which column leads to another row")
    [parent] = parents
    found = referred(parent, table, context)
    if found is None or found[0] != table:
        raise Misfit(f"it is not clear to which key of {table} {parent} leads")
    context.assume(f"{parent} leads to the {table} row with that {found[1]}.")

    def change(part: Term) -> Term | None:
        is_key = isinstance(part, Cell) and part.column == ROW_KEY
        return Cell(table=table, column=found[1]) if is_key else None

    return rule.model_copy(update={"must": rewrite(rule.must, change)})
