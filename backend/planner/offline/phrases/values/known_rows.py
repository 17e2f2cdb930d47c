"""Phrases for rows of another table in everyday words: a room we have, nothing outside our catalogue."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

phrase.words(
    "_keep_such",
    "have | own | know | know of | know about | carry | stock | offer | hold | keep | sell | list | serve | "
    "really have | have on file | have on record | have in our system | have on our list | have on the books",
)
phrase.words(
    "_register",
    "catalogue | catalog | list | register | books | files | records | system | database | inventory | fleet "
    "| portfolio | range | directory | master data | assortment | master list | master file | stock list",
)
phrase.words("_of_ours", "our | the | our own | the company 's")
phrase.words(
    "_aims_at",
    "be for | be of | be about | be by | be to | be with | be from | be at | be in | be on | be against | "
    "point at | points at | is for | are for | is of | are of | is by | are by | is with | are with | "
    "concern | concerns | relate to | relates to | go with | goes with | be made for | be made by | "
    "is made for | is made by | be placed by | be placed for | be issued to | be issued for | "
    "refer to | refers to | point to | points to | belong to | belongs to | be assigned to | "
    "is assigned to | be linked to | is linked to | reference | references | lead to | leads to",
)
phrase.words(
    "_known_one", "known | existing | registered | real | listed | one of our | one of the known"
)
phrase.words(
    "_handled",
    "sold | lent | booked | ordered | used | rented | bought | shipped | invoiced | billed | reserved | "
    "delivered | purchased | hired | borrowed | traded | charged | paid for | referenced | referred to",
)
phrase.words(
    "_handle",
    "sell | lend | book | order | use | rent out | rent | buy | ship | invoice | bill | reserve | deliver | "
    "hire out | charge | serve | trade",
)


@phrase("rows_we_have", "<noun> (that|which|who|whom) we _keep_such", "<noun> we _keep_such")
@phrase("rows_we_have", "<noun> [that is|that are|who is|who are] known to us", cost=0.02)
@phrase(
    "rows_we_have",
    "<noun> [that is|that are|which is|which are|who is|who are] (in|on|from) _of_ours _register",
    cost=0.02,
)
def rows_we_have(found: RowSet) -> RowSet | None:
    """A room we have: any row of its table."""
    return found if found.table and not found.each else None


@phrase("rows_we_lack", "<noun> [that|which|who|whom] we do not _keep_such", cost=0.02)
@phrase(
    "rows_we_lack", "<noun> [that is|that are|who is|who are] (unknown|not known) to us", cost=0.02
)
@phrase(
    "rows_we_lack",
    "<noun> [that is|that are|which is|which are|who is|who are] not (in|on|from) _of_ours _register",
    "<noun> (missing from|absent from|outside|outside of) _of_ours _register",
    cost=0.02,
)
def rows_we_lack(found: RowSet) -> RowSet | None:
    """A guest we do not know: a row that its table does not have."""
    return found if found.table and found.where is None and not found.each else None


@phrase("rowvp", "_aims_at [any|a|an|one of the] <rows_we_have>", cost=0.05)
@phrase("rowvp", "_aims_at [a|an] _known_one <rows_we_have>", cost=0.05)
@phrase("rowvp", "_aims_at [a|an] _known_one <noun>", cost=0.15)
def aims_at(found: RowSet) -> Predicate | None:
    """Be for a room we have."""
    return exists(found) if found.table and not found.each else None


@phrase("rowvp", "_aims_at [any|a|an] <rows_we_lack>", cost=0.05)
def aims_at_none(found: RowSet) -> Predicate:
    """Be for a room we do not have."""
    return not_(exists(found))


@phrase("rel", "(for|to|from|of|by|with|in|at|on) [any|a|an] <rows_we_lack>", cost=0.2)
@phrase("rel", "_handled (to|by|from|for|at|in) [any|a|an] <rows_we_lack>", cost=0.2)
def of_none(found: RowSet) -> Predicate:
    """Bookings for a guest who is not on our list."""
    return not_(exists(found))


@phrase("stmt", "only <rows_we_have> (may|can|must|should) be _handled", cost=0.1)
@phrase("stmt", "we (may|must|should|can) only _handle <rows_we_have>", cost=0.1)
@phrase("stmt", "we _must only _handle <rows_we_have>", cost=0.1)
@phrase("stmt", "<noun> _handled _must be [a|an|one of the] <rows_we_have>", cost=0.1)
def only_held(*found: RowSet) -> Statement | None:
    """Only books we own may be lent: of the rows of the other table of the check."""
    first, last = found[0], found[-1]
    is_plain = first.where is None and last.where is None and first.table == last.table
    return rule(exists(last)) if is_plain else None


@phrase("stmt", "we _must_not _handle [any|a|an] <rows_we_lack>", cost=0.1)
@phrase("stmt", "no <rows_we_lack> _may be _handled", cost=0.1)
@phrase("stmt", "<rows_we_lack> _must_not be _handled", cost=0.1)
def none_lacked(found: RowSet) -> Statement:
    """We must not sell products that are not in our catalogue."""
    return rule(exists(found))


phrase.words(
    "_stands_in",
    "exist in | exists in | be found in | be listed in | be known in | appear in | be present in | be in | "
    "is in | is found in | is listed in | be contained in | be registered in | be part of",
)


@phrase("stmt", "<noun> _handled _must _stands_in _of_ours _register", cost=0.1)
@phrase("stmt", "each <noun> _handled _must _stands_in _of_ours _register", cost=0.1)
@phrase(
    "stmt", "each <noun> that (is|was|gets) _handled _must _stands_in _of_ours _register", cost=0.1
)
@phrase(
    "stmt", "every <noun> [that|which|we] _handle _must _stands_in _of_ours _register", cost=0.1
)
@phrase(
    "stmt", "every <noun> [that is|that was] _handled _must _stands_in _of_ours _register", cost=0.1
)
def stands_in_register(found: RowSet) -> Statement | None:
    """The product sold must exist in the catalogue."""
    return rule(exists(found)) if found.table and found.where is None else None


@phrase("stmt", "[each|every|any|all] <noun> _handled _must _stands_in <noun>", cost=0.1)
@phrase("stmt", "[each|every|any|all] <noun> _handled _must _stands_in <noun> table", cost=0.1)
@phrase(
    "stmt", "[each|every|any] <noun> that (is|was|gets) _handled _must _stands_in <noun>", cost=0.1
)
def stands_in_table(found: RowSet, table: RowSet) -> Statement | None:
    """The product sold must exist in products."""
    is_its_own = found.table and found == table and found.where is None
    return rule(exists(found)) if is_its_own else None
