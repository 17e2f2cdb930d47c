"""Phrases for what must be there, said once more of the marker: a state (not NULL)."""

from __future__ import annotations

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.emit_predicates import simplified
from backend.rules.language.terms import All, Missing, Not
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()


@phrase("hint", r"<hint> \( [so|i.e.|it is|it must be] not null \) [.]", cost=-0.1)
@phrase("hint", "<hint> , [so|i.e.|that is] not null [.]", cost=0.02)
def not_null_besides(statement: Statement) -> Statement | None:
    """A state must be given (not NULL): where the rule is that it is there, and nothing else."""
    rule = statement.rule
    if not isinstance(rule, BrokenRows):
        return None
    told = simplified(rule.must)
    parts = told.parts if isinstance(told, All) else (told,)
    is_presence = all(isinstance(part, Not) and isinstance(part.part, Missing) for part in parts)
    return statement if is_presence else None
