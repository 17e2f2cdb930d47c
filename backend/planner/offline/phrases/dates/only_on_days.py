"""Phrases for rows that there are on some days of the week alone: lessons take place on Mondays only."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words("_on_a_day", "(on|at|for) [a|an|the]")
phrase.words("_then_alone", "only | alone | and on no other day | and no other day | exclusively")


@phrase(
    "stmt",
    "[all|the|our] <rows> [_must|may|can] _takes_place _on_a_day <on_days> [,] _then_alone",
    "[all|the|our] <rows> [_must|may|can] (only|exclusively) _takes_place _on_a_day <on_days>",
    "[all|the|our] <rows> [_must|may|can] _takes_place (only|exclusively) _on_a_day <on_days>",
    "<rows> (only|exclusively) _on_a_day <on_days>",
    cost=0.3,
)
def only_then(rows: RowSet, told: Predicate) -> Statement:
    """Lessons take place on Mondays only."""
    return rule(told, rows.table, rows.where)
