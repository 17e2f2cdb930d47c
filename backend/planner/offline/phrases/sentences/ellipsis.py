"""Phrases that name a second column and leave out what was said of the first: filled, or empty.

Wherever one column has a value, another must have one as well; flag rows where one is filled and
the other is not.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Compare, Missing, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, all_of, not_

phrase = Phrases()


class Held(NamedTuple):
    """A column that is filled, or is empty."""

    of: Cell
    is_filled: bool

    def told(self) -> Predicate:
        """As a condition."""
        return _state(self.of, is_filled=self.is_filled)


def _state(of: Cell, *, is_filled: bool) -> Predicate:
    gap = Missing(of=of)
    return not_(gap) if is_filled else gap


phrase.words(
    "_it_has", "has | have | holds | hold | carries | carry | contains | contain | shows | show"
)
phrase.words("_likewise", "as well | too | also | likewise | in turn")
phrase.words(
    "_whenever",
    "if | when | whenever | where | wherever | once | as soon as | in (rows|every row|each row|all rows) (where|in which) | "
    "for (rows|every row|each row|all rows) (where|in which) | in case",
)

# The first of them ------------------------------------------------------------------------------


@phrase("held_value", "<cell> _it_has (a value|an entry|any value|some value|something [in it])")
@phrase("held_value", "there (is|are) [a|an|any] (value|entry) (in|for|under) <cell>")
@phrase(
    "held_value",
    "<cell> (is|are) [already] (filled|filled in|given|populated|entered|provided|there|set|present)",
)
def held(of: Value) -> Held | None:
    """The shorter column has a value."""
    return Held(of, is_filled=True) if isinstance(of, Cell) else None


@phrase("held_value", "<cell> _it_has (no value|no entry|nothing [in it])")
@phrase("held_value", "there (is|are) no (value|entry) (in|for|under) <cell>")
@phrase(
    "held_value",
    "<cell> (is|are) [left] (empty|blank|missing|not filled|not filled in|not given|not provided|not set)",
)
def not_held(of: Value) -> Held | None:
    """The shorter column has no value."""
    return Held(of, is_filled=False) if isinstance(of, Cell) else None


# The second must have one -----------------------------------------------------------------------


@phrase("must_hold", "<cell> _must [_likewise] have (one|a value) [_likewise]")
@phrase("must_hold", "<cell> [_likewise] (needs|need|requires|require) (one|a value) [_likewise]")
@phrase("must_hold", "there _must [_likewise] be (one|a value) (in|for|under) <cell> [_likewise]")
def must_hold(of: Value) -> Held | None:
    """The other must have one as well."""
    return held(of)


@phrase(
    "must_hold",
    "<cell> _must have none [either]",
    "<cell> _must_not have (one|a value) [either|_likewise]",
)
@phrase("must_hold", "there _must be none (in|for|under) <cell>")
def must_not_hold(of: Value) -> Held | None:
    """The other must have none."""
    return not_held(of)


phrase.words("_then_so", "[,|:] [then]")


@phrase("stmt", "_whenever <held_value> _then_so <must_hold>", cost=-0.15)
def holds_with(first: Held, second: Held) -> Statement | None:
    """Wherever one column has a value, another must have one as well."""
    if first.of == second.of:
        return None
    return rule(second.told(), first.of.table, first.told())


@phrase("stmt", "<must_hold> [,] _whenever <held_value>", cost=-0.15)
def holds_when(second: Held, first: Held) -> Statement | None:
    """Another must have a value wherever one has."""
    return holds_with(first, second)


@phrase("stmt", "_whenever <held_value> _then_so so _must <cell> [be]", cost=0.02)
@phrase("stmt", "_whenever <held_value> _then_so so _must be <cell>", cost=0.02)
@phrase("stmt", "_whenever <held_value> _then_so <cell> _must be [so] _likewise", cost=0.02)
@phrase("stmt", "_whenever <held_value> _then_so <cell> _must _likewise [be]", cost=0.02)
def so_must(first: Held, of: Value) -> Statement | None:
    """Wherever one is filled, so must be the other."""
    return holds_with(first, Held(of, first.is_filled)) if isinstance(of, Cell) else None


@phrase("stmt", "<cell> _must have (a value|an entry) _whenever <cell> (has one|does)", cost=0.02)
def must_where(of: Value, first: Value) -> Statement | None:
    """The other must have a value wherever one has one."""
    are_cells = isinstance(of, Cell) and isinstance(first, Cell)
    return holds_with(Held(first, True), Held(of, True)) if are_cells else None  # type: ignore[arg-type]


@phrase(
    "stmt",
    "<cell> (may|can) only have (a value|an entry) _whenever <cell> (has one|does)",
    cost=0.02,
)
@phrase(
    "stmt",
    "<cell> (may|can) have (a value|an entry) only _whenever <cell> (has one|does)",
    cost=0.02,
)
def may_only_where(of: Value, first: Value) -> Statement | None:
    """One may have a value only where the other has one: so the other must."""
    return must_where(first, of)


# The second is otherwise ------------------------------------------------------------------------

phrase.words(
    "_and_yet", "and | but | while | whereas | yet | , and | , but | , while | , whereas | and yet"
)


@phrase(
    "clauses",
    "<held_value> _and_yet <cell> (is|are) not",
    "<held_value> _and_yet not <cell>",
    cost=0.02,
)
def is_not(first: Held, of: Value) -> Predicate | None:
    """One is filled and the other is not."""
    if not isinstance(of, Cell) or of == first.of:
        return None
    return all_of(first.told(), _state(of, is_filled=not first.is_filled))


@phrase(
    "clauses",
    "<held_value> _and_yet <cell> (has none|have none|has not|does not [have one]|lacks one)",
    cost=-0.05,
)
def has_none(first: Held, of: Value) -> Predicate | None:
    """One has a value and the other has none."""
    return is_not(first, of) if first.is_filled else None


@phrase("clauses", "<held_value> _and_yet <cell> (has one|have one|does [have one])", cost=-0.05)
def has_one(first: Held, of: Value) -> Predicate | None:
    """One has no value and the other has one."""
    return None if first.is_filled else is_not(first, of)


@phrase("clauses", "<cell> (is|are|was|were) <adj> _and_yet <cell> (is|are|was|were) not", cost=0.1)
def is_so_and_not(first: Value, told: Predicate, of: Value) -> Predicate | None:
    """One is above 0 and the other is not; "one is North and the other is not" may be empty."""
    is_bound = isinstance(told, Compare) and told.sign in ("<", "<=", ">", ">=")
    return (
        None if first == of or not is_bound else all_of(about(told, first), not_(about(told, of)))
    )
