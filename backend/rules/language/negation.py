"""Negation pushed down to the atoms of a predicate."""

from __future__ import annotations

from backend.rules.language.terms import All, Any, Compare, Not, Predicate

_OPPOSITE = {"<": ">=", "<=": ">", "==": "!=", "!=": "==", ">=": "<", ">": "<="}


def negated(predicate: Predicate) -> Predicate:
    """The predicate that is true where this one is false; Not stays only around atoms."""
    match predicate:
        case Not():
            return simplified(predicate.part)
        case All():
            return Any(parts=tuple(negated(part) for part in predicate.parts))
        case Any():
            return All(parts=tuple(negated(part) for part in predicate.parts))
        case Compare() if not predicate.null_safe and _has_opposite(predicate):
            return predicate.model_copy(update={"sign": _OPPOSITE[predicate.sign]})
        case _:
            return Not(part=predicate)


def _has_opposite(atom: Compare) -> bool:
    """A bound that may be passed by some tolerance has none: both sides of it overlap."""
    return not atom.tolerance or atom.sign in ("==", "!=")


def simplified(predicate: Predicate) -> Predicate:
    """The same predicate with Not pushed down to the atoms; Unless counts as one."""
    match predicate:
        case Not():
            return negated(predicate.part)
        case All():
            return All(parts=tuple(simplified(part) for part in predicate.parts))
        case Any():
            return Any(parts=tuple(simplified(part) for part in predicate.parts))
        case _:
            return predicate
