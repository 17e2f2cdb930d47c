"""Phrases for one sign in a text and what is around it: one @, with something before it."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import How, Predicate
from backend.rules.phrasing import Phrases, all_of, not_

phrase = Phrases()

phrase.words(
    "_some_text",
    "something | some text | text | at least one character | anything | one or more characters | a name | characters",
)
phrase.words(
    "_ahead_of_it",
    "before it | in front of it | before [the] @ | in front of [the] @ | ahead of it | on its left | to the left of it",
)
phrase.words(
    "_behind_it",
    "after it | behind it | after [the] @ | behind [the] @ | to the right of it | somewhere after it | somewhere behind it | later on | in the part after it | in the part behind it | following it",
)
_BEFORE, _BEHIND = "before", "behind"


@phrase("around_sign", "_some_text _ahead_of_it")
def text_before() -> tuple[str, str]:
    """Something before it."""
    return (_BEFORE, "")


@phrase("around_sign", "_some_text _behind_it")
def text_behind() -> tuple[str, str]:
    """Something after it."""
    return (_BEHIND, "")


@phrase("around_sign", "(a|one|at least one|some) <dot_sign> _behind_it")
def mark_behind(mark: str) -> tuple[str, str]:
    """A dot after it."""
    return (_BEHIND, mark)


@phrase("around_sign", "_some_text before and after it", "_some_text on both sides [of it]")
def text_around() -> tuple[str, str]:
    """Something on both sides."""
    return ("both", "")


@phrase("dot_sign", "dot", "full stop", "period", "point")
def dot_sign() -> str:
    """A dot."""
    return "."


@phrase("around_signs", "<around_sign>")
def one_around(found: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Something before it."""
    return (found,)


@phrase("around_signs", "<around_signs> (and|,|, and) [with] <around_sign>")
def more_around(
    before: tuple[tuple[str, str], ...], found: tuple[str, str]
) -> tuple[tuple[str, str], ...]:
    """Something before it and a dot after it."""
    return (*before, found)


@phrase(
    "verb",
    "(contain|contains|have|has) (exactly|just|only) one <sign_mark> [,] (with|and) [with] <around_signs>",
    cost=0.0,
)
@phrase(
    "verb",
    "(contain|contains|have|has) (exactly|just|only) <one_sign> [,] (with|and) [with] <around_signs>",
    cost=0.0,
)
def one_sign_amid(mark: str, around: tuple[tuple[str, str], ...]) -> Predicate | None:
    """Contains exactly one @ with something before it and a dot after it."""
    if len(mark) != 1:
        return None
    free = f"[^{re.escape(mark)}]"
    sides = {side for side, text in around if not text}
    before = f"{free}+" if sides & {_BEFORE, "both"} else f"{free}*"
    dots = [re.escape(text) for _, text in around if text]
    behind = f"{free}*{dots[0]}{free}*" if dots else f"{free}*"
    if sides & {_BEHIND, "both"} and not dots:
        behind = f"{free}+"
    return _form(How.PATTERN, f"{before}{re.escape(mark)}{behind}") if len(dots) < 2 else None


@phrase(
    "verb",
    "(have|has|contain|contains) no <sign_mark> and (exactly|just|only) one <sign_mark>",
    cost=0.0,
)
@phrase(
    "verb",
    "(have|has|contain|contains) no <sign_mark> and (exactly|just|only) <one_sign>",
    cost=0.0,
)
def no_sign_and_one(none: str, mark: str) -> Predicate | None:
    """Has no blanks and exactly one @."""
    one = one_sign_amid(mark, ())
    return None if one is None else all_of(not_(_form(How.CONTAINS, none)), one)
