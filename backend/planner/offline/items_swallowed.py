"""Words that a list, a remark or a pattern took to itself, though they begin something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Unclear
from backend.planner.offline.ends_swallowed import refuse_ends_swallowed
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Cell, Constant, Matches, OneOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_CONDITIONS = frozenset({"clause", "feature", "rel"})
_OF_TWO = 3
"""The tokens of two items with a comma between."""
_CASE_OF_ROWS = re.compile(
    r"\b(?:ignoring|disregarding|skipping|not counting) case (?:where|when|if|for|in|with|of)\b"
)
_LETTER_OR = re.compile(r"\bletters? (?P<one>\w) or (?P<other>\w)\b")


def refuse_items_swallowed(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which nothing was taken for what it is not.

    Raises:
        Unclear: "where land is 'Austria', guest permits …" holds no list of two; "ignoring case
            where …" may be of letters or of rows; "a letter C or D" is one letter, and not two.
    """
    _refuse_unlike_items(node, rule, context, tokens)
    refuse_ends_swallowed(node, tokens)
    words = " ".join(token.low for token in tokens)
    parts = list(walk(rule))
    if _CASE_OF_ROWS.search(words) and not any(
        getattr(part, "ignore_case", False) for part in (rule, *parts)
    ):
        raise Unclear("'ignoring case' may be of letters or of rows: put it at the end")
    letters = _LETTER_OR.search(words)
    forms = [part.text for part in parts if isinstance(part, Matches)]
    if letters and any(_is_glued(form, letters["one"], letters["other"]) for form in forms):
        told = f"{letters['one'].upper()}' or '{letters['other'].upper()}"
        raise Unclear(f"write '{told}' alone, or 'a letter, then …'")


def _refuse_unlike_items(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """A condition's list without "or": both in quotes, or both among the values of the column."""
    for part in node.walk():
        listed = [each for each in part.walk() if each.symbol == "comma_list"]
        if part.symbol not in _CONDITIONS or not isinstance(part.meaning, OneOf) or not listed:
            continue
        held = tokens[listed[0].start : listed[0].end]
        if len(held) != _OF_TWO or held[1].text != ",":
            continue
        quoted = {each.shape == Shape.QUOTED for each in held[::2]}
        if len(quoted) > 1 or _are_unlike(part.meaning, rule.table, context):
            raise Unclear(
                f"{held[2].text!r} behind the comma may be another value, or begin the rule: "
                "put 'or' between values"
            )


def _are_unlike(told: OneOf, table: str, context: Context) -> bool:
    """Whether a column is known to hold one of the values, and not the other."""
    of = told.of
    column = context.column(of.table or table, of.column) if isinstance(of, Cell) else None
    known = {value.lower() for value in column.values} if column is not None else set()
    options = [str(each.value).lower() for each in told.options if isinstance(each, Constant)]
    return len({option in known for option in options}) > 1


def _is_glued(form: str, one: str, other: str) -> bool:
    """Whether a pattern has such a choice right behind a class of letters."""
    return re.search(rf"\]\(?:?{one}\|{other}\)", form, re.IGNORECASE) is not None
