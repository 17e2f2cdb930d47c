"""Rows without an owner: a key that leads nowhere, and just as well one that is left empty.

A key that is to be found in another table is judged where it is filled. A pupil without a guardian
is one with an unknown guardian or with none at all: to have one is a question of presence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from backend.planner.offline.context import Context
from backend.planner.offline.keys import names_rows_of
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Constant,
    Exists,
    Measure,
    Missing,
    Not,
    Predicate,
    Term,
    Unless,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import all_of, any_of, not_
from backend.rules.rule import Rule

_HAVE = frozenset({
    "have", "has", "had", "having", "with", "without", "lack", "lacks", "lacking", "need", "needs",
    "require", "requires", "no",
})  # fmt: skip
_GRANTS = frozenset({"have", "has", "had", "having", "with"})
_FAR = 9
_STOPS = frozenset({
    "of", "in", "per", "for", "with", "from", "by", "to", ".", ";", ":", "that", "who", "which",
    "whose", "if", "when", "unless", "must", "may", "should", "can", "is", "are", "than",
})  # fmt: skip
_GONE = frozenset({
    "unknown", "invalid", "deleted", "undefined", "nonexistent", "non-existent", "non-existing",
    "nonexisting", "unlisted", "unregistered", "different", "other", "another", "same",
})  # fmt: skip
_WHO = frozenset({"that", "which", "who"})
_THERE = frozenset({"exist", "known", "there", "listed", "in", "found", "registered", "present"})
_CASES = frozenset({"if", "when", "whenever", "where", "wherever", "once", "provided"})
_CLAUSE_ENDS = frozenset({",", ".", ";", ":", "then"})
_OF_EMPTIES = frozenset({
    "empty", "empties", "blank", "blanks", "null", "nulls", "filled", "missing", "given",
    "optional", "unassigned",
})  # fmt: skip
"""Of rows whose key is empty the sentence itself may tell what becomes of them."""


def with_owners_lacked(rule: Rule, context: Context, tokens: Sequence[Token]) -> Rule:
    """The rule, where to have a row of another table asks for a filled key as well."""
    lows = [token.low for token in tokens]
    if not isinstance(rule, BrokenRows | FailingMetrics) or not _OF_EMPTIES.isdisjoint(lows):
        return rule
    told = frozenset(part.of for part in walk(rule) if isinstance(part, Missing))
    spared = frozenset(_spared(rule))
    sight = _Sight(context, lows, told, spared)
    asks = isinstance(rule, BrokenRows)
    where = None if rule.where is None else _asked(rule.where, rule.table, sight, asks=False)
    must = _asked(rule.must, rule.table, sight, asks=asks)
    return rule.model_copy(update={"must": must, "where": where})


class _Sight(NamedTuple):
    """What a sentence is read in: its tables and words, what it tells of empty cells anyway."""

    context: Context
    lows: Sequence[str]
    told: frozenset[Value]
    spared: frozenset[str]
    """Tables whose rows some need not have: "parcels without a depot are fine"."""


def _spared(rule: Rule) -> Iterator[str]:
    for part in walk(rule):
        if isinstance(part, Unless):
            yield from (inner.table for inner in walk(part) if isinstance(inner, Exists))


def _asked(part: Predicate, table: str, sight: _Sight, *, asks: bool) -> Predicate:
    """A condition on rows of a table, where a row without such a key must not go unseen.

    What cannot be told of an empty key is neither a duty that is met nor a row that is chosen: a
    duty must ask for the key, and so must a choice of the rows that have none.
    """

    def change(inner: Term) -> Term | None:
        match inner:
            case Not():
                return _denied(_asked(inner.part, table, sight, asks=not asks))
            case Exists() | Aggregate():
                return _had(_within(inner, sight), table, sight, asks=asks)
            case Unless():
                return inner
            case Compare(left=Aggregate() as counted) if _asks_for_some(inner):
                return _asked_as_well(inner, counted, table, sight, asks=asks)
            case _:
                return None

    return rewrite(part, change)


def _denied(part: Predicate) -> Predicate:
    """No agent: none is given, or there is no such one."""
    match part:
        case All(parts=(Not(part=Missing() as gap), Exists() as found)):
            return any_of(gap, not_(found))
        case _:
            return not_(part)


def _within(part: Exists | Aggregate, sight: _Sight) -> Exists | Aggregate:
    """The rows of another table, or those that are measured, with their own condition so read."""
    named = ("where", "holds") if isinstance(part, Aggregate) else ("where",)
    found = {name: getattr(part, name) for name in named}
    fresh = {
        name: _asked(told, part.table, sight, asks=False)
        for name, told in found.items()
        if told is not None
    }
    return part.model_copy(update=fresh) if fresh != found else part


def _had(found: Exists | Aggregate, table: str, sight: _Sight, *, asks: bool) -> Term:
    is_asked = asks and isinstance(found, Exists)
    return _asked_as_well(found, found, table, sight, asks=is_asked)


def _asks_for_some(told: Compare) -> bool:
    """Exactly one guardian, at least one: not so where there is none."""
    is_count = isinstance(told.left, Aggregate) and told.left.measure == Measure.COUNT
    least = told.right.value if isinstance(told.right, Constant) else 0
    return is_count and told.sign in ("==", ">=") and isinstance(least, int) and least > 0


def _asked_as_well(
    told: Term, found: Exists | Aggregate, table: str, sight: _Sight, *, asks: bool
) -> Term:
    """What is told of the rows that a key leads to, and that there is such a key."""
    if not asks or not _is_of_an_owner(found, table, sight):
        return told
    key = Cell(table=table, column=found.keys[0][0])
    is_told = key in sight.told or found.table in sight.spared
    if is_told or not _is_had(found, sight.lows):
        return told
    return all_of(not_(Missing(of=key)), cast(Predicate, told))


def _is_of_an_owner(found: Exists | Aggregate, table: str, sight: _Sight) -> bool:
    """Whether a key that is not the row's own leads to the one row that it names."""
    mine, theirs = sight.context.tables.get(table), sight.context.tables.get(found.table)
    if mine is None or theirs is None or mine is theirs or len(found.keys) != 1:
        return False
    here, there = mine.column(found.keys[0][0]), theirs.column(found.keys[0][1])
    if here is None or there is None or here.unique or names_rows_of(here.name, mine):
        return False
    return there.unique or names_rows_of(there.name, theirs)


def _is_had(found: Exists | Aggregate, lows: Sequence[str]) -> bool:
    """Whether it says "has a guardian", "without a known guardian", by the table or the key."""
    nouns = {*stems_of(found.table)[-1:], *stems_of(found.keys[0][0])[-2:-1]}
    for at, low in enumerate(lows):
        if low not in _HAVE or (low in _GRANTS and _is_in_a_case(lows, at)):
            continue
        for place in range(at + 1, min(at + _FAR, len(lows))):
            if lows[place] in _STOPS:
                break
            if stem(lows[place]) in nouns and not _is_gone(lows, place):
                return True
    return False


def _is_gone(lows: Sequence[str], at: int) -> bool:
    """An unknown guardian, one that does not exist, the phone of a guardian: there is a key."""
    behind = lows[at + 1 : at + 5]
    denied = behind.index("not") + 1 if "not" in behind and behind[0] in _WHO else len(behind)
    is_denied = not _THERE.isdisjoint(behind[denied : denied + 1])
    return is_denied or lows[at - 1] in _GONE or behind[:1] == ["'s"]


def _is_in_a_case(lows: Sequence[str], at: int) -> bool:
    """If an order has a customer, it must be one that exists: of the others it tells nothing."""
    start = at
    while start and lows[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    return not _CASES.isdisjoint(lows[start:at]) and "no" not in lows[at : at + 2]
