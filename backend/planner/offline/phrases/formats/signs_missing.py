"""Phrases for a sign that is in a value or missing from it: an @ must be there, the dot is missing.

A ``sign_there`` is a sign or a quoted text of signs alone: of letters or digits in quotes it is not
clear whether they are the whole value or a part of it.
"""

from __future__ import annotations

from backend.planner.offline.phrases.keys.such_values import SuchValue, none_of_them
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, not_

phrase = Phrases()

phrase.words("_a_sign_of", "(sign|character|symbol|mark)")
phrase.words(
    "_sign_is_there",
    "be (present|there|included|contained|found|part of it) | be | appear | occur | stand | exist | show up | "
    "come up | turn up",
)
phrase.words(
    "_sign_is_missing",
    "(is|are) [left] (missing|absent|lacking|omitted|not there|not present|not included|left out|gone) | (was|were) "
    "(forgotten|left out|omitted|dropped) | (is|are) nowhere",
)
phrase.words("_in_every", "in (each|every|all|every single|each and every)")


@phrase("sign_there", "<sign_mark>", "<sign_mark> _a_sign_of")
def sign_there(mark: str) -> Predicate | None:
    """An @; a question mark may be the one that ends the question."""
    return None if mark == "?" else Matches(of=IT, how=How.CONTAINS, text=mark)


@phrase("sign_there", "[any|one] <text> [_a_sign_of]")
def quoted_sign(text: Constant) -> Predicate | None:
    """An "@" in quotes."""
    written = str(text.value)
    return None if any(map(str.isalnum, written)) else sign_there(written)


@phrase("them_feature", "<text> [_a_sign_of]", cost=0.05)
def quoted_feature(text: Constant) -> Predicate | None:
    """Without "@"."""
    return quoted_sign(text)


# Missing ----------------------------------------------------------------------------------------


@phrase("verb", "(lack|lacks|miss|misses) [any|even one] <sign_there>", cost=0.02)
@phrase("verb", "(is|are) (lacking|missing) [any] <sign_there>", cost=0.02)
@phrase("adj", "without [any|a single] <sign_there>", cost=0.02)
def lacks_sign(told: Predicate) -> Predicate:
    """Lacks an @."""
    return not_(told)


@phrase("such_value", "<cell> [values] (lacking|missing|having no|with no) <sign_there>", cost=0.05)
@phrase("such_value", "<cell> [values] (where|in which|of which) <sign_there> _sign_is_missing")
def value_lacking(of: Cell, told: Predicate) -> SuchValue:
    """An address lacking an @."""
    return SuchValue(of, not_(told))


@phrase(
    "stmt",
    "_flag [any|every|each|all] <cell> [values] (where|in which|when) <sign_there> _sign_is_missing",
    cost=0.05,
)
def flag_missing(of: Cell, told: Predicate) -> Statement:
    """Show the addresses where the @ is missing."""
    return none_of_them(value_lacking(of, told))


@phrase("clause", "<sign_there> _sign_is_missing (in|from|within) <cell>", cost=0.02)
def sign_missing(told: Predicate, of: Value) -> Predicate:
    """The @ is missing in the address."""
    return not_(about(told, of))


@phrase("stmt", "<cell> [values] without [any|a] <sign_there> _be _wrong", cost=0.05)
@phrase("stmt", "<cell> [values] without [any|a] <sign_there> _not_tolerated", cost=0.05)
def none_without(of: Cell, told: Predicate) -> Statement:
    """Addresses without an @ are invalid."""
    return none_of_them(SuchValue(of, not_(told)))


# There ------------------------------------------------------------------------------------------


@phrase("stmt", "there _must be <sign_there> (in|inside|within) <cell>", cost=0.05)
@phrase("stmt", "there _must be <sign_there> _in_every <cell>", cost=0.05)
@phrase("stmt", "<sign_there> _must _sign_is_there (in|inside|within) <cell>", cost=0.05)
@phrase("stmt", "<sign_there> _must _sign_is_there _in_every <cell>", cost=0.05)
@phrase("stmt", "<sign_there> _be [always] _obliged (in|inside|within|for) <cell>", cost=0.05)
@phrase("stmt", "<sign_there> _be [always] _obliged _in_every <cell>", cost=0.05)
@phrase("stmt", "<sign_there> _must_not be (missing|absent|lacking|left out) (in|from) <cell>")
@phrase(
    "stmt",
    "<sign_there> _must_not be (missing|absent|lacking|left out) (in|from) (any|a single) <cell>",
)
def sign_must_be_there(told: Predicate, of: Cell) -> Statement:
    """There must always be an @ in the address."""
    return rule(about(told, of), subject=of)


@phrase("stmt", "_flag [any|every|each|all] <cell> [values] without [any] <sign_there>", cost=0.05)
@phrase(
    "stmt",
    "(is|are) there [any] <cell> [values] (without|lacking) [any] <sign_there> [?]",
    cost=0.05,
)
def flag_without(of: Cell, told: Predicate) -> Statement:
    """Are there addresses without "@"?"""
    return none_without(of, told)


# Not there --------------------------------------------------------------------------------------


@phrase("stmt", "there _must be no <sign_there> (in|inside|within) <cell>", cost=0.05)
@phrase("stmt", "there _must_not be <sign_there> (in|inside|within) <cell>", cost=0.05)
@phrase("stmt", "there _must_not be <sign_there> in any <cell>", cost=0.05)
@phrase("stmt", "<sign_there> _must_not _sign_is_there (in|inside|within) <cell>", cost=0.05)
@phrase("stmt", "<sign_there> _must_not _sign_is_there in any <cell>", cost=0.05)
@phrase(
    "stmt",
    "(is|are|was|were) there [a|an|any] <sign_there> [anywhere] (in|inside|within) any [of the] <cell> [?]",
    "(is|are|was|were) there any <sign_there> [anywhere] (in|inside|within) <cell> [?]",
    cost=0.05,
)
def sign_must_not_be_there(told: Predicate, of: Cell) -> Statement:
    """An @ must not be in the name."""
    return rule(not_(about(told, of)), subject=of)


@phrase("rel", "(without|lacking|missing) <sign_there> (in|inside|within) <cell>", cost=0.05)
@phrase("feature", "no <sign_there> (in|inside|within) <cell>", cost=0.05)
def rows_without(told: Predicate, of: Value) -> Predicate:
    """Orders without an @ in the address."""
    return not_(about(told, of))
