"""Phrases for what happens on a day of the week, and for the column by which it is told.

Is anyone planned on a Sunday? Go by the date in day, not by the weekday column.
"""

from __future__ import annotations

from backend.planner.offline.ordering import ON_DAY
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Predicate, Term, Value
from backend.rules.language.walk import rewrite
from backend.rules.phrasing import Modifier, Phrases, Statement, not_

phrase = Phrases()

# Which rows ---------------------------------------------------------------------------------------

phrase.words(
    "_at_it",
    "planned | scheduled | rostered | booked | put down | down | due | on duty | at work | on shift | on the plan | "
    "on the roster | on the schedule | working | held | entered | recorded | registered | done | made | placed | there",
)
phrase.words(
    "_takes_place",
    "(is|are|be|was|were|been) [_at_it] | (work|works|worked) | (take|takes|took) place | (happen|happens|happened) | "
    "(occur|occurs|occurred)",
)


# Dearer than a column of that name, of which it would be told.
@phrase("rowvp", "_takes_place (on|at|for) [a|an|the|any] <on_days>", cost=0.5)
@phrase("rowvp", "(fall|falls|fell|lie|lies|land|lands) on [a|an|the|any] <on_days>", cost=0.5)
@phrase("rel", "[_at_it|made|that _takes_place] (on|at) [a|an|the|any] <on_days>", cost=0.5)
def on_such_a_day(told: Predicate) -> Predicate:
    """Is planned on a Saturday or Sunday."""
    return told


phrase.words("_a_soul_or_thing", "anyone | anybody | someone | somebody | anything | something")


@phrase(
    "stmt",
    "(is|are|was|were) _a_soul_or_thing [ever] _at_it (on|at) [a|an|any] <on_days> [?]",
    cost=0.5,
)
def is_it_such_a_day(told: Predicate) -> Statement:
    """Is anyone planned on a Saturday or Sunday?"""
    return rule(not_(told))


# By which column ----------------------------------------------------------------------------------

phrase.words(
    "_judge_by",
    "go by | going by | judge by | judge it by | decide by | use | use only | using | look at | look only at | rely on | take | "
    "check | base it on | base this on | based on | determine it from | determine this from | work it out from | "
    "[this|that|it|which] (counts|matters|decides|is decided by|is told by|is determined by|is taken from|is worked out from)",
)
phrase.words(
    "_entry_in", "(date|dates|day|days|value|values|time|times|entry|entries) (in|of|from|under)"
)
phrase.words("_and_not", "(not|never|rather than|instead of|and not|but not) [by|at|on|from]")


@phrase("told_by", "_judge_by [_entry_in] <cell> [column] [alone|only]")
def told_by(by: Value) -> Modifier | None:
    """Go by the date in day."""
    return remark("told-by", values=(by,)) if isinstance(by, Cell) else None


@phrase("told_by", "<told_by> [,] _and_not [_entry_in] <cell> [column]")
def told_by_rather(told: Modifier, other: Value) -> Modifier | None:
    """Go by the date in day, not by weekday."""
    is_one = isinstance(other, Cell) and len(told.values) == 1 and other != told.values[0]
    return told.model_copy(update={"values": (*told.values, other)}) if is_one else None


@phrase("stmt", "<stmt> (.|?|;|,|-|–|:) [and|but] <told_by>", cost=0.1)
@phrase("stmt", r"<stmt> \( <told_by> \)", cost=0.1)
def by_that_column(found: Statement, told: Modifier) -> Statement:
    """No shift on a Sunday. Go by the date in day, not by weekday: the rule reads the one alone."""
    by = told.values[0]

    def named(part: Term) -> Term | None:
        return by if isinstance(part, Cell) and part.column == ON_DAY else None

    rule = rewrite(found.rule, named)
    return found.model_copy(update={"rule": rule, "remarks": (*found.remarks, told)})
