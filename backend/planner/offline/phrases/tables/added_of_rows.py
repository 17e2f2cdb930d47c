"""Phrases for what a column comes to over the rows of an owner: where the salaries together exceed the budget."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

phrase.words(
    "_all_added",
    "together | taken together | added together | added up | summed up | when added up | in sum | all together",
)
phrase.words(
    "_all_come_to",
    "are | is | be | come to | comes to | make | add up to | adds up to | amount to | amounts to | lie | lies",
)


@phrase("added_cells", "[all|the|their|its|all the|all their] <cell> _all_added", cost=0.02)
@phrase(
    "added_cells",
    "[all|the|their|its|all the|all their] <cell> of [all] [its|their] <noun> _all_added",
    cost=0.02,
)
def added_cells(of: Any, *rows: RowSet) -> Value | None:
    """The salaries together: over the rows of the one other table that has them."""
    table = rows[0].table if rows else ""
    is_plain = all(each.where is None and not each.each for each in rows)
    if not isinstance(of, Cell) or not is_plain or of.table not in ("", table):
        return None
    return Aggregate(measure=Measure.SUM, table=table, of=of, keys=OWN_KEY)


@phrase(
    "rel", "(where|in which|for which|whose|for whom) <added_cells> _all_come_to <adj>", cost=0.05
)
def where_added(of: Value, told: Predicate) -> Predicate:
    """Where the salaries together are more than 95% of the budget."""
    return about(told, of)


for _words, _sign in (
    ("exceed|exceeds|surpass|surpasses", ">"), ("fall below|falls below|stay below|stays below", "<"),
):  # fmt: skip

    @phrase(
        "rel",
        f"(where|in which|for which|whose|for whom) <added_cells> ({_words}) <operand>",
        cost=0.05,
    )
    def where_added_exceeds(of: Value, bound: Value, sign: str = _sign) -> Predicate:
        """Where the salaries together exceed the budget."""
        return compare(of, sign, bound)


@phrase("added_of", "<cell> of (_each|a|an|any) <noun> _all_added", cost=0.02)
@phrase("added_of", "_all_added [,] <cell> of (_each|a|an|any) <noun>", cost=0.05)
def added_of_owner(of: Any, owner: RowSet) -> tuple[Value, RowSet] | None:
    """The salaries of a department together."""
    is_plain = bool(owner.table) and owner.where is None
    if not isinstance(of, Cell) or not is_plain or of.table == owner.table:
        return None
    return Aggregate(measure=Measure.SUM, table=of.table, of=of, keys=OWN_KEY), owner


@phrase("stmt", "<added_of> _must _all_come_to <adj>", cost=0.05)
def added_must(found: tuple[Value, RowSet], told: Predicate) -> Statement:
    """The salaries of a department together must be at most its budget."""
    of, owner = found
    return rule(about(told, of), owner.table)


@phrase("stmt", "<added_of> _must_not exceed <operand>", cost=0.05)
@phrase("stmt", "<added_of> _must not exceed <operand>", cost=0.05)
def added_must_not_exceed(found: tuple[Value, RowSet], bound: Value) -> Statement:
    """The salaries of a department together must not exceed 95% of the budget."""
    of, owner = found
    return rule(compare(of, "<=", bound), owner.table)


@phrase("stmt", "<added_of> _must_not _all_come_to <adj>", cost=0.05)
def added_must_not(found: tuple[Value, RowSet], told: Predicate) -> Statement | None:
    """The salaries of a department together must not be more than its budget."""
    of, owner = found
    is_bound = getattr(told, "left", None) == IT and getattr(told, "sign", "") in ("<", ">", ">=")
    return rule(not_(about(told, of)), owner.table) if is_bound else None
