"""Phrases for a value that is so, in every frame that says that there must be none.

A ``such_value`` is a column with what narrows it: a pulse of 100 or more, a negative price, a name
with a dot in it. The frames only tell that none is wanted: no such value is allowed, was there
ever one, flag every one of them.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.measures.claims import is_bound
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Matches, Missing, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()


class SuchValue(NamedTuple):
    """A column and what is true of the values that are meant."""

    of: Value
    told: Predicate


phrase.words(
    "_noted",
    "measured | recorded | noted | noted down | entered | reported | registered | observed | seen | found | written down | "
    "listed | logged | put in | typed in | counted | given | stored | booked | accepted | used",
)
phrase.words(
    "_not_tolerated",
    "_be not (allowed|permitted|accepted|tolerated|possible|acceptable|valid) | (may|must|should|can) not "
    "(occur|exist|happen|appear|be there) | (may|must|should|can) never (occur|exist|happen|appear|be there)",
)
phrase.words(
    "_tolerated",
    "_be (allowed|permitted|accepted|tolerated|possible|acceptable|wanted|valid|admitted|ok|okay|fine) | "
    "(may|must|should|can) (occur|exist|happen|appear|be there|be found|be present|come up)",
)

phrase.words(
    "_too_so",
    "[far|much|clearly] too (long|short|high|low|big|small|large|much|many|few|little|old|young|late|early|heavy|light|far|"
    "expensive|cheap|wide|narrow|fast|slow|hot|cold|good to be true)",
)

# A value that is so -----------------------------------------------------------------------------


@phrase("such_value", "<cell> of <adj>", cost=0.05)
def of_size(of: Cell, told: Predicate) -> SuchValue | None:
    """A pulse of 100 or more."""
    return SuchValue(of, told) if is_bound(told) else None


@phrase("such_value", "<cell> (that|which) <vp>", cost=0.1)
def so_told(of: Cell, told: Predicate) -> SuchValue:
    """A date that lies in the future."""
    return SuchValue(of, told)


@phrase("such_value", "<cell> <adj>", cost=0.1)
def so_narrowed(of: Cell, told: Predicate) -> SuchValue | None:
    """A pulse above 100; a "ticket number" is what it is called, and no ticket that is a number."""
    is_name = isinstance(told, Matches) and told.text in ("number", "whole_number")
    return None if is_name else SuchValue(of, told)


@phrase("such_value", "<adj> <cell>", cost=0.15)
def so_called(told: Predicate, of: Cell) -> SuchValue | None:
    """A negative price; "missing days" may be days that no row has."""
    return None if isinstance(told, Missing) else SuchValue(of, told)


@phrase("such_value", "<cell> [values] with <them_feature>", cost=0.05)
def with_it(of: Cell, told: Predicate) -> SuchValue:
    """A name with a space in it."""
    return SuchValue(of, told)


@phrase("such_value", "<cell> [values] without <them_feature>", cost=0.05)
def without_it(of: Cell, told: Predicate) -> SuchValue:
    """A code without a dot in it."""
    return SuchValue(of, not_(told))


# None of them -----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "no <such_value> _tolerated",
    "no <such_value> (may|must|should|can|is to) ever be _noted",
    "no <such_value> (may|must|should|can|is to) be _noted",
    "there (must|may|should|can) be no <such_value>",
    "there (must|may|should|can) (not|never) be (a|any|an) <such_value>",
    "(is|are|was|were) there [ever] (a|an|any) <such_value> [?]",
    "(is|are|was|were|has|have) (a|an|any) <such_value> [ever] [been] _noted [?]",
    "(is|are|was|were|has|have) there [ever] [been] (a|an|any) <such_value> [ever] _noted [?]",
    "(did|does|do) (a|an|any|there) <such_value> [ever] (occur|exist|appear|come up|turn up) [?]",
    "_flag [any|every|each|all|a|all the] <such_value>",
    "(a|an|any|every|each|all) <such_value> _not_tolerated",
    "(a|an|any|every|each|all) <such_value> _be _wrong",
    "[a|an|any|every|each|all] <such_value> _be _too_so",
    cost=0.1,
)
def none_of_them(such: SuchValue) -> Statement:
    """No pulse of 100 or more is allowed."""
    return rule(not_(about(such.told, such.of)), subject=such.of)


# In no row --------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "(on|in|at|for|during) no [single] <noun> (may|must|should|can) <expr> be <adj>",
    "(on|in|at|for|during) no [single] <noun> (may|must|should|can) <expr> <verb>",
    "(on|in|at|for|during) no [single] <noun> (is|are|was|were) <expr> <adj>",
    cost=0.1,
)
def in_no_row(rows: RowSet, of: Value, told: Predicate) -> Statement | None:
    """On no day may the wait be longer than an hour."""
    return None if rows.where is not None else rule(not_(about(told, of)), rows.table)
