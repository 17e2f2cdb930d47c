"""Phrases for the value that most rows have: north is the region with the most answers, most come from north."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Constant
from backend.rules.metric_duties import is_most_common
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_holding_most",
    "with [the] most | with [the] highest number of | with [the] largest number of | with [the] greatest number of | "
    "of [the] most | in [the] most | having [the] most | that has [the] most | which has [the] most | "
    "that gets [the] most | that got [the] most | which gets [the] most",
)
phrase.words(
    "_used_most",
    "most used | most chosen | most given | most frequently used | most frequently given | most often used | most often chosen | most frequently chosen | most often given | most often named | "
    "most named | most often recorded | most often entered | most mentioned | most selected | most often picked | most picked",
)


phrase.words(
    "_answer_wanted",
    "(it|this|that) _must be | we (expect|want) [it to be] | expected is | the answer _must be",
)


@phrase("top_of", "<cell> _holding_most (<noun>|_row)")
@phrase("top_of", "_used_most <cell>", cost=0.02)
@phrase("top_of", "<cell> [that is|that was|which is|which was] _used_most", cost=0.02)
@phrase("top_of", "<cell> [that is|that was] (used|chosen|given|named|picked) most", cost=0.02)
def top_of(of: Cell, *rows: RowSet) -> Cell | None:
    """The region with the most answers."""
    return of if all(each == RowSet(table=each.table) for each in rows) else None


@phrase("stmt", "(is|was) <option> [the] <top_of> [?]", cost=0.03)
@phrase("stmt", "<option> (_must be|_be) [the] <top_of>", cost=0.03)
@phrase("stmt", "<top_of> (_must be|_be|:|=) <option>", cost=0.04)
@phrase("stmt", "which <top_of> [?] it _must be <option>", cost=0.05)
@phrase("stmt", "(what|which) _be [the] <top_of> ? it _must be <option>", cost=0.05)
@phrase(
    "stmt",
    "(what|which) <cell> (is|was|occurs|occurred|comes up|appears|is used|was used|is found) "
    "([the] _most_common|_given_most) [one|value|of all|overall] ? _answer_wanted <option>",
    "(what|which) _be [the] (_most_common <cell>|<top_of>) ? _answer_wanted <option>",
    cost=0.05,
)
def is_top(*parts: Any) -> Statement | None:
    """North must be the region with the most answers."""
    of = next(part for part in parts if isinstance(part, Cell))
    told = next((part for part in parts if isinstance(part, Constant)), None)
    return None if told is None else is_most_common(told, of)


phrase.words(
    "_outnumber_all", "than any other | than every other | than each other | than all other"
)


@phrase(
    "stmt",
    "<option> _must have (more <rows> _outnumber_all|[the] most <rows> of all [the]) <cell>",
    "(does|do|has|have) <option> [have|has|got] [the] most <rows> of (all|any) [the] <cell> [?]",
    "<option> (has|have) [the] most <rows> of (all|any) [the] <cell>",
    "more <rows> _must (come|be) from <option> than from any other <cell>",
    "(does|do|did) <option> (occur|appear|come up) more often _outnumber_all <cell> [?]",
    "(is|was) <option> (used|chosen|given|named|picked|recorded) more often _outnumber_all <cell> [?]",
    cost=0.04,
)
def more_than_others(*parts: Any) -> Statement | None:
    """North must have more answers than any other region."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    is_plain = all(each == RowSet(table=each.table) for each in rows)
    return is_top(*parts) if is_plain else None
