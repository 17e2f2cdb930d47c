"""Phrases for several columns of a rule at once: one of them is empty, they are added together."""

from __future__ import annotations

from functools import reduce

from backend.planner.offline.phrases.sentences.rules import narrowed
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Arithmetic,
    Cell,
    Missing,
    Predicate,
    Unless,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    any_of,
)

phrase = Phrases()

phrase.words(
    "_save_if",
    "unless | except if | except when | except where | except for rows where | but not if | but not where | "
    "but not when | save where | other than where | only not where",
)
phrase.words(
    "_one_of_these",
    "either | either one | either of (them|the two|these) | one of (them|the two|these|the columns) | any of "
    "(them|these|the columns) | one or the other | at least one [of (them|the two|these)] | either or both | one "
    "or both [of them]",
)
phrase.words(
    "_all_of_these",
    "both | both of (them|these) | all of (them|these) | they both | they all | all",
)
phrase.words(
    "_is_empty",
    "(is|are) [left] (empty|blank|missing|null|unknown|not filled|not filled in|not given|not there)",
)

# Rows that are spared ---------------------------------------------------------------------------


def _spared(told: Statement, *, is_any: bool) -> Statement | None:
    rule = told.rule
    if not isinstance(rule, BrokenRows) or rule.where is not None:
        return None
    cells = dict.fromkeys(part for part in walk(rule.must) if isinstance(part, Cell))
    if len(cells) < 2 or any(isinstance(part, Missing) for part in walk(rule.must)):
        return None
    gaps = [Missing(of=cell) for cell in cells]
    spared = any_of(*gaps) if is_any else all_of(*gaps)
    return narrowed(told, RowSet(where=Unless(part=spared)))


@phrase("stmt", "<stmt> [,] _save_if _one_of_these _is_empty", cost=0.05)
def unless_one_is_empty(told: Statement) -> Statement | None:
    """A and B must agree unless one of them is blank."""
    return _spared(told, is_any=True)


@phrase("stmt", "<stmt> [,] _save_if _all_of_these _is_empty", cost=0.05)
def unless_all_are_empty(told: Statement) -> Statement | None:
    """A must equal B unless both are blank."""
    return _spared(told, is_any=False)


# Added together ---------------------------------------------------------------------------------


@phrase(
    "sum",
    "<and_cells> (together|taken together|put together|added together|added up|combined)",
    "<and_cells> in total",
    cost=0.1,
)
def added(subjects: Subjects) -> Value:
    """Phone and chat together."""
    return reduce(lambda left, right: Arithmetic(sign="+", left=left, right=right), subjects.items)


@phrase("feature", "<and_cells> both <adj>", "both <and_cells> <adj>", cost=0.1)
def both_so(subjects: Subjects, told: Predicate) -> Predicate:
    """A and B both 0."""
    return all_of(*(about(told, each) for each in subjects.items))
