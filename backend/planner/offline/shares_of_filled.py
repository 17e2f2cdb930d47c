"""What "blanks do not count" does to measures: a share is then of the rows that have a value."""

from __future__ import annotations

from backend.planner.offline.context import Misfit
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Aggregate, Cell, Measure, Missing, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.odd_distributions import OddDistributions
from backend.rules.phrasing import all_of, both, not_
from backend.rules.rule import Rule


def without_blanks(rule: Rule) -> Rule:
    """The rule with each share taken of the rows that have what it is about.

    A group of rows that must agree is shown without those that have no value.

    Raises:
        Misfit: the share is of the empty cells themselves, or of each value among all rows.
    """
    if isinstance(rule, OddDistributions) and rule.measure == "each_share":
        raise Misfit("say whether rows without a value count among all rows of which it is a share")
    if isinstance(rule, InconsistentValues):
        return rule.model_copy(update={"whole": False})
    return rewrite(rule, _of_filled) if isinstance(rule, FailingMetrics) else rule


def _of_filled(part: Term) -> Term | None:
    if not isinstance(part, Aggregate) or part.measure != Measure.SHARE or part.holds is None:
        return None
    inside = list(walk(part.holds))
    if any(isinstance(each, Missing) for each in inside):
        raise Misfit("the share is that of the empty cells, or of the filled ones")
    cells = dict.fromkeys(each for each in inside if isinstance(each, Cell))
    filled = [not_(Missing(of=cell)) for cell in cells]
    where = both(part.where, all_of(*filled)) if filled else part.where
    return part.model_copy(update={"where": where})
