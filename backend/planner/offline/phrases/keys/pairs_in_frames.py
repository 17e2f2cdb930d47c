"""Phrases for pairs that may stand together, in more frames: zone and service only as A/air, B/road."""

from __future__ import annotations

from backend.planner.offline.joined_pairs import ValuePair
from backend.planner.offline.phrases.keys.pairs_allowed import (
    flag_other_pairs,
    no_such_pairs,
    only_pairs,
    together,
)
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()
Pairs = tuple[ValuePair, ...]
Cells = tuple[Value, Value]

phrase.words(
    "_come_as",
    "be | occur as | occur in | appear as | come as | come in | go together as | be combined as | be paired as | exist as | "
    "stand together as | be found as | be used as | take | take the values | form",
)


@phrase(
    "stmt",
    "[both] <pair_of_cells> (may|can|must|should) [together] only [together] _come_as [one of|one among] [these|following|the] "
    "[_pairs] [:] <value_pairs>",
    "[both] <pair_of_cells> _must [always] [together] _come_as [one of|any of] [these|following|the] [_pairs] [:] <value_pairs>",
    "<pair_of_cells> [together] (may|can) _come_as nothing (but|other than|except) <value_pairs>",
    "only [these|following] <pair_of_cells> _pairs (_are_admitted|may appear|may be used|can be used) [:] <value_pairs>",
    "(allowed|permitted|valid|possible) <pair_of_cells> _pairs [are] [only] [:] <value_pairs>",
    "only (allowed|permitted|valid|possible) _pairs (of|for|in) <pair_of_cells> are [:] <value_pairs>",
    "<pair_of_cells> [together] _must_not _come_as anything (but|other than|except|else than) <value_pairs>",
    cost=-0.5,
)
def pairs_alone(cells: Cells, pairs: Pairs) -> Statement | None:
    """Zone and service may only occur as A/air, A/road or B/road."""
    return only_pairs(cells, pairs)


@phrase(
    "stmt",
    "only <value_pairs> (_are_admitted|may occur|may appear) (as|for|in|under) <pair_of_cells>",
    cost=0.05,
)
def those_pairs_alone(pairs: Pairs, cells: Cells) -> Statement | None:
    """Only A/air and B/road are allowed for zone and service."""
    return only_pairs(cells, pairs)


@phrase(
    "stmt",
    "<pair_of_cells> _must_not [together] _come_as [one of|any of] [these|the] [_pairs] [:] <value_pairs>",
    cost=-0.5,
)
def never_pairs(cells: Cells, pairs: Pairs) -> Statement | None:
    """Zone and service must never be C/air or C/road."""
    return no_such_pairs(cells, pairs)


@phrase("nor_pairs", "<value_pair> nor <value_pair>", "<nor_pairs> [,] nor <value_pair>")
def nor_pairs(*parts: ValuePair | Pairs) -> Pairs:
    """A/air nor A/road nor B/road."""
    found: Pairs = ()
    for part in parts:
        found += (part,) if isinstance(part, ValuePair) else part
    return found


@phrase(
    "stmt",
    "_flag <rows> (whose|where|in which|on which) <pair_of_cells> [together] _be (not|neither|none of|not one of|not among) "
    "[these|following|the] [_pairs] [:] <value_pairs>",
    "_flag <rows> (whose|where) <pair_of_cells> [together] _be neither <nor_pairs>",
    "_flag <rows> (whose|where) <pair_of_cells> [together] _be (anything|something) (but|other than|else than) <value_pairs>",
    "(is|are) there [any|a] <rows> (whose|where) <pair_of_cells> _be (not|none of|not one of|not among) <value_pairs> [?]",
    "(is|are) there [any|a] <rows> (whose|where) <pair_of_cells> _be neither <nor_pairs> [?]",
    "no <rows> _may have (a|any) <pair_of_cells> (other than|but|except) <value_pairs>",
    cost=-0.5,
)
def other_pairs(rows: RowSet, cells: Cells, pairs: Pairs) -> Statement | None:
    """Flag parcels where zone and service are not A/air, A/road or B/road."""
    return flag_other_pairs(rows, cells, pairs)


# One pair -----------------------------------------------------------------------------------------

_ONE = "<text>|<bare>|<number>"


@phrase("one_pair", rf"\( ({_ONE}) (,|/|;) ({_ONE}) \)")
def one_pair(first: Constant, second: Constant) -> ValuePair:
    """(A, air): of one pair alone, "A and air" may as well be two lists."""
    return ValuePair(first, second)


@phrase("such_pairs", "<one_pair>")
@phrase(
    "such_pairs", "<one_pair> (or|nor|,|, or) <one_pair>", "<such_pairs> (,|or|, or) <one_pair>"
)
def such_pairs(*parts: ValuePair | Pairs) -> Pairs:
    """A/air, or B/road: each in one piece."""
    return nor_pairs(*parts)


@phrase(
    "stmt",
    "<pair_of_cells> _must_not [together|both] _come_as [one of|any of] [these|the] [_pairs] [:] <such_pairs>",
    "<pair_of_cells> [:] (never|not) <such_pairs>",
    "[combination of|pair of|combination|pair] <pair_of_cells> _must_not be <such_pairs>",
    cost=-0.5,
)
def never_such(cells: Cells, pairs: Pairs) -> Statement | None:
    """Zone and service never A/air."""
    return no_such_pairs(cells, pairs)


@phrase("stmt", "no <rows> _may have <pair_of_cells> [of] <such_pairs>", cost=-0.5)
@phrase("stmt", "_flag <rows> with <pair_of_cells> [of] <such_pairs>", cost=-0.5)
@phrase("stmt", "_flag <rows> (whose|where|in which) <pair_of_cells> _be <such_pairs>", cost=-0.5)
def no_rows_with_such(rows: RowSet, cells: Cells, pairs: Pairs) -> Statement | None:
    """No parcel may have zone and service A/air."""
    told = together(cells, pairs)
    return None if told is None or rows.each else rule(not_(told), rows.table, rows.where)
