"""Phrases for how many rows of another table a row has: the number of rows the member has in loans."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Measure, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.words("_own_rows", "rows | row | records | entries | lines | its rows | their rows")
phrase.words("_has_there_rows", "has | have | holds | owns | gets | got | takes up | occupies")
phrase.words(
    "_stands_there_rows", "appears | occurs | is found | is listed | turns up | shows up | stands"
)

for _head in ("factor", "expr", "so_many_held"):

    @phrase(
        _head,
        "(number|count) of _own_rows [that|which] <noun> _has_there_rows in [the] <table> [table]",
        "(number|count) of _own_rows [that|which] (it|they|he|she) _has_there_rows in [the] <table> [table]",
        "(number|count) of times <noun> _stands_there_rows in [the] <table> [table]",
        "how often <noun> _stands_there_rows in [the] <table> [table]",
        cost=0.02,
    )
    def rows_held(*parts: object) -> Value | None:
        """The number of rows the member has in loans."""
        table = next(part for part in parts if isinstance(part, str))
        owners = [part for part in parts if isinstance(part, RowSet)]
        if any(each.where is not None or each.table == table for each in owners):
            return None
        return Aggregate(measure=Measure.COUNT, table=table, keys=OWN_KEY)


@phrase("stmt", "<expr> _must be <so_many_held>", "<expr> _be <so_many_held>", cost=0.05)
def is_so_many(of: Value, held: Value) -> Statement:
    """visits must be the number of rows the member has in loans."""
    return rule(compare(of, "==", held), subject=of)
