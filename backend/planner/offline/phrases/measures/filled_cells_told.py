"""Phrases that say beside what holds anyway: of the recorded lengths; exactly 0 is wrong; reads as a date."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.dates import real_date
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Cell, Compare, Constant, Predicate
from backend.rules.metric_bounds import demands
from backend.rules.metric_shares import _values_share
from backend.rules.phrasing import Phrases, Statement, about, not_

phrase = Phrases()

# Of the filled cells --------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<share_bound> of [all|the] _filled_in <cell> [values|cells|entries] _must be <adj>",
    "<share_bound> of [all|the] _filled_in <cell> [values|cells|entries] _must <verb>",
    "of [all|the] _filled_in <cell> [values|cells|entries] [,] <share_bound> _must be <adj>",
    "of [all|the] _filled_in <cell> [values|cells|entries] [,] <share_bound> _must <verb>",
    cost=0.05,
)
def share_of_filled(*parts: Any) -> Statement | None:
    """At least 80% of the recorded lengths must be above 5: empty cells are none of them."""
    of = next(part for part in parts if isinstance(part, Cell))
    bound, told = (part for part in parts if part is not of)
    return _values_share(bound, of, about(told, of)) if demands(bound) else None


# The ends that are wrong ----------------------------------------------------------------------------


@phrase(
    "stmt",
    "<stmt> (;|.|,) [exactly] <number> [itself] (or|and) [exactly] <number> [itself] (is|are) _bad",
    "<stmt> (;|.|,) [exactly] <number> [itself] (or|and) [exactly] <number> [itself] (is|are) _bad too",
    cost=0.05,
)
def ends_are_wrong(told: Statement, low: Constant, high: Constant) -> Statement | None:
    """Above 0 and below 100; exactly 0 or exactly 100 is wrong."""
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    parts = must.parts if isinstance(must, All) else ()
    signs = {(part.sign, part.right) for part in parts if isinstance(part, Compare)}
    is_strict = len(parts) == 2 and signs == {(">", low), ("<", high)}
    return told if is_strict else None


# Read as a date -------------------------------------------------------------------------------------


@phrase(
    "adj",
    "(parseable|parsable|readable|recognisable|recognizable) as [a|an] [valid|real] date",
    cost=0.05,
)
@phrase(
    "verb", "(parse|parses) as [a|an] [valid|real] date", "be _read_as [a|an] [valid|real] date"
)
@phrase("vp", "can be _read_as [a|an] [valid|real] date")
def reads_as_date() -> Predicate:
    """Parseable as a date."""
    return real_date()


@phrase(
    "vp",
    "can not be _read_as [a|an] [valid|real] date [at all|in any way]",
    "(do|does) not parse as [a|an] [valid|real] date",
)
def reads_as_no_date() -> Predicate:
    """Cannot be read as a date."""
    return not_(real_date())
