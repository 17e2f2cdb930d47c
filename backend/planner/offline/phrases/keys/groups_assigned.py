"""Phrases for the rows of groups that are too small: of a shift to which fewer than two are assigned."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.keys.rows_of_groups import of_groups, of_so_many
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_, number

phrase = Phrases()

phrase.words(
    "_is_put_there",
    "(is|are|was|were) (assigned|booked|listed|entered|recorded|registered|there|on duty|planned|scheduled|put|placed|"
    "found|made|left|noted|given|present|logged|stored|known|filed) [to it|in it|on it] | exist | exists | work | works | "
    "occur | occurs | fall | falls | appear | appears | took place | take place | have been (assigned|booked|listed|recorded|entered)",
)


@phrase(
    "group_so",
    "(to|in|on|for|at|under|from|with|of|by|during|within) which (<count_bound>|<only_one>) <rows> _is_put_there",
    cost=0.05,
)
@phrase(
    "group_so",
    "(for|in|on|of) which there (is|are|was|were) (<count_bound>|<only_one>) <rows>",
    cost=0.05,
)
def put_there(bound: Predicate, rows: RowSet) -> Predicate | None:
    """To which fewer than two nurses are assigned."""
    return of_so_many(bound, rows)


phrase("only_one", "(only|just|but) (one|a single) [single]", "a single")(
    lambda: compare(IT, "==", number(1))
)


@phrase(
    "group_so",
    "that (occur|occurs|appear|appears|turn up|turns up|come up|comes up|are listed|is listed) (once|only once|just once|exactly once)",
    cost=0.05,
)
@phrase(
    "group_so",
    "that (occur|occurs|appear|appears|turn up|turns up|come up|comes up) only (one time|a single time)",
    cost=0.05,
)
def there_once() -> Predicate | None:
    """That occur only once."""
    return of_so_many(compare(IT, "==", number(1)), RowSet())


@phrase(
    "stmt", "_flag (all|every|each|the) _row of [a|an|any|every|each] <keys> <group_so>", cost=0.05
)
@phrase("stmt", "_flag all _row of [those] <keys> <group_so>", cost=0.05)
def rows_of_them(keys: Any, told: Predicate) -> Statement | None:
    """Flag all rows of a shift to which fewer than two nurses are assigned."""
    found = of_groups(keys, told)
    return None if found is None else rule(not_(found))


@phrase(
    "group_so",
    "(to|in|on|for|at|under|from|with|of|by|during|within) which <count_bound> [different|distinct] <cell> _is_put_there",
    cost=0.1,
)
@phrase(
    "group_so",
    "(for|in|on|of) which there (is|are|was|were) <count_bound> [different|distinct] <cell>",
    cost=0.1,
)
@phrase("group_so", "_that_has <count_bound> (different|distinct) <cell>", cost=0.1)
def so_many_of_them(bound: Predicate, of: Value) -> Predicate | None:
    """To which fewer than two nurses are assigned: one who is listed twice is one nurse."""
    found = Aggregate(measure=Measure.DISTINCT, of=of, table="")
    return about(bound, found) if isinstance(of, Cell) else None
