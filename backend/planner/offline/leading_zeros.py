"""What a remark on leading zeros does to how numbers are written: 01 is wrong, 0 is not."""

from __future__ import annotations

import re

from backend.planner.offline.context import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, How, Matches, Predicate
from backend.rules.phrasing import Modifier, all_of, not_
from backend.rules.rule import Rule

_RUN = "[0-9]+"
_PLAIN = "(0|[1-9][0-9]*)"
_DIGITS = r"(\[0-9\]|\\d)(\{\d+(,\d*)?\}|\+)"
_OF_DIGITS = re.compile(rf"{_DIGITS}|\({_DIGITS}(\|{_DIGITS})*\)")
_BETWEEN = re.compile(r"(\\[^\w\s]|[A-Za-z_:/,-]|[()?]|\{\d+(,\d*)?\})*")
"""What may stand between numbers: signs, letters, and how often a part is repeated."""


def without_leading_zeros(told: Predicate) -> Predicate | None:
    """A form of whole numbers of which none begins with a zero, unless it is one."""
    if isinstance(told, All):
        found = [without_leading_zeros(part) for part in told.parts]
        changed = [each for each in found if each is not None]
        rest = [part for part, each in zip(told.parts, found, strict=True) if each is None]
        return all_of(*changed, *rest) if len(changed) == 1 else None
    if not isinstance(told, Matches):
        return None
    if told.how == How.FORMAT and told.text == "semantic_version":
        return told
    is_digits = told.how == How.FORMAT and told.text == "digits"
    if is_digits or (told.how == How.PATTERN and _OF_DIGITS.fullmatch(told.text)):
        begun = Matches(of=told.of, how=How.PATTERN, text="0[0-9]+")
        return all_of(told, not_(begun))
    if told.how != How.PATTERN or not _BETWEEN.fullmatch(told.text.replace(_RUN, "")):
        return None
    if _RUN not in told.text or f"{_RUN}{_RUN}" in told.text:
        return None
    return told.model_copy(update={"text": told.text.replace(_RUN, _PLAIN), "says": ""})


def no_leading_zeros(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule whose numbers have no leading zeros.

    Raises:
        Misfit: it does not say how whole numbers are written.
    """
    told = without_leading_zeros(rule.must) if isinstance(rule, BrokenRows) else None
    if told is None:
        raise Misfit("leading zeros are told of a rule that says how whole numbers are written")
    return rule.model_copy(update={"must": told})
