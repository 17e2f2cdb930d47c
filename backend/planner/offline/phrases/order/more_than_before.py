"""Phrases for rows with more than so much of what the row before has: with more than twice its count."""

from __future__ import annotations

from backend.rules.language.terms import Cell, Predicate, Previous, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, compare

phrase = Phrases()

phrase.words("_having", "with | having | that have | that has | which have | which has")
for _words, _sign in (
    ("(more|higher|greater|larger) than", ">"),
    ("(less|fewer|lower|smaller) than", "<"),
    ("(at least|no less than|no fewer than)", ">="),
    ("(at most|no more than)", "<="),
):

    @phrase("rel", f"_having {_words} <operand>", cost=0.1)
    def than_before(bound: Value, sign: str = _sign) -> Predicate | None:
        """With more than twice the count of the day before: what is compared is that count."""
        before = [part for part in walk(bound) if isinstance(part, Previous)]
        cells = [part for part in walk(bound) if isinstance(part, Cell)]
        if len(before) != 1 or len(cells) != 1 or before[0].of != cells[0]:
            return None
        return compare(cells[0], sign, bound)
