"""Phrases for values that are rows elsewhere, for tables of one size, and for numbers in a row."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.owners import as_many_rows
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, not_
from backend.rules.sequence_phrases import between_ends

phrase = Phrases()

# Is itself a code in … ----------------------------------------------------------------------------

phrase.words(
    "_is_one",
    "is itself | is also | is in turn | must itself be | must also be | must be | should itself be | is | "
    "has to be | must again be | is again | must in turn be | are themselves | are also | are | should be | "
    "needs to be | occurs as | appears as | exists as | shows up as | must occur as | must exist as | turns up "
    "as | is found as | is listed as | must be listed as | must appear as | is known as | comes back as",
)


@phrase("known_as", "(a|an|some|one of the) <cell> (in|of|from) [table|file|sheet] <table>")
def known_as(cell: Value, table: str) -> tuple[RowSet, str] | None:
    """A code in the list of codes."""
    return (RowSet(table=table), cell.column) if isinstance(cell, Cell) else None


@phrase("stmt", "_each <cell> [(in|of|on) [table|file] <table>] _is_one <known_as>", cost=0.05)
@phrase("stmt", "<cell> (in|of|on) [table|file] <table> _is_one <known_as>", cost=0.05)
def is_itself(*parts: Any) -> Statement | None:
    """Every successor in A is itself a code in B."""
    cell, found = parts[0], parts[-1]
    table = parts[1] if len(parts) == 3 else ""
    told = refers(cell, found)
    if told is None or table == found[0].table:
        return None
    return rule(told, table)


@phrase("stmt", "no <cell> [(in|of|on) [table|file] <table>] _is_one <known_as>", cost=0.05)
@phrase("stmt", "no <cell> [(in|of|on) [table|file] <table>] may be <known_as>", cost=0.05)
def is_no(*parts: Any) -> Statement | None:
    """No successor in A is a code in B."""
    from backend.rules.broken_rows import BrokenRows

    told = is_itself(*parts)
    if told is None or not isinstance(told.rule, BrokenRows):
        return None
    return rule(not_(told.rule.must), told.rule.table)


phrase.words(
    "_known_there",
    "known in | listed in | found in | present in | registered in | recorded in | on file in | contained in | "
    "also in | there in | existing in | available in | defined in | entered in",
)


@phrase(
    "stmt",
    "_each <cell> [(in|of|on) <table>] [is|must be] [also] _known_there [table|file] <table>",
    cost=0.1,
)
@phrase(
    "stmt",
    "<cell> (in|of|on) <table> [is|must be] [also] _known_there [table|file] <table>",
    cost=0.1,
)
def known_there(*parts: Any) -> Statement | None:
    """Every hive_no in harvests also known in hives."""
    cell, other = parts[0], str(parts[-1])
    table = parts[1] if len(parts) == 3 else ""
    told = refers(cell, (RowSet(table=other), ""))
    return None if told is None or table == other else rule(told, table)


# Tables of one size -------------------------------------------------------------------------------

phrase.words(
    "_same_size",
    "same number of (rows|records|entries|lines) | equally many (rows|records|entries) | same row "
    "count | same size | equal number of (rows|records|entries) | equal row counts | equally long | of "
    "same (size|length) | row counts equal | same length | as many rows",
)


@phrase(
    "stmt",
    "<table> (and|&|vs|vs.|versus|against|/) <table> [:|,|-|–] _same_size",
    "<table> (and|&) <table> (have|must have|should have|are|must be|should be) [of] _same_size",
    "_same_size (in|for|of) <table> and <table>",
    "_same_size (in|for|of) both <table> and <table>",
    "<table> (has|is|must have|must be|should have) _same_size as <table>",
    "number of (rows|records) in <table> (equals|must equal|is|must be) [that of|that in|the same as in] <table>",
    "as many (rows|records|entries) in <table> as in <table>",
    "[there (must|should) be] as many (rows|records|entries) in <table> as (in|there are in) <table>",
    cost=0.05,
)
def of_one_size(left: str, right: str) -> Statement | None:
    """A and B: same number of rows."""
    return as_many_rows(left, right)


# Numbers without a hole ---------------------------------------------------------------------------

phrase.words(
    "_hole",
    "hole | holes | gap | gaps | jump | jumps | missing number | missing numbers | breaks | break",
)
phrase.words("_ends_of", "between | from | anywhere between | in between")
phrase.words("_lowest_one", "lowest | smallest | first | minimum")
phrase.words("_highest_one", "highest | largest | last | greatest | maximum")
phrase.words("_one_such_value", "one | number | value | ones")
phrase.words(
    "_lowest_to_highest",
    "[its|their] _lowest_one (and|to) [its|their] _highest_one [_one_such_value]",
)


@phrase(
    "stmt",
    "<cell> [numbers|values] (have|has|must have|should have|show|shows|contain|contains) (no|not a single) _hole [_ends_of _lowest_to_highest]",
    "<cell> [numbers|values] (run|runs|go|goes|must run|must go|continue) (without|with no) [any] _hole [_ends_of _lowest_to_highest]",
    "[there is|there are|there must be|there should be] no _hole in <cell> [numbers|values] [_ends_of _lowest_to_highest]",
    "<cell> : no _hole [_ends_of _lowest_to_highest]",
    "(every|each) number _ends_of _lowest_to_highest <cell> [must exist|must be there|must occur|occurs|is there|is used|exists]",
    "no <cell> [number|value] [is|are|may be] (left out|skipped|missing|omitted) [_ends_of _lowest_to_highest]",
    cost=0.05,
)
def no_hole(of: Value) -> Statement | None:
    """The numbers have no hole between the lowest and the highest one."""
    return between_ends(of)
