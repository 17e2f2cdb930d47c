"""Phrases for rows by what their owner is: for gold members every order needs a code."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import narrowed
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Constant,
    Exists,
    Lookup,
    Predicate,
    Previous,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare

phrase = Phrases()


# For such owners ----------------------------------------------------------------------------------


@phrase("stmt", "(for|with|of) <rows> [,] <stmt>", cost=0.1)
def for_rows_of(owner: RowSet, told: Statement) -> Statement | None:
    """For members with the level gold, every order needs a code."""
    found = told.rule
    if not isinstance(found, BrokenRows) or owner.where is None or not owner.table or owner.each:
        return None
    if found.table in ("", owner.table) or _reaches_out(found):
        return None
    return narrowed(told, RowSet(where=exists(owner)))


def _reaches_out(rule: BrokenRows) -> bool:
    """Whether it reads other rows than the one at hand, which might be the owners'."""
    return any(isinstance(part, Aggregate | Exists | Lookup | Previous) for part in walk(rule))


# What an owner has --------------------------------------------------------------------------------


@phrase("feature", "(<text>|<bare>|<number>) as [its|their|the|a] <cell>", cost=0.05)
def value_as(value: Constant, of: Value) -> Predicate:
    """Gold as level."""
    return compare(of, "==", value)


@phrase(
    "clause", "[a|an|the|its|their|that|this] <table> 's <table> (has|have) <feature>", cost=0.1
)
def owner_has(row: str, owner: str, told: Predicate) -> Predicate | None:
    """An order's member has gold as level."""
    parts = list(walk(told))
    is_plain = not any(isinstance(part, Aggregate | Exists | Lookup | Previous) for part in parts)
    cells = [part for part in parts if isinstance(part, Cell)]
    if row == owner or not is_plain or any(cell.table not in ("", owner) for cell in cells):
        return None

    def change(part: Term) -> Term | None:
        is_open = isinstance(part, Cell) and not part.table
        return part.model_copy(update={"table": owner}) if is_open else None

    return rewrite(told, change)


# The same or more ---------------------------------------------------------------------------------

for _words, _sign in (
    ("later than|after|greater than|higher than|more than|larger than", ">="),
    ("earlier than|before|less than|lower than|smaller than|fewer than", "<="),
):

    @phrase("adj", f"(the same as|equal to|identical to) or ({_words}) <operand>")
    def same_or_more(bound: Value, sign: str = _sign) -> Predicate:
        """The same as or later than the day the member joined."""
        return compare(IT, sign, bound)
