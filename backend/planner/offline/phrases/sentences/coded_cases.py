"""Phrases for a value by conditions on another column: coded 0 if it falls in 2021 and 1 if in 2022."""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, It, Predicate, Unless
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    Phrases,
    Statement,
    about,
    all_of,
    any_of,
    compare,
)

phrase = Phrases()


class Coded(NamedTuple):
    """A value, and when it stands there."""

    value: Constant
    when: Predicate | None


phrase.words("_coded_if", "if | when | where | whenever | as long as | for rows where")
phrase.words(
    "_is_coded",
    "(is|are|_must be|_must always be|_must have been) (coded|set|given|recorded|entered|stored|noted|marked|written|encoded) "
    "[as|to|with|by]",
)
phrase.words("_and_coded", ", | [,] and | ; | ; and | , but | [,] but")


@phrase("coded_case", "[as|to] <option> [,] _coded_if <clauses>")
def coded_case(value: Constant, when: Predicate) -> Coded:
    """0 if opened_on falls in 2021."""
    return Coded(value, when)


@phrase("coded_again", "[as|to] <option> [,] _coded_if (it|that|this) <vp>")
@phrase("coded_again", "[as|to] <option> [,] _coded_if (in|on|from|after|before) <adj>", cost=0.05)
def coded_again(value: Constant, when: Predicate) -> Coded:
    """1 if it falls in 2022."""
    return Coded(value, when)


@phrase("coded_else", "[as|to] <option> (otherwise|else|in all other cases|for all others)")
@phrase("coded_else", "(otherwise|else) [as|to] <option>")
def coded_else(value: Constant) -> Coded:
    """And 2 otherwise."""
    return Coded(value, None)


@phrase("coded_cases", "<coded_case> _and_coded (<coded_case>|<coded_again>|<coded_else>)")
@phrase("coded_cases", "<coded_cases> _and_coded (<coded_case>|<coded_again>|<coded_else>)")
def coded_cases(*parts: object) -> tuple[Coded, ...] | None:
    """Of one column, another value each time."""
    told = [each for part in parts for each in ((part,) if isinstance(part, Coded) else part)]  # type: ignore[attr-defined]
    values = {each.value.value for each in told}
    is_last = all(each.when is not None for each in told[:-1])
    return tuple(told) if is_last and len(values) == len(told) else None


@phrase("stmt", "<cell> _is_coded <coded_cases>", cost=0.02)
@phrase("stmt", "<cell> (is|_must be|_must equal) <coded_cases>", cost=0.3)
def coded(of: Cell, cases: tuple[Coded, ...]) -> Statement | None:
    """The year is coded 0 if the day falls in 2021 and 1 if it falls in 2022."""
    asked = _column_asked(cases)
    opens = any(each.when is not None and _is_open(each.when) for each in cases)
    if (opens and (asked is None or asked == of)) or _are_of_several(cases):
        return None
    told = []
    before: list[Predicate] = []
    for each in cases:
        same = compare(of, "==", each.value)
        if each.when is None:
            told.append(any_of(*before, same))
            continue
        when = about(each.when, asked) if asked is not None else each.when
        before.append(when)
        told.append(any_of(Unless(part=when), same))
    return rule(all_of(*told), subject=of)


def _column_asked(cases: tuple[Coded, ...]) -> Cell | None:
    """The one column that the first condition is about."""
    first = cases[0].when
    assert first is not None
    found = {part for part in walk(first) if isinstance(part, Cell)}
    return found.pop() if len(found) == 1 else None


def _are_of_several(cases: tuple[Coded, ...]) -> bool:
    """Conditions on columns of their own may be true at once, and which one counts is not told."""
    told = [each.when for each in cases if each.when is not None]
    cells = [frozenset(p for p in walk(when) if isinstance(p, Cell | It)) for when in told]
    return len({each for each in cells if not any(isinstance(p, It) for p in each)}) > 1


def _is_open(told: Predicate) -> bool:
    return any(isinstance(part, It) for part in walk(told))
