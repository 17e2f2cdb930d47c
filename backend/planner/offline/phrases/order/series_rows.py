"""Phrases for a column that is read from the top of a table downwards, and for what breaks a series.

The row by row reading is told before the rule or behind it: going down the list, from line to line.
Rows may be left out before: leave out the rows without a level, then flag any that is lower.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.order import framed, monotone
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import narrowed
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Predicate, Previous, Unless, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()

# Down the table ---------------------------------------------------------------------------------

phrase.words("_listing", "list | table | column | file | sheet | rows | lines | page | log")
phrase.words(
    "_rowwise",
    "(going|reading|moving|read|running|looking) (down|through) _listing | as (we|you|one) (go|read|move|run) (down|through) "
    "_listing | when (we|you|one) (go|read|move) (down|through) _listing | when (read|reading|going) down _listing | down the rows | "
    "(going|reading|read) from (top to bottom|the top down|the top to the bottom) | line by line | entry by entry | "
    "one row after (another|the other) | (in|from) each row to the row below [it] | from one row to the row below [it]",
)
phrase.words(
    "_back_to",
    "to (a|an|any|some) (earlier|lower|smaller|lesser|older|previous) (date|day|time|moment|value|number|figure|amount|one|level|reading)",
)
phrase.words(
    "_on_to",
    "to (a|an|any|some) (later|higher|larger|greater|bigger|newer) (date|day|time|moment|value|number|figure|amount|one|level|reading)",
)
phrase.words("_turn_back", "go | move | jump | step | slip | fall | drop | run | turn | leap")
phrase.words("_turns_back", "goes | moves | jumps | steps | slips | falls | drops | runs | turns")
phrase.words(
    "_get_more", "(get|become|be getting) [ever] (larger|higher|bigger|greater|later|longer)"
)
phrase.words(
    "_get_less",
    "(get|become|be getting) [ever] (smaller|lower|less|earlier|shorter)",
)

for _way, _sign in (
    ("_must_not _turn_back (back|down) [in time] _back_to", ">="),
    ("(never|_do not) (_turns_back|_turn_back) (back|down) [in time] _back_to", ">="),
    ("_must_not (_turn_back|return) _back_to", ">="),
    ("_must_not (jump|go|move|rise|climb|step) [up|on|forward|forwards] _on_to", "<="),
    ("_must [always] _get_more", ">"),
    ("_must [always] _get_less", "<"),
    ("_must [always] _get_more or (stay|remain) (the same|equal)", ">="),
    ("_must [always] _get_less or (stay|remain) (the same|equal)", "<="),
    ("_must_not [ever] _get_less", ">="),
    ("_must_not [ever] _get_more", "<="),
):
    phrase("order_duty", _way)(lambda sign=_sign: sign)
phrase("moved", "_turns_back back [in time] [_back_to]")(lambda: "down")


@phrase("stmt", "<steps> [,] <cell> (<order_duty>|<trend>)", cost=0.05)
def down_the_rows(_: object, of: Value, sign: str) -> Statement | None:
    """Going down the list, the date must never jump back to an earlier date."""
    return monotone(of, sign)


@phrase("trend_told", "<trend_told> <steps>", cost=0.02)
def told_down_the_rows(told: Predicate, _: object) -> Predicate:
    """Strictly increasing from row to row."""
    return told


@phrase("stmt", "<cell> [:] [always] <trend_told> [,] <sorted>", cost=0.05)
def told_in_order(of: Value, told: Predicate, order: Any) -> Statement | None:
    """Level: strictly increasing in order of the hour."""
    from backend.planner.offline.phrases.order.trending import trend_of

    return framed(trend_of(of, told), order)


# Rows that are left out before --------------------------------------------------------------------

phrase.words(
    "_leave_first",
    "leave out | leave aside | skip | ignore | disregard | drop | set aside | pass over | take out | remove | "
    "leaving out | leaving aside | skipping | ignoring | disregarding | setting aside | passing over | forget [about] | "
    "do not look at | do not count | filter out",
)
phrase.words(
    "_and_after_that",
    "then | and then | and after that | after that | and | , then | , and then | , and | . then | . after that | ; then | , | . | ; | :",
)
phrase.words(
    "_among_what_is_left",
    "(among|of|in|for|over|within) (the rest|the others|the other rows|the remaining rows|the rows that (are left|remain)|what (is left|remains)) [,]",
)


@phrase("stmt", "_leave_first [all|any] <rows> _and_after_that [_among_what_is_left] <stmt>")
def after_leaving_out(rows: RowSet, told: Statement) -> Statement | None:
    """Leave out the rows where the level is blank, then flag any level lower than the one before."""
    is_plain = isinstance(told.rule, BrokenRows) and not told.also and not told.remarks
    if rows.where is None or rows.each or not is_plain:
        return None
    kept = rows.model_copy(update={"where": Unless(part=rows.where)})
    is_beside_others = any(isinstance(part, Previous) for part in walk(told.rule))
    return narrowed(told, kept) if is_beside_others else None


# The row that breaks it ---------------------------------------------------------------------------

phrase.words(
    "_series", "series | sequence | run | chain | numbering | order | count | succession | row"
)
phrase.words(
    "_jumps",
    "jumps | breaks | breaks off | is broken | is interrupted | is disturbed | skips | has a (gap|jump|break|hole) | "
    "(stops|ends) being (unbroken|continuous|right) | is wrong | goes wrong | does not (continue|go on|hold|run on) | "
    "does not",
)
phrase.words("_the_two", "of the two | of two | of both | of each pair | of the pair")


@phrase(
    "offenders",
    "[_all_the] (<noun>|_row) (where|at which|in which|with which|on which) [the|its|their] _series _jumps",
    "[_all_the] later (<noun>|<column>|day|month|week|year|hour|row|one|value) [_the_two] [(where|if|when) (it|this|that|they) (does not|do not|is not so|fails|is broken)]",
    "[_all_the] later (<noun>|<column>|day|month|week|year|hour|row|one|value) (in|of) (each|any|every) such (case|pair)",
    cost=0.03,
)
def later_one(*parts: object) -> Modifier | None:
    """The row where the series jumps; the later day."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    return remark("later-row") if all(each.where is None for each in rows) else None


@phrase(
    "previous",
    "<cell> (of|in|on|from) the (<noun>|_row) (directly|just|right) (before|above) [it]",
    cost=0.05,
)
def just_before(cell: Value, *rows: RowSet) -> Value | None:
    """The level of the row right above."""
    is_plain = isinstance(cell, Cell) and all(each.where is None for each in rows)
    return Previous(of=cell) if is_plain else None
