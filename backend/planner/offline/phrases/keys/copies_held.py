"""Phrases for how many copies a group holds, and for what a pair may do but once.

A store holds at most four copies of the same film: so many rows for each of both. A member may
review a book only once: no two rows of both.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.duplicate_phrases import unique
from backend.rules.language.terms import Cell, Predicate
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import Keys, group_count, no_group
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects

phrase = Phrases()

# So many copies of one thing --------------------------------------------------------------------------

phrase.words(
    "_stocks",
    "hold | holds | have | has | own | owns | stock | stocks | keep | keeps | carry | carries",
)
phrase.words("_copies_of", "(copies|copy|pieces|exemplars|specimens) (of|for|with)")
phrase.words("_rows_held_of", "(rows|entries) (of|for|with)")
phrase.words(
    "_one_and_same_copies",
    "the same | one | one and the same | any one | a | an | any | each | every | a single",
)


class Held(NamedTuple):
    """How many of one thing there may be: copies, or rows by that very name."""

    bound: Predicate
    of: Cell
    is_rows: bool


@phrase("copies_bound", "<count_bound> _copies_of _one_and_same_copies <cell>")
def copies_bound(bound: Predicate, of: Cell) -> Held | None:
    """At most four copies of the same film."""
    return Held(bound, of, is_rows=False) if isinstance(of, Cell) else None


@phrase("copies_bound", "<count_bound> _rows_held_of _one_and_same_copies <cell>")
def rows_bound(bound: Predicate, of: Cell) -> Held | None:
    """At most four entries with the same film."""
    return Held(bound, of, is_rows=True) if isinstance(of, Cell) else None


def _held(keys: Keys, told: Held, *, is_denied: bool) -> Statement | None:
    if told.of in keys:
        return None
    by, found = (*keys, told.of), None
    if not is_denied and allows(told.bound):
        found = group_count(by, told.bound, RowSet())
    elif is_denied and getattr(told.bound, "sign", "") in (">", ">="):
        found = no_group(by, told.bound, RowSet())
    if found is None or told.is_rows:
        return found
    return found.model_copy(update={"remarks": (*found.remarks, remark("row-each"))})


@phrase("stmt", "<each_group> (may|can|must|should) [only] _stocks <copies_bound>", cost=0.05)
@phrase("stmt", "<each_group> _stocks <copies_bound>", cost=0.06)
@phrase("stmt", "<by_group> [,] there (may|can|must|should) be <copies_bound>", cost=0.05)
@phrase("stmt", "there (may|can|must|should) be <copies_bound> <by_group>", cost=0.05)
def holds_copies(*parts: Any) -> Statement | None:
    """A store may hold at most four copies of the same film."""
    told = next(part for part in parts if isinstance(part, Held))
    keys = next(part for part in parts if not isinstance(part, Held))
    return _held(keys, told, is_denied=False)


@phrase("stmt", "no <keys> (_stocks|_may _stocks) <copies_bound>", cost=0.05)
@phrase("stmt", "<each_group> _must_not _stocks <copies_bound>", cost=0.05)
@phrase("stmt", "(in|at) no <keys> (may|can|must|should) there be <copies_bound>", cost=0.05)
def holds_no_more_copies(keys: Keys, told: Held) -> Statement | None:
    """No store holds more than four copies of the same film."""
    return _held(keys, told, is_denied=True)


# What a pair does but once ----------------------------------------------------------------------------

phrase.words(
    "_does_with",
    "review | rate | rent | borrow | buy | book | order | take | join | visit | attend | enter | own | use | get | receive | teach | "
    "study | play | win | enrol in | enroll in | register for | sign up for | apply for | vote for | vote on | vote in | work on | work in | "
    "work for | belong to | be in | be on | be part of | be assigned to | be added to | be linked to | be enrolled in | be enrolled on | "
    "be registered for | be booked on | be booked for | be listed for | be listed under | be listed on | be listed in | be entered for | be "
    "entered in | appear in | appear on | occur in | occur on | be put on | be put in | be credited on | be credited for | be credited in | "
    "star in | act in | have | hold | be given | be awarded | be sold to",
)
phrase.words(
    "_but_once",
    "[only] _at_most_once | only one time | once at most | at most one time | once only | a single time",
)


def _pair(first: object, second: object) -> Statement | None:
    is_told = isinstance(first, Cell) and isinstance(second, Cell)
    return unique(Subjects.model_validate({"items": (first, second)})) if is_told else None


@phrase(
    "stmt",
    "[_each|a|an|one] <cell> (may|can|must|should) [only] _does_with _one_and_same_copies <cell> _but_once",
    "[_each|a|an|one] <cell> (may|can|must|should) _does_with _one_and_same_copies <cell> at most once",
    "[_each|a|an|one] <cell> (may|can|must|should) _does_with the same <cell> once [only]",
    "[_each|a|an|one] <cell> (may|can|must|should) only _does_with _one_and_same_copies <cell> once",
    "[_each|a|an|one] <cell> _must_not _does_with _one_and_same_copies <cell> _oftener",
    "no <cell> _may _does_with _one_and_same_copies <cell> _oftener",
    "<nobody> _may _does_with the same <cell> _oftener",
    cost=0.06,
)
def does_once(first: Any, second: Any) -> Statement | None:
    """A member may review a book only once."""
    return None if first == second else _pair(first, second)


phrase.words(
    "_set_down_copies",
    "listed | entered | recorded | given | booked | used | sold | named | put | shown | assigned | registered | linked | added",
)
phrase.words(
    "_within_same",
    "(for|on|in|at|under|within|to|with) _one_and_same_copies | per | (for|on|in|to) the same",
)


@phrase(
    "stmt",
    "[the same|_each|a|an|one and the same] <cell> _must_not (appear|occur|show up|turn up|come up|be _set_down_copies) _oftener _within_same <cell>",
    "no <cell> _may (appear|occur|show up|turn up|come up|be _set_down_copies) _oftener _within_same <cell>",
    "[the same|_each|a|an] <cell> (may|can|must|should) [only] (appear|occur|show up|turn up|come up|be _set_down_copies) _but_once _within_same <cell>",
    "[the same|_each|a|an] <cell> (may|can|must|should) only (appear|occur|show up|turn up|come up|be _set_down_copies) once _within_same <cell>",
    "[the same|_each|a|an] <cell> (never|must never|may never) (appears|occurs|appear|occur) _oftener _within_same <cell>",
    cost=0.06,
)
def there_once(first: Any, second: Any) -> Statement | None:
    """The same product must not appear twice on one order."""
    return None if first == second else _pair(first, second)


# Two of them that are alike ---------------------------------------------------------------------------


@phrase(
    "stmt",
    "no <cell> (has|have|_may have|holds|_may hold) (two|several) <noun> with the same <cell>",
    "no two <noun> (of|in|on|at|for|from) (one|the same|a|an|any|any one) <cell> (_may|may|can|must|should) (have|share|carry|bear) (the same|a|one) <cell>",
    "no two <noun> (of|in|on|at|for|from) (one|the same|a|an|any|any one) <cell> (have|share|carry|bear) (the same|a|one) <cell>",
    "two <noun> (of|in|on|at|for|from) (one|the same|a|an|any|any one) <cell> _must_not (have|share|carry|bear) the same <cell>",
    cost=0.05,
)
def alike_within(*parts: Any) -> Statement | None:
    """No two books of one publisher share a title."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    first, second = (part for part in parts if not isinstance(part, RowSet))
    told = None if first == second or rows.where is not None else _pair(first, second)
    if told is None or not rows.table:
        return None
    return told.model_copy(update={"rule": told.rule.model_copy(update={"table": rows.table})})
