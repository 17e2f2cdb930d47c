"""Marks by which a question asks for what every row must be: everywhere, all positive, only A or B.

A question that denies, asks for what is missing, or whether there is but one of something, may ask
for a fault: of it nothing is known. "Anywhere" asks for one row that breaks the rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from backend.planner.offline.tokens import Shape, Token

_BEING = frozenset({"is", "are", "was", "were"})
_DOING = frozenset({"do", "does", "did"})
_ALONE = frozenset({"everywhere", "throughout", "invariably", "consistently", "wherever"})
_EITHER_WAY = frozenset(
    {("exactly", "when"), ("exactly", "if"), ("exactly", "where"), ("and", "only")}
)
_BEFORE_ROWS = frozenset({"in", "for", "on", "of", "at"})
_EVERY = frozenset({"every", "each", "all"})
_ONLY = frozenset({"only", "solely", "exclusively"})
_ALIKE = frozenset({
    "same", "identical", "equal", "alike", "one", "1", "single", "constant", "zero", "0", "null",
    "at", "in", "of", "together", "the", "a", "an", "repeated", "duplicated", "duplicate", "wrong",
    "invalid", "negative",
})  # fmt: skip
"""Behind "all" or "only": what it is a fault to be, as often as not."""
_NOT_OF_ALL = frozenset({
    "any", "anyone", "anybody", "anything", "ever", "there", "not", "no", "never", "without",
    "neither", "nor", "nobody", "nothing", "none", "missing", "empty", "blank", "lack", "lacks",
    "lacking", "absent", "null", "some", "somebody", "something", "we", "anywhere", "somewhere",
    "duplicate", "duplicated", "repeated", "identical", "same", "wrong", "invalid", "blanks",
    "spaces", "zeros", "zeroes", "nulls", "gaps", "duplicates", "copies", "errors", "mistakes",
    "outliers", "negatives", "placeholders", "dashes", "nan",
})  # fmt: skip
_WANTED = frozenset({
    "filled", "given", "known", "there", "present", "set", "recorded", "used", "available", "valid",
    "correct", "right", "unique",
})  # fmt: skip
"""What one place may be looked for, and not all that lack it."""
_HOLDING = frozenset({"contain", "hold", "have", "take", "use", "show", "accept", "consist"})
_SOMEWHERE = frozenset({"anywhere", "somewhere"})
_MOST = 4


def asks_of_all_rows(asked: Sequence[Token]) -> bool:
    """Whether it says everywhere, in every row, all or only of what it asks for."""
    lows = [token.low for token in asked]
    if lows[0] not in _BEING | _DOING or _NOT_OF_ALL & {*lows}:
        return False
    is_either_way = any(pair in _EITHER_WAY for pair in pairwise(lows))
    return (
        bool(_ALONE & {*lows[2:]})
        or is_either_way
        or _of_every(lows)
        or bool(_only(lows) or _all(lows))
    )


def _of_every(lows: Sequence[str]) -> bool:
    """In every row, for all of the members: at the end."""
    pairs = range(3, len(lows) - 1)
    return any(lows[at] in _BEFORE_ROWS and lows[at + 1] in _EVERY for at in pairs[-3:])


def _only(lows: Sequence[str]) -> int:
    """The place of "only", where a list or a kind follows that are allowed; else 0."""
    found = [at for at in range(2, len(lows) - 1) if lows[at] in _ONLY]
    if len(found) != 1:
        return 0
    behind = found[0] + 1 + (lows[0] in _DOING)
    is_lone = {*lows[found[0] + 1 : behind + 2]} & (_ALIKE - {"the", "a", "an", "of", "in"})
    return 0 if is_lone else found[0]


def _all(lows: Sequence[str]) -> int:
    """The place of "all" behind what it is of: the totals all positive; else 0."""
    found = [at for at in range(2, len(lows) - 1) if lows[at] == "all"]
    is_plain = len(found) == 1 and lows[found[0] - 1] not in (*_BEFORE_ROWS, "not")
    return found[0] if is_plain and not _ALIKE & {*lows[found[0] + 1 : found[0] + 3]} else 0


def told_of_all(asked: Sequence[Token]) -> list[Token]:
    """The question with its "all" before what it is of, and with its duty before "only"."""
    lows = [token.low for token in asked]
    if at := _only(lows):
        must = _as_word(asked[0], "must")
        if lows[0] in _DOING:
            at -= lows[at - 1] in _HOLDING
            return [*asked[1:at], must, *asked[at:]]
        return [*asked[1:at], asked[0], *asked[at:]]
    if at := _all(lows):
        start = 2 if lows[1] == "the" else 1
        return [asked[0], asked[at], *asked[start:at], *asked[at + 1 :]]
    return [*asked]


def asked_of_any_place(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Is the total negative anywhere: is it anywhere negative; does it ever rise."""
    end = next((at for at, token in enumerate(tokens) if token.text == "?"), None)
    if end is None or end < 5 or tokens[end - 1].low not in _SOMEWHERE:
        return
    asked = list(tokens[: end - 1])
    lows = [token.low for token in asked]
    if lows[0] not in _BEING | _DOING or lows[1] in ("any", "there"):
        return
    if (_EVERY | _WANTED) & {*lows}:
        return
    word = "anywhere" if lows[0] in _BEING else "ever"
    for at in range(2, min(len(asked), 2 + _MOST)):
        yield [*asked[:at], _as_word(tokens[end - 1], word), *asked[at:], *tokens[end:]]


def _as_word(token: Token, word: str) -> Token:
    """The token, read as another word."""
    return token._replace(text=word, low=word, shape=Shape.WORD)
