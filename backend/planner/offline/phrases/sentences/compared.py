"""Phrases that hold a measure of some rows against that of others: among women, among men."""

from __future__ import annotations

from backend.planner.offline.phrases.values.sets import State
from backend.rules.language.terms import Cell, Value
from backend.rules.metric_phrases import is_open, measure_where, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, compare

phrase = Phrases()


@phrase("side", "<state>", "<state> ones", "[all|the] <state> <noun>")
def side(state: State, *rows: RowSet) -> State | None:
    """Female passengers, male ones."""
    is_plain = all(found.where is None and not found.each for found in rows)
    return state if is_plain else None


for _words, _sign in (
    ("(higher|greater|larger|more|bigger|longer)", ">"),
    ("(lower|smaller|less|shorter)", "<"),
):

    @phrase(
        "stmt",
        f"<metric> _must be {_words} (among|for|with|in|of|on|at) <side> than (among|for|with|in|of|on|at) <side>",
        rf"<metric> _must be {_words} (among|for|with|in|of|on|at) <side> than (among|for|with|in|of|on|at) <side> \( [column|by|see] <cell> \)",
        cost=0.07,
    )
    def compared_sides(
        metric: Value, left: State, right: State, *of: Value, sign: str = _sign
    ) -> Statement | None:
        """The average must be higher among female passengers than among male ones (Sex)."""
        is_named = all(isinstance(each, Cell) and each.column == left[1].column for each in of)
        if is_open(metric) or left[1] != right[1] or left[2] == right[2] or not is_named:
            return None
        mine, theirs = (
            measure_where(metric, compare(part[1], "==", part[2])) for part in (left, right)
        )
        if mine is None or theirs is None:
            return None
        return statement(compare(mine, sign, theirs))
