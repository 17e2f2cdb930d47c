"""Phrases for two amounts by what was done: more sheets were printed than were planned.

What is counted is said once, and stands in both headers: sheets_printed, sheets_planned.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, compare, not_

phrase = Phrases()

phrase.words(
    "_than_done",
    "than | than were | than was | than are | than is | than have been | than had been | than has been | than there "
    "were | than there are | than the number [that was|of those]",
)
phrase.words(
    "_in_where", "in which | where | on which | for which | at which | during which | of which"
)


def _are_of_one_noun(one: Value, other: Value) -> bool:
    """Whether both headers share the word for what is counted."""
    if not isinstance(one, Cell) or not isinstance(other, Cell) or one == other:
        return False
    return bool({*stems_of(one.column)} & {*stems_of(other.column)})


for _words, _sign in (("more", ">"), ("fewer|less", "<")):

    @phrase("more_done", f"({_words}) <cell> _than_done <cell>", cost=0.02)
    def more_done(one: Value, other: Value, sign: str = _sign) -> Predicate | None:
        """More sheets printed than planned."""
        return compare(one, sign, other) if _are_of_one_noun(one, other) else None

    @phrase("more_done", f"({_words}) <cell_done> _than_done <cell>", cost=0.02)
    def more_were_done(one: Value, other: Value, sign: str = _sign) -> Predicate | None:
        """More sheets were printed than were planned."""
        return compare(one, sign, other) if _are_of_one_noun(one, other) else None


@phrase("rel", "_in_where (there were|there are|there is|there was) <more_done>", cost=0.05)
@phrase("rel", "_in_where <more_done>", cost=0.05)
def where_more_done(told: Predicate) -> Predicate:
    """In which more sheets were printed than planned."""
    return told


@phrase("stmt", "(in|on|for|at|of|during) no <noun> (may|must|can|should) <more_done>", cost=0.05)
def no_more_done(rows: RowSet, told: Predicate) -> Statement | None:
    """In no order may more sheets be printed than planned."""
    return rule(not_(told), rows.table, rows.where) if rows.table else None


@phrase(
    "stmt",
    "there _must_not be <more_done>",
    "there (must|should|may|can) never be <more_done>",
    "(at no time|never) (may|must|should|can) there be <more_done>",
    cost=0.05,
)
def never_more(told: Predicate) -> Statement:
    """There must never be more sheets printed than planned."""
    return rule(not_(told))


# Filled with so much ----------------------------------------------------------------------------

phrase.words("_that_are", "that are | which are | that is | which is | that were | which were")


for _words, _sign in (("more", ">"), ("less|fewer", "<")):

    @phrase(
        "rel",
        f"[_that_are] <column> with ({_words}) [<unit>] than [its|their|the] <operand>",
        cost=0.3,
    )
    @phrase(
        "rowvp", f"be <column> with ({_words}) [<unit>] than [its|their|the] <operand>", cost=0.3
    )
    def held_more(of: Cell, *parts: Value, sign: str = _sign) -> Predicate | None:
        """Filled with more litres than their size allows."""
        bound = parts[-1]
        return None if of == bound or isinstance(bound, Constant) else compare(of, sign, bound)
