"""Phrases for rows by what was done to them, and for what a row must list: inspections that failed."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Value
from backend.rules.metric_duties import is_most_common
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

phrase.widen("_at_it", "carried out | conducted | performed | undertaken")

# What was done ----------------------------------------------------------------------------------


@phrase("rel", "(that|which|who) [have|has|had] <done_value>", cost=0.1)
@phrase("rowvp", "[have|has|had] <done_value>", cost=0.2)
@phrase("adjective", "<done_value>", cost=0.1)
def was_done(told: Predicate) -> Predicate:
    """That failed."""
    return told


@phrase("noun", r"_coined_ones \( <told_value> \)", cost=0.1)
def coined_ones(told: Predicate) -> RowSet:
    """Seniors (grade 3)."""
    return RowSet(where=told)


# What must be listed ----------------------------------------------------------------------------


@phrase(
    "stmt",
    "<rows> _must (list|report|name|mention|carry|indicate) [a|an|the|its|their|his|some|at least one] <cell>",
    cost=0.1,
)
def must_list(rows: RowSet, of: Value) -> Statement | None:
    """Every inspection that failed must list violations."""
    return rule(not_(Missing(of=of)), rows.table, rows.where) if isinstance(of, Cell) else None


# How many -----------------------------------------------------------------------------------------

for _words, _sign in (
    ("(more|above|over|higher|up|upwards|older|later)", ">="),
    ("(less|fewer|below|under|lower|younger|earlier)", "<="),
):

    @phrase("adj", f"<number> and {_words}", cost=0.1)
    def and_more(bound: Constant, sign: str = _sign) -> Predicate:
        """14 and more."""
        return compare(IT, sign, bound)


@phrase(
    "stmt",
    "<told_value> (occurs|appears|is found|is there|is given|may occur|must occur|must appear|should occur) in <share_bound> [of] [all|the] <noun>",
    cost=0.05,
)
def occurs_in_share(told: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """Grade 4 occurs in less than 1% of the rows."""
    return None if rows.where is not None else statement(about(bound, share(rows, told)))


# The most frequent --------------------------------------------------------------------------------

phrase.words("_most_seen", "most (common|frequent|usual|widespread)")


@phrase("stmt", "is [the|our] _most_seen <cell> <option> [?]", cost=0.05)
@phrase("stmt", "<cell> <option> _must be [the] _most_seen [one]", cost=0.05)
@phrase("stmt", "<cell> <option> is [the] _most_seen [one]", cost=0.05)
def most_seen(of: Value, wanted: Constant) -> Statement | None:
    """Is the most frequent grade A?"""
    return is_most_common(wanted, of) if isinstance(of, Cell) else None
