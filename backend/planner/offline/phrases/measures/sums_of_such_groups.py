"""Phrases for groups by what their values add up to: flag tickers whose volumes do not add up to 10."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.group_claims import of_groups
from backend.rules.language.terms import Aggregate, Cell, Compare, Measure, Predicate, Value
from backend.rules.metric_groups import Keys
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import IT, Phrases, Statement, about, compare, not_

phrase = Phrases()

phrase.words("_of_whom", "whose | of which | where [the] | in which [the] | for which [the]")
phrase.words("_values_so_summed", "values | amounts | numbers | figures | shares")


@phrase("summed_so", "_of_whom <cell> [_values_so_summed] _do not _add_up [exactly] <operand>")
@phrase("summed_so", "_of_whom <cell> [_values_so_summed] _add_up something other than <operand>")
def not_adding_up(of: Value, wanted: Value) -> Predicate | None:
    """Whose volumes do not add up to 10."""
    return _summed(of, compare(IT, "!=", wanted))


@phrase("summed_so", "_of_whom <cell> [_values_so_summed] _add_up <adj>", cost=0.02)
def adding_up(of: Value, told: Predicate) -> Predicate | None:
    """Whose volumes add up to more than 10."""
    is_bound = isinstance(told, Compare) and told.sign in ("<", "<=", ">", ">=")
    return _summed(of, told) if is_bound else None


@phrase("summed_so", "_of_whom <cell> [_values_so_summed] _do not _add_up <adj>", cost=0.02)
def not_adding_up_so(of: Value, told: Predicate) -> Predicate | None:
    """Whose volumes do not add up to at least 10."""
    found = adding_up(of, told)
    return None if found is None else not_(found)


def _summed(of: Value, told: Predicate) -> Predicate | None:
    if not isinstance(of, Cell):
        return None
    return about(told, Aggregate(measure=Measure.SUM, of=of, table=of.table))


@phrase("group_so", "<summed_so>", cost=0.02)
def group_summed(told: Predicate) -> Predicate:
    """Every row of a ticker whose volumes do not add up to 10."""
    return told


@phrase("stmt", "_flag [_each|all|any] <keys> <summed_so>", cost=0.1)
@phrase("stmt", "(is|are) there [any|a|an] <keys> <summed_so> [?]", cost=0.1)
def groups_summed(by: Keys, told: Predicate) -> Statement | None:
    """Flag tickers whose volumes do not add up to 10; "parts of blends whose" are of blends."""
    is_bare = all(isinstance(key, Cell) and not key.table for key in by)
    return of_groups(by, statement(not_(told))) if is_bare else None
