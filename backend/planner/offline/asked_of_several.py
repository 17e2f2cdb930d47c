"""Questions whether one thing is told of several: is the same name used in more than one class?

They ask for what breaks a rule. With "a" for "the same" that is so where the answer is told to be a
fault; without one it may as well be wanted.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.tokens import Token

_SEVERAL = frozenset({"several", "multiple", "different", "differing", "various", "two", "varying"})
_FAULTS = (("if", "so"), ("if", "yes"), ("if", "it", "does"), ("if", "it", "is"))
_DOES = frozenset({"do", "does", "did", "is", "are", "was", "were", "can", "could", "has", "have"})


def of_any_one(asked: Sequence[Token], rest: Sequence[Token]) -> list[Token]:
    """The question with "any" in place of the article, where it asks of any one."""
    told = [token.low for token in asked]
    if not told or told[0] not in _DOES or not _of_several(told):
        return list(asked)
    if told[1:3] == ["the", "same"] and len(told) > 4:
        return [asked[0], asked[2]._replace(text="any", low="any"), *asked[3:]]
    answer = tuple(token.low for token in rest[:3])
    is_fault = any(answer[: len(said)] == said for said in _FAULTS)
    if told[1] in ("a", "an") and is_fault:
        return [asked[0], asked[1]._replace(text="any", low="any"), *asked[2:]]
    return list(asked)


def is_open(asked: Sequence[Token]) -> bool:
    """Does a team have more than one city: whether that is wanted or a fault is not told."""
    told = [token.low for token in asked]
    return told[1:2] in (["a"], ["an"], ["the"]) and _of_several(told)


def _of_several(told: Sequence[str]) -> bool:
    more = any(list(told[at : at + 2]) == ["more", "than"] for at in range(2, len(told)))
    return more or bool(_SEVERAL & {*told[2:]})
