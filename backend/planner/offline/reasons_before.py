"""Rows that a clause tells why of, and a rule behind it looks back at: must be filled there.

Night shifts run long, so deputy must not be empty there: for night shifts, deputy must not be
empty. What is said of the rows in between only tells why, as long as it asks, denies and counts
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem, stems_of

VERBS = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "run", "runs", "go", "goes", "come", "comes",
    "take", "takes", "get", "gets", "need", "needs", "carry", "carries", "work", "works", "pay",
    "pays", "start", "starts", "leave", "leaves", "belong", "belongs", "make", "makes", "bring",
    "brings", "use", "uses", "travel", "travels", "live", "lives", "stand", "stands", "stay",
    "stays", "include", "includes", "fly", "flies", "ride", "rides", "serve", "serves",
    "want", "wants", "keep", "keeps", "hold", "holds", "give", "gives", "bear", "bears",
})  # fmt: skip
_BARRED = frozenset({
    "must", "should", "shall", "may", "can", "could", "might", "only", "if", "when", "unless",
    "where", "except", "not", "no", "never", "without", "or", "than", "over", "under", "above",
    "below", "before", "after", "more", "less", "flag", "report", "list", "which", "that", "who",
    "whose", "some", "most", "many", "few", "other", "others", "but", "usually", "often",
})  # fmt: skip
"""What could make the clause more than a reason, or speak of fewer rows."""
_BACK = (("there",), ("for", "them"), ("for", "these"), ("for", "those"), ("in", "them"), ("here",))
_ENDS = frozenset({".", "!"})
_LONGEST_NOUN = 4
_LOOSE = 1.0
"""From this cost on, words name a column by a part of it alone."""
_IDLE = frozenset({"a", "an", "the", "at", "in", "to", "of", "by", "all", "and", "too", "very"})


def with_rows_for_there(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """For night shifts, deputy must not be empty."""
    body = list(tokens[:-1] if tokens and tokens[-1].text in _ENDS else tokens)
    stop = next((at for at, token in enumerate(body) if token.text in (",", ";", ":", ".")), 0)
    verb = next((at for at, token in enumerate(body[:stop]) if token.low in VERBS), 0)
    clause = body[verb:stop]
    if not 0 < verb <= _LONGEST_NOUN or not only_tells_why(clause) or _names_any(clause, lexicon):
        return
    rows, rule = body[:verb], body[stop + 1 :]
    if rule and rule[0].low == "so":
        rule.pop(0)
    elif body[stop].text == ",":
        return
    back = next((each for each in _BACK if tuple(t.low for t in rule[-len(each) :]) == each), None)
    if back is None or not _are_some(rows, lexicon):
        return
    rule = rule[: len(rule) - len(back)]
    if len(rule) < 3 or rule[-1].low in ("be", "is", "are") or "," in [t.text for t in rule[:1]]:
        return
    told = body[stop]._replace(text="For", low="for", shape=Shape.WORD)
    comma = body[stop]._replace(text=",", low=",", shape=Shape.SIGN)
    yield [told, *rows, comma, *rule]


def only_tells_why(clause: Sequence[Token]) -> bool:
    """Whether it asks, denies and counts nothing."""
    return all(token.shape == Shape.WORD and token.low not in _BARRED for token in clause)


def _names_any(clause: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a column or a value is named: "they need a guard" is a rule, and no reason."""
    told = [token for token in clause[1:] if token.low not in _IDLE]
    return any(
        token.low in lexicon.values
        or any(cost < _LOOSE for _, cost in lexicon.column_links(token.text, stems_of(token.text)))
        for token in told
    )


def _are_some(rows: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a value is among the words for the rows, and nothing that widens or denies them."""
    words = {token.low for token in rows} | {stem(token.low) for token in rows}
    return not words & _BARRED and any(word in lexicon.values for word in words)
