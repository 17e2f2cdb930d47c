"""One spelling of rules that mean the same, so that equal readings are equal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.planner.offline.patterns_in_one import in_one_pattern
from backend.planner.offline.simpler_terms import (
    simpler,
    without_idle_blanks,
    without_repeats,
    without_unit_division,
)
from backend.rules.duplicates import Duplicates
from backend.rules.language.emit_predicates import simplified
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
    Lookup,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Previous,
    Reads,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import all_of, any_of
from backend.rules.rule import Rule


def canonical(rule: Rule) -> Rule:
    """The rule with negations pushed down, lists merged, and idle filters dropped."""
    updates: dict[str, object] = {}
    for name in ("must", "where"):
        predicate = getattr(rule, name, None)
        if predicate is not None:
            updates[name] = rewrite(simplified(predicate), _respelled)
    if isinstance(updates.get("where"), All):
        updates["where"] = _in_one_look(updates["where"])  # type: ignore[arg-type]
    return rule.model_copy(update=updates)


def _in_one_look(where: All) -> Predicate:
    """A row of another table exists, and a cell looked up by the same key is so: one condition."""
    parts = list(where.parts)
    for exists in [part for part in parts if isinstance(part, Exists)]:
        told = [part for part in parts if _is_looked_up(part, exists)]
        if told:
            inner = all_of(*(rewrite(part, _as_cell) for part in told))
            parts = [part for part in parts if part not in told and part != exists]
            parts.append(_with_condition(exists, inner))
    return all_of(*parts)


def _with_condition(exists: Exists, inner: Predicate) -> Exists:
    """One more condition on the row at the end of the way."""
    if isinstance(exists.where, Exists):
        where: Predicate = _with_condition(exists.where, inner)
    else:
        where = inner if exists.where is None else all_of(exists.where, inner)
    return exists.model_copy(update={"where": where})


_Way = list[tuple[str, tuple[tuple[str, str], ...]]]


def _way_to(found: Lookup) -> _Way:
    before = _way_to(found.key_of) if found.key_of is not None else []
    return [*before, (found.table, found.keys)]


def _way_of(exists: Exists) -> _Way:
    further = _way_of(exists.where) if isinstance(exists.where, Exists) else []
    return [(exists.table, exists.keys), *further]


def _is_looked_up(part: Predicate, exists: Exists) -> bool:
    """Whether a comparison, or what is empty, reads nothing but look-ups by this key."""
    told = part.part if isinstance(part, Not) else part
    if not isinstance(part, Compare | OneOf) and not isinstance(told, Missing):
        return False
    cells = [term for term in walk(part) if isinstance(term, Cell | Lookup | Aggregate | Previous)]
    steps = [cell.key_of for cell in cells if isinstance(cell, Lookup)]
    cells = [cell for cell in cells if cell not in steps]
    return bool(cells) and all(
        isinstance(cell, Lookup) and _way_to(cell) == _way_of(exists) for cell in cells
    )


def _as_cell(part: Term) -> Term | None:
    if not isinstance(part, Lookup):
        return None
    return Cell(table=part.table, column=part.column, empty_if=part.empty_if)


def _respelled(part: Term) -> Term | None:
    match part:
        case Any():
            return _with_edge(_merged(_without_idle_key(simpler(part))))
        case Aggregate(measure=Measure.COUNT, of=Cell() as cell):
            filled = Not(part=Missing(of=cell))
            where = filled if part.where is None else all_of(part.where, filled)
            return part.model_copy(update={"of": None, "where": where})
        case Aggregate():
            return _without_idle_filter(part)
        case All():
            told = without_repeats(part) or without_idle_blanks(part)
            return told or _in_one_case(part) or in_one_pattern(part)
        case Matches(how=How.PATTERN) if _ONE_SIGN.fullmatch(part.text):
            return part.model_copy(update={"how": How.CONTAINS, "text": part.text[-8:-7]})
        case Matches(how=How.PATTERN, ignore_case=True) if has_both_cases(part.text):
            return part.model_copy(update={"ignore_case": False})
        case Compare(sign="!=", right=Apply(function=Function.UPPER | Function.LOWER) as case) if (
            part.left == case.of
        ):
            return _not_of_case(part, case)
        case _:
            return without_unit_division(part)


_ONE_SIGN = re.compile(r"\(\?s:\.\*\)(\\\W|[ _,/@#%'\"-])\(\?s:\.\*\)")
_BOTH_CASES = re.compile(
    r"(\[A-Za-z\]|\[0-9a-fA-F\]|\[A-Za-z0-9\]|\[\^\\W\\d_\]|\\[dws]|[^A-Za-z])*"
)


def has_both_cases(pattern: str) -> bool:
    """Whether a pattern takes each letter as a capital where it takes it small."""
    return _BOTH_CASES.fullmatch(pattern) is not None


_LETTERS = "[A-Za-z]"
_NO_LETTERS = re.compile(r"\[A-Za-z\]|\[0-9\]|\\d|\{[0-9,]+\}|[^A-Za-z\\.\[\]]")
"""Pieces of a pattern that let no letter pass but those of the class above."""


def _in_one_case(part: All) -> Predicate | None:
    """Two letters, and in capitals: a pattern of capitals."""
    classes = {Function.UPPER: "[A-Z]", Function.LOWER: "[a-z]"}
    for case in part.parts:
        if not isinstance(case, Compare) or not isinstance(case.right, Apply) or case.sign != "==":
            continue
        wanted = classes.get(case.right.function) if case.left == case.right.of else None
        if wanted and any(_lists_such(told, case) for told in part.parts):
            return all_of(*(each for each in part.parts if each != case))
        for told in part.parts if wanted else ():
            if _is_of_letters(told, case.left):
                text = told.text.replace(_LETTERS, str(wanted))  # type: ignore[union-attr]
                fresh = told.model_copy(update={"text": text})
                rest = [each for each in part.parts if each not in (case, told)]
                return all_of(fresh, *rest)
    return None


def _lists_such(told: Predicate, case: Compare) -> bool:
    """One of wheat and rye, and in lower case: the listed values are so themselves."""
    if not isinstance(told, OneOf) or told.of != case.left or told.ignore_case:
        return False
    is_upper = isinstance(case.right, Apply) and case.right.function == Function.UPPER
    listed = [str(option.value) for option in told.options]
    return all(text == (text.upper() if is_upper else text.lower()) for text in listed)


def _is_of_letters(told: Predicate, of: Value) -> bool:
    is_pattern = isinstance(told, Matches) and told.how == How.PATTERN and told.of == of
    if not is_pattern or not isinstance(told, Matches) or told.ignore_case:
        return False
    return _LETTERS in told.text and not _NO_LETTERS.sub("", told.text)


def _not_of_case(part: Compare, case: Apply) -> Predicate:
    """Not in capitals: with a small letter, or without any letter."""
    other = Function.LOWER if case.function == Function.UPPER else Function.UPPER
    same = part.model_copy(
        update={"sign": "==", "right": case.model_copy(update={"function": other})}
    )
    return any_of(part, same)


def _without_idle_key(part: Any) -> Any:
    """A looked-up value is so, or there is no row to look it up in: nothing is compared there."""
    told = [each for each in part.parts if isinstance(each, Compare)]
    kept = tuple(
        each
        for each in part.parts
        if not (
            isinstance(each, Not)
            and isinstance(each.part, Exists)
            and each.part.where is None
            and any(_is_by_that_key(one, each.part) for one in told)
        )
    )
    return part.model_copy(update={"parts": kept})


def _is_by_that_key(told: Compare, exists: Exists) -> bool:
    found = [one for one in walk(told) if isinstance(one, Lookup)]
    return len(found) == 1 and _way_to(found[0]) == _way_of(exists)


def _merged(part: Any) -> Predicate:
    """``a is 1 or 2, or a is 3`` as one list."""
    lists: dict[tuple[Value, Reads], list[Constant]] = {}
    rest: list[Predicate] = []
    for one in part.parts:
        options = _options(one)
        if options is None:
            rest.append(rewrite(one, _respelled))
        else:
            lists.setdefault(options[0], []).extend(options[1])
    merged = [_listed(of, reads, found) for (of, reads), found in lists.items()]
    return any_of(*merged, *rest)


def _with_edge(part: Predicate) -> Predicate:
    """``a < 1 or a == 1`` as ``a <= 1``."""
    if not isinstance(part, Any) or len(part.parts) != 2:
        return part
    told = {each.sign: each for each in part.parts if isinstance(each, Compare)}
    equal = told.get("==")
    for sign in ("<", ">"):
        if equal is not None and sign in told:
            edged = told[sign].model_copy(update={"sign": f"{sign}="})
            return edged if edged == equal.model_copy(update={"sign": f"{sign}="}) else part
    return part


def _options(part: Predicate) -> tuple[tuple[Value, Reads], tuple[Constant, ...]] | None:
    match part:
        case OneOf(ignore_case=False, trim=False):
            return (part.of, part.reads), part.options
        case Compare(sign="==", ignore_case=False, null_safe=False, right=Constant() as option) if (
            not part.tolerance and part.reads in (Reads.TEXT, Reads.NUMBER)
        ):
            return (part.left, part.reads), (option,)
        case _:
            return None


def _listed(of: Value, reads: Reads, options: list[Constant]) -> Predicate:
    once = tuple(dict.fromkeys(options))
    if len(once) == 1:
        return Compare(left=of, sign="==", right=once[0], reads=reads)
    return OneOf(of=of, options=once, reads=reads)


def _without_idle_filter(part: Aggregate) -> Term | None:
    """A measure of a column's values never counts its empty cells; saying so adds nothing."""
    if part.of is None or part.where is None:
        return None
    filled = Not(part=Missing(of=part.of))
    kept = [one for one in _conjuncts(part.where) if one != filled]
    return part.model_copy(update={"where": all_of(*kept) if kept else None})


def _conjuncts(predicate: Predicate) -> Iterator[Predicate]:
    yield from predicate.parts if isinstance(predicate, All) else (predicate,)


def likeness(rule: Rule) -> str:
    """A text that is equal for rules that differ only in the order of their parts."""
    told = rule.model_dump(mode="json")
    if isinstance(rule, Duplicates):
        told["columns"] = sorted(rule.columns)
    return _ordered(told)


def _ordered(data: object) -> str:
    if isinstance(data, dict):
        if data.get("type") == "arithmetic" and data["sign"] in ("+", "*"):
            left, right = sorted((_ordered(data["left"]), _ordered(data["right"])))
            return f"{left} {data['sign']} {right}"
        inner = sorted(f"{key}: {_ordered(value)}" for key, value in data.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(data, list):
        parts = [_ordered(item) for item in data]
        is_set = bool(data) and all(isinstance(item, dict) for item in data)
        return "[" + ", ".join(sorted(parts) if is_set else parts) + "]"
    return repr(data)
