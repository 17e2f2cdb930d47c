"""Phrases for what is to be there in another table: for a pair of columns, for both ends of a link, for nobody.

A manager row needs an assignment with the same employee and department; a casting links an existing
film with an existing person; the manager of a store works in that same store.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.kin_called import OTHER
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Exists, Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects, all_of, not_

phrase = Phrases()

# By the same pair -------------------------------------------------------------------------------------

phrase.words("_one_such_row", "a | an | one | some | at least one | a matching | any")


def _of_pair(rows: RowSet, cells: Subjects) -> Predicate | None:
    columns = [item.column for item in cells.items if isinstance(item, Cell)]
    is_plain = bool(rows.table) and rows.where is None and len(columns) == len(cells.items)
    keys = tuple((column, column) for column in columns)
    return Exists(table=rows.table, keys=keys) if is_plain and len({*columns}) > 1 else None


@phrase("pair_there", "_one_such_row <noun> [row|record|entry] with the same <and_cells>")
@phrase("pair_there", "_one_such_row [row|record|entry] in <table> with the same <and_cells>")
@phrase("pair_there", "_one_such_row <noun> [row|record|entry] (of|for) the same <and_cells>")
def pair_there(rows: Any, cells: Subjects) -> Predicate | None:
    """A posting with the same account and day."""
    return _of_pair(rows if isinstance(rows, RowSet) else RowSet(table=rows), cells)


@phrase("stmt", "<rows> _must have <pair_there>", "<rows> (has|have) <pair_there>", cost=0.03)
@phrase("stmt", "(for|to) <rows> there _must be <pair_there>", cost=0.03)
def must_have_pair(rows: RowSet, told: Predicate) -> Statement | None:
    """Every manager row must have an assignment with the same employee and department."""
    is_other = isinstance(told, Exists) and told.table != rows.table
    return rule(told, rows.table, rows.where) if is_other else None


@phrase("rel", "(without|lacking|that (have|has) no|with no) <pair_there>", cost=0.03)
@phrase("rel", "(without|lacking|that (have|has) no|with no) <pair_named>", cost=0.03)
def without_pair(told: Predicate) -> Predicate:
    """Managers without an assignment with the same employee and department."""
    return not_(told)


@phrase("pair_named", "[matching] <noun> [row|record|entry] with the same <and_cells>")
def pair_named(rows: RowSet, cells: Subjects) -> Predicate | None:
    """Assignment with the same employee and department."""
    return _of_pair(rows, cells)


# Both ends of a link ----------------------------------------------------------------------------------

phrase.words(
    "_ties_pairs",
    "links | link | connects | connect | joins | join | ties | tie | pairs | pair | relates | relate | assigns | assign | "
    "points to | refers to | must (link|connect|join|tie|pair|relate|point to|refer to) | should (link|connect|point to|refer to)",
)
phrase.words("_known_one_pairs", "an existing | a known | a valid | existing | known | a real")
phrase.words("_known_or_any", "_known_one_pairs | a | an | one")


@phrase(
    "stmt",
    "<rows> [_must|always] _ties_pairs _known_one_pairs <noun> (with|to|and) _known_or_any <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "<rows> _must (belong to|have|be of) _known_one_pairs <noun> and [to] _known_one_pairs <noun>",
    cost=0.05,
)
def links_both(rows: RowSet, one: RowSet, other: RowSet) -> Statement | None:
    """Every casting links an existing film with an existing person."""
    tables = {rows.table, one.table, other.table}
    is_plain = one.where is None and other.where is None and "" not in tables
    if not is_plain or len(tables) != 3:
        return None
    return rule(all_of(exists(one), exists(other)), rows.table, rows.where)


# One that is there --------------------------------------------------------------------------------------

phrase.words(
    "_is_one_there",
    "exist | really exist | be one that exists | be an existing one | be a known one | be one we know | be one that is there | be known",
)


@phrase(
    "stmt",
    "<rows> (must have|should have|has|have|needs|need) (a|an|one) <noun> that (exists|is known|really exists)",
    cost=0.05,
)
def has_one_there(rows: RowSet, other: RowSet) -> Statement | None:
    """Every title has a publisher that exists."""
    if other.where is not None or "" in (rows.table, other.table):
        return None
    told = rule(exists(other), rows.table, rows.where)
    return told.model_copy(update={"remarks": (*told.remarks, remark("to-owner"))})


@phrase(
    "stmt",
    "(if|where|when) (a|an|any|the) <noun> (has|names|refers to|points to) (a|an) <noun> [,] [then] (it|that one|this one|the <noun>) _must _is_one_there",
    cost=0.05,
)
def if_it_has_one(rows: RowSet, other: RowSet, *again: RowSet) -> Statement | None:
    """If a product has a subcategory it must be one that exists."""
    is_same = all(each.table == other.table for each in again)
    return has_one_there(rows, other) if is_same and other.table != rows.table else None


# Nobody ever --------------------------------------------------------------------------------------------

phrase.words(
    "_was_active",
    "worked | lived | played | stayed | studied | enrolled | registered | signed up | applied | voted | performed | appeared | been | "
    "been employed | been enrolled | been registered | been booked | been assigned | been placed | been seen | travelled | flown",
)
phrase.words("_in_there_pairs", "in | at | on | for | there | in there | to | with")


@phrase(
    "rel",
    "[that|which|where|in which|at which] (nobody|no one|no-one) (has|had) [ever] _was_active [_in_there_pairs]",
    cost=0.1,
)
@phrase(
    "rel",
    "[that|which|where|in which|at which] (nobody|no one|no-one) ever _was_active [_in_there_pairs]",
    cost=0.1,
)
@phrase(
    "rel",
    "(where|in which|at which) (nobody|no one|nothing) (works|lives|plays|studies|takes place|happens|is shown|is held|is stored|is sold|is kept)",
    cost=0.1,
)
def nobody_ever() -> Predicate:
    """Departments nobody has ever worked in."""
    return not_(exists(RowSet(table=OTHER)))


phrase.widen(
    "_did",
    "carried | handled | processed | managed | shipped | served | hired | employed | won | scored | directed | written | acted in | appeared in | "
    "worked on | starred in | played | played in | rented out | lent | lent out | looked after | covered | composed | sung | signed | reviewed",
)
phrase.words("_at_all_things", "anything | a thing | anything at all | a single thing")


@phrase("rowvp", "(have|has|had) never _did _at_all_things", "never _did _at_all_things", cost=0.1)
@phrase(
    "rowvp",
    "(have|has|had) not _did _at_all_things",
    "did not (buy|order|make|place|book|sell|publish|write|rent) _at_all_things",
    cost=0.1,
)
def never_did_a_thing() -> Predicate:
    """Customers that never ordered anything."""
    return not_(exists(RowSet(table=OTHER)))


@phrase(
    "rowvp",
    "(lack|lacks|lacked|miss|misses|(are|is) (missing|lacking)) [a|an|any] <noun> [at all]",
    cost=0.1,
)
def lacks_one(rows: RowSet) -> Predicate | None:
    """Lack a manager."""
    return not_(exists(rows)) if rows.table and not rows.each else None


@phrase("rel", "(lacking|missing) [a|an|any] <noun> [at all]", cost=0.1)
def lacking_one(rows: RowSet) -> Predicate | None:
    """Departments lacking a manager."""
    return lacks_one(rows)


# In that same one -----------------------------------------------------------------------------------------

phrase.words(
    "_is_at_that",
    "be in | be at | be of | be from | work in | work at | work for | belong to | lie in | be part of | live in | sit in | be assigned to | "
    "be (a member|one|part) of [the] staff of | be (a member|an employee|one) of | be on the staff of | be employed (at|by|in) | be a member of staff "
    "(of|at|in) | be among the staff of",
)
phrase.words(
    "_that_very_pairs", "that | that same | that very | the very same | the same | this | this same"
)


@phrase("stmt", "<leads_of> _must _is_at_that _that_very_pairs <noun>", cost=0.05)
def leads_back(found: tuple[Cell, RowSet], again: RowSet) -> Statement | None:
    """The manager of a store must work in that same store."""
    key, rows = found
    if again.table != rows.table or again.where is not None or again.each:
        return None
    told = Exists(table=OTHER, keys=((key.column, ""), ("", "")))
    return rule(told, rows.table, rows.where)


phrase.words(
    "_found_at_that",
    "in | of | from | at | within | belonging to | located in | (that|which|who) (is|lies|is located) (in|at|within) | "
    "(that|which|who) belongs to | from within",
)


@phrase(
    "stmt",
    "[_each] <cell> [of [_each|a|an|the] <noun>] _must be [the] <cell> of [a|an|any|some|one] <noun> "
    "_found_at_that _that_very_pairs <noun>",
    cost=-0.05,
)
@phrase(
    "stmt",
    "[_each] <cell> [of [_each|a|an|the] <noun>] _must be [a|an|any|some|one] <noun> _found_at_that _that_very_pairs <noun>",
    cost=0.1,
)
def leads_to_its_own(key: Cell, *parts: Any) -> Statement | None:
    """The head must be the ID of a person in that very branch."""
    *others, there, again = (part for part in parts if isinstance(part, RowSet))
    names = [part.column for part in parts if isinstance(part, Cell)]
    is_plain = all(rows.where is None and not rows.each for rows in (*others, there, again))
    own = again.table
    is_own = key.table in ("", own) and all(rows.table == own for rows in others)
    if not is_plain or not is_own or not there.table or there.table == own:
        return None
    keys = ((key.column, names[0] if names else ""), ("", ""))
    return rule(Exists(table=there.table, keys=keys), own)
