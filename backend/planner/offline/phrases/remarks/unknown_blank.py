"""Phrases for what is unknown and therefore left blank: an unknown grade stays empty."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Value
from backend.rules.phrasing import Modifier, Phrases

phrase = Phrases()

phrase.words(
    "_stays_blank",
    "(is|are|stays|stay|remains|remain) [to be|simply|just] [left] (blank|empty)",
)
phrase.words("_is_unknown_yet", "unknown | missing | unrecorded | undetermined | not known")


@phrase("remark", "[a|an|any|every] _is_unknown_yet <cell> [value|values] _stays_blank", cost=0.03)
@phrase(
    "remark",
    "(if|when|where) _is_unknown_yet [,] [the] <cell> [value|values] _stays_blank",
    cost=0.03,
)
def unknown_left_blank(of: Value) -> Modifier:
    """An unknown grade is left blank."""
    return remark("empty-column-fine", values=(of,), texts=("told",))


@phrase(
    "remark",
    "_is_unknown_yet (ones|values|cases|entries) _stays_blank",
    "(if|when|where) _is_unknown_yet [,] [it|this|that] _stays_blank",
    "[it] _stays_blank (if|when|where) _is_unknown_yet",
    "or (blank|empty) (if|when|where) _is_unknown_yet",
    cost=0.03,
)
def unknown_ones_left_blank() -> Modifier:
    """Unknown ones are left blank."""
    return remark("empty-fine")
