"""Phrases for how large a part of a column's values differ: at least 90% of the answers must be distinct."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.distinct_parts import part_that_differs
from backend.rules.language.terms import Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import Phrases, Statement, about

phrase = Phrases()

phrase.words(
    "_unlike_others",
    "distinct | different from each other | different from one another | distinct from each other",
)


@phrase("part_of_values", "<share_bound> of [all] [the] <cell> (values|entries)")
@phrase("part_of_values", "<share_bound> of [all] [the] (values|entries) (in|of) <cell>")
@phrase("part_of_values", "<share_bound> of [all] <cell>", cost=0.1)
def part_of_values(bound: Predicate, of: Value) -> tuple[Predicate, Value]:
    """At least 90% of the wave1 values."""
    return bound, of


@phrase("stmt", "<part_of_values> _must be _unlike_others", cost=0.02)
@phrase("stmt", "<part_of_values> (is|are) _unlike_others", cost=0.1)
def must_differ(found: tuple[Predicate, Value]) -> Statement | None:
    """At least 90% of the wave1 values must be distinct."""
    bound, of = found
    part = part_that_differs(of, of)
    return None if part is None else statement(about(bound, part))


@phrase("stmt", "<part_of_values> (may|can) be _unlike_others", cost=0.02)
def may_differ(found: tuple[Predicate, Value]) -> Statement | None:
    """At most half of the wave1 values may be distinct."""
    return must_differ(found) if allows(found[0]) else None


@phrase("stmt", "<cell> _must be <share_bound> distinct", cost=0.02)
def must_differ_by(of: Value, bound: Predicate) -> Statement | None:
    """The answers must be at least 90% distinct."""
    return must_differ((bound, of))
