"""Phrases for how many rows a row has beside one of its columns: fewer boxes than horses."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.features import count_of
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet

phrase = Phrases()

phrase.words(
    "_which_it_offers", "(it|they|he|she) (has|have|had|holds|hold|offers|offer|provides|provide)"
)

for _words, _sign in (("fewer|less", ">"), ("more", "<")):

    @phrase("feature", f"({_words}) <cell> than [_which_it_offers] <rows>", cost=0.2)
    def cell_than_rows(of: Value, rows: RowSet, sign: str = _sign) -> Predicate | None:
        """Fewer boxes than horses."""
        return _count(rows, sign, of)


for _words, _sign in (("more", ">"), ("fewer|less", "<")):

    @phrase("feature", f"({_words}) <rows> than _which_it_offers <cell>", cost=0.1)
    def rows_than_cell(rows: RowSet, of: Value, sign: str = _sign) -> Predicate | None:
        """More horses than it has boxes."""
        return _count(rows, sign, of)


def _count(rows: RowSet, sign: str, of: Value) -> Predicate | None:
    is_plain = bool(rows.table) and not rows.each and isinstance(of, Cell)
    return count_of(rows, sign, of) if is_plain else None


# Who is meant, said once more -------------------------------------------------------------------

phrase.words(
    "_still_there",
    "[still|yet|now|currently] (in|there|here|with us|inside|present|around|out|away|on|open|left|active|going)",
)
phrase.words(
    "_which_means",
    "i.e. | that is | that is to say | meaning | which means | that means | namely | in other words",
)


@phrase(
    "rows",
    "<noun> (who|that|which) (is|are) _still_there [,] _which_means [,] [the|those|all] <rows>",
    r"<noun> (who|that|which) (is|are) _still_there \( _which_means [the|those|all] <rows> \)",
    cost=0.05,
)
def explained(found: RowSet, meant: RowSet) -> RowSet | None:
    """Guests who are still in, i.e. guests without a departure date: as the latter says."""
    is_one = found.table == meant.table and found.where is None and meant.where is not None
    return meant if is_one and found.table else None
