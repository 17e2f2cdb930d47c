"""Nouns of whom a table has several rows each: an employee of the pay slips is no single row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.rows import NUMERIC
from backend.rules.language.terms import Aggregate, Cell, Compare, Exists, Lookup, Measure, Previous
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def refuse_repeated_owners(node: Node, rule: Rule, context: Context, words: list[str]) -> None:
    """Pass a reading that does not take someone with several rows for one of them.

    Raises:
        Misfit: "no IBAN may belong to two employees" was read of two rows, and a row is no
            employee there; or "for each meter" of rows, which are compared across meters.
    """
    if rule.table not in context.tables:
        return
    _refuse_tied_orders(node, rule, context)
    _refuse_orders_across_owners(rule)
    _refuse_rows_as_keys(node, rule, context, words)
    _refuse_amounts_of_one_row(node, rule, context, words)
    _refuse_counts_over_all(node, rule, words)
    _refuse_rows_of_others(node, rule, words)
    _refuse_single_owners(node, rule, context)
    _refuse_things_as_rows(node, rule, context, words)
    first = context.tables[rule.table].columns[0]
    owner = tuple(word for word in stems_of(first.name) if word not in ID_WORDS)
    if first.unique or len(owner) != 1 or not _goes_across(rule, first.name):
        return
    for leaf in _nouns(node):
        is_owner = tuple(map(stem, words[leaf.start : leaf.end])) == owner
        is_each = bool(_EACH & {*words[max(leaf.start - 2, 0) : leaf.start]})
        if leaf.symbol == "keynoun" and is_owner and (is_each or isinstance(rule, Duplicates)):
            raise Misfit(
                f"{words[leaf.start]!r} may have several rows each in {rule.table}; say whether "
                f"rows must differ, or what one {first.name} must have"
            )


_ROW = frozenset({"row", "record", "entry", "line", "table"})


def _refuse_things_as_rows(node: Node, rule: Rule, context: Context, words: list[str]) -> None:
    """Two hospitals, in a table called so that has many rows for each hospital's name."""
    table, noun = context.tables[rule.table], stems_of(rule.table)
    called = (noun, (*noun, "name"))
    own = next((each for each in table.columns if stems_of(each.name) in called), None)
    if own is None or not own.values or 2 * len(own.values) > table.rows - own.missing:
        return
    if isinstance(rule, Duplicates) and table.columns[0].name in rule.columns:
        return  # what numbers the rows tells that rows are meant
    is_told = _counts_or_parts(rule, own.name) or _is_done_by(node, rule, own.name)
    for leaf in _nouns(node) if is_told else ():
        behind = words[leaf.end : leaf.end + 1]
        if (
            leaf.symbol == "table"
            and leaf.meaning == rule.table
            and not _ROW & {*map(stem, behind)}
        ):
            raise Misfit(
                f"one of the {words[leaf.start]!r} has several rows here; say 'rows', or what one "
                f"{own.name} must have"
            )


def _is_done_by(node: Node, rule: Rule, owner: str) -> bool:
    """Every flight must be listed by src aa: one of its rows may do."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    is_equal = isinstance(must, Compare) and must.sign == "==" and isinstance(must.left, Cell)
    by = any(part.symbol == "_by_which" and _spelled(part) == {"by"} for part in node.walk())
    return is_equal and by and owner not in {column for _, column in rule.reads()}


def _counts_or_parts(rule: Rule, owner: str) -> bool:
    """Whether it counts rows as things, or holds them against each other, whoever they are of."""
    if not isinstance(rule, FailingMetrics):
        return _goes_across(rule, owner)
    counts = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    return any(each.measure == Measure.COUNT and each.of is None for each in counts)


_EACH = frozenset({"each", "every", "per", "any", "one", "within", "a", "an", "the", "same"})


def _goes_across(rule: Rule, owner: str) -> bool:
    """Whether it compares rows with others, be they of the same owner or not."""
    if isinstance(rule, Duplicates):
        return owner not in rule.columns
    if not isinstance(rule, BrokenRows):
        return False
    found = [part for part in walk(rule.must) if isinstance(part, Previous | Aggregate)]
    return any(owner not in part.by for part in found if not getattr(part, "keys", ()))


_TOLD_BY_TIME = frozenset({"before_in", "before_in_it", "over_time"})
"""Wordings of one row at a time: two rows of one day have no order."""


def _refuse_tied_orders(node: Node, rule: Rule, context: Context) -> None:
    """Lower than in the period before, where each period has a row of every meter."""
    if not any(each.symbol in _TOLD_BY_TIME for each in node.walk()):
        return
    for part in walk(rule):
        if not isinstance(part, Previous) or part.by or part.order_by is None:
            continue
        order = context.tables[rule.table].column(part.order_by)
        if order is not None and not order.unique:
            raise Misfit(f"{part.order_by} has several rows each; say within what to compare them")


def _refuse_orders_across_owners(rule: Rule) -> None:
    """Each reading of a meter, against the one before: of that meter, and not of any."""
    if not isinstance(rule, BrokenRows) or rule.where is None:
        return
    is_across = any(isinstance(part, Previous) and not part.by for part in walk(rule.must))
    owners = [part for part in walk(rule.where) if isinstance(part, Exists) and part.where is None]
    if is_across and owners:
        raise Misfit(f"rows of several {owners[0].table} are compared; say within what")


def _refuse_single_owners(node: Node, rule: Rule, context: Context) -> None:
    """No two sailors share an e-mail, in a table of one row each: two rows must not."""
    if not isinstance(rule, InconsistentValues) or "two" not in _spelled(node):
        return
    if rule.values == rule.key:  # no two cities differ only in case: a city has many rows
        return
    told = [context.tables[rule.table].column(each) for each in rule.values]
    if told and all(column is not None and column.unique for column in told):
        raise Misfit("each of its values has a row of its own; say which rows must differ")


def _refuse_rows_as_keys(node: Node, rule: Rule, context: Context, words: list[str]) -> None:
    """All bookings must have the same price: not each by itself, which has but one row."""
    first = context.tables[rule.table].columns[0]
    if not isinstance(rule, InconsistentValues) or rule.key != (first.name,) or not first.unique:
        return
    owner = tuple(word for word in stems_of(first.name) if word not in ID_WORDS)
    for leaf in _nouns(node):
        told = words[leaf.start : leaf.end]
        is_many = leaf.symbol == "column" and len(told) == 1 and stem(told[0]) != told[0]
        if is_many and (stem(told[0]),) == owner:
            raise Misfit(f"each of the {told[0]} has one row; say for which rows it must be so")


_TOGETHER = frozenset({"altogether", "together", "total", "overall"})
_SEVERAL = frozenset({"more", "two", "several"})
_OF_SEVERAL = frozenset({Measure.MEAN, Measure.MEDIAN, Measure.DEVIATION, Measure.VARIANCE})
_KINDS = frozenset({"different", "value", "values", "kind", "kinds", "same"})


def _refuse_amounts_of_one_row(node: Node, rule: Rule, context: Context, words: list[str]) -> None:
    """No batch has more than two rejects: a number of the batch's one row, not several of them."""
    if isinstance(rule, InconsistentValues):
        spelled = _spelled(node) | {leaf for leaf in words if leaf in ("value", "values")}
        is_counted = bool(spelled & _SEVERAL) and not spelled & _KINDS
        keys, read = rule.key, rule.values if is_counted else ()
    elif isinstance(rule, FailingMetrics):
        keys = rule.by
        _refuse_means_of_one_row(rule, context)
        flags = [each for each in _nouns(node) if each.symbol == "flag_noun"]
        read = tuple({part.column for part in walk(rule.must) if isinstance(part, Cell)})
        read = read if flags else ()
    else:
        return
    told = context.tables[rule.table].column(read[0]) if len(read) == 1 else None
    if told is None or told.type not in NUMERIC or not _is_the_row(rule.table, keys, context):
        return
    if stems_of(read[0])[-1:] != (read[0].lower().split("_")[-1],):
        raise Misfit(f"each {keys[0]} has one row, whose {read[0]} is a number and no count")


def _refuse_means_of_one_row(rule: FailingMetrics, context: Context) -> None:
    """The average pieces per load, where each load has one row: over all loads, not within one."""
    measures = {part.measure for part in walk(rule.must) if isinstance(part, Aggregate)}
    if measures & _OF_SEVERAL and _is_the_row(rule.table, rule.by, context):
        raise Misfit(f"each {rule.by[0]} has one row, of which there is no average")


def _is_the_row(table: str, keys: tuple[str, ...], context: Context) -> bool:
    """Whether a key is that of the rows themselves: each has one."""
    first = context.tables[table].columns[0]
    return keys == (first.name,) and first.unique


def _refuse_counts_over_all(node: Node, rule: Rule, words: list[str]) -> None:
    """The number of pieces over all loads: how many there are, and no cell of a row."""
    is_over_all = bool(_TOGETHER & {*words}) or {"over", "all"} <= {*words}
    if not isinstance(rule, BrokenRows) or not is_over_all:
        return
    for part in node.walk():
        if part.symbol == "cell" and words[part.start : part.start + 2] == ["number", "of"]:
            raise Misfit("a number over all rows is no cell of one; say sum, count or different")


def _refuse_rows_of_others(node: Node, rule: Rule, words: list[str]) -> None:
    """A customer's invoice, in a table of invoices: its rows, and no cell of another invoice."""
    if not any(isinstance(part, Lookup) and part.table == rule.table for part in walk(rule)):
        return
    for part in node.walk():
        for pair in pairwise(each for each in part.children if each.symbol[0] != "="):
            cell = next((each for each in pair if each.symbol == "cell"), pair[0])
            is_theirs = {each.symbol for each in pair} == {"kin", "cell"}
            if is_theirs and tuple(map(stem, words[cell.start : cell.end])) == stems_of(rule.table):
                raise Misfit(f"{words[cell.start]!r} is a row of {rule.table}, and no column of it")


def _spelled(node: Node) -> set[str]:
    """The words that the grammar itself spells."""
    return {part.symbol.removeprefix("=") for part in _nouns(node)}


def _nouns(node: Node) -> Iterator[Node]:
    yield from (part for part in node.walk() if not part.children)
