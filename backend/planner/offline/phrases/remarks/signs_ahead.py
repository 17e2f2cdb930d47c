"""Phrases for a sign that may stand in front of a number: a < in front of it is fine."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Constant
from backend.rules.phrasing import Modifier, Phrases, Statement

phrase = Phrases()

_SIGNS = ("<", ">", "~", "≈", "≤", "≥", "±", "+", "-", "$", "€", "£", "#")
for _sign in _SIGNS:
    phrase("sign_ahead", f"{_sign} [sign|character|symbol|mark]")(lambda sign=_sign: sign)
phrase("sign_ahead", "less than sign", "less-than sign")(lambda: "<")
phrase("sign_ahead", "greater than sign", "greater-than sign")(lambda: ">")
phrase("sign_ahead", "plus sign", "plus")(lambda: "+")
phrase("sign_ahead", "minus sign", "minus")(lambda: "-")


@phrase("sign_ahead", "<text> [sign|character|symbol|mark]", cost=0.02)
def quoted_sign(text: Constant) -> str | None:
    """A '<' in quotes."""
    sign = str(text.value)
    return sign if sign in _SIGNS else None


phrase.words(
    "_ahead_of_number",
    "in front [of (it|them|a number|the number|the figure|the value|the digits|numbers)] | ahead of (it|them|the number|"
    "a number) | before (it|them|the number|a number|the figure|the digits|numbers) | at the (start|beginning|front)",
)


@phrase(
    "remark",
    "[but] [a|an|any|one] [single|leading] <sign_ahead> _ahead_of_number [<what_it_means>] (is|are|counts as|count as) _fine",
    "[but] [a|an|any|one] leading <sign_ahead> [<what_it_means>] (is|are|counts as|count as) _fine",
    "[but] (it|they|a number|numbers|the number) (may|can) (have|carry|bear|start with|begin with|be preceded by) [a|an|one] [leading] <sign_ahead> [_ahead_of_number]",
    "(optionally|possibly|perhaps|if need be|maybe) (with|preceded by) [a|an|one] [leading] <sign_ahead> [_ahead_of_number]",
    "(with or without) [a|an|one] [leading] <sign_ahead> [_ahead_of_number]",
    "[but] [a|an|any|one] [leading] <sign_ahead> (may|can) (stand|be|come|precede) [it] [_ahead_of_number]",
    cost=0.05,
)
def sign_ahead(*parts: Any) -> Modifier:
    """A < sign in front of the number means below the limit and is acceptable."""
    return remark("sign-ahead", texts=tuple(part for part in parts if isinstance(part, str)))


@phrase(
    "stmt",
    "<stmt> [,] (optionally|possibly|perhaps|maybe|if need be) (with|preceded by) [a|an|one] [leading] <sign_ahead> [_ahead_of_number]",
    "<stmt> [,] with or without [a|an|one] [leading] <sign_ahead> [_ahead_of_number]",
    cost=0.05,
)
def with_sign_ahead(told: Statement, sign: str) -> Statement:
    """Must be a number, optionally with a < sign in front."""
    return told.model_copy(update={"remarks": (*told.remarks, sign_ahead(sign))})
