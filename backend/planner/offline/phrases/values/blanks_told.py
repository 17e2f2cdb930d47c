"""Phrases for cells of nothing but spaces, and for the sentence that tells they are wrong as empty ones are."""

from __future__ import annotations

import re

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, How, Matches, Missing, Not, Predicate
from backend.rules.phrasing import IT, Phrases, Statement, all_of, not_

phrase = Phrases()

phrase.words(
    "_spaces", "spaces | blanks | whitespace | white space | blank spaces | space characters"
)
phrase.words(
    "_a_cell",
    "[a|an|any|every|each] (cell|value|entry|text|field|string) | cells | values | entries",
)
phrase.words(
    "_empty_or_blank",
    "empty or (only|just|nothing but|all|made of|full of|filled with|consists of|contains) [only] _spaces | (empty|missing) or "
    "blank | (empty|missing) or _spaces only | only _spaces or empty | blank or empty",
)


@phrase("verb", "(consist|consists) of _spaces (only|alone)", "(be|is|are) (only|just|all) _spaces")
@phrase(
    "verb",
    "(consist|consists) (only|entirely|solely) of _spaces",
    "(hold|holds|contain|contains) _spaces only",
)
def of_spaces() -> Predicate:
    """Consists of spaces only."""
    return Matches.model_validate({"of": IT, "how": "pattern", "text": "[ ]+"})


def _is_of_blanks(part: Predicate) -> bool:
    if not isinstance(part, Not) or not isinstance(part.part, Matches):
        return False
    told = part.part
    return told.how == How.PATTERN and re.fullmatch(told.text, " ") is not None


@phrase(
    "hint",
    "<hint> _stop _a_cell (that is|that are|which is|which are) _empty_or_blank (is|are|counts as|count as) _wrong [.]",
    "<hint> _stop _do_flag _a_cell (that is|that are|which is|which are) _empty_or_blank [.]",
    "<hint> _stop (empty|missing) (cells|values|entries) (and|or) (cells|values|those|entries) (of|with|that hold|holding) (only|nothing but|just) _spaces "
    "(is|are|count as) _wrong [.]",
    cost=0.02,
)
def empty_or_blank(told: Statement) -> Statement | None:
    """A cell that is empty or only spaces is wrong: of a rule that no cell is only spaces."""
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    if not isinstance(must, Not) or not _is_of_blanks(must):
        return None
    assert isinstance(must.part, Matches)
    if not isinstance(must.part.of, Cell):
        return None
    there = not_(Missing(of=must.part.of))
    whole = told.rule.model_copy(update={"must": all_of(there, must)})
    return told.model_copy(update={"rule": whole})
