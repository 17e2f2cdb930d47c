"""Phrases for what one of a column does at most once with each of another: uses each method once."""

from __future__ import annotations

from backend.planner.offline.phrases.keys.copies_held import does_once
from backend.rules.language.terms import Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words(
    "_does_with_each",
    "use | uses | have | has | contain | contains | include | includes | list | lists | hold | holds | take | takes | visit | "
    "visits | rate | rates | review | reviews | rent | rents | borrow | borrows | buy | buys | order | orders | book | books | "
    "join | joins | attend | attends | enter | enters | get | gets | receive | receives | teach | teaches | study | studies | "
    "play | plays | win | wins | carry | carries | show | shows | stock | stocks | name | names | mention | mentions | "
    "meet | meets | sell | sells | offer | offers | (appears|appear|occurs|occur|is|are) (in|on|for)",
)
phrase.words("_each_one_of", "each | every | any one | any given | the same | one and the same")
phrase.widen(
    "_set_down_copies",
    "credited | cast | billed | enrolled | enlisted | scheduled | rostered | noted | signed up | put down | written down | "
    "planned | ordered | rated | charged",
)


@phrase(
    "stmt",
    "[_each|a|an|any|one] <cell> [only] _does_with_each _each_one_of <cell> _but_once",
    "no <cell> _does_with_each (a|an|any|one|the same|one and the same) <cell> _oftener",
    "[_each|a|an|any|one] <cell> never _does_with_each (a|an|any|one|the same) <cell> _oftener",
    "(does|do) any <cell> _does_with (the same|one and the same|a|an|any|one) <cell> _oftener [?]",
    cost=0.06,
)
def does_each_once(first: Value, second: Value) -> Statement | None:
    """An order uses each method at most once."""
    return does_once(first, second)


@phrase(
    "stmt",
    "(is|are|was|were) any <cell> _set_down_copies _oftener _within_same <cell> [?]",
    "(is|are|was|were) any <cell> _set_down_copies _within_same <cell> _oftener [?]",
    "_flag [all|any|every] <cell> [that (is|are|was|were)] _set_down_copies _oftener _within_same <cell>",
    "<cell> (is|are) never _set_down_copies _oftener _within_same <cell>",
    "no <cell> (is|are) [ever] _set_down_copies _oftener _within_same <cell>",
    "[a|an|_each] <cell> (is|are) _set_down_copies _but_once _within_same <cell>",
    cost=0.06,
)
def set_down_once(first: Value, second: Value) -> Statement | None:
    """Is any dancer credited twice for the same show?"""
    return does_once(first, second)
