"""Phrases for the ends of each group, and for ends with a stress: each maker's cheapest car, even the slowest."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.group_claims import of_groups
from backend.planner.offline.phrases.measures.superlatives import (
    extreme_bounded,
    extreme_does,
    extreme_does_not,
    extreme_not,
)
from backend.rules.language.terms import Cell, Compare, Predicate, Value
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

# Even the slowest -------------------------------------------------------------------------------

phrase("extreme_rows", "even [the] <extreme_rows>", cost=0.02)(lambda of: of)


@phrase("stmt", "not even [the] <extreme_rows> _may be <adj>", cost=0.05)
def not_even(of: Value, told: Predicate) -> Statement | None:
    """Not even the heaviest parcel may be above 30."""
    return extreme_not(of, told) if _is_beyond(told) else None


@phrase("stmt", "not even [the] <extreme_rows> _may <acting> <adj>", cost=0.05)
def not_even_does(of: Value, deed: Cell, told: Predicate) -> Statement | None:
    """Not even the heaviest parcel may weigh more than 30."""
    return extreme_does_not(of, deed, told) if _is_beyond(told) else None


def _is_beyond(told: Predicate) -> bool:
    return isinstance(told, Compare) and told.sign in (">", ">=", "<")


# Of each group ----------------------------------------------------------------------------------

phrase.words("_whichever", "each | every | any | all")


@phrase("stmt", "_whichever <keys> 's <extreme_rows> _must be <adj>", cost=0.05)
def of_each(by: Keys, of: Value, told: Predicate) -> Statement | None:
    """Each maker's cheapest car must be at most 9000."""
    return of_groups(by, extreme_bounded(of, told))


@phrase("stmt", "_whichever <keys> 's <extreme_rows> _must <acting> <adj>", cost=0.05)
def each_does(by: Keys, of: Value, deed: Cell, told: Predicate) -> Statement | None:
    """Each depot's heaviest parcel must weigh at most 30."""
    return of_groups(by, extreme_does(of, deed, told))


@phrase("stmt", "_whichever <keys> 's <extreme_rows> _must_not be <adj>", cost=0.05)
@phrase("stmt", "no <keys> 's <extreme_rows> _may be <adj>", cost=0.05)
def of_none(by: Keys, of: Value, told: Predicate) -> Statement | None:
    """No maker's cheapest car may be above 9000."""
    return of_groups(by, extreme_not(of, told)) if _is_beyond(told) else None


@phrase("stmt", "_whichever <keys> 's <extreme_rows> _must_not <acting> <adj>", cost=0.05)
@phrase("stmt", "no <keys> 's <extreme_rows> _may <acting> <adj>", cost=0.05)
def none_does(by: Keys, of: Value, deed: Cell, told: Predicate) -> Statement | None:
    """No depot's heaviest parcel may weigh more than 30."""
    return of_groups(by, extreme_does_not(of, deed, told)) if _is_beyond(told) else None
