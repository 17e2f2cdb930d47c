"""How a column writes its percents, told beside a rule: abv is a fraction, 0.09 = 9%.

That adds nothing where the rule holds the column against the very numbers that this says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import isclose

from backend.planner.offline.chart import Leaf
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Cell, Constant
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_WHO = frozenset({"it", "they", "values", "which", "that", "numbers"})
_ARE = frozenset({"is", "are", "being"})
_KEPT = frozenset({
    "stored", "given", "written", "kept", "held", "recorded", "expressed", "noted", "entered",
})  # fmt: skip
_SCALES = {
    "fraction": 0.01, "fractions": 0.01, "decimal": 0.01, "decimals": 0.01, "proportion": 0.01,
    "proportions": 0.01, "percentage": 1.0, "percentages": 1.0, "percent": 1.0,
}  # fmt: skip
_MEANS = (("=",), ("means",), ("is",), ("stands", "for"), ("equals",), ("being",), ("for",))
_PERCENT = frozenset({"%", "percent"})
_ENDS = frozenset({")", ".", ";", "!"})
_JOINTS = frozenset({",", ";", ":", "so", "and", "i.e.", "e.g.", "-"})

Told = tuple[int, Callable[[Rule], bool]]


def scale_told(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> Told | None:
    """A remark here on how percents are written, and where it ends."""
    if at >= len(tokens):
        return None
    column, place = _subject(tokens, at, found)
    scale, place = _scale(tokens, place)
    if scale is None and place > at:
        return None
    while scale is not None and place < len(tokens) and tokens[place].low in _JOINTS:
        place += 1
    shown, end = _equation(tokens, place)
    is_told = scale is not None or shown is not None
    if not is_told or (scale and shown and not isclose(scale, shown)):
        return None
    if end < len(tokens) and tokens[end].text not in _ENDS:
        return None
    percents = [*_percents(tokens[:at]), *_percents(tokens[end:])]
    factor = scale or shown or 1.0
    return end, lambda rule: _is_written_so(rule, column, factor, percents)


def scale_in_brackets(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> Told | None:
    """How the column writes percents, with the bracket behind it."""
    told = scale_told(tokens, at, found)
    is_whole = told is not None and told[0] < len(tokens) and tokens[told[0]].text == ")"
    return (told[0] + 1, told[1]) if told is not None and is_whole else None


def _subject(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> tuple[str, int]:
    """The column that is spoken of, if one is named, and where what is said of it begins."""
    cells = [leaf for leaf in found if leaf.start == at and is_surely_column(leaf)]
    longest = max(cells, key=lambda leaf: leaf.end, default=None)
    column = longest.meaning.column if longest and isinstance(longest.meaning, Cell) else ""
    place = longest.end if longest else at + (tokens[at].low in _WHO)
    return column, place


def _scale(tokens: Sequence[Token], place: int) -> tuple[float | None, int]:
    """Stored as a fraction: one hundredth; as percent: as they are."""
    end = place
    for words in (_ARE, _KEPT, frozenset({"as", "in"}), frozenset({"a", "the"})):
        end += end < len(tokens) and tokens[end].low in words
    scale = _SCALES.get(tokens[end].low) if end < len(tokens) else None
    return (None, place) if scale is None else (scale, end + 1)


def _equation(tokens: Sequence[Token], at: int) -> tuple[float | None, int]:
    """0.09 = 9%: what one percent is written as."""
    means = next((each for each in _MEANS if _lows(tokens, at + 1, len(each)) == each), ())
    second = at + 1 + len(means)
    is_told = bool(means) and _lows(tokens, second + 1, 1)[:1] in {(each,) for each in _PERCENT}
    if not is_told or not all(tokens[here].shape == Shape.NUMBER for here in (at, second)):
        return None, at
    cell, percent = (float(tokens[here].text.replace(",", "")) for here in (at, second))
    factors = [each for each in (0.01, 1.0) if percent and isclose(cell / percent, each)]
    return (factors[0], second + 2) if factors else (None, at)


def _percents(tokens: Sequence[Token]) -> Iterator[float]:
    for number, sign in pairwise(tokens):
        if number.shape == Shape.NUMBER and sign.low in _PERCENT:
            yield float(number.text.replace(",", ""))


def _is_written_so(rule: Rule, column: str, factor: float, percents: Sequence[float]) -> bool:
    """Whether the rule's numbers are the told percents at this scale, or lie on it themselves."""
    told = [part.value for part in walk(rule) if isinstance(part, Constant)]
    numbers = [float(each) for each in told if isinstance(each, int | float)]
    is_read = not column or column in {name for _, name in rule.reads()}
    if percents:
        return is_read and all(any(isclose(p * factor, n) for n in numbers) for p in percents)
    on_scale = (abs(n) <= 1 if factor < 1 else abs(n) > 1 for n in numbers)
    return is_read and bool(numbers) and all(on_scale)


def _lows(tokens: Sequence[Token], at: int, size: int) -> tuple[str, ...]:
    return tuple(token.low for token in tokens[at : at + size])
