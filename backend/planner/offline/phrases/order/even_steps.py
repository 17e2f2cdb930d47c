"""Phrases for numbers that go up or down by the same step from row to row, and what breaks that."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.changes import row_change
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Constant, Previous, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.words(
    "_steps_up",
    "go up | goes up | rise | rises | increase | increases | grow | grows | climb | climbs | count up | counts up | "
    "move up | moves up | advance | advances | step up | steps up",
)
phrase.words(
    "_steps_down",
    "go down | goes down | fall | falls | decrease | decreases | drop | drops | sink | sinks | shrink | shrinks | "
    "count down | counts down | move down | moves down",
)
phrase.words("_by_just", "by (exactly|precisely|always|just|always exactly) | always by")
phrase.words(
    "_at_each_row",
    "_rowwise | from row to row | from one _row to the next [_row] | (each|every) time | with (each|every) [new|further|next] _row | "
    "(at|in|on) (each|every) [new|further|next] _row | row by row | per row | from each _row to the next",
)

# The step ---------------------------------------------------------------------------------------


def _step(of: Value, step: Constant, move: str) -> Statement | None:
    """Each value is so much more, or less, than that of the row before."""
    is_size = isinstance(step.value, int | float) and step.value > 0 and not step.unit
    if not isinstance(of, Cell) or not is_size:
        return None
    return rule(row_change(of, move, (compare(IT, "==", step), False)), subject=of)


for _head, _move in (("_steps_up", "up"), ("_steps_down", "down")):

    @phrase(
        "stmt",
        f"<cell> [values|numbers] [_must] [always] {_head} _by_just <number> [_at_each_row]",
        f"<cell> [values|numbers] [_must] [always] {_head} by <number> _at_each_row",
        f"_at_each_row [,] <cell> [_must] [always] {_head} (by|_by_just) <number>",
        cost=0.05,
    )
    def goes_in_steps(of: Value, step: Constant, move: str = _move) -> Statement | None:
        """The counter goes up by exactly 10 from row to row; by 1, it is a running number."""
        return None if step.value == 1 else _step(of, step, move)


# What breaks it ---------------------------------------------------------------------------------

phrase.words(
    "_a_step",
    "step | difference | distance | increase | increment | jump | change | interval | decrease | rise",
)
phrase.words(
    "_another_one",
    "a different one | different | another [one] | not that | any other | something else | other than that | wrong | "
    "not right | not the right one | not so | of another size | larger or smaller | smaller or larger | bigger or smaller",
)


@phrase(
    "hint",
    "<hint> _stop _do_flag [_all_the] <noun> (where|in which|at which|for which|on which|whose) [the|its|their|this] _a_step (is|was) _another_one [.]",
    "<hint> _stop _do_flag [_all_the] <noun> (with|of) (another|a different|any other|the wrong) _a_step [.]",
    "<hint> _stop any other _a_step (is|would be) _wrong [.]",
    cost=0.05,
)
def another_step(told: Statement, *rows: Any) -> Statement | None:
    """Flag the row where the step is a different one: which is what the rule flags."""
    if any(isinstance(found, RowSet) and found.where is not None for found in rows):
        return None
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    if not isinstance(must, Compare) or must.sign != "==":
        return None
    return told if any(isinstance(part, Previous) for part in walk(must)) else None
