"""Phrases for a measure of each day against the days before: within 3 sigma of the previous 30 days.

"The previous 30 days" are the thirty just before a day that have rows, without the day itself.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.phrases.order.windows_before import BANDS, TOLD, Band
from backend.rules.language.periods import Unit
from backend.rules.language.terms import Aggregate, Cell, Constant
from backend.rules.metric_groups import CalendarKey, Keys
from backend.rules.metric_phrases import count
from backend.rules.moving_windows import LONGEST, SHORTEST
from backend.rules.outlying_periods import MEASURES, OutlyingPeriods
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

# Which periods ----------------------------------------------------------------------------------


class Ages(NamedTuple):
    """So many periods of one length before each."""

    periods: int
    unit: Unit


@phrase(
    "ages_before",
    "[the|its|their] _one_earlier_than <number> <open_period>",
    "[the|its] <number> _one_earlier_than <open_period>",
    "[the] <number> <open_period> _its_own_past _itself_behind",
    "[the] <number> <open_period> [just|directly|immediately|right] before [it|that day|them]",
    "[the] last <number> <open_period> before _itself_behind",
)
def ages_before(number: Constant, found: CalendarKey) -> Ages | None:
    """The previous 30 days."""
    is_whole = isinstance(number.value, int) and not number.unit
    if not is_whole or not SHORTEST <= int(number.value) <= LONGEST:
        return None
    return Ages(int(number.value), found.unit)


@phrase("ages", "<ages_before>", "[the|their] _middle_of <ages_before>")
def ages(found: Ages) -> Ages:
    """The average of the previous 30 days."""
    return found


# What is measured of each -----------------------------------------------------------------------


class Measured(NamedTuple):
    """A measure of each period, within groups or not."""

    of: Aggregate
    per: CalendarKey
    by: tuple[Cell, ...] = ()


@phrase("aged_metric", "<adverb_period> <metric>")
@phrase("aged_metric", "<metric> <by_period>")
@phrase("aged_metric", "<adverb_period> <metric> <by_group>")
@phrase(
    "aged_metric", "<by_group> [,] <adverb_period> <metric>", "<by_group> [,] <metric> <by_period>"
)
@phrase("aged_metric", "<adverb_period> <metric> (of|for|in|at|on|by) <each_group>")
@phrase("aged_metric", "<metric> (of|for|in|at|on|by) <each_group> <by_period>")
def aged_metric(*parts: Any) -> Measured | None:
    """The daily total amount of each store."""
    of = next((part for part in parts if isinstance(part, Aggregate)), None)
    keys = [key for part in parts for key in _keys(part)]
    spans = [key for key in keys if isinstance(key, CalendarKey)]
    cells = tuple(key for key in keys if isinstance(key, Cell))
    if of is None or len(spans) != 1 or len(cells) + 1 != len(keys):
        return None
    is_plain = of.measure in MEASURES and not (of.by or of.keys)
    if not is_plain or not isinstance(of.of, Cell | None):
        return None
    return Measured(of, spans[0], cells)


def _keys(part: Any) -> Keys:
    if isinstance(part, CalendarKey):
        return (part,)
    return part if isinstance(part, tuple) else ()


@phrase("aged_metric", "<adverb_period> <rows>", cost=0.1)
def aged_rows(per: CalendarKey, rows: RowSet) -> Measured | None:
    """Daily orders: how many there are."""
    of = count(rows)
    return None if rows.each or not isinstance(of, Aggregate) else Measured(of, per)


# The rule ---------------------------------------------------------------------------------------


class Told(NamedTuple):
    """A measure of each period and the band in which it lies."""

    of: Measured
    band: Band


@phrase("ages_told", *(each.format("<aged_metric>", *BANDS[1][1:]) for each in TOLD))
def told(of: Measured, found: Band) -> Told:
    """The daily number of orders must be within 3 standard deviations of the previous 30 days."""
    return Told(of, found)


@phrase("stmt", "<ages_told>", cost=0.01)
@phrase("stmt", "<by_group> [,|:] <ages_told>", "<ages_told> <by_group> [?]", cost=0.03)
@phrase("stmt", "<ages_told> (of|for|in|at) the same <cell> [?]", cost=0.02)
def statement(*parts: Any) -> Statement | None:
    """For each store, the daily total must be within 3 sigma of the previous 30 days."""
    measured, (factor, side, window) = next(part for part in parts if isinstance(part, Told))
    others = [part for part in parts if not isinstance(part, Told)]
    keys = [key for part in others for key in (_keys(part) or (part,))]
    more = [key for key in keys if isinstance(key, Cell)]
    if len(more) < len(keys) or (more and measured.by):
        return None
    by: tuple[Cell, ...] = (*measured.by, *more)
    of, per = measured.of, measured.per
    cells = [each for each in (of.of, per.of, *by) if isinstance(each, Cell)]
    tables = {of.table, *(cell.table for cell in cells)} - {""}
    if window.unit != per.unit or len(tables) > 1 or len({cell.column for cell in by}) < len(by):
        return None
    rule = OutlyingPeriods(
        table="".join(tables),
        of=of,
        per=(per.period,),
        by=tuple(cell.column for cell in by),
        factor=factor,
        periods=window.periods,
        side=side,
    )
    return Statement(rule=rule)
