"""What is told beside a rule on single rows: how many of them may break it."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Cell,
    Compare,
    Lookup,
    Missing,
    Predicate,
    Previous,
    Reads,
    Unless,
)
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import count, share, statement
from backend.rules.phrasing import Modifier, RowSet, all_of, any_of, compare, not_, number
from backend.rules.rule import Rule

OF_NUMBERS = "numbers"
"""The remark may be on how far two numbers may be apart."""


def rows_allowed(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The number or the share of the rows that break a rule, bounded by the remark.

    Raises:
        Misfit: the rule is none on single rows; or a tolerance may be one of numbers.
    """
    if not isinstance(rule, BrokenRows) or remark.number is None:
        raise Misfit("how many rows may break a rule is told of rules on single rows")
    if any(isinstance(part, Previous) for part in walk(rule)):
        raise Misfit("how many rows may break a rule is told of rows that stand for themselves")
    if OF_NUMBERS in remark.texts and any(map(_is_of_numbers, walk(rule.must))):
        raise Misfit("a tolerance of numbers, or of rows? write '… in at least 95% of the rows'")
    rows, broken = RowSet(table=rule.table, where=rule.where), _broken(rule.must)
    measure = share(rows, broken) if "share" in remark.texts else count(rows.that(broken))
    most = remark.number if "share" in remark.texts else int(remark.number)
    return statement(compare(measure, "<=", number(most)), table=rule.table).rule


def _broken(must: Predicate) -> Predicate:
    """The rows that break it: so does a cell that is no number, and an empty one does not."""
    if not any(map(_is_of_numbers, walk(must))):
        return not_(must)
    cells = dict.fromkeys(part for part in walk(must) if isinstance(part, Cell | Lookup))
    untold = all_of(Unless(part=must), *(not_(Missing(of=cell)) for cell in cells))
    return untold if isinstance(must, Compare) else any_of(not_(must), untold)


def _is_of_numbers(part: object) -> bool:
    is_text = isinstance(part, Compare) and getattr(part.right, "reads", None) == Reads.TEXT
    return isinstance(part, Compare) and not is_text
