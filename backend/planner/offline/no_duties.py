"""What is no duty of every row: somebody must, nobody needs to, and a wish whose answer is no."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.denied import denies
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.differing_rows import DifferingRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Aggregate, Compare, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_SOMEBODY = frozenset({"somebody", "someone"})
_NOBODY = frozenset({"nobody", "no", "none"})
_MUSTS = frozenset({"must", "should"})
"""Behind "someone with a card", said of whoever has one; "someone must …" is one at the least."""
_DUTIES = frozenset({"must", "should", "has", "have", "needs", "need", "'s"})
_IF = frozenset({"if", "when", "whenever", "where", "once", "unless", "that", "whose"})
_EVERY = frozenset({"every", "each", "all", "everywhere", "always", "everybody", "everyone"})
_UNLIKE = frozenset({"different", "differ", "differs", "several", "two", "more", "other", "any"})
_NEAR = 5


def refuse_no_duties(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which what is asked is asked of every row.

    Raises:
        Misfit: "somebody must be older than 70" is said of one row at the least, "nobody needs to
            have a cabin" forbids none, and "Is the code unique? It must not be." is no duplicate.
    """
    words = [token.low for token in tokens]
    _refuse_somebody(rule, words)
    for at, word in enumerate(words):
        behind = words[at + 1 : at + 1 + _NEAR]
        needs = [i for i, each in enumerate(behind) if each in ("need", "needs")]
        has_to = [i for i in range(len(behind) - 1) if behind[i : i + 2] in _HAS_TO]
        is_first = at == 0 or words[at - 1] in (".", ",", ";", ":", "and", "but", "so")
        if word in _NOBODY and is_first and min([*needs, *has_to, _NEAR]) < _clause_end(behind):
            raise Misfit("what nobody needs to do may still be done; say what must not be")
    _refuse_denied_wishes(rule, tokens)


_HAS_TO = (["has", "to"], ["have", "to"])


def _clause_end(words: list[str]) -> int:
    ends = {"must", "should", "may", "can", "is", "are", ",", ":", ";", ".", "that", "whose"}
    return next((at for at, word in enumerate(words) if word in ends), len(words))


def _refuse_somebody(rule: Rule, words: list[str]) -> None:
    if not isinstance(rule, BrokenRows):
        return
    for at, word in enumerate(words):
        behind = words[at + 1 : at + 1 + _NEAR]
        is_told = bool(_DUTIES & {*behind}) and not (at and behind[:1] == ["'s"])
        is_any_such = at == 0 and behind[:1] in (["with"], ["whose"]) and bool(_MUSTS & {*behind})
        if word in _SOMEBODY and is_told and not (is_any_such or _IF & {*words[:at]}):
            raise Misfit("'somebody' is one row at the least; say 'at least one row must …'")


def _refuse_denied_wishes(rule: Rule, tokens: Sequence[Token]) -> None:
    """The answer denies what the question asks for, and not what it would not have."""
    end = next((at for at, token in enumerate(tokens) if token.text == "?"), None)
    if end is None or not denies(tokens[end + 1 :]):
        return
    asked = {token.low for token in tokens[:end]}
    is_wish = bool(_EVERY & asked) and not isinstance(rule, FailingMetrics)
    if isinstance(rule, Duplicates):
        is_wish = is_wish or bool(asked & {"unique", "distinct", "different"})
    elif isinstance(rule, InconsistentValues | DifferingRows):
        is_wish = is_wish or ("same" in asked and not asked & _UNLIKE)
    elif isinstance(rule, FailingMetrics) and isinstance(rule.must, Compare):
        tops = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
        is_top = any(part.measure == Measure.TOP for part in tops)
        is_wish = is_top and rule.must.sign == "==" and "not" not in asked
    if is_wish:
        raise Misfit("the answer denies what the question asks for; say what must be")
