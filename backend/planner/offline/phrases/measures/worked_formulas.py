"""Phrases for formulas that are worked out step by step: multiply A by B and take off C."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.shares_taken_off import kept_part
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.values import added
from backend.planner.offline.words import is_share
from backend.rules.language.terms import Arithmetic, Cell, Constant, Elapsed, Predicate, Value
from backend.rules.phrasing import Modifier, Phrases, Statement, Subjects, compare

phrase = Phrases()


def _made(left: Value, sign: str, right: Value) -> Value:
    return Arithmetic.model_validate({"sign": sign, "left": left, "right": right})


# Step by step ---------------------------------------------------------------------------------

phrase.words("_divide", "divide | dividing")
phrase.words(
    "_deduct",
    "take off | subtract | deduct | take away | subtracting | deducting | taking off | knock off",
)
phrase.words("_and_then", "and | , | and then | , then | , and then | then | ; then | . then")


@phrase(
    "steps_made", "multiply <term> (by|with|and) <factor>", "multiplying <term> (by|with) <factor>"
)
def multiplied(left: Value, right: Value) -> Value:
    """Multiply quantity by unit price."""
    return _made(left, "*", right)


@phrase("steps_made", "(take|start with|start from|taking|starting with) <term>", cost=0.1)
def taken(start: Value) -> Value | None:
    """Take the days times the daily price."""
    return None if isinstance(start, Constant) else start


@phrase("steps_made", "_divide <term> by <factor>")
def divided(left: Value, right: Value) -> Value:
    """Divide the points by the maximum points."""
    return _made(left, "/", right)


@phrase(
    "steps_made", "(subtract|deduct|take|subtracting|deducting|taking) <term> (from|off) <term>"
)
def taken_from(right: Value, left: Value) -> Value | None:
    """Subtract the cost price from the list price."""
    return None if isinstance(right, Cell) and is_share(right.column) else _made(left, "-", right)


@phrase("steps_made", "(add|adding) <and_cells> [together|up]", "(add|adding) up <and_cells>")
def added_up(cells: Subjects) -> Value:
    """Add net amount, tax and shipping."""
    return added(cells)


@phrase("steps_made", "(add|adding) <term> to <term>")
def added_to(right: Value, left: Value) -> Value:
    """Add the fee to the net amount."""
    return _made(left, "+", right)


@phrase("steps_made", "<steps_made> _and_then _deduct <term>")
def then_deducted(done: Value, off: Value) -> Value:
    """And take off the discount percent: of what has been worked out so far."""
    kept = kept_part(off) if isinstance(off, Cell) else None
    return _made(done, "-", off) if kept is None else _made(done, "*", kept)


@phrase("steps_made", "<steps_made> _and_then multiply [it|that|the result] (by|with) <term>")
def then_multiplied(done: Value, by: Value) -> Value:
    """Then multiply by the rate."""
    return _made(done, "*", by)


@phrase("steps_made", "<steps_made> _and_then divide [it|that|the result] by <term>")
def then_divided(done: Value, by: Value) -> Value:
    """Then divide by the list price."""
    return _made(done, "/", by)


@phrase("steps_made", "<steps_made> _and_then add <term>")
def then_added(done: Value, more: Value) -> Value:
    """And add the fee."""
    return _made(done, "+", more)


phrase.words(
    "_outcome",
    "result | the result | that | this | it | outcome | sum | product | difference | total | figure",
)
phrase.words(
    "_to_equal",
    "must be | has to be | should be | is | must equal | should equal | has to equal | equals | must match | has to "
    "match | matches | must give | should give | gives | must make | makes | must come to | yields | must yield | is to be",
)


@phrase("stmt", "<steps_made> (.|;|:|,|–|and|, and) _outcome _to_equal <operand>", cost=0.05)
@phrase("stmt", "<steps_made> [and you] [get|to get|and get] _to_equal <operand>", cost=0.05)
@phrase(
    "stmt",
    "<steps_made> (to get|and you get|and you must get|and you should get) <operand>",
    cost=0.05,
)
@phrase("stmt", "if you <steps_made> [,] you (get|must get|should get) <operand>", cost=0.05)
def worked_out(done: Value, wanted: Value) -> Statement | None:
    """Multiply quantity by price: that must be the total."""
    return None if isinstance(wanted, Constant) else rule(compare(wanted, "==", done))


# Said of a formula ----------------------------------------------------------------------------


@phrase(
    "sum",
    "<and_cells> (added together|added up|taken together|summed up|combined|put together|in total)",
    cost=0.02,
)
def all_together(cells: Subjects) -> Value:
    """Net amount, tax amount and shipping fee added together."""
    return added(cells)


@phrase(
    "sum",
    "<sum> , [and then|then|all|the whole] divided by <factor>",
    "<sum> all divided by <factor>",
)
def whole_divided(left: Value, right: Value) -> Value:
    """List price less cost price, divided by the list price: all that stands before the comma."""
    return _made(left, "/", right)


@phrase(
    "verb",
    "(make up|makes up|account for|accounts for|amount to|amounts to|run to|runs to) <adj>",
    cost=0.1,
)
def makes_up(told: Predicate) -> Predicate:
    """Makes up more than 25% of the net amount."""
    return told


@phrase("sum", "<cell> (minus|-|–|less) <cell> [,] (in|as|counted in) days", cost=0.02)
@phrase("sum", r"<cell> (minus|-|–|less) <cell> \( (in|as) days \)", cost=0.02)
def in_days(end: Value, start: Value) -> Value:
    """Planned return minus pickup date, in days."""
    return Elapsed(unit="days", start=start, end=end)


@phrase(
    "function",
    "days [that lie|that pass|passed|lying|elapsed] (between|from) <cell> (and|to|until|till) <cell>",
    cost=0.02,
)
@phrase("function", "what lies between <cell> and <cell> [in days]", cost=0.05)
def days_from(start: Value, end: Value) -> Value:
    """The days from the pickup to the planned return."""
    return Elapsed(unit="days", start=start, end=end)


@phrase("remark", r"[correct|exact|right|down] to the (cent|penny) \( <number> \)", cost=0.02)
@phrase(
    "remark",
    "(correct|exact|right|accurate|true) to <amount>",
    "to <amount> (precision|accuracy)",
    cost=0.02,
)
def to_the_cent(given: Any) -> Modifier | None:
    """To the cent (0.01)."""
    return Modifier(kind="tolerance", values=(given,)) if isinstance(given, Constant) else None
