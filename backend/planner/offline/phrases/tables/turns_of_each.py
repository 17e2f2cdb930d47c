"""Phrases for turns whose owner is told first: a hire of a bike that starts before the previous one has ended."""

from __future__ import annotations

from backend.planner.offline.phrases.tables.related_turns import must_not_before
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_of_any_thing", "(of|for|with|on) (a|an|any|one|each|every|the same|some) | (of|for|with|on)"
)


@phrase("bare_turn", "_sets_in before _the_prior (one|ones|<noun>) _came_to_end")
@phrase("bare_turn", "_sets_in while _the_prior (one|ones|<noun>) _still_going")
@phrase("bare_turn", "_sets_in before [the] end of _the_prior (one|ones|<noun>)")
def bare_turn(*rows: RowSet) -> RowSet | None:
    """Starts before the previous one has ended."""
    found = next(iter(rows), RowSet())
    return found if found.where is None else None


@phrase(
    "stmt", "_flag [_each|any|all] <noun> _of_any_thing <keys> [that|which] <bare_turn>", cost=0.02
)
@phrase("stmt", "[_each|any|all] <noun> _of_any_thing <keys> _must_not <bare_turn>", cost=0.02)
@phrase("stmt", "no <noun> _of_any_thing <keys> _may <bare_turn>", cost=0.02)
@phrase("stmt", "(does|do|did) any <noun> _of_any_thing <keys> <bare_turn> [?]", cost=0.02)
def turns_of_each(rows: RowSet, keys: Keys, others: RowSet) -> Statement | None:
    """Flag hires of a bike that start before the previous one has ended."""
    return must_not_before(rows, (others, keys)) if rows.where is None else None


@phrase(
    "stmt",
    "_flag [_each|any|all] <noun> _of_any_thing <keys> [that|which] <before_prior>",
    cost=0.02,
)
@phrase("stmt", "[_each|any|all] <noun> _of_any_thing <keys> _must_not <before_prior>", cost=0.02)
@phrase("stmt", "no <noun> _of_any_thing <keys> _may <before_prior>", cost=0.02)
def turns_of_same(rows: RowSet, keys: Keys, found: tuple[RowSet, Keys]) -> Statement | None:
    """Flag hires of a bike that start before the previous hire of that bike has ended."""
    return must_not_before(rows, found) if rows.where is None and keys == found[1] else None
