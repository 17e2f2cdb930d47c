"""Measures beside a column of the rows' owner: whose they are, and what is a column after all."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Cell, Compare, Exists, Lookup, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_OF = frozenset({"of", "for", "by", "with", "from", "in", "on"})
_ONE = frozenset({"a", "an", "any", "one", "each", "every", "single"})
_MEASURED = frozenset({"parent_measure", "worked_per_owner", "related"})


def refuse_misplaced_measures(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that measures rows of the one whose column it speaks of.

    Raises:
        Misfit: an owner's column was held against a sum for each of the owner's rows, so that one
            without rows is never judged; one row was added up; or words that are the name of a
            column were taken for a measure of another.
    """
    if not isinstance(rule, BrokenRows):
        _refuse_rows_of_one(rule, [token.low for token in tokens])
        return
    for part in walk(rule.must):
        if isinstance(part, Compare):
            _refuse_group_of_owner(part)
        if isinstance(part, Aggregate):
            _refuse_sum_of_one(part, rule.table, context)
    _refuse_named_columns(node, rule.table, context, tokens)
    _refuse_numbers_of(node, rule.table, [token.low for token in tokens])


def _refuse_numbers_of(node: Node, table: str, words: list[str]) -> None:
    """The number of orders is a count; that a value is a number is said otherwise."""
    rows = stems_of(table)[-1:]
    for part in node.walk():
        told = words[part.start : part.end]
        is_noun = told[:2] == ["number", "of"] and told[2:3] != [rows[0]]
        if part.symbol == "cell" and is_noun and tuple(map(stem, told[2:])) == rows:
            raise Misfit(f"the number of {told[2]} is how many there are, and no cell of them")
        around = (words[max(part.start - 1, 0)], *words[part.start : part.end + 1])
        if part.symbol == "format" and around == ("the", "number", "of"):
            raise Misfit("the number of something is how many there are")


def _refuse_rows_of_one(rule: Rule, words: list[str]) -> None:
    """The number of orders of a shop is told of each shop, not of all orders that have one."""
    if not isinstance(rule, FailingMetrics) or rule.by:
        return
    found = [part for part in walk(rule) if isinstance(part, Exists | Lookup)]
    owners = {stems_of(part.table)[-1:] for part in found}
    for place, one, word in zip(words, words[1:], words[2:], strict=False):
        if place in _OF and one in _ONE and (stem(word),) in owners:
            raise Misfit(f"the rows of {one} {word} are not those of all of them together")


def _refuse_group_of_owner(told: Compare) -> None:
    """shops.budget = the sum of orders.fee for the same shop_id is told of each shop."""
    found, measure = told.left, told.right
    if not isinstance(found, Lookup) or not isinstance(measure, Aggregate) or measure.keys:
        return
    if {here for here, _ in found.keys} == {*measure.by}:
        raise Misfit(f"{found.column} of {found.table} is asked of each row of {found.table}")


def _refuse_sum_of_one(measure: Aggregate, table: str, context: Context) -> None:
    """The sum of the budgets of an order's shop: it has one shop."""
    if measure.measure not in (Measure.SUM, Measure.MEAN) or len(measure.keys) != 1:
        return
    [(here, there)] = measure.keys
    mine, theirs = context.column(table, here), context.column(measure.table, there)
    if mine is not None and theirs is not None and theirs.unique and not mine.unique:
        raise Misfit(f"a row of {table} has one row in {measure.table}; there is nothing to add up")


def _refuse_named_columns(
    node: Node, table: str, context: Context, tokens: Sequence[Token]
) -> None:
    """The total fees of a shop with a column "total_fees"."""
    columns = {_words(column.name) for column in context.tables[table].columns}
    for part in node.walk():
        if part.symbol not in _MEASURED or len(part.children) < 2:
            continue
        first, second = part.children[:2]
        cell = next((each for each in second.walk() if isinstance(each.meaning, Cell)), None)
        if cell is None or first.end != cell.start:
            continue
        named = " ".join(token.text for token in tokens[first.start : cell.end])
        if _words(named) in columns:
            raise Misfit(f"{named!r} is a column of {table}")


def _words(name: str) -> tuple[str, ...]:
    """The total dues are dues_total, too."""
    return tuple(sorted(stems_of(name)))
