"""Stories around a rule: clauses that tell why, and hold nothing that could change it.

A clause is set aside only where the whole sentence has no reading, and only if it holds no
negation, comparison, duty, permission, exception or definition; whatever column, value or number
it mentions must stand in the rule as well. What was set aside is said with the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.planner.offline.chart import Leaf
from backend.planner.offline.story_clauses import DASH, Clause, clauses_of
from backend.planner.offline.story_mentions import Mentions
from backend.planner.offline.tokens import Token
from backend.rules.rule import Rule

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


class Told(NamedTuple):
    """The places that are set aside, their clauses, and what those mention."""

    places: frozenset[int]
    clauses: tuple[Clause, ...]
    mentions: frozenset[str]
    needs_scope: bool = False
    """A motto names rows by a word of its own: the rule must say itself which rows it is about."""


def set_aside(
    tokens: Sequence[Token], leaves: Sequence[Leaf], grammar_words: frozenset[str]
) -> Told | None:
    """What of a sentence is story, or nothing where it has none or is nothing but story."""
    clauses = list(clauses_of(tokens))
    named = Mentions(tokens, leaves, grammar_words)
    found = {clause: named.mentions(tokens, clause) for clause in clauses}
    _keep_afterthoughts(clauses, found)
    stories = [clause for clause in clauses if found[clause] is not None]
    rest = [clause for clause in clauses if found[clause] is None]
    if (
        not stories
        or not rest
        or any(named.looks_back(tokens, each) for each in _behind(stories, rest))
    ):
        return None
    if named.speaks_of_the_same(tokens, stories, rest):
        return None
    places = frozenset(_places(tokens, clauses, found))
    mentions = frozenset[str]().union(*(found[story] or () for story in stories))
    needs_scope = any(named.has_own_subject(tokens, each) for each in stories)
    needs_scope = needs_scope and not any(named.names_rows(tokens, each) for each in rest)
    return Told(places, tuple(stories), mentions, needs_scope)


def _keep_afterthoughts(
    clauses: Sequence[Clause], found: dict[Clause, frozenset[str] | None]
) -> None:
    """What follows the last rule may change it, unless it says that it is its reason."""
    for clause in reversed(clauses):
        if found[clause] is None:
            return
        if not clause.is_reason:
            found[clause] = None


def _behind(stories: Sequence[Clause], rest: Sequence[Clause]) -> list[Clause]:
    """The clauses that follow a story at once, and could speak of it."""
    ends = {story.end for story in stories}
    return [clause for clause in rest if clause.start in ends]


def _places(
    tokens: Sequence[Token], clauses: Sequence[Clause], found: dict[Clause, frozenset[str] | None]
) -> Iterator[int]:
    for at, clause in enumerate(clauses):
        if found[clause] is not None:
            yield from range(clause.start, clause.end)
            continue
        if at and found[clauses[at - 1]] is not None:
            yield from range(clause.start, clause.body)
        if at + 1 < len(clauses) and found[clauses[at + 1]] is not None:
            last = clause.end - 1
            if tokens[last].text in (",", ";", ":", DASH, "—", "-"):
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
    if isinstance(part, dict):
        for value in part.values():
            yield from _scalars(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _scalars(value)
    elif isinstance(part, bool) or part is None:
        return
    elif isinstance(part, int | float):
        yield f"{float(part):g}"
    else:
        yield str(part).lower()
