"""Phrases for values to flag with the condition behind "wherever": flag the code wherever it is short."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.terms import Not, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, not_

phrase = Phrases()

phrase.words(
    "_wherever",
    "where | wherever | whenever | when | if | in case | everywhere where | in every row where | in rows where | in all rows where",
)


def _is_half_denied(told: Predicate) -> bool:
    """Not one thing or another: both may be denied, or the first alone."""
    if not isinstance(told, AnyOf):
        return False
    denied = [isinstance(one, Not) or getattr(one, "sign", "") == "!=" for one in told.parts]
    return denied[0] and not all(denied)


@phrase("stmt", "_flag [_each|any|all] <cell> [value|values] _wherever (it|they) <vp>", cost=0.05)
def flag_wherever(subject: Value, told: Predicate) -> Statement | None:
    """Flag the code wherever it is filled in but is not a number."""
    return None if _is_half_denied(told) else rule(not_(about(told, subject)), subject=subject)


@phrase("stmt", "_flag [_each|any|all] <cell> [value|values] _wherever <clauses>", cost=0.15)
def flag_where(subject: Value, told: Predicate) -> Statement:
    """Flag the device wherever the port is above 65535."""
    return rule(not_(told), subject=subject)


@phrase("stmt", "<cell> _be _wrong _wherever (it|they) <vp>", cost=0.05)
def wrong_wherever(subject: Value, told: Predicate) -> Statement | None:
    """The code is wrong wherever it is not a number."""
    return None if _is_half_denied(told) else rule(not_(about(told, subject)), subject=subject)
