"""Phrases for dates that advance by the same span from row to row: by exactly one day per row."""

from __future__ import annotations

from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.order.order import framed
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Previous, Value
from backend.rules.phrasing import Phrases, Statement, compare

phrase = Phrases()

phrase("within", "(within|inside|in) (a|an|any|a single) <cell>")(lambda cell: (("by", (cell,)),))
phrase.words("_at_least_so_far", "by at least | by no less than | at least")
phrase.words("_at_most_so_far", "by at most | by no more than | by not more than | at most")

for _head, _sign in (
    ("_by_just", "=="), ("by", "=="), ("_at_least_so_far", ">="), ("_at_most_so_far", "<="),
):  # fmt: skip

    @phrase("stmt", f"<cell> [_must] [always] _steps_up {_head} <span> _at_each_row", cost=0.05)
    @phrase("stmt", f"_at_each_row [,] <cell> [_must] [always] _steps_up {_head} <span>", cost=0.05)
    def advances(of: Value, span: Span, sign: str = _sign) -> Statement | None:
        """The day goes up by exactly one day per row."""
        if not isinstance(of, Cell):
            return None
        later = shifted(Previous(of=of), span, 1)
        return None if later is None else rule(compare(of, sign, later), subject=of)

    @phrase(
        "stmt",
        f"<frame> [,] <cell> [_must] [always] _steps_up {_head} <span> [_at_each_row]",
        cost=0.06,
    )
    def advances_within(
        frame: object, of: Value, span: Span, sign: str = _sign
    ) -> Statement | None:
        """For every walker the day must advance by exactly one day per row."""
        told = advances(of, span, sign)
        return None if told is None else framed(told, frame)
