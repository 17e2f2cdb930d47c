"""Scores, fences, headers, columns named alike, shares in groups, thresholds: over a kennel."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each_of

DOGS = (
    ("dog_id", "Name", "kennel_id", "weight", "born_on", "fed_on", "mood"),
    *(
        (
            f"D{n}",
            "Rex",
            "K1" if n < 6 else "K2",
            20 + n % 3,
            "2020-01-05",
            "2024-03-01",
            "calm" if n < 9 else "wild",
        )
        for n in range(1, 12)
    ),
    ("D12", "Bo", None, 90, "2021-02-30", "2024-04-02", "wild"),
)
"""One weight far off, one kennel missing, one day that no calendar has."""
LEFT = (("tag",), ("a",), ("b",), ("b",))
RIGHT = (("tag",), ("b",), ("c",))
TABLES = {"dogs": {"dogs": DOGS}, "left right": {"left": LEFT, "right": RIGHT}}
FLAGGED: dict[str, list[Group]] = {
    "dogs": [
        ("fences", "D12", [
            "There must be no outliers in weight by the IQR rule.",
            "No outliers by the 1.5 IQR rule in weight.",
            "weight must contain no outliers according to Tukey's rule.",
            "weight must not be more than 1.5 IQRs above the third quartile or below the first.",
            "No outliers in weight by the boxplot rule.",
        ]),
        ("scores", "D12", [
            "The absolute z-score of weight must be at most 3.",
            "The z-score of weight must not be above 3.",
            "Flag weights with a z-score above 3.",
            "The z-score of weight must be between -3 and 3.",
            "No weight may have an absolute z-score above 3.",
            "Flag weights with an absolute z-score of more than 3.",
            "The z-score of weight must not exceed 3 in either direction.",
            "The z-score of weight must be at most 3 in absolute value.",
        ]),
        ("fences of each mood", "D12", [
            "weight must have no outliers by the IQR rule per mood.",
            "No outliers in weight by the 1.5 IQR rule within each mood.",
        ]),
        ("higher scores are fine", "", [
            "The absolute z-score of weight must be at most 4.",
            "The z-score of weight must be between -4 and 4.",
        ]),
        ("names of columns", "1", [
            "All column names must be in lower case.",
            "Column names must be lower-case.",
            "Every column name must be snake_case.",
            "The names of all columns must be in snake case.",
            "All headers must be written in lower case.",
        ]),
        ("names without blanks", "0", [
            "No column name may contain spaces.",
            "Column names must not contain blanks.",
            "All column names must be free of spaces.",
        ]),
        ("columns ending alike", "D12", [
            "Every column ending in _id must never be empty.",
            "Columns ending with _id must not be empty.",
            "No column ending in _id may be empty.",
            "All _id columns must be filled.",
            "All columns that end in '_id' must be filled.",
        ]),
        ("dates", "D12", [
            "Columns ending in _on must hold dates.",
            "Every column whose name ends in _on must hold valid dates.",
            "All _on columns must be real calendar dates.",
            "born_on must hold real dates.",
            "born_on must be a date.",
        ]),
        ("share in each month", "1", [
            "The share of wild dogs per month of fed_on must be at most 50%.",
            "The share of wild dogs per month of fed_on must stay below 60%.",
            "Share of wild dogs per month of fed_on at most 50%.",
            "In every month of fed_on, the share of wild dogs must not exceed 50%.",
        ]),
        ("share in each kennel", "1", [
            "The share of wild dogs per kennel_id must be at most 20%.",
            "No kennel_id may have more than 20% wild dogs.",
        ]),
        ("most of the time", "0", [
            "At least 90% of the time, weight must be below 30.",
            "weight must be below 30 at least 90% of the time.",
            "90% of the time, kennel_id must be filled in.",
            "Fail if more than 10% of the dogs have a weight above 30.",
        ]),
        ("too seldom", "1", [
            "At least 95% of the time, weight must be below 30.",
            "95% of the time weight must be below 30.",
            "Fail if more than 5% of the dogs have a weight above 30.",
        ]),
    ],
    "left right": [
        ("sets of two tables", "2", [
            "The distinct tags of left must be the same as those of right.",
            "The tags in left and those in right must match exactly.",
            "tag of left and tag of right must contain the same values.",
            "left and right must agree in their distinct tags.",
        ]),
    ],
}  # fmt: skip
DECLINED = [
    ("The z-score of weight must be at least 3.", "not-understood", ""),
    ("No weight may have a z-score below -3.", "not-understood", ""),
    ("weight must follow a normal distribution (p > 0.05).", "not-understood", "normal"),
    ("weight must contain no outliers.", "not-understood", ""),
    ("Column names must be reasonable.", "not-understood", "reasonable"),
    ("Columns ending in _xy must be filled.", "not-understood", ""),
    ("weight must be filled in; warn if more than 1%, fail if more than 5%.", "not-understood",
     '"warn_if": "> 1%" and "fail_if": "> 5%"'),
    ("weight must be filled in, fail above 5%.", "not-understood", '"fail_if": "> 5%"'),
    ("Warn if more than 1% of the dogs are wild, fail if more than 5% are.", "not-understood",
     '"warn_if"'),
    ("At most 5% of the time, weight must be below 30.", "not-understood", ""),
    ("weight must not be above 30 more than 5% of the time.", "not-understood", ""),
    ("Columns ending in _id must be filled except dog_id.", "not-understood", ""),
    ("All column names must be unique.", "not-understood", ""),
    ("Most of the time, weight must be below 30.", "not-understood", "Most"),
]  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    """Each set of tables on disk."""
    return {names: Tables(tmp_path_factory.mktemp("t"), told) for names, told in TABLES.items()}


@pytest.mark.parametrize(("names", "sentence", "flagged"), each_of(FLAGGED))
def test_the_rule_finds_what_it_says(
    tables: dict[str, Tables], names: str, sentence: str, flagged: str
) -> None:
    answer = tables[names].answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(
    ("sentence", "code", "reason"), DECLINED, ids=[each[0] for each in DECLINED]
)
def test_what_is_not_plain_is_declined(
    tables: dict[str, Tables], sentence: str, code: str, reason: str
) -> None:
    answer = tables["dogs"].answer(sentence)

    assert (answer.flagged, answer.code) == ("", code)
    assert reason in answer.reason
