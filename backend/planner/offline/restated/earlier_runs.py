"""Phrases for rules against earlier runs as they are restated."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.restated.rules import told
from backend.planner.offline.restated.terms import Fields, fields, united
from backend.rules.changed_columns import ChangedColumns
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.changed_values import ChangedValues
from backend.rules.earlier_runs import Baseline
from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.newest_dates import days_since_newest
from backend.rules.phrasing import Phrases, Statement
from backend.rules.unprecedented_values import UnprecedentedValues

phrase = Phrases()
phrase.words("_runs_are", ". runs of one day over the same data are one run")


@phrase("baseline", "the last run")
def last_run() -> Baseline:
    """The last run."""
    return Baseline()


@phrase("baseline", "the last run of the day before")
def day_before() -> Baseline:
    """The last run of the day before."""
    return Baseline(days=1)


@phrase("baseline", "the last run of <number> days before")
def days_before(days: Constant) -> Baseline:
    """The last run of 7 days before."""
    return Baseline(days=int(days.value))


@phrase("several_runs", "the last <number> runs")
def last_runs(runs: Constant) -> Baseline:
    """The last 5 runs."""
    return Baseline(runs=int(runs.value))


@phrase("several_runs", "the last <number> runs or as many as there are , at least <number>")
def runs_there(runs: Constant, fewest: Constant) -> Baseline:
    """The last 100 runs or as many as there are, at least 7."""
    return Baseline(runs=int(runs.value), fewest=int(fewest.value))


@phrase("new", "has no value that it did not have in <baseline>")
@phrase("new", "has no value that none of <several_runs> had")
def no_new(since: Baseline) -> Fields:
    """Has no value that it did not have in the last run."""
    return fields(since=since, appears=True)


@phrase("gone", "still has every value that it had in <baseline>")
@phrase("gone", "still has every value that it had in <several_runs>")
def none_gone(since: Baseline) -> Fields:
    """Still has every value that it had in the last run."""
    return fields(since=since, vanishes=True)


@phrase("stmt", "<column_of> <new> ; each that breaks this is reported _runs_are")
@phrase("stmt", "<column_of> <gone> ; each that breaks this is reported _runs_are")
@phrase("stmt", "<column_of> <new> and <gone> ; each that breaks this is reported _runs_are")
def changed_values(of: Fields, *parts: Fields) -> Statement:
    """status of orders has no value that it did not have in the last run; …."""
    return told(ChangedValues(**({"appears": False} | united([of, *parts]))))


for _said, _ends in (
    ("lies between the lowest and the highest number", fields()),
    ("is at least the lowest number", fields(higher=False)),
    ("is at most the highest number", fields(lower=False)),
):
    _had = f"<column_of> {_said} that it had in"

    @phrase("stmt", f"{_had} <baseline> ; flag each row that does not _runs_are")
    @phrase("stmt", f"{_had} <several_runs> ; flag each row that does not _runs_are")
    def unprecedented_values(of: Fields, since: Baseline, ends: Any = _ends) -> Statement:
        """price of orders is at most the highest number that it had in the last run; …."""
        return told(UnprecedentedValues(**(of | ends | fields(since=since)).named))


@phrase("columns_kept", "has no column that it did not have in <baseline>")
def no_new_column(since: Baseline) -> Fields:
    """Has no column that it did not have in the last run."""
    return fields(since=since, appears=True)


@phrase("columns_kept", "still has every column that it had in <baseline>")
def no_column_gone(since: Baseline) -> Fields:
    """Still has every column that it had in the last run."""
    return fields(since=since, vanishes=True)


@phrase("columns_kept", "has its columns in the types of <baseline>")
def same_types(since: Baseline) -> Fields:
    """Has its columns in the types of the last run."""
    return fields(since=since, types=True)


@phrase("column_changes", "<columns_kept>", "<columns_kept> , and <column_changes>")
def column_changes(*parts: Fields) -> Fields:
    """Has no column …, and still has every column …."""
    return fields(**united(parts))


@phrase("stmt", "<table> <column_changes> , in any order _runs_are")
def changed_columns(table: str, changes: Fields) -> Statement:
    """users has no column that it did not have in the last run, …, in any order. …."""
    none = {"appears": False, "vanishes": False}
    return told(ChangedColumns(table=table, **(none | changes.named)))


# Measures ---------------------------------------------------------------------------------------


@phrase("past", "what it was in <baseline>")
def then(since: Baseline) -> Baseline:
    """What it was in the last run."""
    return since


for _word, _measure in (
    ("mean", "mean"),
    ("median", "median"),
    ("smallest", "min"),
    ("largest", "max"),
):

    @phrase("past", f"the {_word} of what it was in <several_runs>")
    def of_several(since: Baseline, of: Any = _measure) -> Baseline:
        """The mean of what it was in the last 7 runs."""
        return since.model_copy(update={"of": of})


@phrase("least", "at least <quantity>")
def at_least(number: Constant) -> Fields:
    """At least 5."""
    return fields(least=float(number.value))


@phrase("least", "more than <quantity>")
def more_than(number: Constant) -> Fields:
    """More than 5."""
    return fields(least=float(number.value), least_open=True)


@phrase("most", "at most <quantity>")
def at_most(number: Constant) -> Fields:
    """At most 5."""
    return fields(most=float(number.value))


@phrase("most", "less than <quantity>")
def less_than(number: Constant) -> Fields:
    """Less than 5."""
    return fields(most=float(number.value), most_open=True)


for _said, _fields in {
    "is": fields(least=0, most=0),
    "is at least": fields(least=0),
    "is more than": fields(least=0, least_open=True),
    "is at most": fields(most=0),
    "is less than": fields(most=0, most_open=True),
}.items():
    phrase("change", f"{_said} <past>")(lambda past, told=_fields: told | fields(since=past))

for _noun, _unit in (
    ("from", "amount"),
    ("% of", "percent"),
    ("percentage points from", "points"),
    ("sample standard deviations of those runs from", "deviations"),
):

    @phrase("change", f"changes by <most> {_noun} <past>")
    def changes(most: Fields, past: Baseline, unit: Any = _unit) -> Fields:
        """Changes by at most 20% of what it was in the last run: up or down."""
        told = most.named
        is_open = told.get("most_open", False)
        return most | fields(since=past, unit=unit, least=-told["most"], least_open=is_open)

    @phrase("change", f"rises by <most> {_noun} <past>")
    def rises(most: Fields, past: Baseline, unit: Any = _unit) -> Fields:
        """Rises by at most 20% of what it was in the last run."""
        return most | fields(since=past, unit=unit)

    @phrase("change", f"falls by <most> {_noun} <past>")
    def falls(most: Fields, past: Baseline, unit: Any = _unit) -> Fields:
        """Falls by at most 20% of what it was in the last run."""
        told = most.named
        is_open = told.get("most_open", False)
        return fields(since=past, unit=unit, least=-told["most"], least_open=is_open)

    _bare = _noun.split()[0] if _unit == "percent" else " ".join(_noun.split()[:-1])
    _two = f"<least> {_bare} and <most> {_noun} <past>".replace("  ", " ")

    @phrase("change", f"changes by <least> {_noun} <past>", f"changes by {_two}")
    def changes_between(*parts: Any, unit: Any = _unit) -> Fields:
        """Changes by at least 1% and at most 5% of what it was in the last run."""
        return fields(since=parts[-1], unit=unit, **united(parts))


@phrase("change", "is <least> times <past>", "is <most> times <past>")
@phrase("change", "is <least> times <past> and <most> times <past>")
def times(*parts: Any) -> Fields:
    """Is at least 0.9 times what it was in the last run."""
    return fields(since=parts[-1], unit="times", **united(parts))


@phrase("stmt", "the days from the largest <column> to the day of the run <change> _runs_are")
def changed_delays(of: Cell, change: Fields) -> Statement:
    """The days from the largest made_on to the day of the run is at most …."""
    rule = ChangedMeasures(table=of.table, of=days_since_newest(of), **change.named)
    return Statement(rule=rule)


@phrase("stmt", "<aggregate> <change> _runs_are")
def changed_measures(of: Value, change: Fields) -> Statement:
    """The mean of price falls by at most 10% of what it was in the last run; of which table
    the check tells.
    """
    return Statement(rule=ChangedMeasures(table="", of=of, **change.named))
