"""Phrases for questions whose answer should be no, and for what must not come up again."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.terms import Compare, Constant, Missing, Not, OneOf, Predicate, Value
from backend.rules.metric_groups import Keys, no_group
from backend.rules.metric_phrases import is_open, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, all_of, compare, not_

phrase = Phrases()


def _is_value(part: Predicate) -> bool:
    if isinstance(part, AnyOf):
        return any(map(_is_value, part.parts))
    is_equal = isinstance(part, Compare) and part.sign == "=="
    return is_equal or isinstance(part, OneOf)


# Questions ------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "(does|do|can|could|may|might) [any|the] <expr> [ever] <verb> or <verb> [?]",
    "(will|would|should) (any <expr> [ever]|[the] <expr> ever) <verb> or <verb> [?]",
    "(is|are) [any|the] <expr> _anywhere <adj> or <adj> [?]",
    cost=0.06,
)
def asked_either(of: Value, one: Predicate, other: Predicate) -> Statement:
    """Does the grade ever go above 8 or drop below 1?"""
    return rule(all_of(not_(about(one, of)), not_(about(other, of))), subject=of)


@phrase(
    "stmt",
    "(is|are) [any|the] <expr> _anywhere <adj> [?]",
    "will (any <expr> [ever]|[the] <expr> ever) be <adj> [?]",
    "(can|could|may|might|will|does|do) [any|the] <expr> ever <verb> [?]",
    "which <expr> [values] <vp> [?]",
    "what <expr> [values] <vp> [?]",
    "(is|are|was|were) there [ever] [a|an|any] <expr> <adj> [?]",
    "(is|are|was|were) there [ever] [a|an|any] <expr> (that|which) <vp> [?]",
    cost=0.06,
)
def asked_anywhere(of: Value, told: Predicate) -> Statement:
    """Is the load anywhere greater than 80?"""
    return rule(not_(about(told, of)), subject=of)


@phrase("stmt", "(can|could|may|might) [any|the] <expr> [ever] be <adj> [?]", cost=0.06)
def asked_if_it_can(of: Value, told: Predicate) -> Statement | None:
    """Can the price be negative? "Can it be filled" asks for no fault."""
    is_there = isinstance(told, Not) and isinstance(told.part, Missing)
    return None if is_there else rule(not_(about(told, of)), subject=of)


phrase.words(
    "_anywhere",
    "anywhere | somewhere | at any point | at any time | at some point | in any row | in any record | "
    "in any case | in some row | for any row | on any row",
)


@phrase("stmt", "(who|what) <rowvp> [?]", "(who|which one|which ones) <rowvp> [?]", cost=0.1)
@phrase("stmt", "which <rowvp> [?]", cost=0.6)
def who(told: Predicate) -> Statement:
    """Who is missing an e-mail?"""
    return rule(not_(told))


@phrase("rowvp", "_be (missing|lacking|without) [a|an|any|its|their|the] <cell>", cost=0.1)
@phrase("rowvp", "(lack|lacks|lacked|miss|misses) [a|an|any|its|their|the] <cell>", cost=0.1)
def is_missing(of: Value) -> Predicate:
    """Is missing a date."""
    return Missing.model_validate({"of": of})


@phrase(
    "how_many",
    "<count_bound> (should|must|may|can) [do so|be so|be like that|be there|exist|be|have one|have none|have it]",
)
def how_many_should(bound: Predicate) -> Predicate:
    """No more than 50 should."""
    return bound


@phrase(
    "stmt",
    "(is|are|was|were) there [a|an|any] <key> [values] (that|which) _comes_up _repeatedly [?]",
    "(is|are|was|were) there [a|an|any] <key> [values] _comes_up _repeatedly [?]",
    "_flag [_each] <key> [values] (that|which) _comes_up _repeatedly",
    "(did|do|does|has|have) [any|a] <key> [been] _comes_up _repeatedly [?]",
    "[_each|a|any] <key> _comes_up (only|just|exactly|precisely) (once|one time)",
    "no <key> [value] _comes_up (_repeatedly|a second time)",
    "(is|are) [every|each|all] <key> [values] unique [?]",
    "(is|are) [every|each|all] <key> [values] (different|distinct) [from each other] [?]",
    cost=0.04,
)
def comes_up_again(found: object) -> Statement | None:
    """Is there a code that was used twice?"""
    return unique(found)


phrase.words(
    "_comes_up",
    "is used | are used | was used | were used | has been used | have been used | is given | was given "
    "| is assigned | are assigned | was assigned | shows up | show up | comes up | come up | turns up | "
    "turn up | is listed | are listed | is found | occurs | occur | appears | appear | exists | exist | "
    "was issued | were issued | is issued | are issued | is entered | was entered | is there | is "
    "recorded | was recorded | is repeated | were repeated | is taken | was taken",
)


@phrase(
    "stmt",
    "(is|are) <cell> (of|in|on|for) (every|each|all|all the) <noun> <adj> [?]",
    "(is|are) <cell> <adj> (for|in|on|with) (every|each|all|all the) <noun> [?]",
    cost=0.06,
)
def asked_of_rows(of: Value, *parts: Any) -> Statement:
    """Is the description of every urgent item filled in?"""
    rows = next(part for part in parts if isinstance(part, RowSet))
    told = next(part for part in parts if not isinstance(part, RowSet))
    found = rule(about(told, of), rows.table, rows.where, of)
    return found.model_copy(update={"remarks": (remark("asked-of-all"),)})


@phrase(
    "stmt",
    "(is|are) <cell> (of|in|on|for) (any|some|a|one) <noun> <adj> [?]",
    "(is|are) <cell> <adj> (for|in|on|with|of) (any|some|a|one) <noun> [?]",
    cost=0.06,
)
def asked_of_any_row(of: Value, *parts: Any) -> Statement:
    """Is the operator unknown for any reading?"""
    rows = next(part for part in parts if isinstance(part, RowSet))
    told = next(part for part in parts if not isinstance(part, RowSet))
    return rule(not_(about(told, of)), rows.table, rows.where, of)


@phrase("stmt", "(is|are) <metric> <adj> [?]", cost=0.1)
def asked_measure(metric: Value, told: Predicate) -> Statement | None:
    """Is the average wait at most 5? Of "above 5" it is not plain which answer is wanted."""
    is_bound = isinstance(told, Compare) and told.sign in (">=", "<=")
    return statement(about(told, metric)) if is_bound and not is_open(metric) else None


@phrase("stmt", "(does|do|did|has|have) any <keys> _deals_in <count_bound> <rows> [?]", cost=0.06)
@phrase("stmt", "(does|do|did|has|have) any <keys> _holds <count_bound> <rows> [?]", cost=0.06)
@phrase("stmt", "_flag <keys> _with <count_bound> <rows>", cost=0.15)
@phrase("stmt", "_flag <keys> with (just|only|exactly) <number> <rows>", cost=0.06)
def any_deals(by: Keys, bound: Any, rows: RowSet) -> Statement | None:
    """Does any keeper look after more than three animals?"""
    is_number = isinstance(bound, Constant)
    return no_group(by, compare(IT, "==", bound) if is_number else bound, rows)


@phrase("stmt", "_we_want <metric> to be <adj>", cost=0.05)
def wanted_measure(metric: Value, told: Predicate) -> Statement | None:
    """We want the average of renewals to be at most 2."""
    return None if is_open(metric) else statement(about(told, metric))


@phrase("stmt", "_we_want no <rows>", cost=0.05)
def wanted_none(found: RowSet) -> Statement | None:
    """We want no order without a client."""
    return None if found.where is None else rule(not_(found.where), found.table)
