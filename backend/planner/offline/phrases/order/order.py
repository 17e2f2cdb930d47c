"""Phrases for rows in order: each against the row before."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Arithmetic,
    Cell,
    Compare,
    Previous,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    compare,
)
from backend.rules.rule import Rule

phrase = Phrases()

# Within a group, and in an order ---------------------------------------------------------------


@phrase(
    "within",
    "(within|per) <cell>",
    "(within|for|in|inside) (each|every|one|the same) <cell>",
    "(within|for|in|inside) (each|every|the same) (combination of|pair of) <and_cells>",
    "per <and_cells>",
    "(within|for) each <and_cells>",
    "from [the] second (row|line|record|entry|one) (of|in|within|for) (each|every|a) <cell> (on|onwards|onward)",
)
def within(found: Value | Subjects) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """Within each group."""
    return (("by", found.items if isinstance(found, Subjects) else (found,)),)


@phrase(
    "sorted",
    "(ordered|sorted|when sorted|when ordered|in order of|in the order of|over|along|sorted in order of|in ascending order of|when sorted in order of) [by] <cell>",
    "by <cell> order",
)
def sorted_by(cell: Value) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """Ordered by a column."""
    return (("order", (cell,)),)


@phrase(
    "sorted",
    "with (increasing|growing|rising) <cell>",
    "(with|together with|along with|in step with) <cell>",
    "(as|when|if|while) <cell> (increases|grows|rises)",
)
def in_step_with(cell: Value) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """As another column rises: nothing is said of rows that have the same value there."""
    return (("order", (cell,)), ("untied", ()))


Frame = tuple[tuple[str, tuple[Value, ...]], ...]


@phrase("frame", "<within>", "<sorted>", "<within> [,|and] <sorted>", "<sorted> [,|and] <within>")
def frame(*parts: Frame) -> Frame:
    """Within each account, ordered by day."""
    return tuple(item for part in parts for item in part)


@phrase(
    "stmt", "<stmt> [,] <frame>", "<frame> [,|:] <stmt>", "<frame> [,] <stmt> <frame>", cost=0.02
)
def framed(*parts: Any) -> Statement | None:
    """A rule about rows and the rows before them, within groups and in an order."""
    statement = next(part for part in parts if isinstance(part, Statement))
    named = [item for part in parts if isinstance(part, tuple) for item in part]
    frames: dict[str, tuple[Value, ...]] = dict(named)
    cells = [cell for found in frames.values() for cell in found]
    found = [part for part in walk(statement.rule) if isinstance(part, Previous)]
    is_bare = all(not part.by and not ("order" in frames and part.order_by) for part in found)
    if not found or not is_bare or len(frames) < len(named):
        return None
    keys = cells if _is_trend(statement.rule) else [*frames.get("by", ())]
    if any(not isinstance(cell, Cell) for cell in cells):
        return None
    if any(cell == part.of for cell in keys for part in found):
        return None
    by, order = (
        tuple(cell.column for cell in frames.get(key, ()) if isinstance(cell, Cell))
        for key in ("by", "order")
    )

    def place(part: Term) -> Term | None:
        if not isinstance(part, Previous):
            return None
        return part.model_copy(update={"by": by, "order_by": order[0] if order else part.order_by})

    told = statement.model_copy(update={"rule": rewrite(statement.rule, place)})
    if "untied" not in frames:
        return told
    return told.model_copy(update={"remarks": (*told.remarks, remark("no-ties"))})


def _is_trend(told: Rule) -> bool:
    """Whether a value is compared with that of the row before itself, so that it is no order."""
    must = told.must if isinstance(told, BrokenRows) else None
    return not isinstance(must, Compare) or isinstance(must.right, Previous)


# Up and down -----------------------------------------------------------------------------------

phrase.widen(
    "_rowwise",
    "from row to row | with each row | with every row | row by row | in file order | from "
    "one row to the next | from each row to the next | over the rows | down the file | in "
    "the order of the file | in row order",
)
_WAYS = {
    "(increase|rise|grow|go up) [strictly]": ">",
    "strictly (increase|rise|grow)": ">",
    "be strictly (increasing|ascending)": ">",
    "be (non-decreasing|nondecreasing|monotonically increasing or equal)": ">=",
    "(increase|rise|grow) or stay (the same|equal)": ">=",
    "(decrease|fall|go down) [strictly]": "<",
    "strictly (decrease|fall)": "<",
    "be strictly (decreasing|descending)": "<",
    "be (non-increasing|nonincreasing)": "<=",
    "(decrease|fall) or stay (the same|equal)": "<=",
    "be (sorted|ordered) [in] (ascending|ascending order)": ">=",
    "be in ascending order": ">=",
    "be (sorted|ordered) [in] (descending|descending order)": "<=",
    "be in descending order": "<=",
}
for _way, _sign in _WAYS.items():
    phrase("order_duty", f"(must|should|has to|shall|needs to) {_way}")(lambda sign=_sign: sign)
for _way, _sign in (
    ("(decrease|fall|drop|go down|shrink)", ">="), ("(increase|rise|go up|grow)", "<="),
):  # fmt: skip
    phrase("order_duty", f"_must_not {_way}", f"_must never {_way}")(lambda sign=_sign: sign)
phrase("order_duty", "never (decreases|falls|drops|goes down)")(lambda: ">=")
phrase("order_duty", "never (increases|rises|goes up)")(lambda: "<=")


@phrase("stmt", "<cell> <order_duty> [_rowwise]", "<frame> [,] <cell> <order_duty>")
def monotone(*parts: Any) -> Statement | None:
    """The value must increase from row to row."""
    if isinstance(parts[0], tuple):
        statement = monotone(*parts[1:])
        return None if statement is None else framed(statement, parts[0])
    cell, sign = parts
    return (
        rule(compare(cell, sign, Previous(of=cell)), subject=cell)
        if isinstance(cell, Cell)
        else None
    )


@phrase(
    "previous",
    "(previous|preceding) <cell>",
    "_latest_of_them [_known_then] <cell> [<noun>] _ahead",
    "_latest_of_them _known_then <cell>",
    "(previous|preceding) _row 's <cell>",
    "<cell> (of|in) the (previous|preceding) _row",
    "<cell> (of|in) the _row (before|above)",
)
def previous_cell(cell: Value, *rows: RowSet) -> Value | None:
    """The previous balance."""
    is_plain = all(each.where is None for each in rows)
    return Previous(of=cell) if isinstance(cell, Cell) and is_plain else None


phrase("expr", "<previous>", cost=0.1)(lambda value: value)
phrase("factor", "<previous>", cost=0.1)(lambda value: value)
phrase("adj", "[equal to] [the] <previous>", cost=0.1)(lambda value: compare(IT, "==", value))


@phrase(
    "stmt", "[_each] <cell> _must be <previous_sum>", "<cell> _must equal <previous_sum>", cost=0.05
)
def running(cell: Value, told: Value) -> Statement | None:
    """The balance must be the previous balance plus the movement."""
    return rule(compare(cell, "==", told), subject=cell) if isinstance(cell, Cell) else None


@phrase("previous_sum", "<sum>")
def previous_sum(value: Value) -> Value | None:
    """A formula with a value of the row before."""
    has_previous = any(isinstance(part, Previous) for part in walk(value))
    return value if has_previous and isinstance(value, Arithmetic) else None
