"""Which texts are numbers: plain decimal notation that a machine number holds exactly.

An optional minus, no leading zeros, no plus, no blanks, no thousands separators, ASCII digits. An
exponent needs a decimal point before it or a sign in it (``1.5e10``, ``1e-05``; ``12E4`` is a
code).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from backend.tables.vectors import Mask, as_integers, as_mask, of_mask

_INTEGER = r"^-?(?:0|[1-9][0-9]*)$"
_NUMBER = (
    r"^-?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+(?:[eE][+-]?[0-9]+)?|[eE][+-][0-9]+)?"
    r"|\.[0-9]+(?:[eE][+-]?[0-9]+)?)$"
)
_PADDED = r"^-?0[0-9]+$"
_SAFE_INTEGER_LENGTH = 18
# A decimal of 15 significant digits comes back from a float64 as it was written (IEEE 754).
SAFE_NUMBER_LENGTH = 15
_LAST_EXACT_INTEGER = 2**53
_INT64 = range(-(2**63), 2**63)


class Numerals(NamedTuple):
    """Which of some distinct texts are integers (int64) or numbers (float64), exactly.

    ``has_codes`` tells of digits with leading zeros: such a column holds codes, not numbers.
    """

    integers: Mask
    numbers: Mask
    has_codes: bool


def find_numerals(texts: pa.Array) -> Numerals:
    """Judge distinct texts; an integer up to 2**53 is a number too."""
    numbers = matches(texts, _NUMBER)
    integers = matches(texts, _INTEGER) if numbers.any() else numbers
    lengths = as_integers(pc.utf8_length(texts))
    long = integers & (lengths > _SAFE_INTEGER_LENGTH)
    doubtful = numbers & ((lengths > SAFE_NUMBER_LENGTH) | matches(texts, "[eE]"))
    doubtful[doubtful] = ~_comes_back(texts.filter(of_mask(doubtful)))
    return Numerals(
        integers=_judged(texts, integers, long, _fits_int64),
        numbers=_judged(texts, numbers, doubtful, _fits_float64),
        has_codes=bool(matches(texts, _PADDED).any()),
    )


def matches(texts: pa.Array, pattern: str) -> Mask:
    """Which texts hold a match of a pattern in RE2's syntax."""
    return as_mask(pc.match_substring_regex(texts, pattern))


def _judged(texts: pa.Array, found: Mask, doubtful: Mask, is_exact: Callable[[str], bool]) -> Mask:
    judged = found.copy()
    judged[doubtful] = [is_exact(text) for text in texts.filter(of_mask(doubtful)).to_pylist()]
    return judged


def _comes_back(texts: pa.Array) -> Mask:
    """Which decimals a float64 gives back letter by letter: the quick proof of most."""
    again = pc.cast(pc.cast(texts, pa.float64()), pa.large_string())
    return as_mask(pc.equal(again, texts)) & matches(texts, r"\.")


def _fits_int64(text: str) -> bool:
    return len(text) <= 20 and int(text) in _INT64


def _fits_float64(text: str) -> bool:
    """Whether the decimal is the shortest, or the 17-digit, spelling of a float64."""
    if text.lstrip("-").isdigit():
        return len(text) <= 20 and abs(int(text)) <= _LAST_EXACT_INTEGER
    value = float(text)
    if value == 0:
        return not any(digit in "123456789" for digit in text.lower().partition("e")[0])
    if math.isinf(value):
        return False
    return Decimal(text) in (Decimal(repr(value)), Decimal(f"{value:.17g}"))
