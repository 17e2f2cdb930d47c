"""Columns called by what was done and a noun for it: the billed amount, for "billed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.language.terms import Cell

_AMOUNTS = frozenset({
    "amount", "amounts", "sum", "sums", "price", "prices", "fee", "fees", "cost", "costs",
    "figure", "figures", "value", "values", "number", "numbers", "quantity", "quantities",
})  # fmt: skip
_IRREGULAR = frozenset({"paid", "sold", "spent", "lent", "held", "bought", "due", "given"})
_TRADED = frozenset({"sold", "bought", "offered"})
_OTHER_DEEDS = frozenset({"sold", "sell", "selling", "sale", "bought", "buy", "purchase", "offer"})
_AGAINST = frozenset({"above", "below", "over", "under"})
_WHAT = tuple(
    ("what", *by.split())
    for by in ("was", "is", "were", "has been", "had been", "we", "we have", "they", "was actually")
)
_COST = 0.3


def participle_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The column that "billed amount" names, where no header speaks of amounts itself."""
    yield from _sold_at(tokens, at, lexicon)
    yield from _what_was(tokens, at, lexicon)
    noun = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if noun not in _AMOUNTS or tokens[at].shape != Shape.WORD or len(lexicon.tables) != 1:
        return
    if any(stem(noun) in named.stems for named in lexicon.columns):
        return
    told = stems_of(tokens[at].text)
    found = [named for named in lexicon.columns if named.stems == told or named.roots == told]
    if len(found) != 1 or not _is_done(found[0].stems[-1]):
        return
    column = found[0].column
    if column.type in (ColumnType.INTEGER, ColumnType.NUMBER) and not _is_flag(column.values):
        cell = Cell(table="", column=column.name)
        yield Leaf("column", at, at + 2, cell, _COST, f"column {column.name}")


def _sold_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Sold above, bought below: the one column of that very name is what it was sold at."""
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if tokens[at].low not in _TRADED or behind not in _AGAINST or len(lexicon.tables) != 1:
        return
    words = {stem for named in lexicon.columns for stem in named.stems}
    found = [named for named in lexicon.columns if named.stems == ("price",)]
    if len(found) == 1 and not words & _OTHER_DEEDS:
        cell = Cell(table="", column=found[0].column.name)
        yield Leaf("column", at, at + 1, cell, _COST, f"column {cell.column}")


def _what_was(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """What was ordered, inside a statement: the column of that name, which holds it."""
    lows = [token.low for token in tokens[at : at + 4]]
    told = next((told for told in _WHAT if tuple(lows[: len(told)]) == told), None)
    lows_of_all = {token.low for token in tokens}
    is_asked = "?" in lows_of_all or (at == 0 and lows_of_all.isdisjoint(("must", "should")))
    if told is None or is_asked or len(lows) == len(told):
        return
    done = stems_of(tokens[at + len(told)].text)
    found = [named for named in lexicon.columns if done in (named.stems, named.roots)]
    if len(found) == 1 and done and (_is_done(done[-1]) or found[0].stems == done):
        cell = Cell(table="", column=found[0].column.name)
        yield Leaf("column", at, at + len(told) + 1, cell, _COST, f"column {cell.column}")


def _is_done(word: str) -> bool:
    return word in _IRREGULAR or word.endswith("ed")


def _is_flag(values: Sequence[str]) -> bool:
    """Whether what the column holds may be no more than yes and no."""
    return bool(values) and set(values) <= {"0", "1"}
