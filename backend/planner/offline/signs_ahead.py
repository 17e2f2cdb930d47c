"""Signs that may stand in front of a number: < 0.5, which is below what can be measured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.form import Shape
from backend.rules.language.formats import FORMATS
from backend.rules.language.terms import Cell, Compare, How, Matches, Not, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier, any_of
from backend.rules.rule import Rule

_NUMBERS = frozenset({"number", "whole_number", "digits"})
_MEANS = frozenset({"means", "mean", "meaning", "denotes", "indicates", "signals", "marks"})
_STAND = frozenset({"stands", "stand"})
_BINDS = frozenset({
    "only", "must", "should", "shall", "may", "if", "when", "where", "unless", "except", "until",
    "need", "needs", "has", "have", "ought", "flag", "report", "check",
})  # fmt: skip
"""With one of these it is no mere reason: it means lab L1 only, or the lab must test again."""
_SIGNED = ("+", "-", "±")
_ITS_OWN_SIGN = "[+-]?"
_GOES_ON = frozenset({"is", "are", "may", "can", "counts", "it", "so"})
_LONGEST = 12


def with_sign_ahead(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule with numbers that have such a sign in front of them as numbers, too.

    Raises:
        Misfit: the rule does not ask whether one column holds numbers.
    """
    forms = [part for part in walk(rule) if _is_number(part)]
    cells = {part for part in walk(rule) if isinstance(part, Cell)}
    if not isinstance(rule, BrokenRows) or len(forms) != 1 or len(cells) != 1:
        raise Misfit("a sign in front of a number is told of a rule on what is a number")
    if len([part for part in walk(rule.must) if isinstance(part, Matches)]) != 1:
        raise Misfit("it is not clear where in that text the sign may stand")
    if any(_bounds(part) for part in walk(rule)):
        raise Misfit(
            "numbers with a sign in front of them are held against nothing; bound the number in a "
            "check of its own"
        )

    def widen(part: Term) -> Term | None:
        if not isinstance(part, Matches) or not _is_number(part):
            return None
        form = FORMATS[part.text].form
        assert isinstance(form, Shape)
        (sign,) = remark.texts
        number = form.expression.removeprefix(_ITS_OWN_SIGN if sign in _SIGNED else "")
        text = f"{re.escape(sign)} ?({number})"
        ahead = Matches(of=part.of, how=How.PATTERN, text=text)
        return any_of(part, ahead)

    return rule.model_copy(update={"must": rewrite(rule.must, widen)})


def _is_number(part: object) -> bool:
    return isinstance(part, Matches) and part.how == How.FORMAT and part.text in _NUMBERS


def _bounds(part: object) -> bool:
    """Whether it holds a value against another, or denies what is widened."""
    return isinstance(part, Not) or (isinstance(part, Compare) and part.sign not in ("==", "!="))


def meaning_leaves(tokens: Sequence[Token], at: int) -> Iterator[Leaf]:
    """Means below the detection limit and | is fine: why it is so, up to what it is."""
    if tokens[at].low not in _MEANS and not (
        tokens[at].low in _STAND and at + 1 < len(tokens) and tokens[at + 1].low == "for"
    ):
        return
    for end in range(at + 1, min(len(tokens) - 1, at + _LONGEST)):
        if tokens[end].text in ".;:!?" or tokens[end].low in _BINDS:
            return
        if end > at + 1 and tokens[end].low == "and" and tokens[end + 1].low in _GOES_ON:
            yield Leaf("what_it_means", at, end + 1, True, 0.0, "why it is so")
            return
