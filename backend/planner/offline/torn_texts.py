"""Values and forms beside each other that no text can meet: the parts of one text, torn apart."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from typing import NamedTuple

from backend.planner.offline.resolve import Misfit
from backend.rules.language.terms import (
    All,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    OneOf,
    Predicate,
    Value,
)
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def refuse_values_never_met(rule: Rule) -> None:
    """Pass a rule in which every value that is allowed can be met, and nothing is its own part.

    Raises:
        Misfit: "35 or 36 and three digits" is not a 35 that has three digits.
    """
    for part in walk(rule):
        if isinstance(part, All):
            _refuse_dead_values(part)
            _refuse_forms_at_odds(part)
        if isinstance(part, Compare) and part.sign == "==":
            mine, other = part.left, part.right
            if _is_part_of(mine, other) or _is_part_of(other, mine):
                raise Misfit("nothing equals a part of itself: say what is held against what")


class _Allowed(NamedTuple):
    values: tuple[str, ...]
    forms: tuple[str, ...]

    def has(self, value: str) -> bool:
        return value in self.values or any(re.fullmatch(form, value) for form in self.forms)


def _refuse_dead_values(both: All) -> None:
    told: dict[Value, list[_Allowed]] = {}
    for part in both.parts:
        of = subject(part)
        allowed = None if of is None else _allowed(part, of)
        if of is not None and allowed is not None:
            told.setdefault(of, []).append(allowed)
    for parts in told.values():
        if not any(each.forms for each in parts):
            _refuse_disjoint(parts)
            continue
        for each in parts:
            for value in each.values:
                if not all(other.has(value) for other in parts):
                    raise Misfit(
                        f"{value!r} can never be what stands beside it: say how the parts make "
                        "one text"
                    )


def _refuse_forms_at_odds(both: All) -> None:
    """Two capitals, and four digits or nothing: no text is both."""
    alone = [part for part in both.parts if isinstance(part, Matches)]
    others = [part.parts for part in both.parts if isinstance(part, AnyOf)]
    for form in alone:
        for other in (each for parts in others for each in parts):
            if not isinstance(other, Matches) or other.of != form.of:
                continue
            if _never_meet(form, other):
                raise Misfit("no text has both forms: say how the parts make one text")


def _never_meet(form: Matches, other: Matches) -> bool:
    """Whether two plain rows of signs differ in length, or in what may stand first."""
    lengths = (_length_of(form), _length_of(other))
    if None in lengths:
        return False
    firsts = [found[1] for each in (form, other) if (found := _SIGN_OF.match(each.text))]
    shared = (
        sign for sign in string.printable if all(re.fullmatch(first, sign) for first in firsts)
    )
    return lengths[0] != lengths[1] or not any(shared)


_SIGN_OF = re.compile(r"(\[[^\]]*\]|\\.|[^\\()\[\]|*+?{}.])(?:\{(\d+)\})?")


def _length_of(form: Matches) -> int | None:
    """How many signs the form has, where it is a plain row of them."""
    found = [*_SIGN_OF.finditer(form.text)]
    if form.how != How.PATTERN or "".join(each[0] for each in found) != form.text:
        return None
    return sum(int(each[2] or 1) for each in found)


def _refuse_disjoint(parts: Sequence[_Allowed]) -> None:
    """PK01, or PK and a two."""
    if not set.intersection(*({*each.values} for each in parts)):
        raise Misfit("no value is all of what is asked of it: say how the parts make one text")


def subject(told: Predicate) -> Value | None:
    """What is held against values or a form."""
    if isinstance(told, Compare):
        return told.left
    if isinstance(told, OneOf | Matches):
        return told.of
    return subject(told.parts[0]) if isinstance(told, AnyOf) else None


def _allowed(told: Predicate, of: Value) -> _Allowed | None:
    """The texts that a cell may hold, as far as they are listed or their form is told."""
    if isinstance(told, AnyOf):
        parts = [_allowed(part, of) for part in told.parts]
        found = [part for part in parts if part is not None]
        if len(found) < len(parts):
            return None
        return _Allowed(
            tuple(value for part in found for value in part.values),
            tuple(form for part in found for form in part.forms),
        )
    if isinstance(told, Matches) and told.of == of and told.how == How.PATTERN:
        return _Allowed((), (told.text,))
    if isinstance(told, Compare | OneOf) and subject(told) == of:
        values = values_of(told)
        plain = values and not told.ignore_case
        return _Allowed(tuple(map(_written, values)), ()) if plain else None
    return None


def values_of(told: Compare | OneOf) -> list[object]:
    """What it must equal; nothing, unless all of it are plain values."""
    if isinstance(told, Compare) and told.sign != "==":
        return []
    options = told.options if isinstance(told, OneOf) else (told.right,)
    found: list[object] = [each.value for each in options if isinstance(each, Constant)]
    return found if len(found) == len(options) else []


def _written(value: object) -> str:
    whole = isinstance(value, float) and value.is_integer()
    return f"{value:.0f}" if whole else str(value)


def _is_part_of(part: Value, whole: Value) -> bool:
    """Half of the coupons left, of the coupons left."""
    if not isinstance(part, Arithmetic) or part.sign not in "*/" or not isinstance(whole, Cell):
        return False
    sides = (part.left, part.right)
    return whole in sides and any(isinstance(side, Constant) for side in sides)
