"""Phrases that deny what is so in more than a part of the rows: not empty in more than a quarter of them."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.portions import Portion, value_in
from backend.rules.language.terms import Cell, Compare, Predicate
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

_AT_MOST = {">": "<="}


@phrase("stmt", "<cell> _must_not be <adj> (in|for|on|with|among) <portion>", cost=-0.4)
def not_in_more(of: Cell, told: Predicate, found: Portion) -> Statement | None:
    """Must not be missing in more than a quarter of the rows: at most a quarter may be."""
    bound = found.bound
    sign = _AT_MOST.get(bound.sign) if isinstance(bound, Compare) else None
    if sign is None:
        return None
    return value_in(of, told, found._replace(bound=bound.model_copy(update={"sign": sign})))
