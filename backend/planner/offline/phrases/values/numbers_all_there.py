"""Phrases for numbers that must all come up: each of the numbers 1 to 6 must have been rolled."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.values.sets_occur import every_number
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.metric_group_values import every_one
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import IT, Phrases, Statement, one_of

phrase = Phrases()
Options = tuple[Constant, ...]

# The numbers ----------------------------------------------------------------------------------

phrase.words("_up_to_number", "to | through | up to | thru | till | - | –")


@phrase(
    "every_such",
    "(each|all|every one) of [_numbers_such|_number_such] [from] <number> _up_to_number <number>",
    "all [_numbers_such|integers|whole numbers] [from] <number> _up_to_number <number>",
    cost=0.02,
)
def each_of_numbers(first: Constant, last: Constant) -> Options | None:
    """Each of the numbers 1 to 6."""
    return every_number(first, last)


@phrase(
    "adj",
    "one of the (_numbers_such|numbers|integers|whole numbers|values) [from] <number> _up_to_number <number>",
    cost=0.02,
)
def one_of_numbers(first: Constant, last: Constant) -> Predicate | None:
    """One of the numbers 1 to 5."""
    options = every_number(first, last)
    return None if options is None else one_of(IT, options)


# Come up, in a column told before or behind ----------------------------------------------------

_DONE = "(_must_be_seen|_must have been <event>|_must [all|each] be <event>|(was|were) <event>)"


@phrase("stmt", rf"<every_told> {_DONE} [_seen_once] \( [in|as|column] <cell> \)", cost=0.06)
@phrase("stmt", "<every_told> _must have been <event> [_seen_once] [_seen_in <cell>]", cost=0.06)
@phrase("stmt", f"<cell> [:|,|-] <every_told> {_DONE} [_seen_once]", cost=0.08)
def each_comes_up(*parts: Any) -> Statement | None:
    """Each of the numbers 1 to 6 must have been rolled at least once (face)."""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    wanted = next(part for part in parts if isinstance(part, tuple))
    table = next((part for part in parts if isinstance(part, str)), "")
    if of is None or (table and of.table and table != of.table):
        return None
    own = of.model_copy(update={"table": table or of.table})
    return statement(every_one(own, wanted), (), own.table)


@phrase(
    "stmt",
    "(each|all|every one) of [the] <cell> [values] <every_value> _must have been <event> [_seen_once]",
    "(each|all|every one) of [the] <cell> [values] <every_value> (was|were) <event> [_seen_once]",
    cost=0.06,
)
def each_of_these_comes_up(of: Cell, wanted: Options, table: str) -> Statement | None:
    """Every one of the colours red and green must have been drawn."""
    return each_comes_up(of, wanted, table) if len(set(wanted)) > 1 else None


@phrase(
    "stmt",
    f"(each|all|every one) of [the] <cell> <number> _up_to_number <number> {_DONE} [_seen_once]",
    f"_each <cell> (from|between) <number> (to|and|through) <number> {_DONE} [_seen_once]",
    cost=0.06,
)
def each_value_comes_up(
    of: Value, first: Constant, last: Constant, *table: Any
) -> Statement | None:
    """Each of the balls 1 to 6 must have been drawn at least once."""
    wanted = every_number(first, last)
    tables = [part for part in table if isinstance(part, str)]
    return None if wanted is None else each_comes_up(of, wanted, *tables)
