"""Phrases for signs in one piece or in groups: 16 digits together, or four by four with a space."""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.formats.patterns import described
from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()
Piece = tuple[str, str]
Grouping = tuple[int | None, int, str]
"""How many groups, how long each, and the sign between them."""

phrase.words(
    "_all_together",
    "[all] in (one|a single) (piece|block|run|go|string|group) | [all] together | [all] in a row | without (spaces|blanks|"
    "separators|gaps|breaks) | [all] undivided | unbroken | [all] run together",
)
phrase.words(
    "_put_in_blocks", "in | as | split into | divided into | written in | grouped in | grouped into"
)
phrase.words("_group_words", "groups | blocks | sets | chunks | parts")
phrase.words(
    "_between_groups",
    "between [each of] (the groups|them|the blocks|groups|the parts|each|each group|every two groups)",
)
phrase.words("_as_digits", "digits | letters | characters | signs | of them | each | digits each")


@phrase("group_mark", "[,] [with|and] [a|one|single] <sign_mark> [in] _between_groups")
@phrase("group_mark", "[,] (separated|divided|parted|split) by [a|one|single] <sign_mark>")
@phrase("group_mark", "[,] with <sign_mark> (in between|between)", cost=0.02)
@phrase("group_mark", "[,] [with] [a|one] <sign_mark> after each [group|block|of them]", cost=0.02)
def group_mark(mark: str) -> str:
    """With a space between the groups."""
    return mark


@phrase(
    "grouping", "[_put_in_blocks] [<number>] _group_words of <number> [_as_digits] <group_mark>"
)
def grouping(*parts: Any) -> Grouping | None:
    """In four groups of four with a space between the groups."""
    *counts, mark = parts
    found = [count.value for count in counts]
    if not all(isinstance(each, int) and 0 < each < 40 for each in found):
        return None
    return (found[0] if len(found) > 1 else None, found[-1], mark)


@phrase(
    "in_groups", "<number> <char_class> [:|,|–|-] [either] _all_together [,] or [else] <grouping>"
)
@phrase(
    "in_groups", "<number> <char_class> [:|,|–|-] [either] <grouping> [,] or [else] _all_together"
)
@phrase("in_groups", r"<number> <char_class> \( [either] _all_together [,] or [else] <grouping> \)")
def in_groups(total: Constant, regex: str, told: Grouping) -> Piece | None:
    """16 digits: all in one piece or in four groups of four with a space between the groups."""
    grouped = only_in_groups(total, regex, told)
    return None if grouped is None else (f"({regex}{{{total.value}}}|{grouped[0]})", "class")


@phrase("in_groups", "<number> <char_class> [:|,] <grouping>", cost=0.02)
def only_in_groups(total: Constant, regex: str, told: Grouping) -> Piece | None:
    """16 digits in four groups of four with a space between the groups."""
    groups, size, mark = told
    if not isinstance(total.value, int) or total.value % size or total.value <= size:
        return None
    many = total.value // size
    if groups not in (None, many):
        return None
    sign = re.escape(mark).replace(r"\-", "-").replace(r"\ ", " ")
    each = f"{regex}{{{size}}}"
    return (f"{each}({sign}{each}){{{many - 1}}}", "class")


phrase("pieces", "<in_groups>", cost=-0.2)(lambda found: (found,))


@phrase("verb", "(have|has|contain|contains|hold|holds) [exactly] <in_groups>")
def has_in_groups(found: Piece) -> Predicate | None:
    """Has 16 digits: all in one piece or in four groups of four."""
    return described((found,))
