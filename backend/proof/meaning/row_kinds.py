"""The kinds that flag rows: conditions, duplicates, inconsistent values, outliers."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from backend.proof.meaning import truth, values
from backend.proof.meaning.calendar_periods import is_dated, period_of
from backend.proof.meaning.cells import Typed, as_number, as_text
from backend.proof.meaning.statistics_of import measure_of
from backend.proof.meaning.unknowns import Unreadable
from backend.proof.meaning.world import Here, World, every_row
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language import terms as T
from backend.rules.language.walk import walk
from backend.rules.language.words import Measure
from backend.rules.outliers import Outliers
from backend.rules.rule import Rule

K = TypeVar("K", bound=Hashable)


class Rows(NamedTuple):
    """How many rows are judged, and the positions of those that break the rule."""

    tested: int
    flagged: tuple[int, ...]


def counted(rule: Rule, world: World) -> list[Here]:
    """The rows for which the rule's ``where`` is certainly true; they see no others."""
    kept = [
        here
        for here in every_row(world, rule.table)
        if rule.where is None or truth.holds(rule.where, here)
    ]
    return among(kept)


def among(kept: Iterable[Here]) -> list[Here]:
    """Rows that see one another and no others."""
    heres = list(kept)
    rows = tuple(here.row for here in heres)
    return [Here(here.world, here.table, here.row, rows) for here in heres]


def filled(heres: Iterable[Here], columns: Iterable[str]) -> list[Here]:
    """Those that have a cell in each column."""
    names = tuple(columns)
    return [here for here in heres if None not in cells(here, names)]


def cells(here: Here, columns: Iterable[str]) -> tuple[Typed, ...]:
    """A row's cells of some columns."""
    return tuple(here.cell(column) for column in columns)


def grouped(heres: Iterable[Here], columns: tuple[str, ...]) -> dict[tuple[Typed, ...], list[Here]]:
    """Rows by their cells, in order of first appearance."""
    groups: dict[tuple[Typed, ...], list[Here]] = {}
    for here in heres:
        groups.setdefault(cells(here, columns), []).append(here)
    return groups


def number(here: Here, column: str) -> float | None:
    """A cell as a number; None where it is empty or none."""
    cell = here.cell(column)
    try:
        return None if cell is None else as_number(cell)
    except Unreadable:
        return None


def broken_rows(rule: BrokenRows, world: World) -> Rows:
    """Rows for which ``must`` is false, of those where it can be told."""
    kept = counted(rule, world)
    in_order = _compared_in_order(rule)
    if in_order:
        kept = among(
            here for here in kept if all(values.raw(cell, here) is not None for cell in in_order)
        )
    judged = [here for here in kept if truth.is_judged(rule.must, here)]
    return Rows(len(judged), tuple(here.row for here in judged if truth.breaks(rule.must, here)))


def _compared_in_order(rule: BrokenRows) -> list[T.Cell]:
    """Cells that are compared with the same cell of the row before: rows without are no rows."""
    terms = list(walk(rule.must))
    before = Counter(
        term.of for term in terms if isinstance(term, T.Previous) and isinstance(term.of, T.Cell)
    )
    bare = Counter(term for term in terms if isinstance(term, T.Cell))
    return [cell for cell, times in before.items() if bare[cell] > times]


def duplicates(rule: Duplicates, world: World) -> Rows:
    """Rows whose key is not alone, and with ``required`` those whose key has a gap."""
    kept = counted(rule, world)
    if not (rule.empty_counts or rule.required):
        kept = filled(kept, rule.key)
    columns = rule.columns or tuple(
        name for name in world.table(rule.table).columns if name not in rule.ignored
    )
    keys = {here.row: (*_key(rule, here, columns), *_spans(rule, here)) for here in kept}
    flagged = _repeated(keys, all_of_them=rule.keep == "all")
    if rule.required:
        flagged |= {here.row for here in kept if None in cells(here, rule.key)}
    for period in rule.per:
        dates = [here for here in kept if here.cell(period.column) is not None]
        flagged |= {here.row for here in dates if not is_dated(period, here)}
    return Rows(len(kept), tuple(flagged))


def _key(rule: Duplicates, here: Here, columns: Iterable[str]) -> Iterator[Typed]:
    yield from (_plain(rule, here.cell(name)) for name in columns)


def _spans(rule: Duplicates, here: Here) -> Iterator[str | None]:
    """The periods of a row; none where it has no date, nor for a stray, save where gaps count."""
    for period in rule.per:
        is_none = here.cell(period.column) is None
        is_stray = not rule.empty_counts and not is_none and not is_dated(period, here)
        yield None if is_none or is_stray else period_of(period, here)


def _plain(rule: Duplicates, cell: Typed) -> Typed:
    return _folded(rule, cell) if rule.columns else cell


def _folded(rule: Duplicates | InconsistentValues, cell: Typed) -> Typed:
    if cell is None or not (rule.trim or rule.ignore_case):
        return cell
    text = as_text(cell).strip() if rule.trim else as_text(cell)
    return text.lower() if rule.ignore_case else text


def _repeated(keys: dict[int, K], *, all_of_them: bool) -> set[int]:
    """The positions whose key is not alone; or those whose key was there before."""
    times = Counter(keys.values())
    seen: set[K] = set()
    found = set()
    for row, key in keys.items():
        if times[key] > 1 and (all_of_them or key in seen):
            found.add(row)
        seen.add(key)
    return found


def inconsistent_values(rule: InconsistentValues, world: World) -> Rows:
    """All rows of a key that has several values."""
    kept = filled(counted(rule, world), rule.filled_columns())
    groups: dict[tuple[Typed, ...], list[Here]] = {}
    for here in kept:
        key = tuple(_folded(rule, cell) for cell in cells(here, rule.key))
        groups.setdefault(key, []).append(here)
    flagged: list[int] = []
    for rows in groups.values():
        held = [{here.cell(value) for here in rows} - {None} for value in rule.values]
        if any(len(cells) > 1 for cells in held):
            flagged += [here.row for here in rows]
    return Rows(len(kept), tuple(flagged))


def outliers(rule: Outliers, world: World) -> Rows:
    """Values that lie far from the others of their group, and cells that are no number."""
    kept = filled(counted(rule, world), rule.own_columns())
    flagged: list[int] = []
    for rows in grouped(kept, rule.by).values():
        numbers = [each for here in rows if (each := number(here, rule.column)) is not None]
        for here in rows:
            found = number(here, rule.column)
            if found is None or _is_far(found, numbers, rule):
                flagged.append(here.row)
    return Rows(len(kept), tuple(flagged))


def _is_far(found: float, numbers: list[float], rule: Outliers) -> bool:
    if rule.way == "iqr":
        low, high = (measure_of(Measure.QUANTILE, numbers, share) for share in (0.25, 0.75))
        reach = rule.factor * (high - low)
        return bool(found < low - reach or found > high + reach)
    if rule.way == "mad":
        median = statistics.median(numbers)
        spread = statistics.median(abs(each - median) for each in numbers)
        return bool(abs(found - median) > rule.factor * spread)
    if len(numbers) < 2:
        return False
    distance = abs(found - measure_of(Measure.MEAN, numbers, None))
    return bool(distance > rule.factor * statistics.stdev(numbers))
