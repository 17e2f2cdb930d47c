"""Phrases that call for rows in further voices: alert me when, check whether any, at no time may."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.flags import flag, never_so
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Missing, Predicate, Unless, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()

# Calls ----------------------------------------------------------------------------------------

phrase.words(
    "_report_it",
    "(flag|report|list|mark|show|raise|return|highlight|reject) (it|this|that|them|these|those|[that|the|this] "
    "_row) | (it|this|that|they|these) _must be (flagged|reported|listed|marked|raised|rejected) | [then] "
    "(alert|warn|notify|tell) (me|us) | raise (an alert|an alarm|a flag|a warning) | let (me|us) know",
)
_CALL = "(flag|report|list|mark|show|return|highlight|reject)"


@phrase(
    "stmt",
    "(if|when|whenever|in case|where) <clauses> [,|:] [then] _report_it",
    "raise (an alert|an alarm|a flag|a warning) (if|when|whenever) <clauses>",
)
def report_if(condition: Predicate) -> Statement:
    """If the weight is negative, flag it."""
    return never_so(condition)


@phrase("stmt", f"(if|when|whenever|in case|where) <clauses> [,|:] [then] {_CALL} <noun>")
def report_rows_if(condition: Predicate, found: RowSet) -> Statement | None:
    """If the weight is negative, flag the parcel."""
    return rule(not_(condition), found.table) if found.where is None else None


@phrase("stmt", "(if|when|whenever|in case) <rows> <rowvp> [,|:] [then] _report_it")
def report_such_if(found: RowSet, told: Predicate) -> Statement:
    """If a parcel weighs less than nothing, report it."""
    return rule(not_(told), found.table, found.where)


@phrase("stmt", f"(if|when|whenever|in case) <rows> <rowvp> [,|:] [then] {_CALL} <noun>")
def report_those_if(found: RowSet, told: Predicate, named: RowSet) -> Statement | None:
    """If a parcel has no weight, flag the parcel."""
    if named.where is not None or named.table not in ("", found.table):
        return None
    return report_such_if(found, told)


@phrase(
    "stmt", "(treat|consider|regard|count|see|mark) [any|every|all] <rows> as _wrong", cost=0.02
)
def treat_rows(found: RowSet) -> Statement | None:
    """Treat parcels without a weight as wrong."""
    return flag(found)


@phrase(
    "stmt",
    "(treat|consider|regard|count|see|mark) [any|every|all] <expr> <adj> as _wrong",
    cost=0.02,
)
def treat_value(subject: Value, told: Predicate) -> Statement:
    """Treat any weight above 70 as suspicious."""
    return rule(not_(about(told, subject)), subject=subject)


# Whether --------------------------------------------------------------------------------------

phrase.words(
    "_whether",
    "(check|verify|test|see|find out|confirm|examine|look|determine|find) (whether|if) | (can|could|would) you "
    "[please] (check|verify|test|see|find out|confirm|tell me|tell us|say) (whether|if) | (i|we) "
    "(want|need|would like) to (know|see|check|verify) (whether|if) | tell (me|us) (whether|if)",
)
phrase.words("_every_one", "every | each | all | all the | all of the | every single")
phrase.widen(
    "_ensure", "(can|could|would) you [please] (check|verify|confirm|make sure|ensure) that"
)
_FOR_ALL = "(for|in|on) (every|each|all|all the) <noun>"


@phrase("stmt", "_whether _every_one <expr> <vp> [?]", "_whether <expr> _be always <adj> [?]")
@phrase("stmt", "_whether <expr> always <verb> [?]")
def whether_all(subject: Value, told: Predicate) -> Statement:
    """Check whether every weight is positive."""
    asked = remark("asked-of-all")
    return rule(about(told, subject), subject=subject).model_copy(update={"remarks": (asked,)})


@phrase("stmt", f"_whether <expr> <vp> {_FOR_ALL} [?]", f"is it true that <expr> <vp> {_FOR_ALL} ?")
def whether_for_all(subject: Value, told: Predicate, found: RowSet) -> Statement | None:
    """Can you check whether the weight is positive for all parcels?"""
    if found.where is not None:
        return None
    whole = whether_all(subject, told)
    return whole.model_copy(update={"rule": whole.rule.model_copy(update={"table": found.table})})


@phrase("stmt", "_whether _every_one <rows> <rowvp> [?]")
def whether_rows(found: RowSet, told: Predicate) -> Statement:
    """See if all parcels have a weight."""
    asked = remark("asked-of-all")
    return rule(told, found.table, found.where).model_copy(update={"remarks": (asked,)})


@phrase(
    "stmt",
    "_whether there (is|are) [any|some] <rows> [?]",
    "_whether we have [any|some] <rows> [?]",
)
def whether_there(found: RowSet) -> Statement | None:
    """Check if there are any parcels without a weight."""
    return flag(found)


@phrase("stmt", "_whether (any|some) <rows> <rowvp> [?]", cost=0.02)
def whether_any(found: RowSet, told: Predicate) -> Statement:
    """Find out whether any parcel has no weight."""
    return rule(not_(told), found.table, found.where)


@phrase(
    "stmt", "_whether (any|some) <expr> <vp> [?]", "_whether <expr> _be ever <adj> [?]", cost=0.02
)
@phrase("stmt", "_whether <expr> ever <verb> [?]", cost=0.02)
def whether_any_value(subject: Value, told: Predicate) -> Statement:
    """Check if any weight is negative."""
    return rule(not_(about(told, subject)), subject=subject)


# Never ----------------------------------------------------------------------------------------

phrase.words(
    "_at_no_time",
    "under no circumstances | at no time | in no case | on no account | at no point | in no way | by no "
    "means | in no event",
)


@phrase(
    "stmt",
    "_at_no_time (may|must|should|can|shall) <expr> be <adj>",
    "_at_no_time (may|must|should|can|shall) <expr> <verb>",
    "_at_no_time (is|are) <expr> (allowed|permitted) to be <adj>",
    "_at_no_time (is|are) <expr> (allowed|permitted) to <verb>",
    "<expr> (may|must|should|can|shall) _at_no_time be <adj>",
    "<expr> (may|must|should|can|shall) _at_no_time <verb>",
)
def at_no_time(subject: Value, told: Predicate) -> Statement:
    """Under no circumstances may the weight be negative."""
    return rule(not_(about(told, subject)), subject=subject)


@phrase("stmt", "_at_no_time (may|must|should|can|shall) <rows> <rowvp>")
def rows_at_no_time(found: RowSet, told: Predicate) -> Statement:
    """At no time may a parcel be without a weight."""
    return rule(not_(told), found.table, found.where)


@phrase(
    "stmt",
    "there (must|should|may|can|shall) not be (a single|even one|one single) <rows>",
    "(not a single|not one) <rows> (must|should|may|can) (exist|be there|occur)",
    "not (a single|one) <rows>",
)
def not_one(found: RowSet) -> Statement | None:
    """There should not be a single parcel without a weight."""
    return flag(found)


# What alone counts ----------------------------------------------------------------------------

_FINE = "(valid|ok|okay|acceptable|accepted|correct|complete|allowed|permitted|legal|usable)"


@phrase("stmt", f"only <rows> _be {_FINE}", f"only <rows> count as {_FINE}", "_accept_only <rows>")
def only_such(found: RowSet) -> Statement | None:
    """Only parcels with a weight are acceptable."""
    return None if found.where is None else rule(found.where, found.table)


@phrase(
    "stmt",
    f"<rows> _be only {_FINE} (if|when|where) <clauses>",
    f"<rows> _be {_FINE} only (if|when|where) <clauses>",
    f"<rows> (counts|count) as {_FINE} only (if|when|where) <clauses>",
    f"<rows> only (counts|count) as {_FINE} (if|when|where) <clauses>",
)
def valid_only_if(found: RowSet, condition: Predicate) -> Statement:
    """A parcel is only valid if its weight is positive."""
    return rule(condition, found.table, found.where)


@phrase(
    "stmt",
    f"in (a|every|each|any) {_FINE} (row|record|entry|<noun>) [,] <stmt>",
    "in [a] (clean|proper|healthy|good) (data|row|record|dataset|file|table|entry) [,] <stmt>",
    cost=0.05,
)
def in_a_good_row(*parts: Any) -> Statement | None:
    """In a valid record the weight is positive."""
    told: Statement = parts[-1]
    if not isinstance(told.rule, BrokenRows) or told.remarks or told.also:
        return None
    if len(parts) == 1:
        return told
    found: RowSet = parts[0]
    return narrowed(told, found) if found.where is None else None


@phrase("stmt", "<expr> (may|can) only <verb> (for|in|on|among|with) <rows>", cost=0.05)
def only_they_may(subject: Value, told: Predicate, found: RowSet) -> Statement | None:
    """The weight may only exceed 30 for insured parcels; what merely exists is somewhere."""
    is_there = told.type == "not" and isinstance(told.part, Missing)
    if found.where is None or is_there:
        return None
    return rule(found.where, found.table, about(told, subject), subject)


# Rows of the same kind ------------------------------------------------------------------------

phrase.words(
    "_other_than",
    "other than | except | except for | apart from | excluding | besides | with the exception of | but "
    "not | save | save for",
)


@phrase("rows", "<rows> _other_than [the] <rows>", cost=0.12)
def rows_other_than(found: RowSet, left: RowSet) -> RowSet | None:
    """All parcels except lost ones."""
    if left.where is None or found.where is not None or left.table not in ("", found.table):
        return None
    return found.that(Unless(part=left.where))


@phrase("rows", "(a|an|the) <adjective> one", cost=0.1)
def such_one(condition: Predicate) -> RowSet:
    """No parcel other than a lost one."""
    return RowSet(where=condition)


@phrase(
    "rows",
    "(anything|everything|whatever|anyone|everyone|everybody|anybody|whoever) <rel>",
    cost=0.05,
)
def anything(condition: Predicate) -> RowSet:
    """Anything whose weight is negative."""
    return RowSet(where=condition)
