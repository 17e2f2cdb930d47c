"""Phrases for grades: A for a total of 240 or more, B from 190 to 239, and C below 190."""

from __future__ import annotations

from typing import Any

from backend.contracts.contract import Contract
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Predicate, Unless
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    about,
    all_of,
    any_of,
    compare,
)

phrase = Phrases()

phrase.words("_graded_for", "for | with | at | if | when | where")
phrase.words(
    "_graded_by",
    "follows from | depends on | depends only on | is derived from | derives from | is set by | is determined by | "
    "results from | goes by | is given by | must follow from | is based on | comes from",
)
phrase.words(
    "_graded_unit", "points | point | percent | % | marks | or more | or above | up | upwards | on"
)
phrase.words("_and_graded", ", | [,] and | ; | ; and | , otherwise | , else")


class Graded(Contract):
    """One value of the column that is graded, and for which numbers it stands."""

    value: Constant
    told: Predicate | None = None
    """What the number is; nothing where it is from ``least`` on, or all that is below."""
    least: Constant | None = None
    of: Cell | None = None


@phrase("grade_value", "<text>", "<bare>")
def grade_value(value: Constant) -> Constant:
    """A grade."""
    return value


@phrase(
    "graded", "<grade_value> [_graded_for] <adj>", "<grade_value> [_graded_for] <cell> _be <adj>"
)
@phrase("graded", "<grade_value> _graded_for [a|an|any] <cell> [of] <adj>")
def graded(value: Constant, *told: Any) -> Graded | None:
    """B for 190 up to 239."""
    of = next((part for part in told if isinstance(part, Cell)), None)
    is_bound = not any(
        isinstance(part, Constant) and part.reads != "number" for part in walk(told[-1])
    )
    return Graded(value=value, told=told[-1], of=of) if is_bound else None


@phrase("graded", "<grade_value> from <number> [_graded_unit|<unit>|<cell>] [on]", cost=0.02)
@phrase("graded", "<grade_value> from [a|an] <cell> of <number> [_graded_unit]", cost=0.02)
def graded_from(value: Constant, *told: Any) -> Graded:
    """B from 65: up to where the grade above begins."""
    of = next((part for part in told if isinstance(part, Cell)), None)
    (least,) = (part for part in told if isinstance(part, Constant))
    return Graded(value=value, least=least, of=of)


@phrase("graded_rest", "<grade_value> (below|under|beneath) (that|it|this)")
@phrase("graded_rest", "<grade_value> (for|in) (all|everything) (below|under|else|the rest)")
@phrase("graded_rest", "<grade_value> otherwise", "<grade_value> for anything (below|else|lower)")
def graded_rest(value: Constant) -> Graded:
    """D below that."""
    return Graded(value=value)


@phrase("all_graded", "<graded> _and_graded <graded>", "<graded> _and_graded <graded_rest>")
def two_grades(*found: Graded) -> tuple[Graded, ...]:
    """Two grades."""
    return found


@phrase("all_graded", "<graded> _and_graded <all_graded>")
def more_grades(first: Graded, rest: tuple[Graded, ...]) -> tuple[Graded, ...]:
    """Several grades."""
    return (first, *rest)


@phrase("stmt", "<cell> (_be|_must be|:) <all_graded>", cost=0.0)
def grades(of: Cell, found: tuple[Graded, ...]) -> Statement | None:
    """The grade is A for a total of 240 or more, B for 190 up to 239, and C below 190."""
    by = {each.of for each in found if each.of is not None}
    return graded_by(of, next(iter(by)), found) if len(by) == 1 else None


@phrase("stmt", "<cell> _graded_by <cell> (:|,) <all_graded>", cost=0.0)
def graded_by(of: Cell, by: Cell, found: tuple[Graded, ...]) -> Statement | None:
    """The grade follows from the mark: A from 80, B from 65 and D below that."""
    if of == by or len({each.value.value for each in found}) < len(found):
        return None
    if any(each.of not in (None, by) for each in found):
        return None
    parts: list[Predicate] = []
    above: Constant | None = None
    for each in found:
        condition = _condition(each, above)
        if condition is None:
            return None
        above = each.least or above
        same = compare(of, "==", each.value)
        parts.append(any_of(Unless(part=about(condition, by)), same))
    if above is not None and any(each.told is not None for each in found[:-1]):
        return None
    return rule(all_of(*parts), subject=of)


def _condition(each: Graded, above: Constant | None) -> Predicate | None:
    """For which numbers a grade stands; ``above`` is where the one before it begins."""
    if each.told is not None:
        return each.told
    below = None if above is None else compare(IT, "<", above)
    if each.least is None:
        return below
    if above is not None and not _is_less(each.least, above):
        return None
    least = compare(IT, ">=", each.least)
    return least if below is None else all_of(least, below)


def _is_less(low: Constant, high: Constant) -> bool:
    return float(low.value) < float(high.value)
