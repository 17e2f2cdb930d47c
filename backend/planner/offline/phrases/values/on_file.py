"""Phrases for what is on file for rows: do we have an e-mail address for 80% of the tags or more?"""

from __future__ import annotations

from backend.planner.offline.phrases.measures.portions import Portion, portion_is
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Missing, Value
from backend.rules.metric_bounds import demands
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

phrase.words(
    "_we_have_it",
    "[do|does] (we|you) (have|know|hold|keep|store|record) | have (we|you) [got|recorded|stored|entered] | "
    "we _must [always] (have|know|hold|keep|record|store|need) | we need [to have|to know]",
)
phrase.words("_any_such", "their | its | on file | recorded | on record | stored")


@phrase(
    "stmt", "_we_have_it [_any_such] <cell> [_any_such] (for|of|from|on|with) <portion>", cost=0.1
)
def on_file_for_portion(of: Value, found: Portion) -> Statement | None:
    """Do we have an e-mail address for at least 80% of the tags?"""
    if not isinstance(of, Cell) or not demands(found.bound):
        return None
    return portion_is(found, not_(Missing(of=of)))


@phrase(
    "stmt",
    "_we_have_it [_any_such] <cell> [_any_such] (for|of|from|on|with) <rows>",
    "_we_have_it [_any_such] <cell> [_any_such] (for|of|from|on|with) all [of] <rows>",
    cost=0.15,
)
def on_file_for_each(of: Value, rows: RowSet) -> Statement | None:
    """Do we know the postcode of every guest?"""
    if not isinstance(of, Cell) or not rows.table:
        return None
    return rule(not_(Missing(of=of)), rows.table, rows.where, subject=of)
