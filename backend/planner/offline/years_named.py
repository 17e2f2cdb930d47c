"""A year that a sentence names by its number alone, where one column tells it: for 2024.

Also a year that is told once, behind the last of several days: 4 July or 5 July 2024.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf, Node
from backend.planner.offline.context import Unclear
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Cell, Compare, Constant, Reads

_AT = frozenset({"in", "for", "of", "from", "during"})
_COST = 0.3
_FIRST, _LAST = 1800, 2199


def year_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The rows of 2024: those whose year it is, if no day could be meant instead."""
    token = tokens[at]
    is_year = token.shape == Shape.NUMBER and token.text.isdigit() and len(token.text) == 4
    if not is_year or not at or tokens[at - 1].low not in _AT or len(lexicon.tables) != 1:
        return
    years = [named for named in lexicon.columns if named.stems[-1:] == ("year",)]
    has_days = any(named.is_date for named in lexicon.columns)
    if len(years) != 1 or has_days or years[0].column.type != ColumnType.INTEGER:
        return
    if _FIRST <= int(token.text) <= _LAST:
        cell = Cell(table="", column=years[0].column.name)
        wanted = Constant(value=int(token.text), reads=Reads.NUMBER)
        told = Compare(left=cell, sign="==", right=wanted)
        yield Leaf("adjective", at, at + 1, told, _COST, f"{cell.column} = {token.text}")


_AND_OR = frozenset({"or", "and", "nor", ","})


def refuse_years_of_one(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no day of any year stands before one that has its year.

    Raises:
        Unclear: "the 4th of July or 5 July 2024" may be two days of that year.
    """
    told = [*node.walk()]
    yearly = [part for part in told if part.symbol == "yearly_date"]
    starts, ends = {part.start for part in yearly}, {part.end for part in yearly}
    for part in told:
        is_day = isinstance(part.meaning, Constant) and part.meaning.reads == Reads.DATE
        if not is_day or part.end - part.start < 2:
            continue
        between = [tokens[at : part.start] for at in {part.start - 1, part.start - 2} & ends]
        between += [tokens[part.end : at] for at in {part.end + 1, part.end + 2} & starts]
        if any(all(each.low in _AND_OR for each in signs) for signs in between):
            raise Unclear("say whether the year is that of both days, or tell it with each of them")
