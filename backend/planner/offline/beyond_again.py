"""What is said again of values beyond a bound: anything higher is sour and has to be flagged.

Whatever is told of such values in between only tells why, as long as it names, counts and grants
nothing and ends in saying that they are flagged.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Compare, Constant
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_THOSE = frozenset({"anything", "everything", "whatever", "values"})
_LINKS = frozenset({"is", "that", "lies", "are"})
_OVER = frozenset({"higher", "above", "more", "larger", "greater", "beyond", "over", "bigger"})
_UNDER = frozenset({"lower", "below", "less", "smaller", "under", "beneath", "fewer"})
_BACK = frozenset({"than", "that", "this", "it"})
_FLAGGED = frozenset({"flagged", "reported", "listed", "shown", "marked", "highlighted"})
_DEMANDS = (("has", "to", "be"), ("have", "to", "be"), ("must", "be"), ("should", "be"))
_BARRED = frozenset({
    "may", "can", "could", "if", "when", "unless", "except", "only", "but", "or", "not", "never",
    "no", "without", "with", "most", "some", "often", "usually", "must", "should", "fine",
})  # fmt: skip
_NAMING = ("column", "text", "number", "table", "keynoun", "unit", "flag_word")
_STOPS = (".", ";", ",", "!", ":")

_Told = tuple[int, Callable[[Rule], bool]]


def beyond_told(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> _Told | None:
    """Anything higher … has to be flagged, where such values are flagged anyway."""
    if at == 0 or tokens[at - 1].text not in _STOPS or tokens[at].low not in _THOSE:
        return None
    place = at + 1
    while place < len(tokens) and tokens[place].low in _LINKS:
        place += 1
    side = tokens[place].low if place < len(tokens) else ""
    if side not in _OVER | _UNDER:
        return None
    place += 1
    while place < len(tokens) and tokens[place].low in _BACK:
        place += 1
    end = next((p for p in range(place, len(tokens)) if tokens[p].text in _STOPS), len(tokens))
    if not _is_flagged(tokens[place:end]) or not _is_idle(tokens, place, end, found):
        return None
    signs = ("<", "<=") if side in _OVER else (">", ">=")
    return end, lambda rule: _bounds(rule, signs)


def _is_flagged(said: Sequence[Token]) -> bool:
    """Whether it ends in "and has to be flagged"."""
    lows = tuple(token.low for token in said)
    demand = next((each for each in _DEMANDS if lows[-len(each) - 1 : -1] == each), None)
    if not lows or lows[-1] not in _FLAGGED or demand is None:
        return False
    story = lows[: -len(demand) - 1]
    return not story or story[-1] == "and"


def _is_idle(tokens: Sequence[Token], start: int, end: int, found: Sequence[Leaf]) -> bool:
    """Whether the words before the demand name, count and grant nothing."""
    links = [p for p in range(start, end) if tokens[p].low == "and"]
    stop = links[-1] if links else start
    said = tokens[start:stop]
    if any(token.shape != Shape.WORD or token.low in _BARRED for token in said):
        return False
    return not any(leaf.symbol in _NAMING and start <= leaf.start < stop for leaf in found)


def _bounds(rule: Rule, signs: tuple[str, str]) -> bool:
    """Whether it bounds its values by a number on that side."""
    if not isinstance(rule, BrokenRows):
        return False
    bounds = [part for part in walk(rule.must) if isinstance(part, Compare)]
    return any(part.sign in signs and isinstance(part.right, Constant) for part in bounds)
