"""Tables whose name a sentence turns around, or spells out: the January stock list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import MONTHS, root, stems_of

_FILES = frozenset({
    "list", "table", "file", "sheet", "data", "dataset", "register", "book", "log", "export",
    "extract", "snapshot", "listing",
})  # fmt: skip
_ROWS = frozenset({"row", "rows", "record", "records", "entry", "entries", "line", "lines"})
_LINKS = frozenset({"of", "for", "from", "in"})
_COST = 0.3
_LONGEST = 3


def turned_table_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The table that these words name in another order, or by its month: stock_jan."""
    if tokens[at].shape != Shape.WORD:
        return
    for end in range(at + 1, min(len(tokens), at + _LONGEST) + 1):
        for table, close in _named(tokens, at, end, lexicon):
            yield Leaf("table", at, close, table, _COST, f"table {table}")
    yield from _rows_of_month(tokens, at, lexicon)
    yield from _by_own_word(tokens, at, lexicon)


def _by_own_word(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Staging trips, the staging table: trips_staging, where the other table is called trips."""
    word = root(tokens[at].low)
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    named = {name: {*map(root, stems)} for name, stems in lexicon.table_stems.items()}
    owners = [name for name, words in named.items() if word in words]
    if len(owners) != 1 or len(named) != 2 or tokens[at].low in lexicon.values:
        return
    (own,) = owners
    shared = named[own] & set().union(*(words for name, words in named.items() if name != own))
    is_noun = behind in _ROWS | _FILES or {*map(root, stems_of(behind))} & shared
    if shared and is_noun and not any(word in column.roots for column in lexicon.columns):
        yield Leaf("table", at, at + 2, own, _COST, f"table {own}")


def _named(
    tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon
) -> Iterator[tuple[str, int]]:
    """A table of these words in any order, and where a word for what it is ends behind them."""
    words = [token for token in tokens[at:end] if token.low not in _LINKS]
    if words[:1] != [tokens[at]] or words[-1:] != [tokens[end - 1]]:
        return
    told = sorted(part for token in words for part in _parts(token))
    for table in lexicon.tables:
        parts = _table_parts(table)
        is_month = len(parts) > 1 and told == _months(parts)
        whole = len(parts) > 1 and told == sorted(parts)
        close = end + (end < len(tokens) and tokens[end].low in _FILES)
        is_alone = at > 0 and tokens[at - 1].low in _LINKS and len(_siblings(table, lexicon)) == 1
        if whole or (is_month and (close > end or is_alone)):
            yield table, close


def _rows_of_month(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """February items: the rows of the table of that month, by what its first column names."""
    if at + 1 >= len(tokens) or not tokens[at].text[:1].isupper():
        return
    month, noun = _parts(tokens[at]), tokens[at + 1].low
    found = [table for table in lexicon.tables if month == _months(_table_parts(table))]
    if len(found) != 1 or tokens[at + 1].shape != Shape.WORD:
        return
    first = lexicon.tables[found[0]].columns[:1]
    known = {tuple(map(root, stems_of(column.name)))[:1] for column in first}
    if noun in _ROWS:
        yield Leaf("table", at, at + 2, found[0], _COST, f"table {found[0]}")
    elif tuple(map(root, stems_of(noun))) in known:
        yield Leaf("table", at, at + 1, found[0], _COST, f"table {found[0]}")


def _siblings(table: str, lexicon: Lexicon) -> list[str]:
    """The other tables that are called as this one but for their month."""
    parts = _table_parts(table)
    rest = [part for part in parts if part not in _months(parts)]
    others = (each for each in lexicon.tables if each != table)
    return [
        each
        for each in others
        if [part for part in _table_parts(each) if not part.isdigit()] == rest
        and _months(_table_parts(each))
    ]


def _table_parts(table: str) -> list[str]:
    return [_spelled(part) for part in stems_of(table)]


def _months(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if part.isdigit() and part in _NUMBERS]


def _parts(token: Token) -> list[str]:
    """The words of a token, each month by its number: a small "may" is none."""
    if token.low in MONTHS and token.text[:1].isupper():
        return [_NUMBER_OF[token.low]]
    return [root(part) for part in stems_of(token.text)]


def _spelled(part: str) -> str:
    return _NUMBER_OF.get(part, root(part))


_NUMBER_OF = {name: f"{number:02}" for name, number in MONTHS.items()}
_NUMBERS = frozenset(_NUMBER_OF.values())
