"""Shortenings of headers that all read alike: cnt is a count, and neither country nor content."""

from __future__ import annotations

from backend.planner.offline.words import root

_MEANT = {
    "vol": "volume", "cap": "capacity", "dist": "distance", "rev": "revenue",
    "temp": "temperature", "dur": "duration", "len": "length", "wt": "weight", "ht": "height",
    "cnt": "count", "count": "count", "ttl": "total", "clr": "colour color",
    "qty": "quantity quantities", "amt": "amount", "pct": "percent percentage",
    "disc": "discount", "alt": "altitude", "hum": "humidity", "diam": "diameter",
    "elev": "elevation", "avg": "average", "pt": "patient point", "pts": "patient point",
}  # fmt: skip
_ROOTS = {short: frozenset(map(root, nouns.split())) for short, nouns in _MEANT.items()}
_LONG_ENOUGH = 5


def is_meant(header: str, noun: str) -> bool | None:
    """Whether a well-known shortening is short for a noun; nothing where it is not well known."""
    known = _ROOTS.get(header)
    return None if known is None else root(noun) in known


def surely_shortens(header: str, noun: str) -> bool:
    """Whether a header's word is a noun, a well-known shortening of it, or long enough."""
    if header == noun or is_meant(header, noun):
        return True
    return len(header) >= _LONG_ENOUGH and noun.startswith(header)
