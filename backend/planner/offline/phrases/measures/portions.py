"""Phrases for a part of the rows, however it is put: three in ten orders, half of them or more.

A ``portion`` is how large a part of which rows. Without "at least" or the like it is no bound: "a
fifth of the rentals" may be meant as exactly so, as at least, or as at most.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.phrases.measures.claims import is_wish
from backend.planner.offline.phrases.measures.group_claims import of_groups
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.metric_bounds import allows, demands
from backend.rules.metric_groups import Keys
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_, number

phrase = Phrases()


class Portion(NamedTuple):
    """So large a part of these rows."""

    bound: Predicate
    rows: RowSet


# Bounds ---------------------------------------------------------------------------------------

_ENDS = (("_or_more", ">="), ("_or_fewer", "<="))
for _words, _sign in (
    ("(or better|or higher|or greater)", ">="),
    ("(or lower|or smaller)", "<="),
    *_ENDS,
):
    phrase("share_bound", f"<percent> {_words}")(
        lambda part, sign=_sign: compare(IT, sign, number(part))
    )
for _words, _sign in (
    ("(at or below|at or under|limited to|capped at|restricted to)", "<="),
    ("(at or above|at or over)", ">="),
):
    phrase("share_bound", f"{_words} <percent>")(
        lambda part, sign=_sign: compare(IT, sign, number(part))
    )
for _words, _sign in (
    ("(rarer|scarcer) than", "<"),
    ("(commoner|more common|more frequent) than", ">"),
):
    phrase("share_bound", f"{_words} <percent>")(
        lambda part, sign=_sign: compare(IT, sign, number(part))
    )
phrase("share_bound", "(at|within) <share_bound>")(lambda bound: bound)


_PARTS = {"quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10, "twentieth": 20}
for _name, _whole in _PARTS.items():
    for _words, _many in (("two", 2), ("three", 3), ("seven", 7), ("nine", 9)):
        if _many < _whole:
            phrase("percent", f"({_words} {_name}s|{_words}-{_name}s)")(
                lambda part=_many / _whole: part
            )
phrase("percent", "(one twentieth|a twentieth)")(lambda: 0.05)


# Portions -------------------------------------------------------------------------------------


@phrase("portion", "<share_bound> [of] [all] <rows>", "<share_bound> (among|in) all <rows>")
def portion(bound: Predicate, rows: RowSet) -> Portion | None:
    """At least 90% of the users."""
    return None if rows.each else Portion(bound, rows)


for _words, _sign in _ENDS:

    @phrase("portion", f"<percent> [of] [all] <rows> {_words}")
    def portion_or(part: float, rows: RowSet, sign: str = _sign) -> Portion | None:
        """Half the teachers or more."""
        return portion(compare(IT, sign, number(part)), rows)

    @phrase("portion", f"<number> <rows> (in|out of) [every] <number> {_words}", cost=0.05)
    @phrase("portion", f"<number> <rows> {_words} (in|out of) [every] <number>", cost=0.05)
    def portion_of(
        part: Constant, rows: RowSet, whole: Constant, sign: str = _sign
    ) -> Portion | None:
        """One pupil in ten at most."""
        found = part_of(part, whole)
        return None if found is None else portion(compare(IT, sign, number(found)), rows)


@phrase("portion", "<number> (of|in|out of) [every] <number> <rows> _or_more", cost=0.05)
def portion_of_every(part: Constant, whole: Constant, rows: RowSet) -> Portion | None:
    """19 of every 20 pupils or more."""
    found = part_of(part, whole)
    return None if found is None else portion(compare(IT, ">=", number(found)), rows)


@phrase("portion", "<count_bound> <rows> (in|out of) [every] <number>", cost=0.05)
def portion_bound(bound: Any, rows: RowSet, whole: Constant) -> Portion | None:
    """At most one pupil in ten."""
    part = getattr(bound, "right", None)
    found = part_of(part, whole) if isinstance(part, Constant) else None
    if found is None:
        return None
    return portion(compare(IT, bound.sign, number(found)), rows)


def part_of(part: Constant, whole: Constant) -> float | None:
    """One in ten, as a share."""
    one, all_ = part.value, whole.value
    is_share = isinstance(one, int) and isinstance(all_, int) and 0 < one < all_
    return one / all_ if is_share and isinstance(one, int) and isinstance(all_, int) else None


# What is so of a portion ----------------------------------------------------------------------


@phrase("claim", "(of|among|out of|from) all [the|our] <rows> [,] <share_bound> <rowvp>", cost=0.05)
def of_all_are(rows: RowSet, bound: Predicate, told: Predicate) -> Statement | None:
    """Of all teachers, at most 30% are first aiders."""
    return None if rows.each else portion_is(Portion(bound, rows), told)


@phrase("claim", "<portion> <rowvp>", cost=0.05)
def portion_is(found: Portion, told: Predicate) -> Statement | None:
    """Fewer than 30 percent of the orders have been delivered."""
    return statement(about(found.bound, share(found.rows, told)))


@phrase("stmt", "<portion> _must <rowvp>", cost=0.1)
@phrase("stmt", "_there_is <portion> (that|which|who) <rowvp>", cost=0.1)
def portion_must(found: Portion, told: Predicate) -> Statement | None:
    """Half the teachers or more must have a permanent contract."""
    return portion_is(found, told)


@phrase("stmt", "<portion> (may|can) <rowvp>", cost=0.1)
def portion_may(found: Portion, told: Predicate) -> Statement | None:
    """One pupil in ten at most may have free meals."""
    return portion_is(found, told) if allows(found.bound) else None


@phrase("claim", "<rows> _make_up <share_bound> [of [all] <noun>]", cost=0.05)
def made_up(rows: RowSet, bound: Predicate, *whole: RowSet) -> Statement | None:
    """Permanent teachers make up half of all teachers or more."""
    if rows.where is None or rows.each or any(each.table != rows.table for each in whole):
        return None
    return statement(about(bound, share(RowSet(table=rows.table), rows.where)))


@phrase("claim", "<rows> <sign> <percent> of [all] (<noun>|_row)", cost=0.05)
def made_up_sign(rows: RowSet, sign: str, part: float, *whole: RowSet) -> Statement | None:
    """Returned orders <= 5% of all orders."""
    return made_up(rows, compare(IT, sign, number(part)), *whole)


def made_up_portion(rows: RowSet, found: Portion) -> Statement | None:
    """Cancelled rentals are at most a quarter of all rentals."""
    return made_up(rows, found.bound, found.rows) if found.rows.where is None else None


phrase.words(
    "_make_up",
    "make up | makes up | account for | accounts for | represent | represents | form | forms | constitute | "
    "constitutes | amount to | amounts to | come to | are | is | are limited to | must not exceed",
)


@phrase("stmt", "<rows> [:|,|-] <share_bound> [of [all] (<noun>|_row)]", cost=0.2)
@phrase("stmt", "<rows> [:|,|-] <portion>", cost=0.2)
@phrase("stmt", "<rows> (must|should|may|can) (be|make up|account for|form) <portion>", cost=0.1)
@phrase("stmt", "<rows> (must|should|may|can) (make up|account for|form) <share_bound>", cost=0.1)
def made_up_shortly(rows: RowSet, told: Any, *whole: RowSet) -> Statement | None:
    """Cancelled rentals: at most 25% of rows."""
    if isinstance(told, Portion):
        return made_up_portion(rows, told)
    return made_up(rows, told, *whole)


# A value in a portion -------------------------------------------------------------------------


@phrase("claim", "<cell> [_be] <adj> (in|for|on|with|among) <portion>", cost=0.1)
@phrase("claim", "<cell> <verb> (in|for|on|with|among) <portion>", cost=0.1)
@phrase("stmt", "<cell> <adj> : <portion>", cost=0.2)
def value_in(of: Cell, told: Predicate, found: Portion) -> Statement | None:
    """The EAN is filled in for 95% of products or more."""
    return portion_is(found, about(told, of))


@phrase("stmt", "<cell> (must|should) be <adj> (in|for|on|with|among) <portion>", cost=0.1)
def value_must(of: Cell, told: Predicate, found: Portion) -> Statement | None:
    """The EAN must be filled in for 95% of products or more; "at most" would be no demand."""
    return value_in(of, told, found) if demands(found.bound) else None


@phrase("stmt", "<cell> (may|can) be <adj> (in|for|on|with|among) <portion>", cost=0.1)
def value_may(of: Cell, told: Predicate, found: Portion) -> Statement | None:
    """Ratings may be missing for a fifth of the rentals at most."""
    return value_in(of, told, found) if allows(found.bound) else None


@phrase("stmt", "<cell> [:|=|is] (<text>|<bare>) [:|,|in|for|on] <portion>", cost=0.2)
def equal_in(of: Cell, wanted: Value, found: Portion) -> Statement | None:
    """Payment method card: at least 80% of orders."""
    return portion_is(found, compare(of, "==", wanted))


# Shares ---------------------------------------------------------------------------------------

phrase.words(
    "_gets_to",
    "fall | falls | drop | drops | sink | sinks | slip | slips | go | goes | get | gets | rise | rises | "
    "climb | climbs | grow | grows | lie | lies | sit | sits | come out | comes out | _be | keep | keeps | "
    "come to | comes to | amount to | amounts to",
)


@phrase("share_vp", "_gets_to <share_bound>")
def share_is(bound: Predicate) -> Predicate:
    """Falls below 30%."""
    return bound


@phrase("share_vp", "_gets_to (not|never) <share_bound>", "(never|_do not) _gets_to <share_bound>")
def share_is_not(bound: Predicate) -> Predicate:
    """Never falls below 30%."""
    return not_(bound)


for _words, _sign in (
    ("(exceed|exceeds|surpass|surpasses|top|tops)", ">"), ("(never|_do not) (exceed|exceeds|surpass)", "<="),
    ("(reach|reaches|attain|attains)", ">="),
):  # fmt: skip
    phrase("share_vp", f"{_words} <percent>")(
        lambda part, sign=_sign: compare(IT, sign, number(part))
    )


@phrase("claim", "<share_metric> <share_vp>")
def share_claim(metric: Value, told: Predicate) -> Statement:
    """The share of cancelled rentals stays at or below 25 percent."""
    return statement(about(told, metric))


@phrase("claim", "<share_metric> <sign> <percent>", cost=0.02)
def share_sign(metric: Value, sign: str, part: float) -> Statement:
    """Share of delivered orders >= 30%."""
    return statement(compare(metric, sign, number(part)))


@phrase(
    "stmt",
    "<rows> _must_not (exceed|be above|be over|make up more than|account for more than) <percent> [of all (<noun>|_row)]",
    cost=0.1,
)
def made_up_at_most(rows: RowSet, part: float, *whole: RowSet) -> Statement | None:
    """Sold cars must not exceed 20% of all cars."""
    return made_up(rows, compare(IT, "<=", number(part)), *whole)


@phrase("stmt", "(is|are) <share_metric> <share_bound> [?]", cost=0.1)
def asked_share(metric: Value, bound: Predicate) -> Statement | None:
    """Is the share of late orders at most 10%?"""
    told = statement(about(bound, metric))
    return told if is_wish(told) else None


@phrase("stmt", "_in_no <keys> (is|are) <portion> (<adjective>|<flag_word>)", cost=0.1)
@phrase("stmt", "_in_no <keys> (do|does|have|has|may|must|should|can) <portion> <rowvp>", cost=0.1)
def in_no_group(by: Keys, found: Portion, told: Predicate) -> Statement | None:
    """In no country are more than 30% of the orders returned."""
    claim = portion_is(Portion(not_(found.bound), found.rows), told)
    is_upper = getattr(found.bound, "sign", "") in (">", ">=", "<")
    return of_groups(by, claim) if is_upper else None
