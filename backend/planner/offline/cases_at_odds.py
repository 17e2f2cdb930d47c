"""Cases told by one word behind a rule: if one is, the check fails; if it is not, flag it.

Behind what must not be, the case that is so breaks the rule; behind what must be, the other one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_IF = frozenset({"if", "when", "whenever", "once"})
_ONES = frozenset({
    "one", "any", "it", "this", "that", "they", "some", "someone", "somebody", "anybody", "anyone",
    "row", "two", "several", "there", "them", "these",
})  # fmt: skip
_SOME = frozenset({"one", "any", "some"})
_BEFORE_ONES = frozenset({"one", "any", "some", "of", "such", "a", "even"})
_SO = frozenset({
    "is", "are", "does", "do", "did", "has", "have", "happens", "happen", "occurs", "occur",
})  # fmt: skip
_ANSWERS = frozenset({"so", "yes"})
_ENDS = frozenset({".", ";", "!", "?", ":", "\u2013", "\u2014"})
_THEN = frozenset({",", "then", *_ENDS})
_DUTIES = frozenset({"must", "should", "may", "can", "shall", "cannot", "has", "have", "needs"})
_MODALS = _DUTIES | {"is", "are", "do", "does", "to", "allowed"}
_NONE = frozenset({"no", "nobody", "none", "nothing", "neither", "never", "not"})
_OPENS = frozenset(
    {"there", "be", "is", "are", ",", "must", "may", "should", "can", "want", "expect"}
)
_FAILURES = frozenset({
    "fail", "fails", "failed", "failure", "error", "errors", "wrong", "mistake", "mistakes",
    "invalid", "flag", "report", "list", "show", "mark", "find", "highlight", "return", "alert",
    "warn", "tell", "know", "alarm", "complain", "rejected", "forbidden", "flagged", "reported",
})  # fmt: skip
_LONGEST = 7


class _Case(NamedTuple):
    """Where "if one is" begins, and whether it is "if one is not"."""

    start: int
    is_denied: bool


def refuse_cases_at_odds(tokens: Sequence[Token]) -> None:
    """Pass a sentence whose failing case is the one that breaks the rule before it.

    Raises:
        Misfit: what is to fail is as it must be.
    """
    lows = [token.low for token in tokens]
    for case in _cases(lows):
        if not _fails(lows, case.start):
            continue
        before = _told_before(lows[: case.start])
        if before[-1:] == ["?"]:
            continue
        if not before or _is_denied(before) == case.is_denied:
            raise Misfit(
                "what is to fail is as it must be; say which rows break the rule, or leave it out"
            )


def _fails(lows: Sequence[str], start: int) -> bool:
    """Whether something fails in that case, or is flagged: a fee, if there is one, does not."""
    ends = [at for at, low in enumerate(lows) if low in _ENDS]
    first = max((at + 1 for at in ends if at < start), default=0)
    last = min((at for at in ends if at > start), default=len(lows))
    then = next((at for at in range(start, last) if lows[at] in _THEN), last)
    return not _FAILURES.isdisjoint(lows[then:last] if then < last else lows[first:start])


def _cases(lows: Sequence[str]) -> Iterator[_Case]:
    for start, low in enumerate(lows):
        if low == "should" and {*lows[start + 1 : start + 2]} & _ONES:
            yield _Case(start, is_denied=lows[start + 2 : start + 3] == ["not"])
        if low not in _IF:
            continue
        rest = [*lows[start + 1 : start + _LONGEST], "."]
        if rest[0] in _ANSWERS and rest[1] in _THEN:
            yield _Case(start, is_denied=False)
        at = 0
        while rest[at] in _BEFORE_ONES and rest[at + 1] in _ONES | _BEFORE_ONES:
            at += 1
        if rest[at] not in _ONES or rest[at + 1] not in _SO:
            continue
        is_denied = rest[at + 2 : at + 3] == ["not"]
        behind = rest[at + 2 + is_denied : at + 3 + is_denied]
        if not behind or behind[0] in _THEN or (rest[at] == "there" and behind[0] in _SOME):
            yield _Case(start, is_denied)


def _told_before(lows: Sequence[str]) -> list[str]:
    """The last sentence before it that tells what must be."""
    found: list[list[str]] = [[]]
    for low in lows:
        if low == "?":
            found[-1].append(low)
        if low in _ENDS:
            found.append([])
        else:
            found[-1].append(low)
    told = [words for words in found if len([low for low in words if low != ","]) > 1]
    duties = [words for words in told if {*words} & (_DUTIES | _NONE | {"?"})]
    return (duties or told or [[]])[-1]


def _is_denied(words: Sequence[str]) -> bool:
    """Whether it says what must not be: by each of its verbs, or by what it begins with."""
    duties = [at for at, low in enumerate(words[:-1]) if low in _DUTIES]
    verbs = duties or [at for at, low in enumerate(words[:-1]) if low in _MODALS]
    denied = [words[at + 1] in ("not", "never") or words[at] == "cannot" for at in verbs]
    if verbs and all(denied):
        return words[0] not in _NONE
    opened = [
        at for at, low in enumerate(words) if low in _NONE and (not at or words[at - 1] in _OPENS)
    ]
    return bool(opened) and not any(denied) and not (len(opened) > 1)
