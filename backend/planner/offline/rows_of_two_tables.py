"""Whose rows: where two tables are spoken of, a clause, a remark or a value belongs to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.deeds_by_key import refuse_other_keys_of_deeds
from backend.planner.offline.keys import are_of_two
from backend.planner.offline.side_to_flag import refuse_other_side
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Exists,
    Lookup,
    Missing,
    OneOf,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_WHO_IS = frozenset({"that", "which", "who"})
_THERE_IS = frozenset(
    {"must", "should", "shall", "is", "are", "be", "not", "may", "a", "an", "no", "one", "always"}
)
_ONE_OF = frozenset({"a", "an", "no", "any", "without", "each", "every"})
_OF_DATES = frozenset({"on", "at", "date", "day", "time"})
_IF = frozenset({"if", "when", "whenever", "once"})
_OF_ALL = frozenset({"all", "each", "every"})
_OF_ONE = frozenset({"is", "was", "has", "does"})
_OF_MANY = frozenset({"are", "were", "have", "do"})


def refuse_rows_of_the_other(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which everything is said of the rows that stand next to it.

    Raises:
        Misfit: each test says what is told of the rows of the other table.
    """
    refuse_other_side(node, rule, context, tokens)
    refuse_other_keys_of_deeds(rule, context, tokens)
    if len(context.tables) < 2:
        return
    _refuse_clauses_of_farther(node, rule.table, tokens)
    _refuse_table_as_rows(node, rule, context, tokens)
    _refuse_some_for_all(node, tokens)
    _refuse_remarks_on_others(node, rule)
    _refuse_values_of_unnamed(rule, context, tokens)
    _refuse_counts_over_all(rule, tokens)
    _refuse_dates_of_unnamed(rule, context, tokens)
    _refuse_deeds_of_others(rule, context, tokens)
    _refuse_rows_as_dates(node, context, tokens)
    _refuse_rows_there_as_keys(node, rule, context, tokens)
    _refuse_keys_of_two(rule, context, tokens)


def _refuse_clauses_of_farther(node: Node, table: str, tokens: Sequence[Token]) -> None:
    """Payments of orders that are not shipped: it is the orders that are not."""
    for part in node.walk():
        if part.symbol != "rows" or [each.symbol for each in part.children] != ["rows", "rel"]:
            continue
        chosen, clause = part.children
        if tokens[clause.start].low not in _WHO_IS or not chosen.children:
            continue
        head, last = chosen.children[0], chosen.children[-1]
        far, near = next(_tables_in(head), table), next(_tables_in(last), None)
        is_bare = last.symbol == "rel" and _ends_with_noun(last, clause.start)
        if is_bare and near is not None and far != near and _may_be_of(clause, tokens):
            told = " ".join(token.text for token in tokens[clause.start : clause.end])
            raise Misfit(
                f"{told!r} stands behind {near}, and would be said of {far}; say whose column it "
                f"is: '{far} where ... of {near} is ...'"
            )


def _may_be_of(clause: Node, tokens: Sequence[Token]) -> bool:
    """Payments of an order that are late: one order is not said to be so by "are"."""
    noun, verb = tokens[clause.start - 1].low, tokens[clause.start + 1].low
    is_plural = stem(noun) != noun
    return verb not in (_OF_ONE if is_plural else _OF_MANY)


def _tables_in(part: Node) -> Iterator[str]:
    leaves = (leaf for leaf in part.walk() if leaf.symbol == "table")
    return (leaf.part.removeprefix("table ") for leaf in leaves)


def _ends_with_noun(part: Node, end: int) -> bool:
    """Whether the table's noun is the last word before what follows."""
    return any(leaf.symbol == "table" and leaf.end == end for leaf in part.walk())


def _refuse_table_as_rows(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Ignore open items: where a table is called so, they are no rows of another."""
    others = {stems_of(table)[-1]: table for table in context.tables if table != rule.table}
    for part in node.walk():
        word = stem(tokens[part.start].low) if part.symbol == "_row" else ""
        if word in others and part.end == part.start + 1:
            raise Misfit(
                f"{tokens[part.start].text!r} would be rows of {rule.table}, and there is a table "
                f"{others[word]}; name a column of the table that is meant"
            )


def _refuse_some_for_all(node: Node, tokens: Sequence[Token]) -> None:
    """Customers must have all orders in EUR: one such order is not enough."""
    for part in node.walk():
        if part.symbol == "feature" and tokens[part.start].low in _OF_ALL:
            told = " ".join(token.text for token in tokens[part.start : part.end])
            raise Misfit(
                f"{told!r} would be one of them; say of these rows what each of them must be"
            )


def _refuse_remarks_on_others(node: Node, rule: Rule) -> None:
    """Flag the items, where it is the orders that break the rule."""
    for part in node.walk():
        if part.symbol == "remark" and [each.symbol for each in part.children][:1] == ["_do_flag"]:
            named = next(_tables_in(part), rule.table)
            if len(part.children) == 2 and named != rule.table:
                raise Misfit(
                    f"the rule is broken by rows of {rule.table}, and those are shown; a rule that "
                    f"shows rows of {named} says what each of them must be"
                )


def _refuse_values_of_unnamed(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Bills must be open: where bills have such a state, it is not that of their visits."""
    said = {stem(word) for token in tokens for word in token.low.split(".")}
    mine = context.tables.get(rule.table)
    for part in walk(rule):
        if mine is None or not isinstance(part, Compare | OneOf):
            continue
        found = part.left if isinstance(part, Compare) else part.of
        if not isinstance(found, Lookup) or stems_of(found.table)[-1] in said:
            continue
        values = {str(each.value).lower() for each in _constants(part)}
        is_named = set(stems_of(found.column)) <= said or found.column in said
        own = [each for each in mine.columns if values & {held.lower() for held in each.values}]
        if own and not is_named:
            raise Misfit(
                f"{sorted(values)[0]!r} may be the {own[0].name} of {rule.table}, or the "
                f"{found.column} of {found.table}; name the column and its table"
            )


def _refuse_dates_of_unnamed(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Payments must not be on weekends: that is no date of their orders."""
    said = {stem(word) for token in tokens for word in token.low.split(".")} - _OF_DATES
    mine = context.tables.get(rule.table)
    own = [each.name for each in mine.columns if each.type == ColumnType.DATE] if mine else []
    for part in walk(rule):
        if not isinstance(part, Lookup) or stems_of(part.table)[-1] in said or not own:
            continue
        column = context.column(part.table, part.column)
        is_date = column is not None and column.type == ColumnType.DATE
        is_named = any(part.column.lower() in token.low.split(".") for token in tokens)
        if is_date and not is_named and not said & set(stems_of(part.column)):
            raise Misfit(
                f"it is not clear which date is meant, {own[0]} of {rule.table} or {part.column} "
                f"of {part.table}; name it"
            )


def _refuse_deeds_of_others(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Lines must be shipped: where lines have a column shipped, not the shipped_date of orders."""
    mine = context.tables.get(rule.table)
    said = "_".join(token.low for token in tokens)
    for part in walk(rule):
        if mine is None or not isinstance(part, Missing) or not isinstance(part.of, Lookup):
            continue
        stems, name = stems_of(part.of.column), part.of.column.lower()
        own = [each.name for each in mine.columns if stems_of(each.name) == stems[:1]]
        if own and len(stems) > 1 and name not in said:
            raise Misfit(
                f"{own[0]!r} may be the {own[0]} of {rule.table}, or the {part.of.column} of "
                f"{part.of.table}; name the column and its table"
            )


def _refuse_rows_as_dates(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """A payment without an order has none in that table, whether or not it has ordered_on."""
    nouns = {stems_of(table)[-1]: table for table in context.tables}
    for part in node.walk():
        cell = part.meaning if part.symbol == "column" and part.end == part.start + 1 else None
        word = tokens[part.start].low
        before = tokens[part.start - 1].low if part.start else ""
        if not isinstance(cell, Cell) or stem(word) not in nouns or before not in _ONE_OF:
            continue
        columns = [context.column(table, cell.column) for table in context.tables]
        is_date = any(each is not None and each.type == ColumnType.DATE for each in columns)
        if is_date and word != cell.column.lower():
            raise Misfit(
                f"{word!r} may be a row of {nouns[stem(word)]}, or its {cell.column}; name the "
                f"column, or say that it has a row in {nouns[stem(word)]}"
            )


def _refuse_counts_over_all(rule: Rule, tokens: Sequence[Token]) -> None:
    """If a trip is open, at least one stop must be signed: one of each trip, and not of all."""
    if not isinstance(rule, FailingMetrics) or _IF.isdisjoint(token.low for token in tokens):
        return
    for part in walk(rule.must):
        where = part.where if isinstance(part, Aggregate) and not part.by else None
        found = [] if where is None else [at for at in walk(where) if isinstance(at, Lookup)]
        if found:
            other = found[0].table
            raise Misfit(
                f"it is not clear whether each row of {other} is meant, or all {rule.table} "
                f"together; say 'every row of {other} where ... must have at least ...'"
            )


def _constants(part: Compare | OneOf) -> tuple[Constant, ...]:
    if isinstance(part, OneOf):
        return part.options
    return (part.right,) if isinstance(part.right, Constant) else ()


def _refuse_rows_there_as_keys(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """If a bill exists: there is a row of that table, and no key of a bill that is filled."""
    mine = context.tables.get(rule.table)
    if mine is None or not isinstance(rule, BrokenRows):
        return
    gaps = (part.of for part in walk(rule) if isinstance(part, Missing))
    filled = {of.column for of in gaps if isinstance(of, Cell)}
    for part in node.walk():
        cell = part.meaning if part.symbol == "column" else None
        behind = (token.low for token in tokens[part.end :] if token.low not in _THERE_IS)
        is_there = next(behind, "") in ("exists", "exist") or _is_behind_there(part.start, tokens)
        if not isinstance(cell, Cell) or not is_there:
            continue
        is_noun = stem(tokens[part.start].low) == stems_of(rule.table)[-1]
        column = mine.column(cell.column)
        if is_noun and column is not None and column.unique and cell.column in filled:
            raise Misfit(
                f"whether there is one of the {rule.table} is asked of another table's rows; say "
                "of those that they must have one, or name the column that must be filled"
            )


def _refuse_keys_of_two(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Every item must belong to a customer: the number of an item is none of a customer."""
    mine, said = context.tables.get(rule.table), {token.text for token in tokens}
    for part in walk(rule):
        if mine is None or not isinstance(part, Exists) or part.table not in context.tables:
            continue
        theirs = context.tables[part.table]
        for here, there in part.keys:
            column = mine.column(here)
            is_named = here in said or there in said
            if column is not None and not is_named and are_of_two(column, there, mine, theirs):
                raise Misfit(
                    f"{here} and {there} each tell their own rows apart; name the column of "
                    f"{mine.table} that leads to {theirs.table}, or the table between them"
                )


def _is_behind_there(start: int, tokens: Sequence[Token]) -> bool:
    """There must be an order."""
    before = [token.low for token in tokens[max(start - 5, 0) : start]]
    return "there" in before and set(before[before.index("there") + 1 :]) <= _THERE_IS
