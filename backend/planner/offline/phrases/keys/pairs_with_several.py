"""Phrases for a pair of columns that has several values of a third: one name and surname, two ages."""

from __future__ import annotations

from backend.rules.inconsistent_values import one_value
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects

phrase = Phrases()

phrase.words("_pair_of_pairs", "combination of | pair of | combinations of | pairs of")
phrase.words("_told_by", "by | by the same | with the same | identified by | told apart by | as in")


@phrase("pair_told", "[the same|same] [_pair_of_pairs] <and_cells>")
def pair_key(found: Subjects) -> Subjects:
    """The same name and surname."""
    return found


@phrase("pair_told", r"<noun> \( [_told_by] <and_cells> \)", "<noun> , _told_by <and_cells> ,")
@phrase("pair_told", "<noun> _told_by <and_cells>")
def pair_of_rows(rows: RowSet, found: Subjects) -> Subjects | None:
    """A player (name and surname): whoever has the same ones."""
    return None if rows.where is not None or rows.each else found


@phrase(
    "stmt",
    "[a|an|one] <pair_told> (_must_not|never|_do not) <mixed_vp>",
    "no <pair_told> [_may|ever|_may ever] <mixed_vp>",
    "(do|does|did|has|have|can|could) any <pair_told> <mixed_vp> [?]",
    "(is|are) there [any|a|an] <pair_told> [_which_does] <mixed_vp> [?]",
    "_flag [any|every|each|all] <pair_told> [_which_does] <mixed_vp>",
    cost=0.05,
)
def of_a_pair(found: Subjects, value: Cell) -> Statement | None:
    """No name and surname may show up with different years of birth."""
    return one_value(found, value) if found.mode == "all" else None
