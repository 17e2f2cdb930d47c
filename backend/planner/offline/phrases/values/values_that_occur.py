"""Phrases for values that must all be there, denied, asked and told one by one: none of them may be missing."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.values.sets_occur import every_number
from backend.planner.offline.phrases.values.value_sets import each_in_column
from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

Options = tuple[Constant, ...]

phrase.words(
    "_may_be_missing",
    "(may|must|should|can|is allowed to) (be missing|be absent|be lacking|lack|be left out)",
)
phrase.words(
    "_is_seen",
    "occur | appear | show up | turn up | come up | exist | be found | be there | get used",
)
phrase.words(
    "_was_seen", "found | used | present | there | seen | represented | contained | given | chosen"
)
phrase.words("_from_it", "from | in | among | under | as")
phrase.words(
    "_once_each", "at least once [each] | each at least once | once each | somewhere | at all"
)


@phrase(
    "stmt",
    "none of [the] <every_value> _may_be_missing _from_it <cell>",
    "(none|no one) of [the] <cell> [values] <every_value> _may_be_missing",
    "<every_value> (must|should|may|can) (not|never) be (missing|absent|lacking) _from_it <cell>",
    "(do|does|did) <every_value> [all|each] _is_seen _from_it <cell> [_once_each] [?]",
    "(is|are) [each|all|every one|each one] of <every_value> _was_seen _from_it <cell> [?]",
    "(is|are) <every_value> [all|each] _was_seen _from_it <cell> [?]",
    "(does|do) <cell> (contain|hold|show|have|include|cover) [all|each] [of] [the] [values] <every_value> [_once_each] [?]",
    "<cell> _must (contain|hold|show|have|include|cover) <every_value> _once_each",
    "(each|every) <cell> (among|of|out of|from) <every_value> _must (be there|be present|occur|appear|be found|exist) [_once_each]",
    cost=0.06,
)
def all_are_there(*parts: Any) -> Statement | None:
    """None of 1, 2 and 3 may be missing from wave2."""
    of: Value = next(part for part in parts if isinstance(part, Cell))
    wanted: Options = next(part for part in parts if not isinstance(part, Cell))
    return each_in_column(wanted, of) if len(set(wanted)) > 1 else None


@phrase(
    "stmt",
    "at least one <noun> (of|with|for|in|from) each [of] [the] <cell> [values] <every_value> _must (be there|be present|exist|occur)",
    "there _must be at least one <noun> (of|with|for|in|from) each [of] [the] <cell> [values] <every_value>",
    "there _must be a <noun> (of|with|for|in|from) each [of] [the] <cell> [values] <every_value>",
    cost=0.06,
)
def one_of_each(rows: RowSet, of: Value, wanted: Options) -> Statement | None:
    """At least one crate of each size S, M and L must be there."""
    return None if rows.where is not None else all_are_there(of, wanted)


# Expected to be found ---------------------------------------------------------------------------

phrase.words(
    "_to_be_found",
    "(we|i|you) (expect|want|need|hope) to (find|see|get|have) | (we|you) (must|should) (find|see) | there "
    "_must be | _must (be found|be there|appear|occur)",
)
phrase.words("_each_is_there", "each (at least once|once or more) | all of them at least once")
phrase.words("_in_its_values", "(among|in|within) [the|all|all the] [(values|entries) (of|in|for)]")


@phrase(
    "stmt",
    "_in_its_values <cell> [,] (we|i|you) (expect|want|need) to (find|see) <every_value> [,] [_each_is_there]",
    "_in_its_values <cell> [,] _to_be_found <every_value> [,] _each_is_there",
    "(we|i|you) (expect|want|need) to (find|see) <every_value> [,] [_each_is_there] [,] _in_its_values <cell>",
    "_to_be_found <every_value> [,] _each_is_there [,] _in_its_values <cell>",
    cost=0.06,
)
def expected_to_be_found(*parts: Any) -> Statement | None:
    """Among the values of size we expect to find S, M and L, each at least once."""
    return all_are_there(*parts)


phrase.words(
    "_is_there_once",
    "(occurs|appears|comes up|shows up|turns up|is used|is present|is there|is found) (at least once|somewhere|once or more)",
)


@phrase(
    "stmt",
    "_each <cell> (from|between) <number> (to|and|through|up to) <number> _is_there_once",
    cost=0.06,
)
def each_number_occurs(of: Value, first: Constant, last: Constant) -> Statement | None:
    """Every mark from 1 to 5 occurs at least once."""
    wanted = every_number(first, last)
    return None if wanted is None else each_in_column(wanted, of)
