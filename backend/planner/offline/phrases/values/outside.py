"""Phrases for rows outside of something, and for columns and values named beside the rows."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Missing,
    OneOf,
    Predicate,
    Unless,
    Value,
)
from backend.rules.language.terms import Any as AnyOf
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    about,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

# Outside --------------------------------------------------------------------------------------


@phrase("participle", "outside [of] (<adjective>|<adjectives>)", cost=0.2)
@phrase("rowvp", "_be outside [of] (<adjective>|<adjectives>)", cost=0.2)
def outside(told: Predicate) -> Predicate | None:
    """Customers outside the USA."""
    return not_(told) if isinstance(told, Compare | OneOf) else None


@phrase("stmt", "outside [of] (<adjective>|<adjectives>) [,] <stmt>", cost=0.2)
@phrase("stmt", "<stmt> outside [of] (<adjective>|<adjectives>)", cost=0.2)
def duty_outside(*parts: Any) -> Statement | None:
    """Outside the USA the state must be empty."""
    condition = next(part for part in parts if not isinstance(part, Statement))
    told = next(part for part in parts if isinstance(part, Statement))
    return narrowed(told, RowSet(where=not_(condition)))


@phrase("stmt", "<stmt> [,] (unless|except (if|when)) (it|they) <rowvp>", cost=0.05)
def unless_it(told: Statement, condition: Predicate) -> Statement | None:
    """… unless they are in Canada."""
    if told.subject is not None:
        return None
    return narrowed(told, RowSet(where=Unless.model_validate({"part": condition})))


phrase.words("_everyone", "everyone | everybody | every one | all | everything")


@phrase(
    "stmt",
    "_everyone (except|but|apart from|other than) (<adjective>|<adjectives>) [_must] <rowvp>",
    "_each <noun> (except|but|apart from|other than) (<adjective>|<adjectives>) [_must] <rowvp>",
    "_everyone (except|but|apart from|other than) (<adjective>|<adjectives>) _needs <feature>",
    "_each <noun> (except|but|apart from|other than) (<adjective>|<adjectives>) _needs <feature>",
    cost=0.05,
)
def everyone_but(*parts: Any) -> Statement | None:
    """Everyone except the General Manager reports to somebody."""
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    condition, told = (part for part in parts if not isinstance(part, RowSet))
    if not isinstance(condition, Compare | OneOf) or isinstance(told, Missing):
        return None
    where = Unless.model_validate({"part": condition})
    return narrowed(rule(told, rows.table, rows.where), RowSet(where=where))


@phrase("rowvp", "<cell> (somebody|someone|anybody|anyone|something)", cost=0.2)
def has_someone(of: Value) -> Predicate:
    """Reports to somebody."""
    return not_(Missing(of=of))


@phrase("rowvp", "<cell> (nobody|no one|no-one|nothing)", "(has|have) nobody to <cell>", cost=0.2)
@phrase("rowvp", "(do|does) not <cell> (anybody|anyone|somebody|someone)", cost=0.2)
@phrase("feature", "(nobody|no one|no-one) to <cell>", cost=0.2)
def has_nobody(of: Value) -> Predicate:
    """Reports to nobody."""
    return Missing(of=of)


# Beside the subject ---------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> (in|of|for|from) (<adjective>|<adjectives>) <duty>",
    "<cell> (in|of|for|from) (<adjective>|<adjectives>) <vp>",
    cost=0.1,
)
def of_value(subject: Value, condition: Predicate, told: Predicate) -> Statement | None:
    """Postal codes in the USA consist of five digits."""
    if not isinstance(condition, Compare | OneOf):
        return None
    return rule(about(told, subject), where=condition, subject=subject)


@phrase("stmt", "<expr> <adj> (for|among|in|of|on) <rows> _be _wrong", cost=0.1)
def value_of_rows_wrong(subject: Value, told: Predicate, rows: RowSet) -> Statement | None:
    """Hours above 80 for people older than 80 are wrong."""
    return None if rows.where is None else rule(not_(about(told, subject)), rows.table, rows.where)


@phrase("rel", r"<adj> \( [in|column|by] <cell> \)", cost=0.1)
@phrase("rowvp", r"_be <adj> \( [in|column|by] <cell> \)", cost=0.1)
def measured_by(told: Predicate, of: Value) -> Predicate:
    """Tracks shorter than 10 seconds (Milliseconds)."""
    return about(told, of)


@phrase("stmt", r"<noun> <adj> _be _wrong \( [column] <cell> \)", cost=0.1)
@phrase("stmt", r"_flag [_each|all|any] <noun> <adj> \( [column] <cell> \)", cost=0.1)
@phrase("stmt", r"no <noun> _may be <adj> \( [column] <cell> \)", cost=0.1)
def wrong_by(rows: RowSet, told: Predicate, of: Value) -> Statement:
    """Tracks shorter than 10 seconds are suspicious (Milliseconds)."""
    return rule(not_(about(told, of)), rows.table, rows.where)


@phrase("stmt", "<rows> (either|_must either) (have|has) <feature> or [have|has] <feature>")
@phrase("stmt", "<rows> _must have either <feature> or <feature>", cost=0.05)
def either_feature(rows: RowSet, one: Predicate, other: Predicate) -> Statement | None:
    """Customers either have a company or no fax."""
    if any(isinstance(part, AnyOf) for part in (one, other)):
        return None
    return rule(any_of(one, other), rows.table, rows.where)


# Measures of some rows ------------------------------------------------------------------------


@phrase("stmt", "<rows> (have|has) <measure> <cell> [of] <adj>", cost=0.1)
@phrase("stmt", "<rows> _must have <measure> <cell> [of] <adj>", cost=0.05)
@phrase("stmt", "<adjective> (have|has|_must have) <measure> <cell> [of] <adj>", cost=0.15)
def rows_measure(found: Any, kind: Measure, of: Cell, told: Predicate) -> Statement | None:
    """Classic Cars have an average price above 100."""
    rows = found if isinstance(found, RowSet) else RowSet(where=found)
    if rows.each or not isinstance(of, Cell):
        return None
    measure = Aggregate(measure=kind, of=of, table=rows.table, where=rows.where)
    return statement(about(told, measure))


@phrase(
    "stmt",
    "there (is|are|must be|should be|has to be|have to be) <count_bound> <adjective> [in total]",
    cost=0.1,
)
def so_many_of_value(bound: Predicate, told: Predicate) -> Statement | None:
    """There is exactly one President."""
    if not isinstance(told, Compare):
        return None
    return statement(about(bound, count(RowSet(where=told))))


@phrase(
    "stmt",
    "<cell> of <share_bound> of [all|the] <rows> (_be|_must be) <adj>",
    "<cell> _must be <adj> for <share_bound> of [all|the] <rows>",
    cost=0.05,
)
def share_of_cell(of: Value, bound: Predicate, *parts: Any) -> Statement | None:
    """The style of at least 99% of the beers is known."""
    from backend.rules.metric_phrases import share

    rows = next((part for part in (bound, *parts) if isinstance(part, RowSet)), RowSet())
    others = [part for part in (bound, *parts) if not isinstance(part, RowSet)]
    if rows.each or len(others) != 2:
        return None
    limit, told = others if parts and parts[0] is rows else others[::-1]
    return statement(about(limit, share(rows, about(told, of))))


@phrase(
    "stmt",
    "<text> (may|can|must|should) (appear|occur|be used|be found) in <share_bound> of [all] <cell> [values|cells|entries]",
    "<text> (may|can|must|should) (appear|occur|be used|be found) in <share_bound> of [all] <rows> (in|as) <cell>",
    cost=0.05,
)
def text_in_share(value: Constant, bound: Predicate, *parts: Any) -> Statement:
    """'?' may appear in at most 10% of the values."""
    from backend.rules.metric_phrases import share

    of = next(part for part in parts if isinstance(part, Cell))
    rows = next((part for part in parts if isinstance(part, RowSet)), None)
    filled = RowSet(where=not_(Missing(of=of))) if rows is None else rows
    return statement(about(bound, share(filled, compare(of, "==", value))))


for _words, _kind in (("starts|start|begins|begin", "min"), ("ends|end|stops|stop", "max")):

    @phrase(
        "stmt",
        f"<cell> [_must] ({_words}) (at|with|from) <number> (in|within|for) _each <cell>",
        f"(in|within|for) _each <cell> [,] <cell> [_must] ({_words}) (at|with|from) <number>",
        cost=0.05,
    )
    def ends_at(*parts: Any, kind: str = _kind) -> Statement | None:
        """Line numbers start at 1 in each order."""
        cells = [part for part in parts if isinstance(part, Cell)]
        of, key = cells if isinstance(parts[1], Constant) else cells[::-1]
        if of == key:
            return None
        measure = Aggregate(measure=Measure(kind), of=of, table="")
        edge = next(part for part in parts if isinstance(part, Constant))
        return statement(compare(measure, "==", edge), (key.column,), key.table)


# Other tables ---------------------------------------------------------------------------------

phrase.widen(
    "_used",
    "used | referenced | ordered | bought | sold | chosen | covered | referred to | needed | booked",
)


@phrase(
    "rowvp", "_be _used by no <rows> [at all]", "_be _used (in|on) no <rows> [at all]", cost=0.1
)
@phrase("participle", "_used by no <rows> [at all]", cost=0.1)
def used_by_none(found: RowSet) -> Predicate | None:
    """Used by no track."""
    return not_(exists(found)) if found.table and not found.each else None


@phrase(
    "stmt",
    "there (is|are|must be|should be) [at least one|some|a|matching] <noun> for (each|every|all) <noun>",
    cost=0.05,
)
def some_for_each(wanted: RowSet, owners: RowSet) -> Statement | None:
    """There are invoice lines for every invoice."""
    if not wanted.table or not owners.table or wanted.table == owners.table:
        return None
    return rule(exists(wanted), owners.table, owners.where)


@phrase(
    "stmt",
    "(each|every) <noun> (is|must be|should be) (covered|backed|matched) by [at least one|a] <noun>",
    cost=0.05,
)
def covered_by_one(owners: RowSet, wanted: RowSet) -> Statement | None:
    """Every order must be backed by a customer: by the customer's row, not the other way round."""
    return some_for_each(wanted, owners)
