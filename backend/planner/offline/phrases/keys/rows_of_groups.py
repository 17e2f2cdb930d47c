"""Phrases for the rows of a group of which something is so: slips of rooms that have fewer than two."""

from __future__ import annotations

from backend.rules.language.terms import Aggregate, Cell, Predicate, Term, Value
from backend.rules.language.walk import rewrite, walk
from backend.rules.metric_groups import Keys
from backend.rules.metric_phrases import count
from backend.rules.phrasing import IT, Phrases, RowSet, about, compare, number

phrase = Phrases()

phrase.words(
    "_that_has",
    "that have | that has | which have | which has | having | with | who have | who has",
)
phrase.words(
    "_that_has_none",
    "that have no | that has no | which have no | which has no | without [any|a|an] | having no | with no | "
    "that do not have [any|a|an] | that does not have [any|a|an] | which do not have [any|a|an] | which does not "
    "have [any|a|an] | for which there is no | in which there is no | that lack [any|a|an] | that lacks [any|a|an]",
)


@phrase("group_so", "_that_has <count_bound> <rows>")
def of_so_many(bound: Predicate, rows: RowSet) -> Predicate | None:
    """That have fewer than two slips."""
    return None if rows.each else about(bound, count(rows))


@phrase("group_so", "_that_has (only|just|exactly|but) one <rows>")
def of_one(rows: RowSet) -> Predicate | None:
    """That have only one slip."""
    return of_so_many(compare(IT, "==", number(1)), rows)


@phrase("group_so", "_that_has_none <rows>")
def of_none(rows: RowSet) -> Predicate | None:
    """That has no row with an empty end: some rows there are, or it would not be spoken of."""
    is_told = rows.where is not None and not rows.each
    return compare(count(rows), "==", number(0)) if is_told else None


phrase.words(
    "_ie_none",
    "i.e. | that is | that is to say | meaning | namely | i.e. , | that is , | in other words",
)


@phrase(
    "group_so",
    "_that_has_none _coined (<cell>|<noun>) [,] _ie_none (no|without|none with) <rows>",
    r"_that_has_none _coined (<cell>|<noun>) \( [_ie_none] (no|without) <rows> \)",
    cost=0.05,
)
def of_none_called(_: object, rows: RowSet) -> Predicate | None:
    """That has no open stay, i.e. none without an end."""
    return of_none(rows)


@phrase("group_so", "(whose|of which) <metric> (<adj>|_be <adj>)", cost=0.05)
@phrase("group_so", "(whose|of which) <metric> <verb>", cost=0.05)
def of_measure(measure: Value, told: Predicate) -> Predicate | None:
    """Whose total cost is above 20."""
    return about(told, measure) if isinstance(measure, Aggregate) else None


phrase.words(
    "_of_a_group", "of | in | from | for | within | belonging to | that belong to | under | at"
)


@phrase(
    "rel",
    "_of_a_group [a|an|any|every|each|those|the|all] <keys> <group_so>",
    cost=0.1,
)
def of_groups(keys: Keys, told: Predicate) -> Predicate | None:
    """Slips of rooms that have fewer than two."""
    columns = tuple(key.column for key in keys if isinstance(key, Cell))
    if len(columns) < len(keys):
        return None
    found = [part for part in walk(told) if isinstance(part, Aggregate)]
    if any(part.by or part.keys for part in found) or not found:
        return None

    def grouped(part: Term) -> Term | None:
        return part.model_copy(update={"by": columns}) if isinstance(part, Aggregate) else None

    return rewrite(told, grouped)
