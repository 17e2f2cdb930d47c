"""Phrases for what is claimed of groups: how many rows, values, or what measure each one has.

A ``gclaim`` is what a group has or does, without the group. The frames say of which groups, and
whether it must be so, or must not. ``many`` are so many rows, however the number is put.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.phrases.measures.claims import denied, is_bound, is_wish
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Compare,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import aggregates_in, count, is_open, statement, with_rest_of
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


class Many(NamedTuple):
    """So many of these rows."""

    bound: Predicate
    rows: RowSet


phrase.words(
    "_or_more", "or more | or above | or over | at least | at the least | at a minimum | minimum"
)
phrase.words(
    "_or_fewer",
    "or fewer | or less | or below | at most | at the most | at the very most | maximum | max | and no more "
    "| and not more | but no more | but not more",
)
phrase.words("_precisely", "exactly | precisely | just | only")


# So many rows ---------------------------------------------------------------------------------


@phrase("many", "<count_bound> [of] <rows>")
def many(bound: Predicate, rows: RowSet) -> Many | None:
    """At least 3 cars."""
    return None if rows.each else Many(bound, rows)


for _words, _sign in (("_or_more", ">="), ("_or_fewer", "<=")):

    @phrase("many", f"<number> <rows> {_words}")
    def many_or(total: Constant, rows: RowSet, sign: str = _sign) -> Many | None:
        """Three cars or more."""
        return many(compare(IT, sign, total), rows)


@phrase("many", "_precisely <number> <rows>")
def many_precisely(total: Constant, rows: RowSet) -> Many | None:
    """Just one teacher."""
    return many(compare(IT, "==", total), rows)


@phrase("many", "<number> (to|-|–) <number> <rows>")
def many_from_to(low: Constant, high: Constant, rows: RowSet) -> Many | None:
    """One to twelve marks."""
    return many(all_of(compare(IT, ">=", low), compare(IT, "<=", high)), rows)


@phrase("many", "<number> <rows> , _neither_more_nor_fewer")
def many_alone(total: Constant, rows: RowSet) -> Many | None:
    """One reserved car, not more and not fewer."""
    return many_precisely(total, rows)


@phrase("many", "no <rows>", cost=0.1)
def many_none(rows: RowSet) -> Many | None:
    """No reserved car; a group without any row at all is not in the table."""
    return None if rows.where is None else many(compare(IT, "==", number(0)), rows)


phrase.words(
    "_neither_more_nor_fewer",
    "(not more|no more) [and|,|nor] (not fewer|no fewer|not less|no less) | neither more nor (fewer|less) | "
    "(no|not) (fewer|less) [and|,|nor] (no|not) more | neither (fewer|less) nor more",
)


# What a group has -----------------------------------------------------------------------------

phrase.words(
    "_has_many",
    "_holds | _deals_in | bring in | brings in | bring | brings | cover | covers | span | spans | make | "
    "makes | come with | comes with | is left with | are left with | be left with | is down for | are down "
    "for | start | starts | comprise | comprises | consist of | consists of | count | counts | number | "
    "numbers | give | gives | charge | charges | produce | produces | earn | earns | take in | takes in",
)
phrase.words("_of_each_other", "different | distinct | separate | unlike | unique")


@phrase("gclaim", "_has_many <many> [in it|in them|in total|altogether]")
def holds(told: Many) -> Statement | None:
    """Has at least 3 cars."""
    rows = told.rows
    return statement(about(told.bound, count(rows)), table=rows.table)


@phrase(
    "gclaim",
    "_be (limited|restricted|capped) to [at most|a maximum of|no more than] <number> <rows>",
)
def limited(total: Constant, rows: RowSet) -> Statement | None:
    """Is limited to 30 pupils."""
    told = many(compare(IT, "<=", total), rows)
    return None if told is None else holds(told)


@phrase("spread_values", "<count_bound> _of_each_other <cell> [values]")
@phrase("gclaim", "_has_many <count_bound> _of_each_other <cell> [values]")
@phrase("gclaim", "_is_spread <count_bound> [_of_each_other] <cell> [values]")
def values(bound: Predicate, of: Value) -> Statement:
    """Uses at most three different rooms."""
    return statement(about(bound, Aggregate(measure=Measure.DISTINCT, of=of, table="")))


@phrase("gclaim", "_be (_holds|_deals_in) (by|in|to|on|with|at|for|under) <many>")
def done_by(told: Many) -> Statement | None:
    """Is taught by at least two teachers."""
    return holds(told)


phrase.words(
    "_is_spread",
    "(is|are|be) (spread|scattered|distributed|split) (over|across|among|between) | (extends|extend|stretch|"
    "stretches|spread|spreads) (over|across)",
)
for _words, _sign in (("_or_more", ">="), ("_or_fewer", "<=")):

    @phrase("gclaim", f"_has_many <number> _of_each_other <cell> [values] {_words}")
    @phrase("gclaim", f"_is_spread <number> [_of_each_other] <cell> [values] {_words}")
    def values_or(total: Constant, of: Value, sign: str = _sign) -> Statement:
        """Uses three different rooms at the most."""
        return values(compare(IT, sign, total), of)


@phrase("gclaim", "_has_many [a|an|its|their] <metric> <bounded>")
def has_metric(metric: Value, told: Predicate) -> Statement | None:
    """Has an average rate above 200."""
    is_whole = not is_open(metric) and is_bound(told)
    return statement(about(told, metric)) if is_whole else None


@phrase("gclaim", "_has_many <adj> (as|for) [a|an|its|their] <metric>")
def has_as_metric(told: Predicate, metric: Value) -> Statement | None:
    """Charges more than 200 as a mean rate."""
    return has_metric(metric, told)


def of_groups(by: Keys, told: Statement | None) -> Statement | None:
    """The claim, of each of these groups; None where they are of another table."""
    if told is None or not isinstance(told.rule, FailingMetrics) or told.rule.groups:
        return None
    rule = told.rule
    named = {part.table for part in aggregates_in(rule.must)} | {rule.table}
    columns = {part.of for part in aggregates_in(rule.must)}
    if len(named - {""}) > 1 or columns & set(by):
        return None
    return with_rest_of(told, per_group(by, rule.must, "".join(named)), rule.where)


def is_outer(told: Statement) -> bool:
    """Bounds that a "no" turns round plainly: "no more than" behind "no" is a riddle."""
    must = told.rule.must if isinstance(told.rule, FailingMetrics) else None
    return isinstance(must, Compare) and must.sign in (">", "<", "==", ">=")


# Frames ---------------------------------------------------------------------------------------


@phrase("stmt", "<each_group> [_must] <gclaim>", cost=0.1)
@phrase("stmt", "<keys> _must <gclaim>", cost=0.4)
@phrase("stmt", "(does|do|has|have) (each|every) <keys> <gclaim> [?]", cost=0.12)
@phrase("stmt", "_sounded _once (any|a|an|one|some) <keys> _do not <gclaim>", cost=0.1)
def each_has(by: Keys, told: Statement) -> Statement | None:
    """Every subject has two teachers or more; one alone may mean at least one."""
    rule = told.rule
    is_one = isinstance(rule, FailingMetrics) and _is_exactly_one(rule.must)
    return None if is_one else of_groups(by, told)


def _is_exactly_one(told: Predicate) -> bool:
    bound = told.right if isinstance(told, Compare) and told.sign == "==" else None
    return isinstance(bound, Constant) and bound.value == 1


@phrase(
    "stmt",
    "_flag [_each] <keys> (_holds|_deals_in) (by|in|with|under|on|for|at|from) <spread_values>",
    cost=0.1,
)
def none_spread(by: Keys, told: Statement) -> Statement | None:
    """Flag subjects taught in more than 3 different rooms."""
    return none_has(by, told)


@phrase("stmt", "<each_group> (may|can) [only] <gclaim>", cost=0.1)
def each_may(by: Keys, told: Statement) -> Statement | None:
    """A class may hold at most 30 pupils."""
    rule = told.rule
    return of_groups(by, told) if isinstance(rule, FailingMetrics) and allows(rule.must) else None


@phrase("stmt", "no <keys> [_may] <gclaim>", cost=0.1)
@phrase("stmt", "(<each_group>|<keys>) (_must_not|never|_do not|_must not ever) <gclaim>", cost=0.1)
@phrase("stmt", "_flag [_each] <keys> (that|which|who) <gclaim>", cost=0.1)
@phrase("stmt", "(_flag|_sounded) which <keys> <gclaim>", cost=0.02)
@phrase("stmt", "which <keys> <gclaim> [?] [none|(none|nothing) (should|must|may)]", cost=0.1)
@phrase("stmt", "(is|are) there [any|a|an] <keys> (that|which|who) <gclaim> [?]", cost=0.1)
@phrase("stmt", "_sounded _once (any|a|an|one|some) <keys> <gclaim>", cost=0.1)
@phrase("stmt", "_once (any|a|an|one|some) <keys> <gclaim> [,] [then] _sounded", cost=0.1)
def none_has(by: Keys, told: Statement) -> Statement | None:
    """No class may hold more than 30 pupils."""
    return of_groups(by, denied(told)) if is_outer(told) else None


@phrase("stmt", "_flag [_each] <keys> (with|having|of) <many> [in it|in them]", cost=0.1)
@phrase("stmt", "(is|are) there [any|a|an] <keys> (with|having|left with) <many> [?]", cost=0.1)
@phrase("stmt", "(is|are) [there] any <keys> (with|having|left with) <many> [?]", cost=0.1)
@phrase("stmt", "no <keys> [_may be|is|are] (with|left with) <many>", cost=0.1)
def none_with(by: Keys, told: Many) -> Statement | None:
    """Name every class with over thirty pupils in it."""
    claim = holds(told)
    return None if claim is None else none_has(by, claim)


@phrase("stmt", "_flag [_each] <keys> whose <metric> <vp>", cost=0.1)
@phrase("stmt", "no <keys> [_may] [be|is|are] (with|having) [a|an] <metric> <bounded>", cost=0.1)
@phrase("stmt", "_flag which <keys> (with|having) [a|an] <metric> <bounded>", cost=0.1)
@phrase("stmt", "which <keys> [have|has] (with|having) [a|an] <metric> <bounded> [?]", cost=0.1)
def none_measured(by: Keys, metric: Value, told: Predicate) -> Statement | None:
    """Flag categories whose average rate exceeds 200."""
    claim = has_metric(metric, told)
    return None if claim is None else of_groups(by, denied(claim))


# So many in each ------------------------------------------------------------------------------

phrase.words(
    "_there_is",
    "there is | there are | there (must|should|has to|have to) be | (we|i) (have|keep|want|need|expect|run|hold|"
    "offer|see|stock) | (must|should) be",
)


@phrase("stmt", "_there_is <many> <by_group>", "<by_group> [,] _there_is <many>", cost=0.1)
@phrase(
    "stmt", "<many> <by_group> [(is|are) (required|needed|expected|the rule|wanted)]", cost=0.15
)
@phrase("stmt", "<many> (belong|belongs|go|goes) to <each_group>", cost=0.15)
@phrase(
    "stmt", "<many> _be (given|assigned|allotted|attached|booked|linked) to <each_group>", cost=0.15
)
def so_many_in_each(*parts: Any) -> Statement | None:
    """We keep three cars or more in every category."""
    by = next(part for part in parts if not isinstance(part, Many))
    claim = holds(next(part for part in parts if isinstance(part, Many)))
    return None if claim is None else of_groups(by, claim)


@phrase("stmt", "<many> <by_group> <rowvp>", cost=0.12)
@phrase("stmt", "<by_group> [,] <many> [_must] <rowvp>", cost=0.12)
def so_many_do(*parts: Any) -> Statement | None:
    """Exactly one car per category is reserved."""
    told = next(part for part in parts if isinstance(part, Many))
    by = next(part for part in parts if isinstance(part, tuple) and part is not told)
    does = next(part for part in parts if not isinstance(part, tuple))
    return so_many_in_each(told._replace(rows=told.rows.that(does)), by)


@phrase("stmt", "(is|are) there <many> <by_group> [?]", cost=0.12)
def asked_in_each(told: Many, by: Keys) -> Statement | None:
    """Are there at least 3 cars in each category?"""
    claim = holds(told)
    return None if claim is None or not is_wish(claim) else of_groups(by, claim)
