"""Phrases for what stands at one end of a text or at both: starts or ends with a digit, or both."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.patterns import ends_with_pieces, starts_with_pieces
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, It, Matches, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, all_of, any_of, not_

phrase = Phrases()

_START, _END = "start|starts|begin|begins", "end|ends|stop|stops|finish|finishes"

phrase.words("_one_of_that", "one | one too | one as well | the same | it")


def _ends(told: Any) -> tuple[Predicate, ...]:
    """Standing at the beginning, and at the end; of marks alone nothing."""
    if isinstance(told, Constant):
        ways = (How.STARTS, How.ENDS)
        return tuple(Matches(of=It(), how=how, text=str(told.value)) for how in ways)
    found = (starts_with_pieces(told), ends_with_pieces(told))
    return tuple(part for part in found if part is not None)


@phrase(
    "verb",
    f"[either] ({_START}) or ({_END}) (with|in) <pieces> [,] [_or_both]",
    f"[either] ({_END}) or ({_START}) (with|in) <pieces> [,] [_or_both]",
    f"[either] ({_START}) with <pieces> [,] or ({_END}) (with|in) _one_of_that [_or_both]",
    f"[either] ({_START}) with <pieces> [,] ({_END}) (with|in) _one_of_that [,] _or_both",
    f"[either] ({_END}) with <pieces> [,] [or] ({_START}) with _one_of_that [,] [_or_both]",
    cost=0.05,
)
@phrase("verb", f"[either] ({_START}) or ({_END}) with <text_value> [,] _or_both", cost=0.05)
def at_either_end(told: Any) -> Predicate | None:
    """Starts with a digit, ends with one, or both."""
    ends = _ends(told)
    return any_of(*ends) if ends else None


@phrase(
    "verb",
    "(have|has|bear|bears|show|shows) <pieces> at _its_beginning or [at] [its|the] end [,] [_or_both]",
    "(have|has|bear|bears|show|shows) <pieces> at [its|the] end or [at] _its_beginning [,] [_or_both]",
    "(have|has|bear|bears|show|shows) <pieces> (at|on) (either|at least one) end",
    cost=0.05,
)
def there_at_an_end(told: Any) -> Predicate | None:
    """Has a digit at the beginning or at the end."""
    return at_either_end(told)


phrase.words("_its_beginning", "[its|the] (beginning|start|front)")


@phrase(
    "stmt",
    "[either] [the] first or [the] last _chars of [each|every|any] <cell> _must be <pieces> [,] [_or_both]",
    "(one of|at least one of) [the] first and [the] last _chars of [each|every|any] <cell> _must be <pieces>",
    cost=0.05,
)
def first_or_last_is(of: Value, told: Any) -> Statement | None:
    """Either the first or the last character must be a digit."""
    found = at_either_end(told)
    return None if found is None else rule(about(found, of), subject=of)


@phrase("verb", f"({_START}) with <pieces> [,] [or] ({_END}) with <pieces> [,] _or_both", cost=0.02)
@phrase(
    "verb",
    f"({_START}) with <text_value> [,] [or] ({_END}) with <text_value> [,] _or_both",
    cost=0.02,
)
def one_or_the_other(one: Any, other: Any) -> Predicate | None:
    """Starts with a digit, ends with a letter, or both."""
    first, last = _ends(one), _ends(other)
    return any_of(first[0], last[1]) if first and last else None


@phrase("must_do", f"_must ({_START}) with <pieces> [,] or [it] _must ({_END}) with <pieces>")
def must_one_or_the_other(one: Any, other: Any) -> Predicate | None:
    """Must start with a digit or must end with a letter."""
    return one_or_the_other(one, other)


@phrase(
    "verb",
    f"[both] ({_START}) and ({_END}) (with|in) <pieces>",
    f"[both] ({_END}) and ({_START}) (with|in) <pieces>",
    f"({_START}) with <pieces> and ({_END}) (with|in) _one_of_that",
    cost=0.05,
)
def at_both_ends(told: Any) -> Predicate | None:
    """Starts and ends with a digit."""
    ends = _ends(told)
    return all_of(*ends) if ends else None


@phrase("verb", f"neither ({_START}) nor ({_END}) (with|in) <pieces>", cost=0.02)
def at_no_end(told: Any) -> Predicate | None:
    """Neither starts nor ends with a digit."""
    ends = _ends(told)
    return all_of(*map(not_, ends)) if ends else None
