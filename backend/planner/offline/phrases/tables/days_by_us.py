"""Phrases for the day on which we did something with a row: before the day we bought its horse.

Where the row that is spoken of is the owner, what is done with it stands in its rows.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.happened import is_moment_told
from backend.planner.offline.phrases.tables.of_parents import day_of_owner
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()

phrase.words(
    "_day_it_happened",
    "day | date | moment | time | day on which | date on which | day that | day when | date when | moment when | "
    "moment that | time when",
)
phrase.words("_we_had", "we | we had | we have | we ourselves | we first")


@phrase("operand", "[_day_it_happened] _we_had <acting> (it|them|him|her)", cost=0.05)
def done_by_us(day: Cell) -> Value:
    """Before we bought it."""
    return day


@phrase("operand", "[_day_it_happened] _we_had <acting> _the_owner <noun>", cost=0.05)
@phrase("operand", "_day_it_happened _the_owner <noun> [_was] <acting>", cost=0.1)
def done_to_owner(*parts: Cell | RowSet) -> Value | None:
    """Before the day we bought its horse; after the day its horse left."""
    owner = next(part for part in parts if isinstance(part, RowSet))
    day = next(part for part in parts if isinstance(part, Cell))
    return day_of_owner(owner, day)


# What is done with an owner ---------------------------------------------------------------------


@phrase("stmt", "no <noun> [_may] <acting> <adj>", "<noun> _must_not <acting> <adj>", cost=0.6)
def owner_does_not(owner: RowSet, day: Cell, told: Predicate) -> Statement | None:
    """No horse goes out before the day we bought it: the day is that of its rides."""
    is_plain = bool(owner.table) and owner.where is None and not owner.each
    if not is_plain or not is_moment_told(told):
        return None
    return rule(not_(about(told, day)))
