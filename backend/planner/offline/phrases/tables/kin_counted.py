"""Phrases for how many rows of the table lead to a row: nobody has more than 8 people who report to them."""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.kin_called import OWN
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Exists, Measure, Predicate
from backend.rules.metric_bounds import allows
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()

phrase.words("_up_to_them", "them | him | her | it | him or her | her or him | them directly")
phrase.words(
    "_has_below",
    "have | has | had | manage | manages | lead | leads | supervise | supervises | oversee | oversees | be in charge of",
)


class Below(NamedTuple):
    """The rows whose column leads to a row."""

    column: str


# Who leads up to a row ------------------------------------------------------------------------


@phrase("rows_below", "<led_rows>", "direct <led_rows>", "immediate <led_rows>")
def led_rows(key: Cell) -> Below:
    """Direct reports."""
    return Below(key.column)


@phrase("rows_below", "<noun> <kin_verb> _up_to_them", "<noun> _that <kin_verb> _up_to_them")
def who_leads_up(rows: RowSet, key: Cell) -> Below | None:
    """Clerks who report to them."""
    return None if rows.where is not None or rows.each else Below(key.column)


def _so_many(bound: Predicate, key: Below) -> Predicate:
    counted = Aggregate(measure=Measure.COUNT, table=OWN, keys=(("", key.column),))
    return about(bound, counted)


def _any(key: Below) -> Predicate:
    return Exists(table=OWN, keys=(("", key.column),))


# What a row has -------------------------------------------------------------------------------


@phrase("rowvp", "_has_below <count_bound> <rows_below>", cost=-0.1)
@phrase("feature", "<count_bound> <rows_below>", cost=-0.1)
@phrase("rel", "to whom <count_bound> <noun> <kin_bare>", cost=0.05)
def has_so_many(*parts: Any) -> Predicate | None:
    """Has more than 8 direct reports."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    key = next(part for part in parts if isinstance(part, Below | Cell))
    bound = next(part for part in parts if not isinstance(part, RowSet | Below | Cell))
    is_plain = all(each.where is None for each in rows)
    return _so_many(bound, Below(key.column)) if is_plain else None


@phrase("rowvp", "_has_below [a|any|some|one or more] <rows_below>", cost=-0.1)
@phrase("feature", "[a|any|some] <rows_below>", cost=-0.1)
def has_any(key: Below) -> Predicate:
    """Has somebody who reports to them."""
    return _any(key)


@phrase("rowvp", "_has_below no <rows_below>", cost=-0.1)
@phrase("rel", "(without|with no|without any) <rows_below>", cost=-0.1)
def has_none(key: Below) -> Predicate:
    """Has no direct reports."""
    return not_(_any(key))


# Whoever leads others -------------------------------------------------------------------------


@phrase("stmt", "no <superior> _may _has_below <count_bound> <rows_below>", cost=0.05)
def no_superior_has(who: Cell, bound: Predicate, key: Below) -> Statement | None:
    """No manager may have more than 8 direct reports: nobody may."""
    is_upper = getattr(bound, "sign", "") in (">", ">=")
    return rule(not_(_so_many(bound, key))) if is_upper and who.column == key.column else None


@phrase("stmt", "[_each|a] <superior> _must _has_below <count_bound> <rows_below>", cost=0.05)
@phrase("stmt", "[_each|a] <superior> (may|can) _has_below <count_bound> <rows_below>", cost=0.05)
def superiors_have(who: Cell, bound: Predicate, key: Below) -> Statement | None:
    """A manager may have at most 8 direct reports: of a lower bound, who is one is not plain."""
    return rule(_so_many(bound, key)) if allows(bound) and who.column == key.column else None
