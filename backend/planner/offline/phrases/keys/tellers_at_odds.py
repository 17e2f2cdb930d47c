"""Phrases for things of which different values are told: flights for which the sources give different times."""

from __future__ import annotations

from backend.planner.offline.phrases.keys.values_agree import they_agree
from backend.rules.inconsistent_values import _rule
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words("_about_which", "for which | where | on which | about which | of which | in which")
phrase.words("_those_who_tell", "[the|its|their|any two|two|several|different|some|all]")
phrase.words(
    "_was_told",
    "(is|are|was|were|has been|have been) (given|recorded|reported|listed|entered|stored|named|noted|stated|told|shown|on file|on record)",
)

for _shown, _whole in (
    ("_flag [all|each|every|any] [a|an|any|every|each|the|those] <cell>", False),
    (
        "_flag (all|all the|every|each) (_row|<noun>) (of|for|with) [a|an|any|every|each|the|those] <cell>",
        True,
    ),
):

    @phrase(
        "stmt",
        f"{_shown} _about_which [_those_who_tell] <cell> _tells _unlike_ones <cell> [values]",
        f"{_shown} _about_which [_those_who_tell] <cell> [do] _fall_out [the|its|their] <cell>",
        cost=0.06,
    )
    def tellers_at_odds(*told: object, whole: bool = _whole) -> Statement | None:
        """Flag all rows of flights for which the sources give different departure times."""
        cells = _plainly(told)
        found = they_agree(cells[1], cells[2], cells[0]) if len(cells) == 3 else None
        return _of_all(found, whole=whole)

    @phrase("stmt", f"{_shown} _about_which _several <cell> [values|entries] _was_told", cost=0.06)
    def several_told(*told: object, whole: bool = _whole) -> Statement | None:
        """Flag all rows of flights for which several departure times are given."""
        cells = _plainly(told)
        is_pair = len(cells) == 2 and cells[0] != cells[1]
        return _of_all(_rule(cells[0], cells[1]) if is_pair else None, whole=whole)


def _of_all(found: Statement | None, *, whole: bool) -> Statement | None:
    if found is None or not whole:
        return found
    return found.model_copy(update={"rule": found.rule.model_copy(update={"whole": True})})


def _plainly(told: tuple[object, ...]) -> list[Value]:
    """The columns, where the rows before them are all rows."""
    rows = [each for each in told if isinstance(each, RowSet)]
    is_plain = all(each.where is None for each in rows)
    return [each for each in told if isinstance(each, Cell)] if is_plain else []
