"""The English of what is in force on a day."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Lookup, Value
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()
DAY = "<day>"
"""The day of a row that the sentence does not name; the schema tells which column."""
phrase.words(
    "_in_force",
    "valid | in force | effective | applicable | current | active | that is valid | that was valid "
    "| that is in force | that was in force | that is effective | that was effective | that applies "
    "| that applied | which is valid | which was valid | that is active | that was active | that "
    "holds | that held | valid from valid_from to valid_to",
)
phrase.words("_on", "on | at | as of | for | at the time of | on the date of | on the day of | "
             "on the date in | when")  # fmt: skip
phrase.words(
    "_on_the_very_day",
    "on that (day|date) | on the (day|date) | at that (time|date|moment) | at the time | then | at the moment",
)


@phrase("at_day", "_on <cell>")
def named_day(cell: Value) -> Value | None:
    """On sold_on."""
    return cell if isinstance(cell, Cell) else None


@phrase("at_day", "_on <cell> (of|on|in) (its|their|his|her) <table>", cost=0.02)
def day_of_parent(cell: Value, table: str) -> Value | None:
    """On the ordered_on of its order."""
    if not isinstance(cell, Cell) or cell.table not in ("", table):
        return None
    return Lookup(table=table, column=cell.column, keys=(("", ""),))


@phrase(
    "at_day",
    "on the (day|date) of [the|each|its|their] <noun>",
    "at the time of [the|its] <noun>",
    cost=0.05,
)
@phrase("at_day", "on the <noun> (date|day)", cost=0.05)
def day_of_row(rows: RowSet) -> Value | None:
    """On the day of sale: the one date of a row, or of the row that it belongs to."""
    return None if rows.where is not None else Cell(table=rows.table, column=DAY)


@phrase("at_day", "_on_the_very_day", cost=0.05)
def that_day() -> Value:
    """At that time."""
    return Cell(table="", column=DAY)


@phrase("entry_value", "[the|its] <cell> (in|of|from|according to) <table>")
@phrase("entry_value", "[the] <table> 's <cell>", "[the] <table> <cell>", cost=0.05)
def entry_value(*parts: Any) -> tuple[str, str] | None:
    """The price in the tariffs."""
    cell = next(part for part in parts if isinstance(part, Cell))
    table = next(part for part in parts if isinstance(part, str))
    return (table, cell.column) if cell.table in ("", table) else None


def _rule(listed: str, at: Value, **fields: Any) -> Statement:
    from backend.rules.outdated_values import OutdatedValues

    found = OutdatedValues.model_validate({"table": "", "at": at, "listed": listed, **fields})
    return Statement(rule=found)


@phrase(
    "stmt",
    "<cell> _must (equal|be|match|be equal to|be the same as|agree with|correspond to) <entry_value> [,] _in_force <at_day>",
    "<cell> (of|in|on) [each|every|all|the] <rows> _must (equal|be|match|be equal to|be the same as|agree with|correspond to) <entry_value> [,] _in_force <at_day>",
)
def value_in_force(*parts: Any) -> Statement | None:
    """The price of each sale must equal the price in tariffs valid on sold_on."""
    cell = parts[0]
    (listed, wanted), at = parts[-2], parts[-1]
    rows = parts[1] if len(parts) == 4 else RowSet()
    if not isinstance(cell, Cell) or rows.where is not None or listed in (cell.table, rows.table):
        return None
    return _on_rows(_rule(listed, at, value=cell, wanted=wanted), rows.table or cell.table)


phrase.words(
    "_is_unlike_that", "is not | does not equal | differs from | does not match | is different from"
)
phrase.words("_of_this_row", "the | its | their | that | this | the same | the row 's")
phrase.words(
    "_equals_the_one",
    "equal | be | match | be equal to | be the same as | agree with | correspond to",
)


@phrase(
    "entry_key",
    "(for|of|in|per|and|by) [_of_this_row] <cell>",
    "[,] matched (by|on) [_of_this_row] <cell>",
)
def entry_key(cell: Value) -> Cell | None:
    """For the currency."""
    return cell if isinstance(cell, Cell) else None


@phrase("keyed_value", "<entry_value> [,] _in_force <at_day> [,] <entry_key>")
@phrase("keyed_value", "<open_value> [,] _in_force <at_day> [,] <entry_key>", cost=0.02)
def keyed_value(wanted: tuple[str, str], at: Value, key: Cell) -> tuple[Any, ...]:
    """The rate valid on issued_on for the currency."""
    return (*wanted, at, key)


@phrase("keyed_value", "<entry_value> <entry_key> [,] [_in_force] <at_day>")
@phrase("keyed_value", "<open_value> <entry_key> [,] [_in_force] <at_day>", cost=0.02)
def keyed_first(wanted: tuple[str, str], key: Cell, at: Value) -> tuple[Any, ...]:
    """The rate of the currency on issued_on."""
    return (*wanted, at, key)


@phrase("keyed_value", "<open_value> [,] _in_force <at_day>", cost=0.05)
def open_keyed(wanted: tuple[str, str], at: Value) -> tuple[Any, ...]:
    """The rate valid on issued_on."""
    return (*wanted, at, None)


@phrase("open_value", "<cell>")
def open_value(cell: Value) -> tuple[str, str] | None:
    """The rate: of the one list that has it."""
    return (cell.table, cell.column) if isinstance(cell, Cell) else None


@phrase("stmt", "<cell> _must _equals_the_one [the|its] <keyed_value>")
@phrase(
    "stmt",
    "<cell> (of|in|on) [each|every|all|the] <rows> _must _equals_the_one [the|its] <keyed_value>",
)
def value_of_key(*parts: Any) -> Statement | None:
    """Rate must be the rate valid on issued_on for the currency."""
    cell, *named, (listed, wanted, at, key) = parts
    rows = named[0] if named else RowSet()
    if not isinstance(cell, Cell) or rows.where is not None or (at == key):
        return None
    table = rows.table or cell.table
    fields = {"key": (key.column, "")} if key is not None else {}
    if listed and listed == table:
        return None
    return _on_rows(_rule(listed, at, value=cell, wanted=wanted, **fields), table)


@phrase("stmt", "_flag <rows> (whose|where|if|when) <cell> _is_unlike_that [the|its] <keyed_value>")
def unlike_value_of_key(rows: RowSet, cell: Value, wanted: tuple[Any, ...]) -> Statement | None:
    """Flag invoices whose rate is not the rate valid on issued_on for the currency."""
    return value_of_key(cell, rows, wanted)


@phrase(
    "stmt",
    "<rows> _must have [a|an|one|at least one] <table> [entry|row|record] [for (its|their|the) <cell>] _in_force <at_day>",
    "<rows> _must have [a|an|one|at least one] [entry|row|record] in <table> [for (its|their|the) <cell>] _in_force <at_day>",
    "<rows> _must have [a|an|one|at least one] (valid|active|current|effective) <table> [entry|row|record] <at_day>",
    "for <rows> [,] there must be [a|an] <table> [entry|row|record] _in_force <at_day>",
)
def entry_in_force(*parts: Any) -> Statement | None:
    """Each sale must have a tariffs entry that is valid on sold_on."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    listed = next(part for part in parts if isinstance(part, str))
    at = parts[-1]
    key = parts[-2] if isinstance(parts[-2], Cell) else None
    if listed == rows.table:
        return None
    fields = {"key": (key.column, "")} if key is not None else {}
    told = _rule(listed, at, where=rows.where, **fields)
    return _on_rows(told, rows.table)


def _on_rows(statement: Statement, table: str) -> Statement:
    return statement.model_copy(update={"rule": statement.rule.model_copy(update={"table": table})})
