"""The clauses of a sentence, and how each is linked to the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from backend.planner.offline.story_words import (
    AFTERTHOUGHTS,
    CONSEQUENCES,
    DUTIES,
    EVERYBODY,
    FLAGS,
    LINKS,
    LONG_LINKS,
    NO_SUBJECTS,
    QUANTIFIERS,
    REASONS,
    RESTATING,
    SCOPING,
    SUBJECTS,
    VERBS,
    WISHES,
)
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import ASKING

DASH = "\u2013"
_ENDS = frozenset({".", "?", "!"})
_INNER_LINKS = frozenset({"therefore", "thus", "hence", "consequently", "accordingly"})
_STOPS = frozenset({".", "!", ";", ":", DASH, "—"})


class Clause(NamedTuple):
    """A stretch of the sentence; ``body`` is where it begins behind its link."""

    start: int
    body: int
    end: int
    is_reason: bool
    """It explains a rule, so that it may say what a story may not."""
    is_lead: bool
    """It leads to a duty: the auditors insist that …"""
    is_motto: bool
    """A colon follows, and what it says loosely stands behind the colon once more."""
    is_restated: bool
    """An "i.e." follows, and says all of it again."""


def clauses_of(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The clauses in their order; between them they hold every token."""
    cuts = [0, *(cut for cut in range(1, len(tokens)) if _is_cut(tokens, cut)), len(tokens)]
    for start, end in pairwise(cuts):
        if start < end:
            body = _behind_links(tokens, start, end)
            is_lead = _is_wish(tokens, end)
            is_reason = _is_reason(tokens, start) or _is_cause(tokens, end)
            is_reason = is_reason or _is_followed(tokens, end)
            clause = Clause(start, body, end, is_reason, is_lead, False, False)
            is_reason = is_reason or _asks_idly(tokens, clause)
            clause = clause._replace(is_reason=is_reason)
            yield clause._replace(
                is_motto=_is_motto(tokens, clause), is_restated=_is_restated(tokens, clause)
            )


def _is_cause(tokens: Sequence[Token], at: int) -> bool:
    """Goods are cheap, so …: what a consequence follows is its reason."""
    if at == len(tokens) or starts(tokens, at, ("so", "that")):
        return False
    return any(starts(tokens, at, words) for words in CONSEQUENCES)


def _is_followed(tokens: Sequence[Token], at: int) -> bool:
    """The next sentence says "therefore" somewhere in itself."""
    if at == 0 or at == len(tokens) or tokens[at - 1].text != ".":
        return False
    places = range(at, len(tokens))
    end = next((place for place in places if tokens[place].text in _ENDS), len(tokens))
    return any(token.low in _INNER_LINKS for token in tokens[at:end])


def _is_motto(tokens: Sequence[Token], clause: Clause) -> bool:
    if clause.end == len(tokens) or not _demands(tokens, clause.end):
        return False
    tells = clause.body < verb_of(tokens, clause) < clause.end - 1
    opens = tokens[clause.body].low in EVERYBODY | QUANTIFIERS
    is_followed = tokens[clause.end - 1].text == ":" or _is_restated(tokens, clause)
    return is_followed and (tells or opens)


def _is_restated(tokens: Sequence[Token], clause: Clause) -> bool:
    again = any(starts(tokens, clause.end, words) for words in RESTATING)
    return again and _demands(tokens, clause.end)


def _demands(tokens: Sequence[Token], at: int) -> bool:
    return any(token.low in DUTIES for token in tokens[at:])


def verb_of(tokens: Sequence[Token], clause: Clause) -> int:
    """Where what is told of a motto's subject begins."""
    places = range(clause.body, clause.end)
    return next((place for place in places if tokens[place].low in VERBS), clause.end)


def _is_cut(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    if before.text in _STOPS and before.shape == Shape.SIGN:
        return True
    if before.text == "?" and tokens[at].low in FLAGS:
        return True
    if any(starts(tokens, at, words) for words in RESTATING):
        return True
    if before.text == "," and before.shape == Shape.SIGN:
        is_after = any(starts(tokens, at, words) for words in AFTERTHOUGHTS)
        return (
            is_after or _link(tokens, at) > 0 or _is_reason(tokens, at) or _ends_reason(tokens, at)
        )
    return _is_reason(tokens, at) or _is_wish(tokens, at)


def _is_wish(tokens: Sequence[Token], at: int) -> bool:
    """Just behind the "that" of "the auditors insist that"."""
    return 1 < at < len(tokens) and tokens[at - 1].low == "that" and _wishes(tokens, at - 2)


def _wishes(tokens: Sequence[Token], at: int) -> bool:
    """A word of wishing, or one with "to us" behind it: it matters to us that."""
    if at > 1 and tokens[at - 1].low in ("to", "for"):
        at -= 2
    if tokens[at].low == "is" and at > 0:
        at -= 1
    return tokens[at].low in WISHES


def _ends_reason(tokens: Sequence[Token], at: int) -> bool:
    """The first comma behind a "because" that opens the sentence."""
    opens = tokens[0].low in ("because", "since", "as") and tokens[at - 1].text == ","
    return opens and not any(token.text == "," for token in tokens[: at - 1])


def _is_reason(tokens: Sequence[Token], at: int) -> bool:
    return any(starts(tokens, at, words) for words in REASONS)


def _link(tokens: Sequence[Token], at: int) -> int:
    """How many words from here lead from a story to its rule."""
    for words in (*LONG_LINKS, *RESTATING):
        if starts(tokens, at, words):
            return len(words)
    return 1 if tokens[at].low in LINKS and tokens[at].shape == Shape.WORD else 0


def starts(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    """Whether these words stand here."""
    return tuple(token.low for token in tokens[at : at + len(words)]) == words


def _behind_links(tokens: Sequence[Token], start: int, end: int) -> int:
    at = start
    while at < end and (_link(tokens, at) or (at > start and tokens[at].text == ",")):
        at += _link(tokens, at) or 1
    return at


# What opens no story --------------------------------------------------------------------------


def is_fragment(tokens: Sequence[Token], clause: Clause) -> bool:
    """For wholesale clients; drop test rows: no subject opens it, or it asks."""
    if tokens[clause.end - 1].text == "?":
        return not _asks_idly(tokens, clause)
    return not (clause.is_reason or _has_subject(tokens, clause))


def _asks_idly(tokens: Sequence[Token], clause: Clause) -> bool:
    """Did we ever sell below cost? Flag …: a question of persons that a command answers."""
    first, second = (tokens[min(clause.body + at, clause.end - 1)].low for at in (0, 1))
    is_answered = clause.end < len(tokens) and tokens[clause.end].low in FLAGS
    is_asked = first in ASKING and second in EVERYBODY
    return is_answered and is_asked and tokens[clause.body + 2].low == "ever"


def _has_subject(tokens: Sequence[Token], clause: Clause) -> bool:
    first, second, third = (tokens[min(clause.body + at, clause.end - 1)].low for at in (0, 1, 2))
    if first in _PLACES and tokens[clause.end - 1].text == ".":
        return any(token.low in _TENSES for token in tokens[clause.body + 3 : clause.end])
    if first in NO_SUBJECTS:
        return False
    if second in _ADVERBS or not second.endswith("s"):
        second = second if second in VERBS or second.endswith("ed") else third
    is_verb = second in VERBS or second.endswith(("s", "ed"))
    if first.endswith("ing"):
        is_verb |= any(token.low in VERBS for token in tokens[clause.body + 1 : clause.end])
    return first in SUBJECTS or first.endswith("s") or is_verb


_PLACES = frozenset({"in", "at", "by", "after", "before", "during", "on"})
_TENSES = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "can", "do", "does"})
_ADVERBS = frozenset({"often", "never", "always", "rarely", "still", "also", "usually", "hardly"})


def is_scope(tokens: Sequence[Token], place: int) -> bool:
    """This is about the gala; it goes for the gala: it tells which rows are meant."""
    if place == 0 or tokens[place].low not in ("about", "for", "at", "of", "with", "to"):
        return False
    return tokens[place - 1].low in SCOPING
