"""Phrases for what an owner's rows come to in one column, and for what is no part of a sum.

More than 30 in fees altogether; freight is not part of it.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.kinship_sums import (
    rows_of_owner_come_to,
    sum_told,
    sum_told_over,
    whose_rows_come_to,
    whose_rows_total,
)
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_
from backend.rules.rule import Rule

phrase = Phrases()

# So much in a column ----------------------------------------------------------------------------

phrase.widen(
    "_makes_so_much",
    "collect | collects | collected | incur | incurs | incurred | run up | runs up | ran up | pile up | piles up | piled up | "
    "accumulate | accumulates | accumulated | gather | gathers | gathered | raise | raises | raised",
)
phrase.words(
    "_make_together",
    "bring in | brought in | earn | earned | came to | added up to | amounted to | summed up to | run to | ran to | have come to | "
    "have brought in",
)
phrase.words(
    "_all_in_all",
    "altogether | in total | in all | overall | all told | in sum | together | taken together | all together | over all of them | "
    "over all its rows | over time",
)


@phrase("sum_gloss", "(in|of) <cell> _all_in_all", cost=0.02)
@phrase("sum_gloss", "_all_in_all (in|of) <cell>", cost=0.02)
def in_the_column(of: Value) -> Value | None:
    """In fees altogether."""
    return sum_told(of) if isinstance(of, Cell) else None


@phrase("sum_gloss", "in <cell>", cost=0.06)
def in_column(of: Value) -> Value | None:
    """In fees."""
    return in_the_column(of)


@phrase("rel", "_with <so_much> <sum_gloss>", cost=0.03)
def with_so_much(bound: Predicate, of: Value) -> Predicate:
    """With more than 30 in fees altogether."""
    return about(bound, of)


@phrase(
    "sum_gloss", "(in|of) <cell> (over|across|for|from) [all] (its|their|his|her) <rows>", cost=0.02
)
@phrase(
    "sum_gloss",
    "(in|of) <cell> (over|across|for|from) all [of] (its|their|his|her) <rows>",
    cost=0.02,
)
def in_column_of(of: Value, rows: RowSet) -> Value | None:
    """In fees over all their hires."""
    is_plain = bool(rows.table) and rows.where is None
    return sum_told_over(of, rows) if is_plain and isinstance(of, Cell) else None


for _words, _sign in (("more", ">"), ("(less|fewer)", "<")):

    @phrase(
        "rel",
        f"whose <rows> _make_together {_words} in <cell> [_all_in_all] than (its|their|the) <column>",
        f"whose <rows> _make_together {_words} [_all_in_all] in <cell> than (its|their|the) <column>",
        cost=0.02,
    )
    def come_to_more_than(
        rows: RowSet, of: Value, most: Cell, sign: str = _sign
    ) -> Predicate | None:
        """Whose loans come to more in fines than their limit."""
        return whose_rows_come_to(rows, compare(IT, sign, most), sum_told(of) or of)


@phrase("stmt", "no <noun> _may have <rows> (that|which) _make_together <so_much>", cost=0.02)
@phrase(
    "stmt", "no <noun> _may have <rows> (that|which) _make_together <so_much> <sum_gloss>", cost=0.0
)
def none_may_have(owner: RowSet, rows: RowSet, bound: Predicate, *of: Value) -> Statement | None:
    """No rider may have hires that come to more than 30 in fees altogether."""
    told = whose_rows_come_to(rows, bound, of[0]) if of else whose_rows_total(rows, bound)
    if told is None or not owner.table or owner.table == rows.table or owner.each:
        return None
    return rule(not_(told), owner.table, owner.where)


@phrase(
    "stmt", "<rows> _must_not have <rows> (that|which) _make_together <so_much> <sum_gloss>", cost=0
)
def must_not_have(owner: RowSet, rows: RowSet, bound: Predicate, of: Value) -> Statement | None:
    """Riders must not have hires that come to more than 30 in fees altogether."""
    return none_may_have(owner, rows, bound, of)


@phrase("stmt", "<rows> of (_each|a|an|any) <table> _must_not _make_together <so_much> <sum_gloss>")
def rows_of_owner_not_over(
    rows: RowSet, owner: str, bound: Predicate, of: Value
) -> Statement | None:
    """The hires of a rider must not come to more than 30 in fees."""
    if getattr(bound, "sign", "") not in ("<", ">", ">="):
        return None
    return rows_of_owner_come_to(rows, owner, of, not_(bound))


@phrase("stmt", "<rows> of (_each|a|an|any) <table> _must _make_together <so_much> <sum_gloss>")
def rows_of_owner_so_much(
    rows: RowSet, owner: str, bound: Predicate, of: Value
) -> Statement | None:
    """The hires of a rider must come to at least 30 in fees."""
    return rows_of_owner_come_to(rows, owner, of, bound)


# What is no part of it --------------------------------------------------------------------------

phrase.words(
    "_is_no_part",
    "(is|are) (not|no|never) [a] part of (it|this|that|the sum|the total|this sum|this total|that sum) | "
    "(is|are) not (included|counted|contained|added|in it|in there|counted in|part of it) [in it|in the sum|in the total|in this|there] | "
    "(do|does) not (count|count towards it|count for this|belong to it|belong in it|belong there|enter into it|go into it|matter here) | "
    "(is|are) (extra|separate|on top|left out|excluded|left aside|charged extra|charged separately|on top of it|on top of that) [of it|of this|of the sum|of the total]",
)
phrase.words(
    "_taken_aside",
    "not counting | without | excluding | leaving out | not including | apart from | leaving aside",
)


def _holds_sum_without(told: Rule, of: Value) -> bool:
    """Whether a rule sums up something, and does not look at the column that is left out."""
    sums = [
        part for part in walk(told) if isinstance(part, Aggregate) and part.measure == Measure.SUM
    ]
    named = {part.column for part in walk(told) if isinstance(part, Cell)}
    return bool(sums) and isinstance(of, Cell) and of.column not in named


@phrase("hint", "<hint> _stop [the] <cell> _is_no_part [.]", cost=0.02)
@phrase("hint", r"<hint> \( [the] <cell> _is_no_part \) [.]", cost=-0.5)
@phrase("hint", "<hint> [,] _taken_aside [the] <cell> [.]", cost=0.1)
@phrase("hint", r"<hint> \( _taken_aside [the] <cell> \) [.]", cost=0.02)
def no_part_of_it(statement: Statement, of: Value) -> Statement | None:
    """Freight is not part of it: the sum does not read it anyway."""
    return statement if _holds_sum_without(statement.rule, of) else None
