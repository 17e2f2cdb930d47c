"""Whole rules with their sentences: about rows, keys, references, measures, numbers of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from backend.importers.draft import Condition, Meaning, Said, Spelling, Subject
from backend.importers.duties import Bounds, Duty, Spoken, says, within
from backend.importers.english import SPELLINGS, say_columns, say_constant, sentence
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Constant,
    Exists,
    Function,
    Measure,
    Predicate,
    Previous,
    Today,
    Value,
)
from backend.rules.phrasing import compare
from backend.rules.rule import Rule

_MEASURES = {
    Measure.MEAN: ("average",), Measure.MINIMUM: ("minimum", "smallest"),
    Measure.MAXIMUM: ("maximum", "largest"), Measure.MEDIAN: ("median",),
    Measure.SUM: ("sum of", "total"), Measure.DEVIATION: ("standard deviation of",),
    Measure.VARIANCE: ("variance of",), Measure.DISTINCT: ("number of distinct values in",),
}  # fmt: skip
_MONOTONE = {
    ">=": "never decrease from row to row", ">": "strictly increase from row to row",
    "<=": "never increase from row to row", "<": "strictly decrease from row to row",
}  # fmt: skip


def row_rule(subject: Subject, of: Spoken, duty: Duty) -> Meaning:
    """Every row that counts keeps a duty."""
    rule = BrokenRows(table=subject.table, where=where_of(subject), must=duty.must)
    meaning = _meaning(subject, rule, [_must(of.said, ending) for ending in duty.endings])
    if duty.instead is None:
        return meaning
    return replace(meaning, instead=row_rule(subject, of, duty.instead))


def _must(head: Said, ending: Said) -> Said:
    return lambda spell: f"{head(spell)} must {ending(spell)}"


def where_of(subject: Subject) -> Predicate | None:
    """The condition under which a row counts."""
    return None if subject.where is None else subject.where.predicate


def _meaning(subject: Subject, rule: Rule, told: Sequence[Said]) -> Meaning:
    filled = () if subject.where is None else subject.where.filled
    return Meaning(rule, tuple(dict.fromkeys(_sentences(subject.where, told))), filled=filled)


def _sentences(where: Condition | None, told: Sequence[Said]) -> Iterator[str]:
    for spell in SPELLINGS:
        for said in told:
            if where is None:
                yield sentence(said(spell))
            else:
                yield sentence(f"if {where.said(spell)}, {said(spell)}")
                yield sentence(f"among rows where {where.said(spell)}, {said(spell)}")


# Keys ----------------------------------------------------------------------------------------


def unique(subject: Subject, columns: Sequence[str]) -> Meaning:
    """No two rows share these columns."""
    for column in columns:
        subject.cell(column)
    rule = Duplicates(table=subject.table, where=where_of(subject), columns=tuple(columns))
    said = say_columns(columns)
    head = "" if len(columns) == 1 else "the combination of "
    return _meaning(subject, rule, [lambda spell: f"{head}{said(spell)} must be unique"])


def reference(subject: Subject, column: str, other: Subject, key: str) -> Meaning:
    """Each value is a key of another table (of which ``other.where`` may leave rows out)."""
    subject.cell(column)
    other.cell(key)
    must = Exists(table=other.table, keys=((column, key),), where=where_of(other))
    rule = BrokenRows(table=subject.table, where=where_of(subject), must=must)
    return _meaning(subject, rule, [
        _refers(subject, column, pattern, other, key) for pattern in _REFERENCES
    ])  # fmt: skip


_REFERENCES = (
    "{mine} of {table} must exist in the {key} column of {other}",
    "{mine} of {table} must be found in {key} of {other}",
    "{mine} of {table} must exist in {other}",
    "{mine} must exist in {other}",
)


def _refers(subject: Subject, column: str, pattern: str, other: Subject, key: str) -> Said:
    def said(spell: Spelling) -> str:
        mine, theirs = spell(column), spell(key)
        text = pattern.format(mine=mine, table=subject.table, key=theirs, other=other.table)
        return text if other.where is None else f"{text} where {other.where.said(spell)}"

    return said


# Order and spread ----------------------------------------------------------------------------


def monotone(subject: Subject, of: Spoken, sign: str) -> Meaning:
    """Each value stands so to the value of the row before."""
    before = Previous.model_validate({"of": of.value})
    duty = Duty(compare(of.value, sign, before), says(_MONOTONE[sign]))
    return row_rule(subject, of, duty)


def z_score(subject: Subject, of: Spoken, limit: Constant) -> Meaning:
    """Each value lies less than so many sample standard deviations from the mean."""
    mean = Aggregate(measure=Measure.MEAN, table=subject.table, of=of.value)
    spread = Aggregate(measure=Measure.DEVIATION, table=subject.table, of=of.value)
    distance = Apply(function=Function.ABSOLUTE, of=Arithmetic(sign="-", left=of.value, right=mean))
    must = compare(distance, "<", Arithmetic(sign="*", left=limit, right=spread))

    def head(spell: Spelling) -> str:
        return f"the absolute z-score of {of.said(spell)}"

    duty = Duty(must, says(f"be below {say_constant(limit)}"))
    return row_rule(subject, Spoken(of.value, head), duty)


# Measures ------------------------------------------------------------------------------------


def metric(subject: Subject, measure: Measure, column: str, bounds: Bounds) -> Meaning:
    """A measure of a column lies within bounds."""
    value = Aggregate(
        measure=measure, table=subject.table, of=subject.cell(column), where=where_of(subject)
    )
    duty = within(value, bounds)
    told = [
        _must(_measured(noun, column), ending)
        for noun in _MEASURES[measure]
        for ending in duty.endings
    ]
    rule = FailingMetrics(table=subject.table, must=duty.must)
    return _metric_meaning(subject, rule, told)


def length_metric(subject: Subject, measure: Measure, column: str, bounds: Bounds) -> Meaning:
    """A measure of the numbers of characters in a column lies within bounds."""
    length = Apply(function=Function.LENGTH, of=subject.cell(column))
    value = Aggregate(measure=measure, table=subject.table, of=length, where=where_of(subject))
    duty = within(value, bounds)
    noun = f"{_MEASURES[measure][-1]} length of"
    told = [_must(_measured(noun, column), ending) for ending in duty.endings]
    rule = FailingMetrics(table=subject.table, must=duty.must)
    return _metric_meaning(subject, rule, told)


def freshness(subject: Subject, column: str, days: int) -> Meaning:
    """The latest day of a column is no longer ago than so many days."""
    value = Aggregate(
        measure=Measure.MAXIMUM,
        table=subject.table,
        of=subject.cell(column),
        where=where_of(subject),
    )
    rule = FailingMetrics(table=subject.table, must=compare(value, ">=", Today(shift_days=-days)))
    endings = says(f"be at most {days} days old") if days else says("be on or after today")
    told = [_must(_measured("latest", column), ending) for ending in endings]
    return _metric_meaning(subject, rule, told)


def _measured(noun: str, column: str) -> Said:
    return lambda spell: f"the {noun} {spell(column)}"


def _metric_meaning(subject: Subject, rule: Rule, told: Sequence[Said]) -> Meaning:
    meaning = _meaning(subject, rule, told)
    if subject.where is None:
        return meaning.without_counts()
    among = tuple(text for text in meaning.sentences if text.startswith("Among"))
    return Meaning(rule, among, filled=meaning.filled, counts_rows=False)


def row_count(subject: Subject, bounds: Bounds) -> Meaning:
    """The table has so many rows."""
    value = Aggregate(measure=Measure.COUNT, table=subject.table, where=where_of(subject))
    duty = within(value, bounds)
    rule = FailingMetrics(table=subject.table, must=duty.must)
    told = [_there_are(subject, ending) for ending in duty.endings]
    told += [_must(_number_of_rows(subject), ending) for ending in duty.endings]
    texts = tuple(dict.fromkeys(sentence(said(spell)) for said in told for spell in SPELLINGS))
    filled = () if subject.where is None else subject.where.filled
    return Meaning(rule, texts, filled=filled, counts_rows=False)


def _rows_said(subject: Subject) -> Said:
    where = subject.where
    return lambda spell: "rows" if where is None else f"rows where {where.said(spell)}"


def _there_are(subject: Subject, ending: Said) -> Said:
    rows = _rows_said(subject)

    def said(spell: Spelling) -> str:
        bound = ending(spell).replace("greater", "more").replace("less", "fewer")
        return f"there must {bound} {rows(spell)}".replace(" 1 rows", " 1 row")

    return said


def _number_of_rows(subject: Subject) -> Said:
    rows = _rows_said(subject)
    return lambda spell: f"the number of {rows(spell)}"


def as_many_rows(subject: Subject, sign: str, other: Subject) -> Meaning:
    """Two tables have equal numbers of rows (``==``), or the first has fewer (``<``)."""
    mine, theirs = (_rows_of(each.table) for each in (subject, other))
    words = {"==": "as many {} as {}", "<": "fewer {} than {}"}[sign]
    text = f"There must be {words.format(subject.table, other.table)}."
    rule = FailingMetrics(table=subject.table, must=compare(mine, sign, theirs))
    return Meaning(rule, (text,), counts_rows=False)


def _rows_of(table: str) -> Value:
    return Aggregate(measure=Measure.COUNT, table=table)
