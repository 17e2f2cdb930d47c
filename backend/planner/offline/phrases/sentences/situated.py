"""Phrases for rows by where they are: offices located in Paris."""

from __future__ import annotations

from backend.rules.language.terms import Constant, Predicate, Value
from backend.rules.phrasing import Phrases, compare

phrase = Phrases()

phrase.words(
    "_situated",
    "located | situated | based | placed | standing | to be found | found | registered | residing | resident | living",
)


@phrase("rel", "_situated (in|at) <place>", cost=0.05)
def situated(told: Predicate) -> Predicate:
    """Located in Paris or London."""
    return told


phrase.words(
    "_going_about",
    "travelling | traveling | sailing | flying | riding | staying | living | working | sitting | lying | standing",
)
phrase.words(
    "_goes_about",
    "travel | travels | travelled | sail | sailed | fly | flies | flew | ride | rides | stay | stays | stayed | live | "
    "lives | lived | work | works | worked | sit | sits | stand | stands",
)


@phrase("rel", "_going_about (in|on|at|under) [the] <cell> <option>", cost=0.1)
@phrase("rowvp", "_goes_about (in|on|at|under) [the] <cell> <option>", cost=0.1)
def in_a_value(of: Value, value: Constant) -> Predicate:
    """Travelling in class 1, who live in district 4."""
    return compare(of, "==", value)


@phrase("rel", "_going_about with <feature>", cost=0.1)
@phrase("rowvp", "_goes_about with <feature>", cost=0.1)
def going_with(told: Predicate) -> Predicate:
    """Travelling with a dog: what a row has."""
    return told
