"""Phrases for cells of which none is there, and for columns that hold no number below zero."""

from __future__ import annotations

from backend.rules.language.terms import Compare, Constant, Missing, Predicate, Reads, Value
from backend.rules.phrasing import IT, Phrases, all_of, compare, not_, number

phrase = Phrases()

phrase.words(
    "_was_taken_down",
    "(is|was|are|were|has been|have been|had been) (measured|recorded|known|given|filled|filled in|entered|reported|"
    "stated|noted|present|available|set|taken|collected|observed|determined)",
)


@phrase("clause", "neither <cell> nor <cell> _was_taken_down", cost=0.02)
@phrase("clause", "(both|all of) <cell> and <cell> were not _taken_down", cost=0.05)
def neither_there(one: Value, other: Value) -> Predicate:
    """Neither the wind nor the rain was measured."""
    return all_of(Missing(of=one), Missing(of=other))


phrase.words(
    "_shown_in_cells_as",
    "shown (as|by|with) | written [as|with] | marked (as|with|by) | given as | coded (as|with) | entered as | recorded as | "
    "stored as | noted as | i.e. | represented (by|as) | indicated by | denoted by | a",
)


@phrase(
    "adj",
    r"(unknown|missing|unrecorded|not known|not recorded|not given) \( [_shown_in_cells_as] [a|an|the] <sign_mark> \)",
    r"(unknown|missing|unrecorded|not known|not recorded|not given) \( [_shown_in_cells_as] (<text>|<number>|<bare>) \)",
    "(unknown|missing|unrecorded|not known|not recorded|not given) [,] _shown_in_cells_as [a|an|the] <sign_mark>",
    cost=0.02,
)
def unknown_shown(mark: object) -> Predicate:
    """Unknown (shown as a question mark)."""
    told = mark if isinstance(mark, Constant) else Constant(value=str(mark), reads=Reads.TEXT)
    return compare(IT, "==", told)


phrase.words("_taken_down", "measured | recorded | filled | filled in | entered | reported | given")
phrase.words("_numbers_in_it", "values | numbers | entries | amounts | figures | readings")


@phrase("verb", "(has|have|contain|contains|hold|holds|show|shows) no negative _numbers_in_it")
@phrase("verb", "(has|have|contain|contains|hold|holds|show|shows) no negatives")
def none_negative() -> Predicate:
    """Has no negative values."""
    return compare(IT, ">=", number(0))


@phrase(
    "verb",
    "(has|have|contain|contains|hold|holds|show|shows) no _numbers_in_it [that are|that lie|which are|lying] <adj>",
    cost=0.1,
)
def none_so(told: Predicate) -> Predicate | None:
    """Has no values above 100."""
    return not_(told) if isinstance(told, Compare) and told.left == IT else None


@phrase("verb", "(has|have|contain|contains|hold|holds|show|shows) no zeros")
@phrase("verb", "(has|have|contain|contains|hold|holds|show|shows) no zero _numbers_in_it")
def none_zero() -> Predicate:
    """Has no zeros."""
    return compare(IT, "!=", number(0))
