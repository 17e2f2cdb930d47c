"""Phrases for columns that a table must have, told as columns: the status column must be present."""

from __future__ import annotations

from backend.rules.phrasing import Phrases, Statement
from backend.rules.wrong_columns import WrongColumns

phrase = Phrases()


@phrase(
    "stmt",
    "<headers> (column|columns) _must (exist|be present|be there)",
    "<headers> (column|columns) _must_not be (missing|absent)",
    "(column|columns) <headers> _must_not be (missing|absent)",
    "no (column|columns) <headers> _may be (missing|absent)",
)
def are_there(names: tuple[str, ...]) -> Statement:
    """The status column must be present: of the table, unless its cells are meant."""
    return Statement(rule=WrongColumns(table="", way="has", columns=names))


@phrase("stmt", "<headers> (column|columns) _must_not (exist|be present|be there)")
def are_not_there(names: tuple[str, ...]) -> Statement:
    """The status column must not exist."""
    return Statement(rule=WrongColumns(table="", way="lacks", columns=names))
