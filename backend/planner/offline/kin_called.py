"""What a row is called: its name rather than its key, where the sentence gives a text for it."""

from __future__ import annotations

from typing import TypeVar

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import is_key, referred
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Constant,
    Exists,
    How,
    Lookup,
    Matches,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

K = TypeVar("K", Aggregate, Exists)

CALLED = "<called>"
"""The column of a table that holds what its rows are called; the schema tells which."""
OTHER = "<the other>"
"""The one other table of the check."""
OWN = "<its own table>"
"""The table of the row itself, where its rows lead to each other."""
OF_OWNER = "<the owner's key>"
"""What leads from a row's rows to it, where those of one owner are a group."""
_NAMES = ("name", "title", "label", "description", "descr")


def called(cell: Cell, context: Context) -> Cell:
    """The one column with the names of a table's rows, in place of the open one.

    Raises:
        Misfit: there is none, or several.
    """
    table = context.tables.get(cell.table)
    columns = [] if table is None else [each for each in table.columns if _is_text(each.type)]
    for word in _NAMES:
        found = [each.name for each in columns if stems_of(each.name)[-1:] == (word,)]
        if len(found) == 1:
            context.assume(f"What the rows of {cell.table} are called is their {found[0]}.")
            return cell.model_copy(update={"column": found[0]})
        if found:
            break
    raise Misfit(f"it is not clear which column of {cell.table} holds the name; name it")


def the_other(table: str, context: Context, key: str = "") -> str:
    """The one other table of the check, or that of several to which a column leads.

    Raises:
        Misfit: there are several, or none.
    """
    others = [name for name in context.tables if name != table]
    found = referred(key, table, context) if key and len(others) > 1 else None
    if found is not None and found[0] in others:
        return found[0]
    if len(others) != 1:
        raise Misfit(f"it is not clear in which table the rows of {table} are looked for")
    return others[0]


def of_its_own(term: K, table: str) -> K:
    """The rows that lead to this one, in the table that it stands in itself."""
    return term.model_copy(update={"table": table}) if term.table == OWN else term


def require_kin(
    told: Exists, mine: str, keys: tuple[str, str], context: Context, *, is_any: bool
) -> None:
    """Pass rows of another table that are what the sentence takes them for.

    Raises:
        Misfit: a key leads to several rows, or "any row of the other table" is one that the
            table at hand refers to, so that it is nothing that was done with its rows.
    """
    (asked, theirs), table = told.keys[0], told.table
    here, there = context.column(mine, keys[0]), context.column(table, keys[1])
    is_one = there is None or there.unique
    is_own_key = here is not None and here.unique
    is_led = asked and not theirs and (is_any or told.where is not None)
    if is_led and not is_one and not is_own_key:
        raise Misfit(f"{asked} may lead to several rows of {table}; name what it refers to")
    if is_any and not asked and is_one and here is not None and not is_own_key:
        raise Misfit(f"rows of {table} do not refer to {mine}; {keys[0]} refers to {table}")


def within_owner(term: Aggregate) -> Aggregate:
    """The rows of one owner as a group: by the key that leads to it."""
    names = tuple(theirs for _, theirs in term.keys)

    def change(part: Term) -> Term | None:
        is_open = isinstance(part, Aggregate) and part.by == (OF_OWNER,)
        return part.model_copy(update={"by": names}) if is_open else None

    return (
        term
        if term.where is None
        else term.model_copy(update={"where": rewrite(term.where, change)})
    )


def _is_text(kind: ColumnType) -> bool:
    return kind == ColumnType.TEXT


def refuse_name_for_key(of: Value, told: Value, context: Context) -> None:
    """Pass a text that a key may have; the name of the row that it leads to is none.

    Raises:
        Misfit: the key has no such value, and a column of another table has.
    """
    if not isinstance(of, Cell | Lookup) or not isinstance(told, Constant):
        return
    column = context.column(of.table, of.column)
    text = str(told.value).lower()
    if column is not None and isinstance(of, Lookup):
        _refuse_key_for_name(of, column, text, context)
    if column is None or not _is_no_value(column, text):
        return
    for name, table in context.tables.items():
        for other in table.columns:
            if text in {value.lower() for value in other.values} and other.name != of.column:
                raise Misfit(
                    f"{of.column} has no value {told.value!r}, but {other.name} of {name} has; "
                    "name the column that is meant"
                )


def refuse_texts_in_keys(rule: Rule, context: Context) -> None:
    """Pass a rule that looks for a text in no number that is a key.

    Raises:
        Misfit: "whose media type contains 'video'" was read of the key of the media type.
    """
    for part in walk(rule):
        is_text = isinstance(part, Matches) and part.how in _IN_TEXTS
        of = part.of if isinstance(part, Matches) and is_text else None
        column = context.column(of.table, of.column) if isinstance(of, Cell | Lookup) else None
        if column is None or not isinstance(part, Matches) or column.reads_as not in _NUMBERS:
            continue
        is_held = any(part.text.lower() in value.lower() for value in column.values)
        if is_key(column.name) and not is_held and any(sign.isalpha() for sign in part.text):
            raise Misfit(f"{column.name} holds numbers, and {part.text!r} is in none of them")


_IN_TEXTS = (How.CONTAINS, How.STARTS, How.ENDS)
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


def _refuse_key_for_name(of: Lookup, column: Column, text: str, context: Context) -> None:
    """Pass a text that the named column of the other row may have; its key is not its name."""
    if not _lacks(column, text):
        return
    for other in context.tables[of.table].columns:
        if other.unique and text in {value.lower() for value in other.values}:
            raise Misfit(
                f"{of.column} of {of.table} has no value {text!r}, but {other.name} has; name "
                "the column that is meant"
            )


def _lacks(column: Column, text: str) -> bool:
    return bool(column.values) and text not in {value.lower() for value in column.values}


def _is_no_value(key: Column, text: str) -> bool:
    """Whether a key cannot have a value: its own are known, or they are numbers."""
    if not ID_WORDS & {*stems_of(key.name)[-1:]}:
        return False
    is_number = key.type in (ColumnType.INTEGER, ColumnType.NUMBER)
    if is_number and not text.lstrip("-").replace(".", "", 1).isdigit():
        return True
    return _lacks(key, text)
