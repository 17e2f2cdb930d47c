"""What "no others" does to a rule: it closes a header; a list of values is closed already."""

from __future__ import annotations

from backend.planner.offline.resolve import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Compare,
    Constant,
    How,
    Matches,
    Measure,
    Missing,
    OneOf,
    Predicate,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule
from backend.rules.wrong_columns import WrongColumns


def none_else(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule with nothing allowed beside what it tells.

    Raises:
        Misfit: it does not tell what is allowed, but what must be there, or must not be.
    """
    if isinstance(rule, WrongColumns) and rule.way in ("has", "exactly", "ordered"):
        return rule.model_copy(update={"way": "exactly"}) if rule.way == "has" else rule
    must = rule.must if isinstance(rule, BrokenRows | FailingMetrics) else None
    is_open = isinstance(rule, BrokenRows) and rule.where is not None
    if remark.texts and isinstance(must, Compare) and is_open:
        raise Misfit(
            "it is not clear whether no other values are meant, or no other rows; "
            "say 'and only for those', or leave it out"
        )
    if isinstance(rule, FailingMetrics) and any(map(_counts_some, walk(rule.must))):
        raise Misfit("nothing else is allowed, and the rule only says what must be there")
    if must is None or not _tells_what_may_be(must):
        raise Misfit(
            "nothing else is allowed, and the rule does not tell which values are; list them"
        )
    return rule


def _counts_some(part: object) -> bool:
    return isinstance(part, Aggregate) and (part.where is not None or part.measure == Measure.COUNT)


def _tells_what_may_be(must: Predicate) -> bool:
    """Whether it lists or bounds what a value may be, and leaves nothing else open."""
    if isinstance(must, All):
        return any(map(_tells_what_may_be, must.parts))
    if isinstance(must, Any):
        return all(map(_tells_what_may_be, must.parts))
    if isinstance(must, Matches):
        return must.how in (How.PATTERN, How.FORMAT)
    is_bound = isinstance(must, Compare) and must.sign != "!=" and isinstance(must.right, Constant)
    return is_bound or isinstance(must, OneOf | Missing)
