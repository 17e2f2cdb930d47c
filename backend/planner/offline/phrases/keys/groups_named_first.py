"""Phrases for groups that are named with their fault: regions with only one voter must be flagged."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.keys.rows_of_groups import of_so_many
from backend.rules.language.terms import Aggregate, Cell, Predicate
from backend.rules.language.walk import walk
from backend.rules.metric_groups import Keys, group_count, per_group
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare, not_, number

phrase = Phrases()

phrase("group_so", "_that_has <only_one> <rows>", cost=0.02)(
    lambda bound, rows: of_so_many(bound, rows)
)
phrase.widen(
    "_makes_up",
    "be given by | be chosen by | be picked by | be held by | be shared by | be used by | be named by",
)
phrase.words(
    "_stand_for",
    "be represented by | be covered by | be backed by | consist of | consists of | comprise | comprises | be made up of | be served by | be staffed by",
)


@phrase(
    "stmt",
    "<each_group> _must _stand_for <count_bound> <rows>",
    "<keys> _must _stand_for <count_bound> <rows>",
    cost=0.05,
)
@phrase(
    "stmt",
    "<each_group> (consists of|comprises|is represented by|is made up of|is staffed by) <count_bound> <rows>",
    cost=0.05,
)
def stands_for(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """Each region should be represented by at least two voters."""
    return group_count(by, bound, rows)


@phrase(
    "stmt",
    "[all|any|every|each|the] <keys> <group_so> _be_shown",
    "[all|any] <keys> <group_so> _be (_wrong|_bad)",
    cost=0.08,
)
@phrase(
    "stmt",
    "a <keys> <group_so> _be (_wrong|_bad)",
    "no <keys> <group_so> (is|are) allowed",
    cost=0.08,
)
@phrase("stmt", "(is|are) there [any|a|an] <keys> <group_so> [?]", cost=0.08)
def groups_so(keys: Any, told: Predicate) -> Statement | None:
    """Regions with only one voter must be flagged."""
    measures = [part for part in walk(told) if isinstance(part, Aggregate)]
    is_plain = bool(measures) and not any(part.by or part.keys for part in measures)
    is_keyed = all(isinstance(key, Cell) for key in keys)
    tables = {part.table for part in measures} - {""}
    if not is_plain or not is_keyed or len(tables) > 1:
        return None
    return per_group(keys, not_(told), "".join(tables))


@phrase("stmt", "_flag [all|any|every|each] <keys> _that_has a single <rows>", cost=0.08)
def groups_of_one(keys: Any, rows: RowSet) -> Statement | None:
    """Flag operators with a single well."""
    told = of_so_many(compare(IT, "==", number(1)), rows)
    return None if told is None else groups_so(keys, told)
