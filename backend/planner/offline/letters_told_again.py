"""A letter whose case is told behind a pattern, and stops of a sentence that are no signs of it."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_CASES = frozenset({"capital", "upper", "upper-case", "uppercase", "big", "small", "lower-case"})


def refuse_letters_told_again(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no letter stands at the end because its case is told there.

    Raises:
        Misfit: "B- and two digits, capital B" was read as a second B behind the digits; "the name;
            blanks are wrong" as a text of a semicolon and blanks.
    """
    for part in node.walk():
        if part.symbol == "piece" and _is_stop(part, tokens):
            raise Misfit(
                f"{tokens[part.start].text!r} ends a clause; quote it if the text holds it"
            )
        if part.symbol != "piece" or not part.start or part.end - part.start < 2:
            continue
        letter = tokens[part.end - 1].text
        is_told = tokens[part.start].low in _CASES and tokens[part.start - 1].text == ","
        if is_told and any(token.text.startswith(letter) for token in tokens[: part.start]):
            raise Misfit(
                f"it is not clear whether another {letter} stands there, or the first one is told "
                "to be so: leave it out, or say 'followed by'"
            )


def _is_stop(part: Node, tokens: Sequence[Token]) -> bool:
    """Whether a sign stands as a stop does: right behind a word, and before a blank."""
    at = part.start
    if part.end != at + 1 or tokens[at].text not in (";", ",", ":", ".") or not at:
        return False
    is_behind = tokens[at - 1].end == tokens[at].start
    return is_behind and part.end < len(tokens) and tokens[part.end].start > tokens[at].end
