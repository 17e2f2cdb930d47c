"""Phrases for how many kinds there are, without the word: exactly three flavours, nights with two guests."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.claims import is_wish
from backend.planner.offline.phrases.measures.group_claims import none_has, of_groups
from backend.rules.language.terms import Aggregate, Cell, Compare, Measure, Predicate, Value
from backend.rules.metric_groups import Keys
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about

phrase = Phrases()


@phrase("bare_kinds", "<count_bound> <cell>")
def bare_kinds(bound: Predicate, of: Value) -> Predicate | None:
    """Exactly three flavours; of a column of numbers it is not clear, and is declined."""
    kinds = Aggregate(measure=Measure.DISTINCT, of=of, table="")
    return about(bound, kinds) if isinstance(of, Cell) else None


@phrase("stmt", "<bare_kinds>", cost=0.6)
@phrase("stmt", "there (is|are|must be|should be) <bare_kinds>", cost=0.6)
@phrase("stmt", "_expects <bare_kinds>", cost=0.6)
def so_many_kinds(told: Predicate) -> Statement:
    """There must be exactly three flavours."""
    return statement(told)


@phrase("stmt", "(is|are) there <bare_kinds> [?]", cost=0.6)
def so_many_kinds_asked(told: Predicate) -> Statement | None:
    """Are there at least three flavours? "Fewer than three" may be asked as a fault."""
    is_just = isinstance(told, Compare) and told.sign == "=="
    return statement(told) if is_just or is_wish(statement(told)) else None


# In each group ------------------------------------------------------------------------------------


phrase.words(
    "_told_of_by",
    "[that (are|is|were|was)] (reported|listed|given|named|mentioned|covered|carried|sold|offered|supplied|served|handled|"
    "visited|used|recorded|stocked|quoted|shared|taught|run) (by|in|at|on|from|under)",
)


@phrase("stmt", "_flag [_each|all] <keys> (with|having|that have|that has) <bare_kinds>", cost=0.6)
@phrase("stmt", "_flag [_each|all] <keys> _told_of_by <bare_kinds>", cost=0.6)
@phrase("stmt", "(is|are) there [any|a|an] <keys> _told_of_by <bare_kinds> [?]", cost=0.6)
@phrase("stmt", "(is|are) there [any|a|an] <keys> (with|having) <bare_kinds> [?]", cost=0.6)
@phrase("stmt", "no <keys> [_may] (with|have|has) <bare_kinds>", cost=0.6)
def none_with_kinds(by: Keys, told: Predicate) -> Statement | None:
    """Flag nights with fewer than three guests."""
    return none_has(by, statement(told))


@phrase("stmt", "<by_group> : <count_bound> <rows>", "<keys> : <count_bound> <rows>", cost=0.5)
def rows_in_each(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """In each hotel: at least 3 rows."""
    return None if rows.each else of_groups(by, statement(about(bound, count(rows))))
