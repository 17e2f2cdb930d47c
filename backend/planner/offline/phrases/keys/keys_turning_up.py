"""Phrases for values that may turn up once, and for keys that another table must know.

The same name and street may occur only once together; no order_id in one table may be unknown to
the other; each successor must exist as a code there.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.planner.offline.phrases.values.accepted import unknown_of_table
from backend.rules.duplicate_phrases import unique
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects

phrase = Phrases()

phrase.words(
    "_turn_up_so",
    "occur | appear | exist | come up | turn up | show up | be there | stand there | be present | "
    "be (used|listed|entered|recorded|given|issued|assigned|registered|found|stored)",
)
phrase.words(
    "_turning_up_so",
    "occurring | appearing | existing | coming up | turning up | showing up | listed | entered | "
    "recorded | registered | used | stored | that (occur|appear|occurs|appears|turn up|turns up)",
)
phrase.words("_side_by_side", "together | in combination | as a pair | jointly | side by side")
phrase.words("_one_time", "once | one time | a single time")
phrase.words("_kept_once", "only once | just once | at most once | once at most | once only")


@phrase("same_key_told", "the same (<and_cells>|<key>) [_side_by_side]", cost=0.02)
def same_values(found: object) -> object | None:
    """The same first name and last name together."""
    cells = found.items if isinstance(found, Subjects) else (found,)
    return found if all(isinstance(cell, Cell) for cell in cells) else None


@phrase(
    "same_key_told", "the same <cell> (with|together with|alongside) the same <cell>", cost=0.02
)
@phrase("same_key_told", "the same <cell> and the same <cell> _side_by_side", cost=0.02)
@phrase("same_key_told", "the same <cell> (with|together with|alongside) <cell>", cost=0.05)
def same_beside(one: Value, other: Value) -> object | None:
    """The same first name with the same last name."""
    return same_values(Subjects(items=(one, other))) if one != other else None


@phrase(
    "stmt",
    "<same_key_told> (may|can|must|should) [only] _turn_up_so [_side_by_side] _only_once",
    "<same_key_told> (may|can|must|should) only _turn_up_so [_side_by_side] _one_time",
    "<same_key_told> _must_not _turn_up_so [_side_by_side] _repeatedly",
    "<same_key_told> _must_not _turn_up_so _repeatedly _side_by_side",
    "_flag <same_key_told> [_turning_up_so] [_side_by_side] _repeatedly",
    "(is|are) there <same_key_told> [_side_by_side] _repeatedly [anywhere] [?]",
    "(does|do) <same_key_told> _turn_up_so [_side_by_side] _repeatedly [anywhere] [?]",
    "<same_key_told> _repeatedly (is|are) _wrong",
    "<same_key_told> [:|,] _kept_once",
    cost=0.03,
)
def same_only_once(found: object) -> Statement | None:
    """The same first name and last name together may occur only once."""
    return unique(found)


@phrase(
    "stmt",
    "no <and_cells> _may _turn_up_so _side_by_side _repeatedly",
    "no <and_cells> _may _turn_up_so _repeatedly _side_by_side",
    cost=0.03,
)
def none_together(found: Subjects) -> Statement | None:
    """No name and street may occur together twice; without "together" each may be meant."""
    return unique(found)


# Known to another table ---------------------------------------------------------------------------

phrase.widen(
    "_exists_in",
    "be there as | appear as | occur as | be found as | be listed as | be present as | be known as | turn up as | "
    "be registered as | is listed as | are listed as | exists as | appears as | occurs as | be found among",
)
phrase.widen(
    "_missing_from",
    "missing as | absent as | not there as | not listed as | not found as | unknown as | not known as | not present as",
)


@phrase(
    "stmt",
    "no <cell> (of|in|from) <table> _may be _missing_from <target>",
    "no <cell> (of|in|from) <table> (is|are) _missing_from <target>",
    "[_each|any] <cell> (of|in|from) <table> _must_not be _missing_from <target>",
    "there _must be no <cell> (of|in|from) <table> (that|which) (is|are) _missing_from <target>",
    "(is|are) any <cell> (of|in|from) <table> _missing_from <target> [?]",
    cost=-0.1,
)
def none_unknown_there(of: Value, table: str, found: tuple[RowSet, str]) -> Statement | None:
    """No order_id in sales may be unknown to bookings."""
    return unknown_of_table(of, table, found)


phrase.words("_has_on_file", "know | contain | have | list | include | hold")


@phrase(
    "stmt", "<table> _must _has_on_file (every|each|all) <cell> (of|in|from) <table>", cost=0.05
)
@phrase("stmt", "<table> _must _has_on_file (every|each|all) <table> <cell>", cost=0.1)
def must_know(there: str, *parts: object) -> Statement | None:
    """Bookings must know every order_id in sales."""
    of = next(part for part in parts if isinstance(part, Cell))
    table = next(part for part in parts if isinstance(part, str))
    return unknown_of_table(of, table, (RowSet(table=there), ""))


@phrase("stmt", "no <cell> _may be _missing_from <target>", cost=0.05)
@phrase("stmt", "[_each|any] <cell> _must_not be _missing_from <target>", cost=0.05)
@phrase("stmt", "_flag <cell> (that|which) _do not _exists_in <target>", cost=0.05)
@phrase("stmt", "_flag <cell> (that|which) (is|are) not _exists_in <target>", cost=0.05)
def none_unknown(of: Value, found: tuple[RowSet, str]) -> Statement | None:
    """No successor may be missing as a code in codes."""
    told = refers(of, found)
    return None if told is None else rule(told, of.table if isinstance(of, Cell) else "")
