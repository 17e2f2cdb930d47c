"""Phrases that name groups by the calendar: per day, in each month, for every store and week."""

from __future__ import annotations

from backend.planner.offline.calendar_groups import CALENDAR
from backend.rules.language.periods import Unit
from backend.rules.language.terms import Cell, Value
from backend.rules.metric_groups import CalendarKey, Keys
from backend.rules.phrasing import Phrases

phrase = Phrases()

_UNITS: dict[Unit, str] = {
    "hour": "hour|hours|clock hour",
    "day": "day|days|calendar day|calendar days|single day",
    "week": "week|weeks|calendar week|calendar weeks|iso week|iso weeks",
    "month": "month|months|calendar month|calendar months|year and month|month and year",
    "quarter": "quarter|quarters|calendar quarter|calendar quarters",
    "year": "year|years|calendar year|calendar years",
}
_ADVERBS: dict[Unit, str] = {
    "hour": "hourly",
    "day": "daily",
    "week": "weekly",
    "month": "monthly",
    "quarter": "quarterly",
    "year": "yearly|annual|annually",
}


for _unit, _words in _UNITS.items():

    @phrase("open_period", f"({_words})")
    def open_period(unit: Unit = _unit) -> CalendarKey:
        """Month: of the date that the rows have."""
        return CalendarKey(unit=unit, of=Cell(table="", column=CALENDAR))

    @phrase("named_period", f"({_words}) (of|in|by|according to) [its|their|the] <cell>")
    def named_period(of: Value, unit: Unit = _unit) -> CalendarKey | None:
        """Month of ordered_at."""
        return CalendarKey(unit=unit, of=of) if isinstance(of, Cell) else None

    @phrase("named_period", f"<cell> ({_words.split('|')[0]})", cost=0.1)
    def period_named_first(of: Value, unit: Unit = _unit) -> CalendarKey | None:
        """Order date month."""
        return CalendarKey(unit=unit, of=of) if isinstance(of, Cell) else None

    @phrase("adverb_period", f"({_ADVERBS[_unit]})")
    def adverb_period(unit: Unit = _unit) -> CalendarKey:
        """Monthly."""
        return CalendarKey(unit=unit, of=Cell(table="", column=CALENDAR))


phrase("cal_period", "<open_period>", "<named_period>")(lambda found: found)


@phrase("period_keys", "<cal_period>")
def one_period(found: CalendarKey) -> Keys:
    """A month."""
    return (found,)


@phrase(
    "period_keys",
    "<cell> and [each|every|per] <cal_period>",
    "<cal_period> and [each|every|per] <cell>",
    "<cell> , <cell> and <cal_period>",
    "(combination|pair) of <cell> and <cal_period>",
)
def cells_and_period(*keys: Value | CalendarKey) -> Keys:
    """Store and month."""
    return keys


@phrase(
    "by_period",
    "(per|by) <period_keys>",
    "per (each|every|one) <period_keys>",
    "(for|within|in|inside|across|on|during|over|at) (each|every|any|any one|any given|any single) <period_keys>",
    "(each|every) <period_keys>",
)
def by_period(keys: Keys) -> Keys:
    """Per month."""
    return keys


@phrase(
    "by_period", "(a|an|in a|on a|in one|on one|in a single|on a single) <cal_period>", cost=0.05
)
def by_one_period(found: CalendarKey) -> Keys | None:
    """Five a day; in one hour may be any 60 minutes."""
    return None if found.unit == "hour" else (found,)


@phrase("by_period", "<adverb_period>")
def by_adverb(found: CalendarKey) -> Keys:
    """Daily."""
    return (found,)


@phrase("each_period", "(each|every|any|one) <period_keys>", "each of the <period_keys>")
def each_period(keys: Keys) -> Keys:
    """Each month."""
    return keys


@phrase(
    "by_period",
    "<by_group> [,|and] <by_period>",
    "<by_period> [,|and] <by_group>",
    "<each_group> _within_it <by_period>",
)
def cells_then_period(*found: Keys) -> Keys:
    """Per store per month."""
    return tuple(key for keys in found for key in keys)


phrase.words("_within_it", "and | , and")
