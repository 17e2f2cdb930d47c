"""Stories around a rule: clauses that tell why, and hold nothing that could change it.

A clause is set aside only where the whole sentence has no reading, and only if it holds nothing by
which words limit, loosen, double or define a rule; whatever column, value or number it mentions
must stand in the rule as well. What was set aside is said with the plan.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from backend.planner.offline.chart import Leaf
from backend.planner.offline.story_clauses import DASH, Clause, Role, clauses_of
from backend.planner.offline.story_contents import contents
from backend.planner.offline.story_endings import asides, endings
from backend.planner.offline.story_mentions import Mentions
from backend.planner.offline.story_rows import needs_rows_named
from backend.planner.offline.tokens import Token
from backend.rules.rule import Rule

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_JOINTS = (",", ";", ":", DASH, "—", "-")
_SHORTEST_LIST = 3


class Told(NamedTuple):
    """The places that are set aside, their clauses, and what those mention."""

    places: frozenset[int]
    clauses: tuple[Clause, ...]
    mentions: frozenset[str]
    needs_scope: bool = False
    """A story names what could be rows: the rule must say itself which rows it is about."""


def set_aside(
    tokens: Sequence[Token],
    leaves: Sequence[Leaf],
    grammar_words: frozenset[str],
    values: Mapping[str, object],
    rules: Container[Clause] = (),
) -> Told | None:
    """What of a sentence is story, or nothing where it has none or is nothing but story.

    ``rules`` are the clauses that are known to be none.
    """
    clauses = list(clauses_of(tokens))
    named = Mentions(tokens, leaves, grammar_words, values)
    found = _found(clauses, named, rules)
    stories = [clause for clause in clauses if clause in found]
    rest = [clause for clause in clauses if clause not in found]
    told = [*stories, *asides(tokens, named, rest)]
    if not told or not rest or any(named.looks_back(each) for each in _behind(clauses, found)):
        return None
    if named.speaks_of_the_same(stories, rest):
        return None
    places = frozenset(_places(tokens, clauses, found, told))
    needs_scope = any(
        needs_rows_named(each, named) for each in stories if each.start < rest[-1].start
    )
    needs_scope = needs_scope and not any(named.names_rows(each) for each in rest)
    return Told(places, tuple(told), frozenset[str]().union(*found.values()), needs_scope)


def _found(
    clauses: Sequence[Clause], named: Mentions, rules: Container[Clause]
) -> dict[Clause, frozenset[str]]:
    """The stories and what they mention; what follows the last rule may change it."""
    found: dict[Clause, frozenset[str]] = {}
    is_behind = True
    for clause in reversed(clauses):
        mentions = contents(clause, named)
        if is_behind and clause.role != Role.REASON:
            mentions = endings(clause, named)
        if mentions is None or clause in rules:
            is_behind = False
        else:
            found[clause] = mentions
    return found


def _behind(clauses: Sequence[Clause], found: Mapping[Clause, object]) -> Iterator[Clause]:
    """The clauses that follow a story at once, and could speak of it."""
    for before, clause in pairwise(clauses):
        if before in found and clause not in found:
            yield clause


def _places(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    found: Mapping[Clause, object],
    told: Sequence[Clause],
) -> Iterator[int]:
    """The places of what is told, of links behind it, and of the signs that end or precede it."""
    for each in told:
        yield from range(each.start, each.end)
    for at, clause in enumerate(clauses):
        if clause in found:
            continue
        if at and clauses[at - 1] in found:
            yield from range(clause.start, clause.body)
        if at + 1 < len(clauses) and clauses[at + 1] in found:
            last = clause.end - 1
            if tokens[last].text in _JOINTS:
                yield last


def covers(rule: Rule, told: Told) -> bool:
    """Whether everything that the stories mention stands in the rule."""
    held = set(_scalars(rule.model_dump(mode="json")))
    is_scoped = getattr(rule, "where", None) is not None
    is_covered = all(_is_covered(told, held) for told in told.mentions)
    return is_covered and (is_scoped or not told.needs_scope)


def _is_covered(told: str, held: set[str]) -> bool:
    """Whether the rule holds this as well; a rough number may lie between two of its own."""
    if not told.startswith("~"):
        return told in held
    bounds = sorted(float(each) for each in held if _NUMBER.fullmatch(each))
    return len(bounds) > 1 and bounds[0] <= float(told[1:]) <= bounds[-1]


def _scalars(part: object) -> Iterator[str]:
    """Whatever stands in a rule, and how many values each of its lists has."""
    if isinstance(part, dict):
        for value in part.values():
            yield from _scalars(value)
    elif isinstance(part, list | tuple):
        if len(part) >= _SHORTEST_LIST:
            yield f"{len(part)}"
        for value in part:
            yield from _scalars(value)
    elif isinstance(part, bool) or part is None:
        return
    elif isinstance(part, int | float):
        yield f"{float(part):g}"
    else:
        yield str(part).lower()
