"""Signs of a text that stand in order, or are a few letters: as the column's values show it."""

from __future__ import annotations

import re

from backend.contracts.schema import Column
from backend.planner.offline.context import Unclear
from backend.rules.language.terms import How, Matches

ONLY_LETTERS = "no letters but "
"""Letters of which a text is made, of texts in which nothing but letters stands."""
SORTED = "digits in order "
"""Ascending or descending digits, in texts of which none has the same digit twice in a row."""

_IN_TURN = re.compile("[A-Z]?([0-9][A-Z])*[0-9]?")
IN_TURN = "letters and digits in turn as "
"""A text of the shape of one that is shown, of whose letters the case is not told."""


def with_shape_in_turn(atom: Matches, column: Column) -> Matches:
    """Letters and digits where the shown text has them, with its blank.

    Raises:
        Unclear: small letters stand in the values, and just an example has capitals; or longer and
            shorter values take turns as well.
    """
    shown = atom.text.removeprefix(IN_TURN)
    text = "".join("[0-9]" if sign.isdigit() else "[A-Z]" if sign != " " else " " for sign in shown)
    loose = [each for each in column.values if re.fullmatch(text, each.upper())]
    if any(not re.fullmatch(text, each) for each in loose):
        raise Unclear(f"say whether small letters may stand in {column.name}")
    signs = [each.replace(" ", "").upper() for each in column.values]
    longer = [each for each in signs if _IN_TURN.fullmatch(each) and len(each) != len(shown)]
    if " " not in shown and longer:
        raise Unclear(f"say whether each {column.name} has as many signs as {shown}")
    return atom.model_copy(update={"how": How.PATTERN, "text": text})


def with_only_letters(atom: Matches, column: Column) -> Matches:
    """A, C, G and T, and no other letter.

    Raises:
        Unclear: there are other signs in the values, of which the sentence says nothing.
    """
    signs = atom.text.removeprefix(ONLY_LETTERS)
    filled = [text.strip() for text in column.values if text.strip()]
    if not filled or not all(map(str.isalpha, filled)):
        raise Unclear(f"say whether {column.name} may have digits and other signs beside letters")
    return atom.model_copy(update={"how": How.PATTERN, "text": f"[{signs}]+"})


def with_sorted_digits(atom: Matches, column: Column) -> Matches:
    """Digits that go up, or down, from one to the next.

    Raises:
        Unclear: a digit stands beside its like, or there are other signs.
    """
    filled = [text.strip() for text in column.values if text.strip()]
    if not filled or any(not text.isdigit() or re.search(r"(.)\1", text) for text in filled):
        raise Unclear(
            f"say whether equal digits beside each other are in order in {column.name}, and what "
            "holds of other signs"
        )
    way = atom.text.removeprefix(SORTED)
    digits = "0123456789" if way == "ascending" else "9876543210"
    text = "".join(f"{digit}*" for digit in digits)
    told = {"how": How.PATTERN, "text": text, "says": f"digits in {way} order"}
    return atom.model_copy(update=told)
