"""What leaves out rows whose key leads nowhere, of which a rule that looks up asks nothing.

Lines with an unknown product are left out here: there is no price to hold theirs against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Exists, Lookup, Missing
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_WITH = frozenset({"with", "of", "having", "that", "whose"})
_UNKNOWN = frozenset({"unknown", "unmatched", "unlisted", "unregistered"})
_FATES = tuple(
    tuple(told.split())
    for told in (
        "left out", "left aside", "ignored", "skipped", "not checked", "not judged", "not flagged",
        "exempt", "fine", "ok", "passed over", "not looked at", "checked elsewhere", "left alone",
    )
)  # fmt: skip
_HERE = frozenset({"here", "in", "by", "of", "this", "check", "rule"})

Told = tuple[int, Callable[[Rule], bool]]


def without_unknown_keys(
    tokens: Sequence[Token], found: Sequence[Leaf]
) -> Iterator[tuple[int, int, Callable[[Rule], bool]]]:
    """Each such sentence, and whether a rule asks nothing of its rows anyway."""
    for at in range(1, len(tokens)):
        told = _unknown_at(tokens, at, found)
        if told is not None:
            end, asks_nothing = told
            yield at, end + (end < len(tokens) and tokens[end].text in (".", "!")), asks_nothing


def _unknown_at(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> Told | None:
    """Where the sentence ends that opens here with such rows, with its check."""
    lows = [token.low for token in tokens]
    if at and lows[at - 1] not in (".", ";", "!", "("):
        return None
    place = at + 1
    while place < len(lows) and lows[place] not in _WITH and place < at + 3:
        place += 1
    place += lows[place : place + 1] != [] and lows[place] in _WITH
    place += lows[place : place + 1] in (["a"], ["an"])
    if lows[place : place + 1] == [] or lows[place] not in _UNKNOWN:
        return None
    cells = [leaf for leaf in found if leaf.start == place + 1 and is_surely_column(leaf)]
    if not cells:
        return None
    columns = {leaf.meaning.column for leaf in cells if isinstance(leaf.meaning, Cell)}
    end = _fate_end(lows, max(leaf.end for leaf in cells))
    return None if end is None else (end, lambda rule: _asks_nothing(rule, columns))


def _fate_end(lows: Sequence[str], at: int) -> int | None:
    if lows[at : at + 1] not in (["is"], ["are"]):
        return None
    told = [each for each in _FATES if tuple(lows[at + 1 : at + 1 + len(each)]) == each]
    if not told:
        return None
    end = at + 1 + max(map(len, told))
    while end < len(lows) and lows[end] in _HERE:
        end += 1
    return end


def _asks_nothing(rule: Rule, columns: set[str]) -> bool:
    """Whether it looks up by this key, and is not about whether there is such a row or value."""
    if not isinstance(rule, BrokenRows):
        return False
    parts = list(walk(rule.must))
    keys = {key for part in parts if isinstance(part, Lookup) for key, _ in part.keys}
    is_of_presence = any(isinstance(part, Exists | Missing) for part in parts)
    return bool(keys & columns) and not is_of_presence
