"""Scenes for how values are distributed: measures just below, on and above each bound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache, partial
from typing import NamedTuple

from backend.contracts.check import Cell
from backend.proof.meaning.distributions import shape_of, tally
from backend.proof.pools import beside
from backend.proof.witnesses.choices import cells_for
from backend.proof.witnesses.probe import Axis, turns
from backend.proof.witnesses.related import rows_for
from backend.proof.witnesses.runs import Runs, bad_cell, grouped, steps_of
from backend.proof.witnesses.scenes import Line, Scene, Setting, found_in
from backend.proof.witnesses.spelling import NO_NUMBER, spell_number
from backend.proof.witnesses.tuned import LARGE, tuned
from backend.rules.odd_distributions import OddDistributions
from backend.rules.unexpected_shares import UnexpectedShares

MOST_CELLS = 60
MOST_OF_A_SHARE = 2_000
_SIZES = (4, 5, 10, 20, 25, 40, 50, 100)
_LARGEST_PARTED = 9


class Tally(NamedTuple):
    """How often each value occurs, and how many cells beside them are empty."""

    counts: tuple[int, ...]
    empty: int = 0


def distribution_scenes(rule: OddDistributions, setting: Setting) -> Iterator[Scene]:
    """Distributions on both sides of each bound, of groups, of a constant, of few values."""
    runs = Runs(rule, setting, rule.column, rule.by)
    runs.per = rule.per
    if rule.number_columns():
        yield from _moments(rule, runs, setting)
        return
    kept = list(_tallies_near(rule))
    cells = [_cells(setting, rule.table, rule.column, each) for each in kept]
    for each, found in zip(kept[:8], cells, strict=False):
        yield runs.scene(f"values that occur {each.counts} times, {each.empty} empty", found)
    for period in rule.per:
        bad: Line = {period.column: bad_cell(setting, rule.table, period.column)}
        lines = runs.rows(cells[0])
        yield Scene("a date that is none", {rule.table: [*lines, {**lines[0], **bad}]})
        beside = [line for group in range(1, 5) for line in runs.rows(cells[0], group)]
        alike = grouped(setting, rule.table, rule.by, 1, beside)
        yield Scene("periods side by side, and a cycle on", {rule.table: alike})
    if rule.groups and len(cells) > 1:
        yield runs.scene("two groups", cells[0], cells[1])
        yield Scene(
            "a row of no group", {rule.table: [*runs.rows(cells[0]), *_loose(runs, cells[1])]}
        )
    if runs.no is not None:
        left = [{**runs.no, rule.column: cell} for cell in cells[-1]]
        yield Scene("rows that do not count", {rule.table: [*runs.rows(cells[0]), *left]})
    yield runs.scene("one row", cells[0][:1])
    yield runs.scene("no values", [None, None])
    yield Scene("no rows at all", {})


def _loose(runs: Runs, cells: Sequence[Cell]) -> list[Line]:
    keys = (*runs.by, *(period.column for period in runs.per))
    return [{**line, **dict.fromkeys(keys)} for line in runs.rows(cells)]


def _cells(setting: Setting, table: str, column: str, told: Tally) -> list[Cell]:
    """The values in turn, not sorted by how often they occur."""
    pool = _values(setting, table, column, len(told.counts))
    rounds = max(told.counts, default=0)
    mixed = [
        pool[n] for turn in range(rounds) for n, count in enumerate(told.counts) if count > turn
    ]
    return [*mixed, *[None] * told.empty]


def _values(setting: Setting, table: str, column: str, most: int) -> list[Cell]:
    """As many different cells of a column as are asked for."""
    steps = steps_of(setting, table, column)
    pool = cells_for(setting, table, column)
    start = 0 if setting.reads_numbers(table, column) else 45_000
    more = (steps.spell(step) for step in range(start + 1000, start + 1000 + most))
    return list(dict.fromkeys([*pool, *more]))[:most]


def _tallies_near(rule: OddDistributions) -> Iterator[Tally]:
    """For each bound the nearest below, on it, and the nearest above; then a few plain ones."""
    told = sorted(
        ((found, each) for each in _tallies(rule) for found in _told(rule, each)),
        key=lambda pair: (pair[0], sum(pair[1].counts), pair[1]),
    )
    found: dict[Tally, None] = {}
    for _, bound in rule.bounds:
        below = [pair for pair in told if pair[0] < bound]
        above = [pair for pair in told if pair[0] > bound]
        nearest = below[-1:] + [pair for pair in told if pair[0] == bound][:2] + above[:1]
        found |= dict.fromkeys(each for _, each in nearest)
    found |= dict.fromkeys(
        [told[0][1], told[-1][1], Tally((3, 1)), Tally((2, 2)), Tally((1, 1), 2)]
    )
    yield from found


def _told(rule: OddDistributions, each: Tally) -> list[float]:
    whole = sum(each.counts) + each.empty
    if rule.measure == "each_share":
        return [count / whole for count in set(each.counts)]
    found = tally(rule.measure, each.counts, whole)
    if found is None:
        return []
    return [round(found, 9) if rule.is_rounded() else found]


def _tallies(rule: OddDistributions) -> list[Tally]:
    found = [
        Tally(counts) for size in range(1, _LARGEST_PARTED + 1) for counts in _parted(size, size)
    ]
    for _, bound in rule.bounds:
        exact = Fraction(str(bound)).limit_denominator(MOST_OF_A_SHARE // 2)
        part, whole = exact.numerator, exact.denominator
        if whole == 1 or not 0 < exact < 1:
            sizes = {size for size in (part - 1, part, part + 1) if 0 < size <= MOST_CELLS}
            found += [
                t
                for size in sizes
                for t in (Tally((1,) * size), Tally((2,) * size), Tally((size, 1)))
            ]
            continue
        for few, many in _near(bound, part, whole):
            rest = many - few
            found += [Tally((few, rest)), Tally((few,), rest), Tally((few, *(1,) * rest))]
            found.append(Tally((rest, *(1,) * few)))
    return list(dict.fromkeys(found))


def _near(bound: float, part: int, whole: int) -> Iterator[tuple[int, int]]:
    """How many of how many cells: just such a share, and shares nearer than its last digit."""
    tried = [(few, whole) for few in (part - 1, part, part + 1)]
    tried += [(2 * part, 2 * whole), (2 * part, 2 * whole + max(1, whole // 2))]
    tried += [two_at_least(share) for share in shares_beside(bound)]
    yield from ((few, many) for few, many in tried if 0 < few < many <= MOST_OF_A_SHARE)


def shares_beside(bound: float) -> Iterator[Fraction]:
    """Half of the last digit of a bound to either side."""
    exact = Fraction(str(bound))
    yield from ((exact + Fraction(str(other))) / 2 for other in beside(bound))


def two_at_least(share: Fraction) -> tuple[int, int]:
    """A share as part and whole, the part no less than two."""
    times = 1 if share.numerator > 1 else 2
    return times * share.numerator, times * share.denominator


@cache
def _parted(size: int, largest: int) -> tuple[tuple[int, ...], ...]:
    """The ways to part a number into summands, largest first."""
    if not size:
        return ((),)
    return tuple(
        (first, *rest)
        for first in range(min(size, largest), 0, -1)
        for rest in _parted(size - first, first)
    )


def _moments(rule: OddDistributions, runs: Runs, setting: Setting) -> Iterator[Scene]:
    """A bulk with one number that moves until the measure passes a bound; few numbers."""
    places = 1 if setting.is_whole(rule.table, rule.column) else 100
    spell = runs.steps.spell
    bulk = [spell(number * places) for number in (10, 12, 13, 14, 16, 20)]

    def is_flagged(step: int) -> object:
        return found_in(runs.scene("", [*bulk, spell(step)]), setting).failing

    is_whole = setting.is_whole(rule.table, rule.column)
    for bound, numbers in _on_bounds(rule):
        cells: list[Cell] = [spell_number(number, is_whole=is_whole) for number in numbers]
        yield runs.scene(f"exactly {bound}", cells)
    yield runs.scene("all alike", bulk[:1] * 5)
    yield runs.scene("three numbers, one far", [*bulk[:2], spell(500 * places)])
    far = [*bulk, spell(1000 * places)]
    yield from runs.common(far[3:], spell(-1000 * places))
    seen = turns(is_flagged, Axis(spell, -(10**6), 10**6), (15 * places,))
    for cell in [spell(step + shift) for step in seen for shift in (-1, 0)][:6]:
        yield runs.scene(f"{cell} beside others", [*bulk, cell])
    yield runs.scene("two numbers", bulk[:2])
    yield runs.scene("one far", far)


def _on_bounds(rule: OddDistributions) -> Iterator[tuple[float, list[int]]]:
    """For each bound numbers whose measure is just that, to nine decimals."""
    measure = shape_of(rule.measure)
    for bound in dict.fromkeys(bound for _, bound in rule.bounds):
        for times in (1, 4):
            bulk = [number * LARGE for number in (10, 12, 13, 14, 16, 20) * times]
            found = tuned(partial(_with_last, measure, bulk), bound)
            if found is not None:
                yield bound, [*bulk, found]
                break


def _with_last(
    measure: Callable[[Sequence[Fraction]], float | None], bulk: Sequence[int], last: Fraction
) -> float | None:
    return measure([*map(Fraction, bulk), last])


def share_scenes(rule: UnexpectedShares, setting: Setting) -> Iterator[Scene]:
    """Shares just inside, on and outside of what is allowed; values without a share, or absent."""
    table, column = rule.table, rule.column
    yes, no = rows_for(setting, table, rule.where)
    values: list[Cell] = [value for value, _ in rule.shares]
    size = _size_for(rule)
    base = [round(share * size) for _, share in rule.shares]

    def scene(says: str, counts: Sequence[int], *more: Cell) -> Scene:
        cells = [value for value, count in zip(values, counts, strict=False) for _ in range(count)]
        return Scene(says, {table: [{**yes, column: cell} for cell in (*cells, *more)]})

    def moved(count: int) -> list[int]:
        return [base[0] - count, base[1] + count, *base[2:]] if len(base) > 1 else base

    yield scene("as they should be", base)
    told = [found_in(scene("", moved(n)), setting).failing for n in range(base[0] + 1)]
    turned = [n for n in range(1, len(told)) if told[n] != told[n - 1]][:2]
    for count in dict.fromkeys(n for turn in turned for n in (turn - 1, turn)):
        yield scene(f"{count} of {size} of another value", moved(count))
    if len(base) > 1:
        yield scene("the first value is absent", [0, *base[1:]])
    stranger: Cell = "1000" if setting.is_numeric(table, column) else "stranger"
    yield scene("a value without a share", base, stranger)
    if not setting.is_numeric(table, column):
        yield scene("in other letter case", base, str(values[0]).swapcase())
    else:
        yield scene("a cell that is no number", base, NO_NUMBER)
    yield scene("empty cells beside", base, *[None] * 5)
    if rule.first_digits:
        yield scene("zeros, which have no first digit", base, *["0"] * 30)
        yield scene("nines behind a sign", [0, *base[1:]], *["-97"] * base[0])
    if no is not None:
        given = scene("", base).tables[table]
        left = [{**no, column: values[0]} for _ in range(size)]
        yield Scene("rows that do not count", {table: [*given, *left]})
    yield scene("one row", [1])
    yield scene("no values", [], None, None)
    yield scene("no rows at all", [])


def _size_for(rule: UnexpectedShares) -> int:
    """The fewest rows that can have the shares, and be off by the tolerance, exactly."""
    parts = [*(share for _, share in rule.shares), rule.tolerance]
    exact = (n for n in _SIZES if all(round(n * part, 6) == round(n * part) for part in parts))
    return next(exact, 40)
