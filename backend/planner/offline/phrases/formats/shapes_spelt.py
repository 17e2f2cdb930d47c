"""Phrases for shapes spelt out in words: the letters BK, a hyphen and five digits, and nothing else."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.patterns import described, literal_piece
from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import Phrases, not_

phrase = Phrases()

Pieces = tuple[tuple[str, str], ...]

phrase.words(
    "_nothing_behind",
    "[,] [and|but] [then] nothing (else|more|further|behind it|after it|behind that|after that) | [,] and no other "
    "(characters|signs) | [,] and that is (it|all) | [,] and not a character more",
)
phrase.words(
    "_spelt_out",
    "[,|;|:|–|-] (that is|i.e.|that means|which means|meaning|in other words|in words|which is|this is) [,|:]",
)


@phrase("piece", "(letters|capitals|capital letters|uppercase letters) (<bare>|<text>)", cost=-0.3)
def letters_spelt(text: Constant) -> tuple[str, str] | None:
    """The letters BK: several, as they stand."""
    written = str(text.value)
    return literal_piece(text) if re.fullmatch("[A-Z]{2,}", written) else None


@phrase("adj", "_something_but <pieces>", cost=-0.3)
def but_such(pieces: Pieces) -> Predicate | None:
    """Anything other than "BK-" and five digits: one shape and no list."""
    told = described(pieces) if len(pieces) > 1 else None
    return None if told is None else not_(told)


@phrase("verb", "_starts [exactly] <pieces> _nothing_behind", cost=-0.3)
def that_alone(pieces: Pieces) -> Predicate | None:
    """Starts with "BK-" followed by five digits, and nothing else: all that is there."""
    return described(pieces) if len(pieces) > 1 else None


@phrase(
    "verb",
    "_starts <pieces> [,] and [then] [_must] (have|has|contain|contains|continue with|continues with|go on with|"
    "goes on with|end with|ends with) <pieces> _nothing_behind",
    cost=-0.3,
)
def first_and_then(beginning: Pieces, end: Pieces) -> Predicate | None:
    """Starts with "BK-" and then has exactly five digits, nothing else."""
    return described((*beginning, *end))


@phrase(
    "verb",
    "(look|looks|read|reads) like (<bare>|<text>) _spelt_out <pieces>",
    r"(look|looks|read|reads) like (<bare>|<text>) \( [that is|i.e.] <pieces> \)",
    "(have|has|follow|follows|match|matches) the (form|format|pattern|shape) (<bare>|<text>) _spelt_out <pieces>",
    r"(have|has|follow|follows|match|matches) the (form|format|pattern|shape) (<bare>|<text>) \( [that is|i.e.] <pieces> \)",
    cost=-0.3,
)
@phrase(
    "adj",
    "(of|in) the (form|format|pattern|shape) (<bare>|<text>) _spelt_out <pieces>",
    r"(of|in) the (form|format|pattern|shape) (<bare>|<text>) \( [that is|i.e.] <pieces> \)",
    cost=-0.3,
)
def shown_and_spelt(example: Constant, pieces: Pieces) -> Predicate | None:
    """Looks like BK-12345, that is "BK-" and five digits: what is shown must be so itself."""
    regex = "".join(part for part, _ in pieces)
    return described(pieces) if re.fullmatch(regex, str(example.value)) else None
