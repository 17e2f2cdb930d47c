"""Rows on which one atom decides: what the other atoms must be there, and cells that make them so.

This is the idea of modified condition/decision coverage (Chilenski and Miller 1994): change one
atom while the others leave the decision to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from typing import NamedTuple

from backend.contracts.check import Cell
from backend.proof.meaning.truth import Truth
from backend.proof.witnesses.probe import Probe
from backend.proof.witnesses.scenes import Line
from backend.rules.language import terms as T
from backend.rules.language.terms import Predicate
from backend.rules.language.walk import columns_read, walk

Pools = Mapping[str, Sequence[Cell]]
_MOST_WAYS = 8
_MOST_TRIALS = 600


class Wish(NamedTuple):
    """What an atom should be."""

    atom: Predicate
    is_true: bool


Wishes = tuple[Wish, ...]


def atoms_of(predicate: Predicate | None) -> Iterator[Predicate]:
    """The atoms of a predicate, from left to right."""
    match predicate:
        case None:
            return
        case T.Not() | T.Unless():
            yield from atoms_of(predicate.part)
        case T.All() | T.Any():
            for part in predicate.parts:
                yield from atoms_of(part)
        case _:
            yield predicate


def ways(predicate: Predicate | None, is_true: bool) -> Iterator[Wishes]:
    """Sets of wishes each of which makes a predicate true (or false)."""
    match predicate:
        case None:
            yield from [()] if is_true else []
        case T.Not() | T.Unless():
            yield from ways(predicate.part, not is_true)
        case T.All() | T.Any():
            if isinstance(predicate, T.All) is is_true:
                parts = [list(islice(ways(part, is_true), 3)) for part in predicate.parts]
                yield from (sum(chosen, ()) for chosen in product(*parts))
            else:
                for part in predicate.parts:
                    yield from ways(part, is_true)
        case _:
            yield (Wish(predicate, is_true),)


def ways_to_decide(atom: Predicate, where: Predicate | None, must: Predicate) -> Iterator[Wishes]:
    """Wishes for the other atoms so that this one decides whether a row is flagged."""
    if any(each is atom for each in atoms_of(must)):
        sides = [ways(where, True), _leave_to(atom, must)]
    else:
        sides = [ways(must, False), _leave_to(atom, where)]
    options = [list(islice(side, _MOST_WAYS)) for side in sides]
    for chosen in islice(product(*options), _MOST_WAYS):
        yield sum(chosen, ())


def _leave_to(atom: Predicate, inside: Predicate | None) -> Iterator[Wishes]:
    """Of parts that must all be true the others are; where one is enough, none of the others is."""
    match inside:
        case T.Not() | T.Unless():
            yield from _leave_to(atom, inside.part)
        case T.All() | T.Any():
            mine = next(p for p in inside.parts if any(each is atom for each in atoms_of(p)))
            neutral = isinstance(inside, T.All)
            sides = [ways(part, neutral) for part in inside.parts if part is not mine]
            options = [list(islice(side, 3)) for side in [*sides, _leave_to(atom, mine)]]
            yield from (sum(chosen, ()) for chosen in product(*options))
        case _:
            yield ()


def solve(wishes: Wishes, pools: Pools, probe: Probe, start: Line) -> Line | None:
    """Cells out of the pools that fulfil all wishes; those of ``start`` are tried first."""
    columns = list(dict.fromkeys(c for wish in wishes for c in columns_of(wish.atom, probe)))
    trials = [0]

    def is_promising(line: Line, left: list[str]) -> bool:
        """Whether no wish fails whose columns are all chosen."""
        for wish in wishes:
            if set(left) & set(columns_of(wish.atom, probe)):
                continue
            trials[0] += 1
            if probe.truth(wish.atom, line) is not (Truth.TRUE if wish.is_true else Truth.FALSE):
                return False
        return True

    def fill(line: Line, left: list[str]) -> Line | None:
        if trials[0] > _MOST_TRIALS or not is_promising(line, left):
            return None
        if not left:
            return line
        column, *rest = left
        cells = dict.fromkeys([start.get(column), *pools.get(column, ())])
        found = (fill({**line, column: cell}, rest) for cell in cells)
        return next((each for each in found if each is not None), None)

    return fill(dict(start), columns)


def columns_of(atom: Predicate, probe: Probe) -> tuple[str, ...]:
    """The columns of the probed table that an atom reads in the row itself."""
    table = probe.table
    keyed = [t for t in walk(atom) if isinstance(t, T.Exists | T.Lookup | T.Aggregate) and t.keys]
    fixed = {theirs for term in keyed if term.table == table for _, theirs in term.keys}
    own = {mine for term in keyed for mine, _ in term.keys}
    own |= {term.column for term in walk(atom) if isinstance(term, T.Cell)}
    names = (name for owner, name in columns_read(atom, table) if owner == table)
    return tuple(dict.fromkeys(name for name in names if name in own or name not in fixed))
