"""Scenes for a condition on single rows: each atom decides once, on both sides of its bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backend.contracts.check import Cell
from backend.proof.witnesses.choices import cells_for
from backend.proof.witnesses.probe import Probe, cells_at_turns
from backend.proof.witnesses.related import Related, related_rows
from backend.proof.witnesses.scaled import scaled_lines
from backend.proof.witnesses.scenes import MOST_ROWS, Line, Scene, Setting, distinct
from backend.proof.witnesses.solve import atoms_of, columns_of, solve, ways_to_decide
from backend.proof.witnesses.spelling import BLANKS, NO_DATE, NO_NUMBER
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.say import say
from backend.rules.language.terms import Aggregate, Exists, Lookup, Predicate
from backend.rules.language.walk import columns_read, walk

MOST_ATOMS = 6
_MOST_TURN_CELLS = 12


class Study(NamedTuple):
    """A rule's atoms with the cells that each calls for, and rows on which each decides."""

    setting: Setting
    related: Related
    probe: Probe
    pools: dict[str, list[Cell]]
    bases: list[tuple[Predicate, Line]]


def study(rule: BrokenRows, setting: Setting) -> Study:
    """Solve for a row per atom on which that atom decides."""
    related = related_rows(setting)
    probe = Probe(setting, related.fixed)
    columns = setting.columns(rule.table)
    pools = {name: _first_cells(setting, name, related) for name in columns}
    start = {name: _first(cells) for name, cells in pools.items()}
    start |= dict.fromkeys(_looked_for(setting))
    atoms = [*atoms_of(rule.must), *atoms_of(rule.where)]
    for atom in atoms:
        for column in columns_of(atom, probe):
            _add_turns(pools, probe, atom, column, start)
    bases = [(atom, _base(atom, rule, pools, probe, start)) for atom in atoms]
    return Study(setting, related, probe, pools, bases)


def _first(cells: list[Cell]) -> Cell:
    return next((cell for cell in cells if cell is not None), None)


def _looked_for(setting: Setting) -> set[str]:
    """Columns of the judged table that other rows look a key up in: they are fixed."""
    keyed = (term for term in walk(setting.rule) if isinstance(term, Exists | Lookup | Aggregate))
    return {theirs for term in keyed if term.table == setting.table for _, theirs in term.keys}


def _first_cells(setting: Setting, column: str, related: Related) -> list[Cell]:
    keys = related.keys.get((setting.table, column))
    return list(keys) if keys else cells_for(setting, setting.table, column)


def _add_turns(
    pools: dict[str, list[Cell]], probe: Probe, atom: Predicate, column: str, line: Line
) -> None:
    found = cells_at_turns(probe, atom, column, line)[:_MOST_TURN_CELLS]
    pools[column] = list(dict.fromkeys([*found, *pools[column]]))


def _base(
    atom: Predicate, rule: BrokenRows, pools: dict[str, list[Cell]], probe: Probe, start: Line
) -> Line:
    with_empty = {name: [*cells, None] for name, cells in pools.items()}
    for wishes in ways_to_decide(atom, rule.where, rule.must):
        found = solve(wishes, with_empty, probe, start)
        if found is not None:
            return found
    return start


def condition_scenes(rule: BrokenRows, setting: Setting) -> Iterator[Scene]:
    """A scene per atom, then the tables as a whole, then columns that arrive as text."""
    found = study(rule, setting)
    for atom, base in found.bases[:MOST_ATOMS]:
        lines = distinct(_variations(found, atom, base))
        yield _scene(found, f"each side of: {say(atom)}", lines)
    yield from _whole_tables(rule, found)
    texts = list(_as_text(found))
    if texts:
        yield _scene(found, "a column of numbers arrives as text, for a cell that is none", texts)
    for atom, base in found.bases[:MOST_ATOMS]:
        lines = distinct(scaled_lines(found.probe, atom, base))
        if lines:
            yield _scene(found, f"a large value under each factor of: {say(atom)}", lines)


def _scene(found: Study, says: str, lines: Iterable[Line]) -> Scene:
    table, fixed = found.setting.table, found.related.fixed
    return Scene(says, {**fixed, table: [*lines, *fixed.get(table, ())]})


def _variations(found: Study, atom: Predicate, base: Line) -> Iterator[Line]:
    """The row on which an atom decides, then with one other cell each."""
    yield base
    columns = columns_of(atom, found.probe)
    turns = {column: cells_at_turns(found.probe, atom, column, base) for column in columns}
    for column in columns:
        yield from ({**base, column: cell} for cell in turns[column][:_MOST_TURN_CELLS])
        yield {**base, column: None}
        yield from ({**base, column: cell} for cell in _odd_cells(found.setting, column))
    share = MOST_ROWS // max(1, len(columns))
    for column in columns:
        yield from ({**base, column: cell} for cell in found.pools[column][:share])
    if len(columns) > 1:
        yield {**base, **dict.fromkeys(columns)}


def _odd_cells(setting: Setting, column: str) -> Iterator[str]:
    """Blanks, and what is no date; numbers come as numbers here."""
    if setting.is_numeric(setting.table, column):
        return
    yield from BLANKS[:1]
    if setting.date_format(setting.table, column) is not None:
        yield NO_DATE
    elif setting.reads_numbers(setting.table, column):
        yield NO_NUMBER


def _as_text(found: Study) -> Iterator[Line]:
    """Rows of every atom, and a row with a bad cell in each column of numbers.

    A column that is measured as a whole has none: with such a cell it has no measure.
    """
    setting = found.setting
    measured = {
        cell
        for term in walk(setting.rule)
        if isinstance(term, Aggregate) and not term.keys
        for cell in columns_read(term, setting.table)
    }
    numeric = [
        column
        for column in setting.columns(setting.table)
        if setting.is_numeric(setting.table, column) and (setting.table, column) not in measured
    ]
    if not numeric:
        return
    for atom, base in found.bases:
        columns = set(columns_of(atom, found.probe)) & set(numeric)
        for column in sorted(columns):
            yield {**base, column: NO_NUMBER}
    for atom, base in found.bases[:MOST_ATOMS]:
        yield from list(distinct(_variations(found, atom, base)))[:5]


def _whole_tables(rule: BrokenRows, found: Study) -> Iterator[Scene]:
    """No rows, one row, all rows alike, other tables without rows."""
    lines = distinct(line for atom, base in found.bases for line in _variations(found, atom, base))
    table = found.setting.table
    broken = next((line for line in lines if found.probe.outcome(rule.must, line)), None)
    kept = next((line for line in lines if not found.probe.outcome(rule.must, line)), None)
    yield Scene("no rows at all", {})
    if broken is not None:
        yield _scene(found, "one row", [broken])
    pair = [line for line in (kept, broken) if line is not None]
    yield _scene(found, "rows that are all alike", [line for line in pair for _ in range(3)])
    if len(found.setting.rule.tables()) > 1:
        yield Scene("other tables without rows", {table: pair})
