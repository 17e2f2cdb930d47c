"""Phrases for a key that must be there and lead somewhere: must not be empty and must exist in another table."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.language.terms import Cell, Missing
from backend.rules.phrasing import Phrases, RowSet, Statement, all_of, not_

phrase = Phrases()

phrase.words(
    "_be_filled_in",
    "must not be empty | may not be empty | must not be null | may not be null | must not be blank | must not be missing | must be filled | "
    "must be filled in | must be given | should not be empty | should be filled | must never be empty | is never empty | has to be filled",
)
phrase.words(
    "_and_besides_that",
    "and | , and | and also | ; it | and it | , it | and must | and has to | and should | , must | and it must | ; it must",
)


@phrase(
    "stmt",
    "<cell> [(in|of) <table>] _be_filled_in _and_besides_that _exists_in <target>",
    cost=0.02,
)
def filled_and_known(key: Any, *parts: Any) -> Statement | None:
    """The hall must not be empty and must exist in halls."""
    found = next(part for part in parts if isinstance(part, tuple))
    table = next((part for part in parts if isinstance(part, str)), "")
    target: RowSet = found[0]
    told = refers(key, found) if isinstance(key, Cell) and table != target.table else None
    if told is None:
        return None
    there = key.model_copy(update={"table": table or key.table})
    return rule(all_of(not_(Missing(of=there)), told), there.table)
