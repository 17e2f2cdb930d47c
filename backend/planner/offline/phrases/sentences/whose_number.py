"""Phrases for rows called by the column that numbers them: flag tickets whose number is below 1000."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.words import parts_of
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Phrases, Statement, about, not_

phrase = Phrases()

_LAST = {"number": ("no", "nr", "num", "number"), "code": ("code",), "id": ("id",)}

for _said, _ends in _LAST.items():

    @phrase("stmt", f"_flag [_each] [<table>] <cell> (whose|where the) {_said} <vp>", cost=0.3)
    def whose_number(*found: Any, ends: tuple[str, ...] = _ends) -> Statement | None:
        """Tickets whose number is below 1000, of a column ticket_no."""
        *table, of, told = found
        if table and table[0] != getattr(of, "table", ""):
            return None
        words = parts_of(of.column) if isinstance(of, Cell) else []
        if len(words) < 2 or words[-1].lower() not in ends:
            return None
        return rule(about(not_(told), of), subject=of)
