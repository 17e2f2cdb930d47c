"""Phrases for days of two rows that brackets name: no payment before its rental (paid_on vs. rented_on).

Which row is meant is told before; what is held against what stands in the brackets.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.words(
    "_dated_so",
    "dated | made | placed | recorded | entered | done | paid | issued | sent | booked | given | sold | bought | ordered | shipped | returned | hired | started | happen | be | take place | lie",
)
phrase.words(
    "_which_it_leads_to",
    "(it|they|he|she) (belongs to|belong to|refers to|refer to|is for|are for|pays for|pay for|is part of|is made for|relates to|points to) | "
    "(it|they) (was|were|is|are) (made|placed|issued|paid|sent) for",
)
phrase.words("_held_against", "vs | vs . | versus | against | compared to | compared with | and")


@phrase(
    "row_ahead",
    "(the|its|their|his|her|the corresponding|the related) <noun> [[that|which] _which_it_leads_to]",
)
def row_ahead(rows: RowSet) -> str | None:
    """The rental it belongs to."""
    return rows.table if rows.where is None and not rows.each else None


@phrase("two_days", r"\( <cell> _held_against <cell> \)")
@phrase("two_days", r"\( compare <cell> (with|to|and) <cell> \)")
def two_days(mine: Value, theirs: Value) -> tuple[Cell, Cell] | None:
    """(paid_on vs. rented_on)."""
    are_cells = isinstance(mine, Cell) and isinstance(theirs, Cell) and mine != theirs
    return (mine, theirs) if are_cells else None  # type: ignore[return-value]


def _beside(rows: RowSet, other: str, days: tuple[Cell, Cell], sign: str) -> Statement | None:
    """The row's own day held against that of the row it leads to."""
    if not rows.table or not other or other == rows.table or rows.each:
        return None
    mine, theirs = days
    if mine.table not in ("", rows.table) or theirs.table not in ("", other):
        return None
    there = theirs.model_copy(update={"table": other})
    told = rule(compare(mine, sign, there), rows.table, rows.where)
    return told


for _words, _sign in (("before|earlier than|prior to", ">="), ("after|later than", "<=")):

    @phrase("stmt", f"no <rows> _may [be] _dated_so ({_words}) <row_ahead> <two_days>", cost=0.02)
    @phrase("stmt", f"<rows> _must_not [be] _dated_so ({_words}) <row_ahead> <two_days>", cost=0.02)
    @phrase(
        "stmt",
        f"_flag [all|any|every] <rows> [that (is|are|was|were)] [_dated_so] ({_words}) <row_ahead> <two_days>",
        cost=0.02,
    )
    def not_on_that_side(
        rows: RowSet, other: str, days: tuple[Cell, Cell], sign: str = _sign
    ) -> Statement | None:
        """No payment may be dated before the rental it belongs to (paid_on vs. rented_on)."""
        plain = rows.model_copy(update={"each": False})
        return _beside(plain, other, days, sign)
