"""Words that only name something: rows told by a participle alone, days on which people work."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell

_OF_EACH = frozenset({"every", "each", "all", "any", "no", "none"})


def refuse_nouns_as_facts(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no bare noun with a participle is told as what must be.

    Raises:
        Misfit: it names rows, and does not say whether they are wanted or to be flagged.
    """
    for part in node.walk():
        if part.symbol != "stmt" or [each.symbol for each in part.children] != ["rows", "rowvp"]:
            continue
        rows, told = part.children
        verb = told.children[0] if told.children else told
        is_bare = tokens[rows.start].low not in _OF_EACH and rows.start == 0
        if is_bare and verb.symbol == "acting" and tokens[verb.start].low.endswith("ed"):
            said = " ".join(token.text for token in tokens[rows.start : verb.end])
            raise Misfit(f"{said!r} only names rows; say what must be, or 'Flag {said} …'")


_OF_WORK = ("working", "business")


def refuse_working_days(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a working day is no day of a column that is named for work.

    Raises:
        Misfit: "every working day" was read as every day of worked_on.
    """
    for part in node.walk():
        if part.end - part.start < 1 or tokens[part.start].low not in _OF_WORK:
            continue
        of = part.meaning
        is_other = isinstance(of, Cell) and tokens[part.start].low not in of.column.lower()
        is_day = tokens[part.end - 1].low in ("day", "days")
        if part.symbol == "named_period" or (is_other and is_day):
            raise Misfit("a working day is one from Monday to Friday; name the column of the date")
