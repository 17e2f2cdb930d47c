"""What stands at a told place of the file."""

from __future__ import annotations

from backend.proof.meaning import truth
from backend.proof.meaning.row_kinds import counted
from backend.proof.meaning.world import World
from backend.rules.broken_places import BrokenPlaces


def broken_places(rule: BrokenPlaces, world: World) -> tuple[int, int]:
    """One place is judged; it fails unless its row is there and certainly as told."""
    rows = counted(rule, world)
    at = rule.place - 1 if rule.place > 0 else len(rows) + rule.place
    is_there = 0 <= at < len(rows)
    return 1, int(not (is_there and truth.holds(rule.must, rows[at])))
