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
    ("web address", "web page", "link", "url", "web link"): ("url", "uri", "link", "href"),
    ("alcohol", "alcohol content", "alcohol by volume", "alcohol level"): ("abv",),
    ("bitterness", "bitterness unit", "bittering unit"): ("ibu",),
    ("social security number",): ("ssn",),
}
_HEADERS = {stems_of(name): headers for names, headers in _IN_FULL.items() for name in names}
_OF_PERSONS = {
    "first": ("fname", "f_name", "name_f"),
    "last": ("lname", "l_name", "name_l"),
    "middle": ("mname", "m_name", "name_m"),
}
"""The headers of names of persons, which only stand beside one another."""
_BEFORE_NAMES = frozenset({"and", "or", "&", "nor"})
_LONGEST = 3
_COST = 0.5


def full_name_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The one column with such a header, where no other has a word of what it is called."""
    yield from _names_of_persons(tokens, start, lexicon)
    for end in range(start + 1, min(len(tokens), start + _LONGEST) + 1):
        words = tokens[start:end]
        if any(word.shape != Shape.WORD for word in words):
            return
        stems = tuple(stem(part) for word in words for part in parts_of(word.text))
        called = _called(stems, lexicon)
        if len(called) != 1 or " ".join(word.low for word in words) in lexicon.values:
            continue
        ((name, own),) = called.items()
        others = [each.stems for each in lexicon.columns if each.column.name != name]
        if not any(own & set(words) for words in (*others, *lexicon.table_stems.values())):
            yield Leaf("column", start, end, Cell(table="", column=name), _COST, f"column {name}")


def _called(stems: tuple[str, ...], lexicon: Lexicon) -> dict[str, set[str]]:
    """The columns that are so called, each with the words that stand for the end of its header.

    Words before these are those of the header, or the noun of its table: the photo link.
    """
    found = {}
    for at in range(len(stems)):
        before, own = stems[:at], stems[at:]
        ends = {stems_of(header) for header in _HEADERS.get(own, ())} - {own}
        for named in lexicon.columns if ends else ():
            table = lexicon.table_stems[named.table]
            rests = [named.stems[: -len(end)] for end in ends if named.stems[-len(end) :] == end]
            if any(before in ((), rest) or (before, rest) == (table, ()) for rest in rests):
                found[named.column.name] = set(own) - {"code", "number"}
    return found


def _names_of_persons(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """First names of a table with f_name and l_name; first and last name."""
    headers = {named.column.name.lower(): named.column.name for named in lexicon.columns}
    held = {
        which: headers[name]
        for which, names in _OF_PERSONS.items()
        for name in names
        if name in headers
    }
    if start >= len(tokens):
        return
    which, end = tokens[start].low, start + 1
    if "first" not in held or "last" not in held or which not in held:
        return
    behind = [token.low for token in tokens[end : end + 3]]
    is_named = [stem(low) for low in behind[:1]] == ["name"]
    is_shared = (
        len(behind) == 3
        and behind[0] in _BEFORE_NAMES
        and behind[1] in held
        and stem(behind[2]) == "name"
    )
    if is_named or is_shared:
        cell = Cell(table="", column=held[which])
        yield Leaf("column", start, end + is_named, cell, _COST, f"column {cell.column}")
