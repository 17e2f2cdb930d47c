"""Keys that lead from a row to the rows of another table: whether there are any, and their cells.

Keys that are numbers are compared as numbers, all others as text, whatever dtype they come in;
beside decimal numbers the text 2.0 is 2.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.codegen.code import Code, call, listed, literal
from backend.contracts.errors import PlanError
from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.rules.language.emit_cells import as_dates, as_number, emptied
from backend.rules.language.rows import NUMERIC, Rows
from backend.rules.language.terms import Exists, Lookup, Reads


class Keys(NamedTuple):
    """One key column of this row's table and of the other table, made comparable."""

    mine: Code
    theirs: Code


def matched(rows: Rows, mine: str, others: Rows, theirs: str) -> Keys:
    """Both columns of a key: as numbers if one is typed so and the other reads so, else as text."""
    facts = rows.fact(rows.table, mine), others.fact(others.table, theirs)
    return _made_alike(rows.column(mine), others.column(theirs), facts)


def _made_alike(here: Code, there: Code, facts: tuple[ColumnRead, ColumnRead]) -> Keys:
    if any(fact.type in NUMERIC for fact in facts) and all(map(_reads_as_number, facts)):
        return Keys(as_number(here), as_number(there))
    if any(fact.type is ColumnType.NUMBER for fact in facts):
        return Keys(_as_written(here), _as_written(there))
    return Keys(_as_text(here, facts[0]), _as_text(there, facts[1]))


def _as_written(raw: Code) -> Code:
    """Text beside decimal numbers, of which 2.0 is a 2."""
    return raw.call("astype", literal("str")).call("str.removesuffix", literal(".0"))


def _reads_as_number(fact: ColumnRead) -> bool:
    return fact.type in NUMERIC or fact.mostly in NUMERIC


def _as_text(raw: Code, fact: ColumnRead) -> Code:
    return raw.call("astype", literal("str")) if _reads_as_number(fact) else raw


def single_key(keys: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """The only pair of key columns.

    Raises:
        PlanError: there are several.
    """
    if len(keys) != 1:
        raise PlanError("A look-up goes over one key column.", code="composite-lookup")
    return keys[0]


def raw_lookup(lookup: Lookup, rows: Rows) -> Code:
    """The looked-up cells, before any conversion.

    Two parent rows of one key make the program fail: ``map`` needs a unique index.
    """
    way = _way(lookup, rows)
    found = way.mine.call("map", _by_key(way, way.cells, lookup, rows))
    if rows.fact(lookup.table, lookup.column).type not in NUMERIC:
        found = found.call("astype", literal("str"))  # where nothing is found, map gives numbers
    local = rows.body.let(f"{lookup.table} {lookup.column}", found)
    return emptied(local, lookup.empty_if, lookup.column, rows)


def looked_up_dates(lookup: Lookup, reads: Reads, rows: Rows) -> Code:
    """The looked-up cells as dates: each is read once where it stands, and not for every row.

    Two parent rows of one key make the program fail here as well: so does ``reindex``.
    """
    way, fact = _way(lookup, rows), rows.fact(lookup.table, lookup.column)
    cells = way.cells
    if lookup.empty_if or fact.type is not ColumnType.DATE:
        cells = rows.body.let(f"{lookup.column} cells", cells)
    dates = as_dates(emptied(cells, lookup.empty_if, lookup.column, rows), fact, reads)
    found = _by_key(way, dates, lookup, rows).call("reindex", way.mine)  # map needs a row at least
    return rows.body.let(lookup.column, found.call("set_axis", rows.frame.attribute("index")))


def is_looked_up(lookup: Lookup, rows: Rows) -> Code:
    """Where the looked-up cell is there, without fetching it."""
    mine, theirs = single_key(lookup.keys)
    parents = rows.of(lookup.table, rows.body.whole_table(lookup.table))
    cells = emptied(parents.column(lookup.column), lookup.empty_if, lookup.column, rows)
    filled = parents.frame.item(cells.call("notna"))
    local = rows.body.let(f"{lookup.table} with {lookup.column}", filled)
    keys = matched(rows, mine, rows.of(lookup.table, local), theirs)
    return keys.mine.call("isin", rows.body.let("known", keys.theirs.call("dropna")))


class _Way(NamedTuple):
    """From a row to its cell in another table: this row's key, all keys there, and their cells."""

    mine: Code
    key: Code
    cells: Code


def _way(lookup: Lookup, rows: Rows) -> _Way:
    mine, theirs = single_key(lookup.keys)
    parents = rows.of(lookup.table, rows.body.whole_table(lookup.table))
    if lookup.key_of is None:
        keys = matched(rows, mine, parents, theirs)
    else:
        first = raw_lookup(lookup.key_of, rows)
        facts = rows.fact(lookup.key_of.table, mine), rows.fact(lookup.table, theirs)
        keys = _made_alike(first, parents.column(theirs), facts)
    key = rows.body.let(f"{lookup.table} {theirs}", keys.theirs.call("dropna"))
    cells = parents.frame.attribute("loc").pick(key.attribute("index"), literal(lookup.column))
    if rows.fact(lookup.table, lookup.column).type == ColumnType.INTEGER:
        cells = cells.call("convert_dtypes")
    return _Way(keys.mine, key, cells)


def _by_key(way: _Way, cells: Code, lookup: Lookup, rows: Rows) -> Code:
    _, theirs = single_key(lookup.keys)
    return rows.body.let(f"{lookup.column} by {theirs}", cells.call("set_axis", way.key))


def exists(atom: Exists, rows: Rows) -> Code:
    """Where a row of the other table has this row's key."""
    others = rows.of(atom.table, rows.body.whole_table(atom.table))
    if atom.where is not None:
        kept = others.frame.item(rows.condition(atom.where, others))
        others = rows.of(atom.table, rows.body.let(f"wanted {atom.table}", kept))
    pairs = [matched(rows, mine, others, theirs) for mine, theirs in atom.keys]
    if len(pairs) == 1:
        known = rows.body.let("known", pairs[0].theirs.call("dropna"))
        return pairs[0].mine.call("isin", known)
    return _exists_composite(pairs, rows)


def _exists_composite(pairs: list[Keys], rows: Rows) -> Code:
    mine, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    together = call("pd.MultiIndex.from_arrays", listed(theirs)).call("dropna")
    known = rows.body.let("known", together)
    found = call("pd.MultiIndex.from_arrays", listed(mine)).call("isin", known)
    return call("pd.Series", found, index=rows.frame.attribute("index"))
