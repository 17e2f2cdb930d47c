"""Phrases for what an owner's rows come to, where brackets tell the sum: worth more than 500 (sum of …).

The verb before the brackets is loose (worth, invoiced, spent); the sum behind it is what counts.
"""

from __future__ import annotations

from backend.planner.offline.phrases.measures.claims import is_bound
from backend.planner.offline.phrases.measures.group_claims import has_metric
from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_bounds import allows
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

# The sum that is told ---------------------------------------------------------------------------

phrase.words("_total_of", "sum of | total of | total | sum | the sum of all | added up :")
phrase.words("_over_lines", "over | of | in | for | across | from | on")
phrase.words(
    "_reckoned_as",
    ", counted as | , measured as | , worked out as | , calculated as | , reckoned as | , taken as | , computed as | "
    ", that is | , i.e. | , meaning | , being",
)


def _sum_of(of: Value, rows: RowSet) -> Value | None:
    is_its_own = isinstance(of, Cell) and rows.table and of.table not in ("", rows.table)
    if isinstance(of, Constant) or rows.each or is_its_own:
        return None
    return Aggregate(
        measure=Measure.SUM, table=rows.table, of=of, where=rows.where, keys=OWN_KEY
    )  # fmt: skip


@phrase("sum_told", "_total_of <sum>")
def sum_told(of: Value) -> Value | None:
    """Sum of the fee: over the rows of the one other table that has it."""
    return _sum_of(of, RowSet())


@phrase("sum_told", "_total_of <sum> _over_lines [all] <rows>", cost=-0.02)
@phrase("sum_told", "_total_of <sum> _over_lines <child_rows>", cost=-0.02)
def sum_told_over(of: Value, rows: RowSet) -> Value | None:
    """Sum of quantity * price over the order lines."""
    return _sum_of(of, rows) if rows.table else None


@phrase("sum_told", "_total_of [its|their|all its|all their] <rows> 's <sum>", cost=0.05)
def sum_told_of(rows: RowSet, of: Value) -> Value | None:
    """Sum of its lines' amounts."""
    return sum_told_over(of, rows)


@phrase("sum_gloss", r"\( <sum_told> \)", "_reckoned_as <sum_told>")
def sum_gloss(value: Value) -> Value:
    """(sum of the fee)."""
    return value


# So much altogether -----------------------------------------------------------------------------

phrase.words(
    "_altogether",
    "altogether | in total | in all | overall | all told | in sum | together | taken together | all together | when added up",
)
phrase.words("_counted_in", "pieces | units | items | copies | times | of them | pcs")
phrase.words(
    "_in_the_amount",
    "for | with | in | at | of | to | a total of | a sum of | for a total of | in a total quantity | in a total quantity of | "
    "in quantities of | in a total amount | in a total amount of | a total quantity of | a total amount of | with a total of | "
    "for a total | for a sum of | to a total of",
)


@phrase("so_much", "[_in_the_amount] [_altogether] <adj> [_counted_in] [_altogether]")
def so_much(bound: Predicate) -> Predicate | None:
    """More than 500 altogether."""
    return bound if is_bound(bound) else None


# What comes to so much --------------------------------------------------------------------------

phrase.words(
    "_makes_so_much",
    "come to | comes to | came to | add up to | adds up to | amount to | amounts to | sum up to | sums up to | total | totals | "
    "be worth | is worth | are worth | was worth | were worth | cost | costs | spend | spends | spent | pay | pays | paid | buy | buys | bought | "
    "order | orders | ordered | sell | sells | sold | earn | earns | earned | ask for | asks for | asked for | use | uses | used | "
    "bring in | brings in | brought in | owe | owes | owed | give | gives | gave | receive | receives | received | get | gets | got | "
    "deliver | delivers | delivered | supply | supplies | supplied | donate | donates | donated | contain | contains | hold | holds | "
    "have | has | had | consist of | consists of | weigh | weighs | last | lasts | run | runs | take | takes | took | produce | "
    "produces | produced | make | makes | made | consume | consumes | consumed | work | works | worked | book | books | booked",
)
phrase.words(
    "_dealt_so_much",
    "invoiced | billed | charged | paid | sold | ordered | supplied | delivered | bought | credited | shipped | booked | granted | "
    "donated | produced | used | worked | lent | rented | stocked | spent | given | received | earned | consumed | purchased | "
    "insured | insured for | valued | valued at | allocated | assigned | planned | reserved | handed out | paid out | awarded | moved | picked | played",
)
phrase.words(
    "_making_so_much",
    "coming to | adding up to | amounting to | totalling | costing | spending | paying | buying | ordering | selling | earning | "
    "using | owing | receiving | getting | delivering | supplying | donating | containing | holding | weighing | lasting | "
    "producing | making | consuming | booking | costing",
)
phrase.words("_have_come", "have | has | had")
phrase.words(
    "_have_been_so",
    "be | been | have been | has been | had been | is | are | was | were | get | gets",
)


@phrase("rowvp", "[_have_come] _makes_so_much <so_much> <sum_gloss>", cost=0.02)
@phrase("rowvp", "_have_been_so _dealt_so_much <so_much> <sum_gloss>", cost=0.02)
@phrase("rel", "(_dealt_so_much|_making_so_much) <so_much> <sum_gloss>", cost=0.02)
@phrase("rel", "[worth] <so_much> <sum_gloss>", cost=0.02)
def comes_to_so_much(bound: Predicate, of: Value) -> Predicate:
    """Have been invoiced more than 500 altogether (sum of the total)."""
    return about(bound, of)


@phrase("rowvp", "(have|has|had) not _makes_so_much <so_much> <sum_gloss>", cost=0.02)
@phrase("rowvp", "_do not _makes_so_much <so_much> <sum_gloss>", cost=0.02)
@phrase("rowvp", "(have|has|had) not been _dealt_so_much <so_much> <sum_gloss>", cost=0.02)
def comes_not_to_so_much(bound: Predicate, of: Value) -> Predicate:
    """Have not been invoiced at least 500 altogether (sum of the total)."""
    return not_(about(bound, of))


@phrase("stmt", "<rows> (may|can) [only] _makes_so_much <so_much> <sum_gloss>", cost=0.02)
@phrase(
    "stmt",
    "<rows> (may|can) [only] _have_been_so _dealt_so_much <so_much> <sum_gloss>",
    cost=0.02,
)
def may_come_to(rows: RowSet, bound: Predicate, of: Value) -> Statement | None:
    """A shop may be worth at most 500 (sum of its totals)."""
    is_clear = allows(bound) and bool(rows.table)
    return rule(about(bound, of), rows.table, rows.where) if is_clear else None


@phrase("stmt", "<so_much> _over_lines _each <noun> _must be _dealt_so_much <sum_gloss>", cost=0.02)
def so_much_of_each(bound: Predicate, owner: RowSet, of: Value) -> Statement | None:
    """At least 500 pieces of each part must be supplied (sum of the quantity)."""
    is_clear = bool(owner.table) and owner.where is None
    return rule(about(bound, of), owner.table) if is_clear else None


@phrase("gclaim", "[_have_come] _makes_so_much <so_much> <sum_gloss>", cost=0.1)
@phrase("gclaim", "_have_been_so _dealt_so_much <so_much> <sum_gloss>", cost=0.1)
def group_comes_to(bound: Predicate, of: Value) -> Statement | None:
    """The same of groups in one table."""
    if not isinstance(of, Aggregate) or of.table or of.where is not None:
        return None
    return has_metric(of.model_copy(update={"keys": ()}), bound)


# The rows of an owner, named --------------------------------------------------------------------

phrase.widen(
    "_make_together",
    "come to | add up to | amount to | sum to | sum up to | total | be worth | are worth | make | cost | reach",
)


def _total(rows: RowSet) -> Value | None:
    if not rows.table or rows.each:
        return None
    return _sum_of(Cell(table=rows.table, column=""), rows)


@phrase("rel", "whose <rows> _make_together <so_much>", cost=0.1)
@phrase("rel", "_with <rows> worth <so_much>", cost=0.1)
def whose_rows_total(rows: RowSet, bound: Predicate) -> Predicate | None:
    """Whose orders come to more than 500 in total: by the one amount that the rows have."""
    total = _total(rows)
    return None if total is None else about(bound, total)


@phrase("rel", "whose <rows> _make_together <so_much> <sum_gloss>", cost=0.02)
@phrase("rel", "_with <rows> worth <so_much> <sum_gloss>", cost=0.02)
def whose_rows_come_to(rows: RowSet, bound: Predicate, of: Value) -> Predicate | None:
    """Whose orders come to more than 500 (sum of the total)."""
    told = of if isinstance(of, Aggregate) else None
    if told is None or rows.each or told.table not in ("", rows.table) or told.where is not None:
        return None
    change: dict[str, object] = {"table": rows.table, "where": rows.where}
    if isinstance(told.of, Cell):
        change["of"] = told.of.model_copy(update={"table": rows.table})
    return about(bound, told.model_copy(update=change))


def _owned(owner: str, rows: RowSet, told: Predicate | None) -> Statement | None:
    return None if told is None or rows.table == owner else rule(told, owner)


@phrase("stmt", "[_each] <table> 's <rows> _must _make_together <so_much>", cost=0.05)
@phrase("stmt", "[_each] <table> 's <rows> _must _make_together <so_much> <sum_gloss>", cost=0.02)
def rows_must_total(owner: str, rows: RowSet, bound: Predicate, *of: Value) -> Statement | None:
    """A shop's orders must come to at least 500 in total."""
    told = whose_rows_come_to(rows, bound, of[0]) if of else whose_rows_total(rows, bound)
    return _owned(owner, rows, told)


@phrase("stmt", "[_each] <table> 's <rows> _must_not _make_together <so_much>", cost=0.05)
@phrase(
    "stmt", "[_each] <table> 's <rows> _must_not _make_together <so_much> <sum_gloss>", cost=0.02
)
def rows_must_not_total(owner: str, rows: RowSet, bound: Predicate, *of: Value) -> Statement | None:
    """A shop's orders must not come to more than 500 in total."""
    if getattr(bound, "sign", "") not in ("<", ">", ">="):
        return None
    return rows_must_total(owner, rows, not_(bound), *of)


@phrase("stmt", "[_each] <table> 's <rows> _must_not exceed <operand> [_altogether]", cost=0.05)
@phrase(
    "stmt",
    "[_each] <table> 's <rows> _must_not exceed <operand> [_altogether] <sum_gloss>",
    cost=0.02,
)
def rows_must_not_exceed(owner: str, rows: RowSet, most: Value, *of: Value) -> Statement | None:
    """A shop's orders must not exceed 500 in total."""
    return rows_must_total(owner, rows, compare(IT, "<=", most), *of)


# Its worth, with the sum in brackets ------------------------------------------------------------


@phrase("worth_told", r"_its_worth <sum_gloss>", r"_its_worth \( <product> \)")
def worth_told(of: Value) -> Value | None:
    """Value (quantity * price): of the rows of the one other table that has both."""
    return of if isinstance(of, Aggregate) else _sum_of(of, RowSet())


@phrase("product", "<factor> (*|x|times) <factor>")
def product(left: Value, right: Value) -> Value:
    """Quantity * price."""
    return Arithmetic(sign="*", left=left, right=right)


@phrase("rel", "whose <worth_told> _be <so_much>", "_with <worth_told> <so_much>", cost=0.05)
def whose_worth(of: Value, bound: Predicate) -> Predicate:
    """Whose value (quantity * price) is above 500."""
    return about(bound, of)


@phrase("stmt", "<worth_told> of (_each|a|an|any) <noun> _must be <so_much>", cost=0.05)
def worth_of_each(of: Value, rows: RowSet, bound: Predicate) -> Statement | None:
    """The value (quantity * price) of an order must be at most 500."""
    is_clear = bool(rows.table) and rows.where is None
    return rule(about(bound, of), rows.table) if is_clear else None


@phrase("stmt", "<rows> of (_each|a|an|any) <table> <sum_gloss> _must _make_together <so_much>")
def rows_of_owner_come_to(
    rows: RowSet, owner: str, of: Value, bound: Predicate
) -> Statement | None:
    """The orders of a shop (sum of the total) must come to at most 500."""
    return _owned(owner, rows, whose_rows_come_to(rows, bound, of))


@phrase("stmt", "<rows> of (_each|a|an|any) <table> <sum_gloss> _must_not exceed <operand>")
def rows_of_owner_within(rows: RowSet, owner: str, of: Value, most: Value) -> Statement | None:
    """The orders of a shop (sum of the total) must not exceed 500."""
    return rows_of_owner_come_to(rows, owner, of, compare(IT, "<=", most))


@phrase(
    "stmt",
    r"(for|in|per) (_each|a|an|any) <noun> [,] [all|its] <noun> \( <product> \) _must _make_together <cell>",
    r"(for|in|per) (_each|a|an|any) <noun> [,] [all|its] <noun> <sum_gloss> _must _make_together <cell>",
)
def lines_come_to(owner: RowSet, lines: RowSet, of: Value, whole: Cell) -> Statement | None:
    """For every order the lines (quantity * price) must add up to its total."""
    told = of if isinstance(of, Aggregate) else _sum_of(of, RowSet())
    is_plain = bool(owner.table) and owner.where is None and lines.where is None
    if told is None or not is_plain or lines.table == owner.table:
        return None
    return rule(compare(whole, "==", told), owner.table)
