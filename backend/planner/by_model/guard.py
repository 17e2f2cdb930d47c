"""Refuses, before any call, sentences that ask for something other than looking at rows.

A courtesy and a saving, not the boundary: that is the sandbox. So it refuses only what is plain:
an order (a clause that begins with its verb) to do a deed that is none of data analysis, to a
thing that is no row. The words alone ("ping", "deleted", "scan", "e-mail", "network") say
nothing; quoted text is a value; a clause with a duty ("must", "is") is about data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.contracts.check import Check
from backend.contracts.errors import CannotPlan
from backend.planner.by_model.deeds import DEEDS, SIGNS
from backend.planner.offline.tokens import Shape, tokenize

_CLAUSE = re.compile(r"[.;:!?,\n]+(?:\s|$)|\s(?:and|then|but|or|also|before|after that)\s")
_DUTY = re.compile(
    r"^\s*(?!(?:when|if|that|which|who|whose|where|until|because|so|since)\b)(?:\w+\s+){0,3}?"
    r"(?:must|should|may|can|cannot|shall|will|has|have|needs?|is|are|was|were|equals?|contains?|"
    r"exists?|matches|lies?|looks?|=|<|>)(?!\w)"
)


def refuse_out_of_scope(check: Check) -> None:
    """Pass a check whose sentence is about rows, as far as can be told without a model.

    Raises:
        CannotPlan: ``out-of-scope``: it orders something else, which the message names.
    """
    found = next(_orders(check.calculation_hint), None)
    if found is not None:
        raise CannotPlan(
            f"{check.check_id}: the sentence asks to {found}, and a check only finds rows of its "
            "tables that break a rule. Leave that part out.",
            code="out-of-scope",
        )


def _orders(sentence: str) -> Iterator[str]:
    """What the sentence orders, for each order that is none of data analysis."""
    bare = " ".join(_without_quotes(sentence).lower().split())
    for sign in SIGNS:
        if sign.words.search(bare):
            yield sign.title
    for clause in _CLAUSE.split(bare):
        yield from _deeds(clause.strip())


def _deeds(clause: str) -> Iterator[str]:
    for deed in DEEDS:
        found = deed.words.match(clause)
        if found and not _DUTY.match(clause[found.end() :]):
            yield deed.title


def _without_quotes(sentence: str) -> str:
    """The sentence with quoted values blanked out, unless nothing else is in it."""
    bare = sentence
    for token in reversed(tokenize(sentence)):
        if token.shape == Shape.QUOTED:
            bare = f"{bare[: token.start]} it {bare[token.end :]}"
    return bare if len(bare.split()) > 2 else sentence
