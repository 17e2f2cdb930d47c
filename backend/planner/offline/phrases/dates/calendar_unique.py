"""Phrases for what may be there, or be done, so often in each period: once a year, twice a day."""

from __future__ import annotations

from typing import Any

from backend.rules import duplicate_phrases
from backend.rules.language.terms import Cell, Predicate
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import CalendarKey, Keys, group_count, no_group
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()
phrase.widen("_stand_there", "appear | occur | be used | be present | exist | be listed")
phrase.words(
    "_at_most_once",
    "only once | just once | at most once | no more than once | not more than once | one time only",
)
phrase.words("_oftener", "more than once | twice | repeatedly | several times | more than one time")
phrase.words(
    "_in_each",
    "within each | within every | within the same | within any | within one and the same | "
    "in each | in every | in the same | in any | inside each | for each | for every | on each | "
    "on every | on the same | on any | during each | during the same",
)


@phrase(
    "stmt",
    "<key> _must be unique (per|by) [each|every|one] <cal_period>",
    "<key> _must be unique _in_each <cal_period>",
    "_each <key> _must be unique per [each|every|one] <cal_period>",
    "_each <key> _must be unique _in_each <cal_period>",
    "per [each|every] <cal_period> [,] [_each] <key> _must be unique",
    "_in_each <cal_period> [,] [_each] <key> _must be unique",
    "_each <key> (may|must|should|can) [only] _stand_there _at_most_once _in_each <cal_period>",
    "_each <key> (may|must|should|can) [only] _stand_there _at_most_once (per|a|each|every) <cal_period>",
    "<key> (may|must|should|can) [only] _stand_there _at_most_once _in_each <cal_period>",
    "<key> (may|must|should|can) [only] _stand_there _at_most_once (per|a|each|every) <cal_period>",
    "[_each] <key> (may|must|should|can) only _stand_there once _in_each <cal_period>",
    "[_each] <key> (may|must|should|can) only _stand_there once (per|a|each|every) <cal_period>",
    "no <key> _may (_stand_there|be repeated) _oftener _in_each <cal_period>",
    "no <key> _may (_stand_there|be repeated) _oftener (per|a|each|every) <cal_period>",
    "<key> _must_not (repeat|be repeated) _in_each <cal_period>",
    "<key> _must_not _stand_there _oftener _in_each <cal_period>",
    "<key> _must_not _stand_there _oftener (per|a|each|every) <cal_period>",
    cost=0.05,
)
def unique_in_period(*parts: Any) -> Statement | None:
    """Invoice_no must be unique per year."""
    period = next(part for part in parts if isinstance(part, CalendarKey))
    [key] = [part for part in parts if not isinstance(part, CalendarKey)]
    found = duplicate_phrases.unique(key)
    if found is None or (period.of.table and found.rule.table not in ("", period.of.table)):
        return None
    per = {"per": (period.period,), "table": found.rule.table or period.of.table}
    return found.model_copy(update={"rule": found.rule.model_copy(update=per)})


# What is done so often --------------------------------------------------------------------------


@phrase("deed_in", "<acting> _at_most_once (per|a|each|every) <open_period>")
@phrase("deed_in", "<acting> _at_most_once _in_each <open_period>")
@phrase("deed_twice", "<acting> _oftener (per|a|each|every) <open_period>")
@phrase("deed_twice", "<acting> _oftener _in_each <open_period>")
def once_done(of: Cell, period: CalendarKey) -> CalendarKey:
    """Vote only once a day: by the day on which it was done."""
    return period.model_copy(update={"of": of})


@phrase("stmt", "[_each] <key> (may|must|should|can) [only] <deed_in>", cost=0.05)
@phrase("stmt", "no <key> _may <deed_twice>", "[_each] <key> _must_not <deed_twice>", cost=0.05)
@phrase("stmt", "[_each] <key> (may|must|should|can) only <acting> once _in_each <open_period>")
@phrase("stmt", "[_each] <key> (may|must|should|can) only <acting> once (per|a) <open_period>")
def done_once(key: Any, *told: Any) -> Statement | None:
    """A member may vote only once a day."""
    period = told[-1] if len(told) == 1 else once_done(*told)
    return unique_in_period(key, period)


@phrase("often_in", "<acting> <times_bound> (per|a|each|every) <open_period>")
@phrase("often_in", "<acting> <times_bound> _in_each <open_period>")
def done_often(of: Cell, bound: Predicate, period: CalendarKey) -> tuple[Predicate, CalendarKey]:
    """Vote more than 5 times a day."""
    return bound, period.model_copy(update={"of": of})


@phrase("stmt", "no <keys> _may <often_in>", "<each_group> _must_not <often_in>", cost=0.05)
def not_so_often(keys: Keys, told: tuple[Predicate, CalendarKey]) -> Statement | None:
    """No member may vote more than 5 times a day."""
    return no_group((*keys, told[1]), told[0], RowSet())


@phrase("stmt", "<each_group> (may|can) [only] <often_in>", cost=0.05)
def so_often(keys: Keys, told: tuple[Predicate, CalendarKey]) -> Statement | None:
    """A member may vote at most 5 times a day."""
    return group_count((*keys, told[1]), told[0], RowSet()) if allows(told[0]) else None
