"""Phrases for several columns of one form: zone_from, zone_to: one capital letter each."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Predicate
from backend.rules.phrasing import Phrases, Statement, Subjects, about_all

phrase = Phrases()


def _of_all(found: tuple[Cell, ...] | Subjects, told: Predicate) -> Statement:
    cells = found if isinstance(found, Subjects) else Subjects(items=found)
    return rule(about_all(told, cells))


@phrase("stmt", "<cell_list> : <adj> each", "<and_cells> : <adj> each", cost=0.1)
@phrase("stmt", "<cell_list> : each <adj>", "<and_cells> : each <adj>", cost=0.1)
@phrase("stmt", "<and_cells> (are|_must be) <adj> each", cost=0.1)
@phrase("stmt", "<cell_list> : <adj>", "<and_cells> : <adj>", cost=0.2)
def one_of_each(found: tuple[Cell, ...] | Subjects, told: Predicate) -> Statement:
    """zone_from, zone_to: one capital letter each."""
    return _of_all(found, told)
