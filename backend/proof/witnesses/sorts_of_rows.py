"""Sorts of rows: one for each way in which a row may count, or not, for a rule's measures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from backend.contracts import check
from backend.proof.witnesses.choices import cells_for
from backend.proof.witnesses.probe import Probe, cells_at_turns
from backend.proof.witnesses.related import Related
from backend.proof.witnesses.scenes import Line, Setting, distinct
from backend.proof.witnesses.solve import Wishes, atoms_of, columns_of, solve, ways
from backend.rules.language.terms import Aggregate, All, Cell, Missing, Not, Predicate
from backend.rules.language.walk import walk

_MOST_SORTS = 7


def sorts_of(setting: Setting, table: str, related: Related) -> list[Line]:
    """A row that counts for all measures, rows that miss one condition each, a row that is empty.

    The first is a row that counts.
    """
    conditions = _conditions(setting, table)
    probe = Probe(setting, related.fixed, table)
    pools = _pools(setting, table, conditions, probe)
    start = {name: next((c for c in cells if c is not None), None) for name, cells in pools.items()}
    found = [_solve(conditions, None, pools, probe, start) or start]
    for odd in conditions:
        line = _solve(conditions, odd, pools, probe, found[0])
        found += [] if line is None else [line]
        found += [{**found[0], column: None} for column in columns_of(_first_atom(odd), probe)[:1]]
        found += _blank(setting, table, odd, found[0])
    return distinct(found, _MOST_SORTS)


def _blank(setting: Setting, table: str, asked: Predicate, line: Line) -> Iterator[Line]:
    """A row whose text is nothing but blanks, where it is asked whether it is there."""
    values = (atom.of for atom in atoms_of(asked) if isinstance(atom, Missing))
    for value in values:
        if not isinstance(value, Cell) or value.table != table:
            continue
        if not setting.is_numeric(table, value.column):
            yield {**line, value.column: "  "}


def _first_atom(predicate: Predicate) -> Predicate:
    return next(atoms_of(predicate))


def _conditions(setting: Setting, table: str) -> list[Predicate]:
    """The rule's filter, and the filters and questions of its measures."""
    where = setting.rule.where
    found = [where] if where is not None and table == setting.table else []
    for term in walk(setting.rule):
        if isinstance(term, Aggregate) and term.table == table and not term.keys:
            found += [part for part in (term.where, term.holds) if part is not None]
    return list(dict.fromkeys(found))


def _solve(
    conditions: list[Predicate],
    odd: Predicate | None,
    pools: dict[str, list[check.Cell]],
    probe: Probe,
    start: Line,
) -> Line | None:
    """A row for which all conditions are true but the odd one; or at least that one false."""
    wanted = All(parts=tuple(Not(part=c) if c is odd else c for c in conditions))
    options: list[Iterator[Wishes]] = [ways(wanted, True)]
    if odd is not None:
        options.append(ways(odd, False))
    else:
        options += [ways(condition, True) for condition in conditions]
    for option in options:
        for wishes in islice(option, 4):
            found = solve(wishes, pools, probe, start)
            if found is not None:
                return found
    return None


def _pools(
    setting: Setting, table: str, conditions: list[Predicate], probe: Probe
) -> dict[str, list[check.Cell]]:
    pools = {column: cells_for(setting, table, column) for column in setting.columns(table)}
    start = {name: cells[0] for name, cells in pools.items()}
    for condition in conditions:
        for atom in atoms_of(condition):
            for column in columns_of(atom, probe):
                turns = cells_at_turns(probe, atom, column, start)[:8]
                pools[column] = list(dict.fromkeys([*turns, *pools[column]]))
    return {name: [*cells, None] for name, cells in pools.items()}
