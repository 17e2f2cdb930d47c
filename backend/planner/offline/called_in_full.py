"""Columns of a well-known abbreviation by what it stands for: the bank account, for an iban."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import parts_of, stem, stems_of
from backend.rules.language.terms import Cell

_IN_FULL: dict[tuple[str, ...], tuple[str, ...]] = {
    ("bank account", "account number", "bank account number"): ("iban",),
    ("postal code", "post code", "zip code", "postcode", "zip"): ("postcode", "zip", "plz"),
    ("bar code", "barcode"): ("ean", "gtin", "upc"),
    ("chassis number", "vehicle identification number"): ("vin",),
    ("swift code", "bank identifier code"): ("bic", "swift"),
    ("book number",): ("isbn",),
    ("licence plate", "license plate", "number plate"): ("plate",),
    ("web address", "web page"): ("url", "uri"),
}
_HEADERS = {stems_of(name): headers for names, headers in _IN_FULL.items() for name in names}
_LONGEST = 3
_COST = 0.5


def full_name_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The one column with such a header, where no other has a word of what it is called."""
    for end in range(start + 1, min(len(tokens), start + _LONGEST) + 1):
        words = tokens[start:end]
        if any(word.shape != Shape.WORD for word in words):
            return
        stems = tuple(stem(part) for word in words for part in parts_of(word.text))
        wanted = {stems_of(header) for header in _HEADERS.get(stems, ())}
        found = {named.column.name: named for named in lexicon.columns if named.stems in wanted}
        if len(found) != 1 or " ".join(word.low for word in words) in lexicon.values:
            continue
        (name,) = found
        others = [each.stems for each in lexicon.columns if each.column.name != name]
        own = set(stems) - {"code", "number"}
        if not any(own & set(words) for words in (*others, *lexicon.table_stems.values())):
            yield Leaf("column", start, end, Cell(table="", column=name), _COST, f"column {name}")
