"""Phrases for how often something is done: booked at most 20 times, lent once a month, by nobody twice."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.calendar_unique import unique_in_period
from backend.rules.duplicate_phrases import unique
from backend.rules.language.terms import Cell, Predicate
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import CalendarKey, Keys, group_count, no_group
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects

phrase = Phrases()
Done = RowSet | Cell
"""The table whose rows are the deeds, or the date that tells when one was done."""

phrase.words("_have_been", "be | is | are | was | were | get | gets | been | have been | has been")


@phrase("done", "<event>")
def rows_done(table: str) -> RowSet:
    """Booked: a row of bookings."""
    return RowSet(table=table)


@phrase("done", "<acting>")
def date_done(of: Cell) -> Cell:
    """Booked: by the date booked_at."""
    return of


@phrase("done", "_have_been <done>", "<done> out", cost=0.02)
def is_done(found: Done) -> Done:
    """Be booked."""
    return found


def _rows(found: Done) -> RowSet:
    return found if isinstance(found, RowSet) else RowSet()


def _dated(found: Done, period: CalendarKey) -> CalendarKey:
    if isinstance(found, Cell):
        return period.model_copy(update={"of": found})
    of = period.of.model_copy(update={"table": found.table})
    return period.model_copy(update={"of": of})


# So many times --------------------------------------------------------------------------------


@phrase("stmt", "<each_group> (may|can) [only] <done> <times_bound>", cost=0.08)
@phrase("stmt", "<keys> (may|can) [only] <done> <times_bound>", cost=0.1)
@phrase("stmt", "<each_group> _must <done> <times_bound>", cost=0.08)
@phrase("stmt", "<each_group> <done> <times_bound>", cost=0.3)
def done_so_often(keys: Keys, found: Done, bound: Predicate) -> Statement | None:
    """A room may be booked at most 20 times: a lower bound would be of rooms without rows too."""
    return group_count(keys, bound, _rows(found)) if allows(bound) and _is_told(found) else None


@phrase("stmt", "no <keys> _may <done> <times_bound>", cost=0.08)
@phrase("stmt", "<each_group> _must_not <done> <times_bound>", cost=0.08)
@phrase("stmt", "no <keys> <done> <times_bound>", cost=0.3)
def not_done_so_often(keys: Keys, found: Done, bound: Predicate) -> Statement | None:
    """No room may be booked more than 12 times."""
    is_upper = getattr(bound, "sign", "") in (">", ">=")
    return no_group(keys, bound, _rows(found)) if is_upper and _is_told(found) else None


def _is_told(found: Done) -> bool:
    """Whether the rows of a table are counted: of a date alone, another may be meant as well."""
    return isinstance(found, RowSet)


# So many times in each period -----------------------------------------------------------------


@phrase("times_in", "<times_bound> (per|a|each|every) <open_period>")
@phrase("times_in", "<times_bound> _in_each <open_period>")
def times_in(bound: Predicate, period: CalendarKey) -> tuple[Predicate, CalendarKey]:
    """At most 3 times a day."""
    return bound, period


@phrase("stmt", "<each_group> (may|can) [only] <done> <times_in>", cost=0.06)
@phrase("stmt", "<keys> (may|can) [only] <done> <times_in>", cost=0.08)
@phrase("stmt", "<each_group> _must <done> <times_in>", cost=0.06)
@phrase("stmt", "<each_group> <done> <times_in>", cost=0.3)
def often_each(keys: Keys, found: Done, told: Any) -> Statement | None:
    """Each customer may be invoiced at most 3 times a day."""
    bound, period = told
    if not allows(bound):
        return None
    return group_count((*keys, _dated(found, period)), bound, _rows(found))


@phrase("stmt", "no <keys> _may <done> <times_in>", cost=0.06)
@phrase("stmt", "<each_group> _must_not <done> <times_in>", cost=0.06)
@phrase("stmt", "no <keys> <done> <times_in>", cost=0.3)
def not_often_each(keys: Keys, found: Done, told: Any) -> Statement | None:
    """No customer may be invoiced more than 3 times a day."""
    bound, period = told
    if getattr(bound, "sign", "") not in (">", ">="):
        return None
    return no_group((*keys, _dated(found, period)), bound, _rows(found))


@phrase("stmt", "<nobody> _may <done> <times_in>", cost=0.06)
def nobody_often(who: Cell, found: Done, told: Any) -> Statement | None:
    """Nobody may book more than 3 times a day."""
    return not_often_each((who,), found, told)


@phrase("stmt", "<nobody> _may <done> <times_bound>", cost=0.06)
def nobody_so_often(who: Cell, found: Done, bound: Predicate) -> Statement | None:
    """Nobody may book more than 5 times."""
    return not_done_so_often((who,), found, bound)


# Once in each period --------------------------------------------------------------------------


@phrase("once_in", "_at_most_once (per|a|each|every) <open_period>")
@phrase("once_in", "_at_most_once _in_each <open_period>")
@phrase("twice_in", "_oftener (per|a|each|every) <open_period>")
@phrase(
    "twice_in", "_oftener _in_each <open_period>", "_oftener (on|in) (one|a single) <open_period>"
)
def once_in(period: CalendarKey) -> CalendarKey:
    """Once a month; twice on the same day."""
    return period


@phrase("stmt", "[_each] <key> (may|can|must|should) [only] <done> <once_in>", cost=0.06)
@phrase("stmt", "_each <key> <done> <once_in>", "a <key> <done> <once_in>", cost=0.3)
@phrase(
    "stmt",
    "no <key> _may <done> <twice_in>",
    "[_each] <key> _must_not <done> <twice_in>",
    cost=0.06,
)
@phrase("stmt", "no <key> <done> <twice_in>", cost=0.3)
@phrase("stmt", "<nobody> _may <done> <twice_in>", "<nobody> <done> <twice_in>", cost=0.06)
def once_each(key: Any, found: Done, period: CalendarKey) -> Statement | None:
    """Each book is lent at most once a month."""
    told = unique_in_period(key, _dated(found, period))
    is_apart = told is not None and _rows(found).table not in ("", told.rule.table)
    if told is None or (is_apart and told.rule.table):
        return None
    table = told.rule.table or _rows(found).table
    return told.model_copy(update={"rule": told.rule.model_copy(update={"table": table})})


@phrase("stmt", "no <cell> _may <done> the same <cell> <twice_in>", cost=0.06)
@phrase("stmt", "<nobody> _may <done> the same <cell> <twice_in>", cost=0.06)
def same_twice(who: Cell, found: Done, what: Cell, period: CalendarKey) -> Statement | None:
    """Nobody may borrow the same book twice on one day."""
    if who.column == what.column:
        return None
    return once_each(Subjects(items=(who, what)), found, period)


@phrase("stmt", "no <cell> _may <done> the same <cell> _oftener", cost=0.06)
@phrase("stmt", "<nobody> _may <done> the same <cell> _oftener", cost=0.06)
def same_ever_twice(who: Cell, found: Done, what: Cell) -> Statement | None:
    """No member may borrow the same book twice."""
    told = unique(Subjects(items=(who, what)))
    if told is None or who.column == what.column or not _rows(found).table:
        return None
    return told.model_copy(
        update={"rule": told.rule.model_copy(update={"table": _rows(found).table})}
    )
