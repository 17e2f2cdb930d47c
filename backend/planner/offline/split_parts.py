"""Parts of a text that one sign parts: each of them is one of some words, or none of them is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from backend.contracts.schema import Column
from backend.planner.offline.context import Misfit
from backend.planner.offline.list_ends import AND_SO_ON
from backend.rules.language.terms import Constant, How, Matches, Predicate, Term, Value
from backend.rules.phrasing import not_

SPLIT = "split at "
"""Stands before the sign and the words until the column is known."""
_APART, _OPEN = "\x1f", "\x1e"
_EACH, _SOME = "=", "!"
_COUNTED = "the number of parts is "
_ABOUT_PARTS = ("each part is ", "some part is ", _COUNTED)


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


def is_about_parts(term: Term) -> bool:
    """Whether a condition is about the parts of a text, and not about all of it."""
    if not isinstance(term, Matches):
        return False
    return term.says.startswith(_ABOUT_PARTS) or term.text.startswith("listed_once ")


def so_many_parts(split: SplitCell, low: int, high: int | None) -> Predicate | None:
    """So many parts, of which none is empty or some are: as many signs as lie between them."""
    if low < 1 or (high is not None and high < low) or not split.mark:
        return None
    mark = re.escape(split.mark)
    other = f"[^{mark}]*" if len(split.mark) == 1 else "(?s:.*)"
    most = "" if high is None else str(high - 1)
    text = f"{other}({mark}{other}){{{low - 1},{most}}}"
    told = f"at least {low}" if high is None else f"{low} to {high}"
    says = f"{_COUNTED}{told}, split at {split.mark!r}"
    return Matches(of=split.of, how=How.PATTERN, text=text, says=says)


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
    is_listed = way == _EACH and sum(word.removesuffix(_OPEN) in held for word in told) > 1
    for word in told:
        if (
            word.endswith(_OPEN)
            and word[:-1] not in held
            and not (is_listed and _may_be_one(word[:-1]))
        ):
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


def _may_be_one(word: str) -> bool:
    """Whether a word beside known parts is one, too, and does not just end their list."""
    return word.isalnum() and word.lower() not in AND_SO_ON


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ").replace(r"\-", "-") for word in words)
