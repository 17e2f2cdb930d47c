"""Phrases for how a column runs from row to row: up, down, in steps, and whether ties count."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.order import monotone
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Not,
    Predicate,
    Previous,
    Value,
)
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare, not_

phrase = Phrases()

phrase.words(
    "_ties",
    "ties | equal values | equal neighbours | repeats | equal consecutive values | equal ones | "
    "duplicates | repeated values | (equal|the same|identical) values (in a row|one after another|one after the other|"
    "next to each other|side by side|in neighbouring rows) | the same value (twice|twice in a row|again|more than once) | "
    "two equal values in a row | a repeated value | an equal value | staying equal | staying the same | no change | _staying | "
    "[the] (same|equal|identical) (value|number|figure|amount|reading|entry|count|price|level|score) (twice|two times|again|"
    "more than once|as before|as in the row before|as in the row above) [in a row|running|in succession] | "
    "two (equal|identical) (values|numbers|figures|amounts|readings|entries|counts|prices|levels|scores) "
    "(in a row|running|in succession|one after the other|next to each other)",
)
phrase.words(
    "_are_ok",
    "[are] allowed | [are] fine | [are] ok | [are] okay | [are] permitted | [are] acceptable | do not "
    "matter | count as fine | are no problem",
)
phrase.words(
    "_are_not_ok",
    "[are] not allowed | [are] wrong | are errors | fail | are not fine | [are] not permitted | are "
    "violations | count as wrong | (is|are) not enough | _are_wrong [_as_well] | (is|are) not (right|good|ok|okay|correct) [either]",
)


# From one row to the next ---------------------------------------------------------------------


@phrase(
    "steps", "_rowwise", "with (each|every) (new|further|next) _row", "down the (column|table|list)"
)
@phrase("steps", "in the order (of the rows|given|of the file)", "in (row|table) order")
def steps() -> bool:
    """From row to row."""
    return True


@phrase(
    "steps", "from [one] <noun> to (next|<noun>)", "from [one|each|every] <noun> to the next [one]"
)
@phrase("steps", "with (each|every) [new|further] <noun>", "(each|every) <noun>")
def steps_of(*rows: RowSet) -> bool | None:
    """From one hour to the next: from row to row."""
    is_plain = all(isinstance(found, RowSet) and found.where is None for found in rows)
    return True if is_plain else None


for _words, _sign in (
    ("increases|rises|grows|goes up|climbs|increase|rise|grow|go up", ">"),
    (
        "(increases|rises|grows|goes up|climbs) or stays (equal|the same|constant|as it is)",
        ">=",
    ),
    ("(decreases|falls|shrinks|goes down|drops) or stays (equal|the same|constant|as it is)", "<="),
    ("decreases|falls|shrinks|goes down|decrease|fall|shrink|go down", "<"),
    (
        "never (decreases|falls|drops|goes down|shrinks|decrease|fall|drop|go down|goes (back|backwards)|go (back|backwards))",
        ">=",
    ),
    ("never (increases|rises|grows|goes up|climbs|increase|rise|grow|go up)", "<="),
    ("(does|do) not (decrease|fall|drop|go down|shrink|go back)", ">="),
    ("(does|do) not (increase|rise|grow|go up)", "<="),
):
    phrase("trend", f"({_words}) [strictly]")(lambda sign=_sign: sign)
    phrase("trend", f"(strictly|always) ({_words})")(lambda sign=_sign: sign)
for _words, _sign in (
    ("increasing|ascending|rising|growing", ">"), ("decreasing|descending|falling", "<"),
):  # fmt: skip
    phrase(
        "order_duty",
        f"_must be [in] strictly ({_words}) [order]",
        f"_must be in strictly ({_words}) order",
        f"_must be strictly monotonically ({_words})",
        f"_must (run|go) in strictly ({_words}) order",
    )(lambda sign=_sign: sign)
    phrase(
        "order_duty",
        f"_must be (weakly|monotonically) ({_words})",
        f"_must be ({_words}) or (equal|constant|stay the same)",
        f"_must be (sorted|ordered) [in] ({_words}) [order]",
        f"_must be sorted ({_words}) order",
    )(lambda sign=f"{_sign}=": sign)
phrase("order_duty", "_must_not go (back|backwards|back in time)")(lambda: ">=")
phrase("order_duty", "_must be (sorted|ordered) from (oldest|earliest|smallest|lowest|first) to "
       "(newest|latest|largest|highest|last)")(lambda: ">=")  # fmt: skip


@phrase("stmt", "<cell> <trend> <steps>", cost=0.05)
@phrase("stmt", "<cell> <order_duty> <steps>", cost=0.06)
def runs(cell: Value, sign: str, _: object) -> Statement | None:
    """The counter increases from row to row."""
    return monotone(cell, sign)


@phrase(
    "stmt",
    r"<stmt> [,|;|.] [\(] _ties _are_ok [\)]",
    "<stmt> [,|;|.] (but|where|and) _ties _are_ok",
    r"<stmt> \( _ties _are_ok \)",
    "<stmt> or stays [the same|equal]",
    "<stmt> , staying equal is fine",
    cost=0.05,
)
def with_ties(statement: Statement) -> Statement | None:
    """… ties are allowed."""
    return _compared(statement, {">": ">=", "<": "<="})


@phrase(
    "stmt",
    r"<stmt> [,|;|.] [\(] _ties _are_not_ok [\)]",
    r"<stmt> [,|;|.] [\(] no _ties [allowed] [\)]",
    "<stmt> , without _ties",
    cost=0.05,
)
def without_ties(statement: Statement) -> Statement | None:
    """… ties are not allowed."""
    return _compared(statement, {">=": ">", "<=": "<"})


def _compared(statement: Statement, signs: dict[str, str]) -> Statement | None:
    """A comparison with the row before, with another sign."""
    told = statement.rule
    must = told.must if isinstance(told, BrokenRows) else None
    atom = must.part if isinstance(must, Not) else must
    if not isinstance(atom, Compare) or not isinstance(atom.right, Previous):
        return None
    if isinstance(must, Not):
        signs = {_DENIED[old]: _DENIED[new] for old, new in signs.items()}
    wide = atom.model_copy(update={"sign": signs.get(atom.sign, atom.sign)})
    fresh = told.model_copy(update={"must": not_(wide) if isinstance(must, Not) else wide})
    return statement.model_copy(update={"rule": fresh})


_DENIED = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


# Steps ----------------------------------------------------------------------------------------


def _stepped(cell: Value, size: Constant, direction: int = 1) -> Statement | None:
    if not isinstance(cell, Cell) or not isinstance(size.value, int | float) or size.value <= 0:
        return None
    sign = "+" if direction > 0 else "-"
    wanted = Arithmetic.model_validate({"sign": sign, "left": Previous(of=cell), "right": size})
    return rule(compare(cell, "==", wanted), subject=cell)


for _verbs, _direction in (
    (
        "increases|increase|rises|rise|grows|grow|goes up|go up|advances|advance|counts up|count up",
        1,
    ),
    ("decreases|decrease|falls|fall|goes down|go down|counts down|count down", -1),
):
    phrase(
        "stmt",
        f"<cell> ({_verbs}) [always] in steps of [exactly] <number> [<steps>]",
        f"<cell> _must ({_verbs}) [always] in steps of [exactly] <number> [<steps>]",
        cost=0.05,
    )(lambda cell, size, *_, direction=_direction: _stepped(cell, size, direction))


@phrase(
    "stmt",
    "_each [_row 's] <cell> _must be [exactly] <number> (more|higher|greater|larger) than (previous one|one before|row before|previous row|preceding one)",
    "[_each] <cell> _must be [exactly] <number> (more|higher|greater|larger) than [in|on] (previous _row|_row before|_row above)",
    "(difference|step|distance) between (consecutive|successive|neighbouring) <cell> [values] (is|must be|should be) [always|exactly] <number>",
    "consecutive <cell> [values] _must be [exactly] <number> apart",
    cost=0.05,
)
def steps_apart(*parts: Any) -> Statement | None:
    """Consecutive values must be exactly 2 apart: each is so much above the one before."""
    cell = next(part for part in parts if isinstance(part, Cell))
    size = next(part for part in parts if isinstance(part, Constant))
    return _stepped(cell, size)


# Changes of a counted thing -------------------------------------------------------------------

for _head, _sign in (("_gt", ">"), ("_le", "<="), ("_lt", "<"), ("_ge", ">=")):

    @phrase("change", f"{_head} <number> (degree|degrees|point|points|unit|units)", cost=0.05)
    def counted_change(size: Constant, sign: str = _sign) -> tuple[Predicate, bool]:
        """By more than 10 degrees: whatever the column counts."""
        return (compare(IT, sign, size), False)


phrase("rowref", "<steps>", cost=0.05)(lambda _: True)
phrase("move", "(deviate|swing|shift|be different|step)")(lambda: "either")


@phrase("stmt", "<rowref> [,] <cell> _must_not <move> by <change>")
def must_not_change_first(_: object, cell: Value, move: str, told: Any) -> Statement | None:
    """From one row to the next, the level must not change by more than 5."""
    from backend.planner.offline.phrases.order.changes import _moved

    found = _moved(cell, move, told)
    return None if found is None else rule(not_(found), subject=cell)


@phrase("stmt", "<cell> <trend> <sorted>", "<sorted> [,] <cell> <trend>", cost=0.05)
def runs_in_order(*parts: Any) -> Statement | None:
    """Dates never go backwards as the number grows."""
    from backend.planner.offline.phrases.order.order import framed

    cell = next(part for part in parts if isinstance(part, Cell))
    sign = next(part for part in parts if isinstance(part, str))
    frame = next(part for part in parts if isinstance(part, tuple) and not isinstance(part, Cell))
    statement = monotone(cell, sign)
    return None if statement is None else framed(statement, frame)
