"""Phrases for what an owner is worth, with the formula behind it: the total of an order (quantity * price over its lines)."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Compare, Measure, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

phrase.widen(
    "_its_worth",
    "total order value | turnover | revenue | total revenue | sales value | invoice value | total spent",
)
phrase.words(
    "_summed_over",
    "over | across | for | of | in | from | (summed|added|added up|summed up) (over|across|for)",
)
phrase.words(
    "_all_of_its_lines",
    "all | all its | all their | its | their | the | all of its | all of their | all the",
)


def _sum(of: Value, table: str = "") -> Value:
    is_measured = any(isinstance(part, Aggregate) for part in walk(of))
    return of if is_measured else Aggregate(measure=Measure.SUM, table=table, of=of, keys=OWN_KEY)


@phrase("worth_gloss", "<sum_gloss>", r"\( [=|i.e.] <product> \)")
def worth_gloss(of: Value) -> Value:
    """(quantity * price)."""
    return _sum(of)


@phrase("worth_gloss", r"\( [=|i.e.] <product> _summed_over [_all_of_its_lines] <noun> \)")
@phrase("worth_gloss", ", [i.e.|that is] <product> _summed_over [_all_of_its_lines] <noun> ,")
def worth_gloss_over(of: Value, rows: RowSet) -> Value | None:
    """(quantity * price over its lines)."""
    return _sum(of, rows.table) if rows.where is None and not rows.each else None


@phrase("worth_of", "_its_worth (of|per|for) [_each|a|an|any] <noun> <worth_gloss>", cost=0.02)
@phrase("worth_of", "(_each|a|an|any) <noun> 's _its_worth <worth_gloss>", cost=0.02)
def worth_of(owner: RowSet, of: Value) -> tuple[RowSet, Value] | None:
    """The total of an order (quantity * price over its lines)."""
    is_plain = bool(owner.table) and owner.where is None
    return (owner, of) if is_plain else None


@phrase("stmt", "<worth_of> _must be <adj>", cost=0.02)
def worth_must_be(found: tuple[RowSet, Value], told: Predicate) -> Statement:
    """The total of an order (…) must be at most 500."""
    owner, of = found
    return rule(about(told, of), owner.table)


@phrase("stmt", "<worth_of> _must_not be <adj>", cost=0.02)
def worth_must_not_be(found: tuple[RowSet, Value], told: Predicate) -> Statement | None:
    """The total of an order (…) must not be above 500."""
    owner, of = found
    is_bound = isinstance(told, Compare) and told.left == IT and told.sign in ("<", ">", ">=")
    return rule(not_(about(told, of)), owner.table) if is_bound else None


@phrase(
    "stmt",
    "<worth_of> _must_not exceed <operand>",
    "<worth_of> _must not exceed <operand>",
    cost=0.02,
)
def worth_must_not_exceed(found: tuple[RowSet, Value], most: Value) -> Statement:
    """The total of an order (…) must not exceed its limit."""
    owner, of = found
    return rule(compare(of, "<=", most), owner.table)


@phrase("stmt", "<worth_of> _must (exceed|be above|be over) <operand>", cost=0.05)
def worth_must_exceed(found: tuple[RowSet, Value], least: Value) -> Statement:
    """The total of an order (…) must exceed 10."""
    owner, of = found
    return rule(compare(of, ">", least), owner.table)


# Lines that come to a column of their owner -----------------------------------------------------

phrase.words(
    "_lines_add_up_to",
    "add up to | sum up to | sum to | amount to | come to | total | match | equal | agree with | be equal to",
)


@phrase("rel", "whose <noun> (do|does) not _lines_add_up_to <cell> <worth_gloss>", cost=0.02)
@phrase("rel", "whose <noun> <worth_gloss> (do|does) not _lines_add_up_to <cell>", cost=0.02)
def lines_not_coming_to(rows: RowSet, *parts: Value) -> Predicate | None:
    """Whose lines do not add up to the total (quantity * price)."""
    told = _lines_and_whole(rows, parts)
    return None if told is None else not_(told)


def _lines_and_whole(rows: RowSet, parts: tuple[Value, ...]) -> Predicate | None:
    wholes = [part for part in parts if isinstance(part, Cell)]
    sums = [part for part in parts if isinstance(part, Aggregate)]
    is_plain = bool(rows.table) and rows.where is None and not rows.each
    if not is_plain or len(wholes) != 1 or len(sums) != 1 or sums[0].table not in ("", rows.table):
        return None
    return compare(wholes[0], "==", sums[0].model_copy(update={"table": rows.table}))


@phrase(
    "stmt",
    "<noun> of (_each|a|an|any) <noun> <worth_gloss> _must _lines_add_up_to <cell>",
    cost=0.02,
)
@phrase(
    "stmt",
    "<noun> of (_each|a|an|any) <noun> _must _lines_add_up_to <cell> <worth_gloss>",
    cost=0.02,
)
def lines_must_come_to(rows: RowSet, owner: RowSet, *parts: Value) -> Statement | None:
    """The lines of an order (quantity * price) must add up to its total."""
    told = _lines_and_whole(rows, parts)
    is_plain = bool(owner.table) and owner.where is None and owner.table != rows.table
    return None if told is None or not is_plain else rule(told, owner.table)
