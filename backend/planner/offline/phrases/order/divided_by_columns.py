"""Phrases for a number that is a whole number of times another column's: a multiple of the pack size."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.multiples import _is_whole
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Arithmetic, Cell, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about

phrase = Phrases()


@phrase(
    "adj",
    "(a|an) [integer|whole|exact] multiple of [the|its] <cell>",
    "[evenly|exactly] divisible by [the|its] <cell> [without [a] (remainder|rest)]",
)
def multiple_of(step: Value) -> Predicate | None:
    """A multiple of the pack size, of the same row."""
    return _is_whole(Arithmetic(sign="/", left=IT, right=step)) if isinstance(step, Cell) else None


@phrase("stmt", "<cell> is (divisible by|[a] multiple of) [the|its] <cell>", cost=0.05)
@phrase("stmt", "remainder of <cell> (divided by|modulo|mod|/) <cell> _must be (0|zero)", cost=0.02)
@phrase(
    "stmt",
    "<cell> (divided by|/) <cell> _must (be|give|yield|leave) (a whole number|an integer|no remainder|no rest)",
    cost=-0.02,
)
@phrase("stmt", "<cell> (modulo|mod|%) <cell> (=|==|is|_must be|_must equal) (0|zero)", cost=0.02)
def divided(of: Value, step: Value) -> Statement | None:
    """The quantity divided by the pack size must be a whole number."""
    told = multiple_of(step)
    is_own = isinstance(of, Cell) and of != step
    return rule(about(told, of), subject=of) if told is not None and is_own else None
