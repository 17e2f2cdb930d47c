"""Phrases for whether a value is there."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Any, Missing, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, Subjects, about_all, all_of, not_

phrase = Phrases()


# Presence -------------------------------------------------------------------------------------


@phrase(
    "adj",
    "(empty|blank|missing|null|absent|unknown|unset|nan|na|none)",
    "left (empty|blank|out|unfilled)",
)
@phrase(
    "adj",
    "(empty|blank) or (null|missing|blank|empty)",
    "(null|missing) or (empty|blank)",
    "not (given|filled|present|set|filled in|provided|known|recorded|available|populated)",
)
def empty() -> Predicate:
    """Nothing is there."""
    return Missing(of=IT)


@phrase("verb", "(have|has|contain|contains) [any] _empties")
def holds_empties() -> Predicate:
    """Empty cells are there."""
    return Missing(of=IT)


@phrase(
    "adj",
    "(filled|present|given|provided|set|populated|known|recorded|available|complete|nonempty|non-empty|non-null|specified|stated)",
)
@phrase("verb", "(have|has|contain|contains) no _empties")
@phrase(
    "adj",
    "filled (in|out)",
    "not (empty|blank|missing|null|absent|unknown)",
    "not left (empty|blank|out)",
    "not (null|empty|missing) or (empty|blank|null)",
)
@phrase("verb", "exist|exists", "have|has a value", "contain|contains a value", cost=0.2)
def filled() -> Predicate:
    """Something is there."""
    return not_(Missing(of=IT))


@phrase(
    "adj",
    "(missing|empty|blank|absent) nowhere",
    "nowhere (missing|empty|blank|absent|left out|left empty|left blank)",
    cost=0.05,
)
def nowhere_missing() -> Predicate:
    """Missing nowhere."""
    return not_(Missing(of=IT))


phrase.widen("_if", "everywhere | everywhere where")

# Needed ---------------------------------------------------------------------------------------

phrase.words(
    "_obliged",
    "required | mandatory | compulsory | needed | necessary | obligatory | a required field | a "
    "mandatory field | a compulsory field | a required column | a mandatory column | a required value "
    "| a mandatory entry | a must | indispensable | required fields | mandatory fields",
)


@phrase("duty", "<obliged>")
def obliged(told: Predicate) -> Predicate:
    """Is required, beside other duties."""
    return told


@phrase("stmt", "<all_subjects> <obliged>")
def all_needed(subjects: Subjects, told: Predicate) -> Statement:
    """City and branch are required; "neither is required" is no rule."""
    return rule(about_all(told, subjects))


@phrase("obliged", "_be [always] [both|all] _obliged", "_must be [both|all] _obliged", cost=0.05)
def needed() -> Predicate:
    """Is required: something is there. Not required is no rule, so this has no denial."""
    return filled()


@phrase("stmt", "<cell> : _obliged", cost=0.1)
def needed_colon(subject: Value) -> Statement:
    """email: required."""
    return rule(not_(Missing(of=subject)), subject=subject)


phrase.widen("_needs", "need | needs | require | requires")


@phrase("stmt", "<rows> _needs <feature>", cost=0.05)
def rows_need(found: RowSet, told: Predicate) -> Statement | None:
    """Every order needs a user; what orders do not need, they may have or not."""
    if isinstance(told, Missing):
        return None
    return rule(told, found.table, found.where)


@phrase("stmt", "(it|they) _needs <feature>", cost=0.05)
def it_needs(told: Predicate) -> Statement | None:
    """If …, it needs a gate; what it needs not, it may have or not."""
    return None if isinstance(told, Missing) else rule(told)


@phrase("stmt", "<rows> _needs <feature> and <feature>", cost=0.1)
def rows_need_both(found: RowSet, told: Predicate, other: Predicate) -> Statement | None:
    """Every order needs a user and a date; with "or" it is not clear what belongs together."""
    if isinstance(told, Any) or isinstance(other, Any):
        return None
    return rule(all_of(told, other), found.table, found.where)
