"""Phrases for rows that another table has, or has not: forms that nobody is in, cards never used.

Where the sentence names no other table ("nobody", "never used"), it is the one other table of the
check; with several there is no telling.
"""

from __future__ import annotations

from backend.planner.offline.kin_called import OTHER
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.language.terms import Constant, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, compare, not_

phrase = Phrases()

phrase.words("_nobody", "nobody | no one | no-one | not a soul | none | not anybody | not anyone")
phrase.words(
    "_stays_in",
    "in | on | at | with | under | assigned to | registered in | enrolled in | working in | placed in | living in | booked on",
)
phrase.widen("_flag", "name | name me | point out | point me to | spot")

_ANY = RowSet(table=OTHER)


# Nobody -----------------------------------------------------------------------------------------


@phrase(
    "rel",
    "[that|which|whom] _nobody (is|was|has been|are) _stays_in",
    "(in|on|at|with|under|to|for) (which|whom) (there is|is|are) _nobody",
    "(in|on|at|with|under) (which|whom) _nobody (is|works|lives|sits|stays)",
    "with _nobody _stays_in (it|them)",
    cost=0.1,
)
def nobody_in() -> Predicate:
    """Forms that nobody is in."""
    return not_(exists(_ANY))


@phrase(
    "rel",
    "[that|which|whom] (no|not a single|not one) <noun> (is|are|was|were|has been) _stays_in",
    "(in|on|at|with|under|for|to) (which|whom) (no|not a single|not one) <noun> (is|are|was|works|work|lives|live|sits|belongs|exists)",
    "(in|on|at|with|under|for|to) (which|whom) there (is|are) (no|not a single|not one) <noun>",
    "[that|which|whom] (no|not a single|not one) <noun> (belongs to|belong to|refers to|refer to|uses|use|has|have|points to|point to)",
    cost=0.1,
)
def none_in(rows: RowSet) -> Predicate | None:
    """Forms that no pupil is in."""
    return not_(exists(rows)) if rows.table and rows.where is None else None


# Used or not ------------------------------------------------------------------------------------

phrase.words(
    "_used",
    "used | needed | taken | chosen | referenced | mentioned | booked | ordered | sold | lent | borrowed | "
    "assigned | issued | picked | billed | shipped",
)
phrase.words("_on_any", "for | on | in | by | with | under | to")
phrase.words(
    "_at_least_a", "at least one | some | a | an | any | one or more | a single | even one"
)


@phrase(
    "rowvp",
    "(be|was|were|is|are|has been|have been) (never|not [ever]) _used _on_any [_at_least_a] <rows>",
    "(has|have) (never|not [ever]) been _used _on_any [_at_least_a] <rows>",
    cost=0.05,
)
@phrase("rel", "(never|not [ever]) _used _on_any [_at_least_a] <rows>", cost=0.05)
def never_used(rows: RowSet) -> Predicate | None:
    """Were never used for a loan."""
    return not_(exists(rows)) if rows.table and not rows.each else None


@phrase(
    "rowvp",
    "(be|was|were|is|are) [ever] _used [at least once] _on_any _at_least_a <rows>",
    "(be|was|were|is|are) [ever] _used _on_any _at_least_a <rows> at least once",
    "_shows_up (on|in|under|among|with|for) _at_least_a <rows>",
    "_shows_up (on|in|under|among|with|for) <rows> at least once",
    cost=0.05,
)
def once_used(rows: RowSet) -> Predicate | None:
    """Show up on at least one order line."""
    return exists(rows) if rows.table and not rows.each else None


@phrase("rowvp", "_shows_up (on|in|under|among|with|for) <so_many_rows>", cost=0.05)
def in_so_many(told: Predicate) -> Predicate:
    """Show up on at most three order lines."""
    return told


phrase.words(
    "_once_or_more",
    "at least once | once or more | one or more times | at least one time | at some time",
)


@phrase(
    "stmt",
    "_each <noun> (must|should|has to|ought to) (have been|be|get) _used _once_or_more",
    "<rows> (must|should|have to|ought to) [all] (have been|be|get) _used _once_or_more",
    cost=0.1,
)
def used_at_all(rows: RowSet) -> Statement | None:
    """Every card should have been used at least once: by a row of the other table."""
    is_plain = bool(rows.table) and rows.where is None
    return rule(exists(_ANY), rows.table) if is_plain else None


# Two keys at once -------------------------------------------------------------------------------


@phrase("key_there", "[a|an|any|some] <cell> (that|which) _exists_in <target>", cost=0.02)
@phrase("key_there", "[a|an|any|some] <cell> _known_over_there <target>", cost=0.02)
def key_there(of: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """A barcode that exists in books."""
    return refers(of, found)


phrase.words(
    "_known_over_there",
    "known in | found in | listed in | existing in | present in | registered in",
)
phrase.words(
    "_speaks_of",
    "refer to | refers to | point to | points to | carry | carries | name | names | give | gives | quote | quotes | "
    "state | states | show | shows | mention | mentions",
)


@phrase("rowvp", "_speaks_of <key_there>", cost=0.05)
def speaks_of(told: Predicate) -> Predicate:
    """Refers to a barcode that exists in books."""
    return told


@phrase("rowvp", "_speaks_of [both] <key_there> and [to] <key_there>", cost=0.05)
@phrase("rowvp", "_speaks_of [both] <key_there> , <key_there> and [to] <key_there>", cost=0.05)
def speaks_of_all(*told: Predicate) -> Predicate:
    """Refers to a barcode that exists in books and to a card that exists in cards."""
    from backend.rules.phrasing import all_of

    return all_of(*told)


# Marked so --------------------------------------------------------------------------------------


@phrase(
    "rel",
    "[that is|that are|which is|which are] (marked|flagged|labelled) [as|with] (<text>|<bare>) (in|under|by) [column] <cell>",
    cost=0.05,
)
@phrase(
    "rowvp",
    "_be (marked|flagged|labelled) [as|with] (<text>|<bare>) (in|under|by) [column] <cell>",
    cost=0.05,
)
def marked(told: Constant, of: Value) -> Predicate:
    """That is marked Y in active."""
    return compare(of, "==", told)


@phrase("stmt", "_flag _coined <noun> [,] _that_is_to_say <rows>", cost=0.05)
def said_in_full(coined: RowSet, rows: RowSet) -> Statement | None:
    """List vacant flats, meaning flats without a lease: a word of no column, said in full."""
    is_same = coined.table == rows.table and coined.where is None and not coined.each
    return rule(not_(rows.where), rows.table) if is_same and rows.where is not None else None


phrase.words(
    "_that_is_to_say",
    "meaning | i.e. | that is | that is , | that is to say | in other words | namely | by which we mean | that means",
)
