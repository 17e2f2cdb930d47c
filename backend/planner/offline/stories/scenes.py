"""A clause of a story with what it names."""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.stories.clauses import Clause, Role
from backend.planner.offline.stories.cues import UNITS
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.tokens import Shape

TOLD_WHY = (Role.MOTTO, Role.REASON)
_FEWEST_WORDS = 3


class Scene(NamedTuple):
    """A clause with what it names; ``end`` is where its words end."""

    clause: Clause
    end: int
    named: Mentions
    found: frozenset[str]

    @property
    def places(self) -> range:
        """Where its words stand."""
        return range(self.clause.body, self.end)

    @property
    def lows(self) -> list[str]:
        """Its words in lower case."""
        return [self.named.tokens[place].low for place in self.places]

    @property
    def names_rows_or_columns(self) -> bool:
        """Whether it speaks of a table's rows or of a column."""
        named = self.named
        return any(named.names_table(at) or named.names_column(at) for at in self.places)

    def tells_units(self, place: int) -> bool:
        """Whether a unit of measure stands here, and no number before it."""
        before = self.named.tokens[max(place - 1, 0)].low
        is_one = (before == "the" and self.clause.role in TOLD_WHY) or self.named.is_echo(place - 1)
        return self.named.tokens[place].low in UNITS and not is_one

    @property
    def is_dated(self) -> bool:
        """Whether it tells of a month with its day or year."""
        return any(told[0] == "m" and told[1:].isdigit() for told in self.found)

    @property
    def is_echo(self) -> bool:
        """Whether it speaks of a value or a number, which the rule must hold as well."""
        return any(map(self.named.is_echo, self.places))


def scene_of(clause: Clause, named: Mentions) -> Scene | None:
    """The clause without its last sign; nothing where it is too short or holds what none may."""
    end = words_end(clause, named) - (clause.role == Role.LEAD)
    if end - clause.body < (2 if clause.is_motto else _FEWEST_WORDS):
        return None
    found = named.of(clause._replace(end=end))
    return None if found is None else Scene(clause, end, named, found)


def words_end(clause: Clause, named: Mentions) -> int:
    """Where the words of a clause end, and its last signs begin."""
    places = range(clause.end, clause.body, -1)
    return next((at for at in places if named.tokens[at - 1].shape != Shape.SIGN), clause.body)
