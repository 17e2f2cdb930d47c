"""Phrases for the row that a row leads to, called by its deed: the customer who placed the order."""

from __future__ import annotations

from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.widen(
    "_dealt_with", "ordered | wrote | filed | opened | received | paid | paid for | made out"
)


@phrase("whose_row", "<table> (who|that|which) _dealt_with <table>", cost=0.1)
def who_did_it(table: str, own: str) -> str | None:
    """The customer who placed the order, told of an order."""
    return table if table != own else None
