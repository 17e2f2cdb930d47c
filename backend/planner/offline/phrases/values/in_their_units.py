"""Phrases for what each kind of rows is reported in: silver in grams, gold in ounces, tin in neither.

Both are values that the data know, each time of the same two columns. A kind that has no unit has
an empty cell there.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Compare, Missing, OneOf, Predicate, Unless
from backend.rules.phrasing import Phrases, Statement, all_of, any_of, not_

phrase = Phrases()


class Kept(NamedTuple):
    """Of which rows, and what holds there."""

    where: Predicate
    must: Predicate


Kepts = tuple[Kept, ...]

phrase.words(
    "_is_reported",
    "(is|are|_must be|_must always be|is always|are always) [reported|measured|given|expressed|quoted|recorded|priced|billed|sold|"
    "stored|noted|counted|stated|entered|paid|invoiced|filed|listed|kept|weighed|traded|written|shipped|published|charged]",
)
phrase.words("_and_reported", ", | [,] and | ; | [,] while | [,] whereas | [,] but | ; and")
phrase.words("_has_none_there", "(has|have|_must have|carries|carry|takes|take) no")
phrase.words("_whatsoever", "at all | whatsoever")
phrase.words("_without_any", "without [a|an|any] | with no")


@phrase("reported", "<adjective> _is_reported in <adjective>")
@phrase("reported_too", "<adjective> [_is_reported] in <adjective>")
def reported(where: Predicate, must: Predicate) -> Kept | None:
    """Silver is reported in grams; gold in ounces."""
    one, other = _column(where), _column(must)
    is_equal = isinstance(must, Compare)
    return Kept(where, must) if one and other and one != other and is_equal else None


@phrase("reported_too", "<adjective> _has_none_there <cell> [_whatsoever]")
@phrase("reported_too", "<adjective> [_is_reported] _without_any <cell>")
def without_one(where: Predicate, of: Cell) -> Kept:
    """While tin has no unit at all."""
    return Kept(where, Missing(of=of))


def _column(told: Predicate) -> str:
    match told:
        case Compare(left=Cell(column=name), sign="==") | OneOf(of=Cell(column=name)):
            return name
        case Missing(of=Cell(column=name)):
            return name
        case _:
            return ""


@phrase("all_reported", "<reported> _and_reported <reported_too>")
@phrase("all_reported", "<all_reported> _and_reported <reported_too>")
def all_reported(*parts: object) -> Kepts | None:
    """Of one column, another value each time; in another one what it is reported in."""
    told = tuple(
        each
        for part in parts
        for each in ((part,) if isinstance(part, Kept) else part)  # type: ignore[attr-defined]
    )
    kinds = {_column(each.where) for each in told}
    units = {_column(each.must) for each in told}
    once = len({each.where for each in told}) == len(told)
    return told if len(kinds) == len(units) == 1 and kinds != units and once else None


@phrase("stmt", "<all_reported>", cost=0.05)
def in_their_units(told: Kepts) -> Statement:
    """Silver is reported in grams, gold in ounces, while tin has no unit: others have one."""
    some_have_none = any(isinstance(each.must, Missing) for each in told)
    musts = [_filled(each.must) if some_have_none else each.must for each in told]
    kept = zip(told, musts, strict=True)
    return rule(all_of(*(any_of(Unless(part=each.where), must) for each, must in kept)))


def _filled(must: Predicate) -> Predicate:
    """The same of a cell that has to be filled; where none is told to be there, it stays so."""
    match must:
        case Compare(left=Cell() as cell):
            return all_of(not_(Missing(of=cell)), must)
        case _:
            return must
