"""Phrases for values that must all be there: in a column, so many times, or in each group."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.features import count_of
from backend.rules.language.terms import Cell, Compare, Constant, Predicate
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    compare,
    number,
)

phrase = Phrases()
Options = tuple[Constant, ...]
Counted = tuple[str, tuple[tuple[Predicate, RowSet], ...]]
"""``counted`` with bounds and the rows that each is on."""

phrase.words(
    "_be_there",
    "appear | occur | exist | be used | be present | show up | be found | turn up | be represented | "
    "be there | be in use | be covered | be met with",
)
phrase.words("_both_all", "all | each | both | every one")


@phrase("value_set", "<every_value>", "<comma_list>", "{ <every_value> }")
def value_set(found: Options) -> Options | None:
    """A, B and C; two at least."""
    return found if len(set(found)) > 1 else None


@phrase("so_often", "(at least|a minimum of) once", "at least one time")
def once() -> Predicate:
    """At least once."""
    return compare(IT, ">=", number(1))


@phrase("so_often", "<times_bound> [each]", "exactly once")
def so_often(*bound: Predicate) -> Predicate:
    """At least 10 times."""
    return bound[0] if bound else compare(IT, "==", number(1))


def _each_so_often(of: Cell, wanted: Options, bound: Predicate) -> Predicate:
    rows = [RowSet(table=of.table, where=compare(of, "==", one)) for one in wanted]
    return all_of(*(about(bound, count(each)) for each in rows))


for _patterns, _table in (
    ("{subject} _must [_both_all] _be_there", False),
    ("{subject} _must [_both_all] _be_there in <table>", True),
):
    for _often in ("", " <so_often>"):

        @phrase(
            "stmt",
            *(
                _patterns.format(subject=subject) + _often
                for subject in (
                    "(each|every) <cell> (in|of|out of|from) <value_set>",
                    "(each|every one|all|both) of [the] <cell> [values] <value_set>",
                    "all [<number>] <cell> [values] <value_set>",
                    "<cell> [values] <value_set>",
                )
            ),
            cost=0.05,
        )
        def all_there(*parts: Any) -> Statement | None:
            """Every status in {open, closed} must occur at least 10 times."""
            of = next(part for part in parts if isinstance(part, Cell))
            wanted = next(part for part in parts if isinstance(part, tuple))
            total = next((part for part in parts if isinstance(part, Constant)), None)
            table = next((part for part in parts if isinstance(part, str)), of.table)
            if (table != of.table and of.table) or (total and total.value != len(wanted)):
                return None
            often = (p for p in parts if not isinstance(p, Cell | Constant | tuple | str))
            bound = next(often, compare(IT, ">=", number(1)))
            return statement(_each_so_often(of, wanted, bound), (), table)


@phrase(
    "stmt",
    "<cell> _must (contain|include|have|cover|comprise) [all|each|every one] [of] [the|these] [values] [:] { <every_value> }",
    "<cell> _must (contain|include|have|cover|comprise) (all|each|every one) [of] [the|these] [values] [:] <value_set>",
    "<cell> _must (contain|include|have|cover|comprise) all <number> [of] [the|these] [values] [:] <value_set>",
    cost=0.06,
)
def contains_all(of: Any, *told: Any) -> Statement | None:
    """The status must include all three of open, closed and lost."""
    wanted = told[-1]
    if len(told) > 1 and told[0].value != len(wanted):
        return None
    bound = compare(IT, ">=", number(1))
    return statement(_each_so_often(of, wanted, bound)) if isinstance(of, Cell) else None


@phrase(
    "stmt",
    "<each_group> _must (have|contain|show|hold|include) [_both_all] [of] [the] [values] <value_set> in <cell>",
    "<by_group> [,] <cell> _must (have|contain|include|cover|show) (all|each) [of] [the] [values] <value_set>",
    "no <keys> _may (lack|miss|be without) any of [the] <cell> [values] <value_set>",
    "_flag [_each] <keys> (without all of|that lack any of|lacking any of|that do not have all of) [the] <cell> [values] <value_set>",
    cost=0.05,
)
def all_in_group(by: Keys, *parts: Any) -> Statement | None:
    """Each ticket must have all of the values 'new' and 'open' in status."""
    of = next(part for part in parts if isinstance(part, Cell))
    wanted = next(part for part in parts if isinstance(part, tuple))
    bound = compare(IT, ">=", number(1))
    return None if of in by else per_group(by, _each_so_often(of, wanted, bound), of.table)


# So many of one sort, and so many of another --------------------------------------------------


@phrase("counted", "<count_bound> <adjective>")
def counted(bound: Predicate, told: Predicate) -> Counted:
    """At least one open."""
    return ("counted", ((bound, RowSet(where=told)),))


@phrase("counted_sorts", "<counted> [,] and <counted>", "<counted_list> [,] and <counted>")
@phrase("counted_list", "<counted> , <counted>", "<counted_list> , <counted>")
def counted_sorts(left: Counted, right: Counted) -> Counted:
    """At least one open and at most two closed."""
    return ("counted", (*left[1], *right[1]))


@phrase("counted_sorts", "<counted> [,] and <number> <adjective>")
@phrase("counted_sorts", "<counted_list> [,] and <number> <adjective>")
@phrase("counted_list", "<counted> , <number> <adjective>", "<counted_list> , <number> <adjective>")
def counted_alike(left: Counted, total: Constant, told: Predicate) -> Counted | None:
    """At least one open and one closed: the first bound's words go for both."""
    sign = getattr(left[1][-1][0], "sign", "")
    return ("counted", (*left[1], (compare(IT, sign, total), RowSet(where=told)))) if sign else None


@phrase("counted_rows", "<counted_sorts> <noun>")
def counted_rows(found: Counted, rows: RowSet) -> Counted | None:
    """At least one open and one closed order."""
    if rows.where is not None or rows.each:
        return None
    told = [(bound, each.where) for bound, each in found[1]]
    kept = tuple((bound, rows.that(where)) for bound, where in told if where is not None)
    return ("counted", kept)


@phrase("counted_rows", "<count_bound> <rows> and <count_bound> <rows>")
def both_counted(
    first: Predicate, rows: RowSet, second: Predicate, others: RowSet
) -> Counted | None:
    """At least one open order and at least one closed order."""
    if rows.each or others.each or rows.table != others.table or rows == others:
        return None
    return ("counted", ((first, rows), (second, others)))


def _all_counted(found: Counted) -> Predicate:
    return all_of(*(about(bound, count(rows)) for bound, rows in found[1]))


@phrase("stmt", "<each_group> _must _holds <counted_rows>", cost=0.05)
@phrase("stmt", "<each_group> _holds <counted_rows>", cost=0.05)
@phrase("stmt", "<by_group> [,] there (must|should) be <counted_rows>", cost=0.05)
def group_holds(by: Keys, found: Counted) -> Statement | None:
    """Each store must have at least one open and one closed order."""
    return per_group(by, _all_counted(found), found[1][0][1].table)


@phrase("stmt", "there (must|should|has to|have to) be <counted_rows>", cost=0.05)
def there_are(found: Counted) -> Statement:
    """There must be at least one open and one closed order."""
    return statement(_all_counted(found), (), found[1][0][1].table)


@phrase("feature", "<counted_rows>", cost=0.02)
def has_both_sorts(found: Counted) -> Predicate | None:
    """At least one open and one closed order, of each customer."""
    told = [
        count_of(rows, bound.sign, bound.right)
        for bound, rows in found[1]
        if isinstance(bound, Compare)
    ]
    whole = [each for each in told if each is not None]
    return all_of(*whole) if len(whole) == len(found[1]) else None
