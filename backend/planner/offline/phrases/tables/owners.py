"""Phrases as owners shorten them: present tense for a duty, a value in brackets, means for implies."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique_among, unique_within
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    Missing,
    OneOf,
    Predicate,
    Reads,
    Value,
)
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import Keys, group_count, no_group
from backend.rules.metric_phrases import count, share, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()


# Shared ---------------------------------------------------------------------------------------


@phrase("stmt", "no two <rows> share [a|an|their|any|the same] <key>")
@phrase(
    "stmt",
    "no two <rows> (may|must|should|can) (be|have been) <cell> (at|on) [exactly] the same (time|day|date|moment|instant)",
    "no two <rows> (were|are|have been) <cell> (at|on) [exactly] the same (time|moment|instant)",
    cost=0.05,
)
def not_at_once(rows: RowSet, found: object) -> Statement | None:
    """No two people may have been created at the same time."""
    return unique_among(rows, found)


@phrase("stmt", "no two <rows> are (equal|identical|alike) in <key>")
def none_shares(rows: RowSet, found: object) -> Statement | None:
    """No two people share an address."""
    return unique_among(rows, found)


@phrase(
    "stmt",
    "two <rows> _of_one <cell> _must_not _hold_it [_shared] <cell>",
    "no two <rows> _of_one <cell> _may _hold_it [_shared] <cell>",
    "no two <rows> _of_one <cell> _hold_it [_shared] <cell>",
    "(within|in|on|at|for|per) [one|each|same|every|any] <cell> [,] no two <rows> _may _hold_it [_shared] <cell>",
    cost=0.02,
)
def not_alike_within(*parts: Any) -> Statement | None:
    """Two beers of the same brewery must not have the same name."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    within, found = (part for part in parts if not isinstance(part, RowSet))
    told = unique_within(found, within)
    if told is None or rows.each:
        return None
    fresh = told.rule.model_copy(
        update={"table": rows.table or told.rule.table, "where": rows.where}
    )
    return told.model_copy(update={"rule": fresh})


phrase.words(
    "_of_one",
    "of same | in same | with same | from same | at same | on same | of one | in one | at one | on one | with one | from one | under same | under one | "
    "for same | for one | of a | of an | of any | of each | of every",
)
phrase.words("_hold_it", "have | share | carry | use")


# A value in brackets --------------------------------------------------------------------------


@phrase("feature", r"no <cell> \( [i.e.|shown as|marked] <marker> \)", cost=0.02)
@phrase("feature", "no <cell> , i.e. <marker>", cost=0.02)
def none_as(of: Value, value: Constant) -> Predicate | None:
    """No occupation ('?'): the brackets say how none is written."""
    if not isinstance(of, Cell):
        return None
    if value.reads == Reads.NUMBER:
        return any_of(compare(of, "==", value), Missing(of=of))
    return Missing(of=of.model_copy(update={"empty_if": (str(value.value),)}))


# Implications ---------------------------------------------------------------------------------

phrase.words(
    "_means_so",
    "always means | means | always implies | implies | always comes with | comes with | always goes "
    "with | stands for | stand for | always stands for | goes with | belongs with | corresponds to | calls for | always requires | requires | always needs | demands",
)


@phrase("stmt", "<cell> (<text>|<bare>|<number>) _means_so <feature>", cost=0.05)
def value_means(of: Value, value: Constant, told: Predicate) -> Statement:
    """Education Preschool always means number 1."""
    return rule(told, where=compare(of, "==", value))


@phrase("stmt", "<noun> _means_so <feature>", "<adjective> _means_so <feature>", cost=0.1)
def rows_mean(found: Any, told: Predicate) -> Statement | None:
    """Preschool education always means number 1."""
    if not isinstance(found, RowSet):
        return rule(told, where=found)
    return None if found.where is None else rule(told, found.table, found.where)


@phrase("adj", "[_valid] <format> of <adj>", cost=0.1)
def format_of(name: str, told: Predicate) -> Predicate | None:
    """A whole number of at least 17."""
    from backend.planner.offline.phrases.sentences.clauses import format_and

    return format_and(name, told)


@phrase("verb", "<verb> in (it|them)", "<verb> anywhere", cost=0.05)
def in_it(told: Predicate) -> Predicate | None:
    """Has no digits in it; of values, what is in it is no whole value."""
    is_whole = isinstance(told, OneOf) or (isinstance(told, Compare) and told.left == IT)
    return None if is_whole else told


@phrase("rowvp", "(come|comes|came|hail|hails) from <adjective>", cost=0.1)
@phrase(
    "rowvp",
    "(live|lives|work|works|sit|sits|be based|is based|are based) (in|at) <adjective>",
    cost=0.1,
)
@phrase("rowvp", "(live|lives|come|comes|work|works) (in|from|at) <adjectives>", cost=0.1)
def come_from(told: Predicate) -> Predicate:
    """Comes from the United States."""
    return told


# Shares and counts ----------------------------------------------------------------------------


@phrase("stmt", "<share_bound> [of] [all] <rows> <flag_word>", cost=0.15)
def share_did(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """More than a third of the passengers survived."""
    return None if rows.each else statement(about(bound, share(rows, told)))


@phrase(
    "stmt",
    "what (share|percentage|proportion|part|fraction) of [all] <rows> <rowvp> ? (it|this|that) _must be <share_bound>",
    cost=0.02,
)
def asked_share(rows: RowSet, told: Predicate, bound: Predicate) -> Statement | None:
    """What share of people is active? It must be above 85%."""
    return None if rows.each else statement(about(bound, share(rows, told)))


@phrase(
    "stmt",
    "what (share|percentage|proportion|part|fraction) of [all] <cell> [values] _be <adj> ? (it|this|that) _must be <share_bound>",
    cost=0.02,
)
def asked_share_of_values(of: Value, told: Predicate, bound: Predicate) -> Statement:
    """What share of the ages is missing? It must be below 25%."""
    from backend.rules.metric_shares import share_of_values

    return share_of_values(bound, of, told)


@phrase(
    "stmt",
    "how many <rows> (are there|do we have|exist) ? (it|there) _must be <count_bound>",
    "how many <rows> (are there|do we have|exist) ? <count_bound>",
    cost=0.02,
)
def asked_count(rows: RowSet, bound: Predicate) -> Statement | None:
    """How many orders are there? There must be at least 5."""
    return None if rows.each else statement(about(bound, count(rows)))


@phrase(
    "stmt",
    "<cell> : <share_bound> (filled|complete|populated|present|known|given|non-null)",
    cost=0.05,
)
def filled_so_far(of: Any, bound: Predicate) -> Statement:
    """mark: at least 40% filled."""
    from backend.rules.metric_shares import so_complete

    return so_complete(of, bound)


@phrase("stmt", "<cell> : <share_bound> (empty|missing|blank|null)", cost=0.05)
def empty_so_far(of: Any, bound: Predicate) -> Statement:
    """mark: at most 5% missing."""
    from backend.rules.metric_shares import so_empty

    return so_empty(of, bound)


@phrase(
    "stmt",
    "<table> and <table> (must have|should have|have|must contain|contain) (the same number of|equally many|as many) (rows|records|entries|lines)",
    "(number of rows|row count|row counts) (of|in) <table> and <table> _must be (equal|the same|identical)",
    "<table> (must have|should have|has|have|must hold|must contain|holds|contains) [exactly] (the same number of|as many) (rows|records|entries|lines) as <table>",
    cost=0.02,
)
def as_many_rows(left: str, right: str) -> Statement | None:
    """A and B have the same number of rows."""
    if left == right:
        return None
    return statement(compare(count(RowSet(table=left)), "==", count(RowSet(table=right))))


# Groups ---------------------------------------------------------------------------------------

phrase.words(
    "_deals_in",
    "makes | make | places | sells | sell | writes | write | brews | brew | teaches | runs | produces | "
    "offers | buys | orders | takes | serves | employs | looks after | look after | cares for | care for | has | handles | lists | uses | lends | owes | covers | carries",
)


@phrase("stmt", "no <keys> (_deals_in|_holds) <count_bound> <rows>", cost=0.08)
def none_deals(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """No brewery makes more than 50 beers."""
    return no_group(by, bound, rows)


@phrase("stmt", "<each_group> _deals_in <count_bound> <rows>", cost=0.08)
def each_deals(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """Every brewery makes at least one beer."""
    return group_count(by, bound, rows)


@phrase("stmt", "[only|exactly|just] (one|1) <rows> <by_group>", cost=0.1)
@phrase("stmt", "there (must|should) be [only|exactly|just] (one|1) <rows> <by_group>", cost=0.1)
def one_per_group(rows: RowSet, by: Keys) -> Statement | None:
    """One trial per subscription."""
    one = compare(IT, "==", Constant.model_validate({"value": 1, "reads": "number"}))
    return group_count(by, one, rows)


@phrase("stmt", "<count_bound> <rows> <by_group>", "<by_group> : <count_bound> <rows>", cost=0.15)
def so_many_per_group(*parts: Any) -> Statement | None:
    """At most 8 passengers per ticket."""
    by = next(part for part in parts if isinstance(part, tuple))
    rows = next(part for part in parts if isinstance(part, RowSet))
    bound = next(part for part in parts if not isinstance(part, tuple | RowSet))
    return (
        group_count(by, bound, rows)
        if allows(bound) or getattr(bound, "sign", "") == "=="
        else None
    )


# Otherwise ------------------------------------------------------------------------------------


@phrase("stmt", "<remark> (;|,|.) [but] otherwise [,] <stmt>", cost=0.1)
def remark_or_else(told: Any, then: Statement) -> Statement:
    """A blank is fine; otherwise it is between 4 and 138."""
    told_of = next(iter(told.values), None)
    whole = about(then, told_of) if told_of is not None and then.subject in (None, IT) else then
    return whole.model_copy(update={"remarks": (*then.remarks, told)})


@phrase("stmt", "only <rows> (may|can) be without [a|an|any] <cell>", cost=0.02)
def only_may_lack(found: RowSet, of: Value) -> Statement | None:
    """Only test accounts may be without an e-mail."""
    if found.where is None:
        return None
    return rule(found.where, found.table, all_of(Missing(of=of)))


@phrase(
    "rel",
    "not (<adjective>|<flag_word>)",
    "[that|who|which] are not (<adjective>|<flag_word>)",
    cost=0.2,
)
def that_are_not(told: Predicate) -> Predicate:
    """Orders not shipped."""
    return not_(told)
