"""Units that a number is to be without: a bare number, without kg or lbs behind it.

A cell that is a number holds no letters; where a rule asks for one, that says it once more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.adds_nothing import is_of_number_form
from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units import unit_named
from backend.rules.rule import Rule

_WITHOUT = (("without",), ("with", "no"), ("and", "no"), ("but", "no"), ("not", "with"), ("no",))
_ARTICLES = frozenset({"a", "an", "any", "the"})
_JOINS = frozenset({"or", "nor"})
_THINGS = frozenset({"unit", "units", "letters", "text", "words", "currency", "suffix"})
_THEIR = frozenset({"sign", "signs", "symbol", "symbols", "name", "names", "code", "codes"})
_BEHIND = (
    ("behind", "it"), ("after", "it"), ("following", "it"), ("behind", "the", "number"),
    ("behind",), ("after", "the", "number"), ("at", "the", "end"), ("at", "its", "end"),
    ("attached",),
)  # fmt: skip
_LEADS = frozenset({"without", "no", "with"})
_NAMES = frozenset({"column", "table"})


def letters_left_off(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """The units that a number must not have, and where they end."""
    begin = next((at + len(each) for each in _WITHOUT if _lows(tokens, at, len(each)) == each), at)
    end = begin
    while begin > at and end < len(tokens) and _is_listed(tokens, end, found):
        end += 1
    words = tokens[begin:end]
    if not words or words[-1].low in _ARTICLES | _JOINS:
        return None
    tail = next((len(each) for each in _BEHIND if _lows(tokens, end, len(each)) == each), 0)
    are_units = all(_is_of_units(token.low) for token in words)
    return (end + tail, is_of_number_form) if tail or are_units else None


def _is_listed(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> bool:
    """Whether the word is one of letters alone, in a list of such, and no column or table."""
    token, before = tokens[at], tokens[at - 1].low
    if token.low in _ARTICLES | _JOINS:
        return True
    names = any(leaf.start == at and leaf.end == at + 1 and leaf.symbol in _NAMES for leaf in found)
    is_led = before in _ARTICLES | _JOINS | _LEADS or (before in _THINGS and token.low in _THEIR)
    is_word = token.shape in (Shape.WORD, Shape.QUOTED) and token.low.isalpha()
    return is_word and is_led and (not names or bool(unit_named(token.low)))


def _is_of_units(low: str) -> bool:
    return low in _ARTICLES | _JOINS | _THINGS | _THEIR or bool(unit_named(low))


def _lows(tokens: Sequence[Token], at: int, size: int) -> tuple[str, ...]:
    return tuple(token.low for token in tokens[at : at + size])
