"""Predicates to boolean masks, under three-valued logic.

``holds`` is true where a predicate is certainly true; ``breaks`` where it is certainly false,
or where a cell that should be a number or a date is none; ``judged`` where a cell that it
compares is filled, so that it may be either.
"""

from __future__ import annotations

from backend.codegen.code import Code, all_of, any_of
from backend.codegen.page import Body
from backend.rules.language.emit_atoms import between, broken, is_rounded, mask
from backend.rules.language.emit_values import emit_value
from backend.rules.language.emit_windows import certain
from backend.rules.language.negation import negated, simplified
from backend.rules.language.presence import illegible, legible, presence, unlike
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.terms import Aggregate, All, Any, Compare, Not, Predicate, Unless

__all__ = ["breaks", "holds", "judged", "negated", "over", "presence", "simplified", "told"]


def over(body: Body, table: str, facts: Facts, known: frozenset[str] = frozenset()) -> Rows:
    """All rows of a table, under its local name in ``body``."""
    return Rows(body, body.table(table), table, facts, holds, emit_value, known)


def told(body: Body, metrics: Code, table: str, facts: Facts, names: dict[Aggregate, str]) -> Rows:
    """Rows that are metrics of a table, under the columns that ``names`` tells."""
    return Rows(body, metrics, table, facts, holds, emit_value, metrics=names)


def holds(predicate: Predicate, rows: Rows) -> Code:
    """Where the predicate is true."""
    match _plain(predicate):
        case All(parts=parts):
            return between(parts, rows) or all_of([holds(part, rows) for part in parts])
        case Any(parts=parts):
            return any_of([holds(part, rows) for part in parts])
        case Unless(part=part):
            return ~certain(part, rows)
        case Not(part=Unless(part=part)):
            return certain(part, rows)
        case Not(part=part):
            return _guarded(legible(part, rows), ~mask(part, rows), rows)
        case Compare(sign="!=") as atom:
            guards = presence(atom, rows) if is_rounded(atom) else legible(atom, rows)
            return _guarded(guards, mask(atom, rows), rows)
        case atom:
            return mask(atom, rows)


def breaks(predicate: Predicate, rows: Rows) -> Code:
    """Where the predicate is false, or a cell cannot be read as it calls for."""
    match _plain(predicate):
        case All(parts=parts):
            inside = between(parts, rows)
            if inside is not None:
                return _guarded(presence(parts[0], rows), ~inside, rows)
            return any_of([breaks(part, rows) for part in parts])
        case Any(parts=parts):
            return all_of([breaks(part, rows) for part in parts])
        case Unless(part=part):
            return certain(part, rows)
        case Not(part=Unless(part=part)):
            return ~certain(part, rows)
        case Not(part=part):
            return _found(part, part, rows)
        case Compare(sign="!=") as atom if not is_rounded(atom):
            return _found(atom, atom.model_copy(update={"sign": "=="}), rows)
        case atom:
            return _guarded(presence(atom, rows), broken(atom, rows), rows)


def _plain(predicate: Predicate) -> Predicate:
    """The predicate with Not pushed down, and "differs, null-safe" as a denied equality."""
    match simplified(predicate):
        case Compare(sign="!=", null_safe=True) as atom:
            return Not(part=atom.model_copy(update={"sign": "=="}))
        case Not(part=Compare(sign="!=", null_safe=True) as atom):
            return atom.model_copy(update={"sign": "=="})
        case plain:
            return plain


def _found(atom: Predicate, unwanted: Predicate, rows: Rows) -> Code:
    """Where what must not be is true, or cannot be told of cells that are there."""
    unread = illegible(atom, rows)
    if not unread:
        return mask(unwanted, rows)
    return _guarded(presence(atom, rows), any_of([mask(unwanted, rows), *unread]), rows)


def judged(predicate: Predicate, rows: Rows) -> Code | None:
    """Where there is something to judge; None where there always is.

    Of parts that must all be true one is enough; of parts of which one is enough, all are asked.
    """
    match simplified(predicate):
        case All(parts=parts):
            masks = [judged(part, rows) for part in parts]
            known = [each for each in masks if each is not None]
            return any_of(unlike(known)) if len(known) == len(masks) else None
        case Any(parts=parts):
            known = [each for each in (judged(part, rows) for part in parts) if each is not None]
            return all_of(unlike(known)) if known else None
        case atom:
            guards = _unknown(presence(atom, rows), rows)
            return all_of(guards) if guards else None


def _guarded(guards: list[Code], condition: Code, rows: Rows) -> Code:
    return all_of([*_unknown(guards, rows), condition])


def _unknown(guards: list[Code], rows: Rows) -> list[Code]:
    return [guard for guard in guards if guard.text not in rows.known]
