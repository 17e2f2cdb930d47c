"""Phrases for rows that may not have more of one thing than of another: more guests than seats."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, compare

phrase = Phrases()

for _word, _sign in (
    ("(more|a higher|a larger|a greater)", ">"), ("(fewer|less|a lower|a smaller)", "<"),
    ("(at least as many|at least as much|no fewer|no less)", ">="), ("(at most as many|at most as much|no more)", "<="),
):  # fmt: skip

    @phrase(
        "rowvp",
        f"(have|has|hold|holds|list|lists|show|shows) {_word} <cell> (than|as) <cell>",
        cost=0.1,
    )
    @phrase("feature", f"{_word} <cell> (than|as) <cell>", cost=0.1)
    @phrase("held_more", f"{_word} <cell> (than|as) <cell>", cost=0.1)
    def has_more(of: Value, other: Value, sign: str = _sign) -> Predicate | None:
        """Have more guests than seats."""
        is_pair = isinstance(of, Cell) and isinstance(other, Cell) and of != other
        return compare(of, sign, other) if is_pair else None


@phrase(
    "stmt",
    "(on|in|for|at|during) [every|each|all] <rows> [,] there _must [always] be <held_more>",
    cost=0.05,
)
def more_on_such_rows(rows: RowSet, told: Predicate) -> Statement | None:
    """On working days there must be more members than guests."""
    return rule(told, rows.table, rows.where)
