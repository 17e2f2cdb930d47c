"""The clauses of a sentence, and how each is linked to the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from backend.planner.offline.stories.words import (
    AFTERTHOUGHTS,
    AUTHORITIES,
    CONSEQUENCES,
    DEGREES,
    DEMANDS,
    EVERYBODY,
    FINITE,
    FLAGS,
    INNER_LINKS,
    LINKS,
    LONG_LINKS,
    NO_SUBJECTS,
    NOUN_ENDINGS,
    OPENINGS,
    PREPOSITIONS,
    REASONS,
    REQUESTS,
    RESTATING,
    SINGULARS,
    SUBJECTS,
    VERBS,
    WISHES,
)
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import ASKING

DASH = "\u2013"
_ENDS = frozenset({".", "?", "!"})
_SHORT = 5
"""So few words, with the sign that ends them, may be a heading: the night shift."""
_BEFORE_FLAGS = frozenset({":", ";", ",", DASH, "—"})
_THEM = frozenset({"it", "them", "these", "those", "such"})
_ROWS = frozenset({"rows", "row", "records", "ones"})
_STOPS = frozenset({".", "!", ";", ":", DASH, "—"})


class Role(StrEnum):
    """What a clause would be, if it is a story."""

    TALE = "tale"
    """Nothing links it to a rule."""
    REASON = "reason"
    """It explains a rule, so that it may say what a tale may not."""
    LEAD = "lead"
    """It leads to a duty: the auditors insist that …"""
    MOTTO = "motto"
    """A colon follows, and what it says loosely stands behind the colon once more."""
    RESTATED = "restated"
    """An "i.e." follows, and says all of it again."""


class Clause(NamedTuple):
    """A stretch of the sentence; ``body`` is where it begins behind its link."""

    start: int
    body: int
    end: int
    role: Role

    @property
    def is_motto(self) -> bool:
        """Whether the rule behind it says it again."""
        return self.role in (Role.MOTTO, Role.RESTATED)


def clauses_of(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The clauses in their order; between them they hold every token."""
    cuts = [0, *(cut for cut in range(1, len(tokens)) if _is_cut(tokens, cut)), len(tokens)]
    for start, end in pairwise(cuts):
        body = _behind_links(tokens, start, end)
        clause = Clause(start, body, end, Role.TALE)
        yield clause._replace(role=_role(tokens, clause))


def _role(tokens: Sequence[Token], clause: Clause) -> Role:
    if _is_wish(tokens, clause.end):
        return Role.LEAD
    if any(starts(tokens, clause.end, words) for words in RESTATING):
        return Role.RESTATED if _demands(tokens, clause.end) else Role.TALE
    causes = _is_reason(tokens, clause.start) or _is_cause(tokens, clause.end)
    if causes or _is_followed(tokens, clause.end) or _asks_idly(tokens, clause):
        return Role.REASON
    if _names_authority(tokens, clause):
        return Role.REASON
    if clause.end < len(tokens) and tokens[clause.end - 1].text == ":" and _tells(tokens, clause):
        return Role.MOTTO
    return Role.TALE


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
    return any(token.low in INNER_LINKS for token in tokens[at:end])


def _names_authority(tokens: Sequence[Token], clause: Clause) -> bool:
    """As the law demands, …; according to the law, …; by law, …"""
    if tokens[clause.end - 1].text != "," or clause.end == len(tokens):
        return False
    if starts(tokens, clause.body, ("as",)):
        return tokens[clause.end - 2].low in REQUESTS
    told = [token.low for token in tokens[clause.body : clause.end - 1]]
    is_accord = told[:2] == ["according", "to"] and not set(told[2:]) & PREPOSITIONS
    return told == ["by", "law"] or (is_accord and told[-1] in AUTHORITIES)


def _demands(tokens: Sequence[Token], at: int) -> bool:
    return any(token.low in DEMANDS for token in tokens[at:])


def _tells(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a verb stands behind the first word: "gala guests:" has none."""
    lows = [token.low for token in tokens[clause.body : clause.end - 1]]
    if lows and lows[0] in ("we", "i", *FINITE):
        return True
    return any(
        low in VERBS or low in ("us", "we", "i", "me") or low.endswith("ed")
        or (_is_plural(low) and not _is_plural(before) and behind not in PREPOSITIONS - {"to"})
        for before, low, behind in zip(lows, lows[1:], [*lows[2:], "of"], strict=False)
    )  # fmt: skip


def _is_plural(low: str) -> bool:
    return len(low) > 2 and low.endswith("s") and not low.endswith("ss")


def _is_cut(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    if _only_flags(tokens, at):
        return False
    if before.text in _STOPS and before.shape == Shape.SIGN:
        return True
    if before.text == "?" and tokens[at].low in FLAGS:
        return True
    if any(starts(tokens, at, words) for words in RESTATING):
        return True
    if before.text == "," and before.shape == Shape.SIGN:
        is_after = any(starts(tokens, at, words) for words in AFTERTHOUGHTS)
        is_linked = is_after or _link(tokens, at) > 0 or _is_reason(tokens, at)
        return is_linked or _ends_opening(tokens, at)
    return _is_reason(tokens, at) or _is_wish(tokens, at)


def _only_flags(tokens: Sequence[Token], at: int) -> bool:
    """Flag it, behind a colon or "so" and to the end: it belongs to the rule before it."""
    if tokens[at - 1].text not in _BEFORE_FLAGS:
        return False
    lows = [token.low for token in tokens[at:] if token.text not in _ENDS]
    lows = lows[1:] if lows[:1] == ["so"] else lows
    is_short = len(lows) == 2 or (len(lows) == 3 and lows[2] in _ROWS)
    return is_short and lows[0] in FLAGS and lows[1] in _THEM


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


def _ends_opening(tokens: Sequence[Token], at: int) -> bool:
    """The first comma behind a "because" or "according to" that opens the sentence."""
    opens = any(starts(tokens, 0, words) for words in OPENINGS)
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
    if clause.role == Role.REASON:
        return False
    is_short = clause.end - clause.body <= _SHORT and tokens[clause.body].low in SINGULARS
    is_heading = clause.role == Role.TALE and (tokens[clause.end - 1].text == ":" or is_short)
    return not _has_subject(tokens, clause) or (is_heading and not _tells(tokens, clause))


def _asks_idly(tokens: Sequence[Token], clause: Clause) -> bool:
    """Did we ever sell below cost? Flag …: a question of persons that a command answers."""
    first, second = (tokens[min(clause.body + at, clause.end - 1)].low for at in (0, 1))
    is_answered = clause.end < len(tokens) and tokens[clause.end].low in FLAGS
    is_asked = first in ASKING and second in EVERYBODY
    return is_answered and is_asked and tokens[clause.body + 2].low == "ever"


def _has_subject(tokens: Sequence[Token], clause: Clause) -> bool:
    """An order opens with a verb alone: of a bare word, it must be told by one behind it."""
    lows = [token.low for token in tokens[clause.body : clause.end]]
    if clause.is_motto and lows[0] in DEGREES:
        lows = lows[1:]
    first, second, third = (*lows, "", "", "")[:3]
    if first in ("in", "at", "by", "on") and tokens[clause.end - 1].text == ".":
        return any(low in FINITE for low in lows[3:])
    if first in NO_SUBJECTS:
        return False
    if first in SUBJECTS or second in FINITE:
        return True
    if second not in ("what", "that", "who", "which") and third in FINITE:
        return True
    if first.endswith("ing"):
        return _is_plural(second) or any(low in VERBS for low in lows[1:])
    if first.endswith(NOUN_ENDINGS):
        return _is_plural(second) or second.endswith("ed")
    return _is_plural(first) and second not in PREPOSITIONS
