"""Phrases for rows that lead to others, or have so many: belongs to no order, gives ten marks at most."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.features import count_of
from backend.planner.offline.phrases.sentences.rows import OWN_KEY, exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.language.terms import Aggregate, Compare, Constant, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

# Widened: what stands in another table ----------------------------------------------------------

phrase.widen(
    "_exists_in",
    "can be found in | can be looked up in | is to be found in | are to be found in | lead to | leads to | resolve to | resolves to | turn up in | turns up in | show up in | shows up in | be on "
    "file in | is on file in | be recorded in | is recorded in | be held in | is held in | be known to | is known "
    "to | (exist|appear|occur|be|be found|be listed) at least once in | is a foreign key to | is a foreign key into | "
    "be a foreign key to | have a row in | has a row in | have an entry in | has an entry in | have a record in | has a record in | "
    "is one of | are one of | is among | are among | stand in | stands in | be stored in | is stored in | be covered by | is covered by",
)
phrase.widen(
    "_missing_from",
    "nowhere in | nowhere to be found in | not on file in | not to be found in | not recorded in | not known to | "
    "without a row in | without a match in | without an entry in | not held in | not stored in | lacking in",
)
phrase.words(
    "_has_it", "has | have | knows | know | lists | list | holds | hold | contains | contain"
)


@phrase("target", "one of those in <rows>", "those in <rows>", "one (in|from|out of) <rows>")
@phrase(
    "target",
    "one of the <rows>",
    "one [that|which] <rows> _has_it",
    "one of those [that|which] <rows> _has_it",
)
@phrase(
    "target",
    "<rows> [that|which|who] we _has_it [on file]",
    "<rows> (on file|on record|on our books)",
)
def one_of_those(found: RowSet) -> tuple[RowSet, str] | None:
    """One of those in pupils; one that drivers knows."""
    return (found, "") if found.table and not found.each else None


@phrase(
    "target",
    "_any_one [that|which|whom|who] we _has_it [on file] in <rows>",
    "_any_one (in|from) <rows>",
    cost=0.02,
)
def any_one_in(found: RowSet) -> tuple[RowSet, str] | None:
    """Somebody we have on file in drivers."""
    return (found, "") if found.table and not found.each else None


phrase.words("_any_one", "somebody | someone | something | one | a person")


@phrase("rows_we_have", "<noun> [that|which|who|whom] we _has_it [on file] in <table>", cost=0.02)
def we_have_in(found: RowSet, table: str) -> RowSet | None:
    """A car that we have in the cars table."""
    return found if found.table == table and not found.each else None


@phrase(
    "rowvp",
    "(have|has|carry|carries|show|shows) <cell> (that|which) can not be (found|looked up|matched) in <target>",
)
def has_lost_key(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """Have a car ID that can't be found in cars."""
    return handed_to_missing(subject, found)


# Leading nowhere ------------------------------------------------------------------------------

phrase.words(
    "_leads",
    "belong to | belongs to | lead to | leads to | refer to | refers to | point to | points to | hang on | hangs on | "
    "go with | goes with | relate to | relates to | be for | is for | are for | be linked to | is linked to | are "
    "linked to | be assigned to | is assigned to | are assigned to | match | matches | correspond to",
)
phrase.words(
    "_leading",
    "belonging to | leading to | referring to | pointing to | hanging on | linked to | assigned to | for",
)


@phrase(
    "rowvp", "_leads no [existing|known|real|actual] <rows>", "_leads none of the <rows>", cost=0.05
)
@phrase("participle", "_leading no [existing|known|real|actual] <rows>", cost=0.05)
def leads_nowhere(found: RowSet) -> Predicate | None:
    """Belong to no order."""
    return not_(exists(found)) if found.table and not found.each else None


@phrase("rowvp", "_leads <feature>", cost=0.1)
def leads_to_so_many(told: Predicate) -> Predicate | None:
    """Belong to exactly one class, whose rows say so."""
    counted = told.left if isinstance(told, Compare) else None
    return told if isinstance(counted, Aggregate) and counted.keys == OWN_KEY else None


phrase.words(
    "_handed",
    "given | made | entered | recorded | booked | placed | registered | filed | issued | done | charged | written | "
    "assigned | linked | kept | noted | sold | ordered",
)


@phrase(
    "rel",
    "[_handed] (to|for|by|with|under|from|on|against) <cell> [that|which] [is|are|was] _missing_from <target>",
    "[_handed] (to|for|by|with|under|from|on|against) <cell> (that|which) _do not (exist|appear|occur) in <target>",
    "[_handed] (to|for|by|with|under|from|on|against) <cell> [that|which] <target> _do not (have|know|list|hold|contain)",
    "[_handed] (with|to|for|by|under|from|on|against) <cell> (that|which) can not be (found|looked up|matched) in <target>",
    cost=0.1,
)
def handed_to_missing(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """Given to a pupil ID that is missing from pupils."""
    told = refers(subject, found)
    return None if told is None else not_(told)


@phrase(
    "stmt",
    "(which|what) <noun> (do|did) we [ever|still] (have|hold|keep|get|receive|know) (no|not a single) <rows> "
    "(for|of|from|in|to|by|on) [at all|so far|yet] [?]",
    cost=0.05,
)
def which_have_none(rows: RowSet, other: RowSet) -> Statement | None:
    """Which readers do we have no loans from?"""
    are_two = bool(other.table) and rows.table != other.table and not other.each
    return rule(exists(other), rows.table, rows.where) if are_two else None


phrase.words(
    "_no_row_there",
    "nothing | no rows | no row | none | no entries | no entry | no records | no record | no lines",
)
phrase.words(
    "_some_row_there",
    "something | a row | at least one row | rows | an entry | one or more rows | a record",
)


@phrase(
    "rel",
    "for (which|whom) <noun> _has_it _no_row_there",
    "for (which|whom) there is _no_row_there in <noun>",
    cost=0.05,
)
def nothing_for(found: RowSet) -> Predicate | None:
    """For which order_items holds nothing."""
    return not_(exists(found)) if found.table and not found.each else None


@phrase("rel", "for (which|whom) <noun> _has_it _some_row_there", cost=0.05)
def something_for(found: RowSet) -> Predicate | None:
    """For which order_items holds a row."""
    return exists(found) if found.table and not found.each else None


@phrase("rel", "whose <noun> <single_rowvp>", cost=0.1)
def whose_row_is(found: RowSet, told: Predicate) -> Predicate | None:
    """Whose driver is blocked."""
    return exists(found.that(told)) if found.table and not found.each else None


@phrase("single_rowvp", "(is|was|has been) <flag_word>", "(is|was|has been) <adjective>")
@phrase("single_rowvp", "(has|had|carries|shows) <feature>", cost=0.05)
def single_rowvp(told: Predicate) -> Predicate:
    """Is blocked."""
    return told


@phrase(
    "single_rowvp",
    "(is|was|has) not <flag_word>",
    "(is|was|has) not <adjective>",
    "(is|was) no longer <flag_word>",
)
def single_not(told: Predicate) -> Predicate:
    """Is not active."""
    return not_(told)


@phrase("rowvp", "still <rowvp>", "(currently|now) <rowvp>", cost=0.02)
def still(told: Predicate) -> Predicate:
    """Still have an active rental."""
    return told


@phrase("rowvp", "_shows_up in <rows>", cost=0.1)
def shows_up(found: RowSet) -> Predicate | None:
    """Turns up in rentals."""
    return exists(found) if found.table and not found.each else None


phrase.words(
    "_shows_up",
    "turn up | turns up | show up | shows up | figure | figures | feature | features | be seen | is seen | are seen | "
    "be used | is used | are used | be mentioned | is mentioned | are mentioned | come up | comes up",
)


@phrase(
    "stmt",
    "_each <cell> (of|in|on) <rows> _exists_in <target>",
    "<cell> (of|in|on) (each|every|any|all) <rows> _exists_in <target>",
    cost=0.1,
)
def key_told_of(subject: Value, found: RowSet, wanted: tuple[RowSet, str]) -> Statement | None:
    """Each pupil ID in marks is one of those in pupils."""
    told = refers(subject, wanted)
    return None if told is None else rule(told, found.table, found.where)


# So many of them ------------------------------------------------------------------------------

phrase.words(
    "_so_many_at_most",
    "at most | at the most | at the very most | tops | maximum | max | or fewer | or less | and no more",
)
phrase.words(
    "_so_many_at_least", "at least | at the least | at the very least | minimum | min | or more"
)


@phrase(
    "so_many_rows",
    "<number> <rows> _so_many_at_most",
    "<number> _so_many_at_most <rows>",
    cost=0.02,
)
def most_rows(count: Constant, rows: RowSet) -> Predicate | None:
    """Ten marks at the most."""
    return None if rows.each else count_of(rows, "<=", count)


@phrase("so_many_rows", "<number> <rows> _so_many_at_least", cost=0.02)
def least_rows(count: Constant, rows: RowSet) -> Predicate | None:
    """Two marks or more."""
    return None if rows.each else count_of(rows, ">=", count)


for _head, _sign in (
    ("_ge", ">="),
    ("_le", "<="),
    ("_gt", ">"),
    ("_lt", "<"),
    ("exactly|just", "=="),
):
    phrase("so_many_rows", f"({_head}) <number> <rows>", cost=0.02)(
        lambda count, rows, sign=_sign: None if rows.each else count_of(rows, sign, count)
    )
phrase("feature", "<so_many_rows>", "<so_many_rows> to (its|their|his|her) name")(lambda told: told)


@phrase("so_many_rows", "no <rows>", "no <rows> at all", "not (one|a single) <rows>", cost=0.1)
def none_of_rows(rows: RowSet) -> Predicate | None:
    """No marks at all."""
    return not_(exists(rows)) if rows.table and not rows.each else None


phrase.words(
    "_deal_with",
    "gave | took | got | made | placed | booked | rented | wrote | held | taught | received | bought | sold | "
    "ran | ordered | did | drove | used | borrowed | attended | submitted | sat | collected | filed | paid | "
    "give | gives | take | takes | get | gets | make | makes | place | places | book | books | rent | rents | "
    "write | writes | hold | holds | teach | teaches | receive | receives | buy | buys | sell | sells | run | runs | "
    "own | owns | keep | keeps | order | orders | do | does | drive | drives | use | uses | borrow | borrows | "
    "attend | attends | submit | submits | sit | sits | earn | earns | collect | collects | file | files | pay | pays",
)


@phrase(
    "rowvp",
    "[ever] _deal_with <so_many_rows>",
    "(have|has|had) _deal_with <so_many_rows>",
    cost=0.1,
)
def deal_with(told: Predicate) -> Predicate:
    """Gave more than ten marks."""
    return told
