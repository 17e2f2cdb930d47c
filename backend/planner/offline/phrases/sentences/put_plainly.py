"""Phrases of plain rules in the shortest words: no code twice, a code identifies a row, about 3."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.distances import within as within_distance
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique, unique_within
from backend.rules.language.terms import Apply, Cell, Constant, Function, Missing, Predicate, Value
from backend.rules.metric_counts import rows_bounded
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare, not_

phrase = Phrases()

# Keys -------------------------------------------------------------------------------------------


@phrase("stmt", "no <key> (twice|more than once|two times|a second time)", cost=0.05)
@phrase("stmt", "_each <key> (only|just|at most|no more than|exactly) once", cost=0.05)
@phrase("stmt", "<key> (only|at most|no more than) once", cost=0.05)
@phrase("stmt", "<key> [_together] (identify|identifies) (a|an|the|each|every|one) [single] _row")
def no_key_twice(found: object) -> Statement | None:
    """No code twice."""
    return unique(found)


@phrase("stmt", "<key> [_together] (identify|identifies) (a|an|each|every|one) [single] <noun>")
def key_of_rows(found: object, rows: RowSet) -> Statement | None:
    """The code identifies a machine."""
    told = unique(found)
    if told is None or rows.where is not None or not rows.table:
        return None
    table = rows.table
    return told.model_copy(update={"rule": told.rule.model_copy(update={"table": table})})


phrase.words(
    "_take_in",
    "contain | include | hold | list | have | use | order | buy | carry | mention | name",
)


@phrase("stmt", "<cell> (may|can|must|should) [only] _take_in <cell> [only|just|at most] once")
@phrase("stmt", "<cell> (may|can) _take_in <cell> no more than once")
@phrase("stmt", "<cell> _must_not _take_in [the same] <cell> (twice|more than once|again)")
@phrase("stmt", "no <cell> _may _take_in [the same] <cell> (twice|more than once|again)")
def holds_once(owner: Value, of: Value) -> Statement | None:
    """An order may contain a product only once."""
    is_plain = isinstance(owner, Cell) and isinstance(of, Cell) and owner != of
    return unique_within(of, owner) if is_plain else None


# Numbers ----------------------------------------------------------------------------------------

phrase.words("_roughly_so", "about | around | roughly | approximately | close to | near")
phrase.words("_give_or_take", "plus or minus | give or take | ± | + / - | +/-")


@phrase("adj", r"[_roughly_so] <amount> \( _give_or_take <distance> \)", cost=0.05)
@phrase("adj", "_roughly_so <amount> [,] _give_or_take <distance>", cost=0.05)
@phrase("adj", r"_roughly_so <amount> [,|\(] with a tolerance of <distance> [\)]", cost=0.05)
@phrase("adj", r"_roughly_so <amount> \( [to] within <distance> \)", cost=0.05)
@phrase("adj", "_roughly_so <amount> [,] [to] within <distance>", cost=0.05)
def about_so_much(middle: Value, distance: Any) -> Predicate | None:
    """About 3 (plus or minus 0.5)."""
    return within_distance(distance, middle)


@phrase("stmt", "<count_bound> <rows> (are|is) (expected|required|needed|wanted)", cost=0.05)
def rows_wanted(bound: Predicate, rows: RowSet) -> Statement | None:
    """Exactly 10 rows are expected."""
    return rows_bounded(bound, rows)


# Texts ------------------------------------------------------------------------------------------


@phrase("stmt", "<cell> (may|can) [only] be _capped <number> _chars", cost=0.02)
@phrase("stmt", "<cell> (may|can) [only] be no longer than <number> (characters|chars|signs)")
@phrase(
    "stmt", "<cell> (may|can) [only] (have|hold|contain|take) _capped <number> _chars", cost=0.02
)
def so_long(of: Value, limit: Constant) -> Statement:
    """A note may be at most 200 characters long."""
    return rule(compare(Apply(function=Function.LENGTH, of=of), "<=", limit), subject=of)


@phrase("adj", "(written|spelled|spelt|given|put|entered) in title case", cost=0.02)
def in_title_case() -> Predicate:
    """Written in title case."""
    return compare(IT, "==", Apply(function=Function.TITLE, of=IT))


# Said so shortly that it may be either -----------------------------------------------------------


@phrase("stmt", "<cell> (:|–|-) no (blanks|blank)", "<cell> [:] without [any] blanks", cost=0.05)
def no_blank_cells(of: Value) -> Statement:
    """Code: no blanks, which are cells or signs."""
    return rule(not_(Missing(of=of)), subject=of)


for _word, _sign in (("max|maximum", "<="), ("min|minimum", ">=")):
    phrase("stmt", f"({_word}) <cell> <number>", cost=0.4)(
        lambda of, limit, sign=_sign: rule(compare(of, sign, limit), subject=of)
    )
