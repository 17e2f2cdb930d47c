"""Phrases for what rows share with each other, and for two denials in one breath."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.nouns import took
from backend.rules.duplicate_phrases import unique_among, unique_within
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Value
from backend.rules.metric_groups import Keys, per_group
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()


# Denials --------------------------------------------------------------------------------------


@phrase("vp", "_be (never|not) <adj> (and|nor) (never|not) <adj>", cost=-0.25)
@phrase("must_not_do", "_must_not be <adj> [,] (and|nor|but) (never|not) <adj>", cost=-0.25)
def twice_denied(one: Predicate, other: Predicate) -> Predicate:
    """Never negative and never above 20."""
    return all_of(not_(one), not_(other))


@phrase(
    "adj",
    "(the same as|equal to|identical to|identical with) <cell> or [the same as|equal to] <cell>",
    cost=0.02,
)
def same_as_either(one: Value, other: Value) -> Predicate | None:
    """Never the same as judge_1 or judge_3."""
    return None if one == other else any_of(compare(IT, "==", one), compare(IT, "==", other))


# What rows bear and share -----------------------------------------------------------------------

phrase("rowvp", "(pay|pays|receive|receives|charge|charges|owe|owes) <feature>", cost=0.3)(took)


@phrase(
    "stmt",
    "(nobody|no one|no-one) (shares|share) [a|an|the same|the|one] <key> with another <noun>",
    "(nobody|no one|no-one) (has|uses) the same <key> as another <noun>",
    "no <noun> (shares|has) [a|an|the same|the|one] <key> with another <noun>",
    "no <noun> (has|uses) the same <key> as another <noun>",
    cost=0.04,
)
def shared_with_none(*parts: object) -> Statement | None:
    """Nobody shares a phone with another member."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    if len(set(rows)) > 1:
        return None
    return unique_among(rows[0], next(part for part in parts if not isinstance(part, RowSet)))


@phrase(
    "stmt",
    "_flag [any|all|every|each] <keys> _held_by <count_bound> [different|distinct] <cell>",
    "no <keys> (may be|is|are) _held_by <count_bound> [different|distinct] <cell>",
    cost=0.06,
)
def held_by_many(by: Keys, bound: Predicate, of: Value) -> Statement | None:
    """List lockers used by more than one member."""
    is_upper = getattr(bound, "sign", "") in (">", ">=")
    if not isinstance(of, Cell) or of in by or not is_upper:
        return None
    return per_group(by, not_(about(bound, Aggregate(measure=Measure.DISTINCT, of=of, table=""))))


@phrase(
    "stmt",
    "_flag <rows> whose <cell> (occurs|appears|is used|comes up|exists) _repeatedly _in_one (the same|one|a single|any one) <cell>",
    "_flag <cell> that (occur|occurs|appear|appears|are used) _repeatedly _in_one (the same|one|a single|any one) <cell>",
    cost=0.04,
)
def again_within(*parts: object) -> Statement | None:
    """List beers whose name occurs more than once within the same brewery."""
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    found, within = (part for part in parts if not isinstance(part, RowSet))
    told = unique_within(found, within)
    if told is None:
        return None
    fresh = {"table": rows.table or told.rule.table, "where": rows.where}
    return told.model_copy(update={"rule": told.rule.model_copy(update=fresh)})
