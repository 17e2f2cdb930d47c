"""Grounds before a rule that is said in full: what they tell, the rule holds, or no table does.

We are closed on Mondays, so no order may be on a Monday: a ground that tells the rule's own day or
number explains it. Floods are rare here; state 9 means that the boat sank; the printer only knows
capitals; a seat can be sold only once: such grounds part no rows from others, whatever their words.
They may still not except, condition or loosen anything, nor name a group that rows could be of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from backend.planner.offline.stories.clauses import Clause, Role
from backend.planner.offline.stories.cues import (
    DEFINING,
    UNITS,
)
from backend.planner.offline.stories.ground_words import held, told_words
from backend.planner.offline.stories.grounds_idle import (
    glosses,
    tells_device,
    tells_once,
    tells_trait,
    tells_unbroken,
)
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.scenes import words_end
from backend.planner.offline.stories.words import DEMANDS, SAYS_ITS_ROWS
from backend.planner.offline.words import NUMBER_WORDS, ORDINALS

_ANYBODY = frozenset({"we", "i", "nobody", "nothing", "people", "you", "everybody", "everyone"})
_BY_WHOM = re.compile(
    r"(?:the|our|my|we|i|people)(?: [a-z-]+)?(?: (?:assume|reckon|believe|think|say|know|agree"
    r"|calculate|find|plan|hope|promise|guarantee|stipulate|state|suppose|count on it)s?) that "
)
"""Who says it."""
_DEFINITE = frozenset({"the", "our", "my", "your", "this"})
_INDEFINITE = frozenset({"a", "an", "every", "each", "no", "all", "any"})
"""A child may be a kind of guest; a guest is any of them."""
_DEEDS = frozenset({
    "comes", "goes", "ends", "starts", "begins", "stops", "opens", "closes", "lasts", "runs",
    "means", "stands", "says", "rests", "sleeps", "works", "expires", "breaks", "wears", "holds",
})  # fmt: skip
_PORTIONS = frozenset({"steps", "packs", "batches", "multiples", "portions", "units", "rolls"})
_LONGEST = 24


def grounds(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """What a ground mentions; nothing where it may be more than why the rule behind it is."""
    end = words_end(clause, named)
    bare = clause._replace(end=end)
    is_open = clause.role not in (Role.LEAD, Role.RESTATED) and 2 < end - clause.body < _LONGEST
    unbroken = tells_unbroken(bare, rule, named) if is_open else None
    if unbroken is not None:
        return unbroken
    if not is_open or not _is_said_in_full(rule, named):
        return None
    found = (test(bare, rule, named) for test in _TESTS)
    return next((each for each in found if each is not None), None)


def _is_said_in_full(rule: Clause, named: Mentions) -> bool:
    """Whether the rule names a column or rows itself, and a duty, and looks back at nothing."""
    names = any(named.is_header(at) or named.names_table(at) for at in range(rule.body, rule.end))
    lows, opening = named.lows(rule), named.lows(rule._replace(end=rule.body + 1))
    is_duty = bool(DEMANDS & lows) or bool(opening & SAYS_ITS_ROWS)
    return names and is_duty and not (named.looks_back(rule) or {"one", "such"} & lows)


# What tells the rule's own day or number ------------------------------------------------------


def _echoes(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """Closed on Mondays; after its tenth season; nine riders in ten: a fact that the rule holds."""
    words = " ".join(named.tokens[at].low for at in range(clause.body, clause.end))
    opening = _BY_WHOM.match(words)
    start = clause.body + (len(opening.group().split()) if opening else 0)
    here = clause._replace(body=start)
    shares = dict(_shares(here, named))
    facts = {at: told for at in range(start, clause.end) for told in _facts(at, named)}
    inside = {place for at in shares for place in range(at, at + 4)}
    facts = {at: told for at, told in facts.items() if at not in inside} | shares
    found = told_words(here, named)
    defines = (DEFINING - {"within", "unit", "units"}) & named.lows(here)
    if not facts or defines or found is None or not _speaks_of_all(here, named, inside):
        return None
    numbers = {told for at in (*facts, *inside) for told in held(at, named)}
    return (found - numbers) | frozenset(facts.values())


def _facts(at: int, named: Mentions) -> Iterator[str]:
    low = named.tokens[at].low
    if named.is_a(at, "weekday"):
        yield f"weekday {_weekday(low)}"
    elif low in ORDINALS and low not in ("first", "second"):
        yield f"{ORDINALS[low]}"
    elif named.is_a(at, "number") and low != "one":
        behind = [token.low for token in named.tokens[at + 1 : at + 2]]
        counted = bool(behind) and (named.is_a(at + 1, "unit") or behind[0] in UNITS)
        yield from (f"*{told}" if counted else told for told in named.held(at))


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _weekday(low: str) -> int:
    return _WEEKDAYS.index(low[:3]) + 1


def _shares(clause: Clause, named: Mentions) -> Iterator[tuple[int, str]]:
    """Nine riders in ten, nine in ten riders: the share of all."""
    lows = [token.low for token in named.tokens[: clause.end]]
    for at in range(clause.body, clause.end - 2):
        behind = at + 1 if lows[at + 1] in ("in", "of", "out") else at + 2
        behind += lows[behind : behind + 2] == ["out", "of"]
        count, of = (
            NUMBER_WORDS.get(lows[at]),
            NUMBER_WORDS.get("".join(lows[behind + 1 : behind + 2])),
        )
        if count and of and lows[behind] in ("in", "of") and count < of:
            yield at, f"{count / of:g}"


def _speaks_of_all(clause: Clause, named: Mentions, shared: set[int]) -> bool:
    """Whether its subject is we, one thing, or what the rule is of, and it names no group."""
    tokens, at = named.tokens, clause.body
    at += 2 if tokens[at].low == "on" and named.is_a(at + 1, "weekday") else 0
    opens = tokens[at].low
    is_named = named.is_header(at) or named.names_table(at) or at in shared
    is_of_rows = named.is_header(at + 1) or named.names_table(at + 1)
    is_all = opens in _ANYBODY | _DEFINITE or (opens in _INDEFINITE and is_of_rows)
    if not (is_all or is_named):
        return False
    verb = at + 1 if opens in _ANYBODY else None
    places = [place for place in range(at, clause.end) if place not in shared and place != verb]
    return not any(_could_part(place, named) for place in places)


def _could_part(at: int, named: Mentions) -> bool:
    """Foreign many, a table's noun with a word before it, a name in capitals."""
    token = named.tokens[at]
    is_name = token.text[:1].isupper() and named.is_foreign(at) and at > 0
    is_day = named.is_a(at, "weekday") or token.low in ("weekend", "weekends")
    opens = named.tokens[at - 1].text in (".", ";", ":", "!") if at else True
    is_some = named.is_of_some(at) and not (opens or named.is_quantified(at))
    before = named.tokens[max(at - 1, 0)].low
    is_day = is_day or token.low in _DEEDS or (token.low in _PORTIONS and before == "in")
    return not is_day and (named.is_group(at) or is_some or (is_name and not opens))


_TESTS: tuple[Callable[[Clause, Clause, Mentions], frozenset[str] | None], ...] = (
    _echoes,
    tells_trait,
    glosses,
    tells_device,
    tells_once,
)
