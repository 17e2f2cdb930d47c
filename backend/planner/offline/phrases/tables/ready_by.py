"""Phrases for data that must be there by a time of day: the orders file by 06:00, each day."""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.named_files import ROWS_BY_THEN
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Constant,
    Function,
    Measure,
    Predicate,
    Reads,
    Today,
    Value,
)
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import IT, Modifier, Phrases, RowSet, Statement, all_of, compare, number

phrase = Phrases()


class Due(NamedTuple):
    """The time of day by which something must be there."""

    sign: str
    hour: float


phrase.words(
    "_day_by_day",
    "each day | every day | daily | each morning | every morning | today | on each day | on every day | "
    "of each day | of every day | on the day of the run | of the day of the run | of the day | a day",
)
phrase.words(
    "_been_brought",
    "updated | refreshed | delivered | ready | there | available | in place | loaded | received | present | "
    "uploaded | in | here | replaced | renewed | provided | supplied",
)
phrase.words("_been_changed", "modified | changed | touched | written")
phrase.words(
    "_file_comes", "arrive | arrives | land | lands | come in | comes in | be due | is due"
)

# When ---------------------------------------------------------------------------------------------


for _words, _sign in (
    ("by|until|no later than|not later than|at or before|at the latest by", "<="),
    ("before|earlier than|ahead of", "<"),
):

    @phrase("due_at", f"({_words}) <clock>", f"({_words}) <clock> at the latest")
    def due_at(hour: float, sign: str = _sign) -> Due:
        """By 06:00."""
        return Due(sign, hour)


@phrase("due_daily", "<due_at> [,] _day_by_day", "_day_by_day [,] <due_at>")
def due_daily(due: Due) -> Due:
    """By 06:00 each day."""
    return due


@phrase("due", "<due_at>", "<due_daily>")
def either_way(due: Due) -> Due:
    """By 06:00."""
    return due


@phrase("adj", "today <due_at>", "<due_at> (today|on the day of the run)", cost=0.05)
def today_by(due: Due) -> Predicate:
    """A moment of today, by 09:00."""
    return _in_time(IT, due)


def _in_time(moment: Value, due: Due) -> Predicate:
    clock = compare(Apply(function=Function.CLOCK, of=moment), due.sign, number(due.hour))
    return all_of(compare(moment, "==", Today()), clock)


# A file -------------------------------------------------------------------------------------------


@phrase("brought", "(be|been|is|are|was|were|have been|has been) _been_brought <due>")
@phrase("brought", "(be|been|is|are|was|were|have been|has been) _been_changed <due_daily>")
@phrase("brought", "(be|is|are) _day_by_day (_been_brought|_been_changed) <due_at>")
@phrase("brought", "_file_comes <due>")
def brought(due: Due) -> Due:
    """Be updated by 06:00 each day."""
    return due


@phrase("brought_daily", "(be|have been|is|are) (_been_brought|_been_changed) <due_at>")
@phrase("brought_daily", "_file_comes <due_at>")
@phrase("brought_by_then", "(be|have been|is|are) (_been_brought|_been_changed)", "_file_comes")
def brought_daily(*due: Due) -> Due | bool:
    """Be updated by 06:00, of a sentence that says "each day" before it."""
    return due[0] if due else True


@phrase("stmt", "[the] <data_file> _must <brought>", "<all_files> _must <brought>")
@phrase("stmt", "_day_by_day [,] [the] (<data_file>|<all_files>) _must <brought_daily>")
@phrase("stmt", "<due> [,] [the] (<data_file>|<all_files>) _must <brought_by_then>")
@phrase("stmt", "[the] (deadline|due time) (for|of) [the] <data_file> is <clock> [_day_by_day]")
@phrase("stmt", "[the] <data_file> [is|are] (due|expected|ready|there) <due>")
@phrase("stmt", "[the] <data_file> [:|,|–|-] (due|expected|ready|there) <due>")
@phrase("stmt", "(is|was|has) [the] <data_file> [been] _been_brought <due>")
@phrase(
    "stmt",
    "_flag [the] <data_file> (if|when) it (is|was|has) not [been] _been_brought <due>",
    "_flag [the] <data_file> unless it (is|was|has) [been] _been_brought <due>",
)
def file_due(*parts: Any) -> Statement | None:
    """The orders file must be updated by 06:00 each day."""
    file = next(part for part in parts if isinstance(part, str))
    found = [part for part in parts if isinstance(part, Due | float | int)]
    found = [part for part in found if part is not True]
    due = found[0] if isinstance(found[0], Due) else Due("<=", float(found[0]))
    return _of_file(file, due)


@phrase("stmt", "[the] <data_file> _must (be|have been) (_been_brought|_been_changed) _day_by_day")
@phrase("stmt", "[the] <data_file> _must _file_comes _day_by_day")
def file_of_the_day(file: str) -> Statement:
    """The orders file must be updated each day."""
    return _of_file(file, None)


def _of_file(file: str, due: Due | None) -> Statement:
    """Of one file: that it is there, changed on that day and in time; of all: each one's change."""
    moment = Cell(table="", column="modified")
    in_time = compare(moment, "==", Today()) if due is None else _in_time(moment, due)
    if "." not in file:
        return rule(in_time, table=file)
    name = Constant(value=file, reads=Reads.TEXT)
    named = compare(Cell(table="", column="file"), "==", name)
    there = Aggregate(measure=Measure.COUNT, table="", where=all_of(named, in_time))
    return statement(compare(there, ">=", number(1)))


# Rows ---------------------------------------------------------------------------------------------


@phrase("stmt", "today 's <noun> _must (be|have been) _been_brought <due_at>", cost=0.05)
@phrase("stmt", "today 's <noun> _must _file_comes <due_at>", cost=0.05)
@phrase("stmt", "<noun> (of|for|from) today _must (be|have been) _been_brought <due_at>", cost=0.05)
def rows_by_then(rows: RowSet, due: Due) -> Statement:
    """Today's orders must be there by 9 am: one of them, or all that there will be?"""
    there = Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where)
    told = statement(compare(there, ">=", number(1)), table=rows.table)
    return told.model_copy(update={"remarks": (Modifier(kind=ROWS_BY_THEN),)})
