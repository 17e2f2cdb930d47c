"""Phrases for which rows of an offending group are to be shown."""

from __future__ import annotations

from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

phrase.words(
    "_show", "flag | report | list | show | find | return | mark | highlight | please flag | output"
)
phrase.words(
    "_many_of",
    "several | more than one | different | multiple | two or more | various | more than 1 | at least "
    "two | conflicting | inconsistent | differing | varying",
)
phrase.words(
    "_ones",
    "values | numbers | codes | names | ones | spellings | versions | variants | entries | of them | "
    "value | one",
)
phrase.words("_such_one", "any | every | each | such | those | all")
phrase.words("_all_of_them", "all | the | every")
phrase.words(
    "_affected",
    "such | those | these | any such | the offending | the affected | offending | affected | each such | "
    "every such",
)
phrase.words(
    "_are_off",
    "violate this | violates this | break this | breaks this | break the rule | breaks the rule | do "
    "not comply | does not comply | do not agree | disagree | differ | where this fails | where this is "
    "violated | where this does not hold | where it does not hold | where that is not so | where it is "
    "broken | where they differ | where they disagree | fail this | fails this | do not hold to this",
)


@phrase(
    "remark",
    "_show [_all_of_them] _row of (codes|groups|keys|ids|values|cases|those|the ones|names) with _many_of [_ones]",
    "_show [_all_of_them] _row of (codes|groups|keys|ids|values|cases|those|names) (that|which) have _many_of [_ones]",
    cost=0.05,
)
def rows_of_groups() -> Modifier:
    """Flag all rows of codes with more than one."""
    return _groups()


def _groups(*cells: Value) -> Modifier:
    return Modifier(kind="flag-groups", values=cells)


@phrase(
    "remark",
    "_show [_all_of_them] _row of [_such_one] <cell> (that|which|who) (_occurs|_occurs_with) _many_of [_ones]",
    "_show [_all_of_them] _row of [_such_one] <cell> (with|having) _many_of [_ones]",
    "_show [_all_of_them] _row of [_such_one] <cell> where _many_of [_ones] (occur|occurs|appear|are found)",
    cost=0.05,
)
def rows_of_key(cell: Value) -> Modifier:
    """Flag all rows of an education that has several numbers."""
    return _groups(cell)


@phrase(
    "remark",
    "_show [_all_of_them] _row of [_such_one] <cell> (that|which|who) (_occurs|_occurs_with) _many_of [different] <cell>",
    "_show [_all_of_them] _row of [_such_one] <cell> (with|having) _many_of [different] <cell>",
    cost=0.05,
)
def rows_of_key_with(cell: Value, other: Value) -> Modifier:
    """Flag all rows of a city with more than one state."""
    return _groups(cell, other)


@phrase(
    "remark",
    "_show [_all_of_them] _row (of|in|from) _affected (groups|group|<cell>|keys|cases)",
    "_show [_all_of_them] (rows|row) (that|which) _are_off",
    "_show [_all_of_them] (rows|row) _are_off",
    "_show [_all_of_them] (rows|row) of (groups|a group) (that|which|where) _are_off",
    "_show [_all_of_them] (rows|row) of (any|every|each|a|such) <cell> (that|which|where) _are_off",
    "_show (the whole|whole|the entire|entire) (group|groups|<cell>)",
    "_show (both|all) of them",
    "_show (both|all) sides",
    cost=0.1,
)
def whole_groups(*cells: Value | RowSet) -> Modifier:
    """Flag all rows of such groups."""
    return _groups(*(cell for cell in cells if isinstance(cell, Cell)))
