"""Phrases for rules of every kind in a voice of their own: asked, listed, with a colon."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.deviations import score_rule
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.duplicate_phrases import unique, unique_among
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Predicate, Value
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import count, statement
from backend.rules.metric_shares import share_of_values
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    compare,
    not_,
    number,
    one_of,
)
from backend.rules.sequence_phrases import between_ends

phrase = Phrases()

# With a colon ---------------------------------------------------------------------------------


@phrase("stmt", "<cell> : <duty>", cost=0.1)
def duty_colon(subject: Value, duty: Predicate) -> Statement:
    """Price: must be positive."""
    return rule(about(duty, subject), subject=subject)


@phrase("stmt", "<cell> : _must _exists_in <target>", "<cell> : _exists_in <target>", cost=0.05)
def key_colon(subject: Value, found: tuple[RowSet, str]) -> Statement | None:
    """sender_id: must exist in senders."""
    told = refers(subject, found)
    return None if told is None else rule(told, subject.table if isinstance(subject, Cell) else "")


@phrase("stmt", "<cell> : no _doubles", cost=0.05)
def no_doubles_colon(of: Any) -> Statement | None:
    """isbn: no duplicates."""
    return unique(of)


@phrase("stmt", "<table> : <count_bound> _row", "<table> : <count_bound>", cost=0.1)
def rows_colon(table: str, bound: Predicate) -> Statement:
    """Visits: at least 3 rows."""
    return statement(about(bound, count(RowSet(table=table))))


@phrase("stmt", "(per|by) <keys> : <stmt>", cost=0.1)
def per_colon(by: Keys, told: Statement) -> Statement | None:
    """Per depot: the total weight must be below 100."""
    found = told.rule
    columns = tuple(key.column for key in by if isinstance(key, Cell))
    if (
        len(columns) < len(by)
        or getattr(found, "by", None) != ()
        or found.kind != "failing_metrics"
    ):
        return None
    return told.model_copy(update={"rule": found.model_copy(update={"by": columns})})


# Alike ----------------------------------------------------------------------------------------


@phrase("stmt", "_flag <noun> that share [a|an|the|their] <cell> with (another|any other) <noun>")
@phrase("stmt", "_flag <noun> sharing [a|an|the|their] <cell> with (another|any other) <noun>")
def shared_with(rows: RowSet, of: Any, other: RowSet) -> Statement | None:
    """Flag books that share an isbn with another book."""
    return unique_among(rows, of) if other.table in ("", rows.table) else None


@phrase("stmt", "(is|are) there more than one <noun> with [the] same <key> [?]", cost=0.05)
@phrase("stmt", "(is|are) there (two|several) <noun> with [the] same <key> [?]", cost=0.05)
def more_than_one(rows: RowSet, key: Any) -> Statement | None:
    """Is there more than one person with the same surname and first name?"""
    return unique_among(rows, key)


# Values and their shares ----------------------------------------------------------------------


@phrase(
    "stmt",
    "only <any_list> (are|is) (valid|allowed|permitted|accepted|possible|legal) [values|value|options] (for|in|as) <cell>",
    cost=0.05,
)
def only_valid(options: tuple[Constant, ...], of: Value) -> Statement:
    """Only good and poor are valid values for quality."""
    return rule(one_of(of, options), subject=of)


@phrase("stmt", "<share_bound> of [the|all] <cell> [values] (=|is|are) <option>", cost=0.1)
def share_is(bound: Predicate, of: Value, wanted: Constant) -> Statement:
    """At least 50% of quality = good."""
    return share_of_values(bound, of, compare(IT, "==", wanted))


@phrase(
    "stmt",
    "_flag <cell> outliers (beyond|outside|outside of|of more than|above|over|more than) <number> _deviations [_off_from <mean_of>]",
    "_flag outliers (in|of) <cell> (beyond|outside|outside of|of more than|above|over|more than) <number> _deviations [_off_from <mean_of>]",
    cost=0.05,
)
def outliers_beyond(cell: Value, times: Constant, *named: tuple[Value, ...]) -> Statement | None:
    """Flag temperature outliers beyond 3 standard deviations."""
    return score_rule(cell, "<=", times, named[0] if named else ())


@phrase(
    "stmt",
    "_flag [_each] <keys> whose <cell> [values] (add up to|sum up to|sum to|total|come to) <adj>",
    cost=0.05,
)
def totals_of(by: Keys, of: Value, told: Predicate) -> Statement | None:
    """Flag depots whose declared values add up to more than 1000."""
    total = Aggregate(measure=Measure.SUM, of=of, table="")
    return None if of in by else per_group(by, not_(about(told, total)))


# Asked ----------------------------------------------------------------------------------------


@phrase("stmt", "(is|are) there [any|a] (gap|gaps|hole|holes|missing numbers) in <cell> [?]")
@phrase("stmt", "(does|do) <cell> have [any|a] (gap|gaps|hole|holes|missing numbers) [?]")
def any_gaps(of: Value) -> Statement | None:
    """Is there a gap in staff_no?"""
    return between_ends(of)


@phrase("stmt", "is <table> [table] empty ? _it_must_not", cost=0.02)
def is_it_empty(table: str) -> Statement:
    """Is the visits table empty? It must not be."""
    return statement(compare(count(RowSet(table=table)), ">=", number(1)))


@phrase("how_many", "_we_want [between] <number> (to|-|and) <number>")
@phrase("how_many", "_answer_is _must be <number> (to|-) <number>")
def from_to(low: Constant, high: Constant) -> Predicate:
    """We expect 3 to 100."""
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))


# Among the others -----------------------------------------------------------------------------


@phrase("clause", "<cell> _do not (exist|appear|occur) among <target>", cost=0.02)
@phrase("clause", "<cell> _be not among <target>", cost=0.02)
def not_among(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """Whose sales rep does not exist among the employees."""
    told = refers(subject, found)
    return None if told is None else not_(told)


@phrase("remark", "_empties in either [of (them|the two)] _be _fine", cost=0.02)
def empties_in_either_fine() -> Modifier:
    """Blanks in either are ignored, which is the convention."""
    return remark("empty-fine")
