"""Phrases for what a value, or a pair of values, must be."""

from __future__ import annotations

from typing import Any as Anything

from backend.planner.offline.phrases.sentences.nouns import is_tally
from backend.planner.offline.phrases.sentences.rules import implication, narrowed, rule
from backend.rules.language.terms import (
    All,
    Any,
    Compare,
    Missing,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    about_all,
    compare,
    not_,
)

phrase = Phrases()


# Duties of a value ----------------------------------------------------------------------------


@phrase("stmt", "<expr> <duty>", "_each <expr> <duty>", "<formula> <duty>", cost=0.0)
def value_duty(subject: Value, duty: Predicate) -> Statement:
    """The price must be positive."""
    return rule(about(duty, subject), subject=subject)


@phrase(
    "stmt",
    "no <expr> _may be <adj>",
    "no <expr> _may <verb>",
    "no <expr> _be <adj>",
    "no <expr> _may ever be <adj>",
    "no <expr> <verb>",
    cost=0.0,
)
def no_value(subject: Value, told: Predicate) -> Statement:
    """No price may be negative."""
    return rule(not_(about(told, subject)), subject=subject)


@phrase("stmt", "<subjects> <must_do>", "_each <subjects> <must_do>")
@phrase("stmt", "<all_subjects> <must_not_do>", "<some_subjects> <must_not_do>")
@phrase("stmt", "<no_subject> _may be <adj>", "<no_subject> _may <verb>")
@phrase("stmt", "<subjects> <vp>", "<subjects> (both|all) _be <adj>", cost=0.3)
@phrase("stmt", "<all_subjects> _be (both|all) <adj>", "<all_subjects> (both|all) <verb>", cost=0.3)
def values_duty(subjects: Subjects, duty: Predicate) -> Statement:
    """Style and ABV must be filled."""
    return rule(about_all(duty, subjects))


@phrase("ends_in_only", "<expr> [value|values] _may be <adj> only", cost=0.4)
@phrase("ends_in_only", "<expr> _may only be <adj>")
@phrase("stmt", "<expr> _may be <adj> , nothing else")
@phrase("stmt", "<expr> _may be nothing but <adj>", "<expr> _may be <adj> and nothing else")
def value_may_only(subject: Value, told: Predicate) -> Statement | None:
    """Status can be open or paid only; "may only be filled" waits for its "if"."""
    if any(isinstance(part, Missing) for part in walk(told)):
        return None
    return rule(about(told, subject), subject=subject)


@phrase("hint", "<ends_in_only> [.]")
@phrase("stmt", "_if <clauses> [,|:] [then] <ends_in_only>", "_ensure <ends_in_only>")
def closed_by_only(*parts: Anything) -> Statement | None:
    """What "only" closes: a condition behind it would be what "only if" asks for."""
    told: Statement = parts[-1]
    return told if len(parts) == 1 else implication(*parts)


@phrase("stmt", "(for|in|among|within|on|of) <rows> [,] <ends_in_only>", cost=0.05)
def of_rows_only(found: RowSet, told: Statement) -> Statement | None:
    """For lost parcels the status may only be open."""
    return narrowed(told, found)


@phrase(
    "stmt",
    "(every|each|any|all|all the|a|the) _known <expr> [values] <duty>",
    "_known <expr> [values] <duty>",
    "<expr> [,] _if (known|recorded|given|present|filled|there|set|it is given|it is present) [,] <duty>",
)
def known_value(subject: Value, duty: Predicate) -> Statement:
    """Every known price must be positive."""
    return rule(about(duty, subject), where=not_(Missing(of=subject)), subject=subject)


phrase.words(
    "_known",
    "known | recorded | given | filled | filled-in | non-empty | present | existing | stated | "
    "available | non-missing | nonempty | non-null",
)


@phrase(
    "stmt",
    "[any] <expr> <adj> (requires|require|needs|need|calls for|demands|implies) <feature>",
    cost=0.05,
)
def value_requires(subject: Value, told: Predicate, needed: Predicate) -> Statement:
    """A score above 20 requires a phone."""
    return rule(needed, where=about(told, subject), subject=subject)


@phrase(
    "stmt",
    "<cell> (requires|require|needs|need) <cell>",
    cost=0.1,
)
@phrase("stmt", "<cell> without <cell> _be _wrong", cost=0.6)
@phrase("stmt", "<cell> (may|can) only be (given|filled|set) [together] with <cell>", cost=0.1)
def cell_requires(subject: Value, needed: Value) -> Statement:
    """A city requires a country."""
    filled = not_(Missing(of=subject))
    return rule(not_(Missing(of=needed)), where=filled, subject=subject)


@phrase(
    "stmt", "<cell> (required|mandatory)", "there (must|should) be no _empties in <cell>", cost=0.05
)
@phrase("stmt", "there are no _empties in <cell>", "no _empties in <cell>", cost=0.05)
@phrase("stmt", "(missing|empty|blank|null) <cell> [values] _be _wrong", cost=0.05)
def cell_required(subject: Value) -> Statement:
    """Ward required."""
    return rule(not_(Missing(of=subject)), subject=subject)


@phrase("stmt", "<clauses>", cost=0.4)
@phrase("stmt", "<clause>", cost=0.35)
def said(condition: Predicate) -> Statement | None:
    """A formula that should hold."""
    parts = condition.parts if isinstance(condition, All | Any) else (condition,)
    return rule(condition) if all(isinstance(part, Compare) for part in parts) else None


@phrase(
    "stmt",
    "<expr> (of|in|for|on) <rows> <duty>",
    "_each <expr> (of|in|for|on) <rows> <duty>",
    "<rows> 's <expr> <duty>",
    cost=0.1,
)
def value_of_rows(*parts: Anything) -> Statement | None:
    """The price of paid orders must be positive."""
    found = next(part for part in parts if isinstance(part, RowSet))
    subject, duty = (part for part in parts if not isinstance(part, RowSet))
    told = about(duty, subject)
    return rule(told, found.table, found.where, subject)


@phrase("stmt", "<expr> <rows> <duty>", cost=0.1)
def value_beside_rows(subject: Value, rows: RowSet, duty: Predicate) -> Statement | None:
    """The fare trips of 2024 must be positive."""
    return None if is_tally(subject) else value_of_rows(subject, rows, duty)


@phrase("stmt", "<allowed>")
def allowed_values(told: Predicate) -> Statement:
    """Allowed values for status are open and paid."""
    return rule(told)


@phrase("stmt", "<formula> _must be <cell>", "<formula> _be <cell>", cost=0.1)
def formula_is(left: Value, right: Value) -> Statement:
    """Total minus fee must be price."""
    return rule(compare(left, "==", right))


@phrase("stmt", "<cell> : <adj>", cost=0.2)
def value_colon(subject: Value, told: Predicate) -> Statement:
    """Code: two letters, then two digits."""
    return rule(about(told, subject), subject=subject)


@phrase("stmt", "<pair_duty>")
def pair_duty(told: Predicate) -> Statement:
    """A and B must be in the same month."""
    return rule(told)
