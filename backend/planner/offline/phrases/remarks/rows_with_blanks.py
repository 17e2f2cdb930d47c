"""Phrases for a sentence behind a rule that lets rows with a blank pass, and for how a check ends.

Of a rule that compares several cells, a row with a blank among them is left out as a whole.
"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Missing
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, all_of, both, not_

phrase = Phrases()

phrase.words(
    "_some_blank",
    "[a|any] (blank|blanks|gap|gaps) | [a|an|any] (missing|empty|blank|null) (value|values|cell|cells|entry|entries|field|fields) | nulls | a null",
)
phrase.words(
    "_among_them_rows",
    "in (any|one|either) of (them|these|these columns|those|the columns|the three|the two) | among them | in them | in (these|those) columns",
)
phrase.words(
    "_with_gaps",
    "(with|that have|having|containing|that has) _some_blank [_among_them_rows] | "
    "(that lack|that lacks|lacking|that miss|missing) (one|any|either|some) [of (the two|the three|them|these|those)] | "
    "without (one|some) [of (the two|the three|them|these|those)]",
)
phrase.words(
    "_left_aside_rows",
    "(are|is) (skipped|ignored|left out|excluded|exempt|left aside|not checked|not judged|disregarded|not considered) | (do|does) not count | do not matter",
)
phrase.words(
    "_leave_aside_rows",
    "ignore | skip | leave out | exclude | disregard | leave aside | do not check",
)


@phrase(
    "hint",
    "<hint> _stop [any|all] (_row|<noun>) _with_gaps _left_aside_rows [.]",
    "<hint> _stop _leave_aside_rows [any|all] (_row|<noun>) _with_gaps [.]",
    cost=0.03,
)
def rows_with_blanks_aside(told: Statement, *rows: RowSet) -> Statement | None:
    """Rows with blanks are skipped: those that lack any of the cells that are compared."""
    rule = told.rule
    if not isinstance(rule, BrokenRows) or not all(_are_its(each, rule.table) for each in rows):
        return None
    parts = list(walk(rule.must))
    cells = tuple(dict.fromkeys(part for part in parts if isinstance(part, Cell)))
    if len(cells) < 2 or any(isinstance(part, Missing) for part in parts):
        return None
    filled = all_of(*(not_(Missing(of=cell)) for cell in cells))
    named = next((each.table for each in rows if each.table), rule.table)
    narrowed = {"where": both(rule.where, filled), "table": named}
    return told.model_copy(update={"rule": rule.model_copy(update=narrowed)})


def _are_its(rows: RowSet, table: str) -> bool:
    """Whether these are all rows of the rule's own table, as far as it is told by now."""
    return rows.where is None and (rows.table == table or "" in (rows.table, table))


# How a check ends -------------------------------------------------------------------------------

phrase.words(
    "_the_check",
    "the check | this check | check | the test | the rule | it | everything | the whole check | validation",
)


@phrase(
    "remark",
    "_the_check (fails|must fail|should fail|has to fail) (otherwise|if not|if this is not so|if it does not)",
    "(otherwise|if not) [,] _the_check (fails|must fail|should fail|has to fail|has failed)",
    cost=0.02,
)
def else_it_fails() -> Modifier:
    """The check fails otherwise."""
    return remark("flag-them")
