"""Phrases for numbers that count up within each group, told in parts: where they start, in which
group, and that none is missing. The parts stand in any order: line starts at 1 in every order and
has no gaps; billing runs from 1 within each film, no gaps, no repeats.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.running_numbers import counted_inside
from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words(
    "_sets_out",
    "start at | starts at | begin at | begins at | start with | starts with | begin with | begins with | start from | "
    "starts from | _must (start|begin) (at|with|from) | _run_from from | _must (run|count|go) [up] from | _run_from up from | is "
    "counted from | are counted from",
)
phrase.words("_reads_on", "_run_from | _must (run|count|go|be|read)")
phrase.words(
    "_none_lost",
    "no (gap|gaps|hole|holes|jumps|missing numbers) | without (gaps|a gap|holes|jumps|missing numbers) | gapless | "
    "(has|have|having|with) no (gap|gaps|hole|holes|jumps|missing numbers) | _must (be gapless|have no gaps|have no holes) | "
    "(must|may|should|does|do) not (have|leave|contain|skip) (any|a) (gap|gaps|hole|holes|number|numbers) | "
    "(goes|go|runs|run|counts|count) (up|on) [without (gaps|a gap)] | (never skips|skips no) [a] number",
)
phrase.words(
    "_none_doubled",
    "no (repeats|repeat|duplicates|doubles|repetitions) | without (repeats|repeat|duplicates|repetitions) | (or|nor) (repeats|duplicates|doubles|"
    "repetitions) | (has|have|having) no (repeats|duplicates|repetitions)",
)
phrase.words("_and_then_sequences", ", | and | , and | but | , but | ; | – | -")
phrase.words(
    "_unbroken_so",
    "[_and_then_sequences] _none_lost | [_and_then_sequences] _none_lost [_and_then_sequences] _none_doubled | [_and_then_sequences] _none_doubled "
    "[_and_then_sequences] _none_lost",
)
phrase.words("_in_every_group", "_inside_each | (in|for|within|inside|on|of) (every|each) single")

# From its first number, without a gap ---------------------------------------------------------------


@phrase(
    "stmt", "<cell> [_numbers] _sets_out <number> _in_every_group <cell> _unbroken_so", cost=0.04
)
@phrase(
    "stmt", "<cell> [_numbers] _sets_out <number> _unbroken_so _in_every_group <cell>", cost=0.04
)
@phrase(
    "stmt",
    "_in_every_group <cell> [,|:] <cell> [_numbers] _sets_out <number> _unbroken_so",
    cost=0.04,
)
def counts_in_each(*parts: Any) -> Statement | None:
    """Line starts at 1 in every order and has no gaps."""
    return counted_inside(*parts)


# Its first numbers, and so on -----------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> [_numbers] _reads_on <number> [,] <number> [,] <number> [,] _counted_on [_unbroken_so] _in_every_group <cell> [_unbroken_so]",
    "<cell> [_numbers] _reads_on <number> [,] <number> [,] <number> [,] [_counted_on] _unbroken_so _in_every_group <cell>",
    "<cell> [_numbers] _reads_on <number> [,] <number> [,] <number> [,] [_counted_on] _in_every_group <cell> _unbroken_so",
    "_in_every_group <cell> [,|:] <cell> [_numbers] _reads_on <number> [,] <number> [,] <number> [,] [_counted_on] _unbroken_so",
    "_in_every_group <cell> [,|:] <cell> [_numbers] _reads_on <number> [,] <number> [,] <number> [,] _counted_on",
    cost=0.04,
)
def counted_out_in_each(*parts: Any) -> Statement | None:
    """LineNumber counts 1, 2, 3 ... within each order."""
    return counted_inside(*parts)


# The first one alone ----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> [_numbers] (must|should|has to) be numbered (from|starting with|starting at) <number> [up] _in_every_group <cell> [_unbroken_so]",
    "<cell> [_numbers] (is|are) numbered (from|starting with|starting at) <number> [up] _in_every_group <cell> [_unbroken_so]",
    cost=0.04,
)
def numbered_in_each(column: Value, start: Constant, group: Value) -> Statement | None:
    """Lines are numbered from 1 in each order."""
    return counted_inside(column, start, group) if isinstance(column, Cell) else None
