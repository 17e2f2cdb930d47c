"""Phrases for rows by when they happened, where no word names the column: readings taken before …"""

from __future__ import annotations

from backend.planner.offline.measures_beside import ITS_DAY
from backend.planner.offline.ordering import SINCE
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Cell,
    Compare,
    Constant,
    Predicate,
    Reads,
    Today,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Phrases, about

phrase = Phrases()

phrase.words(
    "_happened",
    "taken | made | recorded | done | entered | carried out | performed | logged | filed | dated | noted | "
    "captured | written | placed | issued | held | that took place | which took place | that happened | "
    "which happened | that were taken | that were made | that was taken | that was made | that were done | "
    "happening | that date from",
)


@phrase("rel", "_happened <adj>", cost=0.4)
@phrase("rowvp", "(take|takes|took) place <adj>", "(happen|happens|happened) <adj>", cost=0.3)
def happened(told: Predicate) -> Predicate | None:
    """Taken before their meter was installed: by the one date that the rows have."""
    return about(told, Cell(table="", column=SINCE)) if is_moment_told(told) else None


def is_moment_told(told: Predicate) -> bool:
    """Whether it holds a moment against a day or another moment."""
    parts = told.parts if isinstance(told, All | Any) else (told,)
    return all(
        isinstance(part, Compare) and part.left == IT and _is_moment(part.right) for part in parts
    )


def _is_moment(value: Value) -> bool:
    if isinstance(value, Constant):
        return value.reads in (Reads.DATE, Reads.TIME)
    if isinstance(value, Aggregate) and isinstance(value.of, Cell) and value.of.column == ITS_DAY:
        return True
    return isinstance(value, Cell) or any(isinstance(part, Today) for part in walk(value))
