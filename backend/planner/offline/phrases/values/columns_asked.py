"""Phrases for the columns that a table has, as a question or shortly: is there a column called fee?"""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import IT, Phrases, Statement, compare
from backend.rules.wrong_columns import _counted, _rule

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


@phrase(
    "stmt",
    "[we] (expect|want|need|require) [there to be|to see|to find] (a|the) (column|field) [_called] <headers> [in <whose_columns>]",
    "there _must be (a|an|the) <headers> (column|field) [in <whose_columns>]",
    "<whose_columns> _must (have|contain|include) (a|an|the) <headers> (column|field)",
    cost=0.02,
)
@phrase(
    "stmt",
    "[we] (expect|want|need|require) [there to be|to see|to find] [the|these] columns [_called] [:] <headers> [in <whose_columns>]",
    cost=0.05,
)
def is_expected(*parts: Names) -> Statement:
    """Expect a column called fee: a table with it."""
    return is_it_there(*parts)


@phrase(
    "stmt",
    "how many _columns (does|do) <whose_columns> (have|contain) ? _columns_answered <count_bound>",
    "how many _columns (are there in|has) <whose_columns> ? _columns_answered <count_bound>",
    "how many _columns (does|do) <whose_columns> (have|contain) ? _columns_answered <number>",
    "how many _columns (are there in|has) <whose_columns> ? _columns_answered <number>",
    cost=0.05,
)
def how_many_columns(whose: Names, told: Any) -> Statement | None:
    """How many columns does trips have? It should be ten."""
    bound: Predicate = compare(IT, "==", told) if isinstance(told, Constant) else told
    return _counted(bound, whose[1])


phrase.words(
    "_columns_answered",
    "(it|there|that|they) _must be | (it|the table|the file) _must have | we (expect|want|need) | expected [is|are] [:] | [the answer is|answer :]",
)


@phrase("stmt", "there _must be [exactly] <number> columns [in <whose_columns>]", cost=0.02)
def so_many_columns(total: Constant, *whose: Names) -> Statement | None:
    """There must be 17 columns."""
    return _counted(compare(IT, "==", total), whose[0][1] if whose else "")


@phrase(
    "stmt", "<whose_columns> _must (have|contain|include) these columns [:] <headers>", cost=0.05
)
def has_all_these(table: Names, names: Names) -> Statement:
    """The table must have these columns: day, fee."""
    return _rule("has", names, table[1])
