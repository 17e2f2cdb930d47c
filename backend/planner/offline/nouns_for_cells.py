"""Common nouns that may be for a column: dates, an address, blank times."""

from __future__ import annotations

from backend.planner.offline.words import stem, stems_of
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule


def like(noun: str) -> str:
    """The singular of a noun that may be for a column."""
    return noun if noun in LIKE else stem(noun)


LIKE: dict[str, frozenset[str]] = {
    "coordinate": frozenset({"latitude", "longitude", "x", "y", "easting", "northing", "z"}),
    "address": frozenset({"email", "ip", "mac", "street", "url", "ipv", "ipaddress", "address"}),
    "link": frozenset({"url", "uri", "website", "homepage"}),
    "date": frozenset({"date"}),
    "time": frozenset({"time", "clock"}),
    "amount": frozenset({"amount", "sum", "total"}),
    "temperature": frozenset({"tmin", "tmax", "temperature"}),
    "value": frozenset(),
    "entry": frozenset(),
    "figure": frozenset(),
    "reading": frozenset(),
    "content": frozenset(),
}  # fmt: skip
"""Nouns for columns, by what stands in a header of one; nothing where they are for any column."""


def is_like(cell: Cell, word: str) -> bool:
    """Whether a noun may be for a column: an address for borrower_mail."""
    return not LIKE[word] or bool(LIKE[word] & set(stems_of(cell.column)))


def is_of_values(rule: Rule, words: tuple[str, ...]) -> bool:
    """Whether nouns are for columns of which each key has one value."""
    if not isinstance(rule, InconsistentValues):
        return False
    cells = [Cell(table=rule.table, column=column) for column in rule.values]
    return all(any(is_like(cell, word) for cell in cells) for word in words)
