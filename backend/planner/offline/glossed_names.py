"""Names of an owner's own with the column in brackets behind them: the date of birth (born)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.keys import is_key
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import (
    FUNCTION_WORDS,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    stem,
    stems_of,
)
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Subjects

_LONGEST = 6
_LONGEST_HEADER = 5
_COST = 0.3
_LINKS = frozenset({"of", "per"})
_ARTICLES = frozenset({"the", "a", "an"})
_COLUMN_WORDS = frozenset({"column", "field", "in", "the", "i.e.", "see"})
_MEASURES = frozenset({
    "average", "mean", "median", "sum", "total", "count", "number", "share", "maximum", "minimum",
    "highest", "lowest", "largest", "smallest", "last", "latest", "earliest", "previous", "next",
    "half", "double", "twice", "difference", "ratio", "length", "month", "year", "weekday",
    "hour", "minute", "sign", "digit", "letter", "character", "part", "end", "percentage",
    "proportion", "range", "spread", "variance", "deviation", "quartile", "percentile", "oldest",
    "newest", "word", "form", "format", "value", "row", "change", "increase", "decrease", "rest",
    "duration", "age", "beginning", "start", "prefix", "suffix", "domain", "most", "common",
    "frequent", "list", "set", "must", "should", "shall", "need", "needs", "cannot", "never",
    "always", "flag", "show", "find", "unless", "except", "because", "while", "whose", "rows",
    "every", "each", "combination", "pair", "new", "old", "negative", "positive", "empty",
    "blank", "missing", "duplicate", "unique", "sold",
})  # fmt: skip
"""Words that make something else of a column, or are no part of a name."""
_COUNTS = frozenset({"number", "count", "quantity", "amount"})
_COUNT_STEMS = frozenset({"num", "number", "nr", "n", "count", "cnt", "qty", "quantity", "amount"})
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_OPENS = frozenset({
    "the", "a", "an", "each", "every", "its", "their", "whose", "any", "all", "if", "when",
    "where", "and", "that", "is", "are", "does", "do", ",", ";", ".", ":", "?", "no", "than",
    "with", "after", "before",
})  # fmt: skip


def glossed_name_leaves(
    sentence: str, tokens: Sequence[Token], start: int, lexicon: Lexicon
) -> Iterator[Leaf]:
    """Words that name no column, and then in brackets the one that is meant."""
    if start > 0 and tokens[start - 1].low not in _OPENS:
        return
    if tokens[start].low in _LINKS | _ARTICLES:
        return
    for end in range(start + 1, min(len(tokens), start + _LONGEST) + 1):
        if end < len(tokens) and tokens[end].text == "(":
            cell, close = _in_brackets(sentence, tokens, end, lexicon)
            words = tokens[start:end]
            if cell is None:
                yield from _of_several(sentence, tokens, (start, end), lexicon)
            if cell is not None and _may_name(words, cell, lexicon):
                yield Leaf("column", start, close, cell, _COST, f"column {cell.column}")
            return


def _in_brackets(
    sentence: str, tokens: Sequence[Token], at: int, lexicon: Lexicon
) -> tuple[Cell | None, int]:
    """The column whose exact name is all that the brackets hold, and where they end."""
    first = at + 1
    while first < len(tokens) and tokens[first].low in _COLUMN_WORDS:
        first += 1
    for end in range(first + 1, min(len(tokens), first + _LONGEST_HEADER) + 1):
        if end < len(tokens) and tokens[end].text == ")":
            text = sentence[tokens[first].start : tokens[end - 1].end].strip("'\"`").lower()
            found = [named for named in lexicon.columns if named.column.name.lower() == text]
            is_one = len({named.column.name for named in found}) == 1
            return (Cell(table="", column=found[0].column.name) if is_one else None), end + 1
    return None, at


def _of_several(
    sentence: str, tokens: Sequence[Token], words: tuple[int, int], lexicon: Lexicon
) -> Iterator[Leaf]:
    """A seat (hall and chair): the columns that together are what the words call it."""
    start, at = words
    found: list[Cell] = []
    while at < len(tokens) and (tokens[at].text in "(,+/" or tokens[at].low == "and"):
        at += 1
        named = _one_of_several(sentence, tokens, at, lexicon)
        if named is None:
            continue
        cell, at = named
        found.append(cell)
    if at < len(tokens) and tokens[at].low in ("together", "combined"):
        at += 1
    is_closed = at < len(tokens) and tokens[at].text == ")"
    told = tokens[start : words[1]]
    are_columns = is_closed and len(set(found)) == len(found) > 1 and len(told) == 1
    if are_columns and all(_is_of_name(told[0], cell, lexicon) for cell in found):
        key = Subjects(items=tuple(found))
        yield Leaf("key", start, at + 1, key, _COST, f"columns {_joined(found)}")


def _joined(cells: Sequence[Cell]) -> str:
    return " and ".join(cell.column for cell in cells)


def _one_of_several(
    sentence: str, tokens: Sequence[Token], at: int, lexicon: Lexicon
) -> tuple[Cell, int] | None:
    """The column whose exact name stands here, the longest if there are some, and its end."""
    for end in range(min(len(tokens), at + _LONGEST_HEADER), at, -1):
        text = sentence[tokens[at].start : tokens[end - 1].end].lower()
        names = {n.column.name for n in lexicon.columns if n.column.name.lower() == text}
        if len(names) == 1:
            return Cell(table="", column=names.pop()), end
    return None


def _may_name(words: Sequence[Token], cell: Cell, lexicon: Lexicon) -> bool:
    if _is_number_of(words, cell, lexicon):
        return True
    if _is_another(words, cell, lexicon):
        return False
    return _is_name(words, cell) and all(_is_of_name(word, cell, lexicon) for word in words)


def _is_another(words: Sequence[Token], cell: Cell, lexicon: Lexicon) -> bool:
    """Gross weight (net_weight): the words are another column's header, blanks aside."""
    text = "".join(word.low for word in words)
    others = (each.column.name for each in lexicon.columns if each.column.name != cell.column)
    return any(text == "".join(filter(str.isalnum, name.lower())) for name in others)


def _is_number_of(words: Sequence[Token], cell: Cell, lexicon: Lexicon) -> bool:
    """The number of views (numViews): what its header counts, and no count of rows."""
    lows = [word.low for word in words if word.low not in _ARTICLES]
    if len(lows) != 3 or lows[0] not in _COUNTS or lows[1] != "of":
        return False
    columns = [named.column for named in lexicon.columns if named.column.name == cell.column]
    are_numbers = all(column.reads_as in _NUMBERS for column in columns)
    stems = set(stems_of(cell.column))
    is_counted = bool(stems & _COUNT_STEMS) or cell.column.lower() == lows[2] != stem(lows[2])
    return are_numbers and is_counted and stem(lows[2]) in stems and not is_key(cell.column)


def _is_name(words: Sequence[Token], cell: Cell) -> bool:
    """Gross weight, date of birth: one thing of one thing; "long stays" are a sort of rows."""
    lows = [word.low for word in words if word.low not in _ARTICLES]
    links = [at for at, low in enumerate(lows) if low in _LINKS]
    if len(links) > 1 or any(low not in _LINKS and stem(low) != low for low in lows):
        return False
    before, after = (lows[: links[0]], lows[links[0] + 1 :]) if links else (lows, [])
    if not 0 < len(before) < 3 or len(after) != len(links):
        return False
    is_qualified = len(before) == 2 and stems_of(cell.column) == (before[1],)
    return not is_qualified


def _is_of_name(token: Token, cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a word may be part of a name: no value, no other column, nothing that measures."""
    low = token.low
    if low in _LINKS | _ARTICLES:
        return True
    if low.endswith("ed") or (low.startswith("un") and not low.startswith("uni")):
        return False
    if token.shape != Shape.WORD or not low.replace("-", "").isalpha() or low in lexicon.values:
        return False
    if stem(low) in _MEASURES or low in _MEASURES | FUNCTION_WORDS:
        return False
    if low in ORDINALS or low in NUMBER_WORDS or low in MONTHS:
        return False
    return all(
        named.column.name == cell.column or (stem(low),) != named.stems for named in lexicon.columns
    )
