"""Phrases for rows in order: each against the row before."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases_rules import rule
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Function,
    Predicate,
    Previous,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

# Within a group, and in an order ---------------------------------------------------------------


@phrase(
    "within",
    "(within|per) <cell>",
    "(within|for|in|inside) (each|every|one|the same) <cell>",
    "(within|for|in|inside) (each|every|the same) (combination of|pair of) <and_cells>",
    "per <and_cells>",
    "(within|for) each <and_cells>",
)
def within(found: Value | Subjects) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """Within each group."""
    return (("by", found.items if isinstance(found, Subjects) else (found,)),)


@phrase(
    "sorted",
    "(ordered|sorted|when sorted|when ordered|in order of|in the order of|over|along|sorted in order of|in ascending order of|when sorted in order of) [by] <cell>",
    "by <cell> order",
    "with (increasing|growing|rising) <cell>",
    "as <cell> (increases|grows|rises)",
)
def sorted_by(cell: Value) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """Ordered by a column."""
    return (("order", (cell,)),)


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
    is_bare = all(not part.by and part.order_by is None for part in found)
    if not found or not is_bare or len(frames) < len(named):
        return None
    if any(not isinstance(cell, Cell) or cell == part.of for cell in cells for part in found):
        return None
    by, order = (
        tuple(cell.column for cell in frames.get(key, ()) if isinstance(cell, Cell))
        for key in ("by", "order")
    )

    def place(part: Term) -> Term | None:
        if not isinstance(part, Previous):
            return None
        return part.model_copy(update={"by": by, "order_by": order[0] if order else None})

    return statement.model_copy(update={"rule": rewrite(statement.rule, place)})


# Up and down -----------------------------------------------------------------------------------

phrase.words(
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
    "(previous|preceding) _row 's <cell>",
    "<cell> (of|in) the (previous|preceding) _row",
    "<cell> (of|in) the _row (before|above)",
)
def previous_cell(cell: Value) -> Value | None:
    """The previous balance."""
    return Previous(of=cell) if isinstance(cell, Cell) else None


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


# Changes -----------------------------------------------------------------------------------------

phrase.words(
    "_before",
    "from | compared with | compared to | against | versus | relative to | over | than in",
)


@phrase(
    "rowref",
    "_before [the] (previous|preceding) <noun>",
    "_before [the] <noun> (before|above)",
    "from one <noun> to the next",
    "between (consecutive|successive) <noun>",
)
def rowref(noun: RowSet) -> bool | None:
    """Compared with the row before."""
    return True if noun.where is None else None


phrase("rowref", "_rowwise", "from <noun> to <noun>")(lambda *_: True)
phrase("signed_ref", "<rowref> \\( new minus old \\)")(lambda *_: True)


@phrase("change", "<count_bound>")
def change(bound: Predicate) -> tuple[Predicate, bool]:
    """At most 5."""
    return (bound, False)


@phrase("change", "<share_bound>")
def relative_change(bound: Predicate) -> tuple[Predicate, bool]:
    """At most 10% of the value before."""
    return (bound, True)


_MOVES = {
    "either": ("change", "changes|changed", "differ|vary|jump|move"),
    "up": ("rise", "rises|rose|increased|increases|grew|grows", "increase|grow|go up|climb"),
    "down": (
        "fall",
        "falls|fell|decreased|decreases|dropped|drops",
        "decrease|drop|go down|shrink",
    ),
}
for _move, (_word, _past, _more) in _MOVES.items():
    phrase("move", _word, f"({_more})")(lambda move=_move: move)
    phrase("moved", f"({_past})")(lambda move=_move: move)


def _moved(cell: Value, move: str, told: tuple[Predicate, bool]) -> Predicate | None:
    if not isinstance(cell, Cell):
        return None
    before = Previous(of=cell)
    bound, is_relative = told
    if is_relative:
        bound = rewrite(bound, lambda part: _of_size(part, before))
    return about(bound, _difference(cell, before, move))


def _difference(cell: Value, before: Value, move: str) -> Value:
    left, right = (before, cell) if move == "down" else (cell, before)
    apart = Arithmetic(sign="-", left=left, right=right)
    return Apply(function=Function.ABSOLUTE, of=apart) if move == "either" else apart


def _of_size(part: Term, before: Value) -> Term | None:
    if not isinstance(part, Compare) or not isinstance(part.right, Constant):
        return None
    size = Apply(function=Function.ABSOLUTE, of=before)
    return part.model_copy(update={"right": Arithmetic(sign="*", left=part.right, right=size)})


@phrase(
    "stmt",
    "<cell> _must [only] <move> by <change> <rowref>",
    "<rowref> [,] <cell> _must <move> by <change>",
)
def must_change(*parts: Any) -> Statement | None:
    """The level must change by at most 5 from row to row."""
    cell, move, told = (part for part in parts if part is not True)
    found = _moved(cell, move, told)
    return None if found is None else rule(found, subject=cell)


@phrase("stmt", "<cell> (may|can) [only] <move> by <change> <rowref>")
def may_change(cell: Value, move: str, told: tuple[Predicate, bool], _: object) -> Statement | None:
    """The level may rise by at most 5 from row to row."""
    is_upper = getattr(told[0], "sign", "") in ("<", "<=")
    return must_change(cell, move, told) if is_upper else None


@phrase("stmt", "<cell> _must_not <move> by <change> <rowref>")
def must_not_change(
    cell: Value, move: str, told: tuple[Predicate, bool], _: object
) -> Statement | None:
    """The level must not change by more than 5 from row to row."""
    found = _moved(cell, move, told)
    return None if found is None else rule(not_(found), subject=cell)


@phrase("clause", "<cell> <moved> by <change> <rowref>")
def changed(cell: Value, move: str, told: tuple[Predicate, bool], _: object) -> Predicate | None:
    """The level changed by more than 5 compared with the row before."""
    return _moved(cell, move, told)


@phrase("clause", "<cell> <moved> by <change> or by <change> <signed_ref>")
@phrase("clause", "<cell> <moved> by <change> <signed_ref>")
def changed_signed(cell: Value, move: str, *told: Any) -> Predicate | None:
    """Changed by less than 1 or by more than 5 (new minus old)."""
    if move != "either":
        return None
    found = [_moved(cell, "up", part) for part in told if isinstance(part, tuple)]
    return any_of(*(part for part in found if part is not None))


@phrase("clause", "<cell> <moved> by <change> or by <change> <rowref>")
def changed_either(cell: Value, move: str, *told: Any) -> Predicate | None:
    """Changed by less than 1 or by more than 5 compared with the row before."""
    found = [_moved(cell, move, part) for part in told if isinstance(part, tuple)]
    return any_of(*(part for part in found if part is not None))


@phrase(
    "remark",
    "[the] first _row (has|have) nothing to compare with",
    "[the] first _row (is|are) (fine|exempt|skipped|ignored|not checked|ok)",
    "(ignoring|except|except for|skipping) the first _row",
)
def first_is_fine() -> Modifier:
    """The first row has none before it, so it is not judged."""
    return Modifier(kind="empty-fine")
