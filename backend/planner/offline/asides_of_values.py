"""Asides that say no more than the value or the rule beside them: 9 (the cap), a wife in role.

A column's own name beside a value that the rule holds that column against adds nothing; neither
does a noun in brackets for what a number is, a guess why a row is wrong, nor that it is so from
now on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from backend.planner.offline.adds_nothing import is_anything
from backend.planner.offline.chart import Leaf
from backend.planner.offline.markers_of_old import old_marker
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Constant, How, Matches, OneOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

Told = tuple[int, Callable[[Rule], bool]]

_IN = frozenset({"in", "as", "under"})
_GUESSES = frozenset(
    {"probably", "likely", "presumably", "possibly", "perhaps", "maybe", "apparently", "surely"}
)
_LONGEST = 8
_CALLED = frozenset({
    "cap", "ceiling", "limit", "default", "maximum", "minimum", "placeholder", "marker", "cut-off",
    "cutoff", "threshold", "standard", "norm", "top", "floor",
})  # fmt: skip
_NO_LONGER = (("any", "more"), ("any", "longer"), ("anymore",), ("from", "now", "on"), ("either",))
_INSTEAD = (("instead", "of"), ("rather", "than"), ("in", "place", "of"))
_DENIALS = frozenset({"no", "not", "never", "nobody", "none", "cannot", "nothing"})


def aside_of_value(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> Told | None:
    """Where such an aside ends, and whether a rule says it anyway."""
    told = _in_its_column(tokens, at, found) or _no_longer(tokens, at)
    return told or _in_place_of(tokens, at) or _or_several(tokens, at) or old_marker(tokens, at)


def _or_several(tokens: Sequence[Token], at: int) -> Told | None:
    """The same person or persons: one of them, or more."""
    words = [token.low for token in tokens[max(at - 1, 0) : at + 2]]
    if len(words) < 3 or words[1] != "or" or words[0] == words[2]:
        return None
    return (at + 2, is_anything) if stem(words[0]) == stem(words[2]) == words[0] else None


def _in_place_of(tokens: Sequence[Token], at: int) -> Told | None:
    """Instead of Oslo, behind another value that a cell must be, or may not be."""
    words = [token.low for token in tokens[at : at + 3]]
    start = next((at + len(each) for each in _INSTEAD if words[: len(each)] == [*each]), at)
    end = next(
        (far for far in range(start, len(tokens)) if tokens[far].text in ".;,!?()"), len(tokens)
    )
    if start == at or not 0 < end - start <= _LONGEST // 2:
        return None
    told = " ".join(token.low for token in tokens[start:end])
    before = tokens[at - 1].low
    return end, lambda rule: _holds_another(rule, before, told)


def _holds_another(rule: Rule, before: str, told: str) -> bool:
    """Whether a rule holds one column against the text that ends so, and not against this one."""
    parts = walk(rule.must) if isinstance(rule, BrokenRows) else ()
    held = [
        str(part.right.value).lower()
        for part in parts
        if isinstance(part, Compare) and part.sign in ("==", "!=")
        if isinstance(part.left, Cell) and isinstance(part.right, Constant)
    ]
    return sum(text.endswith(before) for text in held) == 1 and told not in held


def bracket_of_value(tokens: Sequence[Token], at: int) -> Told | None:
    """Where a bracket ends that names a number, or guesses why: (the cap), (probably a typo)."""
    end = next((at + far for far, each in enumerate(tokens[at:]) if each.text == ")"), None)
    if end is None or not 0 < end - at <= _LONGEST:
        return None
    words = [token.low for token in tokens[at:end]]
    is_guess = words[0] in _GUESSES and not any(token.text.isdigit() for token in tokens[at:end])
    is_call = len(words) == 2 and words[0] in ("the", "a", "our") and words[1] in _CALLED
    is_of_number = at > 1 and tokens[at - 2].shape == Shape.NUMBER
    if is_guess or (is_call and is_of_number):
        return end + 1, is_anything
    return _one_example(tokens[at:end], end + 1)


def _one_example(inner: Sequence[Token], end: int) -> Told | None:
    """Behind a form, one text in brackets that fits it: (AB-51-XYZ)."""
    if not all(before.end == token.start for before, token in pairwise(inner)):
        return None
    shown = "".join(token.text for token in inner)
    is_code = any(char.isalpha() for char in shown) and not shown.isalpha()
    return (end, lambda rule: _is_form_of(rule, shown)) if is_code else None


def _is_form_of(rule: Rule, shown: str) -> bool:
    """Whether a rule asks one column for a form, and a text has it."""
    must = rule.must if isinstance(rule, BrokenRows) and rule.where is None else None
    is_form = isinstance(must, Matches) and must.how == How.PATTERN and isinstance(must.of, Cell)
    return is_form and re.fullmatch(must.text, shown) is not None  # type: ignore[union-attr]


def _in_its_column(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> Told | None:
    """In relationship, behind a value of it."""
    if tokens[at].low not in _IN or at == 0:
        return None
    cells = [leaf for leaf in found if leaf.start == at + 1 and is_surely_column(leaf)]
    before = tokens[at - 1].text
    if not cells:
        return None
    end = max(leaf.end for leaf in cells)
    named = [leaf.meaning for leaf in cells if leaf.end == end]
    told = {cell.column for cell in named if isinstance(cell, Cell)}

    def is_said(rule: Rule) -> bool:
        held = _columns_of(before, rule) | ({*told} if told == _read(rule) else set())
        return len(told) == 1 and told <= held

    return end, is_said


def _read(rule: Rule) -> set[str]:
    return {column for _, column in rule.reads()}


def _columns_of(text: str, rule: Rule) -> set[str]:
    """The columns that a rule holds against a value that ends so."""
    held: set[str] = set()
    for part in walk(rule):
        if isinstance(part, Compare):
            options = [each for each in (part.right,) if isinstance(each, Constant)]
            of = part.left
        elif isinstance(part, OneOf):
            options, of = list(part.options), part.of
        else:
            continue
        values = [str(each.value).lower() for each in options]
        if isinstance(of, Cell) and any(value.endswith(text.lower()) for value in values):
            held.add(of.column)
    return held


def _no_longer(tokens: Sequence[Token], at: int) -> Told | None:
    """Any more, at the end of what may not be."""
    words = tuple(token.low for token in tokens[at : at + 3])
    told = next((each for each in _NO_LONGER if words[: len(each)] == each), ())
    end = at + len(told)
    is_last = end == len(tokens) or tokens[end].text in (".", ";", "!", "?")
    is_denied = any(token.low in _DENIALS for token in tokens[max(0, at - 12) : at])
    return (end, is_anything) if told and is_last and is_denied else None
