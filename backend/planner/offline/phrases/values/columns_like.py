"""Phrases for all columns whose names begin or end alike: every column ending in _id."""

from __future__ import annotations

from collections.abc import Callable

from backend.planner.offline.phrases.dates.dates import real_date
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Missing, Predicate
from backend.rules.phrasing import IT, Phrases, Statement, Subjects, about_all, not_

phrase = Phrases()
phrase.words(
    "_ending",
    "ending in | ending with | ending on | that end in | that end with | that ends in | that ends "
    "with | which end in | which end with | which ends in | whose name ends in | whose name ends with "
    "| whose names end in | whose names end with | with the suffix | with a name ending in | with names "
    "ending in",
)
phrase.words(
    "_starting",
    "starting with | beginning with | that start with | that starts with | that begin with | that "
    "begins with | which start with | which starts with | whose name starts with | whose name begins "
    "with | whose names start with | whose names begin with | with the prefix | with a name starting "
    "with | with names starting with",
)


def _like(cells: tuple[Cell, ...], is_like: Callable[[str], bool]) -> Subjects | None:
    kept = tuple(cell for cell in cells if is_like(cell.column))
    return Subjects(items=kept) if kept else None


@phrase("columns_like", "<table_columns> _ending (<affix>|<text>)")
@phrase("columns_like", "<affix> <table_columns>", cost=0.02)
def columns_ending(*parts: object) -> Subjects | None:
    """Columns ending in _id; _id columns."""
    end = next(str(part.value) for part in parts if isinstance(part, Constant))
    cells = next(part for part in parts if isinstance(part, tuple))
    if isinstance(parts[0], Constant) and end.endswith("_"):
        return _like(cells, lambda name: name.startswith(end))
    return _like(cells, lambda name: name.endswith(end))


@phrase("columns_like", "<table_columns> _starting (<affix>|<text>)")
def columns_starting(cells: tuple[Cell, ...], start: Constant) -> Subjects | None:
    """Columns starting with is_."""
    return _like(cells, lambda name: name.startswith(str(start.value)))


@phrase("these_columns", "[every|each|all|all of the|any] <columns_like>")
def these_columns(found: Subjects) -> Subjects:
    """Every column ending in _id."""
    return found


@phrase("stmt", "<these_columns> <duty>", cost=0.05)
@phrase("stmt", "<these_columns> <vp>", cost=0.2)
def like_duty(found: Subjects, told: Predicate) -> Statement:
    """Every column ending in _id must be filled."""
    return rule(about_all(told, found))


@phrase(
    "stmt",
    "<these_columns> _must (hold|contain|have|be|store) [only|nothing but] [a|real|valid|proper|a valid|a real|real calendar] (date|dates)",
    cost=0.04,
)
def like_dates(found: Subjects) -> Statement:
    """Columns ending in _on must hold dates."""
    return rule(about_all(real_date(), found))


@phrase(
    "stmt",
    "<cell> _must (hold|contain|store) [only] [real|valid|proper] [calendar] dates",
    cost=0.04,
)
@phrase("stmt", "<cell> _must be [a] (date|dates)", cost=0.04)
def holds_dates(of: Cell) -> Statement | None:
    """seen_on must hold dates."""
    is_cell = isinstance(of, Cell)
    return rule(about_all(real_date(), Subjects(items=(of,))), subject=of) if is_cell else None


@phrase(
    "stmt",
    "no <columns_like> _may be (empty|blank|missing|null|left empty|left blank)",
    "no (empty|missing|blank|null) <columns_like> [(are|is) allowed]",
    cost=0.05,
)
def none_empty(found: Subjects) -> Statement:
    """No column ending in _id may be empty."""
    return rule(about_all(not_(Missing(of=IT)), found))
