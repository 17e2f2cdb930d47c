"""Phrases for which rows a rule is about: by kinds of value, by what is not, by how long."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.leniency import left_out
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.spans import _spanned
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Value
from backend.rules.overlapping_intervals import END, START
from backend.rules.phrasing import (
    Modifier,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    compare,
    not_,
    one_of,
)

phrase = Phrases()


# Kinds of rows --------------------------------------------------------------------------------


@phrase("noun", "<valuenoun>", cost=0.1)
def of_value(condition: Predicate) -> RowSet:
    """Refunds: the rows whose type is refund."""
    return RowSet(where=condition)


@phrase("definition", "<expr> <adj>", "<cell> <verb>", "<clauses>")
def definition(*parts: Any) -> Predicate:
    """Age below 18; a column alone defines nothing."""
    told: Predicate = parts[-1] if len(parts) == 1 else about(parts[1], parts[0])
    return told


@phrase("definition", "<cell> <text>", "<cell> <bare>", "<cell> <number>")
def definition_by_value(subject: Value, wanted: Value) -> Predicate:
    """Status paid."""
    return compare(subject, "==", wanted)


@phrase(
    "noun",
    r"<bare> \( [i.e.|that is ,|meaning|with|where|whose] <definition> \)",
    cost=0.1,
)
def defined(_: object, condition: Predicate) -> RowSet:
    """Minors (age below 18): the brackets say which rows the word stands for."""
    return RowSet(where=condition)


@phrase("rows", r"<noun> \( [i.e.|that is ,|with|where|whose] <definition> \)", cost=0.1)
def defined_rows(found: RowSet, condition: Predicate) -> RowSet:
    """Orders (status paid)."""
    return found.that(condition)


@phrase("noun", "<adjectives> <noun>", cost=0.1)
def of_values(condition: Any, found: RowSet) -> RowSet | None:
    """Delivered and returned parcels: a parcel is one of the two."""
    table = getattr(condition.of, "table", "")
    if found.table not in ("", table):
        return None
    return RowSet(table=table, where=found.where).that(condition)


@phrase("rel", "of <number> <cell>", "(of|with) zero <cell>", cost=0.1)
def of_so_many(*parts: Value) -> Predicate | None:
    """A booking of 0 nights."""
    if len(parts) == 1:
        return compare(parts[0], "==", Constant.model_validate({"value": 0, "reads": "number"}))
    is_one = isinstance(parts[0], Constant) and parts[0].value == 1  # "of one channel": of a single
    return None if is_one else compare(parts[1], "==", parts[0])


@phrase("rowvp", "_be (in|of|at|on) <cell> <adj>", cost=0.1)
def of_column(subject: Value, told: Predicate) -> Predicate:
    """Students in house Red must be in grade 10 or higher."""
    return about(told, subject)


@phrase("rowvp", "_be (in|of|at|on) <cell> <or_list>", cost=0.05)
def of_column_list(subject: Value, options: tuple[Constant, ...]) -> Predicate:
    """Patients must be of triage level 2 or 3."""
    return one_of(subject, options)


phrase("rowvp", "_be (still|already|currently|now) (<flag_word>|<adjective>)")(lambda told: told)
phrase("rowvp", "_be (no longer|not yet) (<flag_word>|<adjective>)")(not_)
phrase("rowvp", "_be just <adjective>")(lambda told: told)


@phrase("feature", "<flag_word>", "(a|an) <flag_word>")
def flag_feature(told: Predicate) -> Predicate:
    """With a bus pass: a column of yes and no."""
    return told


@phrase(
    "rel", "without [a|an|any] <flag_word>", "with no <flag_word>", "lacking [a|an] <flag_word>"
)
@phrase("feature", "no <flag_word>", cost=0.05)
def no_flag_feature(told: Predicate) -> Predicate:
    """Without a bus pass."""
    return not_(told)


@phrase("stmt", "<stmt> _iff <noun> <rowvp>", cost=0.02)
def both_ways_of_rows(statement: Statement, found: RowSet, told: Predicate) -> Statement | None:
    """A line is given exactly when the student has a pass."""
    from backend.planner.offline.phrases.sentences.conditions import both_ways

    if found.where is not None:
        return None
    whole = both_ways(statement, told)
    if whole is None or not found.table:
        return whole
    return whole.model_copy(update={"rule": whole.rule.model_copy(update={"table": found.table})})


@phrase("adj", "(due|scheduled|planned|expected) <adj>", cost=0.15)
def scheduled(told: Predicate) -> Predicate:
    """The next service is due within 6 months after the last."""
    return told


@phrase("stmt", "<rows> (may|can|must|should) only be <cell> <adj>", cost=0.1)
def only_done(found: RowSet, subject: Value, told: Predicate) -> Statement:
    """Tickets may only be opened between 8:00 and 18:00."""
    return rule(about(told, subject), found.table, found.where, subject)


@phrase("rowvp", "(be|is|are) [left] without [any|its|their] <cell>", cost=0.1)
def be_without(subject: Value) -> Predicate:
    """Must not be left without an owner."""
    return Missing.model_validate({"of": subject})


# Those that are left out ----------------------------------------------------------------------


@phrase("those", "(those|the ones|ones|any|such|these) <rel>")
def those(condition: Predicate) -> RowSet:
    """Those with a flat tariff."""
    return RowSet(where=condition)


@phrase(
    "remark",
    "(except|except for|excepting|apart from|other than|excluding|but not|with the exception of|but not for) <those>",
)
def except_those(found: RowSet) -> Modifier | None:
    """Except those with a flat tariff."""
    return left_out(found)


@phrase(
    "stmt",
    "<expr> (may|can) only be <adj> (for|in|on|among|with) <rows>",
    "<expr> (may|can) be <adj> only (for|in|on|among|with) <rows>",
    "only (for|in|on|among) <rows> (may|can) <expr> be <adj>",
    cost=0.05,
)
def only_for(*parts: Any) -> Statement | None:
    """The bonus may only be empty for interns: where it is, the row must be one."""
    found = next(part for part in parts if isinstance(part, RowSet))
    subject, told = (part for part in parts if not isinstance(part, RowSet))
    if found.where is None:
        return None
    return rule(found.where, found.table, about(told, subject), subject)


phrase.words(
    "_granted",
    "allowed | permitted | possible | acceptable | used | given | filled | filled in | set | recorded "
    "| there | present | accepted",
)


@phrase("stmt", "<cell> _be only _granted (for|in|on|with|to) <rows>", cost=0.02)
@phrase(
    "stmt", "<cell> (may|can|must|should) only be _granted (for|in|on|with|to) <rows>", cost=0.02
)
def granted_to(subject: Value, found: RowSet) -> Statement | None:
    """A sale price is only allowed for sold cars."""
    filled = not_(Missing.model_validate({"of": subject}))
    if found.where is None:
        return None
    return rule(found.where, found.table, filled, subject)


@phrase("stmt", "<cell> _be only _granted (if|when|where) <clauses>", cost=0.02)
def granted_if(subject: Value, condition: Predicate) -> Statement:
    """A sale price is only allowed when the status is sold."""
    return rule(condition, where=not_(Missing.model_validate({"of": subject})), subject=subject)


# Values that are not allowed --------------------------------------------------------------------

phrase.words(
    "_is_not_valid",
    "is no longer [a] [valid|allowed|permitted|legal|accepted] | is not [a|an] "
    "(valid|allowed|permitted|legal|accepted|admissible|acceptable) | is no [valid|allowed|legal] | "
    "is (an invalid|an illegal|a forbidden)",
)


@phrase(
    "stmt",
    "<text> _is_not_valid <cell>",
    "<cell> <text> _be (not|no longer) _granted [any more|anymore|any longer] [_and_is_gone]",
    cost=0.02,
)
@phrase(
    "stmt",
    "<text> _be (not|no longer|never) _granted (in|as|for) <cell> [any more|anymore|any longer]",
    cost=0.02,
)
def value_forbidden(*parts: Any) -> Statement:
    """'in repair' is no longer a valid status."""
    text = next(part for part in parts if isinstance(part, Constant))
    cell = next(part for part in parts if not isinstance(part, Constant))
    return rule(compare(cell, "!=", text), subject=cell)


# How long -------------------------------------------------------------------------------------

_LAST = "(last|take|run|stay|span) [for]"


def length_of(bound: tuple[str, tuple[int, str]]) -> Predicate | None:
    """The time from the start to the end of a row, held against a bound."""
    return _spanned(bound, Cell(table="", column=START), Cell(table="", column=END))


@phrase("stmt", f"<rows> _must {_LAST} <span_bound>", cost=0.05)
def must_last(found: RowSet, bound: Any) -> Statement | None:
    """Bookings must last at least 2 days."""
    told = length_of(bound)
    return None if told is None else rule(told, found.table, found.where)


@phrase("stmt", f"<rows> _must {_LAST} <span_between>", f"<rows> {_LAST} <span_between>", cost=0.05)
def must_last_between(found: RowSet, bound: tuple[float, tuple[int, str]]) -> Statement | None:
    """A stay must last between 2 and 14 days."""
    low, (high, unit) = bound
    ends = [length_of((">=", (int(low), unit))), length_of(("<=", (high, unit)))]
    told = [each for each in ends if each is not None]
    whole = low == int(low) and len(told) == 2
    return rule(all_of(*told), found.table, found.where) if whole else None


@phrase("stmt", f"<rows> _must_not {_LAST} <span_bound>", f"no <rows> _may {_LAST} <span_bound>")
def must_not_last(found: RowSet, bound: Any) -> Statement | None:
    """No booking may last longer than 14 days."""
    told = length_of(bound)
    return None if told is None else rule(not_(told), found.table, found.where)


# A measure by its unit ------------------------------------------------------------------------

for _head, _sign in (("_gt", ">"), ("_lt", "<"), ("_ge", ">="), ("_le", "<=")):

    @phrase("rowvp", rf"_be {_head} <amount> \( [i.e.|=] <amount> [in] <cell> \)")
    def by_unit(bound: Constant, same: Constant, of: Value, sign: str = _sign) -> Predicate | None:
        """Longer than one hour (3,600 seconds): the column is named as the second one's unit."""
        from backend.planner.offline.phrases.measures.numbers import said_again

        return None if said_again(bound, same, of) is None else compare(of, sign, same)


# Events ---------------------------------------------------------------------------------------


@phrase("operand", "(it|they|he|she) <acting>", cost=0.05)
@phrase(
    "operand", "(it|they|he|she) (was|were|is|are|has been|have been|had been) <cell>", cost=0.05
)
@phrase(
    "operand",
    "(day|date|time|moment) [when|that|on which] [<noun>] (was|were|is|are|has been|had been) <cell>",
    cost=0.05,
)
def day_of_event(*parts: Any) -> Value:
    """The day the ticket was opened."""
    value: Value = parts[-1]
    return value


@phrase("operand", "being <cell>", "(its|their) being <cell>", cost=0.05)
def event(of: Value) -> Value:
    """Before they enrol: a day named by what was done."""
    return of
