"""Phrases for at least one of several columns, as people put it beside their names.

At least one of the two, A or B, must be there; A or B required (at least one); rows need at least
an A or a B; none may lack both A and B.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Missing, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about_all,
    not_,
)

phrase = Phrases()

phrase.words("_at_least_some", "at least one | at least 1 | one or more | a minimum of one")
phrase.words(
    "_of_two_or_more",
    "of (the|these|those) (two|three|four|2|3|4) [columns|fields|values|entries] | of (these|those) "
    "[columns|fields|values|entries] | of the following [columns|fields|values|entries] | of the (columns|fields)",
)
phrase.words("_of_them_all", "of (them|these|those|the two|the three|both)")


@phrase("some_subjects", "_at_least_some _of_two_or_more [,|:|–|-] <cells> [,]", cost=0.02)
@phrase("some_subjects", r"_at_least_some _of_two_or_more \( <cells> \)", cost=0.02)
@phrase("some_subjects", r"[either] <or_cells> \( _at_least_some [_of_them_all] \)", cost=0.02)
@phrase("some_subjects", "[either] <or_cells> , _at_least_some _of_them_all ,", cost=0.02)
def some_of_two(found: Subjects) -> Subjects:
    """At least one of the two, A or B."""
    return found.model_copy(update={"mode": "any"})


@phrase("stmt", "[either] <or_cells> <duty> , [but|and] _at_least_some [_of_them_all]", cost=0.02)
@phrase("stmt", r"[either] <or_cells> <duty> \( _at_least_some [_of_them_all] \)", cost=0.02)
@phrase("stmt", r"[either] <or_cells> <obliged> \( _at_least_some [_of_them_all] \)", cost=0.02)
@phrase("stmt", "_at_least_some _of_two_or_more <duty> : <cells>", cost=0.02)
@phrase("stmt", "_at_least_some _of_two_or_more <obliged> : <cells>", cost=0.02)
def some_must(*parts: Subjects | Predicate) -> Statement:
    """A or B must be filled (at least one)."""
    found = next(part for part in parts if isinstance(part, Subjects))
    told = next(part for part in parts if not isinstance(part, Subjects))
    return rule(about_all(told, some_of_two(found)))


@phrase("stmt", "[either] <or_cells> <obliged>", cost=0.05)
def either_needed(found: Subjects, told: Predicate) -> Statement:
    """A or B is required."""
    return rule(about_all(told, found))


@phrase("stmt", r"[either] <or_cells> _obliged [\( _at_least_some [_of_them_all] \)]", cost=0.1)
@phrase("stmt", "[either] <or_cells> _obliged , _at_least_some [_of_them_all]", cost=0.1)
def either_needed_shortly(found: Subjects) -> Statement:
    """A or B required (at least one)."""
    return either_needed(found, not_(Missing(of=IT)))


@phrase("feature", "at least [either] <or_cells>", cost=0.05)
def at_least_either(found: Subjects) -> Predicate:
    """At least an A or a B."""
    return about_all(not_(Missing(of=IT)), found)


# None without both --------------------------------------------------------------------------------


@phrase("rowvp", "(lack|lacks|lacked|miss|misses) both <and_cells>", cost=0.02)
@phrase("rel", "(lacking|missing) both <and_cells>", cost=0.02)
def lack_both(found: Subjects) -> Predicate:
    """Lack both A and B: neither is there."""
    return about_all(Missing(of=IT), found)


@phrase("stmt", "no <rows> _may be without both <cell> and <cell>", cost=0.05)
@phrase("stmt", "<rows> _must_not be without both <cell> and <cell>", cost=0.05)
def none_without_both(rows: RowSet, *cells: Value) -> Statement:
    """No order may be without both A and B."""
    return rule(not_(lack_both(Subjects(items=cells))), rows.table, rows.where)
