"""Rules about how values are distributed and what groups hold, run over a few votes."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each

VOTES = (
    ("vote", "voter", "flavour", "score", "bar", "cast_on", "email", "weight"),
    ("v1", 1, "mint", 5, "A", "2024-06-28", "a@x.org", 1),
    ("v2", 2, "mint", 4, "A", "2024-06-28", "b@x.org", 2),
    ("v3", 3, "lime", 3, "B", "2024-06-29", "a@x.org", 3),
    ("v4", 4, "mint", 5, "B", "2024-06-29", "c@x.org", 4),
    ("v5", 5, "lime", 0, "A", "2024-06-30", None, 9),
    ("v6", 6, "plum", 2, "B", "2024-06-30", "d@x.org", 2),
    ("v7", 6, "lime", 0, "B", "2024-06-30", "e@x.org", 2),
    ("v8", 7, None, 1, "B", "2024-06-30", "f@x.org", 90),
)
FLAGGED: list[Group] = [
    ("tie", "1", [
        "There has to be one single most common flavour; a tie is a failure.",
        "There must be a unique most frequent flavour.",
        "flavour must have a single mode.",
        "There must be no tie for the most common flavour.",
    ]),
    ("top", "1", [
        "There must be more mint votes than votes of any other flavour.",
        "mint must be more common than any other flavour.",
        "Mint must occur more often than any other flavour.",
    ]),
    ("top-two", "0", [
        "Either mint or lime must be the most frequent flavour.",
        "There must be one single most common bar.",
        "B must be more frequent than any other bar.",
    ]),
    ("most-share", "0", [
        "No flavour may take more than half of the votes.",
        "No flavour may make up more than 50% of the rows.",
        "Each flavour may make up at most 40% of the votes.",
    ]),
    ("least-share", "1", [
        "Each flavour must make up at least 20% of the votes.",
        "Every flavour must account for at least 20% of the rows.",
    ]),
    ("copies", "1", [
        "At most 10% of the rows may have a duplicate email.",
        "At most 10% of the rows may share their email with another row.",
        "At most 1 row may share its email with another row.",
        "No more than 10% of the rows may share an email.",
        "The number of rows that share their email must be at most 1.",
    ]),
    ("repeated", "0", [
        "At most 1 email may occur more than once.",
        "The number of email values that occur more than once must be at most 1.",
        "The number of email values that occur exactly once must be 5.",
        "At most 15% of the email values may repeat an earlier one.",
    ]),
    ("distinct", "0", [
        "distinctness of email > 0.8",
        "The share of distinct email values must be at least 85%.",
        "The ratio of distinct emails to votes must be at least 0.7.",
        "The completeness of email must be at least 0.85.",
    ]),
    ("skewness", "1", [
        "The skewness of weight must be between -1 and 1.",
        "skew of weight <= 2",
        "The weight skewness must be below 2.",
    ]),
    ("kurtosis", "0", [
        "kurtosis of weight below 10",
        "The excess kurtosis of weight must be positive.",
    ]),
    ("entropy", "1", [
        "The entropy of bar in bits must be at least 1.",
        "entropy of bar in nats >= 0.69",
        "The Shannon entropy (in bits) of bar must be exactly 1.",
    ]),
    ("correlation", "1", [
        "The correlation between score and weight must be at least 0.5.",
        "Pearson correlation of score and weight >= 0.5",
        "The absolute correlation between score and weight must be below 0.2.",
        "Spearman's rank correlation of score and weight must be above 0.",
    ]),
    ("shares", "0", [
        "The shares of bar must be A 40% and B 60%, give or take 5 percentage points.",
        "bar must be split A 40%, B 60%, within 5 percentage points",
        "The distribution of bar must be A 50% and B 50% by a chi-square test at the 5% level.",
        "Check with a chi-square test that the bars A and B each make up 50% of the rows; "
        "the p-value must be at least 0.05.",
    ]),
    ("zeros", "1", [
        "Zeros must make up at least half of score.",
        "The number of zeros in score must be at most 1.",
    ]),
    ("groups-2", "1", [
        "A voter can't have two votes.",
        "No voter may have two votes.",
        "No voter may appear more than 1 time.",
        "Each flavour must get at least two votes.",
        "A voter must not hold 2 or more votes.",
    ]),
    ("twice", "0", [
        "No voter may appear more than twice.",
        "Each voter may appear at most twice.",
        "A voter must not occur more than 2 times.",
    ]),
    ("complete", "1", [
        "Each bar must have votes for both mint and plum.",
        "Each bar needs all of the flavours mint, lime and plum.",
        "Each bar needs both mint and plum.",
        "Each bar must have exactly 2 flavour mint.",
    ]),
    ("same-number", "1", [
        "Bar A and bar B must have the same number of votes.",
        "The average score for mint must be lower than for lime.",
        "Is the number of distinct voters equal to the number of votes? It must be.",
        "Is the average score above 2? It must not be.",
    ]),
    ("fresh", "0", [
        "The newest vote must be at most 1 day old.",
        "There must be a vote within the last three days.",
        "There must be at least 4 votes in the last 2 days.",
    ]),
    ("per-group", "1", [
        "Per bar, the skewness of score must be below 0.4.",
        "The entropy of flavour in bits per bar must be at least 1.",
    ]),
]  # fmt: skip
ROWS: list[Group] = [
    ("same-day", "v6 v7", ["No two votes of a voter may be cast on the same day."]),
    ("same-day-bar", "v1 v2 v3 v4 v6 v7 v8", [
        "There must be no two votes in the same bar on the same day.",
    ]),
    ("outlier", "v8", [
        "Within each bar, weight must be within 1.7 standard deviations of the mean.",
        "Per bar, no weight may be an outlier by the 1.5 IQR rule.",
    ]),
    ("keep", "v3", [
        "email must be unique; flag only the second and later copies.",
        "email must be unique. Flag only the later copies.",
        "email must be unique, but keep the first one",
    ]),
]  # fmt: skip


@pytest.fixture(scope="module")
def votes(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Votes on disk."""
    return Tables(tmp_path_factory.mktemp("votes"), {"votes": VOTES})


@pytest.mark.parametrize(("sentence", "flagged"), [*each(FLAGGED), *each(ROWS)])
def test_how_values_are_distributed(votes: Tables, sentence: str, flagged: str) -> None:
    answer = votes.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)
