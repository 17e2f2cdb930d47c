"""Phrases for columns that rise within a row, for gaps counted shortly, and for values told by number."""

from __future__ import annotations

from itertools import pairwise

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Value
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    compare,
    one_of,
)

phrase = Phrases()

# Within a row -----------------------------------------------------------------------------------

phrase.words(
    "_within_a_row",
    "(within|in|across|inside) (each|every|a|the|any|one) (row|record|line) | row by row across the columns",
)
phrase.words(
    "_never_falling",
    "be in (ascending|increasing|rising) order | be sorted ascending",
)
phrase.words(
    "_ever_rising",
    "be in strictly (ascending|increasing|rising) order",
)
phrase.words(
    "_never_rising",
    "be in (descending|decreasing|falling) order | be sorted descending",
)
for _words, _deeds, _sign in (
    ("_never_falling", "ascend|not decrease", "<="),
    ("_ever_rising", "strictly (increase|ascend|rise)", "<"),
    ("_never_rising", "descend|not increase", ">="),
):

    @phrase("stmt", f"<all_subjects> _must {_words}", cost=0.05)
    @phrase("stmt", f"<all_subjects> _must ({_words}|{_deeds}) _within_a_row", cost=-0.5)
    @phrase("stmt", f"_within_a_row [,] <all_subjects> _must ({_words}|{_deeds})", cost=-0.5)
    def ordered_within(found: Subjects, sign: str = _sign) -> Statement | None:
        """low, middle and high must be in ascending order within each row; else it is open."""
        told = [compare(one, sign, other) for one, other in pairwise(found.items)]
        return rule(all_of(*told)) if told else None


# Gaps, shortly ----------------------------------------------------------------------------------


@phrase("stmt", "<cell> : <count_bound> (missing|empty|blank) (value|values|cell|cells)", cost=0.05)
def so_many_gaps(of: Value, bound: Predicate) -> Statement:
    """Depth: no more than one missing value."""
    gap = Missing.model_validate({"of": of})
    return statement(about(bound, count(RowSet(where=gap))))


# Values told by number --------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> (may|can|must|should) only take [the] values [from|of|in] (<or_list>|<and_list>)",
    cost=0.03,
)
@phrase(
    "stmt",
    "<cell> (may|can|must|should) take only [the] values [from|of|in] (<or_list>|<and_list>)",
    cost=0.03,
)
def only_takes(of: Value, options: tuple[Constant, ...]) -> Statement:
    """State may only take values from open, paid and lost."""
    return rule(one_of(of, options), subject=of)


@phrase(
    "rel",
    "(on which|in which|where|when) <count_bound> <column> (occurred|happened|were counted|were recorded|were made|arose|were found)",
    cost=0.05,
)
def so_many_happened(bound: Predicate, of: Value) -> Predicate | None:
    """Days on which more than 5 faults occurred."""
    return about(bound, of) if isinstance(of, Cell) else None
