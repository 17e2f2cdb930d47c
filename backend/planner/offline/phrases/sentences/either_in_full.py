"""Phrases for one of two things, the second said in full: has 8 digits, or it contains an @.

What "it" is has to be the subject of the whole sentence: behind a condition it could be either.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, Statement, about, any_of

phrase = Phrases()

phrase.words("_or_else_it", "[,] or [else] (it|they)")
phrase.words("_or_else_again", ", or [else] | or else | [,] or [else] (it|they)")


def _columns(told: Predicate) -> set[str]:
    return {part.column for part in walk(told) if isinstance(part, Cell)}


@phrase("stmt", "_each <expr> <vp> _or_else_it <vp>", "<expr> <vp> _or_else_it <vp>", cost=0.1)
@phrase(
    "stmt",
    "_each <expr> either <verb> _or_else_again <vp>",
    "<expr> either <verb> _or_else_again <vp>",
)
@phrase(
    "stmt",
    "_each <expr> _be either <adj> _or_else_again <vp>",
    "<expr> _be either <adj> _or_else_again <vp>",
)
@phrase(
    "stmt",
    "_each <expr> either _be <adj> _or_else_again <vp>",
    "<expr> either _be <adj> _or_else_again <vp>",
)
@phrase("stmt", "either [_each] <expr> <vp> _or_else_it <vp>", cost=0.1)
@phrase("stmt", "<expr> _must [either] <said_part> _or_else_it _must <said_part>", cost=0.05)
@phrase("stmt", "_each <expr> _must [either] <said_part> _or_else_it _must <said_part>", cost=0.05)
@phrase("stmt", "<expr> _must be either <adj> _or_else_it _must <said_part>", cost=0.05)
@phrase("stmt", "_each <expr> _must be either <adj> _or_else_it _must <said_part>", cost=0.05)
@phrase("stmt", "either [_each] <expr> _must <said_part> _or_else_it _must <said_part>", cost=0.05)
def one_or_it(subject: Value, one: Predicate, other: Predicate) -> Statement | None:
    """Each contact is either 8 characters long, or it contains an @.

    Where the first names another column, "it" may be that one.
    """
    columns, again = _columns(one), _columns(other)
    if columns and not columns & again:
        return None
    return rule(about(any_of(one, other), subject), subject=subject)
