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
from backend.planner.offline.stories.before_in_full import told_before
from backend.planner.offline.stories.clauses import DASH, Clause, Role, clauses_of
from backend.planner.offline.stories.contents import contents
from backend.planner.offline.stories.endings import asides, endings
from backend.planner.offline.stories.grounds import grounds
from backend.planner.offline.stories.leads import follows, heading, leads_to
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.obliged import obliges
from backend.planner.offline.stories.rows import needs_rows_named, tells_of_gaps
from backend.planner.offline.stories.told_groups import says_all, tells_of_group
from backend.planner.offline.stories.trends import trend
from backend.planner.offline.tokens import Token
from backend.rules.rule import Rule

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SCALES = (1, 0.01, 0.001, 7, 10, 12, 24, 60, 100, 1000, 3600, 1_000_000)
"""How many of a smaller unit there are in a larger one; and percent as a fraction."""
_JOINTS = (",", ";", ":", DASH, "—", "-")
_SHORTEST_LIST = 3


class Told(NamedTuple):
    """The places that are set aside, their clauses, and what those mention."""

    places: frozenset[int]
    clauses: tuple[Clause, ...]
    mentions: frozenset[str]
    needs_scope: bool = False
    """A story names what could be rows: the rule must say itself which rows it is about."""
    headings: tuple[Clause, ...] = ()
    """Those of the clauses whose subject is the rule's."""

    @property
    def tales(self) -> list[tuple[Clause, Clause]]:
        """What looks like a story, and what of it may read as a rule of its own."""
        tales = [(each, each) for each in self.clauses if not each.is_motto]
        return tales + [(each, each._replace(end=each.end - 1)) for each in self.headings]


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
    tales = [clause for clause in stories if not found[clause].is_lead]
    rest = [clause for clause in clauses if clause not in found]
    told = [*stories, *asides(tokens, named, rest)]
    if not told or not rest or any(map(named.looks_back, _behind(clauses, tales, rest))):
        return None
    if named.speaks_of_the_same(tales, rest):
        return None
    places = frozenset(_places(tokens, clauses, found, told))
    headings = tuple(clause for clause in stories if found[clause].keeps)
    for clause in headings:
        places -= {*found[clause].keeps, clause.end - 1}
    needs_scope = any(
        needs_rows_named(each, named) for each in tales if each.start < rest[-1].start
    )
    needs_scope = needs_scope or any(tells_of_gaps(each, named, rest) for each in stories)
    needs_scope = needs_scope and not any(named.names_rows(each) for each in rest)
    is_of_group = any(tells_of_group(each, named) for each in stories)
    needs_scope = needs_scope or (is_of_group and not any(says_all(each, named) for each in rest))
    mentions = frozenset[str]().union(*(story.mentions for story in found.values()))
    return Told(places, tuple(told), mentions, needs_scope, headings)


class _Story(NamedTuple):
    """What a clause mentions that is set aside."""

    mentions: frozenset[str]
    is_lead: bool = False
    """It leads to a rule that is said in full, and speaks of no rows of its own."""
    keeps: range = range(0)
    """What it names, where the rule behind its colon does not name it itself."""


def _found(
    clauses: Sequence[Clause], named: Mentions, rules: Container[Clause]
) -> dict[Clause, _Story]:
    """The stories and what they mention; what follows the last rule may change it."""
    found: dict[Clause, _Story] = {}
    rule: Clause | None = None
    for clause in reversed(clauses):
        story = _story(clause, rule, named)
        if story is None or clause in rules:
            rule = clause
        else:
            found[clause] = story
    return found


def _story(clause: Clause, rule: Clause | None, named: Mentions) -> _Story | None:
    """The clause as a story before the rule behind it, or behind the last rule."""
    named_before = None if rule is None else heading(clause, rule, named)
    if named_before is not None:
        return _Story(named_before[1], is_lead=True, keeps=named_before[0])
    told = None if rule is None else trend(clause, named)
    if told is not None:
        return _Story(told, is_lead=True)
    if rule is not None and obliges(clause, named):
        return None
    lead = None if rule is None else leads_to(clause, rule, named)
    if lead is not None:
        return _Story(lead, is_lead=True)
    ground = None if rule is None else told_before(clause, rule, named)
    if ground is None and rule is not None:
        ground = grounds(clause, rule, named)
    if ground is not None:
        return _Story(ground, is_lead=True)
    is_ending = rule is None and clause.role != Role.REASON
    mentions = endings(clause, named) if is_ending else contents(clause, named)
    if mentions is None and is_ending:
        mentions = follows(clause, named)
    return None if mentions is None else _Story(mentions)


def _behind(
    clauses: Sequence[Clause], tales: Sequence[Clause], rest: Sequence[Clause]
) -> Iterator[Clause]:
    """The clauses that follow a story at once, and could speak of it."""
    for before, clause in pairwise(clauses):
        if before in tales and clause in rest:
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


def quoted(sentence: str, tokens: Sequence[Token], clause: Clause) -> str:
    """What is said with the plan of a clause that was set aside."""
    text = sentence[tokens[clause.start].start : tokens[clause.end - 1].end]
    return f"Not used, as it only tells why: {text.strip(' ,;:.')!r}."


def covers(rule: Rule, told: Told) -> bool:
    """Whether everything that the stories mention stands in the rule."""
    held = set(_scalars(rule.model_dump(mode="json")))
    held |= {part for told in held for part in _date_parts(told)}
    held |= {f"weekday {told}" for told in held if "weekday" in held}
    held |= {"weekday 1", "weekday 5"} if {"weekday", "6"} <= held else set()
    is_scoped = getattr(rule, "where", None) is not None
    is_covered = all(_is_covered(told, held) for told in told.mentions)
    return is_covered and (is_scoped or not told.needs_scope)


def _is_covered(told: str, held: set[str]) -> bool:
    """Whether the rule holds this as well.

    A rough number may lie between two of its own, and one with a unit be told in a smaller one.
    """
    if told.startswith("*"):
        return any(f"{float(told[1:]) * scale:g}" in held for scale in _SCALES)
    if not _NUMBER.fullmatch(told[1:]) or told[0] != "~":
        return told in held
    bounds = sorted(float(each) for each in held if _NUMBER.fullmatch(each))
    return len(bounds) > 1 and bounds[0] <= float(told[1:]) <= bounds[-1]


def _date_parts(told: str) -> Iterator[str]:
    """The year, month and day of a date, as a story may mention them each."""
    found = _DATE.match(told)
    if found:
        year, month, day = map(int, found.groups())
        yield from (f"{year}", f"m{month}", f"{day}")


def _is_constant(part: object) -> bool:
    return isinstance(part, dict) and part.get("type") == "constant"


def _scalars(part: object) -> Iterator[str]:
    """Whatever stands in a rule, and how many values each of its lists has."""
    if isinstance(part, dict):
        for value in part.values():
            yield from _scalars(value)
    elif isinstance(part, list | tuple):
        if len(part) >= _SHORTEST_LIST or all(map(_is_constant, part)):
            yield f"{len(part)}"
        for value in part:
            yield from _scalars(value)
    elif isinstance(part, bool) or part is None:
        return
    elif isinstance(part, int | float):
        yield f"{float(part):g}"
    else:
        yield str(part).lower()
