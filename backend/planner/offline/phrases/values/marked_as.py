"""Phrases for rows by a column of yes and no: who do not ship, marked as shipping, not shipping."""

from __future__ import annotations

from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, not_

phrase = Phrases()

phrase.words(
    "_set_down_as",
    "marked as | marked | flagged as | listed as | recorded as | registered as | shown as | labelled as | "
    "labeled as | known as | noted as | tagged as | set as | entered as | marked to be | flagged to be",
)


@phrase("rowvp", "_do not <flag_word>", cost=0.1)
@phrase("rowvp", "_be [_set_down_as] not <flag_word>", "_be not _set_down_as <flag_word>", cost=0.1)
@phrase("rel", "_set_down_as not <flag_word>", "not _set_down_as <flag_word>", cost=0.1)
@phrase("rel", "(that|which|who) _do not <flag_word>", "not <flag_word>", cost=0.1)
def marked_as_not(told: Predicate) -> Predicate:
    """Stores who do not ship abroad."""
    return not_(told)


@phrase("rowvp", "_be _set_down_as <flag_word>", cost=0.1)
@phrase("rel", "_set_down_as <flag_word>", cost=0.1)
@phrase("rel", "<flag_word>", cost=0.25)
def marked_as(told: Predicate) -> Predicate:
    """A store marked as shipping abroad; every store shipping abroad."""
    return told
