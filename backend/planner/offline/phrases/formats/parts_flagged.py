"""Phrases for what is split first and looked at then: split tags at the semicolon and flag rows with any part other than red."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.split_texts import Options
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.split_parts import SplitCell, parts_are, parts_are_not
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words("_one_part", "part | piece | element | item | entry | value | word | token")
phrase.words("_some_one_part", "(a|an|any|one|at least one) _one_part | _pieces_of")
phrase.words(
    "_parts_each",
    "(each|every) _one_part | all [the|of the] _pieces_of | each of them | every one of them",
)
phrase.words("_no_one_part", "no _one_part | none of the _pieces_of | none of them")


def _split(parts: tuple[Any, ...]) -> tuple[SplitCell, Options] | None:
    """The column that is split, and the words; rows are told without more."""
    told = next(p for p in parts if isinstance(p, tuple) and p[:1] == ("parted",))
    of = next((p for p in parts if isinstance(p, Cell)), told[2])
    rows = [p for p in parts if isinstance(p, RowSet)]
    others = [
        p
        for p in parts
        if isinstance(p, tuple) and p[:1] != ("parted",) and not isinstance(p, RowSet | Cell)
    ]
    is_same = told[2] is None or told[2] == of
    if not isinstance(of, Cell) or not is_same or any(each.where is not None for each in rows):
        return None
    return SplitCell(of, told[1]), others[0]


_WITH = "(with|having|that have|that has|that contain|which have)"


@phrase(
    "stmt",
    f"<parted_ahead> _flag [_each|all] <noun> {_WITH} _some_one_part (other than|besides|except|that is not|outside|not among|which is not) <allowed_parts>",
    "<parted_ahead> _parts_each _must be [one of] <allowed_parts>",
    "<parted_ahead> only <allowed_parts> _are_allowed",
    cost=0.04,
)
def each_of_parts(*parts: Any) -> Statement | None:
    """Split tags at the semicolon and flag toys with any part other than red or blue."""
    found = _split(parts)
    told = None if found is None else parts_are(*found)
    return None if found is None or told is None else rule(told, subject=found[0].of)


@phrase(
    "stmt",
    f"<parted_ahead> _flag [_each|all] <noun> {_WITH} _some_one_part (that is|equal to|which is) <part_words>",
    "<parted_ahead> _no_one_part _may be <part_words>",
    cost=0.04,
)
def none_of_parts(*parts: Any) -> Statement | None:
    """Split tags at ";": no part may be red."""
    found = _split(parts)
    told = None if found is None else parts_are_not(*found)
    return None if found is None or told is None else rule(told, subject=found[0].of)
