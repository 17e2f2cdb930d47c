"""Phrases for one value in several columns of a row: the same figure in all four quarters."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.sentences.subjects import each_pair
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects, not_

phrase = Phrases()

phrase.words(
    "_one_and_equal",
    "the same | the very same | an identical | an equal | one and the same | exactly the same | identical | equal",
)
phrase.words(
    "_what_it_shows",
    "figure | value | amount | number | entry | result | count | reading | score | text | sum | total | answer | figures | "
    "values | amounts | numbers | entries | results | counts | readings | scores | answers",
)


@phrase(
    "alike_in",
    "_one_and_equal _what_it_shows (in|for|on|at|under|across) [each of|both] <and_cells>",
)
@phrase("alike_in", "_one_and_equal _what_it_shows (in|for|on|at|under|across) all of <and_cells>")
def alike_in(found: Subjects) -> Predicate | None:
    """The same figure in all four quarters."""
    return each_pair(found, "==") if len(found.items) > 1 else None


phrase.words(
    "_shows_it",
    "have | has | had | show | shows | hold | holds | contain | contains | report | reports | reach | reaches",
)


# Of one row: two that share them are told apart by "two".
@phrase("stmt", "no <noun> _may _shows_it <alike_in>", cost=-0.5)
@phrase(
    "stmt",
    "_flag [any|all|every|each] <noun> (with|having|that _shows_it|which _shows_it) <alike_in>",
    cost=-0.3,
)
@phrase(
    "stmt",
    "(is|are) there [any|a|an] <noun> (with|that _shows_it|having) <alike_in> [?]",
    cost=-0.3,
)
@phrase("stmt", "(does|do|has|have) any <noun> _shows_it <alike_in> [?]", cost=-0.3)
@phrase("stmt", "(which|what) <noun> _shows_it <alike_in> [?]", cost=-0.3)
def none_alike(rows: RowSet, told: Predicate) -> Statement | None:
    """No team may have the same figure in all four quarters."""
    return None if rows.where is not None else rule(not_(told), rows.table)


# Said of several rows at once, it may as well be of two of them.
@phrase("stmt", "<noun> _must_not _shows_it <alike_in>", cost=0.5)
def not_alike_there(rows: RowSet, told: Predicate) -> Statement | None:
    """Teams must not have the same figure in both halves."""
    return none_alike(rows, told)


@phrase("stmt", "(every|each) <noun> _must _shows_it <alike_in>", cost=-0.3)
def each_alike(rows: RowSet, told: Predicate) -> Statement | None:
    """Every team must have the same figure in all four quarters."""
    return None if rows.where is not None else rule(told, rows.table)
