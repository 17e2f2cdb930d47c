"""Phrases for who is older or younger than another: their boss, the member who brought them in."""

from __future__ import annotations

from backend.planner.offline.phrases.keys.keys import through
from backend.rules.language.terms import Cell, Elapsed, Predicate, Value
from backend.rules.phrasing import Phrases, compare

phrase = Phrases()

_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def _against(age: Value, key: Cell, sign: str) -> Predicate | None:
    """Compared by the column of ages; by dates of birth, who is older was born before."""
    if isinstance(age, Cell):
        other = through(age, key)
        return None if other is None else compare(age, sign, other)
    if not isinstance(age, Elapsed) or not isinstance(age.start, Cell):
        return None
    other = through(age.start, key)
    return None if other is None else compare(age.start, _TURNED[sign], other)


for _symbol, _sign, _not_sign in (("older", ">", "<="), ("younger", "<", ">=")):
    for _no, _told in (("", _sign), ("(not|no) ", _not_sign)):

        @phrase("rowvp", f"(be|is|are|was|were) {_no}<{_symbol}> than <key_row>", cost=0.05)
        @phrase("rel", f"[that are|who are|that is|who is] {_no}<{_symbol}> than <key_row>")
        def older_than_other(age: Value, key: Cell, sign: str = _told) -> Predicate | None:
            """Nobody may be older than the person they report to."""
            return _against(age, key, sign)
