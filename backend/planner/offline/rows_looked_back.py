"""Rows that a sentence tells of, and a rule behind it looks back at: they must, their price.

Cancelled orders never leave the shop, so they must not have a day: cancelled orders must not have
one. What is said of the rows in between only tells why, as long as it counts, limits and names
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.reasons_before import VERBS
from backend.planner.offline.stories.words import CONSEQUENCES, FINITE, FLAGS, PREPOSITIONS
from backend.planner.offline.stories.words import VERBS as TOLD
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS, stem, stems_of

_STOPS = frozenset({".", ";", ":", "!"})
_SUBJECTS = (
    ("each", "of", "them"),
    ("all", "of", "them"),
    ("they",),
    ("it",),
    ("these",),
    ("those",),
)
_WHOSE = frozenset({"their", "its"})
_BACK = (("for", "them"), ("for", "these"), ("for", "those"), ("in", "them"))
_IDLE_BEHIND = frozenset({"yet", "either", "anyway", "at", "all", "then"})
_HENCE = frozenset({"therefore", "so", "hence", "thus", "consequently"})
_DUTIES = frozenset({
    "must", "should", "shall", "may", "can", "cannot", "need", "needs", "has", "have", "always",
    "never",
})  # fmt: skip
_BARRED = frozenset({
    "must", "should", "shall", "may", "can", "could", "might", "only", "if", "when", "unless",
    "where", "except", "without", "or", "than", "over", "under", "above", "below", "before",
    "after", "more", "less", "flag", "report", "list", "which", "that", "who", "whose", "some",
    "most", "many", "few", "other", "others", "but", "usually", "often", "sometimes", "mostly",
    "free", "same", "means", "mean", "counts", "count", "blank", "empty", "missing", "while",
})  # fmt: skip
"""What could make the clause more than a reason, or speak of fewer rows."""
_COUNTED = frozenset({"twice", "thrice", "within", "half", "exceed", "exceeds"}) | {*NUMBER_WORDS}
_OF_ALL = frozenset({
    "every", "each", "all", "no", "any", "some", "most", "many", "few", "not", "half", "third",
    "thirds", "quarter", "quarters", "percent", "majority", "part", "parts", *NUMBER_WORDS,
})  # fmt: skip
_LOOSE = 1.0
_LONGEST = 6


def with_rows_looked_back(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The rule alone, with the rows in place of the word that looks back at them."""
    stop = next((at for at, token in enumerate(tokens) if _ends(tokens, at)), 0)
    verb = _verb_of_story(tokens[:stop], lexicon)
    if not verb:
        return
    rows, rule = [*tokens[:verb]], [*tokens[stop + 1 :]]
    link = next((each for each in CONSEQUENCES if _lows(rule, len(each)) == each), ())
    rule = rule[len(link) :]
    if rule and rule[0].text == ",":
        rule = rule[1:]
    if tokens[stop].low == "and":
        yield [*rows, *(token for token in rule if token.low not in _HENCE)]
        return
    opening = next((each for each in _SUBJECTS if _lows(rule, len(each)) == each), ())
    if _lows(rule, 1)[:1] in (("it",), ("its",)) and _are_many(rows, lexicon):
        return  # the drivers get a car: it is the car
    if opening and rule[len(opening)].low in _DUTIES:
        yield [*rows, *rule[len(opening) :]]
        return
    if _lows(rule, 1)[0] in FLAGS:
        yield from _shown(rows, rule)
        return
    bare = _without_back(rule)
    if len(bare) > 3 and (bare != rule or bare[0].low in _WHOSE):
        bare = bare[1:] if bare[0].low in _WHOSE else bare
        first, sign = tokens[0], tokens[stop]
        told = first._replace(text="For", low="for", shape=Shape.WORD)
        comma = sign._replace(text=",", low=",", shape=Shape.SIGN)
        yield [told, first._replace(text=_small(first)), *rows[1:], comma, *bare]


_NARROW = frozenset({
    "with", "whose", "where", "starting", "beginning", "ending", "of", "in", "that",
})  # fmt: skip
_CALLED = frozenset({"is", "are", "was", "were", "did", "does", "do", "have", "had"})


def _verb_of_story(before: Sequence[Token], lexicon: Lexicon) -> int:
    """Where that begins which only tells why; 0 for none."""
    verb = _verb(before, lexicon)
    is_story = bool(verb) and _only_tells_why(before[verb:], lexicon)
    return verb if is_story else _verb_behind(before, lexicon)


_THEM = frozenset({"them", "these", "those"})
_ONCE = frozenset({"if", "when", "where"})


def _shown(rows: list[Token], rule: list[Token]) -> Iterator[list[Token]]:
    """List these; flag them if their price is 0: the rows in the place of what looks back."""
    rest = [token for token in rule[2:] if token.text not in (".", "!")]
    if len(rule) < 2 or rule[1].low not in _THEM or (rest and rest[0].low not in _ONCE):
        return
    is_one = rows[0].low in ("a", "an")
    first = rows[0]._replace(text="every" if is_one else _small(rows[0]))
    first = first._replace(low=first.text.lower())
    where = [rest[0]._replace(text="where", low="where"), *rest[1:]] if rest else []
    yield [rule[0], first, *rows[1:], *where]


def _verb_behind(before: Sequence[Token], lexicon: Lexicon) -> int:
    """Where it is told what rows do that a condition tells from others; 0 for none."""
    narrow = next((at for at, t in enumerate(before[:_LONGEST]) if t.low in _NARROW and at), 0)
    lows = {token.low for token in before}
    if not narrow or lows & _OF_ALL - {"all", "not"} - {*NUMBER_WORDS} or before[0].low in FLAGS:
        return 0
    verbs = [at for at in range(narrow + 2, len(before) - 1) if before[at].low in _CALLED]
    return next((at for at in verbs if _only_tells_why(before[at:], lexicon)), 0)


def _are_many(rows: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the rows are told in the plural."""
    nouns = {stems[-1] for stems in lexicon.table_stems.values() if stems}
    return any(token.low.endswith("s") and stem(token.low) in nouns for token in rows)


def _small(token: Token) -> str:
    return token.text if token.text.isupper() else token.low


def _lows(tokens: Sequence[Token], count: int) -> tuple[str, ...]:
    return tuple(token.low for token in tokens[:count])


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """A stop, or a comma with a consequence behind it, and something of a rule there."""
    if at + 4 > len(tokens):
        return False
    if tokens[at].low == "and":
        words = {token.low for token in tokens[at + 1 : at + 3]}
        return bool(words & _HENCE) and bool(words & _DUTIES)
    if tokens[at].shape != Shape.SIGN:
        return False
    follows = any(_lows(tokens[at + 1 :], len(each)) == each for each in CONSEQUENCES)
    return tokens[at].text in _STOPS or (tokens[at].text == "," and follows)


def _verb(before: Sequence[Token], lexicon: Lexicon) -> int:
    """Where it is told what the rows do, which a value tells from others; 0 for none."""
    nouns = {stems[-1] for stems in lexicon.table_stems.values() if stems}
    noun = next((at for at, t in enumerate(before[:_LONGEST]) if stem(t.low) in nouns), None)
    if noun is None:
        return 0
    at = next((at for at in range(noun + 1, len(before)) if before[at].low in FINITE), 0)
    told = [noun, *(p for p in range(noun, len(before)) if before[p].low in lexicon.values)]
    deeds = (p + 1 for p in reversed(told) if p + 1 < len(before) and _is_deed(before[p + 1]))
    at = at or next(deeds, 0)
    rows = before[:at]
    is_plain = all(token.shape in (Shape.WORD, Shape.QUOTED) for token in rows)
    words = {token.low for token in rows} | {stem(token.low) for token in rows}
    is_some = any(word in lexicon.values for word in words) and not words & (_BARRED | _OF_ALL)
    return at if is_plain and is_some and at <= _LONGEST else 0


def _is_deed(token: Token) -> bool:
    """Buy, leaves: no participle and no preposition, with which more of the rows would be told."""
    is_word = token.shape == Shape.WORD and token.low.isalpha()
    is_open = (
        not token.low.endswith(("ed", "ing", "en")) and token.low not in PREPOSITIONS | _BARRED
    )
    return is_word and is_open and (token.low in VERBS | TOLD or token.low not in _NO_DEEDS)


_NO_DEEDS = frozenset(
    {"and", "as", "like", "there", "here", "abroad", "today", "also", "too", "we"}
)


def _only_tells_why(said: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether it limits, counts and names nothing."""
    if len(said) < 2 or any(t.shape != Shape.WORD or t.low in _BARRED for t in said):
        return False
    if _COUNTED & {token.low for token in said}:
        return False
    later = said[1:] if said[0].low in FINITE else [t for t in said[1:] if t.low in FINITE]
    is_one_deed = said[0].low in FINITE or not later
    named = (token for token in said[1:] if token.low not in FINITE | PREPOSITIONS)
    return is_one_deed and not any(_is_known(token, lexicon) for token in named)


def _is_known(token: Token, lexicon: Lexicon) -> bool:
    """Whether it is a value, or a column named in full."""
    links = lexicon.column_links(token.text, stems_of(token.text))
    words = {token.low, stem(token.low)}
    denied = token.low[2:] if token.low.startswith("un") else ""  # unpaid, beside paid
    if denied in lexicon.values or any({denied} == {*each.stems} for each in lexicon.columns):
        return True
    is_value = any(word in lexicon.values and len(word) > 2 for word in words)
    return is_value or any(cost < _LOOSE / 4 for _, cost in links)


def _without_back(rule: list[Token]) -> list[Token]:
    """Without the "for them yet" that ends it, or that stands before what is told in brackets."""
    ends = (at for at, token in enumerate(rule) if token.text in (".", "!", "("))
    last = end = next(ends, len(rule))
    while end > 2 and rule[end - 1].low in _IDLE_BEHIND:
        end -= 1
    back = any(_lows(rule[end - 2 : end], 2) == each for each in _BACK)
    return [*rule[: end - 2], *rule[last:]] if back else rule
