"""Phrases for the signs that a text is made of: from 0-9 and a-f, two hyphens, letters and digits only."""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.formats.contents import has_no_class
from backend.planner.offline.phrases.formats.texts import LENGTH, _form
from backend.planner.offline.phrases.sentences.kinds import char_class_of, only_kinds
from backend.rules.language.terms import All, Compare, Constant, How, Matches, Predicate
from backend.rules.phrasing import Phrases, all_of

phrase = Phrases()
Piece = tuple[str, str]
_ANY = "(?s:.*)"

# Ranges of signs ----------------------------------------------------------------------------------


@phrase("sign_range", "<bare>", cost=-0.3)
def letters_in(written: Constant) -> tuple[str, ...] | None:
    """a-f."""
    found = re.fullmatch("([a-z])-([a-z])|([A-Z])-([A-Z])", str(written.value))
    low, high = [end for end in found.groups() if end] if found else ("z", "a")
    return (f"[{low}-{high}]",) if low < high else None


@phrase("sign_range", "<number> (-|–) <number>", "<number> to <number>")
def digits_in(low: Constant, high: Constant) -> tuple[str, ...] | None:
    """0-9."""
    first, last = low.value, high.value
    if not isinstance(first, int) or not isinstance(last, int) or not 0 <= first < last <= 9:
        return None
    return (f"[{first}-{last}]",)


@phrase("sign_ranges", "<sign_range>")
@phrase("sign_ranges", "<sign_ranges> (,|and|or|, and|, or) <sign_range>")
def ranges(*found: tuple[str, ...]) -> tuple[str, ...]:
    """0-9 and a-f."""
    return tuple(regex for part in found for regex in part)


@phrase("kind", "(characters|signs|symbols|digits|letters) <sign_ranges>", cost=0.0)
def kind_of_ranges(found: tuple[str, ...]) -> tuple[str, ...]:
    """The characters 0-9 and a-f."""
    return found


phrase.words(
    "_signs_counted", "characters | character | chars | signs | symbols | digits | letters"
)


@phrase(
    "piece",
    "[exactly] <number> _signs_counted (from|of|out of|taken from|among) (<sign_ranges>|<kinds>)",
    cost=-0.3,
)
def so_many_from(count: Constant, found: tuple[str, ...]) -> Piece | None:
    """32 characters from 0-9 and a-f."""
    is_whole = isinstance(count.value, int) and count.value > 0
    return (f"{char_class_of(found)}{{{count.value}}}", "class") if is_whole else None


@phrase("char_class", "<kind> or <kind>", cost=-0.5)
def either_kind(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """4 to 8 capital letters or digits: a mixture."""
    is_plain = {one, other} & {("[A-Za-z]",)}
    is_class = all(re.fullmatch(r"\[.-.\]", regex) for regex in (*one, *other))
    return None if is_plain or not is_class else char_class_of((*one, *other))


# Counted signs ------------------------------------------------------------------------------------

phrase.words("_bears_signs", "contain | contains | have | has | include | includes")


@phrase("verb", "_bears_signs (exactly|just) <number> <sign_mark>", cost=0.0)
def so_many_signs(count: Constant, mark: str) -> Predicate | None:
    """Contains exactly two hyphens."""
    is_several = isinstance(count.value, int) and count.value > 1
    return signs_between(mark, f"{{{count.value}}}") if is_several else None


def signs_between(mark: str, times: str) -> Predicate | None:
    """A text with so many of a sign, told as a pattern tells it."""
    free = f"[^{re.escape(mark)}]*"
    told = f"{free}({re.escape(mark)}{free}){times}"
    return _form(How.PATTERN, told) if len(mark) == 1 else None


@phrase(
    "verb",
    "(have|has) <sign_mark> as [its|their] <ordinal> (character|sign|letter|digit)",
    cost=0.0,
)
@phrase("verb", "(have|has) <sign_mark> (in|at) [its|their] <ordinal> (place|position)", cost=0.0)
def sign_at(mark: str, place: int) -> Predicate | None:
    """Has a dash as its second character."""
    if len(mark) != 1 or not 0 < place < 20:
        return None
    return _form(How.PATTERN, f"{'(?s:.)' * (place - 1)}{re.escape(mark)}{_ANY}")


# Nothing but --------------------------------------------------------------------------------------


@phrase("adj", "all (digits|numeric|numerals)", cost=0.0)
def all_digits() -> Predicate:
    """All digits."""
    return only_kinds(("[0-9]",))


@phrase("adj", "<adj> [,] [all|and] <kinds> only", "<adj> , only <kinds>", cost=0.05)
@phrase("adj", "<adj> [,] (made|made up|consisting|composed) [only] of <kinds> [only]", cost=0.05)
def so_long_of(told: Predicate, found: tuple[str, ...]) -> Predicate | None:
    """Between 4 and 6 characters, letters and digits only."""
    is_exact = isinstance(told, Compare) and told.sign == "=="
    if not _is_length(told) or (is_exact and found == ("[0-9]",)):
        return None  # so many digits: a pattern, which is told elsewhere
    return all_of(told, only_kinds(found))


def _is_length(told: Any) -> bool:
    if isinstance(told, All):
        return all(map(_is_length, told.parts))
    return isinstance(told, Compare) and told.left == LENGTH


@phrase("adj", "<adj> , (no|without|and no|without any) <char_class>", cost=0.05)
@phrase("verb", "<verb> , (no|without|and no|without any) <char_class>", cost=0.05)
def and_no_class(told: Predicate, regex: str) -> Predicate | None:
    """15 digits, no letters."""
    is_form = isinstance(told, Matches) and told.how in (How.PATTERN, How.FORMAT)
    return all_of(told, has_no_class(regex)) if is_form or _is_length(told) else None
