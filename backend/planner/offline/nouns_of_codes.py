"""What a code is the code of, beside how long it is: an eight-digit customer number, a 4-digit PIN.

Such a noun says no more of the text. Nouns that do (a phone number, a country code, a whole
number) are none of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS

_OWNERS = frozenset({
    "customer", "client", "member", "membership", "employee", "staff", "personnel", "student",
    "pupil", "patient", "user", "supplier", "vendor", "order", "invoice", "ticket", "booking",
    "reservation", "product", "article", "item", "part", "stock", "account", "contract", "policy",
    "case", "file", "document", "record", "registration", "identification", "reference", "device",
    "machine", "asset", "equipment", "room", "seat", "locker", "store", "shop", "branch",
    "department", "project", "batch", "lot", "tracking", "shipment", "parcel", "delivery", "badge",
    "access", "pin", "entry", "postal",
})  # fmt: skip
_CODES = frozenset({"number", "code", "id", "identifier", "reference"})
_ALONE = frozenset({"pin", "identifier", "reference"})
_SIGNS = frozenset({"digit", "digits", "letter", "letters", "character", "characters"})
_DIGITS = frozenset({"digit", "digits"})
_OF = frozenset({"of", "with", "having"})
_BEFORE = frozenset({"a", "an", "be", "is", "are"})


def code_noun_leaves(tokens: Sequence[Token], at: int) -> Iterator[Leaf]:
    """Customer number, behind "8-digit" or before "of 8 digits"."""
    end = _end(tokens, at) if at else 0
    if end and (_is_behind_size(tokens, at) or _is_before_size(tokens, at, end)):
        yield Leaf("code_noun", at, end, True, 0.0, "a code")


def _end(tokens: Sequence[Token], at: int) -> int:
    low, behind = tokens[at].low, "".join(token.low for token in tokens[at + 1 : at + 2])
    if low in _OWNERS and behind in _CODES:
        return at + 2
    return at + 1 if low in _ALONE else 0


def _is_behind_size(tokens: Sequence[Token], at: int) -> bool:
    signs = _DIGITS if tokens[at].low == "postal" else _SIGNS
    return at > 1 and tokens[at - 1].low in signs and _is_number(tokens[at - 2])


def _is_before_size(tokens: Sequence[Token], at: int, end: int) -> bool:
    if tokens[at - 1].low not in _BEFORE or end + 2 >= len(tokens) or tokens[end].low not in _OF:
        return False
    at = end + 1 + (tokens[end + 1].low == "exactly")
    return _is_number(tokens[at]) and tokens[at + 1].low in _SIGNS


def _is_number(token: Token) -> bool:
    return token.shape == Shape.NUMBER or token.low in NUMBER_WORDS
