"""Patterns of Python in RE2, over texts in which the two would differ."""

from __future__ import annotations

import re

import pytest

from backend.rules.language.patterns import as_re2
from backend.rules.lowering import NotLowered
from tests.rules.words import cell, matches, must
from tests.rules.worlds import found, world

TEXTS = [
    *(
        "a",
        "5",
        "٣",
        "é",
        "_",
        "a b",
        "a\u00a0b",
        "\u2003",
        "[",
        "]",
        "^",
        "-",
        "\\",
        "a.b",
        "A5",
        "½",
    ),
]


@pytest.mark.parametrize(
    "pattern",
    [r"\d", r"\D", r"\w+", r"\W", r"\s", r"\S+", r"[\d\s]", r"[^\w]", r"[]a]", r"[^]a]", r"[a[]",
     r"\[", r"[\]]", r"\\", r"[\\d]", r"a.b", r"\w\sb?.*", r"(?i)a\d", r"[a-z]{1,3}", r"\^|[-^]"],
)  # fmt: skip
def test_a_pattern_means_the_same_to_re2(pattern: str) -> None:
    """`found` holds the program, whose engine is Python's, against the SQL."""
    rule = must(matches(cell("s"), "pattern", pattern))
    rows = found(rule, world(t=[("s",), *zip(TEXTS)]), ["as loaded"]).rows

    assert rows == [place for place, text in enumerate(TEXTS) if not re.fullmatch(pattern, text)]


@pytest.mark.parametrize(
    "pattern",
    [r"a(?=b)", r"(?<!a)b", r"(a)\1", r"(?P<n>a)(?P=n)", r"(a)?(?(1)b|c)", r"(?>a)b", r"a++",
     r"a{1001}", r"(?x)a b", r"(?a)\w", r"\ba", r"[\W]", r"\u00e9", r"a\Z", r"["],
)  # fmt: skip
def test_what_re2_cannot_say_is_not_lowered(pattern: str) -> None:
    with pytest.raises(NotLowered):
        as_re2(pattern)
