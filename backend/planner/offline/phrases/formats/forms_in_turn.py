"""Phrases for signs that take turns and for what else a beginning asks: letter and digit alternate."""

from __future__ import annotations

import itertools
import re

from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.sorted_signs import IN_TURN
from backend.rules.language.terms import Constant, How, Predicate
from backend.rules.phrasing import Phrases, all_of, not_

phrase = Phrases()

phrase.words("_shown_as", "[,] (like|such as|as in|for example|e.g.|for instance|as)")
phrase.words(
    "_in_between_forms", "in the middle | in between | between the halves | half-way | halfway"
)

# In turn ------------------------------------------------------------------------------------------


@phrase(
    "verb",
    "(alternate|alternates) [between] [a] (letter|letters) and [a] (digit|digits) [,] with [a|one|a single] space "
    "_in_between_forms _shown_as (<bare>|<number>) (<bare>|<number>)",
    cost=0.0,
)
def in_turn_around_space(one: Constant, other: Constant) -> Predicate | None:
    """Alternates letter and digit, with a space in the middle, like K1A 0B1."""
    halves = [str(one.value), str(other.value)]
    is_even = len(halves[0]) == len(halves[1])
    return _taking_turns(" ".join(halves)) if is_even else None


@phrase(
    "verb",
    "(alternate|alternates) [between] [a] (letter|letters) and [a] (digit|digits) _shown_as (<bare>|<text>)",
    cost=0.0,
)
def in_turn(shown: Constant) -> Predicate | None:
    """Alternates letter and digit, like A1B2."""
    return _taking_turns(str(shown.value))


def _taking_turns(shown: str) -> Predicate | None:
    signs = shown.replace(" ", "")
    kinds = ["d" if sign.isdigit() else "l" for sign in signs]
    has_turns = all(one != other for one, other in itertools.pairwise(kinds))
    is_plain = len(signs) > 2 and re.fullmatch("[A-Z0-9]+", signs) is not None
    return _form(How.FORMAT, IN_TURN + shown) if has_turns and is_plain else None


# A letter of a range ------------------------------------------------------------------------------


@phrase(
    "char_class", "(letter|capital letter|capital|upper-case letter|small letter) <bare>", cost=-0.5
)
def letter_of_range(told: Constant) -> str | None:
    """A capital letter A-F."""
    found = re.fullmatch("([A-Z])[-–]([A-Z])|([a-z])[-–]([a-z])", str(told.value))
    ends = [end for end in found.groups() if end] if found else []
    return f"[{ends[0]}-{ends[1]}]" if ends and ends[0] < ends[1] else None


# Beginnings ---------------------------------------------------------------------------------------


for _way, _words in (
    (How.STARTS, "start|starts|begin|begins"),
    (How.ENDS, "end|ends|finish|finishes"),
):

    @phrase(
        "verb",
        f"({_words}) neither (with|in) (<any_text>|<bare>) nor [with|in] (<any_text>|<bare>)",
        f"neither ({_words}) (with|in) (<any_text>|<bare>) nor [with|in] (<any_text>|<bare>)",
        cost=0.0,
    )
    def at_neither(one: Constant, other: Constant, way: How = _way) -> Predicate:
        """Starts neither with X nor with Y."""
        return all_of(*(not_(_form(way, str(each.value))) for each in (one, other)))


@phrase(
    "verb",
    "_starts <sign_mark> [,] and [then] (has|have|contain|contains) at least <number> (more|further|other) "
    "(character|characters|sign|signs)",
    "_starts <sign_mark> [,] and (is followed by|followed by) at least <number> (more|further|other) "
    "(character|characters|sign|signs)",
    cost=0.0,
)
def and_some_more(mark: str, count: Constant) -> Predicate | None:
    """Begins with # and has at least one more character."""
    is_whole = isinstance(count.value, int) and count.value > 0
    return _form(How.PATTERN, f"{re.escape(mark)}(?s:.){{{count.value},}}") if is_whole else None
