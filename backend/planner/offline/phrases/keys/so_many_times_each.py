"""Phrases for how often each value turns up, between two numbers: at least once and at most three times."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.group_claims import of_groups
from backend.rules.language.terms import Constant, Predicate
from backend.rules.metric_groups import Keys
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, all_of, compare, number

phrase = Phrases()

_ONCE = (("(once|one time)", 1), ("(twice|two times)", 2))
for _words, _total in _ONCE:
    phrase("so_often", _words)(lambda total=_total: number(total))
phrase("so_often", "<number> times")(lambda total: total)

phrase.words(
    "_comes_round",
    "(occur|occurs|appear|appears|turn up|turns up|come up|comes up|be used|is used|be found|is found|show up|shows up)",
)


def _between(low: Constant, high: Constant) -> Predicate | None:
    is_whole = isinstance(low.value, int) and isinstance(high.value, int)
    if not is_whole or not low.value <= high.value:  # type: ignore[operator]
        return None
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))


phrase("often_between", "at least <so_often> [,] (and|but) at most <so_often>")(_between)
phrase("often_between", "at least <so_often> [,] (and|but) (no|not) more than <so_often>")(_between)
phrase("often_between", "(between|from) <number> (and|to) <number> times")(_between)
phrase("often_between", "<number> (to|-|–) <number> times")(_between)
phrase("often_between", "between <so_often> and <so_often>")(_between)


phrase("often_exactly", "[exactly|precisely] <number> times")(
    lambda total: compare(IT, "==", total) if isinstance(total.value, int) else None
)


@phrase("stmt", "<each_group> [_must] _comes_round <often_exactly>", cost=0.05)
@phrase("stmt", "<each_group> [_must] _comes_round <often_between>", cost=0.05)
@phrase("stmt", "<keys> _must _comes_round <often_between>", cost=0.1)
def so_often_each(by: Keys, told: Any) -> Statement | None:
    """Each grade has to appear at least once and at most three times."""
    return of_groups(by, statement(about(told, count(RowSet()))))
