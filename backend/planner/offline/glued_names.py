"""Names of tables and headers that are two words written as one: orderdetails, invoiceline."""

from __future__ import annotations

import re

_OWNERS = (
    "order", "invoice", "sale", "sales", "product", "purchase", "playlist", "shipment", "cart",
    "basket", "receipt", "payment", "booking", "reservation", "quote", "delivery", "journal",
    "budget", "transfer", "return", "claim", "country", "credit", "shop", "work", "film",
    "customer", "employee", "line", "bill",
)  # fmt: skip
_ROWS = (
    "detail", "details", "line", "lines", "item", "items", "position", "positions", "entry",
    "entries", "order", "orders", "track", "tracks", "language", "languages", "actor", "actors",
    "category", "categories",
)  # fmt: skip
_GLUED = re.compile(rf"({'|'.join(_OWNERS)})({'|'.join(_ROWS)})", re.IGNORECASE)
_WORDS = frozenset({"line lines", "line line"})
"""What makes no two words."""


def taken_in_two(part: str) -> tuple[str, ...]:
    """The two words of such a name, or the one that it is."""
    found = _GLUED.fullmatch(part)
    if found is None or " ".join(found.groups()).lower() in _WORDS:
        return (part,)
    return (found[1], found[2])
