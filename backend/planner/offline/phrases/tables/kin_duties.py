"""Phrases for what the row must be that a column leads to: the member behind guardian_no must be adult."""

from __future__ import annotations

from backend.planner.offline.phrases.keys.keys import through
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Missing, Predicate, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier, Phrases, Statement, not_

phrase = Phrases()


def _of_kin(told: Predicate, key: Cell) -> Predicate | None:
    """What is said of the cells of that row; nothing where some are of another table."""
    cells = [part for part in walk(told) if isinstance(part, Cell)]
    if not cells or any(cell.table or cell.column == key.column for cell in cells):
        return None

    def there(part: Term) -> Term | None:
        return through(part, key) if isinstance(part, Cell) else None

    return rewrite(told, there)


@phrase(
    "stmt",
    "[a|an|any|every|each] <kin> _must (have|be of|be from|come from|be in|belong to) <feature>",
    cost=0.1,
)
@phrase("stmt", "[a|an|any|every|each] <kin> _must <rowvp>", cost=0.15)
def kin_must(key: Cell, told: Predicate) -> Statement | None:
    """The member behind guardian_no must be of category adult or senior."""
    there = _of_kin(told, key)
    return None if there is None else _asked(there, key)


@phrase(
    "stmt", "[a|an|any|every|each] <kin> _must_not (have|be of|be from|be in) <feature>", cost=0.1
)
@phrase("stmt", "[a|an|any|every|each] <kin> _must_not <rowvp>", cost=0.15)
def kin_must_not(key: Cell, told: Predicate) -> Statement | None:
    """Their manager must not be retired."""
    there = _of_kin(told, key)
    return None if there is None else _asked(not_(there), key)


def _asked(must: Predicate, key: Cell) -> Statement:
    """The rule, where there is such a row: who has no guardian lacks none of their emails."""
    is_of_presence = any(isinstance(part, Missing) for part in walk(must))
    told = rule(must, where=not_(Missing(of=key)) if is_of_presence else None)
    return told.model_copy(update={"remarks": (Modifier(kind="of-kin", texts=(key.column,)),)})
