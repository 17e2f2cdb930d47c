"""Phrases for groups whose rows are alike, and which rows are flagged where they are not.

All casks of a region are priced alike; where a region shows more than one price, flag its casks;
some names were typed in several ways that differ in nothing but case: flag the rows of such names.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.spelled_alike import (
    Folded,
    flag_rows_of_spellings,
)
from backend.planner.offline.phrases.values.fixed_values import fixed_of_rows
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_done_alike",
    "alike | the same way | in the same way | identically | equally | all alike | in one way only",
)


@phrase(
    "stmt", "[all|any] [two] <noun> _same_key <cell> (are|_must be) <column> _done_alike", cost=0.1
)
def done_alike(rows: RowSet, key: Cell, value: Cell) -> Statement | None:
    """All casks of a region are priced alike."""
    return None if key == value else fixed_of_rows(rows, key, value)


phrase.widen(
    "_all_have",
    "[all|both|always] (travel in|live in|live at|live on|work in|work for|work at|stay in|stay at|pay|paid|have paid|cost|"
    "sail in|fly in|ride in|play for|play in|study in|sleep in|got|were given|are assigned to|has|shares|pays|carries|"
    "travels in|lives in|lives at|works in|works for|stays in|stays at|shows|uses|belongs to|plays for)",
)

# The group first --------------------------------------------------------------------------------

phrase.words(
    "_placed_in_one",
    "(in|on|within|inside|under|at|for) (one|a|an|each|every|any|the same|a single|any one|one and the same)",
)


@phrase(
    "stmt",
    "_placed_in_one <cell> [,] (_each|all [the]) <noun> _all_have (_one_fixed|the same|one|the one) <cell>",
    cost=-0.05,
)
def alike_within_one(key: Cell, rows: RowSet, value: Cell) -> Statement | None:
    """In one region every cask has the same price."""
    return None if key == value else fixed_of_rows(rows, key, value)


# Where they are not -----------------------------------------------------------------------------

phrase.words(
    "_once_it_happens",
    "where | wherever | if | when | whenever | as soon as | once | in case | should",
)
phrase.words(
    "_shows_up_with",
    "show | shows | has | have | comes with | come with | appears with | appear with | occurs with | occur with | "
    "bears | bear | carries | carry | uses | use | is found with | is listed with | is recorded with",
)
phrase.words(
    "_all_of_its",
    "all [of] (its|the|their|those|these) | each of (its|the|their|those|these) | every one of (its|the|their|those|these) | "
    "(its|the|their|those|these) | all",
)
phrase.words(
    "_is_flagged",
    "(is|are|must be|should be|shall be|has to be|have to be|need to be|needs to be|is to be|are to be) "
    "(flagged|listed|reported|shown|named|marked) | (need|needs|deserve|deserves) (a second|another|a closer) look",
)
_WHERE_SEVERAL = "_once_it_happens [a|an|any|one|the same] <cell> (_shows_up_with _mixed <cell>|<mixed_vp>) [,|:|-|–] [then]"
_OF_THAT = "[(of|for|with|in|under|from) (that|this|it|such a) [<column>]]"


@phrase("stmt", f"{_WHERE_SEVERAL} _all_of_its <noun> {_OF_THAT} _is_flagged", cost=0.02)
@phrase("stmt", f"{_WHERE_SEVERAL} _flag _all_of_its <noun> {_OF_THAT}", cost=0.02)
def flagged_where_several(key: Cell, value: Cell, rows: RowSet, *again: Cell) -> Statement | None:
    """Where a region shows more than one price, each of its casks is to be flagged."""
    is_same = all(each.column == key.column for each in again)
    return fixed_of_rows(rows, key, value) if is_same and key != value else None


# Such values ------------------------------------------------------------------------------------

phrase.widen(
    "_just_in", "in nothing but | in nothing else than | in nothing more than | by nothing but"
)
phrase.words(
    "_a_few_of_them", "some | a few | several | many | a number of | quite a few | some of the"
)
phrase.words("_of_such_ones", "(of|with|for|in|under) (such|these|those) [a]")


@phrase(
    "stmt",
    "_a_few_of_them <cell> [names|values|entries] (is|are|was|were|have been|has been) [also] _put_down (in|with|under) "
    "(<ways_apart>|<ways_with>) (.|;|:|-|–) _flag [_all_the] <noun> _of_such_ones <cell>",
    cost=0.02,
)
@phrase(
    "stmt",
    "_a_few_of_them <cell> [names|values|entries] _crop_up (in|with|under) (<ways_apart>|<ways_with>) (.|;|:|-|–) "
    "_flag [_all_the] <noun> _of_such_ones <cell>",
    cost=0.02,
)
def rows_of_such(of: Cell, found: Folded, rows: RowSet, again: Cell) -> Statement | None:
    """Some names were typed in several ways that differ only in case. Flag all rows of such names."""
    return flag_rows_of_spellings(rows, of, again, found)
