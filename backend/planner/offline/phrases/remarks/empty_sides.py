"""Phrases for which of several compared cells may be empty: all of them, neither, just one of the two."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import empties_fine, remark
from backend.rules.phrasing import Modifier, Phrases

phrase = Phrases()

phrase.words(
    "_are_all_there",
    "are present | are known | are filled | are filled in | are given | are there | are recorded | are set | are "
    "available | exist | are not _blank | have a value | are on file",
)
phrase.words(
    "_the_pair", "a row | the row | a record | the record | rows | the pair | a line | that | it"
)
phrase.words(
    "_just_one_empty",
    "only one | just one | exactly one | one alone",
)
phrase.words(
    "_of_the_pair", "of them | of the two | of both | of these | side | value | of the columns"
)


@phrase(
    "remark",
    "[but] [only] (where|wherever|when|whenever|if) (all|all three|all four|all of them|all values|all the values|both of the "
    "two|all these) _are_all_there",
    "[but] [only] (where|wherever|when|whenever|if) (neither|none|none of them|none of the three|neither of them|neither of the "
    "two|no value) is _blank",
)
def where_all_are_there() -> Modifier:
    """Where all three are present; where neither is missing."""
    return empties_fine()


@phrase(
    "remark",
    "_the_pair (with|that has|that have|where there is) _just_one_empty [_of_the_pair] [_filled_in_so] _be _bad",
    "(if|when|where) _just_one_empty [_of_the_pair] is (_filled_in_so|there|present|known) [,] [then] _the_pair _be _bad",
    "(if|when|where) one [_of_the_pair] is (_filled_in_so|there|present) and the other (is not|is _blank|_blank) [,] [then] _the_pair "
    "_be _bad",
    "_blank on (one|just one|only one) side [only|alone] (_be _bad|counts as different|counts as a difference|is a difference)",
    "a _blank (cell|value|entry) on (one|just one|only one) side [only|alone] (_be _bad|counts as different|counts as a "
    "difference|is a difference)",
    "(one|just one|only one) _blank is (not|a difference|different|wrong|not fine|an error)",
)
def just_one_is_wrong() -> Modifier:
    """A row with only one of them is wrong."""
    return remark("one-empty-bad")


phrase.words("_filled_in_so", "filled | filled in | given | recorded | entered | set")
