"""What must be certain of the tables for a reading to stand: no ties, no gaps in a key, one row.

A phrase hangs such a remark on its statement where its words leave open what the data decides.
"""

from __future__ import annotations

from collections.abc import Callable

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.groups_lacking_values import lacking_groups
from backend.planner.offline.set_remarks import rows_of_groups
from backend.planner.offline.words import parts_of
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Exists,
    Measure,
    Predicate,
    Previous,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

_PIECES = frozenset({
    "copies", "pieces", "exemplars", "specimens", "quantity", "qty", "stock", "count", "amount",
    "units", "pcs",
})  # fmt: skip
"""Last words of headers that tell how many of a thing a row stands for."""
_SIZES = frozenset({Measure.COUNT, Measure.DISTINCT, Measure.SUM})
_ENDS = (Measure.MINIMUM, Measure.MAXIMUM)
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


def their_rows(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """All rows of those that a rule flags: of whole groups, where it is about groups.

    Raises:
        Misfit: the rows that are asked for are of another table than those that are flagged.
    """
    if {*remark.texts} - {"", rule.table}:
        raise Misfit(
            f"the rows to be seen are of {remark.texts[0]}, and the rule flags rows of "
            f"{rule.table}; say which of them are to be flagged"
        )
    if isinstance(rule, InconsistentValues):
        return rule.model_copy(update={"whole": True})
    if isinstance(rule, FailingMetrics) and rule.by:
        return rows_of_groups(rule, [*rule.by], ())
    return rule


def sized_groups(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Rows of smaller groups, or of larger ones: of those that have fewer rows or less of a sum.

    Raises:
        Misfit: the rule is about something else than how large its groups are.
    """
    measures = {part.measure for part in walk(rule) if isinstance(part, Aggregate)}
    if not isinstance(rule, FailingMetrics) or not measures <= _SIZES:
        raise Misfit("smaller and larger groups are told of a rule about how much each has")
    if remark.number is not None and remark.number != _fewest(rule.must):
        raise Misfit("its two sentences speak of different numbers of rows")
    named = [cell.column for cell in remark.values if isinstance(cell, Cell)]
    return rows_of_groups(rule, named, remark.texts)


def _fewest(must: Predicate) -> float | None:
    """The fewest rows that a group may have."""
    match must:
        case Compare(sign=">=", right=Constant(value=int(least))):
            return least
        case Compare(sign=">", right=Constant(value=int(below))):
            return below + 1
        case _:
            return None


def flag_end(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The first row of a group, or the last, of which the rule is.

    Raises:
        Misfit: the rule is of all rows, so that more than the first may break it.
    """
    ends = [part for part in walk(rule) if isinstance(part, Aggregate) and part.measure in _ENDS]
    if not ends:
        raise Misfit("the rule is of more rows than the one that is to be seen")
    return rule


def key_filled(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """A key of columns that are filled in every row.

    Raises:
        Misfit: some cells are empty, and the sentence does not say whether they may be.
    """
    names = rule.columns if isinstance(rule, Duplicates) else ()
    gaps = [name for name in names if _has_gaps(context.column(rule.table, name))]
    if gaps:
        raise Misfit(
            f"some rows have no {gaps[0]}; say 'must be unique together', or 'form a primary key' "
            "where such rows are wrong"
        )
    return rule


def _has_gaps(column: Column | None) -> bool:
    return column is not None and column.missing > 0


def no_ties(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Rows that are put in order by what no two of them share.

    Raises:
        Misfit: some do, and of those of one day the sentence does not say which comes first.
    """
    for part in walk(rule):
        order = part.order_by if isinstance(part, Previous) else None
        column = context.column(rule.table, order) if order else None
        if column is not None and not column.unique:
            raise Misfit(
                f"several rows have the same {order}, and nothing is said of those; say 'Ordered "
                f"by {order}, …' and what must rise, if their order in the file is meant"
            )
    return rule


def to_owner(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Rows of another table to which a row leads, by what tells those apart.

    Raises:
        Misfit: it is they who lead here, so that one that is there exists anyway.
    """
    for part in walk(rule):
        pairs = part.keys if isinstance(part, Exists) else ()
        there = [context.column(part.table, theirs) for _, theirs in pairs]  # type: ignore[union-attr]
        if any(column is not None and not column.unique for column in there):
            raise Misfit(
                f"the rows of {part.table} lead to {rule.table}, and not the other way round"  # type: ignore[union-attr]
            )
    return rule


def row_each(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Copies of which each has a row of its own.

    Raises:
        Misfit: a column tells how many there are in a row.
    """
    for column in context.tables[rule.table].columns if rule.table in context.tables else ():
        if column.reads_as in _NUMBERS and _counts_pieces(column.name):
            raise Misfit(
                f"it is not clear whether rows are counted, or what {column.name} tells is added up"
            )
    return rule


def _counts_pieces(header: str) -> bool:
    """copies_held, number_of_copies, but no copy_number."""
    words = [part.lower() for part in parts_of(header)]
    return words[-1:] != [] and (words[-1] in _PIECES or words[:2] == ["number", "of"])


CERTAIN_CHANGES: dict[str, Callable[[Rule, Modifier, Context], Rule]] = {
    "their-rows": their_rows,
    "sized-groups": sized_groups,
    "lacking-groups": lacking_groups,
    "flag-end": flag_end,
    "key-filled": key_filled,
    "no-ties": no_ties,
    "to-owner": to_owner,
    "row-each": row_each,
}
