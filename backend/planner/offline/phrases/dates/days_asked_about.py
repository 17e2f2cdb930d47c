"""Phrases for days of which none is missing: is there a reading for every calendar day from … to …?"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.gaps import none_missing
from backend.rules.language.terms import Cell, Value
from backend.rules.missing_dates import MissingDates
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words(
    "_turns_up_days",
    "appear | occur | be found | turn up | come up | show up | be there | be present | be covered | exist | "
    "be in [the] (file|list|table|data) | have [a|an|at least one|some] (entry|row|record)",
)
phrase.words(
    "_once_or_more_days", "at least once | once or more | at least one time | one or more times"
)
phrase.words("_every_one_days", "each | every | all | every single | each single | each and every")

# Asked, and told of the days themselves -----------------------------------------------------------

_ON = "(for|on|in|at)"


@phrase(
    "stmt",
    f"(is|are|was|were) there _some_rows {_ON} _every_one_days <date_unit> <whole_span> [?]",
    f"(is|are|was|were) there _some_rows <by_group> {_ON} _every_one_days <date_unit> <whole_span> [?]",
    f"(do|does) (we|the table|the file|the data) have _some_rows {_ON} _every_one_days <date_unit> <whole_span> [?]",
    f"we (need|expect|have) _some_rows {_ON} _every_one_days <date_unit> <whole_span>",
    "_every_one_days <date_unit> <whole_span> _must _turns_up_days [_once_or_more_days]",
    "_every_one_days <date_unit> <whole_span> _must _turns_up_days _once_or_more_days <by_group>",
    "<by_group> [,] _every_one_days <date_unit> <whole_span> _must _turns_up_days [_once_or_more_days]",
    "(does|do) _every_one_days <date_unit> <whole_span> _turns_up_days [_once_or_more_days] [?]",
    "_flag [any|every|each|all] <date_unit> <whole_span> (without|that has no|with no|for which there is no) _some_rows",
    cost=0.05,
)
def every_day(*parts: Any) -> Statement | None:
    """Is there a reading for every calendar day from the first to the last read_on?"""
    return none_missing(*parts)


@phrase("whole_span", "between (his|her|its|their) first and [his|her|its|their] last <cell>")
@phrase("whole_span", "from (his|her|its|their) first to (his|her|its|their) last <cell>")
def its_own_span(of: Value) -> tuple[str, Cell] | None:
    """Between his first and last day."""
    return ("span", of) if isinstance(of, Cell) else None


@phrase(
    "stmt",
    "<each_group> (needs|requires|has) _some_rows (on|for|in|at) _every_one_days <date_unit> <whole_span>",
    cost=0.05,
)
def of_each_group(*parts: Any) -> Statement | None:
    """Each walker needs a row for every day between his first and last day."""
    return none_missing(*parts)


# Told shortly -------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> [:|,|-|–] no [missing] <date_unit> [_may|be|is|_must be] _absent [in between]",
    "<cell> [:|,|-|–] (no|without) (_absent|any _absent) <date_unit>",
    "<cell> (skips|leaves out|misses|lacks|_must_not skip|_must_not leave out|_must_not miss|_must_not lack) (no|any|a) <date_unit>",
    "no <date_unit> (is|are) _absent (in|from) <cell>",
    "(is|are) (any|a) <date_unit> _absent (in|from) <cell> [?]",
    cost=0.06,
)
def none_left_out(*parts: Any) -> Statement | None:
    """read_on: no day missing."""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    unit = next((part for part in parts if isinstance(part, str)), "")
    return None if of is None or not unit else none_missing(("span", of), unit)


# Said once more -----------------------------------------------------------------------------------


@phrase(
    "hint",
    "<hint> _stop _every_one_days <date_unit> [from the first to the last|between the first and the last|in between|in the range] _must _turns_up_days [_once_or_more_days] [.]",
    "<hint> _stop _every_one_days <date_unit> [from the first to the last|between the first and the last|in between|in the range] (appears|occurs|is there|is present|is covered|turns up|has a row|must have a row) [_once_or_more_days] [.]",
    "<hint> _stop no <date_unit> [in between] (is|may be|must be) _absent [.]",
    cost=0.05,
)
def said_of_days(told: Statement, unit: str) -> Statement | None:
    """No gaps in read_on: every day from the first to the last must appear at least once."""
    found = told.rule
    return told if isinstance(found, MissingDates) and found.unit == unit else None
