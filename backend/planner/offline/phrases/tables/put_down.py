"""Phrases for a value that somebody has put down or left out: a room assigned, no e-mail entered."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Missing, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

phrase.words(
    "_put_down",
    "assigned | on file | on record | entered | recorded | filled in | filled out | noted | written down | "
    "put down | noted down | typed in | captured | documented | stated | specified | supplied | provided",
)
phrase.words("_is_or_was", "is | are | was | were | has been | have been | had been")


@phrase("feature", "[a|an|the|their|its|some] <cell> _put_down", cost=0.3)
def put_down(of: Value) -> Predicate:
    """A room assigned."""
    return not_(Missing(of=of))


@phrase("feature", "no <cell> _put_down", cost=0.05)
@phrase("rel", "(without|lacking|missing) [a|an|any|the|their|its] <cell> _put_down", cost=0.05)
@phrase(
    "rel", "(for whom|for which|where|in which|on which) no <cell> _is_or_was _put_down", cost=0.02
)
@phrase(
    "rel", "(for whom|for which|where|in which|on which) <cell> _is_or_was not _put_down", cost=0.02
)
@phrase(
    "rel",
    "(for whom|for which|where|of whom|of which) (we have|there is|we know|we hold) no <cell>",
)
@phrase(
    "rel",
    "(for whom|for which|where) [the] <cell> (was|were|is|are|has been) (forgotten|omitted|skipped|left out|left "
    "off|left empty|left blank|never _put_down)",
    cost=0.02,
)
def left_out(of: Value) -> Predicate:
    """For whom no e-mail was entered."""
    return Missing(of=of)


@phrase("rel", "(for whom|for which) [a|an|the|some] <cell> _is_or_was _put_down", cost=0.05)
def put_down_for(of: Value) -> Predicate:
    """For whom an e-mail was entered."""
    return not_(Missing(of=of))


@phrase(
    "stmt",
    "(do not let|never let|let no|we can not let|we must not let|do not allow) [a|an|any] <noun> [to] (go|be|pass|"
    "leave|through) without [a|an|any|its|their] <cell> [_put_down]",
    "<rows> (come|comes|must come|go|goes) with [a|an|its|their] <cell> [_put_down]",
    "<rows> _must not (go|be|do|stay) without [a|an|its|their] <cell> [_put_down]",
    "<rows> never (goes|go|comes|come|is|are) without [a|an|its|their] <cell> [_put_down]",
    "[a|an|the] <cell> _must be _put_down (for|on|with|by|in) <rows>",
    cost=0.05,
)
def not_without(*parts: object) -> Statement:
    """Don't let a pupil go without an e-mail."""
    found = next(part for part in parts if isinstance(part, RowSet))
    of: Value = next(part for part in parts if not isinstance(part, RowSet))  # type: ignore[assignment]
    return rule(not_(Missing(of=of)), found.table, found.where)
