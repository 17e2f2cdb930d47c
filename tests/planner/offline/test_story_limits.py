"""Stories that may be lenient, or may limit the rule, are never set aside."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

TICKETS = (
    ("ticket", "agent", "hours", "refund", "closed_on"),
    ("a", "Eva", 3, 0, "2026-01-02"),
    ("b", None, 20, 5, None),
    ("c", "Finn", 31, 7, "2026-01-03"),
)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("tickets"), {"tickets": TICKETS})


@pytest.mark.parametrize(
    "sentence",
    [
        "A few gaps are no drama. agent must be filled.",
        "A handful of blanks will not hurt us. agent must be filled.",
        "Two gaps are tolerable. agent must be filled.",
        "Small deviations do no harm. hours must be at most 20.",
        "Only tourists get a refund. Therefore refund must be above 0.",
        "Refunds go to tourists only. Therefore refund must be above 0.",
        "We refund only tourists, so refund must be filled.",
        "Tickets get closed within a week. closed_on must be filled.",
        "Tickets get closed within a week, so closed_on must be filled.",
        "Twenty hours is the limit in summer. hours must be at most 20.",
    ],
)
def test_it_is_declined(tables: Tables, sentence: str) -> None:
    assert tables.answer(sentence, tells_cure=False).code


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        ("The insurer only pays if we answer. For that reason every ticket needs an agent.", "b"),
        ("Twenty hours is the limit. hours must be at most 20.", "c"),
        ("People forget names. agent must be filled.", "b"),
    ],
)
def test_what_limits_nothing_is_set_aside(tables: Tables, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence)

    assert (answer.flagged, answer.reason) == (flagged, "")
