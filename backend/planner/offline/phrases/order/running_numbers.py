"""Phrases for numbers that run on without a gap, and for columns that rise together."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.order import monotone
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Previous, Value
from backend.rules.phrasing import Phrases, Statement, compare
from backend.rules.sequence_phrases import between_ends, complete_group

phrase = Phrases()

phrase.words(
    "_goes_up",
    "rise | rises | go up | goes up | increase | increases | grow | grows | climb | climbs",
)
phrase.words(
    "_goes_down",
    "fall | falls | go down | goes down | decrease | decreases | sink | sinks | shrink | shrinks | drop | drops",
)
phrase.words(
    "_stays_put",
    "(stay|stays|remain|remains) (as (they are|it is)|the same|equal|level|put|unchanged)",
)
phrase.words("_unbroken_run", "(unbroken|gapless|continuous|complete) (sequence|series|run|row)")

# Without a gap ----------------------------------------------------------------------------------

phrase.widen(
    "_runs",
    "run on | runs on | continue | continues | carry on | carries on | go on | goes on | count up | counts up | "
    "go up | goes up | climb | climbs | follow each other | follow one another | must run | must continue",
)
phrase.widen(
    "_gapless",
    "without (skipping|leaving out|missing|omitting|dropping) (any|one|a number|numbers|any number|any of them) | "
    "with none (missing|left out|skipped|lost) | with no number (missing|left out|skipped) | in unbroken order | "
    "unbroken | in one unbroken (run|sequence|series) | without a break | without breaks | without a hole | "
    "with no holes | with no breaks | without jumps | without a jump | one by one | one after the other",
)
phrase.words(
    "_holes", "holes | gaps | jumps | breaks | missing numbers | hole | gap | jump | break"
)
phrase.words(
    "_left_out",
    "left out | skipped | omitted | jumped over | passed over | lost in between | dropped in between",
)


@phrase(
    "stmt",
    "there (is|are|must be|should be|may be) (no|never a) _holes in [the] [sequence|series|run|row|numbering|order] of <cell>",
    cost=0.03,
)
@phrase(
    "stmt",
    "there (is|are|must be|should be|may be) (no|never a) _holes (in|between|among) <cell> [values|numbers]",
    cost=0.03,
)
@phrase(
    "stmt",
    "(is|are) there [any|a] _holes (in|between|among) [the] [sequence of|series of] <cell> [?]",
    cost=0.03,
)
@phrase(
    "stmt",
    "_flag [any] _holes (in|between|among) [the] [sequence of|series of|numbering of] <cell>",
    cost=0.03,
)
@phrase(
    "stmt",
    "no <cell> [is|are|_may be] _left_out [in between|in the sequence|on the way]",
    cost=0.03,
)
@phrase(
    "stmt", "(is|are) any <cell> _left_out [in between|in the sequence|on the way] [?]", cost=0.03
)
@phrase(
    "stmt",
    "<cell> (never|_must_not|_do not) (skip|skips|jump|jumps|miss out|leave out) [a|any|over a] [number|value|numbers]",
    cost=0.03,
)
@phrase(
    "stmt",
    "[the] (sequence|series|run|numbering) of <cell> _must (have|contain|show) no _holes",
    cost=0.03,
)
@phrase(
    "stmt",
    "[the] (sequence|series|run|numbering) of <cell> (has|have|contains|shows) no _holes",
    cost=0.03,
)
@phrase(
    "stmt",
    "<cell> (form|forms|make|makes|be|must form|must make) [one] _unbroken_run",
    cost=0.03,
)
@phrase("stmt", "_look_over <cell> for _holes", cost=0.05)
def no_holes(column: Cell) -> Statement | None:
    """There are no holes in the sequence of invoice numbers."""
    return between_ends(column)


phrase.words(
    "_and_so_on",
    "and so on | and so forth | etc. | etc | ... | . . . | and onwards | and up | upwards",
)
phrase.words(
    "_run_from",
    "run | runs | go | goes | count | counts | read | reads | are numbered | is numbered | _be",
)
phrase.words(
    "_inside_each",
    "(within|in|inside|for|on|per|of) (each|every|one|a|any|the same|any one) | per | within",
)


@phrase(
    "stmt",
    "_inside_each <cell> [,] <cell> _run_from <number> , <number> [,] [and] <number> [,] _and_so_on [_gapless]",
    cost=0.03,
)
@phrase(
    "stmt",
    "<cell> _run_from <number> , <number> [,] [and] <number> [,] _and_so_on [_gapless] _inside_each <cell>",
    cost=0.03,
)
@phrase(
    "stmt",
    "_inside_each <cell> [,] <cell> _must (start|begin) (at|with) <number> and (be consecutive|run|count up|go on|continue|be gapless) [_gapless]",
    cost=0.03,
)
@phrase(
    "stmt",
    "_inside_each <cell> [,] <cell> (starts|start|begins|begin) (at|with) <number> and (is consecutive|are consecutive|runs|run|count up|counts up|goes on|go on|continues|continue) [_gapless]",
    cost=0.03,
)
@phrase(
    "stmt",
    "<cell> _runs from <number> [up|upwards|on|onwards] _inside_each <cell> _gapless",
    cost=0.03,
)
def counted_inside(*parts: Any) -> Statement | None:
    """In every order the line numbers go 1, 2, 3 and so on."""
    numbers = [part for part in parts if not isinstance(part, Cell)]
    cells = [part for part in parts if isinstance(part, Cell)]
    counted = [number.value for number in numbers]
    if len(cells) != 2 or not all(isinstance(value, int) for value in counted):
        return None
    if counted != list(range(counted[0], counted[0] + len(counted))):
        return None
    is_group_first = isinstance(parts[0], Cell) and isinstance(parts[1], Cell)
    group, column = cells if is_group_first else cells[::-1]
    return complete_group(group, column, numbers[0])


# In step ------------------------------------------------------------------------------------------

phrase.words(
    "_more_of_it",
    "later | higher | larger | greater | bigger | longer | older | heavier | further on",
)
phrase.words("_less_of_it", "earlier | lower | smaller | shorter | lighter | sooner")
phrase.words(
    "_or_same", "\\( or (equal|the same) \\) | or (equal|the same|just as late|just as high)"
)


for _first, _second, _sign in (
    ("_more_of_it", "_more_of_it", ">"), ("_more_of_it", "_less_of_it", "<"),
):  # fmt: skip

    @phrase("stmt", f"{_first} <cell> , {_second} <cell>", cost=0.05)
    def in_step(order: Value, of: Value, sign: Any = _sign) -> Statement | None:
        """The later the invoice number, the later the order date."""
        if not isinstance(order, Cell) or not isinstance(of, Cell) or order == of:
            return None
        return rule(compare(of, sign, Previous(of=of, order_by=order.column)), subject=of)

    @phrase("stmt", f"{_first} <cell> , {_second} _or_same <cell>", cost=0.05)
    def in_step_or_same(order: Value, of: Value, sign: Any = _sign) -> Statement | None:
        """The later the invoice number, the later (or equal) the order date."""
        return in_step(order, of, f"{sign}=")


@phrase(
    "sorted",
    "as <cell> (increase|grow|rise|go up|goes up|climb|climbs|advance|advances|count up|counts up)",
)
@phrase(
    "sorted",
    "(taken|read|listed|looked at|put|lined up|arranged) (in order of|by|in the order of|along) <cell>",
)
@phrase("sorted", "(from one|with each|with every) <cell> to the next", "in <cell> order")
@phrase(
    "sorted",
    "(when|if) (the|all) _row (is|are) (sorted|ordered|arranged|lined up|taken) (by|in order of|along) <cell>",
)
@phrase(
    "sorted",
    "(when|if) <noun> (is|are) (sorted|ordered|arranged|lined up|taken) (by|in order of|along) <cell>",
)
def in_order(*parts: Any) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """As invoice numbers rise."""
    cell = next(part for part in parts if isinstance(part, Cell))
    return (("order", (cell,)),)


for _way, _sign in (
    ("_must_not (go back|move back|jump back|run backwards|go backwards|step back|slip back|sink|come down) [in time]", ">="),
    ("(never|_do not) (decrease|fall|drop|go down|shrink|go back|goes back|move back|moves back|jump back|jumps back|go backwards|goes backwards|slip back|sink|sinks|shrinks) [in time]", ">="),
    ("[_must|can|may] only _goes_up or _stays_put", ">="),
    ("[_must|can|may] _goes_up or _stays_put", ">="),
    ("(never|_do not) (increase|rise|go up|grow)", "<="),
    ("[_must|can|may] only _goes_down or _stays_put", "<="),
):  # fmt: skip
    phrase("order_duty", _way)(lambda sign=_sign: sign)


@phrase(
    "stmt",
    "_sounded _once <cell> (goes back|go back|falls back|decreases|decrease|drops|drop) (_rowwise|<frame>)",
    cost=0.05,
)
def alarm_back(cell: Cell, *frames: Any) -> Statement | None:
    """Alert us when the reading goes back from row to row."""
    from backend.planner.offline.phrases.order.order import framed

    told = monotone(cell, ">=")
    return told if told is None or not frames else framed(told, frames[0])
