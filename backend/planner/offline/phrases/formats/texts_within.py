"""Phrases for a code or a name that stands in a column: IPA in its style, 99999 in the gain."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.held_values import stands_in
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, compare

phrase = Phrases()


@phrase("feature", "<bare> (in|inside|within) [its|their|the] <cell>", cost=0.1)
def code_in(text: Constant, of: Value) -> Predicate | None:
    """IPA in its style: a word in lower case may well be a noun, and a number is one."""
    told = str(text.value)
    is_code = any(char.isdigit() or char.isupper() for char in told) and not told.isdigit()
    return stands_in(of, told) if is_code else None


@phrase("feature", "<bare> (anywhere|somewhere) in [its|their|the] <cell>", cost=0.1)
def code_within(text: Constant, of: Value) -> Predicate | None:
    """IPA anywhere in its style."""
    told = str(text.value)
    return None if code_in(text, of) is None else Matches(of=of, how=How.CONTAINS, text=told)


# A number that may not stand there --------------------------------------------------------------

phrase.words(
    "_a_dummy",
    "(is|are) [just|only|merely] [a|an|our] (_placeholders|dummy|marker|sentinel|stand-in|code) [for [an|a|the] "
    "(unknown|missing|unrecorded|undisclosed|capped|absent) [amount|value|number|figure|date|one|entry|sum|price|count|<cell>]]",
)
phrase.words(
    "_and_so",
    "and | , and | and so | and therefore | and thus | , so it | so it | . it | ; it | , it",
)
phrase.words(
    "_must_not_be_there",
    "_must_not (occur|appear|be used|exist|be present|show up|be found|be there|come up|turn up|stand there|be entered) [there|in it|at all|anywhere]",
)


@phrase(
    "stmt",
    "[the] [value|number|entry|figure|code|amount] <number> (in|as|under|for) <cell> [_a_dummy _and_so] _must_not_be_there",
    "[the] [value|number|entry|figure|code|amount] <number> _must_not_be_there (in|as|under) <cell>",
    "(in|under) <cell> [,] [the] [value|number|entry|figure|code|amount] <number> [_a_dummy _and_so] _must_not_be_there",
    cost=0.1,
)
def number_taboo(*parts: Any) -> Statement:
    """The value 99999 in a column is a placeholder and must not occur."""
    value = next(part for part in parts if isinstance(part, Constant))
    of = next(part for part in parts if not isinstance(part, Constant))
    return rule(compare(of, "!=", value), subject=of)


@phrase(
    "stmt",
    "[the] (value|entry|text|code) (<text>|<bare>) (in|as|under|for) <cell> [_a_dummy _and_so] _must_not_be_there",
    "(<text>|<bare>) (in|as|under|for) <cell> (is|are) [just|only] [a] _placeholders [_for_nothing] _and_so _must_not_be_there",
    cost=0.1,
)
def text_taboo(*parts: Any) -> Statement:
    """The value 'none' in a column must not occur."""
    return number_taboo(*parts)
