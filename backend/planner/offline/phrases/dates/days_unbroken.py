"""Phrases for days of which none may be missing, with their column told first or asked about."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import WHEN
from backend.planner.offline.phrases.dates.gaps import _HAS, _MAY, _THERE, none_missing
from backend.rules.language.terms import Cell
from backend.rules.missing_dates import MissingDates
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()
Span = tuple[str, Cell]

phrase.words("_the_start", "first | earliest | start | beginning")
phrase.words("_the_end", "last | latest | end")


@phrase(
    "whole_span",
    "from [its|their] _the_start to [its|their] _the_end [day|date|one|entry|month|week]",
)
def from_end_to_end() -> Span:
    """From the first to the last: by the one column that tells when."""
    return ("span", Cell(table="", column=WHEN))


def _in(of: Cell, span: Span, *rest: Any) -> Statement | None:
    """The column told first is the one whose first and last day the span speaks of."""
    _, cell = span
    if cell.column != WHEN and (cell.column != of.column or cell.table not in ("", of.table)):
        return None
    return none_missing(("span", of), *rest)


_TOLD = (
    f"no <date_unit> {_MAY} be _absent <whole_span>",
    f"no <date_unit> <whole_span> {_MAY} be _absent",
    "no <date_unit> (is|are) _absent <whole_span>",
    f"(each|every|all) <date_unit> <whole_span> {_THERE}",
    f"(each|every|all) <date_unit> <whole_span> {_HAS}",
    "(each|every|all) <date_unit> <whole_span> [_must] [is|are|be] _day_is_there",
)
phrase.words("_day_is_there", "there | present | in it | covered | listed | included | recorded")
phrase.words("_covers", "cover | contain | include | hold | have | list | span | show")


@phrase(
    "stmt",
    *(f"<cell> : {told}" for told in _TOLD),
    *(f"<cell> : {told} <by_group>" for told in _TOLD[:4]),
    "<cell> _must _covers (each|every|all) <date_unit> <whole_span>",
    "<cell> _must _covers (each|every|all) <date_unit> <whole_span> <by_group>",
    "<by_group> [,] <cell> _must _covers (each|every|all) <date_unit> <whole_span>",
    cost=0.06,
)
def days_of(*parts: Any) -> Statement | None:
    """read_on: no day may be missing between the first and the last."""
    of = next(part for part in parts if isinstance(part, Cell))
    span = next(part for part in parts if isinstance(part, tuple) and part[:1] == ("span",))
    return _in(of, span, *(part for part in parts if part is not of and part is not span))


@phrase(
    "stmt",
    "(is|are|was|were) [there] any <date_unit> _absent (in|from|under) <cell> [,] <whole_span> [?]",
    "(is|are|was|were) [there] any <date_unit> _absent <whole_span> (in|from|under) <cell> [?]",
    "_flag (each|every|any|all) <date_unit> _absent (in|from) <cell> [,] <whole_span>",
    "_flag (each|every|any|all) <date_unit> _absent <whole_span> (in|from) <cell>",
    cost=0.06,
)
@phrase("stmt", "(is|are|was|were) [there] any <date_unit> _absent <whole_span> [?]", cost=0.06)
def is_any_absent(*parts: Any) -> Statement | None:
    """Is any day missing in read_on between the first and the last?"""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    return none_missing(*parts) if of is None else days_of(*parts)


@phrase(
    "stmt",
    "<cell> [_must] (without|with no|has no|have no|be without) (gap|gaps|hole|holes) (:|,|;|-) [so|i.e.|that is] [,] <stmt>",
    cost=0.06,
)
def gapless(of: Cell, told: Statement) -> Statement | None:
    """read_on without gaps: every day between the first and the last has a row."""
    found = told.rule
    if not isinstance(found, MissingDates) or found.column not in (WHEN, of.column):
        return None
    return told.model_copy(update={"rule": found.model_copy(update={"column": of.column})})
