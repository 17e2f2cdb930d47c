"""Phrases for a measure that is first worked out and then judged, or that stands before its rows."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.answers import opposite
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Predicate, Value
from backend.rules.metric_phrases import count, is_open, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()

# Work it out, then judge it ---------------------------------------------------------------------

phrase.words(
    "_compute",
    "compute | calculate | take | work out | determine | find | look at | consider | get | form | build | "
    "evaluate | measure | check",
)
phrase.words("_over_rows", "over | across | in | of | for | from | among | through")


@phrase("worked_out", "_compute <metric>", "(what|how high|how large|how big) (is|was) <metric>")
def worked_out(metric: Value) -> Value | None:
    """Compute the average price."""
    return None if is_open(metric) else metric


for _words, _measure in (
    ("sum up|add up|total up|sum|add together|total|add", Measure.SUM),
    ("average|average out", Measure.MEAN),
):

    @phrase("worked_out", f"({_words}) [all] <sum> [values]")
    @phrase("worked_out", f"({_words}) [all] <sum> [values] _over_rows [all] <rows>")
    def summed(of: Value, *rows: RowSet, measure: Measure = _measure) -> Value | None:
        """Sum up the scrap over all runs."""
        found = rows[0] if rows else RowSet()
        if found.each or isinstance(of, Constant):
            return None
        return Aggregate(measure=measure, of=of, table=found.table, where=found.where)


@phrase("worked_out", "count [up] [all] <rows>")
def counted(rows: RowSet) -> Value | None:
    """Count the late runs."""
    return None if rows.each else count(rows)


@phrase("worked_out", "count [up] (different|distinct|unique) <cell> [values]")
@phrase("worked_out", "count how many (different|distinct) <cell> [values] there are", cost=0.02)
def counted_values(of: Value) -> Value:
    """Count the different machines."""
    return Aggregate(measure=Measure.DISTINCT, of=of, table="")


phrase.words(
    "_result",
    "[that|this] (sum|total|average|mean|median|result|figure|value|number|count|amount|outcome|tally|"
    "minimum|maximum|share) | it | this | that | the result of this",
)
phrase.words(
    "_check_fails",
    "[this|our] (check|rule|test|control|it|that|this) (fails|fail|is broken|is violated|goes red|is not met)",
)
phrase.words("_once", "once | if | when | whenever | as soon as | in case | where")
phrase.words("_then_stop", ". | ? | ; | , | : | - | – | . then | , and | , then | and")


@phrase("stmt", "<worked_out> _then_stop _result _must be <adj>", cost=0.02)
@phrase("stmt", "<worked_out> _then_stop _result (must|should|may) <verb>", cost=0.05)
@phrase("stmt", "<worked_out> _then_stop _result _must_be_within <adj>", cost=0.05)
def judged(metric: Value, told: Predicate) -> Statement:
    """Add up the scrap. The sum must be at most 8."""
    return statement(about(told, metric))


phrase.words("_must_be_within", "(must|should|has to) (lie|stay|remain|fall|come out|end up)")


@phrase("stmt", "<worked_out> _then_stop [_anything] <adj> _share_too_large", cost=0.02)
def judged_too_large(metric: Value, told: Predicate) -> Statement | None:
    """What is the average wait? More than 8 minutes is too much."""
    bound = opposite(told, ">", ">=")
    return None if bound is None else statement(about(bound, metric))


@phrase("stmt", "<worked_out> _then_stop [_anything] <adj> _share_too_small", cost=0.02)
def judged_too_small(metric: Value, told: Predicate) -> Statement | None:
    """Work out the mean weight. Less than 2 kg would be too little."""
    bound = opposite(told, "<", "<=")
    return None if bound is None else statement(about(bound, metric))


@phrase("stmt", "<worked_out> _then_stop _result _must_not be <adj>", cost=0.02)
@phrase("stmt", "<worked_out> _then_stop _result _must_not <verb>", cost=0.05)
@phrase("stmt", "<worked_out> _then_stop _check_fails _once _result [_be] <adj>", cost=0.02)
@phrase("stmt", "<worked_out> _then_stop _check_fails _once _result <verb>", cost=0.05)
@phrase("stmt", "<worked_out> _then_stop _once _result [_be] <adj> [,] _check_fails", cost=0.02)
@phrase(
    "stmt",
    "<worked_out> _then_stop (fail|flag it|alert|raise an alarm) _once _result [_be] <adj>",
    cost=0.02,
)
@phrase(
    "stmt",
    "<worked_out> _then_stop (fail|flag it|alert|raise an alarm) _once _result <verb>",
    cost=0.05,
)
def judged_bad(metric: Value, told: Predicate) -> Statement:
    """Add up the scrap. The check fails once the sum is above 8."""
    return statement(not_(about(told, metric)))


@phrase("stmt", "<metric> [:|;|,|.] _check_fails _once [it] [_be] <adj>", cost=0.05)
@phrase(
    "stmt",
    "_check_fails _once <metric> [_be] <adj>",
    "_check_fails _once <metric> <verb>",
    cost=0.02,
)
@phrase("stmt", "(fail|alert|raise an alarm) _once <metric> [_be] <adj>", cost=0.02)
def metric_bad(metric: Value, told: Predicate) -> Statement | None:
    """The check fails if the average is above 8."""
    return None if is_open(metric) else statement(not_(about(told, metric)))


# The median parcel weighs … ----------------------------------------------------------------------

phrase("typical", "median")(lambda: Measure.MEDIAN)
phrase("typical", "(average|mean)")(lambda: Measure.MEAN)


@phrase(
    "stmt", "<typical> <noun> <acting> <adj>", "<typical> <noun> _must <acting> <adj>", cost=0.05
)
@phrase("stmt", "<typical> <noun> _must have <cell> of <adj>", cost=0.05)
@phrase("stmt", "<typical> <noun> _must have <cell> <adj>", cost=0.05)
def typical_row(kind: Measure, rows: RowSet, of: Value, told: Predicate) -> Statement | None:
    """The median parcel weighs 12000 grams or less."""
    if rows.each or not isinstance(of, Cell):
        return None
    measure = Aggregate(measure=kind, of=of, table=rows.table, where=rows.where)
    return statement(about(told, measure))
