"""Phrases for a table that is named twice: its car in cars, the products table, cars (the table)."""

from __future__ import annotations

from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words(
    "_list_of_rows",
    "table | list | file | sheet | catalogue | catalog | register | master data | dataset | tab | data",
)
phrase.words(
    "_standing_in",
    "in | from | listed in | found in | recorded in | held in | known in | on file in | stored in",
)


@phrase(
    "table",
    "<table> _standing_in [our] <table>",
    r"<table> \( <table> \)",
    r"<table> \( [see|in|from] <table> [_list_of_rows] \)",
    cost=0.02,
)
def named_twice(one: str, again: str) -> str | None:
    """Its car in cars: the noun is a row of that very table."""
    return one if one == again else None


@phrase("table", "<table> _list_of_rows", cost=0.05)
@phrase(
    "table",
    "(table|file|sheet) [of|called|named] <table>",
    "list (of|called|named) <table>",
    cost=0.05,
)
def listed(table: str) -> str:
    """The products table."""
    return table
