"""Names for rows with what they are behind them: rich people, those with a salary above 80, must …

The sentence is read again without the name, which may say nothing that the tables know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.known_values import known_values
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_in_brackets import is_new
from backend.planner.offline.neutral_nouns import NEUTRAL
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import FUNCTION_WORDS, NUMBER_WORDS, ORDINALS, stem

_BEGINS = frozenset(
    {"flag", "report", "list", "show", "find", "all", "every", "each", "for", "the"}
)
_ROWS = frozenset({"people", "person", "row", "one", "record", "item", "thing", "case", "customer"})
_THAT = frozenset(
    {"with", "who", "that", "which", "whose", "where", "in", "from", "above", "below"}
)
_THAT_IS = (("i.e.",), ("that", "is"), ("that", "is", ","), ("meaning",), ("i.e.", ","))
_LONGEST = 3


def those_told(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with "those with …" in place of the name that stands before it."""
    for comma in range(1, len(tokens) - 4):
        closing = {",": ",", "(": ")"}.get(tokens[comma].text)
        start = None if closing is None else _those(tokens, comma, is_inside=closing == ")")
        close = None if start is None else _closing(tokens, start, closing)
        begin = None if close is None else _begin(tokens, comma, lexicon)
        if begin is None or start is None or close is None:
            continue
        yield [*tokens[:begin], *tokens[start:close], *tokens[close + 1 :]]
        return


def _those(tokens: Sequence[Token], comma: int, *, is_inside: bool) -> int | None:
    """Where the rows are told again: those with, i.e. people who."""
    lows = [token.low for token in tokens]
    at = comma + 1
    if lows[at] == "those":
        return at if lows[at + 1] in _THAT else None
    for said in (*_THAT_IS, ()) if is_inside else _THAT_IS:
        behind = at + len(said)
        if tuple(lows[at:behind]) == said and behind + 1 < len(lows):
            noun, then = stem(lows[behind]), lows[behind + 1]
            is_row = noun in _ROWS | NEUTRAL or lows[behind] == "those"
            return behind if is_row and then in _THAT else None
    return None


def _closing(tokens: Sequence[Token], start: int, closing: str | None) -> int | None:
    """The comma or the bracket behind, where the sentence goes on."""
    ends = (at for at in range(start, len(tokens)) if tokens[at].text in ",.;:?()")
    end = next(ends, None)
    return end if end and tokens[end].text == closing and end + 2 < len(tokens) else None


def _begin(tokens: Sequence[Token], comma: int, lexicon: Lexicon) -> int | None:
    """Where the name begins: at the sentence's begin, or behind "flag"."""
    begin = comma
    while begin > 0 and tokens[begin - 1].low not in _BEGINS and tokens[begin - 1].text != ".":
        begin -= 1
    name = tokens[begin:comma]
    told = name and len(name) <= _LONGEST and all(_only_calls(each, lexicon) for each in name)
    return begin if told else None


def _only_calls(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word says nothing that the tables know, but for what their rows are."""
    known = FUNCTION_WORDS | NUMBER_WORDS.keys() | ORDINALS.keys()
    if token.shape != Shape.WORD or token.low in known or token.low in lexicon.values:
        return False
    if any(known_values(token.text, 0, 1, lexicon)) or any(lexicon.flags((stem(token.low),))):
        return False
    is_row = stem(token.low) in _ROWS | NEUTRAL
    is_header = any(stem(token.low) in named.stems for named in lexicon.columns)
    return is_row or (not is_header and (is_new(token.low, lexicon) or token.low.isalpha()))
