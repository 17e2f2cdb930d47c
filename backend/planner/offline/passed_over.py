"""Words that may be passed over: articles, and adverbs that change nothing where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.synonyms import is_been, opening
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.widened_rows import widens
from backend.planner.offline.words import ASKING, FILLERS, NUMBER_WORDS, ORDINALS

ARTICLES = frozenset({"the", "a", "an"})
_MODALS = frozenset({"must", "should", "shall"})
SKIPPED = ARTICLES | FILLERS


def may_be_passed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word may be passed over; a capital A inside a sentence is a value.

    So is an article without a noun; what comes "and then" comes behind, as do the digits of "two
    letters, then digits"; what comes "then" behind a question answers it.
    """
    token = tokens[at]
    is_value = token.text == "A" and at > 0 and tokens[at - 1].shape != Shape.SIGN
    is_denied = at > 0 and tokens[at - 1].low in ("not", "never") and token.low not in ARTICLES
    is_asked = token.low == "ever" and opening(tokens, at).low in ASKING
    is_value = is_value or (token.low in ARTICLES and _stands_alone(tokens, at))
    is_denied = is_denied or (token.low == "then" and at > 0 and tokens[at - 1].low in ("and", "?"))
    is_denied = is_denied or (token.low == "then" and _is_next_piece(tokens, at))
    is_denied = is_denied or widens(tokens, at)
    is_idle = token.low in SKIPPED or (token.low == "here" and _ends(tokens, at))
    is_idle = is_idle or (token.low == "still" and at > 0 and tokens[at - 1].low in _MODALS)
    is_idle = is_idle or _is_stressed(tokens, at) or _is_asked_by_now(tokens, at)
    is_idle = is_idle or _is_partitive(tokens, at) or _is_not_one(tokens, at)
    is_idle = is_idle or _is_stressed_deed(tokens, at) or _is_at_all(tokens, at)
    is_idle = is_idle or _is_itself(tokens, at) or _is_too(tokens, at) or _is_elided(tokens, at)
    may = is_idle and not (is_value or is_denied or is_asked)
    return may or is_been(tokens, at)


def _is_partitive(tokens: Sequence[Token], at: int) -> bool:
    """The of "any of the codes", but of no number of them."""
    if tokens[at].low != "of" or at == 0 or tokens[at - 1].low not in ("any", "all"):
        return False
    behind = [token for token in tokens[at + 1 : at + 3] if token.shape == Shape.WORD]
    is_plain = (
        len(behind) > 1 and behind[1].low not in NUMBER_WORDS and behind[1].low not in ORDINALS
    )
    return is_plain and behind[0].low in ("the", "these", "those", "our")


def _is_too(tokens: Sequence[Token], at: int) -> bool:
    """The last word behind a denial: they have no capital either, or yet."""
    before = {token.low for token in tokens[:at]}
    is_last = tokens[at].low in ("either", "yet") and _ends(tokens, at)
    return is_last and not before.isdisjoint(_DENIALS)


_DENIALS = frozenset({"no", "not", "never", "without", "neither", "nor"})
_AUXILIARIES = frozenset({"was", "were", "did", "does", "do", "is", "are", "has", "have", "had"})
_COMPARING = frozenset({"than", "before", "after"})


def _is_elided(tokens: Sequence[Token], at: int) -> bool:
    """The was of "before their manager was": the verb of a comparison, whose rest was said."""
    if tokens[at].low not in _AUXILIARIES or not _ends(tokens, at):
        return False
    before = range(at - 1, max(at - 5, 0), -1)
    start = next((back for back in before if tokens[back].low in _COMPARING), at)
    between = tokens[start + 1 : at]
    return 0 < len(between) < 4 and all(token.shape == Shape.WORD for token in between)


def _is_not_one(tokens: Sequence[Token], at: int) -> bool:
    """The single of "without a single letter": without any."""
    before = [token.low for token in tokens[max(0, at - 2) : at]]
    return tokens[at].low == "single" and before == ["without", "a"]


_PIECES = frozenset({
    "digit", "digits", "letter", "letters", "character", "characters", "numbers", "capitals",
    "dash", "hyphen", "dot", "slash", "underscore", "space", "blank", "colon",
})  # fmt: skip


def _is_next_piece(tokens: Sequence[Token], at: int) -> bool:
    """The then of "two letters, then only digits": pieces of a text stand one behind the other."""
    before, behind = tokens[max(0, at - 4) : at], tokens[at + 1 : at + 4]
    return all(any(token.low in _PIECES for token in side) for side in (before, behind))


def _is_stressed(tokens: Sequence[Token], at: int) -> bool:
    """The itself of "a manager must itself be an employee"."""
    if tokens[at].low not in ("itself", "themselves", "himself", "herself") or at == 0:
        return False
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at - 1].low in _MODALS and behind in ("be", "exist", "occur", "appear", "have")


def _is_at_all(tokens: Sequence[Token], at: int) -> bool:
    """The words "at all" behind a denial, where the clause ends: they have no payment at all."""
    start = at - (tokens[at].low == "all")
    if start < 1 or [token.low for token in tokens[start : start + 2]] != ["at", "all"]:
        return False
    behind = tokens[start + 2].text if start + 2 < len(tokens) else "."
    return behind in _CLOSING and not _DENIED.isdisjoint(token.low for token in tokens[:start])


_CLOSING = frozenset({".", "?", "!", ",", ";", ":", ")"})
_DENIED = frozenset({"no", "not", "never", "without", "nothing", "nobody", "none", "any", "if"})
_DEEDS = frozenset({
    "have", "contain", "hold", "exist", "exceed", "start", "begin", "end", "match", "differ",
    "carry", "occur", "overlap", "share", "lie", "belong",
})  # fmt: skip


def _is_stressed_deed(tokens: Sequence[Token], at: int) -> bool:
    """The do of "things that do have a count"."""
    if tokens[at].low not in ("do", "does", "did") or not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].low in ("that", "who", "which") and tokens[at + 1].low in _DEEDS


def _is_itself(tokens: Sequence[Token], at: int) -> bool:
    """The itself of "longer than the title itself"."""
    before = [token.low for token in tokens[max(0, at - 6) : at]]
    is_own = tokens[at].low in ("itself", "themselves") and _ends(tokens, at)
    return is_own and "than" in before[:-1] and before[-1] not in _COMPARING


def _is_asked_by_now(tokens: Sequence[Token], at: int) -> bool:
    """The still of "is it still below 5?": a question is about what is there now anyway."""
    if tokens[at].low not in ("still", "already") or at + 1 == len(tokens):
        return False
    is_of_rows = at > 0 and tokens[at - 1].low in ("that", "who", "which")
    if is_of_rows and tokens[at + 1].low in ("have", "has", "had", "carry", "carries"):
        return True
    if opening(tokens, at).low not in ASKING:
        return False
    return 1 < at + 1 < len(tokens) and tokens[at + 1].low not in (*_BEHIND_A_WHOLE, "there")


_BEHIND_A_WHOLE = frozenset({",", "or", "and", "nor", ".", ";", ")", "?", "!"})


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """The a of "8, 9, a or b": an article has its noun behind it."""
    return at > 0 and (at + 1 == len(tokens) or tokens[at + 1].low in _BEHIND_A_WHOLE)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends behind a word."""
    return at + 1 == len(tokens) or tokens[at + 1].text in (".", "!", "?")
