"""What rules against history share: which runs are meant, what is kept of them, how it is read.

A program reads ``<table>/history`` (`backend.contracts.history`): the runs before this one, 1 the
last. Runs of one day over the same data are one run. Where a run that is asked for is not there,
or did not measure what is asked, there is nothing to compare with, and nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from pydantic import Field

from backend.codegen.code import Code, all_of, call, listed, literal
from backend.codegen.page import Body
from backend.contracts.contract import Contract
from backend.contracts.history import COLUMNS, DAYS_SINCE_NEWEST, Part, history_of, is_history
from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.rules.language.rows import Facts
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Missing,
    Not,
    Predicate,
    Reads,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.newest_dates import newest_of

MOST_RUNS = 100
MOST_DAYS = 400


FEWEST_RUNS = 7
"""What counts as a history of which a deviation tells something: the default of
``min_training_set_size`` in Elementary's anomaly tests."""


class Baseline(Contract):
    """The last run; the last run of the day ``days`` ago; or a measure of the last ``runs``.

    With ``fewest``, so few of the last runs will do where there are no more of them; without it
    all of them must have told what is asked.
    """

    of: Literal["run", "mean", "median", "min", "max"] = "run"
    runs: int = Field(default=1, ge=1, le=MOST_RUNS)
    days: int | None = Field(default=None, ge=1, le=MOST_DAYS)
    fewest: int | None = Field(
        default=None, ge=1, le=MOST_RUNS, exclude_if=lambda told: told is None
    )


class Kept(NamedTuple):
    """Under which words a run keeps a measure."""

    column: str
    measure: str
    value: str = ""
    by: str = ""
    """The column whose value it is, where that is another: kept where a check asks for it."""


_OF_COLUMN = {
    Measure.DISTINCT: "distinct", Measure.SUM: "sum", Measure.MEAN: "mean",
    Measure.MEDIAN: "median", Measure.MINIMUM: "min", Measure.MAXIMUM: "max",
    Measure.DEVIATION: "std",
}  # fmt: skip
NUMERIC = frozenset(_OF_COLUMN) - {Measure.DISTINCT}
"""Measures that are of numbers only."""


def kept(measure: Value) -> Kept | None:
    """How a run keeps this measure; None where it keeps none such."""
    newest = newest_of(measure)
    if newest is not None:
        return Kept(newest.column, DAYS_SINCE_NEWEST)
    return _of_measure(measure)


def _of_measure(measure: Value) -> Kept | None:
    if not isinstance(measure, Aggregate) or measure.keys:
        return None
    if measure.by:
        return _of_groups(measure)
    if any(isinstance(part, Cell) and part.empty_if for part in walk(measure)):
        return None
    if measure.measure is Measure.SHARE and measure.where is None:
        found = _of_rows(measure.holds)
        return found and found._replace(measure=f"{found.measure} share")
    if measure.measure is Measure.COUNT and measure.of is None:
        return _of_rows(measure.where) if measure.where is not None else Kept("", "rows")
    word = _OF_COLUMN.get(measure.measure)
    if word is None or not isinstance(measure.of, Cell):
        return None
    if measure.where is not None:
        return _of_part(measure.of.column, word, _of_rows(measure.where))
    return Kept(measure.of.column, word)


def _of_groups(measure: Aggregate) -> Kept | None:
    """The rows of each value of one column, or a measure of another in those rows."""
    by, *others = measure.by
    if others or measure.where is not None:
        return None
    if measure.measure is Measure.COUNT and measure.of is None:
        return Kept(by, "value")
    word = _OF_COLUMN.get(measure.measure)
    of = measure.of
    if not isinstance(of, Cell) or of.empty_if or of.column == by or word in (None, "std"):
        return None
    return Kept(of.column, part_word(str(word), by), by=by)


def fills_groups(measure: Aggregate) -> bool:
    """Whether a group without rows has 0; of no rows there is no mean."""
    return measure.measure in (Measure.COUNT, Measure.SUM, Measure.DISTINCT)


def _of_part(column: str, word: str, rows: Kept | None) -> Kept | None:
    """A measure of a column in the rows that have one value in another."""
    if rows is None or not rows.value or rows.column == column:
        return None
    return Kept(column, part_word(word, rows.column), rows.value, rows.column)


def part_word(measure: str, by: str) -> str:
    """What a measure is called that is taken of the rows of each value of a column."""
    return f"{measure} by {by}"


def parts_mark(by: str) -> str:
    """The measure that stands where a run kept a column in parts."""
    return f"parts by {by}"


def asked_part(measure: Value) -> Part | None:
    """What runs have to keep so that a later one can tell this measure; None of what they do."""
    found = kept(measure)
    if found is not None and found.measure == DAYS_SINCE_NEWEST:
        return Part(of=found.column)
    return Part(of=found.column, by=found.by) if found is not None and found.by else None


def _of_rows(condition: Predicate | None) -> Kept | None:
    """The rows of one value, or those with an empty or a filled cell."""
    match condition:
        case Missing(of=Cell() as cell, blanks=True):
            return Kept(cell.column, "missing")
        case Not(part=Missing(of=Cell() as cell, blanks=True)):
            return Kept(cell.column, "filled")
        case Compare(left=Cell() as cell, sign="==", right=Constant() as wanted) if not (
            condition.ignore_case or condition.tolerance or condition.null_safe
        ):
            text = _text(wanted)
            return None if text is None else Kept(cell.column, "value", text)
        case _:
            return None


def _text(wanted: Constant) -> str | None:
    """A value as runs keep it: no date, no decimal number, nothing blank."""
    if wanted.reads in (Reads.DATE, Reads.TIME):
        return None
    if wanted.reads == Reads.NUMBER:
        number = float(wanted.value)
        return str(int(number)) if number.is_integer() else None
    return str(wanted.value) if str(wanted.value).strip() else None


def say_baseline(since: Baseline) -> str:
    """Which runs are meant, in words."""
    if since.days is not None:
        days = "the day before" if since.days == 1 else f"{since.days} days before"
        return f"the last run of {days}"
    return "the last run" if since.runs == 1 else say_several(since)


def say_before(since: Baseline) -> str:
    """The number that is compared with, in words."""
    if since.of == "run":
        return f"what it was in {say_baseline(since)}"
    word = {"min": "smallest", "max": "largest"}.get(since.of, since.of)
    return f"the {word} of what it was in {say_several(since)}"


def say_several(since: Baseline) -> str:
    """The last runs, and how many of them there must be."""
    fewest = "" if since.fewest is None else f" or as many as there are, at least {since.fewest}"
    return f"the last {since.runs} runs{fewest}"


RUNS_ARE = "Runs of one day over the same data are one run."


_TYPES = {
    "run": ColumnType.INTEGER, "days_ago": ColumnType.INTEGER, "number": ColumnType.NUMBER,
}  # fmt: skip


def history_facts(tables: Iterable[str]) -> Facts:
    """The types of the columns of those tables that are the history of a table."""
    return {
        (table, name): ColumnRead(table=table, column=name, type=_TYPES.get(name, ColumnType.TEXT))
        for table in tables
        if is_history(table)
        for name in COLUMNS
    }


def past_rows(table: str, found: Kept, body: Body) -> Code:
    """The rows of the history that tell a measure, of all runs."""
    rows = body.table(history_of(table))
    masks = [rows.item(literal("measure")).compare("==", literal(found.measure))]
    if found.column:
        masks.append(rows.item(literal("column")).compare("==", literal(found.column)))
    if found.value:
        masks.append(rows.item(literal("value")).compare("==", literal(found.value)))
    return body.let("past", rows.item(all_of(masks)))


class Before(NamedTuple):
    """The number that is compared with, a Series of one or of none; those that it is of."""

    number: Code
    recent: Code | None = None


def number_before(past: Code, since: Baseline, body: Body) -> Before:
    """What is compared with: one run's number, or a measure of several."""
    number = literal("number")
    if since.days is not None:
        day = past.item(past.item(literal("days_ago")).compare("==", literal(since.days)))
        last = day.call("nsmallest", literal(1), literal("run")).item(number)
        return Before(body.let("before", last))
    if since.of == "run":
        run = past.item(literal("run")).compare("==", literal(since.runs))
        return Before(body.let("before", past.attribute("loc").pick(run, number)))
    run = past.item(literal("run")).compare("<=", literal(since.runs))
    recent = body.let("recent", past.attribute("loc").pick(run, number))
    summed = recent.call("agg", listed([literal(since.of)]))
    whole = _enough(call("len", recent), since)
    enough = Code(f"{summed.text} if {whole.text} else {recent.text}.iloc[:0]")
    return Before(body.let("before", enough), recent)


def _enough(told: Code, since: Baseline) -> Code:
    """Whether so many of the last runs told it as must have."""
    if since.fewest is None:
        return told.compare("==", literal(since.runs))
    return told.compare(">=", literal(since.fewest))


def runs_meant(rows: Code, since: Baseline, body: Body) -> Code:
    """The rows of the history that are of the runs which are compared with."""
    if since.days is None:
        sign = "==" if since.runs == 1 else "<="
        return body.let("past", rows.item(rows.item(_RUN).compare(sign, literal(since.runs))))
    day = rows.item(literal("days_ago")).compare("==", literal(since.days))
    of_day = body.let("of_day", rows.item(day))
    last = of_day.item(_RUN).compare("==", of_day.item(_RUN).call("min"))
    return body.let("past", of_day.item(last))


_RUN = literal("run")


def texts_of(table: str, column: str, facts: Facts, body: Body) -> Code:
    """The cells of a column as runs keep its values: as text; none where nothing is filled in."""
    cells = body.table(table).item(literal(column))
    if facts[table, column].type is ColumnType.INTEGER:
        whole = call("pd.to_numeric", cells).call("astype", literal("Int64"))
        return body.let(column, whole.call("astype", literal("str")))
    texts = body.let(column, cells.call("astype", literal("str")))
    return texts.call("where", texts.call("str.strip").compare("!=", literal("")))


def of_column(table: str, column: str, since: Baseline, body: Body) -> Code:
    """What the runs that are meant measured of a column."""
    rows = body.table(history_of(table))
    named = rows.item(literal("column")).compare("==", literal(column))
    return runs_meant(body.let("told", rows.item(named)), since, body)


def kept_values(past: Code, since: Baseline, mark: str = "values") -> Code:
    """Whether each of these runs kept the values of the column, or another column by them."""
    marks = past.item(literal("measure")).compare("==", literal(mark))
    told = Code(f"({marks.text}).sum()")
    return told.compare("==", literal(1)) if since.days is not None else _enough(told, since)
