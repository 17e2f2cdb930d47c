"""Parts of a rule that add nothing: a test that another part has answered, a division by one."""

from __future__ import annotations

from backend.rules.language.terms import (
    All,
    Any,
    Arithmetic,
    Constant,
    How,
    Matches,
    Missing,
    Not,
    Predicate,
    Term,
    Value,
)
from backend.rules.phrasing import all_of


def simpler(part: Any) -> Any:
    """``a is filled and p, or a is empty`` as ``p, or a is empty``: absorption (Boole 1854).

    What is empty or filled is never unknown, so that this holds of three values as well.
    """
    told = [_denied(one) for one in part.parts if _is_presence(one)]
    return Any(parts=tuple(_without(one, told) for one in part.parts)) if told else part


def without_repeats(part: All) -> Predicate | None:
    """What is told twice, once: official (is_official = T); None where nothing is told twice."""
    return all_of(*part.parts) if len({*part.parts}) < len(part.parts) else None


def without_idle_blanks(part: All) -> Predicate | None:
    """Filled, and not of spaces alone: a cell of nothing but spaces is an empty one already."""
    filled = {
        told.part.of
        for told in part.parts
        if isinstance(told, Not) and isinstance(told.part, Missing) and told.part.blanks
    }
    kept = [told for told in part.parts if not _is_of_blanks_in(told, filled)]
    return all_of(*kept) if len(kept) < len(part.parts) else None


def _is_of_blanks_in(part: Predicate, filled: set[Value]) -> bool:
    match part:
        case Not(part=Matches(of=of, how=How.PATTERN, text="[ ]+" | "[ ]*" | r"\s+" | r"\s*")):
            return of in filled
        case _:
            return False


def _is_presence(part: Predicate) -> bool:
    return isinstance(part, Missing) or (isinstance(part, Not) and isinstance(part.part, Missing))


def _denied(part: Predicate) -> Predicate:
    return part.part if isinstance(part, Not) else Not(part=part)


def _without(part: Predicate, told: list[Predicate]) -> Predicate:
    if not isinstance(part, All):
        return part
    kept = [one for one in part.parts if one not in told]
    return all_of(*kept) if kept else part


def without_unit_division(part: Term) -> Term | None:
    """A number in the place of that number divided by one; None of anything else."""
    match part:
        case Arithmetic(sign="/", left=left, right=Constant(value=1)):
            return left
        case _:
            return None
