"""Phrases for values that double from row to row: may at most double from one day to the next."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Arithmetic, Cell, Predicate, Previous, Value
from backend.rules.phrasing import Phrases, Statement, compare, number

phrase = Phrases()

for _words, _times in (
    ("double|doubles|doubled", 2), ("triple|triples|tripled|treble|trebles|trebled", 3),
    ("quadruple|quadruples|quadrupled", 4),
):  # fmt: skip
    phrase("multiply", f"({_words})")(lambda times=_times: times)
phrase.words("_above_it_multiplied", "more than | over")


def _bound(of: Value, sign: str, times: int) -> Predicate | None:
    if not isinstance(of, Cell):
        return None
    grown = Arithmetic(sign="*", left=number(times), right=Previous(of=of))
    return compare(of, sign, grown)


@phrase("stmt", "<cell> _must_not _above_it_multiplied <multiply> <rowref>", cost=0.05)
@phrase(
    "stmt",
    "<cell> (may|can) (at most|at the most|no more than|not more than) <multiply> <rowref>",
    cost=0.05,
)
@phrase("stmt", "<cell> _must (at most|at the most|no more than) <multiply> <rowref>", cost=0.05)
@phrase("stmt", "<cell> _must never _above_it_multiplied <multiply> <rowref>", cost=0.05)
def at_most_doubles(of: Value, times: int, *_: object) -> Statement | None:
    """The count must not more than double from one day to the next."""
    told = _bound(of, "<=", times)
    return None if told is None else rule(told, subject=of)


@phrase(
    "clause",
    "<cell> (_above_it_multiplied|has _above_it_multiplied) <multiply> <rowref>",
    cost=0.05,
)
@phrase(
    "rel",
    "(on which|where|when|in which) <cell> [has] _above_it_multiplied <multiply> <rowref>",
    cost=0.05,
)
def more_than_doubled(of: Value, times: int, *_: Any) -> Predicate | None:
    """The count more than doubled from one day to the next."""
    return _bound(of, ">", times)
