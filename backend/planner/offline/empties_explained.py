"""What an empty cell tells, said for the reader's sake: an empty return date means it is still out.

It adds nothing to a rule that lets such cells pass anyway, or that asks of them what it asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from backend.planner.offline.adds_nothing import is_of_presence, wants_all_filled
from backend.planner.offline.chart import Leaf
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Shape, Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Missing
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_EMPTY = frozenset({"empty", "blank", "missing"})
_MEANS = frozenset({"means", "says", "tells", "shows", "indicates"})
_BEFORE = frozenset({".", ";", "(", "!"})
_ENDS = frozenset({".", ";", "!", ")"})
_TURNING = frozenset({
    "must", "may", "should", "can", "shall", "need", "needs", "not", "no", "never", "none",
    "nothing", "nobody", "flag", "report", "list", "wrong", "error", "mistake", "fine", "ok",
    "okay", "allowed", "fails", "zero", "today", "now", "same", "equal", "equals", "infinite",
    "unlimited", "always", "ignore", "ignored", "skip", "skipped", "as", "than", "least",
    "most", "if", "unless", "except",
})  # fmt: skip
"""Words by which such a sentence may say more than what it means."""
_LONGEST = 12


def empties_explained(
    tokens: Sequence[Token], found: Sequence[Leaf]
) -> Iterator[tuple[int, int, Callable[[Rule], bool]]]:
    """Each such sentence or bracket, and which rules it leaves as they are."""
    for at in range(len(tokens)):
        if at == 0 or tokens[at - 1].text in _BEFORE:
            told = _end_and_columns(tokens, at, found)
            if told is not None:
                start, end = _with_marks(tokens, at, told[0])
                yield start, end, partial(_lets_pass, columns=told[1])


def _end_and_columns(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, set[str]] | None:
    start = at + (tokens[at].low in ("a", "an", "the"))
    if start + 2 >= len(tokens) or tokens[start].low not in _EMPTY:
        return None
    cells = [leaf for leaf in found if leaf.start == start + 1 and is_surely_column(leaf)]
    verb = max((leaf.end for leaf in cells), default=len(tokens))
    if verb >= len(tokens) or tokens[verb].low not in _MEANS:
        return None
    end = next((end for end in range(verb, len(tokens)) if tokens[end].text in _ENDS), len(tokens))
    inside = tokens[verb + 1 : end]
    if not 0 < len(inside) <= _LONGEST or not all(map(_is_plain, inside)):
        return None
    columns = {leaf.meaning.column for leaf in cells if isinstance(leaf.meaning, Cell)}
    return (end, columns) if len(columns) == 1 else None


def _with_marks(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """With the brackets around it, the stop behind it, or the semicolon before it."""
    before = tokens[start - 1].text if start else ""
    if before == "(":
        return start - 1, end + (end < len(tokens) and tokens[end].text == ")")
    if before == ";":
        return start - 1, end
    return start, end + (end < len(tokens))


def _is_plain(token: Token) -> bool:
    return token.shape == Shape.WORD and token.low not in _TURNING


def _lets_pass(rule: Rule, columns: set[str]) -> bool:
    """Whether no cell of the column must be filled, nor is flagged where it is empty."""
    if is_of_presence(rule) or wants_all_filled(rule):
        return False
    if not isinstance(rule, BrokenRows):
        return True
    gaps = [part.of for part in walk(rule.must) if isinstance(part, Missing)]
    return not columns & {of.column for of in gaps if isinstance(of, Cell)}
