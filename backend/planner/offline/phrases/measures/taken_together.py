"""Phrases for amounts on average or in total: fewer than 8 points on average, 5000 when added up."""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.phrases.measures.claims import claim, denied, is_bound
from backend.planner.offline.phrases.measures.group_claims import has_metric, none_has, of_groups
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare

phrase = Phrases()


class Amount(NamedTuple):
    """So much of a column."""

    bound: Predicate
    of: Cell


@phrase("so_much_of", "<adj> <cell>")
def so_much_of(bound: Predicate, of: Cell) -> Amount | None:
    """Fewer than 8 points."""
    is_value = isinstance(bound, Compare) and bound.sign in ("==", "!=")
    return Amount(bound, of) if is_bound(bound) and not is_value else None


for _words, _sign in (("_or_more", ">="), ("_or_fewer", "<=")):
    phrase("so_much_of", f"<number> <cell> {_words}")(
        lambda total, of, sign=_sign: Amount(compare(IT, sign, total), of)
    )

phrase("taken", "(on average|in the mean|averaged out)")(lambda: Measure.MEAN)
phrase("taken", "(in the median|at the median)")(lambda: Measure.MEDIAN)
phrase(
    "taken",
    "(in total|altogether|when added up|added up|when summed [up]|summed up|all told|all in all|put together"
    "|when totalled|as a whole|taken together|when taken together)",
)(lambda: Measure.SUM)


# All rows ---------------------------------------------------------------------------------------


@phrase("claim", "<sum> <vp> <taken>", cost=0.1)
@phrase("claim", "<taken> [,] <sum> <vp>", cost=0.1)
def taken_so(*parts: Any) -> Statement | None:
    """The line totals exceed 5000 when added up."""
    kind = next(part for part in parts if isinstance(part, Measure))
    of, told = (part for part in parts if not isinstance(part, Measure))
    return (
        None if isinstance(of, Constant) else claim(Aggregate(measure=kind, of=of, table=""), told)
    )


phrase.words(
    "_takes_so_much",
    "have | has | take | takes | last | lasts | get | gets | score | scores | earn | earns | work | works | need | "
    "needs | use | uses | cost | costs | weigh | weighs | bring | brings | show | shows | hold | holds | run for | "
    "runs for | _holds | reach | reaches | give | gives | pay | pays | charge | charges | be given | are given",
)


@phrase("claim", "[a|an|all] <rows> _takes_so_much <so_much_of> <taken>", cost=0.1)
@phrase("claim", "<taken> [,] [a|an|all] <rows> _takes_so_much <so_much_of>", cost=0.1)
@phrase("claim", "[a|an|all] <rows> , <taken> , _takes_so_much <so_much_of>", cost=0.1)
@phrase("claim", "<taken> <rows> _takes_so_much <so_much_of>", cost=0.1)
def rows_take(*parts: Any) -> Statement | None:
    """On average a rental lasts 10 days or less."""
    kind = next(part for part in parts if isinstance(part, Measure))
    rows = next(part for part in parts if isinstance(part, RowSet))
    amount = next(part for part in parts if isinstance(part, Amount))
    if rows.each:
        return None
    found = Aggregate(measure=kind, of=amount.of, table=rows.table, where=rows.where)
    return claim(found, amount.bound)


@phrase(
    "claim",
    "<rows> _takes_so_much <number> <cell> <taken> (at most|at the most|or less|or fewer)",
    cost=0.1,
)
def rows_take_at_most(rows: RowSet, most: Constant, of: Cell, kind: Measure) -> Statement | None:
    """Rentals last 10 days on average at most."""
    return rows_take(rows, Amount(compare(IT, "<=", most), of), kind)


@phrase("claim", "<typical> <rows> _takes_so_much <so_much_of>", cost=0.05)
def typical_takes(kind: Measure, rows: RowSet, amount: Amount) -> Statement | None:
    """The median teacher works 25 weekly hours or less."""
    return rows_take(kind, rows, amount)


# Groups -----------------------------------------------------------------------------------------


def _measured(amount: Amount, kind: Measure) -> Statement | None:
    return has_metric(Aggregate(measure=kind, of=amount.of, table=""), amount.bound)


@phrase("gclaim", "_has_many <so_much_of> <taken>", "<taken> _has_many <so_much_of>", cost=0.05)
def group_takes(*parts: Any) -> Statement | None:
    """Has fewer than 8 points on average."""
    amount = next(part for part in parts if isinstance(part, Amount))
    return _measured(amount, next(part for part in parts if isinstance(part, Measure)))


@phrase("stmt", "_flag [_each] <keys> (with|having) <so_much_of> <taken>", cost=0.1)
@phrase("stmt", "(is|are) there [any|a|an] <keys> (with|having) <so_much_of> <taken> [?]", cost=0.1)
@phrase("stmt", "no <keys> [_may be|is|are] with <so_much_of> <taken>", cost=0.1)
def no_group_with(by: Keys, amount: Amount, kind: Measure) -> Statement | None:
    """Are there subjects with fewer than 8 points on average?"""
    told = _measured(amount, kind)
    return None if told is None else none_has(by, told)


@phrase("stmt", "_flag [_each] <keys> whose <sum> <vp> <taken>", cost=0.1)
@phrase("stmt", "_flag [_each] <keys> whose <sum> _adds_up <adj>", cost=0.1)
def no_group_whose(by: Keys, of: Value, told: Predicate, *kind: Measure) -> Statement | None:
    """Show order IDs whose line totals exceed 5000 when added up."""
    found = has_metric(Aggregate(measure=kind[0] if kind else Measure.SUM, of=of, table=""), told)
    return None if found is None else of_groups(by, denied(found))


phrase.words(
    "_adds_up",
    "add up to | adds up to | sum up to | sums up to | sum to | come to | comes to | amount to | amounts to | "
    "total | totals | together make | together come to",
)
phrase.words("_make_in_all", "_adds_up | make | makes | make up | reach | come out at")


@phrase(
    "claim",
    "[all] <sum> (of|in|on|for|under) (one|any|a|an|any one) <keys> _make_in_all <adj>",
    cost=0.1,
)
@phrase(
    "each_claim",
    "[all] <sum> (of|in|on|for|under) (each|every) <keys> _make_in_all <adj>",
    cost=0.1,
)
def group_adds_up(of: Value, by: Keys, told: Predicate) -> Statement | None:
    """All line totals of one order ID make 5000 at most."""
    if isinstance(of, Constant):
        return None
    found = has_metric(Aggregate(measure=Measure.SUM, of=of, table=""), told)
    return None if found is None else of_groups(by, found)
