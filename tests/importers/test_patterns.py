"""Patterns that other tools search for, as patterns of the whole text."""

from __future__ import annotations

import re

import pytest

from backend.importers.draft import Refusal
from backend.importers.patterns import found_in, is_anchored, like
from backend.rules.language.terms import Cell, How, Matches, Predicate

CODE = Cell(table="t", column="code")
TEXTS = (
    "", "a", "ab", "AB-1", "AB-12", "xAB-12", "AB-12x", "1", "a.c", "abc", "a|b", "b", "$", "^a",
    "line\nAB-1", "AB-1\nline", "100%", "10%", "a_c", "A1b2", "99", "ab99",
)  # fmt: skip
EXPRESSIONS = (
    "^AB-\\d+$", "^AB", "\\d$", "AB", "AB-\\d", "^(a|b)$", "^a|b$", "a|b", "[|]", "a\\|b", "^\\$",
    "\\$$", "a.c", "a\\.c", "^[^|]*$", "(?:99)$", "x?AB", "^\\^a",
)  # fmt: skip


def accepts(must: Predicate, text: str) -> bool:
    assert isinstance(must, Matches)
    match must.how:
        case How.STARTS:
            return text.startswith(must.text)
        case How.ENDS:
            return text.endswith(must.text)
        case How.CONTAINS:
            return must.text in text
    return re.fullmatch(must.text, text) is not None


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=repr)
def test_the_whole_text_matches_where_a_search_finds(expression: str) -> None:
    must = found_in(CODE, expression).must

    assert [t for t in TEXTS if accepts(must, t)] == [t for t in TEXTS if re.search(expression, t)]


@pytest.mark.parametrize(
    ("pattern", "accepted"),
    [
        ("AB-%", ("AB-1", "AB-12", "AB-12x", "AB-1\nline")),
        ("%99", ("99", "ab99")),
        ("%b%", ("ab", "abc", "a|b", "b", "A1b2", "ab99")),
        ("a_c", ("a.c", "abc", "a_c")),
        ("a.c", ("a.c",)),
        ("1%0_", ("100%", "10%")),
    ],
)
def test_like_patterns(pattern: str, accepted: tuple[str, ...]) -> None:
    must = like(CODE, pattern).must

    assert tuple(text for text in TEXTS if accepts(must, text)) == accepted


@pytest.mark.parametrize(
    "expression", ["[[:alpha:]]", r"\yAB\y", "(?i)ab", r"\p{L}+", "a++", "(", r"\mAB"]
)
def test_other_dialects_are_refused(expression: str) -> None:
    with pytest.raises(Refusal, match="pattern"):
        found_in(CODE, expression)


@pytest.mark.parametrize(
    ("expression", "whole"), [("^a$", True), ("a$", False), ("^a|b$", False), (r"^a\$", False)]
)
def test_anchors_at_both_ends_tell_of_the_whole_text(expression: str, whole: bool) -> None:
    assert is_anchored(expression) is whole
