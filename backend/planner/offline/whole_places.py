"""Where all rows of the table are, told ahead of a rule: all our lifts stand in Colorado, so …

It leaves none of them out and asks nothing of a column: no cell tells of the place. What the rule
behind it asks, it asks of every row.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import MONTHS, WEEKDAYS, stem

_ALL = frozenset({"all", "every", "each", "our"})
_OURS = frozenset({"our", "of", "the", "these", "those"})
_STAND = (
    ("are", "all"), ("are", "located"), ("are", "situated"), ("are", "based"), ("is", "located"),
    ("stand",), ("stands",), ("are",), ("is",), ("lie",), ("lies",), ("sit",), ("sits",),
    ("must", "be"), ("must", "lie"), ("must", "stand"), ("should", "lie"), ("should", "be"),
)  # fmt: skip
_DUTIES = frozenset({"must", "should"})
_APART = frozenset({".", ";"})
_PLACES = frozenset({
    "country", "nation", "land", "state", "province", "region", "county", "district", "city",
    "town", "village", "place", "location", "continent", "area", "site", "address", "nationality",
})  # fmt: skip
"""What a column may hold of which this is asked."""
_SO = (
    (",", "so"), (",", "therefore"), (",", "hence"), (",", "and", "so"), (":",), (".",), (";",),
    (",", "which", "means", "that"), ("so",), (",", "that", "is"), (",", "i.e."),
)  # fmt: skip


def all_stand_there(tokens: Sequence[Token], found: Sequence[Leaf], lexicon: Lexicon) -> int | None:
    """Where such a beginning of a sentence ends, with what leads on from it."""
    if not tokens or tokens[0].low not in _ALL or len(lexicon.tables) != 1:
        return None
    at = 1
    while at < len(tokens) and tokens[at].low in _OURS:
        at += 1
    named = {each for column in lexicon.columns for each in column.stems}
    rows = [leaf.end for leaf in found if leaf.start == at and leaf.symbol in ("table", "keynoun")]
    at = _behind(tokens, max(rows), _STAND) if rows else 0
    if not at or at >= len(tokens) or tokens[at].low not in ("in", "within"):
        return None
    is_duty = bool(_DUTIES & {token.low for token in tokens[:at]})
    end = at = at + 1
    while end < len(tokens) and _is_place(tokens[end], lexicon):
        end += 1
    if end == at or (
        tokens[end : end + 1] and tokens[end].text in _APART and _is_asked(is_duty, named)
    ):
        return None
    return _behind(tokens, end, _SO) or None


def _is_asked(is_duty: bool, named: set[str]) -> bool:
    """Whether a sentence of its own is a rule: of rows that must lie there, or by a column."""
    return is_duty or bool(named & _PLACES)


def _behind(tokens: Sequence[Token], at: int, words: Sequence[tuple[str, ...]]) -> int:
    """Behind the first of these that stands here; 0 where none does."""
    for each in words:
        if tuple(token.low for token in tokens[at : at + len(each)]) == each:
            return at + len(each)
    return 0


def _is_place(token: Token, lexicon: Lexicon) -> bool:
    """Whether it is a name that nothing in the table bears."""
    known = {each for column in lexicon.columns for each in column.stems}
    is_name = token.shape == Shape.WORD and token.text[:1].isupper() and token.text.isalpha()
    is_time = token.low in MONTHS or stem(token.low) in WEEKDAYS
    return is_name and not is_time and not {token.low, stem(token.low)} & {*lexicon.values, *known}
