"""Phrases that leave out rows in which something has not been done yet: unshipped ones do not count."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Constant, Missing
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()


@phrase("undone_ones", "[_all_the] <flag_word> (ones|rows|<noun>)")
def undone_ones(told: Any, *rows: RowSet) -> Cell | None:
    """Unshipped orders."""
    is_plain = all(each.where is None and not each.each for each in rows)
    of = told.of if isinstance(told, Missing) and is_plain else None
    return of if isinstance(of, Cell) else None


@phrase("hint", "<hint> [_stop] <undone_ones> (_counts_not|_be _fine) [.]", cost=0.05)
@phrase("hint", r"<hint> \( <undone_ones> (_counts_not|_be _fine) \) [.]", cost=0.05)
@phrase(
    "hint", r"<hint> [_stop] <undone_ones> \( <marker> \) (_counts_not|_be _fine) [.]", cost=0.05
)
def undone_left_out(statement: Statement, of: Cell, *marker: Constant) -> Statement:
    """Unshipped ones (NULL) do not count."""
    spared: tuple[Modifier, ...] = (remark("without-column-fine", values=(of,)),)
    if marker:
        spared = (remark("marker", texts=(str(marker[0].value),), values=(of,)), *spared)
    return statement.model_copy(update={"remarks": (*statement.remarks, *spared)})
