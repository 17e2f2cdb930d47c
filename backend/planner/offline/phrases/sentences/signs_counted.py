"""Phrases for what a number counts in further cases, and which signs a condition counts: digits."""

from __future__ import annotations

from backend.rules.language.terms import (
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    How,
    It,
    Matches,
    OneOf,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases

phrase = Phrases()

PIECE = "piece"
"""Told of a text that stands where the first case has a piece of one."""

_DIGITS, _LETTERS, _CHARACTERS = "digits", "letters", "characters"
_COUNTED = (("\\d", _DIGITS), ("[0-9]", _DIGITS), ("[A-Za-z]", _LETTERS))
"""What a pattern of so many signs begins with."""


@phrase("counted_signs", "digits")
def digits() -> str:
    """Four digits."""
    return _DIGITS


@phrase("counted_signs", "letters")
def letters() -> str:
    """Four letters."""
    return _LETTERS


@phrase("counted_signs", "(characters|signs|places|long)")
def characters() -> str:
    """Four characters."""
    return _CHARACTERS


def is_number(told: Predicate) -> bool:
    """Whether a column, and not its length, is to be one number."""
    if not isinstance(told, Compare) or told.sign != "==" or not isinstance(told.left, Cell | It):
        return False
    return isinstance(told.right, Constant) and not isinstance(told.right.value, str)


def is_of_value(told: Predicate) -> bool:
    """Whether a column, and not its length, is compared with a number."""
    for part in walk(told):
        numbers: tuple[Value, ...] = ()
        if isinstance(part, Compare) and isinstance(part.left, Cell | It):
            numbers = (part.right,)
        elif isinstance(part, OneOf) and isinstance(part.of, Cell | It):
            numbers = part.options
        if any(isinstance(each, Constant) and each.value != str(each.value) for each in numbers):
            return True
    return False


def signs_of(told: Predicate) -> str:
    """Which signs a condition counts: digits, letters, characters; others by their pattern."""
    for part in walk(told):
        if isinstance(part, Matches):
            known = (name for begin, name in _COUNTED if part.text.startswith(begin))
            return next(known, part.text)
        if isinstance(part, Apply) and part.function == Function.LENGTH:
            return _CHARACTERS
    return ""


def is_piece(told: Predicate) -> bool:
    """Whether a text begins or ends with a piece, or holds one."""
    pieces = (How.STARTS, How.ENDS, How.CONTAINS)
    return any(isinstance(part, Matches) and part.how in pieces for part in walk(told))


def is_text(told: Predicate) -> bool:
    """Whether a column is to be a text, or one of several."""
    held = {type(part) for part in walk(told)}
    is_same = any(isinstance(part, Compare) and part.sign == "==" for part in walk(told))
    return (is_same or OneOf in held) and not {Matches, Apply} & held


def piece_like(first: Predicate, told: Predicate) -> Predicate | None:
    """The first case's condition with another piece: begins with D."""
    text = told.right if isinstance(told, Compare) else None
    if not isinstance(first, Matches) or not is_piece(first) or not isinstance(text, Constant):
        return None
    return first.model_copy(update={"text": str(text.value)})
