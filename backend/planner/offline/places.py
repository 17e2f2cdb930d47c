"""Which lexeme of a pattern may come first, and which behind another.

They are Glushkov's sets (1961), each read off where it is asked for: a pattern has as many places
as words and symbols, however many optional parts multiply into sequences.
"""

from __future__ import annotations

from collections.abc import Sequence


def first_places(lexemes: Sequence[str], at: int) -> tuple[list[int], bool, int]:
    """What may come first of the alternatives from ``at`` on; if nothing need; and where they end.

    They end at their closing bracket, or behind the last lexeme.
    """
    places: list[int] = []
    may_lack, is_ahead = False, True
    while at < len(lexemes) and lexemes[at] not in (")", "]"):
        lexeme = lexemes[at]
        if lexeme == "|":
            may_lack, is_ahead = may_lack or is_ahead, True
        elif lexeme in ("(", "["):
            inner, inner_may_lack, at = first_places(lexemes, at + 1)
            places += inner if is_ahead else []
            is_ahead = is_ahead and (inner_may_lack or lexeme == "[")
        elif is_ahead:
            places.append(at)
            is_ahead = False
        at += 1
    return places, may_lack or is_ahead, at


def next_places(lexemes: Sequence[str], at: int) -> tuple[list[int], bool]:
    """What may come behind the lexeme at this place, and whether nothing need."""
    places: list[int] = []
    at += 1
    while at < len(lexemes):
        lexeme = lexemes[at]
        if lexeme == "|":  # it ends an alternative: the others are no way on
            _, _, at = first_places(lexemes, at)
        elif lexeme in ("(", "["):
            inner, may_lack, at = first_places(lexemes, at + 1)
            places += inner
            if not (may_lack or lexeme == "["):
                return places, False
        elif lexeme not in (")", "]"):
            return [*places, at], False
        at += 1
    return places, True
