"""Phrases for rows by what was never done with them, or is done by nobody: the rows of the other table.

Where only a verb tells which rows are meant ("never sold"), they are those of the one other table
that refers to the table at hand.
"""

from __future__ import annotations

from backend.planner.offline.kin_called import OTHER
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Missing, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

_ANY = RowSet(table=OTHER)

# Never done -------------------------------------------------------------------------------------

phrase.words(
    "_dealt_with_it",
    "_used | bought | rented | rented out | lent out | supplied | delivered | played | published | reviewed | rated | hired | "
    "reserved | purchased | requested | invoiced | attended | visited | performed | written | taught | driven | flown | "
    "served | treated | watched | read | downloaded | requested | paid | paid for | enrolled | enrolled in | stocked | "
    "produced | prescribed | loaned | traded | sold off | shipped out | checked out",
)
phrase.words("_never_yet", "never | never ever | never once | not once | not ever")
phrase.words("_says_again", "i.e. | i.e. , | that is | that is , | in other words | meaning | so")


@phrase("never_done", "(be|was|were|is|are) _never_yet _dealt_with_it", cost=0.1)
@phrase("never_done", "(has|have|had) _never_yet been _dealt_with_it", cost=0.1)
@phrase("never_done", "(has|have|had) not [yet|so far] been _dealt_with_it", cost=0.3)
def never_done() -> bool:
    """Has never been sold."""
    return True


@phrase("rowvp", "<never_done> [so far|at all|yet]", cost=0.3)
def never_by_others(_: bool) -> Predicate:
    """Has never been sold: the one other table has no row of it."""
    return not_(exists(_ANY))


@phrase(
    "rowvp", r"<never_done> \( [_says_again] [have|has|having|with|there is|there are] no <rows> \)"
)
@phrase("rowvp", r"<never_done> \( [_says_again] (without [a|any]|not in) <rows> \)")
@phrase(
    "rowvp",
    "<never_done> [,] _says_again (have|has|with|there is|there are) no <rows> [for it|for them]",
)
def never_in(_: bool, rows: RowSet) -> Predicate | None:
    """Has never been sold, i.e. has no order line."""
    return not_(exists(rows)) if rows.table and rows.where is None and not rows.each else None


@phrase("rel", "_such_ie [who|that|which] <rowvp>", cost=0.02)
def restated_as(told: Predicate) -> Predicate:
    """That have never been sold, i.e. have no order line."""
    return told


@phrase("rel", "_never_yet _dealt_with_it", cost=0.3)
def that_never_was() -> Predicate:
    """Books never lent."""
    return not_(exists(_ANY))


@phrase("stmt", "(has|have|was|were) any <noun> never [been] _dealt_with_it [?]", cost=0.1)
def was_any_never(rows: RowSet) -> Statement | None:
    """Has any book never been lent?"""
    return rule(exists(_ANY), rows.table) if rows.table and rows.where is None else None


# Nothing and nobody -----------------------------------------------------------------------------

phrase.words(
    "_does_it",
    "supply | supplies | deliver | delivers | publish | publishes | teach | teaches | produce | produces | sell | sells | order | "
    "orders | buy | buys | make | makes | write | writes | offer | offers | book | books | rent | rents | provide | provides | attend | attends",
)
phrase.words(
    "_done_it",
    "supplied | delivered | published | taught | produced | sold | ordered | bought | made | written | offered | booked | rented | "
    "provided | attended | enrolled in | released | recorded | placed | paid | borrowed | invoiced",
)
phrase.words("_no_soul", "nobody | no one | no-one | not a soul | not anybody | no one at all")
phrase.words(
    "_holds_it",
    "has | holds | uses | takes | teaches | wants | supplies | orders | buys | attends | rents | drives | sells | borrows | offers | "
    "works in | works at | works on | belongs to | is in | is on",
)


@phrase("rowvp", "_does_it nothing [at all]", cost=0.1)
@phrase("rowvp", "(have|has|had) _done_it nothing [at all|so far|yet]", cost=0.1)
@phrase(
    "rowvp", "(have|has|had) (not|never) [yet|ever] _done_it anything [at all|so far|yet]", cost=0.1
)
@phrase("rowvp", "_do not _does_it anything [at all]", cost=0.1)
@phrase("rel", "not _dealt_with_it [in] anything", cost=0.1)
def does_nothing() -> Predicate:
    """Supply nothing: no row of the other table is theirs."""
    return not_(exists(_ANY))


@phrase(
    "rel",
    "[that|which|whom] _no_soul _holds_it",
    "[that|which|whom] _no_soul (has|have|had) [ever] (_done_it|_dealt_with_it) [in|for|on|with]",
    cost=0.1,
)
def nobody_holds() -> Predicate:
    """Jobs that nobody has."""
    return not_(exists(_ANY))


@phrase("rel", "[that|which|whom] we (have|had) _never_yet (_done_it|_dealt_with_it)", cost=0.1)
@phrase(
    "rowvp",
    "(have|has|had) _no_soul (working|living|sitting|staying|enrolled|on|in) [in|at|on] (it|them)",
)
def never_by_us() -> Predicate:
    """Lamps that we have never sold; halls that have nobody working in them."""
    return not_(exists(_ANY))


# Of which there is none -------------------------------------------------------------------------

phrase.words(
    "_we_keep", "we have | we hold | we keep | we know | there is | there are | we own | we stock"
)


@phrase(
    "rel",
    "(of|for|by|from|to) (which|whom|whose) _we_keep (no|not a single|not one) <rows>",
    cost=0.02,
)
def of_which_none(rows: RowSet) -> Predicate | None:
    """Films of which there is no copy."""
    return not_(exists(rows)) if rows.table and rows.where is None and not rows.each else None


phrase.words(
    "_specimen",
    "copy | copies | unit | units | piece | pieces | specimen | specimens | exemplar | exemplars | member | members | place | places",
)


@phrase("noun", "_specimen (in|of|from|on) <table>", cost=0.15)
def specimen(table: str) -> RowSet:
    """A copy in the stock; a member of staff."""
    return RowSet(table=table)


# Nobody above -----------------------------------------------------------------------------------


@phrase("rowvp", "<kin_verb> (nobody|no one|no-one|nobody else|nothing)", cost=0.02)
@phrase("rowvp", "(have|has|had) no <superior>", cost=0.02)
@phrase("rel", "(without|with no) <superior>", cost=0.02)
def has_none_above(key: Value) -> Predicate | None:
    """Who reports to nobody: the key that leads there is empty."""
    return Missing(of=key) if isinstance(key, Cell) else None


@phrase("rel", r"<rel> \( [i.e.|that is] <definition> \)", cost=0.05)
def told_by_definition(told: Predicate, again: Predicate) -> Predicate | None:
    """Who report to nobody (boss is NULL): of the same column, and the brackets say how."""
    mine = {part.column for part in walk(told) if isinstance(part, Cell)}
    theirs = {part.column for part in walk(again) if isinstance(part, Cell)}
    is_presence = any(isinstance(part, Missing) for part in walk(told))
    return again if is_presence and len(mine) == 1 and mine == theirs else None
