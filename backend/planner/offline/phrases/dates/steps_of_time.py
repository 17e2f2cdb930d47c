"""Phrases for days and hours that follow each other: from the first reading to the last."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import WHEN
from backend.planner.offline.phrases.dates.gaps import none_missing
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

# From here to there -------------------------------------------------------------------------------

phrase.words("_its_first", "[its|their|the] (first|earliest|very first)")
phrase.words("_its_last", "[its|their|the] (last|latest|very last|final)")


@phrase("whole_span", "from _its_first <cell> (to|until|till|through|up to) _its_last [one]")
@phrase("whole_span", "between _its_first <cell> and _its_last [one]", cost=0.02)
@phrase("whole_span", "between _its_first and _its_last <cell>", cost=0.02)
@phrase("whole_span", "from _its_first (to|until|till|through|up to) _its_last <cell>", cost=0.02)
def from_first_to_last(of: Any) -> tuple[str, Cell] | None:
    """From the first reading date to the last."""
    return ("span", of) if isinstance(of, Cell) else None


@phrase(
    "whole_span",
    "from _its_first [day|date|entry] (to|until|till|through|up to) _its_last [day|date|entry|one]",
    "between _its_first (day|date|entry) and _its_last [day|date|entry|one]",
    "between _its_first and _its_last (day|date|entry)",
    cost=0.04,
)
def from_its_first_to_its_last() -> tuple[str, Cell]:
    """Between its first and its last date: by the one column that tells when."""
    return ("span", Cell(table="", column=WHEN))


# What has them ------------------------------------------------------------------------------------

phrase.words("_has_row", "have | has | contain | contains | hold | holds | show | shows | include | "
             "includes")  # fmt: skip
phrase.words("_row_for", "for | on | at | in | per")


@phrase(
    "stmt",
    "<the_file> _must _has_row _some_rows _row_for (each|every) <date_unit> <whole_span>",
    "<the_file> (needs|need) _some_rows _row_for (each|every) <date_unit> <whole_span>",
    "<the_file> _must (cover|contain|include|list|hold) (each|every|all) <date_unit> <whole_span>",
    "<whole_span> [,] (each|every) <date_unit> _must _has_row _some_rows",
    "<whole_span> [,] there must be _some_rows _row_for (each|every) <date_unit>",
    "<whole_span> [,] no <date_unit> (may|must|should|can) be _absent",
    cost=0.04,
)
@phrase(
    "stmt",
    "<the_file> _must _has_row _some_rows _row_for (each|every) <date_unit>",
    "<the_file> (needs|need) _some_rows _row_for (each|every) <date_unit>",
    cost=0.3,
)
def file_has_each(*parts: Any) -> Statement | None:
    """The log must have an entry for each day between its first and its last date."""
    kept = [part for part in parts if part is not True]
    units = [part for part in kept if isinstance(part, str)]
    spans = [part for part in kept if isinstance(part, tuple)]
    told = spans or [("span", Cell(table="", column=WHEN))]
    return none_missing(units[-1], *told)
