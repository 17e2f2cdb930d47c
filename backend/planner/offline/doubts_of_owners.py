"""Of whom something is told: of each owner, of a row itself, of rows that it does not lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Compare, Exists, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_OF_EACH = re.compile(r"\bof (?:an?|each|every|any) |\b\w+ ?'s ")
_RULES_OVER = re.compile(
    r"\b(?:not|never|ever|who|that|which|must|don't|doesn't) "
    r"(?:manages?|managed|supervises?|supervised|runs?|leads?|led|heads?|headed|owns?|owned|employs?|employed|represents?|"
    r"represented) (?:an?|any|one|some|at least|every) "
)
_PAYS = re.compile(r"\b(?:pay|pays|paid) (?:an?|any|one|at least|at most|more|fewer|exactly) ")
_PAYMENTS = frozenset({
    "payment", "pay", "instalment", "installment", "deposit", "transaction", "fee", "due",
    "fine", "rent", "tax", "toll", "contribution", "donation", "premium", "rate",
})  # fmt: skip
_WITH_ONE = re.compile(
    r"^(?:flag|list|show|report|mark|find) .*\b(?:with|having|who have|that have|which have) "
    r"(?:one|a single) (?!and\b)[\w-]+(?: [\w-]+)? ?[.!]?$"
)


def refuse_doubts_of_owners(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that tells each thing of those whose it is.

    Raises:
        Misfit: what is told of each owner is asked of the whole table, a row is matched with
            itself, who rules over a row is taken for one of its own, …
    """
    text = " ".join(token.low for token in tokens)
    if _is_one_overall(rule) and _OF_EACH.search(text):
        raise Misfit(
            "it may be constant for each of them, or in the whole table: say 'rows with the same … "
            "must have the same …', or 'all values of … must be the same'"
        )
    if isinstance(rule, Duplicates) and _WITH_ONE.search(text):
        raise Misfit("with one of them, or with one and the same: say 'with the same …'")
    if isinstance(rule, BrokenRows):
        _refuse_own_row(rule)
        if _RULES_OVER.search(text):
            _refuse_rulers(rule, context)
        if _PAYS.search(text):
            _refuse_paid(rule)


def _is_one_overall(rule: Rule) -> bool:
    """Whether a column must have one value in all rows."""
    if not isinstance(rule, FailingMetrics) or rule.by or not isinstance(rule.must, Compare):
        return False
    left = rule.must.left
    is_distinct = isinstance(left, Aggregate) and left.measure == Measure.DISTINCT
    return is_distinct and rule.must.sign in ("<=", "==")


def _refuse_own_row(rule: BrokenRows) -> None:
    """No employee has the same email as an employee: each has its own."""
    for part in walk(rule.must):
        if not isinstance(part, Exists) or part.table != rule.table or part.where is not None:
            continue
        if part.keys and all(here == there for here, there in part.keys):
            raise Misfit("each row has the value that it has itself; say 'as another row'")


def _refuse_rulers(rule: BrokenRows, context: Context) -> None:
    """Employees that manage no department: theirs is the one that they are in."""
    for part in walk(rule.must):
        if not isinstance(part, Exists) or part.table == rule.table:
            continue
        for here, there in part.keys:
            mine = context.column(rule.table, here)
            its = context.column(str(part.table), there)
            if mine is not None and not mine.unique and its is not None and its.unique:
                raise Misfit(
                    f"{here} leads from {rule.table} to {part.table}, but it does not tell who "
                    "does that; name the column that does"
                )


def _refuse_paid(rule: BrokenRows) -> None:
    """Customers that never paid an order may have one: what is there need not be paid."""
    for part in walk(rule.must):
        is_other = isinstance(part, Exists) and part.table != rule.table
        if is_other and not _PAYMENTS & {*stems_of(str(part.table))}:  # type: ignore[union-attr]
            raise Misfit(
                f"rows of {part.table} may be there and not be paid; say 'has no', or name the "  # type: ignore[union-attr]
                "column that tells what is paid"
            )
