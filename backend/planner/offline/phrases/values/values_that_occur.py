"""Phrases for values that must all be there, denied, asked and told one by one: none of them may be missing."""

from __future__ import annotations

from typing import Any

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
