"""A closing command that tells once more what breaks the rule: list offices with both or neither.

It adds nothing to a rule that wants exactly one of two cells filled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Any, Missing, Not, Predicate, Value
from backend.rules.rule import Rule

_FLAGS = frozenset({"flag", "list", "show", "report", "find", "mark", "return"})
_WHICH = frozenset({"all", "any", "the", "those", "every", "each", "a", "an", "me", "of"})
_ROWS = frozenset(
    {"row", "rows", "record", "records", "entries", "entry", "lines", "those", "ones"}
)
_STARTS = frozenset({".", ";", ":", "!", ","})
_ENDS = frozenset({".", ";", "!"})
_HAVE = (
    "that have",
    "with",
    "having",
    "which have",
    "that give",
    "who have",
    "that has",
    "that show",
)
_BOTH = (
    "both or neither", "both or none", "neither or both", "none or both", "either both or neither",
    "both or neither of them", "both of them or neither", "neither or both of them",
    "both of them or none", "both or none of them", "both or neither of the two",
)  # fmt: skip
_FILLED = ("filled", "filled in", "given", "set", "there", "present", "entered", "stated")
_BOTH_OR_NEITHER = {
    *(f"{have} {both}{filled}" for have, both, filled in product(
        _HAVE, _BOTH, ("", *(f" {each}" for each in _FILLED)))),
    *(f"where {both} {be} {filled}" for both, be, filled in product(
        _BOTH, ("is", "are"), _FILLED)),
}  # fmt: skip


def closing_again(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where such a command ends, and that the rule wants one of two cells alone."""
    is_start = at > 0 and tokens[at - 1].text in _STARTS
    if not is_start or tokens[at].low not in _FLAGS:
        return None
    place = at + 1
    while place < len(tokens) and tokens[place].low in _WHICH - _ROWS:
        place += 1
    named = [
        leaf.end for leaf in found if leaf.start == place and leaf.symbol in ("table", "keynoun")
    ]
    is_row = place < len(tokens) and tokens[place].low in _ROWS
    place = max(named, default=place + is_row)
    end = next((far for far in range(place, len(tokens)) if tokens[far].text in _ENDS), len(tokens))
    tail = " ".join(token.low for token in tokens[place:end])
    return (end, _wants_one_alone) if tail in _BOTH_OR_NEITHER else None


def _wants_one_alone(rule: Rule) -> bool:
    """Whether it asks of two cells that one is filled and the other is empty."""
    must = rule.must if isinstance(rule, BrokenRows) and rule.where is None else None
    sides = must.parts if isinstance(must, Any) and len(must.parts) == 2 else ()
    told = [(_of(side, is_gone=True), _of(side, is_gone=False)) for side in sides]
    if len(told) != 2 or not all(len(gone) == len(there) == 1 for gone, there in told):
        return False
    (gone, there), others = told
    return others == (there, gone) and gone != there


def _of(side: Predicate, *, is_gone: bool) -> list[Value]:
    """The cells that a side wants empty, or filled."""
    parts = side.parts if isinstance(side, All) else ()
    gone = [part.of for part in parts if isinstance(part, Missing)]
    there = [
        part.part.of for part in parts if isinstance(part, Not) and isinstance(part.part, Missing)
    ]
    is_whole = len(gone) + len(there) == len(parts)
    return (gone if is_gone else there) if is_whole else []
