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
_SIDES = {"before": "<", "after": ">", "since": ">=", "until": "<=", "till": "<="}
_ONWARDS = frozenset({"on", "onwards", "onward"})
_MADE = frozenset({"made", "produced", "built", "founded", "printed", "written", "shot", "born"})
_COST = 0.3
_FIRST, _LAST = 1800, 2199


def year_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The rows of 2024: those whose year it is, if no day could be meant instead."""
    token = tokens[at]
    is_year = token.shape == Shape.NUMBER and token.text.isdigit() and len(token.text) == 4
    if not is_year or not at or len(lexicon.tables) != 1:
        return
    before = tokens[at - 1].low
    if before not in _AT and before not in _SIDES and before != "to":
        return
    cell = _year_column(lexicon)
    if cell is None or not _FIRST <= int(token.text) <= _LAST:
        return
    wanted = Constant(value=int(token.text), reads=Reads.NUMBER)
    if before in _AT:
        told = Compare(left=cell, sign="==", right=wanted)
        yield Leaf("adjective", at, at + 1, told, _COST, f"{cell.column} = {token.text}")
    start, end, sign = _side(tokens, at)
    start -= bool(sign) and _is_made(tokens, start - 1, lexicon)
    if sign and cell.column.lower() == "year":  # before 1950: not those who were born by then
        told = Compare.model_validate({"left": cell, "sign": sign, "right": wanted})
        yield Leaf("rel", start, end, told, _COST, f"{cell.column} {sign} {token.text}")


def _year_column(lexicon: Lexicon) -> Cell | None:
    """The one column of years, where no day could be meant instead."""
    years = [named for named in lexicon.columns if named.stems[-1:] == ("year",)]
    has_days = any(named.is_date for named in lexicon.columns)
    if len(years) != 1 or has_days or years[0].column.type != ColumnType.INTEGER:
        return None
    return Cell(table="", column=years[0].column.name)


def _side(tokens: Sequence[Token], at: int) -> tuple[int, int, str]:
    """Before 1950, up to 1960, from 2000 on: where that stands, and on which side the years lie."""
    before, behind = tokens[at - 1].low, tokens[at + 1].low if at + 1 < len(tokens) else ""
    if before == "from" and behind in _ONWARDS:
        return at - 1, at + 2, ">="
    if before == "to" and at > 1 and tokens[at - 2].low == "up":
        return at - 2, at + 1, "<="
    return at - 1, at + 1, _SIDES.get(before, "")


def _is_made(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Made before 1960: a verb of things that come to be, and of no column of its own."""
    return at > 0 and tokens[at].low in _MADE and tokens[at].low not in lexicon.header_words


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
