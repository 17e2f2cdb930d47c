"""Phrases for rows by what they are or have: marked as shipping, not shipping, with a doctorate."""

from __future__ import annotations

from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Compare, Lookup, Predicate
from backend.rules.phrasing import Phrases, any_of, not_

phrase = Phrases()

phrase.words(
    "_set_down_as",
    "marked as | marked | flagged as | listed as | recorded as | registered as | shown as | labelled as | "
    "labeled as | known as | noted as | tagged as | set as | entered as | marked to be | flagged to be",
)


@phrase("rowvp", "_do not <flag_word>", cost=0.1)
@phrase("rowvp", "_be [_set_down_as] not <flag_word>", cost=0.1)
@phrase("rowvp", "_be (not|never) _set_down_as [a|an] <flag_word>", cost=0.1)
@phrase("rel", "_set_down_as not <flag_word>", "not _set_down_as <flag_word>", cost=0.1)
@phrase("rel", "(that|which|who) _do not <flag_word>", "not <flag_word>", cost=0.1)
def marked_as_not(told: Predicate) -> Predicate:
    """Stores who do not ship abroad."""
    return not_(told)


@phrase("rowvp", "_be _set_down_as [a|an] <flag_word>", cost=0.1)
@phrase("rel", "_set_down_as <flag_word>", cost=0.1)
@phrase("rel", "<flag_word>", cost=0.25)
def marked_as(told: Predicate) -> Predicate:
    """A store marked as shipping abroad; every store shipping abroad."""
    return told


_WHAT_IT_IS = frozenset({
    "title", "role", "job", "position", "profession", "occupation", "post", "function", "rank", "sex", "gender",
    "status", "state", "species", "name", "surname",
})  # fmt: skip
"""Columns of what a row is itself: staff with a clerk are no clerks."""


def _is_had(told: Predicate) -> bool:
    of = told.left if isinstance(told, Compare) else None
    return isinstance(of, Cell | Lookup) and not _WHAT_IT_IS & {*stems_of(of.column)}


@phrase("feature", "(a|an) <adjective>", cost=0.3)
def value_feature(told: Predicate) -> Predicate | None:
    """With a doctorate, which one column alone holds."""
    return told if _is_had(told) else None


@phrase("feature", "(a|an) <adjective> or (a|an) <adjective>", cost=0.2)
def either_value_feature(one: Predicate, other: Predicate) -> Predicate | None:
    """With a single room or a suite: of one column."""
    pair = (one, other)
    columns = {each.left for each in pair if isinstance(each, Compare)}
    is_pair = len(columns) == 1 and all(_is_had(each) for each in pair)
    return any_of(one, other) if is_pair else None
