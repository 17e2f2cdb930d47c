"""Phrases for what may lie between two rows: between two readings there may be at most 30 minutes."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.gaps import Gap, gap_bounded, pairs
from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, compare

phrase = Phrases()

phrase.words(
    "_may_lie_there",
    "[may|can|must|should] (be|lie|pass|elapse|go by) | (are|is|lie|lies|pass|passes)",
)


@phrase("between_two", "between _following (<noun>|<cell>)")
@phrase("between_two", "between (one|a|each) <noun> and the next [one|<noun>]")
@phrase("between_two", "from one <noun> to the next [one]")
def between_two(of: Any, *_: object) -> Gap | None:
    """Between one reading and the next."""
    return pairs(of)


for _head, _sign in (("_le", "<="), ("_lt", "<")):

    @phrase("span_at_most", f"{_head} <amount>")
    def span_at_most(size: Value, sign: str = _sign) -> Predicate:
        """At most 30 minutes."""
        return compare(IT, sign, size)


@phrase("stmt", "<between_two> [,] there _may_lie_there <span_at_most>", cost=0.05)
@phrase("stmt", "<between_two> [,] there _may_lie_there <span_at_most> <by_group>", cost=0.05)
@phrase("stmt", "<by_group> [,] <between_two> [,] there _may_lie_there <span_at_most>", cost=0.05)
@phrase(
    "stmt",
    "<between_two> (of|for|from|at) (the same|one|any|each) <keys> [,] there _may_lie_there <span_at_most>",
    "there _may_lie_there <span_at_most> <between_two> (of|for|from|at) (the same|one|any|each) <keys>",
    "<span_at_most> _may_lie_there <between_two> (of|for|from|at) (the same|one|any|each) <keys>",
    cost=0.03,
)
@phrase("stmt", "there _may_lie_there <span_at_most> <between_two> [<by_group>]", cost=0.05)
@phrase("stmt", "<span_at_most> _may_lie_there <between_two> [<by_group>]", cost=0.05)
@phrase("stmt", "<by_group> [,] <span_at_most> _may_lie_there <between_two>", cost=0.05)
@phrase("stmt", "<by_group> [,] there _may_lie_there <span_at_most> <between_two>", cost=0.05)
def at_most_between(*parts: Any) -> Statement | None:
    """Between two consecutive readings there may be at most 30 minutes."""
    return gap_bounded(*parts)
