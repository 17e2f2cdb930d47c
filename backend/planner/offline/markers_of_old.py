"""Stories of a value that once stood for nothing, before a rule that forbids it.

An old import wrote -1 for unknown volumes. No volume may be -1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Constant
from backend.rules.rule import Rule

Told = tuple[int, Callable[[Rule], bool]]

_OLD = "(?:old|former|previous|earlier|legacy|first|broken|faulty)"
_WHO = rf"(?:an?|the|our|some|one) (?:{_OLD} )?[a-z]+"
_WROTE = (
    "(?:wrote|used|entered|put|stored|recorded|filled in|filled|left|set|typed|inserted|exported)"
)
_OF_NOTHING = "(?:unknown|missing|empty|absent|blank)"
_STORY = re.compile(
    rf"{_WHO} (?:has |had )?{_WROTE}(?: in)? (?P<value>- \d+|-?\d+|'[^']+'|\"[^\"]+\") "
    rf"(?:for|as|where|in place of|instead of) (?:all |any |the )?{_OF_NOTHING}(?: [a-z_]+){{0,2}}"
)
_OTHER = re.compile(
    rf"{_OF_NOTHING} [a-z_]+ (?:were|was|used to be|have been) (?:once )?"
    r"(?:written|entered|stored|recorded|given|coded|marked) (?:as|with) "
    r"(?P<value>- \d+|-?\d+|'[^']+')"
)


def old_marker(tokens: Sequence[Token], at: int) -> Told | None:
    """Where such a story ends that opens the text, and whether a rule forbids its value."""
    end = next((far for far, token in enumerate(tokens) if token.text in (".", ";")), None)
    if at or end is None or end + 1 == len(tokens):
        return None
    words = " ".join(token.low for token in tokens[:end])
    told = _STORY.fullmatch(words) or _OTHER.fullmatch(words)
    if told is None:
        return None
    value = told["value"].replace("- ", "-").strip("'\"")
    return end + 1, lambda rule: _forbids(rule, value)


def _forbids(rule: Rule, value: str) -> bool:
    """Whether it is all that a rule asks that a column is not that value."""
    must = rule.must if isinstance(rule, BrokenRows) and rule.where is None else None
    if not isinstance(must, Compare) or must.sign != "!=" or not isinstance(must.left, Cell):
        return False
    return isinstance(must.right, Constant) and str(must.right.value).lower() == value
