"""Every Monday must have a visit: the days are told, and not the rows that fell on them."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit, Unclear
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Apply, Cell, Function, Missing, Not, Term
from backend.rules.language.walk import walk
from backend.rules.missing_dates import MissingDates
from backend.rules.rule import Rule


def refuse_days_as_rows(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no day must have what its rows are called by.

    Raises:
        Unclear: no kind of rule looks for Mondays that have no row.
        Misfit: "every Monday must have a visit" was read of the visits of Mondays, each of which
            has its number; it asks for Mondays without any.
    """
    for part in node.walk():
        if part.symbol == "days_had" and isinstance(rule, MissingDates):
            days = " ".join(token.text for token in tokens[part.start : part.end])
            raise Unclear(
                f"days like {days!r} that have no row are not looked for; write 'No working day "
                f"may be missing from {rule.column}' or 'No week may be missing from {rule.column}'"
            )
    if not isinstance(rule, BrokenRows) or not _is_of_weekdays(rule):
        return
    if not any(part.symbol == "on_days" for part in node.walk()):
        return
    filled = {name for part in walk(rule) if (name := _filled(part))}
    for part in node.walk():
        of = part.meaning
        if part.symbol != "column" or not isinstance(of, Cell) or of.column not in filled:
            continue
        said = [token.low for token in tokens[part.start : part.end]]
        if _names_rows(" ".join(said), of.column, rule.table):
            raise Misfit(_which_date(" ".join(said), rule.table, context))


def _is_of_weekdays(rule: Rule) -> bool:
    return any(isinstance(part, Apply) and part.function == Function.WEEKDAY for part in walk(rule))


def _filled(told: Term) -> str:
    inner = told.part if isinstance(told, Not) else None
    of = inner.of if isinstance(inner, Missing) else None
    return of.column if isinstance(of, Cell) else ""


def _names_rows(said: str, column: str, table: str) -> bool:
    """Whether a key is called by what its rows are: an order, for order_id."""
    words, name = stems_of(said), stems_of(column)
    bare = tuple(word for word in name if word not in ID_WORDS)
    return words == stems_of(table)[-len(words) :] or (words == bare and bare != name)


def _which_date(said: str, table: str, context: Context) -> str:
    columns = context.tables[table].columns if table in context.tables else ()
    dates = [column.name for column in columns if column.date_format is not None]
    if len(dates) > 1:
        return (
            f"it is not clear which date tells the day of a row of {table}, "
            f"{' or '.join(dates)}; write 'No working day may be missing from {dates[0]}.' for "
            "days from Monday to Friday, or 'No day may be missing from …'"
        )
    return (
        f"days without any {said} are asked for, and they are counted as every day or every "
        f"working day; write 'Every working day must have a {said}.', or say which cell must be "
        "filled"
    )
