"""Sentences about sets of rows that say too little, or two things, over the same votes."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables
from tests.planner.offline.test_distributions import VOTES

DECLINED = {
    "ambiguous": [
        "No more than 3 duplicate emails.",
        "There may be at most 3 duplicates in email.",
        "At most 10% of the email values may be duplicates.",
        "The entropy of bar must be at least 1.",
        "entropy of bar > 0.5",
    ],
    "not-understood": [
        "Uniqueness of email must be at least 80%.",
        "email must be at least 90% unique.",
        "The skewness of flavour must be below 1.",
        "The skewness of weight must be low.",
        "score and weight must be correlated.",
        "The correlation of score and weight must be between 0.2 and 1.2.",
        "The correlation of score must be at least 0.5.",
        "The correlation of score and flavour must be at least 0.5.",
        "The correlation of score and weight must be at least 50.",
        "weight must be normally distributed.",
        "The shares of bar must be A 40% and B 50%, give or take 5 percentage points.",
        "The shares of bar must be A 40% and B 60%.",
        "The shares of bar must be about A 40% and B 60%.",
        "The shares of bar must be A 40% and B 60% by a chi-square test.",
        "The most common flavour per bar must be mint.",
        "The second most common flavour must be lime.",
        "Mint must be twice as common as plum.",
        "Mint must be the most common flavour, or lime.",
        "No flavour may have fewer votes than mint.",
        "No bar may have more than half of the score.",
        "No flavour may have more than half of the votes of a bar.",
        "Each flavour must make up at least 10% of the score.",
        "Most flavours must make up at least 10% of the votes.",
        "No voter may have no more than two votes.",
        "A voter can't have one vote.",
        "No voter may not appear more than twice.",
        "Each bar must have one flavour mint and one flavour lime.",
        "Each bar must have mint or lime.",
        "Each bar must have mint but not plum.",
        "Each vote must have both mint and lime.",
        "Each bar must have votes for both mint and 5.",
        "Bar A and bar B must have roughly the same number of votes.",
        "The average score for mint must be lower than for B.",
        "The average score for mint must be much lower than for lime.",
        "Is the average score above 2?",
        "The newest vote must be recent.",
        "The newest of the votes must be new.",
        "There must be votes on the same day.",
        "No two votes of a voter.",
        "No two votes of a voter may be far apart.",
        "Zeros must make up most of score.",
        "weight must be within 2 standard deviations.",
        "weight must be close to the mean within each bar.",
    ],
}


@pytest.fixture(scope="module")
def votes(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Votes on disk."""
    return Tables(tmp_path_factory.mktemp("votes"), {"votes": VOTES})


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(code, sentence) for code, sentences in DECLINED.items() for sentence in sentences],
)
def test_what_is_not_clear_is_declined(votes: Tables, code: str, sentence: str) -> None:
    answer = votes.answer(sentence)

    assert answer.code in ("not-understood", "ambiguous"), answer.plan
    assert answer.code == code or code == "not-understood"
