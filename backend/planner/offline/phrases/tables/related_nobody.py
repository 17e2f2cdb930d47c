"""Phrases that say once more which cells are empty: no boss, that is, nothing in reports_to."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Missing, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words(
    "_left_void",
    "null | nothing | no value | nobody | none | no entry | a blank | a null | nil | an empty cell | no one",
)
phrase.words("_hollow", "empty | blank | missing | null | unfilled | not filled | not given")
phrase.words(
    "_meaning",
    ", that is | , that is , | , i.e. | , i.e. , | , meaning | , in other words | , in other words , | , which means | , so | - | – | : | "
    ", that is to say | , that is to say ,",
)
phrase.words("_having_it", "has | have | having | with | is | are | shows | show | holds")


@phrase("void_told", "[_having_it] _left_void (in|for|as|under) [column] <column>")
@phrase("void_told", "[_having_it] [a|an] _hollow <column>")
@phrase(
    "void_told", "[_having_it] [their|its|his|her] <column> (is|are|being|=|stays|left) _hollow"
)
@phrase("void_told", "<column> _hollow", "<column> (is|=) _left_void")
@phrase("void_told", "(without|has no|have no|with no) [a|an] <column>")
def void_told(of: Value) -> Cell | None:
    """Nothing in reports_to."""
    return of if isinstance(of, Cell) else None


def _is_of(told: Predicate, cell: Cell) -> bool:
    """Whether a condition is nothing but that one column is empty."""
    named = {part.column for part in walk(told) if isinstance(part, Cell)}
    return isinstance(told, Missing) and named == {cell.column}


for _head in ("rowvp", "rel"):

    @phrase(_head, rf"<{_head}> \( [_meaning_in] <void_told> \)", cost=-0.05)
    @phrase(_head, rf"<{_head}> _meaning <void_told>", cost=-0.05)
    def said_once_more(told: Predicate, cell: Cell) -> Predicate | None:
        """Has no boss, that is, nothing in reports_to."""
        return told if _is_of(told, cell) else None


phrase.words("_meaning_in", "that is | that is , | i.e. | i.e. , | meaning | so | in other words")


@phrase(
    "rowvp",
    r"_has_nobody_above _meaning <void_told>",
    r"_has_nobody_above \( [_meaning_in] <void_told> \)",
    cost=0.02,
)
def nobody_above_told(cell: Any) -> Predicate:
    """Has nobody above them, that is, nothing in reports_to."""
    return Missing(of=cell)


phrase.words(
    "_has_nobody_above",
    "(have|has|had) (nobody|no one|no-one) (above|over) (them|him|her|it|him or her) | (have|has|had) (nobody|no one|no-one) to report to | "
    "is at the top | are at the top | (is|are) the head",
)
