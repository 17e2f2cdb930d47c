"""How a column is measured, told before its duty: it is given in thousands and must be below 15."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.sure_columns import is_surely_column, reads_column_before
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units import unit_named
from backend.rules.rule import Rule

_MEASURED = frozenset({
    "measured", "given", "stored", "expressed", "recorded", "reported", "quoted", "stated",
    "counted", "normalised", "normalized", "scaled", "standardised", "standardized", "kept",
})  # fmt: skip
_IN = frozenset({"in", "as"})
_SCALES = frozenset({
    "tens", "hundreds", "thousands", "millions", "of", "a", "an", "the", "fraction", "share",
    "proportion", "percentage", "units", "degrees", "us", "per", "cent", "square", "cubic",
})  # fmt: skip
_DUTIES = frozenset({"must", "may", "can", "should", "cannot", "shall", "has", "needs"})
_LONGEST = 8
_ARTICLES = frozenset({"the", "our", "its", "each", "every", "a", "an", "all", "any"})
_IT = ("it", "they")
_STOPS = (
    (":",), (";",), (".",), ("so",), (",", "so"), (";", "so"), ("and",), (",", "and"),
    ("and", "so"), (",", "and", "so"),
)  # fmt: skip
_JOINTS = (("and",), (",", "and"), *((*stop, it) for stop in _STOPS for it in _IT))
_LARGE = frozenset({"ten", "hundred", "thousand", "million", "billion"})
_SCALED = frozenset({"tens", "hundreds", "thousands", "millions", "billions"})
_SIGNS = frozenset({"€", "$", "£", "%"})


def unit_told(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where "is given in thousands and" ends, behind the column whose duty follows."""
    if at == 0 or tokens[at].low not in ("is", "are", ",") or at + 2 >= len(tokens):
        return None
    is_aside, opens = tokens[at].text == ",", _opens(tokens, at, found)
    is_measured = not is_aside and tokens[at + 1].low in _MEASURED
    start = at + 1 + is_measured
    if not is_measured and (tokens[start].low not in _IN or not opens):
        return None
    joints = (((",",),) if is_aside else _JOINTS) if opens else _JOINTS[:2]
    end, past = _end_of_unit(tokens, start, joints)
    if not past or not _is_scale(tokens[start:end]) or _changes_unit(tokens, start, end):
        return None
    reads = reads_column_before(at, found)
    return (past, reads) if reads else None


def _opens(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> bool:
    """Whether nothing stands before the column but an article: the amount is in cents."""
    named = [leaf for leaf in found if leaf.end == at and is_surely_column(leaf)]
    start = min((leaf.start for leaf in named), default=at)
    return start == 0 or (start == 1 and tokens[0].low in _ARTICLES)


def _end_of_unit(
    tokens: Sequence[Token], start: int, joints: Sequence[tuple[str, ...]]
) -> tuple[int, int]:
    """Where the unit ends, and where the duty begins: "and must", ", so it must", ": it must"."""
    for end in range(start + 1, min(len(tokens) - 1, start + _LONGEST)):
        for words in joints:
            past = end + len(words)
            if past >= len(tokens) or _lows(tokens, end, past) != words:
                continue
            if tokens[past].low in (_DUTIES | {"is", "are"} if words[-1] in _IT else _DUTIES):
                return end, past
    return start, 0


def _lows(tokens: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    return tuple(token.low for token in tokens[start:end])


def _changes_unit(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the rest speaks of another unit or of a scale: in cents, and at most 5 euros."""
    said = {unit_named(token.low) for token in tokens[start:end]}
    rest = tokens[end:]
    others = {unit_named(token.low) for token in rest} - said - {None}
    is_scaled = not _SCALED.isdisjoint(token.low for token in tokens[start:end])
    return bool(others) or any(
        token.low in _SIGNS or (is_scaled and token.low.rstrip("s") in _LARGE) for token in rest
    )


def _is_scale(said: Sequence[Token]) -> bool:
    """Whether it tells a unit or a scale, and nothing of how the cells are written."""
    if not said:
        return True
    rest = said[1:] if said[0].low in _IN else ()
    return bool(rest) and all(
        token.shape == Shape.WORD and (token.low in _SCALES or unit_named(token.low))
        for token in rest
    )
