"""Phrases that hold the mean of one group against that of another: gold members buy more on average."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Aggregate, Cell, Measure, Not, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import is_open, measure_where, share, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, both, compare

phrase = Phrases()

_OTHERS = "others"

phrase.words("_mean_of", "average | mean")
phrase.words("_on_the_mean", "on average | on the average | in the mean | on an average")
phrase.words(
    "_have_on_mean",
    "have | has | had | pay | pays | paid | have paid | earn | earns | earned | get | gets | got | show | shows | "
    "reach | reaches | come with | comes with | work | works | worked | need | needs | use | uses | take | takes",
)
phrase.words("_among_them_groups", "in | for | of | among | with | on | at | within")
phrase.words("_is_on_mean", "_must be | is | are | was | were")


# Two groups of rows ---------------------------------------------------------------------------


@phrase("mean_side", "<average_rows>")
@phrase("mean_side", "<rows>", cost=0.05)
@phrase("mean_side", "[the] <noun> (in|of|from|on) <adjective>", cost=0.05)
def mean_side(found: RowSet, *told: Predicate) -> RowSet | None:
    """People with an income above 50; the kitchen staff; passengers in the second class."""
    for each in told:
        found = found.that(each)
    return None if found.each or found.where is None else found


@phrase("mean_side", "<noun> (earning|making|getting|paying|with|on|at) <adjective>", cost=0.15)
def side_by_value(found: RowSet, told: Predicate) -> RowSet | None:
    """People earning >50K, which one column alone holds."""
    return RowSet(table=found.table, where=told) if found.where is None else None


@phrase("mean_side", "<valuenoun>", cost=0.05)
def by_value(told: Predicate) -> RowSet:
    """Women, day tickets."""
    return RowSet(where=told)


@phrase("mean_side", "[a|an] <state>", cost=0.1)
def by_state(state: Any) -> RowSet:
    """Grade 3."""
    return RowSet(where=compare(state[1], "==", state[2]))


@phrase("mean_rest", "[all] [the] (others|rest)", "(all|the) other <noun>", cost=0.05)
def mean_rest(*rows: RowSet) -> RowSet | None:
    """All the others."""
    return RowSet(table=_OTHERS) if all(each.where is None for each in rows) else None


phrase("mean_other", "<mean_side>")(lambda side: side)
phrase("mean_other", "<mean_rest>")(lambda side: side)


def _held(of: Value, sign: str, left: RowSet, right: RowSet) -> Statement | None:
    """A mean over the rows of one side held against that over the rows of the other."""
    mine = left.where
    theirs = Not(part=mine) if right.table == _OTHERS and mine is not None else right.where
    if mine is None or theirs is None or mine == theirs or not isinstance(of, Cell):
        return None
    if _columns(mine) != _columns(theirs) or of.column in _columns(mine):
        return None
    mean = Aggregate(measure=Measure.MEAN, of=of, table=left.table)
    sides = (measure_where(mean, mine), measure_where(mean, theirs))
    return statement(compare(*_both(sides, sign))) if all(sides) else None


def _both(sides: tuple[Any, Any], sign: str) -> tuple[Value, str, Value]:
    return sides[0], sign, sides[1]


def _columns(told: Predicate) -> set[str]:
    return {part.column for part in walk(told) if isinstance(part, Cell)}


for _words, _sign in (
    ("(higher|greater|larger|bigger|longer|more)", ">"),
    ("(lower|smaller|shorter|less)", "<"),
):

    @phrase(
        "stmt",
        f"_on_the_mean [,] <mean_side> [_must] _have_on_mean [a] {_words} <cell> than <mean_other>",
        f"<mean_side> [_must] _have_on_mean _on_the_mean [a] {_words} <cell> than <mean_other>",
        f"<mean_side> [_must] _have_on_mean [a] {_words} <cell> _on_the_mean than <mean_other>",
        f"<mean_side> _on_the_mean _have_on_mean [a] {_words} <cell> than <mean_other>",
        f"<mean_side> _must _on_the_mean _have_on_mean [a] {_words} <cell> than <mean_other>",
        f"<mean_side> [_must] _have_on_mean [a] {_words} <cell> than <mean_other> _on_the_mean",
        f"<mean_side> [_must] _have_on_mean [a] {_words} _mean_of <cell> than <mean_other>",
        cost=0.05,
    )
    def has_more(left: RowSet, of: Value, right: RowSet, sign: str = _sign) -> Statement | None:
        """On average second class must have a higher fare than third class."""
        return _held(of, sign, left, right)

    @phrase(
        "stmt",
        f"_on_the_mean [,] <cell> _is_on_mean {_words} _among_them_groups <mean_side> than _among_them_groups <mean_other>",
        f"<cell> _must _on_the_mean be {_words} _among_them_groups <mean_side> than _among_them_groups <mean_other>",
        f"<cell> _is_on_mean _on_the_mean {_words} _among_them_groups <mean_side> than _among_them_groups <mean_other>",
        f"<cell> _is_on_mean {_words} _among_them_groups <mean_side> than _among_them_groups <mean_other> _on_the_mean",
        cost=0.05,
    )
    def is_more(of: Value, left: RowSet, right: RowSet, sign: str = _sign) -> Statement | None:
        """On average the fare is higher in second class than in third class."""
        return _held(of, sign, left, right)

    @phrase(
        "stmt",
        f"[the] _mean_of <cell> _among_them_groups <mean_side> _is_on_mean {_words} than (that|the one|the _mean_of) _among_them_groups <mean_other>",
        f"[the] _mean_of <cell> _is_on_mean {_words} _among_them_groups <mean_side> than _among_them_groups <mean_other>",
        cost=0.05,
    )
    def mean_is_more(of: Value, left: RowSet, right: RowSet, sign: str = _sign) -> Statement | None:
        """The mean fare of second class must be higher than that of third class."""
        return _held(of, sign, left, right)

    @phrase(
        "stmt",
        f"[the] <metric> _among_them_groups <mean_side> _is_on_mean {_words} than (that|the one) _among_them_groups <mean_side>",
        f"[the] (<metric>|<share_metric>) _is_on_mean {_words} _among_them_groups <mean_side> than _among_them_groups <mean_side>",
        cost=0.07,
    )
    def metric_is_more(
        metric: Value, left: RowSet, right: RowSet, sign: str = _sign
    ) -> Statement | None:
        """The median fare of second class must be higher than that of third class."""
        if (
            is_open(metric)
            or not isinstance(metric, Aggregate)
            or left.where is None
            or right.where is None
        ):
            return None
        if left.where == right.where or _columns(left.where) != _columns(right.where):
            return None
        sides = (_over(metric, left.where), _over(metric, right.where))
        return statement(compare(*_both(sides, sign))) if all(sides) else None


phrase.words("_share_of_such", "share | proportion | percentage | fraction | part")

for _words, _sign in (
    ("(higher|greater|larger|bigger)", ">"),
    ("(lower|smaller|lesser)", "<"),
):

    @phrase(
        "stmt",
        f"(a|the) {_words} _share_of_such of <mean_side> than of <mean_other> _must <rowvp>",
        f"(a|the) {_words} _share_of_such among <mean_side> than among <mean_other> _must <rowvp>",
        cost=0.05,
    )
    def share_is_larger(
        left: RowSet, right: RowSet, holds: Predicate, sign: str = _sign
    ) -> Statement | None:
        """A larger share of day tickets than of season tickets must be paid."""
        mine = left.where
        theirs = Not(part=mine) if right.table == _OTHERS and mine is not None else right.where
        if mine is None or theirs is None or mine == theirs or _columns(mine) != _columns(theirs):
            return None
        if _columns(mine) & _columns(holds):
            return None
        of_them = Aggregate(measure=Measure.SHARE, table=left.table, holds=holds)
        sides = (_over(of_them, mine), _over(of_them, theirs))
        return statement(compare(*_both(sides, sign))) if all(sides) else None


@phrase("share_metric", "_share_of_such of <flag_noun>", cost=0.05)
@phrase("share_metric", "_share_of_such of <flag_word>", cost=0.1)
def share_of_flag(holds: Predicate) -> Value:
    """The share of members, which a column of yes and no tells."""
    return share(RowSet(), holds)


def _over(metric: Aggregate, where: Predicate) -> Value | None:
    """The measure over such rows; a share is one of them."""
    if metric.measure == Measure.SHARE:
        return metric.model_copy(update={"where": both(where, metric.where)})
    return measure_where(metric, where)


for _head, _sign in (("older", ">"), ("younger", "<")):

    @phrase(
        "stmt",
        f"_on_the_mean [,] <mean_side> _is_on_mean <{_head}> than <mean_other>",
        f"<mean_side> _is_on_mean _on_the_mean <{_head}> than <mean_other>",
        f"<mean_side> _must _on_the_mean be <{_head}> than <mean_other>",
        f"<mean_side> _is_on_mean <{_head}> than <mean_other> _on_the_mean",
        f"<mean_side> _is_on_mean <{_head}> _on_the_mean than <mean_other>",
        cost=0.05,
    )
    def is_older(left: RowSet, of: Value, right: RowSet, sign: str = _sign) -> Statement | None:
        """On average, members with a card are older than members without one."""
        return _held(of, sign, left, right)
