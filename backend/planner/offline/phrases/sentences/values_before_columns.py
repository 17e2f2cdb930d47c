"""Phrases for columns of the rows of one value: visa card numbers start with 4; tenors and altos."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Compare, Constant, OneOf, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, one_of

phrase = Phrases()


@phrase("stmt", "[a|an|all|every|each] <adjective> <cell> <duty>", cost=0.35)
@phrase("stmt", "[a|an|all|every|each] <adjective> <cell> <vp>", cost=0.45)
def of_such_rows(such: Predicate, of: Value, told: Predicate) -> Statement | None:
    """Visa card numbers must start with 4."""
    if not isinstance(such, Compare) or not isinstance(of, Cell) or such.sign != "==":
        return None
    if not isinstance(such.left, Cell) or such.left.column == of.column:
        return None
    return rule(about(told, of), where=such, subject=of)


@phrase("valuenoun", "<valuenoun> (and|or) <valuenoun>", cost=0.05)
@phrase("valuenoun", "<valuenoun> , <valuenoun> (and|or) <valuenoun>", cost=0.05)
def several_values(*found: Predicate) -> Predicate | None:
    """Tenors and altos: rows of either value of one column."""
    cells = {part.left for part in found if isinstance(part, Compare) and part.sign == "=="}
    values = [part.right for part in found if isinstance(part, Compare)]
    options = tuple(value for value in values if isinstance(value, Constant))
    if len(cells) != 1 or len(options) < len(found) or len({*options}) < len(found):
        return None
    told = one_of(cells.pop(), options)
    return told if isinstance(told, OneOf) else None


@phrase("rowvp", "_be <valuenoun>", cost=0.2)
def be_one_of_those(told: Predicate) -> Predicate:
    """At least half of the singers must be tenors."""
    return told
