"""Whether two conditions say the same, and whether a value fulfils one: two-valued logic."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product

from backend.planner.offline.exclusive_values import never_together
from backend.planner.offline.patterns_alike import normal_form
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.formats import format_of
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Apply,
    Cell,
    Compare,
    Constant,
    Exists,
    Function,
    How,
    It,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Reads,
    Term,
    Unless,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import any_of
from backend.rules.rule import Rule

_MOST_ATOMS = 10
Truth = Callable[[Predicate], bool | None]


def same_rows(one: Rule, other: Rule) -> bool:
    """Whether two rules flag the same rows, whichever of them says it as an implication."""
    if one == other:
        return True
    if isinstance(one, FailingMetrics) and isinstance(other, FailingMetrics):
        if _is_of_whole_tables(one) and one.model_copy(update={"table": other.table}) == other:
            return True
        is_framed = one.model_copy(update={"must": other.must}) == other
        return is_framed and _normal(one.must) == _normal(other.must)
    if not isinstance(one, BrokenRows) or not isinstance(other, BrokenRows):
        return False
    return one.table == other.table and equivalent(folded(one), folded(other))


def _is_of_whole_tables(rule: FailingMetrics) -> bool:
    """Whether each of its measures names its own table: in whose name it is told is the same."""
    measures = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    is_told = not rule.groups and rule.where is None and bool(measures)
    return is_told and all(part.table and not part.by and not part.keys for part in measures)


def folded(rule: BrokenRows) -> Predicate:
    """A rule about some rows as a condition on all rows."""
    return rule.must if rule.where is None else any_of(Unless(part=rule.where), rule.must)


def equivalent(one: Predicate, other: Predicate) -> bool:
    """Whether two conditions are true together, whatever their atoms are."""
    told = {**_atoms(one), **_atoms(other)}
    atoms = sorted(told)
    if len(atoms) > _MOST_ATOMS:
        return one == other
    apart = [*never_together(told.items())]
    for values in product((False, True), repeat=len(atoms)):
        given = dict(zip(atoms, values, strict=True))
        if any(given[first] and given[second] for first, second in apart):
            continue  # one value is not two constants at once

        def truth(atom: Predicate, given: dict[str, bool] = given) -> bool:
            key, is_positive = _normal(atom)
            return given[key] is is_positive

        if evaluated(one, truth) != evaluated(other, truth):
            return False
    return True


def evaluated(predicate: Predicate, truth: Truth) -> bool | None:
    """The predicate's truth from that of its atoms; None where an atom's is not known."""
    match predicate:
        case Not(part=part) | Unless(part=part):
            found = evaluated(part, truth)
            return None if found is None else not found
        case All(parts=parts):
            return _joined([evaluated(part, truth) for part in parts], all)
        case Any(parts=parts):
            return _joined([evaluated(part, truth) for part in parts], any)
        case OneOf() if len(predicate.options) > 1:
            return _joined([evaluated(part, truth) for part in _equalities(predicate)], any)
        case _:
            return truth(predicate)


def _joined(found: list[bool | None], how: Callable[[list[bool | None]], bool]) -> bool | None:
    return None if None in found else how(found)


def _equalities(atom: OneOf) -> list[Predicate]:
    return [
        Compare(
            left=atom.of, sign="==", right=option, reads=atom.reads, ignore_case=atom.ignore_case
        )
        for option in atom.options
    ]


def _atoms(predicate: Predicate) -> dict[str, Predicate]:
    found: dict[str, Predicate] = {}

    def collect(atom: Predicate) -> bool:
        found[_normal(atom)[0]] = atom
        return True

    evaluated(predicate, collect)
    return found


_POSITIVE = {"!=": "==", ">=": "<", ">": "<="}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def _normal(atom: Predicate) -> tuple[str, bool]:
    """An atom's name, the same for it and its opposite, and which of the two it is."""
    if isinstance(atom, Matches) and atom.how == How.PATTERN:
        return repr(atom.model_copy(update={"text": normal_form(atom.text)})), True
    if not isinstance(atom, Compare):
        return repr(atom), True
    there_are = _existence(atom)
    if there_are is not None:
        return there_are
    if repr(atom.right) < repr(atom.left):
        sides = {"left": atom.right, "right": atom.left, "sign": _TURNED[atom.sign]}
        atom = atom.model_copy(update=sides)
    if atom.sign in _POSITIVE:
        return repr(atom.model_copy(update={"sign": _POSITIVE[atom.sign]})), False
    return repr(atom), True


_NONE = {("==", 0), ("<", 1), ("<=", 0)}
_SOME = {("!=", 0), (">", 0), (">=", 1)}


def _existence(atom: Compare) -> tuple[str, bool] | None:
    """No rows at all, or at least one, said as their number."""
    count, bound = atom.left, atom.right
    if not isinstance(count, Aggregate) or not isinstance(bound, Constant) or atom.tolerance:
        return None
    is_plain = count.measure == Measure.COUNT and count.of is None and count.holds is None
    told = (atom.sign, bound.value)
    if not is_plain or count.by or told not in _NONE | _SOME:
        return None
    if not count.keys:
        return f"some {count!r}", told in _SOME
    there_is = Exists(table=count.table, keys=count.keys, where=count.where)
    return repr(there_is), told in _SOME


# Examples -------------------------------------------------------------------------------------


def fits(predicate: Predicate, example: Constant) -> bool:
    """Whether a value certainly is as a phrase says; what cannot be told here is no."""

    def truth(atom: Predicate) -> bool | None:
        try:
            return _holds(atom, example)
        except (KeyError, ValueError, TypeError, re.error):
            return None

    return evaluated(predicate, truth) is True


def is_case_of(rule: Rule, other: Rule) -> bool:
    """Whether the second rule is one case of the first: of one column and numbers alone.

    Positive, and then: zero is wrong. Both are tried at and around every number that they name.
    """
    if not isinstance(rule, BrokenRows) or not isinstance(other, BrokenRows):
        return False
    if (rule.table, rule.where) != (other.table, other.where):
        return False
    if not (_is_bounds(rule.must) and _is_bounds(other.must)):
        return False
    cells = {part for told in (rule.must, other.must) for part in walk(told) if _is_cell(part)}
    named = [_number(part) for told in (rule.must, other.must) for part in walk(told)]
    bounds = [found for found in named if found is not None]
    if len(cells) != 1 or not bounds:
        return False
    first, second = (_of_it(told) for told in (rule.must, other.must))
    tried = [bound + step for bound in bounds for step in (-1.0, -0.5, 0.0, 0.5, 1.0)]
    values = [Constant(value=_whole(value), reads=Reads.NUMBER) for value in tried]
    return all(fits(second, value) for value in values if fits(first, value))


def _is_bounds(told: Predicate) -> bool:
    """Whether it is made of a column, numbers and being whole alone."""
    match told:
        case All() | Any():
            return all(map(_is_bounds, told.parts))
        case Not():
            return _is_bounds(told.part)
        case Compare():
            return _is_cell(told.left) and _number(told.right) is not None
        case Matches():
            return told.how == How.FORMAT and told.text == "whole_number"
        case _:
            return False


def _is_cell(part: Term) -> bool:
    return isinstance(part, Cell)


def _of_it(told: Predicate) -> Predicate:
    return rewrite(told, lambda part: It() if isinstance(part, Cell) else None)


def _number(part: Term) -> float | None:
    is_number = isinstance(part, Constant) and isinstance(part.value, int | float)
    return float(part.value) if is_number and isinstance(part, Constant) else None


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _holds(atom: Predicate, example: Constant) -> bool | None:
    match atom:
        case Compare():
            left, right = _value(atom.left, example), _value(atom.right, example)
            return None if left is None or right is None else _compared(left, atom.sign, right)
        case OneOf():
            return str(_value(atom.of, example)) in {str(option.value) for option in atom.options}
        case Matches(of=It()):
            return _has_form(atom, str(example.value))
        case Missing(of=It()):
            return not str(example.value).strip()
        case _:
            return None


def _has_form(atom: Matches, text: str) -> bool | None:
    match atom.how:
        case How.FORMAT:
            return format_of(atom.text).accepts(text)
        case How.PATTERN:
            return re.fullmatch(atom.text, text) is not None
        case How.CONTAINS:
            return atom.text in text
        case How.STARTS:
            return text.startswith(atom.text)
        case _:
            return text.endswith(atom.text)


_TEXT: dict[Function, Callable[[str], str | int]] = {
    Function.LENGTH: len, Function.LOWER: str.lower, Function.UPPER: str.upper,
    Function.TITLE: str.title, Function.STRIP: str.strip,
}  # fmt: skip


def _value(value: Value, example: Constant) -> str | float | None:
    match value:
        case It():
            return _plain(example)
        case Constant():
            return _plain(value)
        case Apply(function=function, of=It()) if function in _TEXT:
            return _TEXT[function](str(example.value))
        case _:
            return None


def _plain(constant: Constant) -> str | float | None:
    return None if constant.unit else constant.value


def _compared(left: str | float, sign: str, right: str | float) -> bool | None:
    if sign in ("==", "!="):
        return (str(left) == str(right)) is (sign == "==")
    if isinstance(left, str) or isinstance(right, str):
        return None
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[sign]
