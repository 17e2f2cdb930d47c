"""Words and expressions that say what another word of the grammar says, wherever that may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token

_COST = 0.02
_LONGEST = 5

# What each of these words of the grammar is also called, separated by " | ".
_ALSO = {
    "is": "has been | had been | gets | turns out | turns out to be | ends up | has to be seen "
    "as",
    "are": "have been | turn out | turn out to be | end up",
    "every": "each and every | every one of the | each one of the | every last | every "
    "individual | each individual | each single | every single | any given | any one",
    "all": "any and all | the entirety of",
    "no": "not a single | not even one | none of the | none of our | none of these | none of your",
    "must": "has got to | have got to | is bound to | are bound to | is obliged to | are obliged "
    "to | is meant to | are meant to | had better | is obligated to | are obligated to",
    "has": "carries | bears | possesses | comes with | features",
    "have": "carry | bear | possess | come with | feature | have had",
    "filled": "answered | entered | captured | supplied | maintained | documented | typed in | "
    "keyed in | "
    "put in | on file | on record | in place | populated | indicated | declared | noted down | "
    "noted",
    "empty": "unspecified | unfilled | unpopulated | left off | vacant",
    "if": "in the event that | for as long as | every time | each time | any time | in cases "
    "where | in the case that | on condition that | for cases where | assuming | assuming that | "
    "so long as | given that | in every row where | in each row where | for every row where | "
    "for each row where | for any row where | in those rows where | if ever | in all cases where "
    "| wherever it happens that | in situations where",
    "unless": "save when | except in case | with the exception of rows where | except for rows "
    "where | except for cases where | but not when | except in rows where",
    "although": "yet | and yet | whereas | but still | despite the fact that | in spite of the "
    "fact that",
    "and": "& | as well as | and also | along with | and likewise | as also | , and also",
    "or": "or else | or alternatively",
    "without": "w/o | sans",
    "duplicate": "dup | dupe | repeated | doubled",
    "duplicates": "dups | dupes | repeats | doublets",
    "unique": "uniq | one of a kind",
    "average": "avg | mean average",
    "missing": "lacking",
    "exceed": "surpass | go beyond | overshoot | go over",
    "exceeds": "surpasses | goes beyond | overshoots | goes over",
    "positive": "pos.",
    "equals": "makes | gives | yields | results in | comes to | amounts to | works out at | works "
    "out to | is equivalent to",
    "equal": "make | give | yield | result in | come to | amount to | work out at | work out to",
    "between": "anywhere between | somewhere between | in between | any number between",
    "consist": "consisting",
    "contain": "containing | mention | mentioning",
    "contains": "mentions",
    "appear": "be chosen | be picked | be selected | be mentioned | be voted for",
    "exist": "actually exist | truly exist | really exist",
    "exists": "actually exists | truly exists | really exists",
}  # fmt: skip
_BY_WORDS: dict[tuple[str, ...], list[str]] = {}
for _word, _listed in _ALSO.items():
    for _other in _listed.split(" | "):
        _BY_WORDS.setdefault(tuple(_other.split(" ")), []).append(_word)

_PERFECT = {"has": "is", "have": "are", "had": "is"}
_MODALS = frozenset({
    "must", "should", "may", "might", "can", "could", "would", "will", "shall", "to", "not",
    "never", "have",
})  # fmt: skip
_FLAGS = frozenset({
    "flag", "report", "list", "show", "find", "highlight", "mark", "return", "identify", "detect",
    "select", "spot", "catch",
})  # fmt: skip
"""Behind these, "names with two spaces" are names that have two spaces."""
_ENDS = frozenset({".", ";", ":", "?", "!"})
_BETWEEN = frozenset(
    {"not", "never", "yet", "always", "already", "all", "ever", "properly", "both"}
)
_JOINED = frozenset({
    "unique", "mandatory", "required", "positive", "not", "no", "numeric", "filled", "distinct",
    "non-negative", "lowercase", "uppercase", "trimmed",
})  # fmt: skip


def synonym_leaves(tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    """The words of the grammar that stand here under another name."""
    if tokens[start].shape == Shape.QUOTED:
        return
    words = tuple(token.low for token in tokens[start : start + _LONGEST])
    is_duty = start > 0 and tokens[start - 1].low in _MODALS and words[:2] != ("have", "had")
    for length in range(1, len(words) + 1):
        for meant in () if is_duty and words[0] == "have" else _BY_WORDS.get(words[:length], ()):
            yield Leaf(f"={meant}", start, start + length, True, _COST)
    yield from _perfect(tokens, start)
    if words[0] == "with" and opening(tokens, start).low in _FLAGS:
        yield Leaf("=have", start, start + 1, True, 0.3)
    if words[0] == "+" and len(words) > 1 and words[1] in _JOINED:
        yield Leaf("=and", start, start + 1, True, _COST)


def opening(tokens: Sequence[Token], at: int) -> Token:
    """The first word of the sentence that a place stands in."""
    start = at
    while start > 0 and tokens[start - 1].text not in _ENDS:
        start -= 1
    return tokens[start]


def _perfect(tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    """Has not been filled: is not filled; the word "been" behind it is passed over."""
    told = _PERFECT.get(tokens[start].low)
    is_duty = start > 0 and tokens[start - 1].low in _MODALS
    if told is not None and not is_duty and _been(tokens, start) > start + 1:
        yield Leaf(f"={told}", start, start + 1, True, _COST)


def _been(tokens: Sequence[Token], start: int) -> int:
    """Where the "been" of a perfect tense stands, or 0."""
    at = start + 1
    while at < len(tokens) and tokens[at].low in _BETWEEN:
        at += 1
    return at if at < len(tokens) and tokens[at].low == "been" else 0


def is_been(tokens: Sequence[Token], at: int) -> bool:
    """Whether this is the "been" of "has not been"."""
    if tokens[at].low != "been":
        return False
    return any(
        tokens[start].low in _PERFECT and _been(tokens, start) == at
        for start in range(max(at - 4, 0), at - 1)
    )
