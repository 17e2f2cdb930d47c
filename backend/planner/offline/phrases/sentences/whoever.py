"""Phrases for rows told as persons are: whoever has left, everybody who retired."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Missing, Not, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

phrase.words(
    "_anybody_who",
    "whoever | whosoever | anyone who | anybody who | everyone who | everybody who | those who | all who | "
    "people who | all those who | any person who | every person who",
)


@phrase("rows", "_anybody_who <rowvp>", cost=0.1)
@phrase("rows", "_anybody_who [has|have|had|is|are|was|were] [been] <adjective>", cost=0.1)
def whoever(told: Predicate) -> RowSet:
    """Whoever has reason retired; whoever retired."""
    return RowSet(where=told)


# The value that was asked for -------------------------------------------------------------------

phrase.words(
    "_the_answer",
    "the (answer|reply|response|entry|value|figure|reading|content) [given|there|in it|itself]",
)


@phrase("stmt", "_if <expr> _be <adj> [,] [then] _the_answer <duty>", cost=0.2)
def answer_must(of: Value, told: Predicate, wanted: Predicate) -> Statement | None:
    """Where it was answered, the answer must be 1."""
    is_given = isinstance(told, Not) and isinstance(told.part, Missing)
    return rule(about(wanted, of), where=not_(Missing(of=of)), subject=of) if is_given else None


# Said once more ---------------------------------------------------------------------------------

phrase.words(
    "_to_the_letter",
    "exactly | word for word | letter for letter | character by character | literally | faithfully",
)


@phrase(
    "verb",
    "(repeat|repeats|copy|copies|echo|echoes|mirror|mirrors|reproduce|reproduces) <operand> [_to_the_letter]",
    cost=0.1,
)
def repeats(other: Value) -> Predicate:
    """Repeats the body exactly."""
    return compare(IT, "==", other)
