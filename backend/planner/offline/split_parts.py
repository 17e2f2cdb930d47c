"""Parts of a text that one sign parts: each of them is one of some words, or none of them is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from backend.contracts.schema import Column
from backend.planner.offline.context import Misfit
from backend.rules.language.terms import Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import not_

SPLIT = "split at "
"""Stands before the sign and the words until the column is known."""
_APART, _OPEN = "\x1f", "\x1e"
_EACH, _SOME = "=", "!"


class SplitCell(NamedTuple):
    """A column, each of whose texts is parted at a sign."""

    of: Value
    mark: str


def parts_are(split: SplitCell, options: Sequence[Constant]) -> Predicate | None:
    """Each part is one of these words; blanks around a part do not count."""
    return _about_parts(_EACH, split, options)


def parts_are_not(split: SplitCell, options: Sequence[Constant]) -> Predicate | None:
    """No part is one of these words."""
    told = _about_parts(_SOME, split, options)
    return None if told is None else not_(told)


def _about_parts(way: str, split: SplitCell, options: Sequence[Constant]) -> Predicate | None:
    words = [str(option.value).strip() for option in options]
    if any(split.mark in word or not word for word in words):
        return None
    told = [word + _OPEN * option.unquoted for word, option in zip(words, options, strict=True)]
    text = f"{SPLIT}{way}{split.mark}{_APART.join(told)}"
    return Matches(of=split.of, how=How.FORMAT, text=text)


def with_known_parts(atom: Matches, column: Column) -> Matches:
    """The words as a pattern; those without quotes must be parts that the column has.

    Raises:
        Misfit: one is none, and may be a word of English.
    """
    written = atom.text.removeprefix(SPLIT)
    way, mark, told = written[0], written[1], written[2:].split(_APART)
    held = {part.strip() for text in column.values for part in text.split(mark)}
    for word in told:
        if word.endswith(_OPEN) and word[:-1] not in held:
            raise Misfit(
                f"{word[:-1]!r} is no part of {column.name}; put it in quotes if it is meant"
            )
    words = [word.removesuffix(_OPEN) for word in told]
    part, sign = f"[ ]*({_either(words)})[ ]*", re.escape(mark)
    listed = " or ".join(repr(word) for word in words)
    if way == _EACH:
        text = f"{part}({sign}{part})*"
        says = f"each part is {listed}, split at {mark!r}"
    else:
        text = f"((?s:.*){sign})?{part}({sign}(?s:.*))?"
        says = f"some part is {listed}, split at {mark!r}"
    return atom.model_copy(update={"how": How.PATTERN, "text": text, "says": says})


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ").replace(r"\-", "-") for word in words)
