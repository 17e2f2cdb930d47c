"""Phrases for rows of which another table has none: films for which no actor is recorded."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import exists
from backend.rules.language.terms import Cell, Missing, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, not_

phrase = Phrases()

phrase.words("_no_such_row", "no | not a single | not one | not any")
phrase.words(
    "_is_on_record",
    "is recorded | are recorded | is listed | are listed | exists | exist | is on record | are on record | is there | are "
    "there | is on file | are on file | has been recorded | have been recorded | is entered | are entered | is "
    "registered | are registered | can be found | is to be found | is found | are found | is kept | are kept | is held",
)


@phrase("rel", "(of|for|by|from|to) (which|whom) _no_such_row <rows> _is_on_record", cost=0.02)
def none_on_record(rows: RowSet) -> Predicate | None:
    """Suppliers for which no product is recorded."""
    return not_(exists(rows)) if rows.table and rows.where is None and not rows.each else None


@phrase(
    "rel",
    "(of|for|by|from|to) (which|whom) _no_such_row <rows> _is_on_record in [the] <table> [table|list]",
    cost=0.02,
)
def none_of_that_table(rows: RowSet, table: str) -> Predicate | None:
    """Suppliers for which no product is listed in products."""
    return none_on_record(rows) if rows.table == table else None


@phrase(
    "rel",
    "(of|for|by|from|to) (which|whom) _no_such_row <cell> _is_on_record in [the] <table> [table|list]",
    cost=0.05,
)
def none_in_that_table(of: Value, table: str) -> Predicate | None:
    """Films for which no actor is recorded in film_actor: no row there that names one."""
    if not isinstance(of, Cell) or of.table != table:
        return None
    return not_(exists(RowSet(table=table, where=not_(Missing(of=of)))))
