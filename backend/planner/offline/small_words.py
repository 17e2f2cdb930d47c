"""Small words that are easily lost: "blanks too" at the end, the zero in front of 0878."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Constant, Missing
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_BLANKS = "(?:blanks?|empty|empties|empty cells?|missing values?|nulls?|empty ones?)"
_BLANKS_TOO = re.compile(
    "(?:error|wrong|mistake|not allowed|invalid|bad) [,;:]? ?(?:and |so are |so is )?(?:a |an )?"
    f"{_BLANKS}"
    r" (?:too|as well|also|included)\b"
)
_LEADING_ZERO = re.compile(r"0\d+")


def refuse_lost_words(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that heeds the last words, and a zero in front.

    Raises:
        Misfit: "anything else is an error, blanks too" lets blanks pass, or 0878 was taken for 878.
    """
    words = " ".join(token.low for token in tokens)
    heeds_blanks = any(isinstance(part, Missing) for part in walk(rule))
    if isinstance(rule, BrokenRows) and not heeds_blanks and _BLANKS_TOO.search(words):
        raise Misfit("blanks are said to be wrong as well; say that the column must be filled")
    told = {part.value for part in walk(rule) if isinstance(part, Constant)}
    for token in tokens:
        if token.shape != Shape.QUOTED and _LEADING_ZERO.fullmatch(token.text):
            is_number = int(token.text) in told or str(int(token.text)) in told
            if is_number and token.text not in told:
                raise Misfit(f"{token.text} is taken for the number {int(token.text)}; quote it")
