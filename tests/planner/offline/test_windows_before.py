"""Values against the rows before, and days against the days before: what they are held against."""

from __future__ import annotations

from typing import Any

import pytest

from tests.planner.offline.spoken import Tables

PUMPS = (
    ("reading_id", "site", "taken_on", "level", "state", "crew"),
    ("f1", "N", "2024-03-04", 12, "ok", 7),
    ("f2", "N", "2024-03-01", 10, "ok", 7),
    ("f3", "S", "2024-03-02", 50, "ok", 8),
    ("f4", "N", "2024-03-03", 11, "ok", 7),
    ("f5", "S", "2024-03-03", 52, "low", 8),
    ("f6", "N", "2024-03-05", 20, "ok", 7),
    ("f7", "S", "2024-03-04", 51, "ok", 8),
    ("f8", "S", "2024-03-06", 50.5, "ok", 8),
    ("f9", "N", "2024-03-06", 13, "ok", 7),
)
VISITS = (
    ("visit_id", "began_on", "left_on", "fee"),
    *((f"v{n}", f"2024-03-0{n}", f"2024-04-0{n}", n) for n in range(1, 6)),
)


@pytest.fixture(scope="module")
def pumps(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("pumps"), {"readings": PUMPS})


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("visits"), {"visits": VISITS})


BY_DAY: dict[str, Any] = {"rows": 3, "factor": 2.0, "order_by": "taken_on"}
OF_SITES = BY_DAY | {"by": ["site"]}
AS_FILED = BY_DAY | {"order_by": None}
ABOVE = BY_DAY | {"side": "above"}
ROWS: list[tuple[dict[str, Any], list[str]]] = [
    (BY_DAY, [
        "level must be within 2 standard deviations of the previous 3 readings.",
        "level must be within 2 standard deviations of the previous 3 readings by taken_on.",
        "Level must lie within 2 sigma of the mean of the 3 preceding readings.",
        "The level must not be more than 2 standard deviations away from the 3 readings before it.",
        "No level may be more than 2 sds off the average of the previous 3 readings.",
        "Flag levels more than 2 sigma from the average level of the previous 3 readings.",
        "Flag readings whose level is more than 2 sigma from the previous 3 readings.",
        "Is every level within two standard deviations of the previous three readings?",
        "level within 2 sigma of previous 3 readings",
        "Ordered by taken_on, level must be within 2 standard deviations of the previous 3 rows.",
        "level may only lie within 2 standard deviations of the last 3 readings before it.",
    ]),
    (OF_SITES, [
        "level must be within 2 standard deviations of the previous 3 readings of the same site.",
        "Within each site, level must be within 2 standard deviations of the previous 3 readings.",
        "Within each site, sorted by taken_on, level is within 2 sigma of the previous 3 rows.",
        "For each site, level must stay within 2 sigma of the previous 3 readings by taken_on.",
        "level must be within 2 sigma of the previous 3 readings of the same site, by taken_on.",
    ]),
    (AS_FILED, [
        "level must be within 2 standard deviations of the previous 3 rows.",
        "level must be within 2 standard deviations of the previous 3 readings in file order.",
        "Flag each level more than 2 standard deviations from the mean of the 3 rows before it.",
    ]),
    (ABOVE, [
        "level must not be more than 2 standard deviations above the previous 3 readings.",
        "level must be at most 2 standard deviations above the mean of the previous 3 readings.",
        "Flag readings whose level is more than 2 sigma above the mean of the previous 3 readings.",
    ]),
    (AS_FILED | {"side": "below", "factor": 2.5}, [
        "level must be no more than 2.5 standard deviations below the mean of the previous 3 rows.",
    ]),
]  # fmt: skip
DAILY: dict[str, Any] = {"periods": 4, "factor": 3.0, "unit": "day", "measure": "count"}
PERIODS: list[tuple[dict[str, Any], list[str]]] = [
    (DAILY, [
        "The daily number of readings must be within 3 standard deviations of the previous 4 days.",
        "The number of readings per day must be within 3 sigma of the mean of the previous 4 days.",
        "Daily readings must be within 3 sigma of the previous 4 days.",
        "Is the daily number of readings within 3 standard deviations of the previous 4 days?",
        "No daily number of readings may lie more than 3 sds from the 4 days before it.",
        "daily number of readings within 3 standard deviations of the previous 4 days",
        "Flag it if the daily number of readings is more than 3 sigma from the previous four days.",
        "The number of readings on each day must be within 3 sigma of the last 4 days before it.",
    ]),
    (DAILY | {"by": ["site"], "measure": "sum"}, [
        "The daily total level of each site must be within 3 sigma of the previous 4 days.",
        "For each site, the daily total level must be within 3 sigma of the previous 4 days.",
        "The total level per site and day must be within 3 sigma of the previous 4 days.",
        "The daily total level must be within 3 sigma of the previous 4 days of the same site.",
    ]),
    (DAILY | {"side": "above", "measure": "mean", "unit": "week"}, [
        "The weekly average level must be at most 3 sigma above the previous 4 weeks.",
        "Weekly average level is never more than 3 sigma above the mean of the previous 4 weeks.",
    ]),
    (DAILY | {"measure": "distinct", "unit": "month"}, [
        "The monthly number of distinct crews must be within 3 sigma of the previous 4 months.",
    ]),
    (DAILY | {"measure": "max"}, [
        "The daily maximum level must stay within 3 standard deviations of the previous 4 days.",
    ]),
]  # fmt: skip


def _cases(groups: list[tuple[dict[str, Any], list[str]]]) -> list[Any]:
    return [
        pytest.param(wanted, sentence, id=sentence)
        for wanted, sentences in groups
        for sentence in sentences
    ]


@pytest.mark.parametrize(("wanted", "sentence"), _cases(ROWS))
def test_rows_before(pumps: Tables, wanted: dict[str, Any], sentence: str) -> None:
    rule = pumps.plan(sentence).rule

    assert (rule["kind"], rule["column"], rule["where"]) == ("moving_outliers", "level", None)
    assert {name: rule[name] for name in wanted} == wanted
    assert rule["by"] == wanted.get("by", [])
    assert rule["side"] == wanted.get("side", "both")


@pytest.mark.parametrize(("wanted", "sentence"), _cases(PERIODS))
def test_periods_before(pumps: Tables, wanted: dict[str, Any], sentence: str) -> None:
    rule: Any = pumps.plan(sentence).rule

    assert rule["kind"] == "outlying_periods"
    assert rule["per"] == [{"column": "taken_on", "unit": wanted["unit"]}]
    assert (rule["periods"], rule["factor"]) == (4, 3.0)
    assert rule["of"]["measure"] == wanted["measure"]
    assert rule["by"] == wanted.get("by", [])
    assert rule["side"] == wanted.get("side", "both")


def test_only_the_rows_that_count_stand_before(pumps: Tables) -> None:
    told = pumps.plan(
        "For ok readings, level must be within 2 standard deviations of the previous 3 rows."
    )
    assert told.rule["where"] is not None
    assert "The rows before are those among the rows that the rule is about." in told.assumptions


FLAGGED = {
    "level must be within 2 sigma of the previous 3 readings of the same site.": "f6",
    "level must be within 2 sigma of the previous 3 readings.": "",
    "level must be within 2 sigma of the previous 3 rows.": "",
    "level must be within 1 sigma of the previous 3 rows.": "f5 f7 f9",
    "level must not be more than 1 sigma above the previous 3 rows.": "f5 f7",
    "level must be within 2 sigma of the previous 8 readings.": "",
}


@pytest.mark.parametrize(("sentence", "flagged"), FLAGGED.items())
def test_which_rows_are_flagged(pumps: Tables, sentence: str, flagged: str) -> None:
    answer = pumps.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


DECLINED = [
    # The last three may have the row itself among them; so may a moving average.
    "level must be within 2 standard deviations of the last 3 readings.",
    "level must be within 2 standard deviations of the 3-row moving average.",
    "level must be within 2 standard deviations of the average of 3 readings.",
    # Behind, of days, one alone, and of two nobody can tell a spread.
    "level must be within 2 standard deviations of the next 3 readings.",
    "level must be within 2 standard deviations of the previous 3 days.",
    "level must be within 2 standard deviations of the previous reading.",
    "level must be within 2 standard deviations of the previous 2 readings.",
    "level must be within 2 standard deviations of the previous 3.5 readings.",
    # Whether a crew has an order or is a group is not told.
    "level must be within 2 standard deviations of the previous 3 readings by crew.",
    "level must be within 2 standard deviations of the previous 3 ok readings.",
    "level must be within 2 of the previous 3 readings.",
    "level must be within 2% of the previous 3 readings.",
    "level must be at least 2 standard deviations above the previous 3 readings.",
    "level must be within 0 standard deviations of the previous 3 readings.",
    "site must be within 2 standard deviations of the previous 3 readings.",
    "level must be within 2 standard deviations of the mean crew of the previous 3 readings.",
    "level must be within 2 standard deviations of the previous 3 readings ordered by level.",
    # Days against weeks, days of no measure, of no day.
    "The daily number of readings must be within 3 standard deviations of the previous 4 weeks.",
    "The daily number of readings must be within 3 standard deviations of the last 4 days.",
    "The daily level must be within 3 standard deviations of the previous 4 days.",
    "The daily number of readings must be within 3 of the previous 4 days.",
    "The daily number of readings must be within 3 standard deviations of the previous day.",
    "The daily share of ok readings must be within 3 standard deviations of the previous 4 days.",
    "The hourly number of readings must be within 3 standard deviations of the previous 24 hours.",
]


@pytest.mark.parametrize("sentence", DECLINED)
def test_what_is_not_said_is_not_read(pumps: Tables, sentence: str) -> None:
    assert pumps.answer(sentence, tells_cure=False).code != ""


@pytest.mark.parametrize(
    "sentence",
    [
        "fee must be within 2 standard deviations of the previous 3 visits.",
        "The daily number of visits must be within 3 standard deviations of the previous 4 days.",
    ],
)
def test_of_two_dates_none_is_taken(visits: Tables, sentence: str) -> None:
    """The order, or the day, of rows with two dates must be told."""
    assert visits.answer(sentence, tells_cure=False).code != ""


def test_the_mean_of_all_rows_stays_what_it_was(pumps: Tables) -> None:
    plan = pumps.plan("level must be within 2 standard deviations of the mean.")

    assert plan.kind == "broken_rows"
