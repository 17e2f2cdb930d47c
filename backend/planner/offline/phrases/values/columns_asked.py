"""Phrases for the columns that a table has, as a question or shortly: is there a column called fee?"""

from __future__ import annotations

from backend.rules.phrasing import Phrases, Statement
from backend.rules.wrong_columns import _rule

phrase = Phrases()

Names = tuple[str, ...]

phrase.words(
    "_run_in", "come | stand | be | appear | run | follow | be given | be listed | be arranged"
)
phrase.words(
    "_told_order",
    "[exactly] in [exactly|precisely] (this|that|the given|the following) (order|sequence) | in the order given",
)


@phrase(
    "stmt", "(is|are) there [a|the] _columns [_called] <headers> [in <whose_columns>] [?]", cost=0.1
)
@phrase(
    "stmt",
    "(do|does|has|have) <whose_columns> [have|contain|include|got] [a|the] _columns [_called] <headers> [?]",
    cost=0.1,
)
def is_it_there(*parts: tuple[str, ...]) -> Statement:
    """Is there a column called fee?"""
    table = next((part for part in parts if part[0] == "table" and len(part) == 2), ("table", ""))
    return _rule("has", next(part for part in parts if part is not table), table[1])


@phrase(
    "stmt", "_columns _must _run_in in [exactly] [the|this] order [of] [:] <headers>", cost=0.02
)
@phrase(
    "stmt",
    "_columns _must _run_in in [exactly] [the|this] (order|sequence) [:|,] <headers>",
    cost=0.02,
)
@phrase("stmt", "_columns (come|stand|are|appear) in [exactly] the order [:] <headers>", cost=0.05)
@phrase("stmt", "(order|sequence) of [the] _columns [:|is|must be|should be] <headers>", cost=0.05)
@phrase("stmt", r"_columns [:|are] <headers> [,] [\(] _told_order [\)]", cost=0.05)
def ordered_so(names: Names) -> Statement:
    """The columns must come in the order day, fee, tip."""
    return _rule("ordered", names)


phrase.words(
    "_nothing_beyond",
    "and no others | and nothing else | and no other columns | and no more | and no other ones | no others | nothing else | only",
)


@phrase("stmt", "_columns [:|are] [exactly|only] <headers> [,] _nothing_beyond", cost=0.1)
@phrase("stmt", "_columns [:|are] exactly <headers>", cost=0.1)
@phrase("stmt", "_columns _must be <headers> [,] _nothing_beyond", cost=0.05)
def these_alone(names: Names) -> Statement:
    """Columns: day, fee and tip, nothing else."""
    return _rule("exactly", names)


@phrase(
    "stmt",
    "<whose_columns> _must (have|contain|include) [the] _columns [_called] [:] <headers> [,] _nothing_beyond",
    "[the] _columns (of|in) <whose_columns> _must be [:] <headers> [,] _nothing_beyond",
    cost=0.02,
)
def that_table_alone(*parts: tuple[str, ...]) -> Statement:
    """Ferries must have the columns day and fee only."""
    table = next(part for part in parts if part[0] == "table" and len(part) == 2)
    return _rule("exactly", next(part for part in parts if part is not table), table[1])
