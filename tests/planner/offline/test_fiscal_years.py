"""Fiscal years: where they begin, by which year they are called, and what must be asked."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Rows, Tables, told_tests

INVOICES: Rows = (
    ("invoice", "issued_on", "paid_at", "country", "amount"),
    ("a", "2024-03-31", "2024-03-31 10:00", "DE", 1),
    ("b", "2024-04-01", "2024-05-01 10:00", "DE", 2),
    ("c", "2025-03-31", "2025-03-31 23:59", "FR", 3),
    ("d", "2025-04-01", "2025-04-01 00:00", "DE", 4),
    ("e", "2025-04-05", "2025-04-06 00:00", "FR", 5),
    ("f", "2025-07-01", "2025-07-01 10:00", "DE", 6),
    ("g", "2026-03-31", "2026-03-31 23:59", "DE", 7),
    ("h", "2026-04-01", None, "FR", 8),
)
BUDGETS: Rows = (
    ("budget", "fiscal_year", "fy", "approved_on"),
    ("x", "FY2025", 2025, "2025-01-31"),
    ("y", "FY2026", 2026, "2026-01-31"),
)
TABLES = {"invoices": INVOICES, "budgets": BUDGETS}

FLAGGED: dict[str, list[Group]] = {
    "invoices": [
        (
            "from April to March",
            "a b c h",
            [
                "issued_on must be in fiscal year 2025/26, which starts in April.",
                "issued_on must be in fiscal year 2025/2026, which starts on 1 April.",
                "issued_on must be in fiscal year 2025/26, which starts on the first day of April.",
                "issued_on must be in fiscal year 2025-26, which begins on April 1.",
                "issued_on must be in financial year 2025/26, starting on the 1st of April.",
                "issued_on must fall in FY25/26 (April to March).",
                "issued_on must lie within FY2025/26 (from 1 April to 31 March).",
                "issued_on should be in FY 2025/26 (starting in April).",
                "issued_on must be in fiscal year 2025, which starts in April 2025.",
                "issued_on must be in fiscal year 2025, which starts on 1 April 2025.",
                "issued_on must be in fiscal year 2026, which ends in March 2026.",
                "issued_on must be in fiscal year 2026, which ends on 31 March 2026.",
                "issued_on must be in fiscal year 2025, which starts in April and is named after "
                "the year in which it starts.",
                "issued_on must be in fiscal year 2026, which starts in April and is named after "
                "the calendar year in which it ends.",
                "Our fiscal year starts on 1 April. issued_on must be in fiscal year 2025/26.",
                "issued_on must be in fiscal year 2025/26. Our fiscal year starts on 1 April.",
                "issued_on must be in FY2025/26. The fiscal year runs from April to March.",
                "Our fiscal year starts in April, so issued_on must be in FY2025/26.",
                "With a fiscal year starting in April, issued_on must be in fiscal year 2025/26.",
                "Our fiscal year starts in April and is named after the year in which it ends. "
                "issued_on must be in fiscal year 2026.",
                "Fiscal year 2025 begins in April 2024. issued_on must be in fiscal year 2026.",
                "issued_on must be in fiscal year 2025/26 (our fiscal year starts in April).",
                "We start our fiscal year on 1 April. issued_on must be in fiscal year 2025/26.",
                "Flag invoices with issued_on outside fiscal year 2025/26 (starting 1 April).",
                "Is every issued_on in fiscal year 2025/26, which starts in April?",
                "No invoice may be issued outside fiscal year 2025/26, which starts in April.",
            ],
        ),
        (
            "of another year, and by a moment",
            "a d e f g",
            [
                "paid_at must be in fiscal year 2024/25, which starts in April.",
                "Our financial year begins on 1 April. paid_at must be in fiscal year 2024/25.",
            ],
        ),
        (
            "from the sixth of April",
            "a b c d e",
            [
                "issued_on must be in fiscal year 2025/26, which starts on 6 April.",
                "issued_on must be in fiscal year 2025/26, which starts on April 6th.",
                "issued_on must be in fiscal year 2025/26, which starts on the 6th of April.",
                "issued_on must be in fiscal year 2025/26, which starts on the sixth of April.",
                "Our fiscal year ends on 5 April. issued_on must be in fiscal year 2025/26.",
            ],
        ),
        (
            "of some rows",
            "a b",
            [
                "For invoices with country DE, issued_on must be in fiscal year 2025/26, which "
                "starts in April.",
                "Our fiscal year starts in April. If country is DE, issued_on must be in fiscal "
                "year 2025/26.",
            ],
        ),
        (
            "a quarter of it",
            "a b c f g h",
            [
                "issued_on must be in the first quarter of fiscal year 2025/26, which starts in "
                "April.",
                "issued_on must be in Q1 FY2025/26. The fiscal year starts in April.",
            ],
        ),
        (
            "a half of it",
            "a b c g h",
            ["issued_on must be in the first half of fiscal year 2025/26, which starts in April."],
        ),
        (
            "two of them",
            "a h",
            [
                "Our fiscal year starts in April. issued_on must be between FY2024/25 and "
                "FY2025/26.",
            ],
        ),
        (
            "outside of it",
            "d e f g",
            ["issued_on must not be in fiscal year 2025/26, which starts in April."],
        ),
        (
            "before and after",
            "a b c",
            [
                "issued_on must not be before fiscal year 2025/26, which starts in April.",
                "issued_on must be after fiscal year 2024/25, which starts in April.",
            ],
        ),
        (
            "a fiscal year that is the calendar's",
            "a b g h",
            [
                "issued_on must be in fiscal year 2025, which starts in January.",
                "Our fiscal year starts on 1 January. issued_on must be in fiscal year 2025.",
                "issued_on must be in calendar year 2025.",
            ],
        ),
    ],
    "budgets": [
        ("a column of fiscal years", "y", ["fiscal_year must be 'FY2025'.", "fy must be 2025."]),
    ],
}
DECLINED = [
    ("invoices", "issued_on must be in fiscal year 2025/27, which starts in April."),
    ("invoices", "issued_on must be in fiscal year 2025/26, which starts in April 2024."),
    ("invoices", "issued_on must be in fiscal year 2025, which starts in April 2023."),
    ("invoices", "issued_on must be in fiscal year 2025/26 (April to February)."),
    ("invoices", "issued_on must be in fiscal year 2025/26, which starts on 31 April."),
    ("invoices", "Our fiscal year starts in April. amount must be in fiscal year 2025/26."),
    ("invoices", "issued_on must be in the fiscal year, which starts in April."),
    ("invoices", "issued_on must be in the current fiscal year, which starts in April."),
    ("invoices", "The fiscal year of issued_on must be 2025."),
    (
        "invoices",
        "issued_on must be between fiscal year 2024/25 and fiscal year 2025/26, which starts in "
        "April.",
    ),
]
checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)


@pytest.fixture(scope="module")
def invoices(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("invoices"), {"invoices": INVOICES})


@pytest.mark.parametrize(
    "sentence",
    [
        "issued_on must be in fiscal year 2025/26.",
        "issued_on must be in fiscal year 2025.",
        "issued_on must be in FY2025.",
        "issued_on must be in Q2 of FY2025/26.",
    ],
)
def test_without_its_begin_the_reason_asks_for_it(invoices: Tables, sentence: str) -> None:
    answer = invoices.answer(sentence)

    assert "on which day the fiscal year begins" in answer.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "issued_on must be in fiscal year 2025, which starts in April.",
        "issued_on must be in FY25 (starting 1 April).",
        "Our fiscal year starts on 1 April. issued_on must be in fiscal year 2025.",
        "issued_on must be in FY2025. Our fiscal year runs from April to March.",
    ],
)
def test_by_which_year_it_is_called_is_asked(invoices: Tables, sentence: str) -> None:
    answer = invoices.answer(sentence)

    assert answer.code == "ambiguous"
    assert "2025-04-01" in answer.reason and "2024-04-01" in answer.reason


def test_a_begin_that_no_year_goes_with_is_not_passed_over(invoices: Tables) -> None:
    answer = invoices.answer("Our fiscal year starts on 1 April. issued_on must be in 2025.")

    assert "not which one is meant" in answer.reason
