"""What two tables that are compared have in common: their key and their columns."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.groups_of_two_tables import same_type
from backend.planner.offline.keys import is_key
from backend.planner.offline.ways import OWN_KEY, key_pairs
from backend.rules.differing_rows import DifferingRows
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule
from backend.rules.unmatched_values import UnmatchedValues


def with_common_columns(rule: Rule, context: Context) -> Rule:
    """A comparison of two tables with the key and columns that the sentence leaves open.

    Raises:
        Misfit: the tables have no key in common, or not the same columns.
    """
    if isinstance(rule, UnmatchedValues) and not rule.mine.column:
        return _with_join(rule, context)
    if not isinstance(rule, DifferingRows):
        return rule
    for table in rule.tables():
        if table not in context.tables:
            raise Misfit(f"{table!r} is not among the check's tables")
    return _keyed(rule, context) if rule.keys else _whole(rule, context)


def _whole(rule: DifferingRows, context: Context) -> Rule:
    """Whole rows, which both tables must have."""
    mine, theirs = ([c.name for c in context.tables[name].columns] for name in rule.tables())
    odd = sorted(set(mine) ^ set(theirs))
    if odd:
        raise Misfit(f"{rule.table} and {rule.other} differ in the column {odd[0]!r}")
    return rule.model_copy(update={"columns": tuple(mine)})


def _keyed(rule: DifferingRows, context: Context) -> Rule:
    mine, theirs = ([c.name for c in context.tables[name].columns] for name in rule.tables())
    keys = rule.keys if rule.keys != ("",) else (_common_key(rule, context),)
    for name in (*keys, *rule.columns):
        if name not in mine:
            raise Misfit(f"{rule.table} has no column {name!r}")
        if rule.name_in(rule.other, name) not in theirs:
            raise Misfit(f"{rule.other} has no column {rule.name_in(rule.other, name)!r}")
    for here, there in rule.there:
        require_one_type(rule, here, there, context)
    columns = rule.columns or tuple(n for n in mine if n in theirs and n not in keys)
    if not columns and not rule.missing:
        raise Misfit(f"{rule.table} and {rule.other} have no column to compare")
    if len(keys) == 1:
        _require_single(rule, keys[0], context)
    return rule.model_copy(update={"keys": keys, "columns": columns})


def require_one_type(rule: DifferingRows, here: str, there: str, context: Context) -> None:
    """Pass columns of unlike names that hold what can be compared.

    Raises:
        Misfit: one holds numbers and the other texts, or dates.
    """
    mine, theirs = context.column(rule.table, here), context.column(rule.other, there)
    if mine is None or theirs is None or same_type(mine, theirs):
        return
    raise Misfit(f"{here} of {rule.table} and {there} of {rule.other} are not of one type")


def _with_join(rule: UnmatchedValues, context: Context) -> Rule:
    left, right = rule.mine.table, rule.theirs.table
    [(here, there)] = key_pairs(OWN_KEY, left, right, context)
    return rule.model_copy(
        update={
            "mine": Cell(table=left, column=here),
            "theirs": Cell(table=right, column=there),
        }
    )


def _common_key(rule: DifferingRows, context: Context) -> str:
    found = [
        column.name
        for column in context.tables[rule.table].columns
        if column.unique
        and (other := context.column(rule.other, column.name)) is not None
        and other.unique
        and is_key(column.name)
        and column.name not in rule.columns
    ]
    if len(found) != 1:
        raise Misfit(f"it is not clear by which key {rule.table} and {rule.other} are matched")
    context.assume(f"Rows of {rule.table} and {rule.other} are matched by {found[0]}.")
    return found[0]


def _require_single(rule: DifferingRows, key: str, context: Context) -> None:
    for table in rule.tables():
        column = context.column(table, rule.name_in(table, key))
        if column is not None and not column.unique:
            raise Misfit(
                f"several rows of {table} share a {key}, so that it is not clear which are compared"
            )
