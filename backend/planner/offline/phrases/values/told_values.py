"""Phrases for which values a column has: as many as another, exactly these, the most common one alone."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.value_sets import exactly_these
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Value
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import (
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    compare,
    number,
    one_of,
)

phrase = Phrases()

# As many different ones ------------------------------------------------------------------------------

phrase.words(
    "_how_many",
    "number of (different|distinct|unique) values | number of distinct entries | count of (different|distinct) values | distinct count | number of (different|distinct) ones | cardinality",
)


@phrase(
    "stmt", "<and_cells> _must have [exactly] [the] (same|equal|identical) _how_many", cost=0.05
)
@phrase("stmt", "<and_cells> (have|has) [exactly] [the] (same|equal|identical) _how_many", cost=0.1)
@phrase("stmt", "_how_many (in|of) <and_cells> _must be (same|equal|identical)", cost=0.05)
def as_many_different(found: Subjects) -> Statement | None:
    """The two must have the same number of distinct values."""
    return _alike(Measure.DISTINCT, found)


@phrase(
    "stmt",
    "there must be (as many|exactly as many|just as many) (different|distinct) <cell> as [there are] (different|distinct) <cell>",
    cost=0.05,
)
def as_many_as(left: Value, right: Value) -> Statement | None:
    """There must be as many different codes as different successors."""
    return _alike(Measure.DISTINCT, Subjects(items=(left, right)))


@phrase(
    "stmt", "<and_cells> _must have [exactly] [the] (same|equal|identical) <measure>", cost=0.05
)
def same_measure(found: Subjects, measure: Measure) -> Statement | None:
    """Credit and debit must have the same total."""
    return _alike(measure, found)


def _alike(measure: Measure, found: Subjects) -> Statement | None:
    first, *others = found.items
    cells = [first, *others]
    if not all(isinstance(cell, Cell) for cell in cells) or len(set(cells)) != 2:
        return None
    left, right = (
        Aggregate(measure=measure, of=cell, table=getattr(cell, "table", "")) for cell in cells
    )
    return statement(compare(left, "==", right))


# The most frequent value -------------------------------------------------------------------------------


@phrase(
    "remark",
    "no other [<cell>|value|one] [value] [_may] [be] (equally|as|just as) (common|frequent|often|popular) [as it|as that]",
    "(without|with no|no) (ties|tie|second place as common|other as common) [for first place|allowed]",
    "a tie [for (first place|the top|the lead)] (fails|is not enough|will not do|does not count)",
    cost=0.02,
)
def no_other_as_common(*_: object) -> Modifier:
    """No other status may be equally common: a tie is a failure."""
    return remark("tie-fails")


# Exactly these values, and more than one -----------------------------------------------------------------

phrase.words(
    "_no_more_no_less",
    "(none|nothing|no one) missing [,|and|, and] (none|nothing|no one) (besides|extra|more|else|added|on top|too many) | all of them [,|and|, and] "
    "(no others|nothing else|no more|none besides) | no more [,|and|, and] no (less|fewer) | each at least once [,|and|, and] (no others|nothing else)",
)
phrase.words(
    "_in_use",
    "used | tasted | found | recorded | given | occurring | in use | sold | listed | entered | there | present | tested | kept | offered",
)


@phrase(
    "stmt",
    "<cell> [values] [_in_use] _must be [exactly|precisely] <every_value> (:|,|;|-|–) _no_more_no_less",
    cost=0.03,
)
@phrase(
    "stmt",
    "<cell> [values] [_in_use] (:|=|-) [exactly|precisely] <every_value> (:|,|;|-|–) _no_more_no_less",
    cost=0.05,
)
def these_and_no_others(of: Value, wanted: tuple[Any, ...]) -> Statement | None:
    """The flavours must be exactly hello, jello and mello: none missing, none besides."""
    return exactly_these(of, wanted)


@phrase(
    "stmt",
    "<cell> _must_not be (the same|identical|equal|one and the same) (in|on|for|across|over|throughout) all [the|our] <rows>",
    cost=0.05,
)
@phrase("stmt", "not all [the|our] <rows> (may|must|should|can) have the same <cell>", cost=0.05)
def not_one_alone(*parts: Any) -> Statement | None:
    """The tax class should not be the same on all slips: there are at least two."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    of = next(part for part in parts if isinstance(part, Cell))
    if rows.each or of.table not in ("", rows.table):
        return None
    found = Aggregate(measure=Measure.DISTINCT, of=of, table=rows.table, where=rows.where)
    return statement(compare(found, ">=", number(2)))


@phrase("hint", "<cell> <or_list> [.]", cost=2.0)
def these_or_those(of: Value, options: tuple[Constant, ...]) -> Statement | None:
    """Grade 1, 2 or 3: as a whole rule, the values that there may be."""
    are_values = all(isinstance(each, Constant) for each in options)
    return rule(one_of(of, options), subject=of) if are_values and isinstance(of, Cell) else None
