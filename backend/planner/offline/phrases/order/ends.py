"""Phrases for the first and the last row of each group: the last status of each parcel."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import WHEN
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Predicate, Value
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    about,
    both,
    compare,
    not_,
)

phrase = Phrases()
Keys = tuple[Value, ...]
Frame = tuple[tuple[str, tuple[Value, ...]], ...]

for _measure, _words in (
    (Measure.MAXIMUM, "last|latest|most recent|newest|final|very last|closing|current"),
    (Measure.MINIMUM, "first|earliest|initial|very first|opening|oldest"),
):
    phrase("end", f"({_words})")(lambda measure=_measure: measure)

phrase.words("_row_of", "of | for | in | per | by | from | on | within | belonging to")


@phrase("end_owner", "_row_of (each|every|any|one|a|a single|each single) <keys>", "per <keys>")
def end_owner(keys: Keys) -> Keys:
    """Of each parcel."""
    return keys


@phrase(
    "end_rows",
    "<end> <noun> <end_owner>",
    "<end> <noun> <end_owner> [,] \\( [by] <cell> \\)",
    "<end> <noun> <end_owner> [,] <sorted>",
    "<end> <noun> <end_owner> , <sorted> ,",
    "<end> <noun> <end_owner> by <cell>",
    "<end> <noun> \\( by <cell> \\) <end_owner>",
    "<end> <noun> by <cell> <end_owner>",
    "<each_group> 's <end> <noun>",
    cost=0.05,
)
def end_rows(*parts: Any) -> RowSet | None:
    """The last scan of each parcel."""
    measure = next(part for part in parts if isinstance(part, Measure))
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    order = next((part for part in parts if isinstance(part, Cell)), None)
    by = next(part for part in parts if isinstance(part, tuple) and not _is_frame(part))
    framed = next((part for part in parts if isinstance(part, tuple) and _is_frame(part)), ())
    return picked(rows, measure, by, order or dict(framed).get("order", (None,))[0])


def _is_frame(part: tuple[Any, ...]) -> bool:
    return all(isinstance(item, tuple) for item in part)


def picked(rows: RowSet, measure: Measure, by: Keys, order: Value | None) -> RowSet | None:
    """The first or last of these rows within each group; rows that share the place are all it."""
    cells = [cell for cell in by if isinstance(cell, Cell)]
    at = order or Cell(table=rows.table, column=WHEN)
    if rows.each or len(cells) < len(by) or not isinstance(at, Cell) or at in cells:
        return None
    names = tuple(cell.column for cell in cells)
    edge = Aggregate(measure=measure, table=rows.table, of=at, where=rows.where, by=names)
    return RowSet(table=rows.table, where=both(rows.where, compare(at, "==", edge)))


@phrase("stmt", "<end_rows> _must <rowvp>", cost=0.05)
def end_duty(rows: RowSet, told: Predicate) -> Statement:
    """The last scan of each parcel must be delivered."""
    return rule(told, rows.table, rows.where)


@phrase("stmt", "<end_rows> _must_not <rowvp>", cost=0.05)
def end_taboo(rows: RowSet, told: Predicate) -> Statement:
    """The last scan of each parcel must not be lost."""
    return rule(not_(told), rows.table, rows.where)


@phrase(
    "stmt",
    "(look at|take|consider|check|in|for|on|taking|considering) <end_rows> (:|,|;|.|-|–) <stmt>",
    "<stmt> (in|for|on|at) <end_rows>",
    "in <end_rows> <stmt>",
    "<cell> (of|in|on) <end_rows> <duty>",
    cost=0.1,
)
def in_end_rows(*parts: Any) -> Statement | None:
    """In the last scan of each parcel, status must be delivered."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    told = next((part for part in parts if isinstance(part, Statement)), None)
    if told is None:
        cell, duty = (part for part in parts if not isinstance(part, RowSet))
        told = rule(about(duty, cell))
    if not isinstance(told.rule, BrokenRows) or told.rule.where is not None:
        return None
    fresh = told.rule.model_copy(
        update={"table": rows.table or told.rule.table, "where": rows.where}
    )
    return told.model_copy(update={"rule": fresh})


@phrase("end_cell", "<end> <cell> <end_owner>", "<each_group> 's <end> <cell>", cost=0.1)
@phrase("end_cell", "<by_group> [,] <end> <cell>", cost=0.1)
@phrase("end_cell", "<end> <cell> <end_owner> [,] <sorted>", cost=0.1)
@phrase("end_cell", "<end> <cell> <end_owner> , <sorted> ,", cost=0.1)
@phrase("end_cell", "<end> <cell> <end_owner> by <cell>", cost=0.1)
@phrase("end_cell", "<end> <cell> \\( by <cell> \\) <end_owner>", cost=0.1)
@phrase("end_cell", "<by_group> [,] <end> <cell> \\( by <cell> \\)", cost=0.1)
def end_cell(*parts: Any) -> tuple[str, RowSet, Value] | None:
    """The last status of each parcel: the cell, and the rows that it is told of."""
    cell, *order = [part for part in parts if isinstance(part, Cell)]
    measure = next(part for part in parts if isinstance(part, Measure))
    by = next(part for part in parts if isinstance(part, tuple) and not _is_frame(part))
    framed = next((part for part in parts if isinstance(part, tuple) and _is_frame(part)), ())
    at = order[0] if order else dict(framed).get("order", (None,))[0]
    if cell in by or cell == at:
        return None
    found = picked(RowSet(table=cell.table), measure, by, at)
    return None if found is None else ("end", found, cell)


@phrase("stmt", "<end_cell> <duty>", cost=0.25)
def end_cell_duty(found: tuple[str, RowSet, Value], duty: Predicate) -> Statement:
    """The last status of each parcel must be delivered."""
    _, rows, cell = found
    return rule(about(duty, cell), rows.table, rows.where, subject=cell)


_START = (("start", Measure.MINIMUM), ("begin", Measure.MINIMUM), ("open", Measure.MINIMUM))
_STOP = (("end", Measure.MAXIMUM), ("finish", Measure.MAXIMUM), ("close", Measure.MAXIMUM))
for _verb, _measure in (*_START, *_STOP):

    @phrase(
        "stmt",
        f"<each_group> _must {_verb} (with|in|as|on|at|by) <state>",
        f"<by_group> [,] [the] <rows> _must {_verb} (with|in|as|on) <state>",
    )
    def starts_with(*parts: Any, measure: Measure = _measure) -> Statement | None:
        """Every parcel must start with status accepted."""
        by = next(part for part in parts if isinstance(part, tuple) and part[0] != "state")
        state = next(part for part in parts if isinstance(part, tuple) and part[0] == "state")
        found = picked(RowSet(table=state[1].table), measure, by, None)
        if found is None:
            return None
        return rule(compare(state[1], "==", state[2]), found.table, found.where)


@phrase("state", "<adjective>")
def known_state(told: Predicate) -> tuple[str, Value, Constant] | None:
    """A value that one column has: delivered."""
    cell, wanted = getattr(told, "left", None), getattr(told, "right", None)
    is_plain = isinstance(cell, Cell) and isinstance(wanted, Constant)
    return ("state", cell, wanted) if is_plain else None  # type: ignore[return-value]


@phrase("state", "[a|an] <cell> [of|=] <option>", "<option> <cell>", cost=0.1)
def named_state(*parts: Any) -> tuple[str, Value, Constant] | None:
    """Status delivered."""
    cell = next((part for part in parts if isinstance(part, Cell)), None)
    wanted = next((part for part in parts if isinstance(part, Constant)), None)
    return None if cell is None or wanted is None else ("state", cell, wanted)
