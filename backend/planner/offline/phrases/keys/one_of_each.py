"""Phrases for one row of each kind: a driver has at most one rental per pickup date."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.group_claims import Many, holds, of_groups
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import Cell, Compare, Constant
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    compare,
    number,
)

phrase = Phrases()

phrase.words(
    "_it_happens",
    "(they|it|that|this) [do|does|is|are|happens|happen|has happened] | (any|one) does | there is one | there are any",
)
phrase.words("_show_every_one", "(flag|report|show|list) (all|both|every one|each)")


@phrase(
    "stmt",
    "(<each_group>|<keys>) [_must|may|can] [only] _has_many <many> _on_same <keys>",
    cost=0.1,
)
def one_on_same(first: Keys, told: Many, second: Keys) -> Statement | None:
    """A driver starts at most one rental per pickup date."""
    cells = (*first, *second)
    if len(set(cells)) < len(cells) or not all(isinstance(cell, Cell) for cell in cells):
        return None
    if not allows(told.bound):
        return None
    if _is_at_most_one(told.bound):
        return unique_among(told.rows, Subjects(items=cells))  # type: ignore[arg-type]
    claim = holds(told)
    return None if claim is None else of_groups(cells, claim)


@phrase(
    "stmt",
    "no <keys> [_may] _has_many (two|more than one|several|two or more|a second) <rows> _on_same <keys>",
    cost=0.1,
)
@phrase(
    "stmt",
    "(<keys>|<each_group>) (_must_not|never) _has_many (two|more than one|several|two or more|a second) <rows> _on_same <keys>",
    cost=0.1,
)
def no_two_on_same(first: Keys, rows: RowSet, second: Keys) -> Statement | None:
    """No driver may have two rentals on one pickup date."""
    return one_on_same(first, Many(compare(IT, "<=", number(1)), rows), second)


phrase.words(
    "_a_given", "for (a|any|one|the same|each|every) [given] | per | for the same | with the same"
)
phrase.words(
    "_one_at_most",
    "a single | only one | just one | at most one | never more than one | no more than one | not more than one | "
    "exactly one | one single",
)


@phrase("stmt", "_a_given <and_cells> [,] _there_is _one_at_most <noun>", cost=0.1)
@phrase("stmt", "_a_given <and_cells> [,] there (may|can) [only] be _one_at_most <noun>", cost=0.1)
def one_for_given(key: Subjects, rows: RowSet) -> Statement | None:
    """For a given pupil, subject and date there is a single mark."""
    return unique_among(rows, key) if rows.where is None and not rows.each else None


def _is_at_most_one(bound: object) -> bool:
    limit = bound.right if isinstance(bound, Compare) else None
    if not isinstance(bound, Compare) or not isinstance(limit, Constant):
        return False
    return (bound.sign, limit.value) in (("<=", 1), ("<", 2))


phrase.words(
    "_on_same",
    "per | (on|in|for|at|within|under|of|with|from) (each|every|any|any one|one|the same|a|an|one and the same|any given|a given)",
)


@phrase(
    "remark",
    "_once _it_happens [,|then] _show_every_one [of them]",
    "(flag|report|show|list) (all|both|every one|each) of them [, please]",
    cost=0.02,
)
def all_of_them() -> Modifier:
    """If they do, flag all of them."""
    return remark("keep-none")
