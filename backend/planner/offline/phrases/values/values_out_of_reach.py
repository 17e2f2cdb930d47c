"""Phrases for values that are called impossible, with what makes them so: an impossible height (above 220).

Also gaps that are counted as the cells that may have none: no more than one barcode may be missing.
"""

from __future__ import annotations

from backend.planner.offline.phrases.keys.such_values import SuchValue
from backend.planner.offline.phrases.measures.claims import is_bound
from backend.planner.offline.phrases.values.sets_in_use import all_from_these
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Value
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare

phrase = Phrases()

# Out of reach -----------------------------------------------------------------------------------

phrase.words(
    "_unlikely",
    "impossible | implausible | unrealistic | absurd | unbelievable | unlikely | suspicious | nonsensical | strange | odd | "
    "extreme | excessive | silly | crazy",
)
phrase.words("_namely", "[i.e.|that is|meaning|which means|namely|so] [,]")


def _is_far(told: Predicate) -> bool:
    """Whether it only tells of too small or too large values."""
    parts = told.parts if isinstance(told, AnyOf) else (told,)
    return all(map(is_bound, parts))


@phrase("such_value", r"_unlikely <cell> \( [_namely] <adj> \)", cost=0.05)
@phrase("such_value", "_unlikely <cell> (,|:|;|-|–) _namely <adj>", cost=0.1)
def unlikely_value(of: Cell, told: Predicate) -> SuchValue | None:
    """An impossible height (below 120 or above 220)."""
    return SuchValue(of, told) if _is_far(told) else None


@phrase("feature", r"[a|an] _unlikely <cell> \( [_namely] <adj> \)", cost=0.05)
def unlikely_feature(of: Value, told: Predicate) -> Predicate | None:
    """With an impossible height (below 120 or above 220)."""
    return about(told, of) if isinstance(of, Cell) and _is_far(told) else None


@phrase("vp", r"(is|are) _unlikely \( [_namely] <adj> \)", cost=0.05)
@phrase("vp", "(is|are) _unlikely (,|:|;|-|–) _namely <adj>", cost=0.1)
def is_unlikely(told: Predicate) -> Predicate | None:
    """Whose height is implausible (below 120 or above 220)."""
    return told if _is_far(told) else None


# Gaps, as cells ---------------------------------------------------------------------------------


@phrase(
    "stmt",
    "(no more than|not more than|at most|at the most|up to) <number> <cell> (may|can|must|should) be (missing|empty|blank|absent|null)",
    cost=-0.4,
)
def so_many_missing(most: Constant, of: Value) -> Statement | None:
    """No more than one barcode may be missing."""
    if not isinstance(of, Cell) or not isinstance(most.value, int):
        return None
    return statement(compare(count(RowSet(where=Missing(of=of))), "<=", most))


# These alone ------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "[all] <cell> [values] _that_occur (_must be|are) (<or_list>|<and_list>) (only|alone|and no others|, no others|and nothing else)",
    cost=0.05,
)
def in_use_only(of: Value, wanted: tuple[Constant, ...]) -> Statement | None:
    """The voices in use are bass and tenor only."""
    return all_from_these(of, wanted)


@phrase(
    "stmt",
    "only <any_list> (is|are|may be) (known|used|in use|defined|recognised|recognized) (as|in|for|under) [a|an|the] <cell>",
    cost=0.05,
)
def only_known(wanted: tuple[Constant, ...], of: Value) -> Statement | None:
    """Only active and obsolete are known as status."""
    return all_from_these(of, wanted)
