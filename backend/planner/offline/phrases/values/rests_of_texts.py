"""Phrases for how a text goes on behind its beginning, and for signs of which one follows another."""

from __future__ import annotations

import re

from backend.planner.offline.form_remarks import shows
from backend.planner.offline.phrases.formats.layouts import laid_out
from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.kinds import char_class_of
from backend.rules.language.terms import Compare, Constant, How, Predicate
from backend.rules.phrasing import IT, Phrases, all_of, compare, not_

phrase = Phrases()
Pieces = tuple[tuple[str, str], ...]

# Behind the beginning -------------------------------------------------------------------------

phrase.words(
    "_goes_on_so",
    "contain | contains | have | has | consist of | consists of | go on with | goes on with | continue with | "
    "continues with | hold | holds | be | is",
)
phrase.words(
    "_after_that",
    "after that | after it | behind it | behind that | thereafter | afterwards | from there on | for the rest | "
    "as the rest | otherwise",
)


@phrase("verb", "_starts <pieces> [,] and [then] _goes_on_so <pieces> _after_that", cost=0.02)
@phrase(
    "verb",
    "_starts <pieces> [,] and [then] (go|goes|continue|continues) on with <pieces>",
    cost=0.02,
)
@phrase("verb", "_starts <pieces> [,] and [then] (continue|continues) with <pieces>", cost=0.02)
def begins_and_goes_on_so(first: Pieces, then: Pieces) -> Predicate | None:
    """Starts with a # and has six hex digits after it: that is all of it."""
    return described((*first, *then))


@phrase(
    "verb",
    "_starts <pieces> [,] and [then] _goes_on_so (only|just|nothing but) <kinds> _after_that",
    "_starts <pieces> [,] and [then] _goes_on_so <kinds> only _after_that",
    "_starts <pieces> [,] and is otherwise [only|just|nothing but] <kinds> [only]",
    cost=0.02,
)
def begins_and_only(first: Pieces, kinds: tuple[str, ...]) -> Predicate | None:
    """Starts with a plus sign and contains only digits after that."""
    return described((*first, (f"{char_class_of(kinds)}+", "class")))


@phrase("verb", "_starts (exactly|only|just|no more than) one <sign_mark>", cost=0.0)
@phrase("verb", "_starts (a single|one single) <sign_mark>", cost=0.0)
def begins_with_one(mark: str) -> Predicate | None:
    """Begins with exactly one #, and not with two."""
    if len(mark) != 1:
        return None
    return all_of(_form(How.STARTS, mark), not_(_form(How.STARTS, mark * 2)))


# One behind another ---------------------------------------------------------------------------

phrase.words("_somewhere_after", "(somewhere|anywhere|later|later on) (after|behind) (it|that)")


@phrase(
    "verb", "_bears_signs <sign_mark> and [then] [a] <sign_mark> (after|behind) (it|that)", cost=0.0
)
@phrase("verb", "_bears_signs <sign_mark> and [then] [a] <sign_mark> _somewhere_after", cost=0.0)
@phrase("verb", "_bears_signs <sign_mark> with <sign_mark> (after|behind) (it|that)", cost=0.0)
def one_after_other(first: str, second: str) -> Predicate:
    """Contains an @ and a dot after it."""
    signs = "(?s:.*)".join(map(re.escape, ("", first, second, "")))
    return _form(How.PATTERN, signs)


# A format with its bounds or its layout ---------------------------------------------------------


@phrase(
    "adj",
    r"[_valid] <format> \( [from|between] <number> (to|-|–|and|through) <number> \)",
    cost=0.02,
)
def format_within(name: str, low: Constant, high: Constant) -> Predicate | None:
    """A valid port number (1 to 65535)."""
    if not isinstance(low.value, int) or not isinstance(high.value, int):
        return None
    told = _form(How.FORMAT, name)
    inside, outside = (low.value, high.value), (low.value - 1, high.value + 1)
    if all(shows(told, str(end), is_good=True) for end in inside) and all(
        shows(told, str(end), is_good=False) for end in outside
    ):
        return told
    bounds: list[Compare] = [compare(IT, ">=", low), compare(IT, "<=", high)]
    return all_of(told, *bounds) if low.value < high.value else None


@phrase("adj", "[only|just|nothing but] [_valid] <format> (only|alone|throughout)", cost=0.05)
def format_only(name: str) -> Predicate:
    """Roman numerals only."""
    return _form(How.FORMAT, name)


phrase("verb", "(look|looks) like <spelt_layout>", cost=0.02)(laid_out)
phrase(
    "adj",
    r"[_valid] (date|month|expiry date|month and year|year and month|time) \( <spelt_layout> \)",
    cost=0.02,
)(laid_out)
