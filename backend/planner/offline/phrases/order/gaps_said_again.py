"""Phrases for numbers without a gap, said once more or in full: every whole number in between occurs."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.phrasing import Phrases, Statement
from backend.rules.sequence_gaps import SequenceGaps
from backend.rules.sequence_phrases import between_ends, by_one, complete

phrase = Phrases()

phrase.words(
    "_between_the_ends",
    "(between|from) [the|its] (lowest|smallest|first|least|minimum) [one|number|value] (and|to|up to|through) [the|its] "
    "(highest|largest|last|greatest|biggest|maximum) [one|number|value] | in between | in the range | in that range | "
    "between them | between these two | between the two",
)
phrase.words(
    "_all_the_numbers",
    "(each|every|all|all the|any|every single) [whole|integer] (number|numbers|value|values|integer|integers) | all of them | each of them | all",
)
phrase.words(
    "_is_all_there",
    "(occur|occurs|appear|appears|turn up|turns up|come up|comes up|exist|exists|is there|are there|is present|are "
    "present|is used|are used|_must be there|_must be present|_must be used|_must occur|_must appear|_must exist|_must "
    "turn up|_must be found|has to be there|have to be there|is in the list|are in the list) [at least once|once or more]",
)

# In full ------------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "_all_the_numbers (between|from) [the] (lowest|smallest|first|minimum) (and|to|up to) [the] (highest|largest|last|maximum) <cell> _is_all_there",
    "(between|from) [the] (lowest|smallest|first|minimum) (and|to|up to) [the] (highest|largest|last|maximum) <cell> [,] _all_the_numbers _is_all_there",
    "(between|from) [the] (lowest|smallest|first|minimum) (and|to|up to) [the] (highest|largest|last|maximum) <cell> [,] no [number|value] _may be (missing|skipped|left out)",
    "<cell> (contains|has|holds|uses|_must contain|_must have|_must hold|_must use) _all_the_numbers _between_the_ends [at least once]",
    cost=0.05,
)
def all_there(of: Value) -> Statement | None:
    """Every whole number between the lowest and the highest receipt number occurs at least once."""
    return between_ends(of) if isinstance(of, Cell) else None


@phrase(
    "stmt",
    "<cell> _must (run|go|count|rise|increase) [up|upwards|on|onwards] _gapless [,|and] (beginning|starting|begin|start) (with|at|from) <number>",
    cost=0.05,
)
def from_a_number(of: Value, start: Constant) -> Statement | None:
    """The ticket number must run upwards without a gap, beginning with 1."""
    return complete(of, start)


# Said once more -----------------------------------------------------------------------------------


def _of_whole_range(told: Statement) -> bool:
    return isinstance(told.rule, SequenceGaps) and told.rule.way == "between"


@phrase("hint", "<hint> _stop _all_the_numbers _between_the_ends _is_all_there [.]", cost=0.05)
@phrase("hint", "<hint> _stop _between_the_ends [,] _all_the_numbers _is_all_there [.]", cost=0.05)
@phrase(
    "hint",
    "<hint> _stop no [whole] (number|value|integer) [_between_the_ends] (is|may be|must be|can be) (missing|skipped|left out) [.]",
    cost=0.05,
)
@phrase(
    "hint",
    "<hint> _stop _between_the_ends [,] no [whole] (number|value|integer) (is|may be|must be|can be) (missing|skipped|left out) [.]",
    cost=0.05,
)
def said_of_numbers(told: Statement) -> Statement | None:
    """No gaps: every whole number between the lowest and the highest occurs at least once."""
    return told if _of_whole_range(told) else None


phrase.words("_by_one_more", "plus (one|1) | + 1 | and (one|1) more | increased by (one|1)")


@phrase(
    "hint",
    "<hint> _stop _each (number|value|one|<cell>) (is|_must be|equals|_must equal) [the] (previous|preceding|last|prior) [number|value|one|<cell>] _by_one_more [.]",
    cost=0.05,
)
@phrase(
    "hint",
    "<hint> _stop _each (number|value|one|<cell>) (is|_must be) (one|1) (more|higher|greater|larger|above) [than] [the] (previous|preceding|last|prior|one before|number before) [number|value|one|<cell>] [it] [.]",
    cost=0.05,
)
def each_one_more(told: Statement, *cells: Any) -> Statement | None:
    """Must be consecutive: each number is the previous number plus one, which is of the rows' order."""
    found = told.rule
    if (
        not isinstance(found, SequenceGaps)
        or found.by
        or any(cell.column != found.column for cell in cells)
    ):
        return None
    stepped = by_one(Cell(table=found.table, column=found.column))
    is_own = _of_whole_range(told) and stepped is not None
    return told.model_copy(update={"rule": stepped.rule}) if is_own and stepped else None
