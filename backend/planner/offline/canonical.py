"""One spelling of rules that mean the same, so that equal readings are equal."""

from __future__ import annotations

from collections.abc import Iterator

from backend.rules.language.emit_predicates import simplified
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Compare,
    Constant,
    Missing,
    Not,
    OneOf,
    Predicate,
    Reads,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite
from backend.rules.phrasing import all_of, any_of
from backend.rules.rule import Rule


def canonical(rule: Rule) -> Rule:
    """The rule with negations pushed down, lists merged, and idle filters dropped."""
    updates: dict[str, object] = {}
    for name in ("must", "where"):
        predicate = getattr(rule, name, None)
        if predicate is not None:
            updates[name] = rewrite(simplified(predicate), _respelled)
    return rule.model_copy(update=updates)


def _respelled(part: Term) -> Term | None:
    match part:
        case Any():
            return _merged(part)
        case Aggregate():
            return _without_idle_filter(part)
        case _:
            return None


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
    return _ordered(rule.model_dump(mode="json"))


def _ordered(data: object) -> str:
    if isinstance(data, dict):
        inner = sorted(f"{key}: {_ordered(value)}" for key, value in data.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(data, list):
        parts = [_ordered(item) for item in data]
        is_set = bool(data) and all(isinstance(item, dict) for item in data)
        return "[" + ", ".join(sorted(parts) if is_set else parts) + "]"
    return repr(data)
