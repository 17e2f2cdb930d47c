"""Phrases for the row before as one that is earlier by one: higher than one row earlier, one tick earlier.

One day earlier is left out: where a day is missing, the row before is of another one.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Predicate, Previous, Value
from backend.rules.phrasing import IT, Phrases, compare

phrase = Phrases()

_SPANS = frozenset({
    "second", "minute", "hour", "day", "date", "week", "month", "quarter", "year", "time",
})  # fmt: skip
_LESS, _MORE = (
    "lower|less|smaller|earlier|older|shorter",
    "higher|more|greater|larger|bigger|later|newer|longer",
)
_THAN: tuple[tuple[str, Any], ...] = (
    (f"({_LESS}) than", "<"),
    (f"({_MORE}) than", ">"),
    (f"(no|not) ({_LESS}) than | at least what", ">="),
    (f"(no|not) ({_MORE}) than | at most what", "<="),
    ("other than | different from", "!="),
    ("the same as | equal to what", "=="),
)
phrase.words("_earlier_by_one", "earlier | before | previously | further up | further back")
phrase.words("_one_row_up", "(one|a single) _that_row (_earlier_by_one|above) | one row up")


@phrase("factor", "[in|at|on] (one|a single) (row|line|record) (_earlier_by_one|above)", cost=0.15)
def one_row_earlier() -> Value:
    """One row earlier: the same column of the row before."""
    return Previous(of=IT)


phrase("step_named", "<column>")(
    lambda column: column if isinstance(column, Cell) and not _is_of_time(column) else None
)


def _is_of_time(column: Cell) -> bool:
    return bool(_SPANS & {*stems_of(column.column)})


for _words, _sign in _THAN:

    @phrase("before_adj", f"({_words}) [it (was|is)] _one_row_up")
    def than_before(sign: str = _sign) -> str:
        """Lower than one row earlier."""
        return sign

    @phrase("before_in", f"({_words}) [it (was|is)] (one|a single) <step_named> _earlier_by_one")
    def before_by_one(order: Cell, sign: str = _sign) -> tuple[str, str]:
        """Higher than one tick earlier: ticks put the rows in order."""
        return sign, order.column

    @phrase(
        "before_in_it",
        f"({_words}) [it (was|is)] (one|a single) <step_named> _earlier_by_one",
        cost=0.1,
    )
    def than_one_earlier(order: Any, sign: Any = _sign) -> Predicate:
        """Is higher than one tick earlier."""
        return compare(IT, sign, Previous(of=IT, order_by=order.column))
