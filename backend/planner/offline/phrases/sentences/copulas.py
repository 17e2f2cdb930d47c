"""Phrases for verbs that say no more than "is": hours lie below 40, the status reads "paid"."""

from __future__ import annotations

from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import IT, Phrases, about, compare, not_

phrase = Phrases()

phrase.words(
    "_lie",
    "lie | lies | fall | falls | sit | sits | stand | stands | keep | keeps | rest | rests | read | "
    "reads | range | ranges | run | runs | vary | varies | move | moves | come in | comes in | come "
    "out | comes out | come out as | comes out as | work out | works out | come as | comes as | be "
    "found | is found | are found | be stated as | is stated as | are stated as | turn out | turns "
    "out | show up as | shows up as | land | lands | hover | hovers | be recorded as | is recorded "
    "as | are recorded as | be given as | is given as | are given as | be listed as | is listed as "
    "| are listed as | be entered as | is entered as | are entered as | be marked as | is marked as "
    "| are marked as | be noted as | is noted as | are noted as | be set to | is set to | are set "
    "to | be put down as | is put down as | be shown as | is shown as | are shown as | be written "
    "as | is written as | are written as | be spelled | is spelled | are spelled",
)
phrase.words(
    "_lying",
    "lying | falling | sitting | standing | staying | remaining | ranging | running | being | "
    "keeping | resting | reading | coming out | given as | recorded as | listed as | entered as | "
    "marked as | noted as | set to | stated as | shown as",
)


@phrase("verb", "_lie <adj>", cost=0.1)
def lies(told: Predicate) -> Predicate:
    """Lie below 40."""
    return told


@phrase("adj", "_lying <adj>", cost=0.1)
def lying(told: Predicate) -> Predicate:
    """Lying below 40."""
    return told


@phrase("feature", "<expr> not <verb>", cost=0.1)
def not_doing(of: Value, told: Predicate) -> Predicate:
    """A name not starting with a capital letter: the gerund stands for the verb."""
    return not_(about(told, of))


@phrase(
    "verb",
    "(have|has|hold|holds|show|shows|carry|carries|contain|contains) (the same|an identical|the identical|the very same|an equal) "
    "(value|content|text|entry|number|date) as [that of|the one in] <operand>",
    cost=0.05,
)
def has_the_same_value(other: Value) -> Predicate:
    """Has the same value as the other column."""
    return compare(IT, "==", other)
