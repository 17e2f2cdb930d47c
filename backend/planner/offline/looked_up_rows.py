"""One spelling of what is asked of a row's parent: its cell is so, or a parent that is so exists.

Over a key that is unique the two are true of the same rows. They differ where nothing is found, or
the cell is empty: there is no such parent then, and of the cell nothing is known. So the one is put
for the other only where it makes no difference: where rows are chosen by what is true of them, and
where a row is flagged because what must not be is true of it.
"""

from __future__ import annotations

from backend.planner.offline.context import Context
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.emit_predicates import simplified
from backend.rules.language.terms import (
    All,
    Any,
    Cell,
    Compare,
    Constant,
    Exists,
    Lookup,
    Not,
    OneOf,
    Predicate,
    Reads,
    Term,
    Unless,
)
from backend.rules.language.walk import rewrite
from backend.rules.phrasing import all_of, any_of, not_
from backend.rules.rule import Rule


def with_looked_up_cells(rule: Rule, context: Context) -> Rule:
    """The rule with texts of its rows' parents looked up, rather than parents that exist."""
    if not isinstance(rule, BrokenRows):
        return rule
    where = None if rule.where is None else _chosen(rule.where, context)
    return rule.model_copy(update={"must": _asked(rule.must, context), "where": where})


def _chosen(told: Predicate, context: Context) -> Predicate:
    """As true as before of every row; what is not true may be unknown."""
    match told:
        case All(parts=parts):
            return all_of(*(_chosen(part, context) for part in parts))
        case Any(parts=parts):
            return any_of(*(_chosen(part, context) for part in parts))
        case Unless(part=part):
            return Unless(part=_chosen(part, context))
        case Exists():
            return _looked_up(told, context) or told
        case _:
            return told


def _asked(told: Predicate, context: Context) -> Predicate:
    """As false as before of every row; what is not false may be unknown."""
    match told:
        case All(parts=parts):
            return all_of(*(_asked(part, context) for part in parts))
        case Any(parts=parts):
            kept = [part for part in parts if not _is_idle(part, parts)]
            return any_of(*(_asked(part, context) for part in kept))
        case Unless(part=part):
            return Unless(part=_chosen(part, context))
        case Not(part=Exists() as part):
            found = _looked_up(part, context)
            return told if found is None else simplified(not_(found))
        case _:
            return told


def _is_idle(part: Predicate, parts: tuple[Predicate, ...]) -> bool:
    """No such row at all, beside no such row that is so: the second says the first as well."""
    if not isinstance(part, Not) or not isinstance(part.part, Exists) or part.part.where:
        return False
    plain = part.part
    return any(
        isinstance(other, Not)
        and isinstance(other.part, Exists)
        and other.part.where is not None
        and other.part.model_copy(update={"where": None}) == plain
        for other in parts
    )


def _looked_up(exists: Exists, context: Context) -> Predicate | None:
    """The condition on the other row's cells as one on cells that are looked up."""
    if exists.where is None or len(exists.keys) != 1:
        return None
    key = context.column(exists.table, exists.keys[0][1])
    where = simplified(exists.where)
    parts = where.parts if isinstance(where, All) else (where,)
    if key is None or not key.unique or not all(_is_of_its_text(part) for part in parts):
        return None

    def change(part: Term) -> Term | None:
        if not isinstance(part, Cell):
            return None
        return Lookup(
            table=exists.table, column=part.column, keys=exists.keys, empty_if=part.empty_if
        )

    return all_of(*(rewrite(part, change) for part in parts))


def _is_of_its_text(told: Predicate) -> bool:
    """Whether it holds a cell against texts, which any cell can be read as."""
    match told:
        case Compare(left=Cell(), right=Constant(), null_safe=False) | OneOf(of=Cell()):
            return told.reads == Reads.TEXT
        case _:
            return False
