"""Phrases for signs that texts should do without: emojis, characters outside ASCII."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.emojis import EMOJI
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import How, Matches, Not, Predicate
from backend.rules.phrasing import Phrases, Statement, about, not_

phrase = Phrases()
phrase.words(
    "_emojis",
    "emoji | emojis | emoji (characters|character|symbols|symbol|icons|icon) | (emoticons|smileys) and emojis",
)
phrase.words(
    "_outside",
    "outside [of] | other than | beyond | that are not [in|part of] | which are not [in|part of]",
)
phrase.words(
    "_ascii_set",
    "[plain|7-bit|basic] ascii [characters|range|set|character set|table|ones]",
)
phrase.words("_sign_at_all", "[a|any|some] (character|characters|sign|signs|symbol|symbols)")


@phrase("inner_text", "_emojis", cost=-0.2)
def emojis() -> Predicate:
    """An emoji, as Unicode shows it in colour."""
    return _form(How.FORMAT, EMOJI)


@phrase("inner_text", "(non-ascii|nonascii|non ascii|not-ascii) [_sign_at_all]", cost=-0.2)
@phrase("inner_text", "_sign_at_all _outside _ascii_set", cost=-0.2)
def beyond_ascii() -> Predicate:
    """A character outside ASCII."""
    return not_(_form(How.FORMAT, "ascii"))


# Where they are ---------------------------------------------------------------------------------

phrase.words("_are_there", "(are|is) there | do we have | have we")
phrase.words(
    "_turn_up_strange",
    "(occur|occurs|appear|appears|be used|be found|be|stand|turn up|show up|be present) in",
)


@phrase("stmt", "(_are_there|_must_not be) [any|an|a|some] <inner_text> in <cell> [?]", cost=0.05)
@phrase("stmt", "[any] <inner_text> (in|inside) <cell> ?", cost=0.1)
@phrase("stmt", "no <inner_text> _may _turn_up_strange <cell>", cost=0.05)
@phrase("stmt", "<inner_text> (must|may|should|can) (not|never) _turn_up_strange <cell>", cost=0.05)
@phrase(
    "stmt", "<inner_text> (is|are) not (allowed|permitted|accepted|wanted) in <cell>", cost=0.05
)
@phrase("stmt", "<inner_text> (is|are) (forbidden|banned|prohibited|wrong) in <cell>", cost=0.05)
@phrase("stmt", "<cell> : no <inner_text> [please|allowed|at all]", cost=0.0)
def nowhere_in(*parts: object) -> Statement:
    """Are there any non-ASCII characters in a nickname?"""
    told: Any = next(part for part in parts if isinstance(part, Matches | Not))
    of: Any = next(part for part in parts if part is not told)
    return rule(about(not_(told), of), subject=of)


@phrase("adj", "[written] (in|with) [only|nothing but|just] _ascii_set [only|alone]", cost=0.02)
@phrase("adj", "limited to _ascii_set", "(pure|plain) ascii", cost=0.02)
@phrase(
    "verb",
    "(consist|consists|be made up|is made up|are made up) of [only] _ascii_set [only|alone]",
    cost=0.02,
)
@phrase(
    "verb",
    "(use|uses|contain|contains|have|has) [only|nothing but|just] _ascii_set only",
    cost=0.02,
)
@phrase("verb", "(stay|stays|keep|keeps) within _ascii_set", cost=0.02)
def of_ascii() -> Predicate:
    """Consists of plain ASCII characters only."""
    return _form(How.FORMAT, "ascii")
