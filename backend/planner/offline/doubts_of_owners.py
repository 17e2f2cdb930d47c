"""Of whom something is told: of each owner, of a row itself, of rows that it does not lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, All, Cell, Compare, Exists, Lookup, Measure
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
_ANY_ONE = frozenset({"a", "an", "one", "each", "every", "same", "any", "per"})
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
    if isinstance(rule, FailingMetrics) and rule.by:
        _refuse_forgotten_owner(rule, context, [token.low for token in tokens])
    if isinstance(rule, BrokenRows):
        _refuse_own_row(rule)
        _refuse_key_of_one(rule, context)
        if _RULES_OVER.search(text):
            _refuse_rulers(rule, context)
        if _PAYS.search(text):
            _refuse_paid(rule)


def _refuse_forgotten_owner(rule: FailingMetrics, context: Context, lows: Sequence[str]) -> None:
    """The amounts of the products of an order: within each order of order_details, not product."""
    owner = stems_of(rule.table)[:-1]
    keys = {
        column.name
        for column in context.tables[rule.table].columns
        if stems_of(column.name)[:-1] == owner and stems_of(column.name)[-1] in ID_WORDS
        if not column.unique
    }
    read = {*rule.by, *(column for _, column in rule.reads())}
    is_told = any(before in _ANY_ONE and (stem(low),) == owner for before, low in pairwise(lows))
    if keys and is_told and not keys & read:
        raise Misfit(f"the groups are told by an {owner[0]}, which the rule leaves out")


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


def _refuse_key_of_one(rule: BrokenRows, context: Context) -> None:
    """Each city is the capital of its country: of all cities of a country only one can be."""
    parts = rule.must.parts if isinstance(rule.must, All) else (rule.must,)
    for part in parts if rule.where is None else ():
        if not isinstance(part, Compare) or part.sign != "==":
            continue
        cells = [side for side in (part.left, part.right) if isinstance(side, Cell)]
        led = [side for side in (part.left, part.right) if isinstance(side, Lookup)]
        if cells and led and led[0].key_of is None and led[0].table != rule.table:
            _refuse_shared(rule, cells[0], led[0], context)


def _refuse_shared(rule: BrokenRows, cell: Cell, led: Lookup, context: Context) -> None:
    key, shared = (context.column(rule.table, each) for each in (cell.column, led.keys[0][0]))
    if cell.column == led.column or ID_WORDS.isdisjoint(stems_of(cell.column)[-1:]):
        return
    if key is not None and key.unique and shared is not None and not shared.unique:
        raise Misfit(
            f"of all {rule.table} rows with the same {shared.name} only one can have the "
            f"{led.column} of their {led.table}; say 'must be the {key.name} of a …'"
        )


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
