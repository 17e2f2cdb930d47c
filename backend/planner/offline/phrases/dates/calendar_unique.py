"""Phrases for what may be there, or be done, so often in each period: once a year, twice a day."""

from __future__ import annotations

from typing import Any

from backend.rules import duplicate_phrases
from backend.rules.language.terms import Cell
from backend.rules.metric_groups import CalendarKey
from backend.rules.phrasing import Phrases, Statement

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


@phrase("stmt", "[_each] <key> (may|must|should|can) only <acting> once _in_each <open_period>")
@phrase("stmt", "[_each] <key> (may|must|should|can) only <acting> once (per|a) <open_period>")
def done_once(key: Any, of: Cell, period: CalendarKey) -> Statement | None:
    """A member may only vote once a day: by the day on which it was done."""
    return unique_in_period(key, period.model_copy(update={"of": of}))
