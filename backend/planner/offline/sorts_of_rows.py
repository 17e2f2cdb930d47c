"""When a common noun may stand for every row of a table that does not use it itself.

Members of a table REG_24 whose first column is "No" are its rows: nothing there tells members
from others, and nothing else is numbered that they could be.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.neutral_nouns import NEUTRAL
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stem

_KINDS = frozenset({
    "type", "typ", "kind", "category", "role", "function", "position", "occupation", "job", "sort",
    "relationship", "relation", "species", "genus",
})  # fmt: skip
"""Columns that may tell what sort of thing a row is: an invoice, or a credit note."""
_TELLS_WHICH = _KINDS | {
    "count", "status", "flag", "level", "share", "rate", "state", "since", "until", "number", "id",
    "code", "key", "quantity", "total",
}  # fmt: skip
_IDENTITIES = ID_WORDS | {"sku", "ref", "reference", "reg", "nr", "uid", "ean", "isbn", "iban"}
_SHOWS = frozenset({"flag", "list", "show", "find", "report", "name", "mark", "highlight"})
_IDLE = frozenset({"all", "any", "every", "each", "those", "these", "the", "me", "us", "please"})
_NARROWS = frozenset({"whose", "where", "who", "that", "which", "without", "with", "for"})
_CLOSE = 5
_EVERYDAY = frozenset({
    "part", "word", "term", "lot", "order", "call", "claim", "test", "box", "file", "sale", "city",
    "well", "message", "plot", "request", "site", "field", "task", "office", "action", "post",
})  # fmt: skip
"""Nouns that may be of a value, or of no row at all: any word of the title, a lot of them."""


def is_shown(tokens: Sequence[Token], at: int) -> bool:
    """Whether it stands where an owner says what is to be shown: flag members whose..."""
    before = at - 1
    while before >= 0 and tokens[before].low in _IDLE:
        before -= 1
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    is_narrowed = behind in _NARROWS
    is_narrowed = is_narrowed or (behind == "of" and stem(tokens[at].low) not in _EVERYDAY)
    return before >= 0 and tokens[before].low in _SHOWS and is_narrowed


def is_sort_of_rows(noun: str, lexicon: Lexicon, *, is_shown: bool) -> bool:
    """Whether a neutral noun, which the table does not use for its rows, may mean all of them."""
    first, *others = lexicon.columns
    if noun in _EVERYDAY and not is_shown:
        return False
    is_nameless = are_nameless(lexicon) or _are_called(noun, lexicon)
    if not (numbers_rows(first, lexicon) or is_nameless) or set(first.stems) & NEUTRAL - {noun}:
        return False
    if any(_tells_rows_apart(noun, named) for named in lexicon.columns):
        return False
    if any(noun in map(stem, value.split()[:3]) for value in lexicon.values):
        return False
    return is_shown or is_nameless or not any(_is_identity(named) for named in others)


_MOST = 0.8
"""So large a part of a key's values must be unlike where some were entered twice."""


def numbers_rows(named: NamedColumn, lexicon: Lexicon) -> bool:
    """Whether a column tells the rows apart, but for a few that a fault may have doubled."""
    return named.column.unique or (not {*named.stems} - ID_WORDS and _are_unlike(named, lexicon))


def _are_unlike(named: NamedColumn, lexicon: Lexicon) -> bool:
    rows = lexicon.tables[named.table].rows - named.column.missing
    return named.column.unique or len(named.column.values) >= _MOST * rows > 0


def _are_called(noun: str, lexicon: Lexicon) -> bool:
    """Cars, of which each has a car name, where nothing else is named or numbered."""
    names = [named for named in lexicon.columns if set(named.stems) & (_IDENTITIES | {"name"})]
    is_own = len(names) == 1 and names[0].stems == (noun, "name")
    return is_own and _are_unlike(names[0], lexicon)


_FEW = 20
"""As many values as a column of kinds may have."""


def are_nameless(lexicon: Lexicon) -> bool:
    """Whether a table only measures things: nothing in it names or numbers them."""
    texts = [named.column for named in lexicon.columns if named.column.type == ColumnType.TEXT]
    are_kinds = all(0 < len(each.values) <= _FEW and not each.unique for each in texts)
    numbered = any(set(named.stems) & _IDENTITIES - {"number"} for named in lexicon.columns)
    return are_kinds and not numbered and len(lexicon.columns) - len(texts) > 2


def _tells_rows_apart(noun: str, named: NamedColumn) -> bool:
    """Whether a column may say which rows the noun means: a role, a membership, is_member."""
    words = [stem(word) for word in named.stems]
    if set(words) & _KINDS:
        return True
    if noun in words:
        if words[-2:] == [noun, "count"]:  # so many of them, as a host has
            return False
        return words[0] != noun or bool(set(words) & _TELLS_WHICH)
    return any(_is_close(noun, word) for word in words)


def _is_close(noun: str, word: str) -> bool:
    """Subscribers and "subscribed"; also loans and "loaned"."""
    shorter = min(len(noun), len(word))
    size = min(_CLOSE, shorter)
    return shorter > 3 and noun[:size] == word[:size]


def _is_identity(named: NamedColumn) -> bool:
    """Whether a column numbers something that may have many rows."""
    return not named.column.unique and bool(set(named.stems) & _IDENTITIES)
