"""What a sentence behind a rule allows to be missing, or to be an exception."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Cell, Measure, Missing, Not, Predicate
from backend.rules.phrasing import Modifier, about, both
from backend.rules.rule import Rule

SHARE, COUNT = "share", "count"


def may_lack(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """So many rows, or such a share of them, may lack the value that the rule asks of each.

    Raises:
        Misfit: the rule asks for something else, and how many rows may break it is told beside it.
    """
    what, limit = remark.texts
    gap = _gap(rule.must) if isinstance(rule, BrokenRows) else None
    if gap is None and remark.condition is not None:
        raise Misfit(
            "the rule leaves empty cells alone; how many there may be is a check of its own"
        )
    if gap is None or remark.condition is None:
        raise Misfit(
            "how many rows may break a rule is told beside its sentence; write what must hold "
            f'alone, and in the check "fail_if": "> {limit}"'
        )
    share = Aggregate(measure=Measure.SHARE, table=rule.table, where=rule.where, holds=gap)
    count = Aggregate(measure=Measure.COUNT, table=rule.table, where=both(rule.where, gap))
    must = about(remark.condition, share if what == SHARE else count)
    return FailingMetrics(table=rule.table, must=must)


def _gap(must: Predicate) -> Missing | None:
    """The emptiness of the one cell that must be filled."""
    match must:
        case Not(part=Missing(of=Cell()) as gap):
            return gap
        case _:
            return None
