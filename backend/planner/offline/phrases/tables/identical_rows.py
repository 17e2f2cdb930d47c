"""Phrases for rows that another table has in the same form: each has an identical one there."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_in_same_form",
    "[completely|entirely|exactly|fully] (identical|equal) | exactly the same | the very same",
)
phrase.words(
    "_unchanged_there",
    "unchanged | identically | in identical form | in exactly the same form | unaltered",
)


@phrase(
    "stmt",
    "_flag [all|any|every] <rows> (for which|where) <table> (has|contains|holds) no _in_same_form _row",
    "_flag [all|any|every] <rows> (that have|that has|with|having) no _in_same_form _row in <table>",
    "_flag [all|any|every] <rows> without [a|an|any] _in_same_form _row in <table>",
    "<rows> _must have [a|an] _in_same_form _row in <table>",
    "<rows> _must (occur|be|appear|exist|be there|be found) _unchanged_there in <table>",
    cost=0.05,
)
def identical_there(rows: RowSet, table: str) -> Statement | None:
    """Flag rows of the copy for which the source has no identical row."""
    if not rows.table or rows.table == table:
        return None
    told = rule(exists(RowSet(table=table)), rows.table, rows.where)
    return told.model_copy(update={"remarks": (remark("whole-rows"),)})


@phrase(
    "remark",
    "(with|having) [exactly] the same (values|value|cells) in (all|every) (columns|column|fields|field)",
    "(equal|identical|the same) in (all|every) (columns|column|fields|field)",
    "with (all|every) (columns|column|fields|field) (equal|identical|the same)",
    cost=0.05,
)
def in_all_columns() -> Modifier:
    """With the same values in all columns."""
    return remark("whole-rows")
