"""Pieces of a text as they are said: a number, a whole number from 0 to 100, the word min, kg."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.rules.language.terms import Constant
from backend.rules.phrasing import Phrases

phrase = Phrases()
Piece = tuple[str, str]

_HIGHEST = 100_000
"""Up to where a range is written out."""
_UNITS = (
    "min", "mins", "sec", "secs", "hr", "hrs", "h", "s", "kg", "mg", "g", "km", "cm", "mm", "m",
    "ml", "cl", "l", "lb", "lbs", "oz", "ft", "px", "kb", "mb", "gb", "eur", "usd", "kcal", "kwh",
)  # fmt: skip

# Numbers ----------------------------------------------------------------------------------------


@phrase("number_piece", "[a|an|one] (whole number|integer)", cost=0.05)
def whole_number() -> Piece:
    """A whole number, without a sign."""
    return (r"\d+", "class")


@phrase("number_piece", "[a|any] number", cost=0.05)
def any_number() -> Piece:
    """A number, with decimals or without."""
    return (r"\d+(\.\d+)?", "class")


@phrase(
    "number_piece",
    "[a|an] (whole number|integer|number) (from|between) <number> (to|and|through|up to) <number>",
    "[a|an] (whole number|integer|number) <number> to <number>",
    cost=-0.2,
)
def number_of_range(low: Constant, high: Constant) -> Piece | None:
    """A whole number from 0 to 100: each of them, without zeros ahead."""
    if not isinstance(low.value, int) or not isinstance(high.value, int):
        return None
    if not 0 <= low.value < high.value <= _HIGHEST:
        return None
    return (f"({'|'.join(_parts(low.value, high.value))})", "class")


def _parts(low: int, high: int) -> Iterator[str]:
    """Patterns of the numbers of a range, each of numbers that differ in their last digits."""
    while low <= high:
        size = 1
        while low % (size * 10) == 0 and low > 0 and low + size * 10 - 1 <= high:
            size *= 10
        if low == 0 and high >= 9:
            size = 10
        last = min(low + size - 1, high)
        lead = low // size
        ahead = lead
        while size > 1 and ahead % 10 < 9 and (ahead + 2) * size - 1 <= high and lead > 0:
            ahead += 1
        yield _spelled(lead, ahead, size, last)
        low = (ahead + 1) * size if size > 1 else low + 1


def _spelled(lead: int, ahead: int, size: int, last: int) -> str:
    if size == 1:
        return str(last)
    digits = "[0-9]" * (len(str(size)) - 1)
    if not lead:
        return digits
    head = str(lead)
    return (head if lead == ahead else f"{head[:-1]}[{head[-1]}-{ahead % 10}]") + digits


@phrase("pieces", "<number_piece> [,] (and|then|followed by|and then|,|plus|with) <piece>")
@phrase("pieces", "<number_piece> , (and|then|followed by|and then) <piece>")
def number_first(number: Piece, found: Piece) -> tuple[Piece, ...] | None:
    """A whole number followed by a percent sign; by itself it is no text of pieces."""
    return (number, found) if found[1] == "mark" else None


@phrase("pieces", "<pieces> [,] (and|then|followed by|and then|,) <number_piece>")
def number_behind(before: tuple[Piece, ...], number: Piece) -> tuple[Piece, ...] | None:
    """INV, a dash and a whole number."""
    return (*before, number) if before[-1][1] == "mark" else None


# Words ------------------------------------------------------------------------------------------


@phrase(
    "word_piece",
    "the (word|text|letters|letter|string|unit|abbreviation|suffix|ending|sign) <any_text>",
    cost=0.05,
)
def word_told(text: Constant) -> Piece:
    """The word net."""
    written = re.escape(str(text.value)).replace(r"\-", "-").replace(r"\ ", " ")
    return (written, "mark")


for _unit in _UNITS:

    @phrase("word_piece", _unit, f"the (word|text|letters|unit|abbreviation) {_unit}", cost=0.15)
    def unit_told(unit: str = _unit) -> Piece:
        """Min, as the unit behind a number."""
        return (unit, "mark")


@phrase("word_piece", "(lower-case|lowercase|lower case|small) <word_piece>", cost=0.02)
def small_word(word: Piece) -> Piece | None:
    """Lower-case oz: as it stands there, where it stands so."""
    return word if word[0].islower() else None


@phrase("word_piece", "(upper-case|uppercase|upper case|capital) <word_piece>", cost=0.02)
def large_word(word: Piece) -> Piece | None:
    """Upper-case KG."""
    return word if word[0].isupper() else None


@phrase("pieces", "<pieces> [,] (and|then|followed by|and then|,|plus) <word_piece>", cost=0.02)
@phrase("pieces", "<pieces> , (and|then|followed by|and then) <word_piece>", cost=0.02)
def word_behind(before: tuple[Piece, ...], word: Piece) -> tuple[Piece, ...] | None:
    """A space and the word net: behind a number, a space may be meant or not."""
    is_parted = before[-1][1] == "mark" and not before[-1][0][-1:].isalnum()
    return (*before, word) if is_parted else None
