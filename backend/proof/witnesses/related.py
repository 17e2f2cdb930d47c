"""Rows of other tables that a row's keys lead to, and the keys that lead there, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, permutations
from typing import NamedTuple

from backend.contracts.check import Cell
from backend.proof.witnesses.choices import cells_for
from backend.proof.witnesses.probe import Probe
from backend.proof.witnesses.scenes import Line, Setting
from backend.proof.witnesses.solve import Pools, Wishes, atoms_of, columns_of, solve, ways
from backend.proof.witnesses.spelling import BLANKS
from backend.proof.witnesses.texts import lengths_near
from backend.rules.language import terms as T
from backend.rules.language.terms import Measure, Predicate, Value
from backend.rules.language.walk import walk

Keys = tuple[tuple[str, str], ...]
Keyed = T.Exists | T.Lookup | T.Aggregate
_MOST_CHILDREN = 60


class Related(NamedTuple):
    """Fixed rows by table, and by table and column the keys that lead to them or nowhere."""

    fixed: dict[str, list[Line]]
    keys: dict[tuple[str, str], list[Cell]]


def related_rows(setting: Setting) -> Related:
    """Rows of every table that a rule looks into."""
    found = Related({}, {})
    number = 1
    for (start, table, keys), terms in _groups(setting).items():
        for profile in _profiles(setting, table, terms, found):
            _add(setting, found, start, table, keys, profile, number)
            number += 1
        _add_loose_ends(setting, found, start, table, keys, number)
    for table in setting.rule.tables()[1:]:
        if table not in found.fixed:
            found.fixed[table] = list(_loose_rows(setting, table))
    return found


def _groups(setting: Setting) -> dict[tuple[str, str, Keys], list[Keyed]]:
    """Terms that go over the same key, those at the far end of a chain of look-ups first."""
    groups: dict[tuple[str, str, Keys], list[Keyed]] = {}
    for term in reversed(list(walk(setting.rule))):
        if isinstance(term, T.Exists | T.Lookup | T.Aggregate) and term.keys:
            before = term.key_of if isinstance(term, T.Lookup) else None
            start = setting.table if before is None else before.table
            groups.setdefault((start, term.table, term.keys), []).append(term)
    return dict(sorted(groups.items(), key=lambda item: item[0][0] == setting.table))


def _add(
    setting: Setting,
    found: Related,
    start: str,
    table: str,
    keys: Keys,
    profile: Sequence[Line],
    number: int,
) -> None:
    """The rows of one key, and the key itself."""
    for mine, theirs in keys:
        key = _cell_of(setting, (table, theirs), (start, mine), number)
        here = _cell_of(setting, (start, mine), (table, theirs), number)
        found.keys.setdefault((start, mine), []).append(here)
        profile = [{**line, theirs: key} for line in profile]
    found.fixed.setdefault(table, []).extend(profile)


def _add_loose_ends(
    setting: Setting, found: Related, start: str, table: str, keys: Keys, number: int
) -> None:
    """A key that leads nowhere, and a row that no key leads to."""
    for mine, theirs in keys:
        cells = found.keys.setdefault((start, mine), [])
        cells += [_cell_of(setting, (start, mine), (table, theirs), number + 90), None]
    found.fixed.setdefault(table, []).append(_default(setting, table))


def key_cell(setting: Setting, table: str, column: str, number: int) -> Cell:
    """A key as its column spells it."""
    if setting.reads_numbers(table, column):
        return str(number) if setting.is_whole(table, column) else f"{number}.0"
    return f"k{number}"


def _cell_of(
    setting: Setting, place: tuple[str, str], partner: tuple[str, str], number: int
) -> Cell:
    """A key as its column spells it; a text beside a column of numbers is a number, too."""
    if setting.reads_numbers(*partner) and not setting.reads_numbers(*place):
        return str(number)
    return key_cell(setting, *place, number)


def _default(setting: Setting, table: str) -> Line:
    """A row with the first cell of each column; its key is empty."""
    keys = {
        theirs
        for term in walk(setting.rule)
        if isinstance(term, T.Exists | T.Lookup | T.Aggregate) and term.table == table
        for _, theirs in term.keys
    }
    return {
        column: None if column in keys else cells_for(setting, table, column)[0]
        for column in setting.columns(table)
    }


def _profiles(
    setting: Setting, table: str, terms: Sequence[Keyed], found: Related
) -> list[list[Line]]:
    """The rows of one key after the other."""
    if any(isinstance(term, T.Lookup) for term in terms):
        return [[line] for line in _parents(setting, table, terms, found)]
    profiles: list[list[Line]] = []
    for term in terms:
        assert not isinstance(term, T.Lookup)
        yes, no = rows_for(setting, table, term.where)
        profiles += [[yes, yes], [yes]]
        profiles += [[no], [no, yes]] if no is not None else []
        empty = _left_empty(setting, table, term.where, yes)
        profiles += [[{**yes, name: BLANKS[0]}] for name in empty]
        if isinstance(term, T.Aggregate):
            profiles += _measured(setting, term, yes)
    return [*profiles, *_together(setting, table, terms)]


def _left_empty(setting: Setting, table: str, where: Predicate | None, line: Line) -> Iterator[str]:
    """The columns of text that are empty in a row because its condition asks for that."""
    asked = () if where is None else walk(where)
    cells = {part.of for part in asked if isinstance(part, T.Missing)}
    for cell in sorted(cells, key=repr):
        if not isinstance(cell, T.Cell) or cell.table != table or line.get(cell.column) is not None:
            continue
        if not setting.is_numeric(table, cell.column):
            yield cell.column


def _together(setting: Setting, table: str, terms: Sequence[Keyed]) -> Iterator[list[Line]]:
    """Children of two sorts: one of the first, and of the second as many as are asked."""
    asked = [term for term in terms if not isinstance(term, T.Lookup) and term.where is not None]
    for one, other in permutations(asked[:3], 2):
        first, second = (rows_for(setting, table, term.where)[0] for term in (one, other))
        for size in sizes_near(setting) if isinstance(other, T.Aggregate) else (1,):
            yield [first] + [second] * size


def _parents(
    setting: Setting, table: str, terms: Sequence[Keyed], found: Related
) -> Iterator[Line]:
    """One row per key, each with other cells."""
    looked_up = [term.column for term in terms if isinstance(term, T.Lookup)]
    pools = {
        column: found.keys.get((table, column))
        or [*cells_for(setting, table, column)[:8], None, *_blanks(setting, table, column)]
        for column in looked_up
    }
    default = _default(setting, table)
    for place in range(max(map(len, pools.values()))):
        yield default | {column: cells[place % len(cells)] for column, cells in pools.items()}


def _blanks(setting: Setting, table: str, column: str) -> list[str]:
    """Blanks alone, which are no value, where a looked-up text is asked to be one."""
    asked = (part.of for part in walk(setting.rule) if isinstance(part, T.Missing))
    is_asked = any(
        isinstance(of, T.Lookup) and (of.table, of.column) == (table, column) for of in asked
    )
    return list(BLANKS[:1]) if is_asked and not setting.is_numeric(table, column) else []


def rows_for(setting: Setting, table: str, where: Predicate | None) -> tuple[Line, Line | None]:
    """A row for which a condition is true, and one for which it is not, where there is such.

    What the rule's own condition asks of rows of other tables is asked of `rows_led_to`.
    """
    default = _default(setting, table)
    if where is None:
        return default, None
    led_to = rows_led_to(setting) if where == setting.rule.where else Related({}, {})
    probe, pools = Probe(setting, led_to.fixed, table), _pools(setting, table, where)
    pools = {
        **pools,
        **{mine: keys for (start, mine), keys in led_to.keys.items() if start == table},
    }
    found = [
        next(filter(None, (solve(way, pools, probe, default) for way in _few(where, truth))), None)
        for truth in (True, False)
    ]
    return found[0] or default, found[1]


def rows_led_to(setting: Setting) -> Related:
    """Rows of the other tables that only the rule's condition looks into, and keys to them."""
    where = setting.rule.where
    keyed = [] if where is None else [part for part in walk(where) if isinstance(part, Keyed)]
    asked = {part.table for part in keyed if part.keys} - {setting.table}
    if not asked or asked != set(setting.rule.tables()[1:]):
        return Related({}, {})
    return related_rows(setting)


def _few(where: Predicate, is_true: bool) -> Iterator[Wishes]:
    return islice(ways(where, is_true), 4)


def _pools(setting: Setting, table: str, where: Predicate) -> Pools:
    probe = Probe(setting, {}, table)
    columns = {column for atom in atoms_of(where) for column in columns_of(atom, probe)}
    return {column: [*cells_for(setting, table, column), None] for column in sorted(columns)}


def _measured(setting: Setting, term: T.Aggregate, yes: Line) -> Iterator[list[Line]]:
    """Children in such numbers, and with such values, that a measure of them varies."""
    for size in sizes_near(setting):
        yield [yes] * size
    if term.measure is Measure.SHARE and term.holds is not None:
        good, bad = rows_for(setting, term.table, term.holds)
        for counts in ((2, 0), (1, 1), (0, 2), (2, 1), (1, 2)):
            yield [good] * counts[0] + [bad or good] * counts[1]
    for column in _columns_measured(term.of, term.table):
        cells = cells_for(setting, term.table, column)
        yield from ([{**yes, column: cell}] for cell in cells[:6])
        yield [{**yes, column: cells[0]}, {**yes, column: cells[1]}, {**yes, column: None}]
        yield [{**yes, column: None}]


def _columns_measured(of: Value | None, table: str) -> list[str]:
    cells = [] if of is None else [part for part in walk(of) if isinstance(part, T.Cell)]
    return list(dict.fromkeys(cell.column for cell in cells if cell.table == table))


def sizes_near(setting: Setting) -> list[int]:
    """The numbers of rows that a rule's own numbers call for."""
    near = {size for size in lengths_near(setting.rule) if 0 < size <= _MOST_CHILDREN}
    return sorted({3, *near})


def _loose_rows(setting: Setting, table: str) -> Iterator[Line]:
    """Rows of a table that is measured as a whole."""
    default = _default(setting, table)
    pools = {column: cells_for(setting, table, column) for column in setting.columns(table)}
    for place in range(3):
        yield default | {column: cells[place % len(cells)] for column, cells in pools.items()}
