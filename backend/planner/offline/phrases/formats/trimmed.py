"""Phrases for blanks around a text: leading/trailing spaces, a blank in front of it or behind it."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import trimmed
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, not_

phrase = Phrases()

phrase.words(
    "_outer_side",
    "leading or trailing | trailing or leading | leading and trailing | trailing and leading | "
    "leading/trailing | trailing/leading | leading / trailing | trailing / leading | leading , trailing | "
    "surrounding | outer | stray leading or trailing | any leading or trailing | extra leading or trailing "
    "| leading or any trailing | padding",
)
phrase.words(
    "_around_it",
    "around it | around them | before or after it | before or after them | before or after | in front of "
    "(it|them) or behind (it|them) | in front or behind | in front of or behind (it|them) | before it or "
    "after it | in front of it or after it | at (the|its) (beginning|start|front) (or|nor|and) [at] (the|its) "
    "(end|back) | at (beginning|start) (or|nor|and) [at] end | at (the|its) end (or|nor|and) [at] (the|its) "
    "(beginning|start) | at either end | at both ends | on either side | on (the|its) left or [on] (the|its) "
    "right | at the ends | at its ends | on both sides | at the edges | either side | to the left or [to] the "
    "right",
)
phrase.words(
    "_around",
    "around | before or after | in front of or behind | surrounding | at either end of | at both ends of | on either side of | at the ends of | at the beginning or end of | at the start or end of | at the beginning or the end of | at the start or the end of | before and after | at the beginning and end of | at the start and end of",
)


@phrase("outer_blanks", "[any|a|an] _outer_side _blanks_of", "[any|a|an] _blanks_of _around_it")
@phrase("outer_blanks", "_outer_side", cost=0.3)
def outer_blanks() -> bool:
    """Leading/trailing spaces: ways to say where a text may not have any."""
    return True


phrase.words(
    "_holds_blanks",
    "have | has | contain | contains | carry | carries | show | shows | come with | comes with | include | includes",
)


@phrase("verb", "_holds_blanks <outer_blanks>")
@phrase("them_feature", "<outer_blanks>", cost=0.02)
@phrase("nothing_of", "<outer_blanks>", cost=0.02)
def with_blanks(_: bool) -> Predicate:
    """Has a blank in front of it or behind it."""
    return not_(trimmed())


@phrase("verb", "_holds_blanks no <outer_blanks>", "_holds_blanks neither _outer_side _blanks_of")
@phrase(
    "adj",
    "(free of|without|free from|clear of) <outer_blanks>",
    "(stripped|trimmed) of <outer_blanks>",
)
@phrase("adj", "(trimmed|stripped) [(at|on) (either end|both ends|both sides)]")
def without_blanks(*_: bool) -> Predicate:
    """Is free of blanks at either end."""
    return trimmed()


@phrase(
    "verb",
    "neither (begin|begins|start|starts) nor (end|ends) (with|in) [a|any] _blanks_of",
    "neither (end|ends) nor (begin|begins|start|starts) (with|in) [a|any] _blanks_of",
)
def neither_end() -> Predicate:
    """Neither begins nor ends with a blank."""
    return trimmed()


@phrase("stmt", "[there (must|should|may) be] no [extra] _blanks_of _around <cell>", cost=0.05)
@phrase("stmt", "<cell> : no <outer_blanks>", "<cell> : without <outer_blanks>", cost=0.05)
@phrase("stmt", "no <outer_blanks> (in|for|on) <cell>", cost=0.05)
def no_blanks(*parts: object) -> Statement:
    """No spaces around the brand."""
    subject: Value = next(part for part in parts if not isinstance(part, bool))  # type: ignore[assignment]
    return rule(about(trimmed(), subject), subject=subject)


@phrase("feature", "[any|a|an|extra] _blanks_of _around [its|their|the] <cell>", cost=0.02)
def blanks_of(subject: Value) -> Predicate:
    """Spaces around their name."""
    return about(not_(trimmed()), subject)
