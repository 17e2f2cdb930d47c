"""Rules about measures of a whole table, and of its groups, run over a few hospital visits."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

VISITS = (
    ("visit", "patient_id", "ward", "kind", "minutes", "cost", "fee", "grade", "seen_on"),
    ("v1", 1, "eye", "new", 10, 20, 30, "A", "2024-06-01"),
    ("v2", 1, "eye", "old", 20, 20, 10, "B", "2024-06-10"),
    ("v3", 2, "eye", "new", 30, 10, 20, "B", "2024-06-28"),
    ("v4", 2, "ear", "old", 40, 10, 40, "B", "2024-05-01"),
    ("v5", 3, "ear", "old", None, 40, 0, None, "2024-06-20"),
)


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Visits on disk."""
    return Tables(tmp_path_factory.mktemp("clinic"), {"visits": VISITS})


def failing(number: int, *sentences: str) -> list[tuple[str, str]]:
    """Sentences with the number of measures that fail them."""
    return [(sentence, str(number)) for sentence in sentences]


TABLE = [
    *failing(
        0,
        "The average cost must be 20.",
        "average cost between 15 and 25",
        "min of cost >= 10 and max of cost <= 40",
        "The smallest cost must be above 5 and the largest cost must be below 50.",
        "The mean of minutes must be 25.",
        "On average, cost must be between 15 and 25.",
        "The cost must on average be below 25.",
        "The total cost must be 100.",
        "The costs must add up to 100.",
        "cost must add up to at least 90",
        "The median of minutes must be 25.",
        "The minimum fee must be 0 and the maximum must be 40.",
        "The range of minutes must be at most 30.",
        "The difference between the highest and the lowest minutes must be 30.",
        "The interquartile range of minutes must be 15.",
        "The 75th percentile of minutes must be at most 33.",
        "The 0.5 quantile of minutes must be 25.",
        "The average cost must be at least the average fee.",
        "The average minutes must exceed the average cost.",
        "The total minutes must be at most 10% more than the total fee.",
        "The total fee must be exactly as high as the total cost.",
        "The total fee must be at least as large as the total minutes.",
        "The ratio of total cost to total fee must be at most 1.",
        "The average fee of new visits must be above the average fee of old visits.",
        "The average fee for kind new must be 25.",
        "The average minutes in eye must be 20.",
        "The total cost of old visits must be 70.",
        "The maximum cost must be at least 4 times the minimum cost.",
        "The sum of cost * 2 must be 200.",
    ),
    *failing(
        1,
        "The average cost must be above 20.",
        "average cost below 20",
        "min of cost >= 10 and max of cost <= 30",
        "The average minutes must be at most the average cost.",
        "The total cost must be at least 10% more than the total fee.",
        "The total cost must be at least twice the total fee.",
        "The range of cost must be below 30.",
        "The average fee of new visits must not exceed the average fee of old visits.",
        "The sum of fee must differ from the sum of cost.",
        "The standard deviation of cost must be below 10.",
    ),
]
COUNTS = [
    *failing(
        0,
        "There must be at least 5 visits.",
        "The file should contain 5 rows.",
        "We expect 5 visits.",
        "The table must have between 1 and 10 rows.",
        "There must be at least 2 new visits.",
        "At least 2 visits must be new.",
        "At most 3 visits may be old.",
        "Exactly 3 visits must be old.",
        "No more than 1 grade may be missing.",
        "Not all grades may be empty.",
        "grade must have at least one value",
        "There must be exactly two different wards.",
        "ward must have between 2 and 3 distinct values",
        "ward must not be constant",
        "The number of distinct patient_id must be 3.",
        "The number of visits must be at most 5.",
        "The number of new visits must be less than the number of old visits.",
        "There must be fewer new visits than old visits.",
        "The number of missing minutes must be at most 1.",
    ),
    *failing(
        1,
        "There must not be more than 4 visits.",
        "There may not be fewer than 6 visits.",
        "At least 3 visits must be new.",
        "At most 2 visits may be old.",
        "Fewer than 1 visit may have an empty grade.",
        "There must be more new visits than old visits.",
        "There must be exactly three different wards.",
        "The table must not have more than 4 rows.",
    ),
]
SHARES = [
    *failing(
        0,
        "At least 40% of the visits must be new.",
        "At least half of the visits must be old.",
        "Not more than half of the visits may be new.",
        "At least 80% of the visits must have a grade.",
        "75% of the grades must be B.",
        "At least 75% of the grades must be B.",
        "At least half the costs must be above 10.",
        "20% of the visits may have an empty grade.",
        "At most 20% of the minutes may be missing.",
        "At least half of the visits must not be new.",
        "At least 75% of the minutes must be above 10.",
        "90% of the fees must be at most 40.",
        "The share of new visits must be at most 40%.",
        "The percentage of visits with an empty grade must be below 25%.",
        "The share of missing grades must not exceed 20%.",
        "The null rate of minutes must be at most 20%.",
        "The completeness of minutes must be at least 80%.",
        "grade must be at least 80% complete",
        "minutes must be at most 20% empty",
        "The ratio of distinct values of ward must be at least 40%.",
    ),
    *failing(
        1,
        "At least 60% of the visits must be new.",
        "At least 80% of the grades must be B.",
        "At most 10% of the visits may have an empty grade.",
        "The share of new visits must be below 40%.",
        "minutes must be at least 90% complete",
        "The null rate of minutes must be below 20%.",
        "90% of the fees must be at most 30.",
    ),
]
VALUES = [
    *failing(
        0,
        "The most frequent grade must be B.",
        "B must be the most common grade.",
        "The most common kind must be old or new.",
        "The distinct values of kind must be exactly new and old.",
        "grade must contain all of the values A and B",
        "Each of A and B must occur in grade.",
        "All of A and B must occur in grade.",
    ),
    *failing(
        1,
        "The most frequent grade must be A.",
        "The most frequent cost must be 20.",  # a tie with 10 has no winner
        "The distinct values of grade must be exactly A, B and C.",
        "grade must contain all of the values A, B and C",
        "All of A, B and C must occur in grade.",
    ),
]
GROUPS = [
    *failing(
        0,
        "Each patient may have at most 2 visits.",
        "No patient_id may have more than one new visit.",
        "Each ward must have at least one old visit.",
        "The average cost per ward must be at least 15.",
        "For each ward, the average cost must be at least 15.",
        "The total fee must be at least 40 per ward.",
        "Each ward must have at least 2 different patients.",
        "Each ward must have at least one grade.",
        "Within each ward at least one grade must be filled.",
        "Each ward must have a total fee of at least 40.",
        "For each ward at least 30% of the visits must be old.",
        "Per ward at most 2 visits may be old.",
        "There must be at least 2 visits per ward.",
        "Is there a ward with fewer than 2 visits?",
        "Average cost per ward >= 15",
        "Per ward: average cost at least 15",
        "The number of visits per ward and kind must be at most 2.",
        "Per ward, there must be at least 2 visits.",
        "Each kind must appear at least 2 times.",
    ),
    *failing(
        1,
        "Each patient_id must have at least 2 visits.",
        "Each patient_id must have 2 visits.",
        "Does any patient have fewer than 2 visits?",
        "Which patients have fewer than 2 visits?",
        "Find patients having less than two visits.",
        "Average cost per ward <= 20",
        "No patient_id may have fewer than 2 visits.",
        "Flag each patient_id with fewer than 2 visits.",
        "Each patient must have at least one new visit.",
        "Each ward must have at least one new visit.",
        "For every ward there must be at least one new visit.",
        "Each ward must have both kind new and old.",
        "The average cost per ward must be at most 20.",
        "The average cost of each ward must be at most 20.",
        "No ward may have an average cost above 20.",
        "For each ward at least half of the visits must be new.",
        "At least half of the visits of each ward must be new.",
        "Each ward must have at least 3 visits.",
        "Each ward must have at least 3 rows.",
        "Each patient_id must have at least one grade.",
        "The fee must add up to 60 per ward.",
        "Per ward at most 1 visit may be new.",
        "The total fee per ward must be at least 45.",
        "Each patient_id must have an average fee above 0.",
    ),
    *failing(
        2,
        "The average cost per ward must be above 30.",
        "Each ward must have exactly 4 visits.",
    ),
]
FRESH = [
    *failing(
        0,
        "The newest seen_on must be no older than 5 days.",
        "The latest seen_on must be within the last 3 days.",
        "The earliest seen_on must be on or after 2024-05-01.",
        "The earliest seen_on must be before the latest seen_on.",
        "For each ward the latest seen_on must be within the last 20 days.",
    ),
    *failing(
        1,
        "The newest seen_on must be no older than 2 days.",
        "The latest seen_on must be after 2024-06-28.",
        "For each ward the latest seen_on must be within the last 7 days.",
        "The latest seen_on per ward must be within the last 7 days.",
    ),
]


@pytest.mark.parametrize(
    ("sentence", "number"), [*TABLE, *COUNTS, *SHARES, *VALUES, *GROUPS, *FRESH]
)
def test_failing_measures(clinic: Tables, sentence: str, number: str) -> None:
    answer = clinic.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", number)


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        ("fee must be at most the average fee", "v1 v4"),
        ("cost must be at most twice the average cost", ""),
        ("fee must be within 1 standard deviation of the mean", "v4 v5"),
    ],
)
def test_rows_against_a_measure(clinic: Tables, sentence: str, flagged: str) -> None:
    answer = clinic.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(
    "sentence",
    [
        "The average fee must be below cost.",  # a measure against single rows
        "fee of new visits must be at most twice the average fee",  # of all visits, or of these
        "cost must be at most the average fee",
        "The average fee per visit must be at most 2.",  # each visit is one row
        "The population standard deviation of fee must be below 10.",
        "The share of new visits must be below 50.",  # percent, or a share
        "The number of patients must be 3.",  # rows, or different ones
        "The average number of visits per patient must be at least 1.",
        "At most one patient may have grade A.",
        "Each patient must have at least one visit in every ward.",
        "At least 2 visits may be new.",  # permits everything
        "Each ward may have at least 2 visits.",
        "There may be at least 3 visits.",
        "There may be more than 2 visits per ward.",
        "Each kind may occur at least 2 times.",
        "Each ward may have at least 2 different kinds.",
        "At most 10% of the visits must not be new.",
        "More than 10% of the visits must not be new.",
        "Most visits must be old.",
        "The majority of visits must be old.",
        "The most frequent kind per ward must be old.",
        "The second most frequent kind must be new.",
        "The visits must be fresh.",
        "The total of the visits must be 100.",  # minutes, cost or fee
        "The average of cost and fee and minutes per ward must be plausible.",
        "All but 2 visits must be old.",
        "The newest seen_on must be recent.",
        "Each ward must have visits of every kind.",
    ],
)
def test_what_is_not_clear_is_declined(clinic: Tables, sentence: str) -> None:
    assert clinic.answer(sentence, tells_cure=False).code in ("not-understood", "ambiguous")
