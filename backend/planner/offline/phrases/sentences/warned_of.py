"""Phrases that ask for a warning where something is so: warn if a price is over 1."""

from __future__ import annotations

from backend.planner.offline.phrases.keys.such_values import SuchValue, none_of_them
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, Statement, not_

phrase = Phrases()

phrase.words(
    "_warn",
    "warn | complain | raise an (alarm|alert|error|warning) | give a warning | sound the alarm | send a warning | "
    "shout | protest | object",
)
phrase.words("_warned_where", "if | when | whenever | wherever | as soon as | where")


@phrase("stmt", "_warn _warned_where [a|an|any|the|some] <clauses>", cost=0.1)
def warn_if(told: Predicate) -> Statement:
    """Warn if a price is over 1."""
    return rule(not_(told))


@phrase("stmt", "_warn (about|of|on) [a|an|any|every|all] <such_value>", cost=0.1)
def warn_of(such: SuchValue) -> Statement:
    """Warn of any price over 1."""
    return none_of_them(such)
