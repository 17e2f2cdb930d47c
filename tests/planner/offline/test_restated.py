"""A rule's own words are read as that rule: of every kind, and of every part of the language."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.plan import Plan
from backend.rules.catalog import kinds
from backend.rules.earlier_runs import RUNS_ARE
from backend.rules.rule import Example
from tests.planner.offline.spoken import Tables

EXAMPLES = [
    pytest.param(example, id=f"{name}-{example.name}")
    for name, kind in kinds().items()
    for example in kind.examples
    if not any("/" in table for table in example.tables)
]
STALLS = (
    ("stall", "owner", "Row Letter", "fee", "paid", "code", "from_day", "to_day", "note", "visits"),
    ("s1", "Ann", "A", 10, 10, "AB-1", "2024-03-01", "2024-03-05", "dry", 3),
    ("s2", "Bo", "B", 12.5, 13, "ab-2", "2024-03-02", "2024-02-28", None, 0),
    ("s3", "Ann", "A", -4, 0, "AB-1", "2024-06-09", None, "?", 12),
    ("s4", None, "C", None, 7, "XY", "2023-12-31", "2024-01-31", "wet  ", 7),
)
PEOPLE = (
    ("name", "town", "since", "site"),
    ("Ann", "Ely", "2020-01-01", '{"port": 80}'),
    ("Cy", "Ham", "2024-05-05", '{"gate": 2}'),
)

# Each is a rule's own words; the rule is said in the same words again.
RESTATEMENTS = [
    "In every stalls row, fee is at least -4.",
    "In every stalls row, fee is greater than 0 and fee is less than 100.",
    "In every stalls row, (owner is filled or fee is empty) and stall is filled.",
    "In every stalls row, fee is empty or (owner is filled and paid is filled).",
    "In every stalls row where owner equals 'Ann', Row Letter equals 'A'.",
    "In every stalls row where owner differs from 'Ann', Row Letter is not 'A' or 'B'.",
    "In every stalls row, Row Letter is 'A', 'B' or 'C' (ignoring case).",
    "In every stalls row, note is not 'dry' (ignoring case, trimmed).",
    "In every stalls row, fee equals paid (give or take 0.5).",
    "In every stalls row, owner equals note (two empty cells are equal).",
    "In every stalls row, to_day is on or after from_day.",
    "In every stalls row, from_day is on or before the day of the run.",
    "In every stalls row, from_day is after 2023-12-30.",
    "In every stalls row, to_day is before from_day plus 7 days.",
    "In every stalls row, to_day is on or after from_day minus 2 months.",
    "In every stalls row, the days from from_day to to_day is at most 5.",
    "In every stalls row, the year of from_day equals 2024.",
    "In every stalls row, the weekday of from_day (Monday is 1) is less than 6.",
    "In every stalls row, the size of (fee - the mean of fee) is at most 20.",
    "In every stalls row, the size of fee is at most 20.",
    "In every stalls row, fee / 2 is a whole number.",
    "In every stalls row, fee / 2 is no whole number.",
    "In every stalls row, (fee + paid) * 2 is at least 2/3.",
    "In every stalls row, fee - (paid - visits) is at most 100.",
    "In every stalls row, the length of code is at most 4.",
    "In every stalls row, code equals code in upper case.",
    "In every stalls row, code matches as a whole the pattern [A-Z]{2}(-[0-9])?.",
    "In every stalls row, code does not match as a whole the pattern .*[;,].* (ignoring case).",
    "In every stalls row, code starts with 'AB'.",
    "In every stalls row, code does not end with '2'.",
    "In every stalls row, code contains '-' (ignoring case).",
    "In every stalls row, code does not contain '?'.",
    "In every stalls row, note ('?' counts as empty) is filled.",
    "In every stalls row where not (owner equals 'Ann'), fee is filled.",
    "In every stalls row, fee is greater than fee of the row before (in file order).",
    "In every stalls row, fee is at least fee of the row before (ordered by from_day within "
    "owner).",
    "In every stalls row, fee is at most the mean of fee within each owner.",
    "In every stalls row, fee is at most the 95% quantile of fee.",
    "In every stalls row, code is ASCII characters only.",
    "For every stalls row, people has a row whose name is this row's owner.",
    "For every stalls row where fee is greater than 0, people has a row where town equals 'Ely' "
    "whose name is this row's owner.",
    "In every people row, stalls has no row whose owner is this row's name.",
    "In every stalls row, from_day is on or after since of the people row whose name is this "
    "row's owner.",
    "In every people row, the number of stalls rows whose owner is this row's name is at most 2.",
    "In every people row, the sum of fee over the stalls rows whose owner is this row's name is at "
    "least 1.",
    "Over stalls, the mean of fee is at least 1 and the mean of fee is at most 50.",
    "Over stalls where owner equals 'Ann', the number of stalls rows is at least 2.",
    "Over stalls, the share of stalls rows for which note is filled is at least 0.5.",
    "Over stalls, the number of distinct owner is at most 3.",
    "Over stalls, the sum of (fee - paid) is at most 100.",
    "Over stalls, the largest fee is less than 4 * the median of fee.",
    "Within each owner of stalls, the sum of fee is at least 0.",
    "Within each owner and month of from_day of stalls, the number of stalls rows is at most 2. "
    "Only months that have rows are judged.",
    "No two stalls rows where fee is greater than 0 are equal in owner and code, ignoring case; "
    "flag every such row but the first.",
    "No two stalls rows are equal in all columns but stall; flag every row that shares them.",
    "No two stalls rows are equal in owner; flag every row that shares them, and every row where "
    "one of them is empty.",
    "All stalls rows with the same owner have the same Row Letter; flag every row of a owner that "
    "has several.",
    "owner is spelled alike in all stalls rows in which it is the same (ignoring case); flag every "
    "row of one that is spelled in several ways.",
    "stalls has the columns stall, phone no (and perhaps others); names are compared as written.",
    "stalls has from 3 to 12 columns.",
    "The name of every column of stalls has nothing but letters from A to Z, digits and "
    "underscores; each that is not is reported.",
    "The name of every column of stalls is in camelCase; each that is not is reported.",
    "Pearson's correlation of fee and paid of stalls is at least 0.5.",
    "The absolute value of Spearman's rank correlation of fee and paid of stalls is less than 0.9.",
    "paid of stalls is to within 0.01 the sum of fee up to and with this row, in the order of "
    "from_day within each owner; flag each row where it is not.",
    "In every stalls row, note is a real date written DD.MM.YYYY.",
    "In every people row, site is a JSON object with the key 'port' (RFC 8259).",
    "Over stalls, the largest length of code is at most 4.",
    f"The number of stalls rows falls by at most 10% of what it was in the last run. {RUNS_ARE}",
    f"The mean of fee rises by less than 2.5 from what it was in the last run of the day before. "
    f"{RUNS_ARE}",
    f"The sum of fee where owner equals 'Ann' is at least what it was in the last run of 7 days "
    f"before. {RUNS_ARE}",
    f"The number of distinct owner changes by at most 20% of the mean of what it was in the last 4 "
    f"runs. {RUNS_ARE}",
    f"The share of stalls rows for which note is empty rises by at most 3 percentage points from "
    f"what it was in the last run. {RUNS_ARE}",
    f"owner of stalls has no value that it did not have in the last run; each that breaks this is "
    f"reported. {RUNS_ARE}",
    f"stalls has no column that it did not have in the last run, and still has every column that "
    f"it had in the last run, in any order. {RUNS_ARE}",
    "fee of stalls lies within 1.5 interquartile ranges of the first and third quartile; flag each "
    "row that does not.",
]
# The words of no rule, though they begin as one's.
NO_RESTATEMENTS = [
    "In every stalls row, fee is at least four hundred and a bit.",
    "In every stalls row, fee is at least -4 (ignoring the rest).",
    "In every stalls row where the owner is nice, fee is filled.",
    "No two stalls rows are equal in owner; flag whatever you like.",
    "Over stalls, the mode of fee is somewhere near 3.",
]


@pytest.fixture(scope="module")
def stalls(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder = tmp_path_factory.mktemp("stalls") / "w"
    return Tables(folder, {"stalls": STALLS, "people": PEOPLE})


def _about(sentence: str) -> list[str]:
    return [name for name in ("stalls", "people") if name in sentence] or ["stalls"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_kind_s_words_are_its_rule_again(tmp_path: Path, example: Example) -> None:
    tables = Tables(tmp_path / "w", dict(example.tables))
    plan = _plan(tables, example)
    again = tables.plan(plan.restatement, *plan.tables)
    assert again.rule == plan.rule


def _plan(tables: Tables, example: Example) -> Plan:
    """The plan of an example, over all its tables or the first of them."""
    names = list(example.tables)
    return tables.plan(example.sentence, *(names if names[1:] else names[:1]))


@pytest.mark.parametrize("sentence", RESTATEMENTS)
def test_a_restatement_is_read_as_it_stands(stalls: Tables, sentence: str) -> None:
    plan = stalls.plan(sentence, *_about(sentence))
    assert plan.restatement == sentence


@pytest.mark.parametrize("sentence", NO_RESTATEMENTS)
def test_what_no_rule_says_is_not_read_as_one(stalls: Tables, sentence: str) -> None:
    assert stalls.answer(sentence, *_about(sentence)).code != ""
