"""Phrases for how much a value may change from row to row, said of any subject in any frame."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.changes import row_change
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, compare

phrase = Phrases()

phrase.words("_right_before", "directly | just | right | immediately")
phrase("change", "<number> at (most|the most)", cost=0.02)(
    lambda size: (compare(IT, "<=", size), False)
)
phrase("change", "<number> at (least|the least)", cost=0.02)(
    lambda size: (compare(IT, ">=", size), False)
)
phrase(
    "rowref",
    "_before [the] <noun> [_right_before] (above|before|preceding) [it]",
    "_before [the] [_right_before] preceding <noun>",
    "_before that of [the] (previous|preceding) <noun>",
    "between one <noun> and the next",
    "between neighbouring <noun>",
    "with respect to [the] (previous|preceding) <noun>",
)(lambda rows: True if rows.where is None else None)
phrase(
    "either_move",
    "(rise|increase|grow|climb|go up) (or|and) (fall|decrease|shrink|drop|sink|go down)",
    "(fall|decrease|shrink|drop|sink|go down) (or|and) (rise|increase|grow|climb|go up)",
    "(rises|increases|grows|climbs|goes up) (or|and) (falls|decreases|shrinks|drops|sinks|goes down)",
    "(falls|decreases|drops|sinks|goes down) (or|and) (rises|increases|grows|climbs|goes up)",
    "go up or down",
    "move up or down",
)(lambda: "either")


@phrase("shifting", "<move> by <change>", "<moved> by <change>", "<either_move> by <change>")
def shifting(move: str, told: tuple[Predicate, bool]) -> tuple[str, Any]:
    """Rise by more than 5, against a row that is named elsewhere."""
    return move, told


@phrase("verb", "<shifting> <rowref>", cost=0.1)
def shifts(found: tuple[str, Any], _: object) -> Predicate | None:
    """Moved by over 400 against the row above; a share of it is told of a column by its name."""
    move, told = found
    return None if told[1] else row_change(IT, move, told)


phrase("verb", "<shifting> , <direction_told> , <rowref>", cost=0.1)(
    lambda found, _, ref: shifts(found, ref) if found[0] == "either" else None
)
phrase("direction_told", "_in_both_directions")(lambda: True)


@phrase("stmt", "<rowref> [,] <expr> (_must|may|can) [only] <shifting>", cost=0.05)
def may_shift(_: object, of: Value, found: tuple[str, Any]) -> Statement | None:
    """Compared with the row above it, the level may rise or fall by 2 at most."""
    return rule(row_change(of, *found), subject=of) if isinstance(of, Cell) else None


phrase("rowref", "<rowref> _as_in_the_file", cost=0.02)(lambda _: True)
