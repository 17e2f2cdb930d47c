"""Who does what a reason tells: families pay at the door, our second shop opened then.

The doer may be those whom the rule is for, so that the rule must say itself of which rows it is.
Who watches, asks or reads stands beside the rows, and what goes wrong is no group of them.
"""

from __future__ import annotations

from backend.planner.offline.stories.clauses import Clause
from backend.planner.offline.stories.cues import FAULTS, GAPS
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.words import (
    AUTHORITIES,
    FINITE,
    PAST,
    PREPOSITIONS,
    REQUESTS,
    SINGULARS,
    SUBJECTS,
)
from backend.planner.offline.words import ORDINALS

_MANY = frozenset({"children", "men", "women", "kids"})
_BESIDE = (REQUESTS - {"need", "require", "order", "say"}) | frozenset({
    "read", "scan", "parse", "print", "sort", "match", "compare", "look", "check", "audit",
    "inspect", "review", "count", "weigh", "measure", "see", "notice", "find", "know", "use",
    "rely", "depend", "hate", "love", "like", "prefer", "trust", "believe", "think", "agree",
    "cost", "happen", "occur", "hurt", "matter", "exist", "mean", "help", "fail", "break",
    "reject", "refuse", "complain", "store", "hold", "show", "display", "expire",
})  # fmt: skip
"""What those do who are beside the rows, and what things do that are for all of them."""
_TROUBLE = FAULTS | GAPS | {"floods", "storms", "accidents", "delays", "rumours", "thieves",
                            "gaps", "duplicates", "costs", "fees", "rules", "times"}  # fmt: skip
_OPENS = frozenset({"the", "our", "this", "that"})
_APART = frozenset({
    "northern", "southern", "eastern", "western", "north", "south", "east", "west", "central",
    "upper", "lower", "left", "right", "inner", "outer", "other", "foreign", "domestic", "local",
    "overseas", "online", "offline", "younger", "older", "youngest", "oldest", "smaller", "larger",
    "bigger", "cheaper", "dearer",
    "second",
}) | ORDINALS.keys()  # fmt: skip
"""Of several, which one it is."""
_US = frozenset({"we", "i", "it", "they"})
_SEVERAL = frozenset({"a", "an", "one", "two", "three", "some", "several", "many", "most", "both"})
_PLAIN = frozenset({"new", "present", "current", "whole", "entire", "own", "little", "very"})
"""Of the one that there is, and of no other."""
_WHY = frozenset({"because", "since", "as"})
_NOT_FIRST = (SUBJECTS - {"new", "old", "children", "women", "men"}) | PREPOSITIONS | {"only"}
_STOPS = frozenset({".", "!"})
_TOWARDS_US = frozenset({"us", "me", "such"})
_OF_ONE = frozenset({"lies", "belongs", "consists", "stretches", "borders", "begins", "reaches"})
"""Behind its subject, what one place or thing does: California lies west of Greenwich."""
_MOVES = frozenset({"goes", "moves", "climbs", "runs"})
_ONWARDS = frozenset({"up", "down", "upwards", "downwards", "forwards", "backwards"})
"""Bidding goes up: a way, and nothing that some of many do."""
_OUR = frozenset({"our", "us"})
_NEAREST = 2


def are_doers(clause: Clause, named: Mentions) -> bool:
    """Families pay at the door, big parcels need a lorry: many that no article makes one."""
    tokens = named.tokens
    first = clause.body + (tokens[clause.body].low in _WHY)
    lows = {token.low for token in tokens[first : clause.end]}
    is_apart = first == clause.body and tokens[clause.end].text in _STOPS
    if is_apart or lows & _TOWARDS_US:
        return False
    for at in range(first, min(first + _NEAREST, clause.end - 2)):
        low, behind = tokens[at].low, tokens[at + 1].low
        is_of_one = at > first and (low in _OF_ONE or _goes_on(clause, at, named))
        if is_of_one or low in _TROUBLE | AUTHORITIES | _NOT_FIRST or named.is_header(at):
            return False
        is_verb = behind not in PREPOSITIONS and not behind.endswith(
            ("s", "ing", "ted", "red", "led", "sed")
        )
        is_verb = is_verb and behind not in FINITE | SINGULARS and behind.isalpha()
        if _are_many(low) and is_verb and (at > first or _is_new(at, named)):
            return behind not in _BESIDE
    return False


def _goes_on(clause: Clause, at: int, named: Mentions) -> bool:
    """Goes up; goes up at our auctions, where no place is told from others."""
    lows = [token.low for token in named.tokens[at : clause.end]]
    is_ours = lows[2:3] == ["here"] or {*lows[3:4]} & _OUR or len(lows) == 2
    return lows[0] in _MOVES and lows[1] in _ONWARDS and bool(is_ours)


def _is_new(at: int, named: Mentions) -> bool:
    return named.is_foreign(at) and not named.names_table(at)


def _are_many(low: str) -> bool:
    is_plural = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is"))
    return is_plural or low in _MANY


def is_one_of_several(clause: Clause, named: Mentions) -> bool:
    """The northern branch opened then, our second shop charges 10."""
    lows = [token.low for token in named.tokens[clause.body : clause.end]]
    if lows[-1:] == ["then"] and len(lows) > 2:
        return _is_some_of_them(lows)
    if len(lows) < 4 or lows[0] not in _OPENS or lows[1] not in _APART:
        return False
    return _is_new(clause.body + 2, named)


def _is_some_of_them(lows: list[str]) -> bool:
    """The web shop, our shop in the town, two shops, we closed the old branch: not all of it."""
    opens = lows[0]
    if opens in _US:
        return _names_a_part(lows)
    if opens in _SEVERAL:
        return True
    if opens not in _OPENS:
        return False
    at = 1 + (lows[1] in _PLAIN)
    verb = lows[at + 1]
    return not (verb in FINITE | PAST or verb.endswith(("ed", "s")))


def _names_a_part(lows: list[str]) -> bool:
    """We closed the old branch."""
    for at in range(1, len(lows) - 3):
        is_apart = lows[at + 1] not in _PLAIN and lows[at + 2] not in PREPOSITIONS
        if lows[at] in SINGULARS and is_apart:
            return True
    return False
