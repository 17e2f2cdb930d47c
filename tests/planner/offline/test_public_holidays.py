"""Public holidays of countries and of their regions; a date that nobody can tell of is flagged."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Rows, Tables, told_tests

ORDERS: Rows = (
    ("order", "placed_on", "shipped_at", "status", "country"),
    ("xmas", "2025-12-25", "2025-12-25 23:59", "open", "DE"),
    ("unity", "2025-10-03", "2025-10-03 08:00", "closed", "DE"),
    ("july", "2025-07-04", "2025-07-04 08:00", "open", "US"),
    ("plain", "2025-07-07", "2025-07-07 08:00", "open", "US"),
    ("spring", "2025-05-05", "2025-05-05 08:00", "closed", "GB"),
    ("sunday", "2025-07-06", "2025-07-06 08:00", "open", "GB"),
    ("old", "1999-07-07", "1999-07-07 08:00", "open", "DE"),
    ("late", "2041-07-08", "2041-07-08 08:00", "closed", "DE"),
    ("none", None, None, "open", "DE"),
)
DAYS: Rows = (("closed_on",), ("2025-07-07",), ("2025-07-06",))
TABLES = {
    "orders": ORDERS,
    "placings": tuple(row[:2] + row[3:] for row in ORDERS),
    "holidays": DAYS,
    "rides": (("ride", "day", "holiday"), ("r1", "2025-12-25", 1), ("r2", "2025-12-24", 0)),
}
FLAGGED: dict[str, list[Group]] = {
    "orders": [
        (
            "of Germany",
            "xmas unity old late",
            [
                "placed_on must not be a public holiday in Germany.",
                "placed_on must not be a holiday in Germany.",
                "placed_on must not fall on a public holiday in Germany.",
                "placed_on may not be on a German public holiday.",
                "placed_on must not be one of Germany's public holidays.",
                "placed_on is never a public holiday in DE.",
                "Flag orders whose placed_on is a public holiday in Germany.",
                "Flag rows where placed_on falls on a German holiday.",
                "Is any placed_on a public holiday in Germany?",
                "Ensure placed_on does not fall on a public holiday in Germany.",
                "No placed_on may be a public holiday in the Federal Republic of Germany.",
                "shipped_at must not be on a public holiday in Germany.",
            ],
        ),
        (
            "of the United States",
            "xmas july old late",
            [
                "placed_on must not be a US federal holiday.",
                "placed_on must not fall on a federal holiday.",
                "placed_on must not be a public holiday in the United States.",
                "placed_on must not be an American public holiday.",
                "placed_on must not be a public holiday in the USA.",
            ],
        ),
        (
            "of a part of a country",
            "xmas spring old late",
            [
                "placed_on must not fall on a bank holiday in England.",
                "placed_on must not be a bank holiday in Wales.",
                "placed_on must not be a public holiday in England.",
                "placed_on must not be an English bank holiday.",
            ],
        ),
        (
            "of a part with its country",
            "xmas unity old late",
            [
                "placed_on must not be a public holiday in Bavaria, Germany.",
                "placed_on must not be a public holiday in Bavaria.",
                "placed_on must not be a public holiday in DE-BY.",
            ],
        ),
        (
            "asked for",
            "july plain spring sunday old late",
            ["placed_on must be a public holiday in Germany."],
        ),
        (
            "of two countries",
            "xmas unity old late",
            ["placed_on must not be a public holiday in Germany or a public holiday in Austria."],
        ),
        (
            "besides the weekend",
            "xmas unity sunday old late",
            ["placed_on must not be a weekend or a public holiday in Germany."],
        ),
        (
            "of some rows",
            "xmas unity old late",
            [
                "For orders with country DE, placed_on must not be a public holiday in Germany.",
                "If country is DE, placed_on must not be a public holiday in Germany.",
            ],
        ),
        (
            "the rows on holidays, and those of which nobody can tell",
            "unity late",
            [
                "If placed_on is a public holiday in Germany, status must be open.",
                "Where placed_on falls on a public holiday in Germany, status must be 'open'.",
            ],
        ),
        (
            "the rows on other days, and those of which nobody can tell",
            "spring late",
            [
                "Unless placed_on is a public holiday in Germany, status must be open.",
                "If placed_on is not a public holiday in Germany, status must be open.",
            ],
        ),
    ],
    "placings": [
        (
            "by what they do",
            "xmas july old late",
            ["No placing may be placed on a US federal holiday."],
        ),
        (
            "by what they are",
            "xmas unity old late",
            ["Flag placings placed on a German public holiday."],
        ),
    ],
    "orders holidays": [
        (
            "a table that the owner keeps",
            "plain sunday",
            [
                "placed_on must not be in closed_on of holidays.",
                "placed_on must not be in holidays.closed_on.",
                "placed_on must not be in holidays.",
            ],
        ),
    ],
    "rides": [("a column that tells them", "r1", ["holiday must be 0."])],
}
DECLINED = [
    ("orders", "placed_on must not be a public holiday."),
    ("orders", "placed_on must not be a holiday."),
    ("orders", "placed_on must not be a bank holiday."),
    ("orders", "placed_on must not be a public holiday in Atlantis."),
    ("orders", "placed_on must not be a public holiday in its country."),
    ("orders", "placed_on must not be a school holiday in Germany."),
    ("orders", "placed_on must not be a half holiday in Germany."),
    ("orders", "placed_on must not be a Christmas holiday."),
    ("orders", "placed_on must not be a public holiday in Germany in 2025."),
    ("orders", "placed_on must not be a public holiday in Germany before 2025."),
    ("orders", "placed_on must not be the day after a public holiday in Germany."),
    ("orders", "placed_on must not be within 2 days of a public holiday in Germany."),
    ("orders", "placed_on must be a working day in Germany."),
    ("orders", "placed_on must not be a public holiday in Germany or France."),
    ("orders", "status must not be a public holiday in Germany."),
    ("orders", "today must not be a public holiday in Germany."),
    ("orders", "At most 5% of the orders may be placed on a public holiday in Germany."),
    ("orders", "The number of orders on a public holiday in Germany must be at most 3."),
    ("orders holidays", "placed_on must not be a public holiday in Germany."),
]
checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("orders"), {"orders": ORDERS})


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("where these days are holidays", "placed_on must not be a public holiday."),
        ("where these days are holidays", "placed_on must not be a bank holiday."),
        ("which days are bank holidays", "placed_on must not be a bank holiday in Germany."),
        ("which days are bank holidays", "placed_on must not be a US bank holiday."),
        ("have federal holidays here", "placed_on must not be a federal holiday in Germany."),
        ("may be one day of the year", "placed_on must not be a national holiday in France."),
        ("are estimates", "placed_on must not be a public holiday in India."),
        ("are estimates", "placed_on must not be a public holiday in Turkey."),
        ("one by one", "At most 3 orders may be placed on a public holiday in Germany."),
        ("2 ways", "placed_on must not be a public holiday in Georgia."),
    ],
)
def test_the_reason_tells_what_is_missing(orders: Tables, reason: str, sentence: str) -> None:
    assert reason in orders.answer(sentence).reason


def test_which_days_and_years_are_meant_is_told(orders: Tables) -> None:
    [told] = [
        each
        for each in orders.plan("placed_on must not be a public holiday in Scotland.").assumptions
        if "holidays" in each
    ]

    assert "Scotland" in told and "days in lieu" in told and "from 2000 to 2040" in told


@pytest.mark.parametrize(
    "restatement",
    [
        "In every orders row, placed_on is not a public holiday in Germany (calendar DE, 2000 to "
        "2040).",
        "In every orders row, shipped_at is a public holiday in England (calendar GB-ENG, 2000 to "
        "2040).",
        "In every orders row where placed_on is a public holiday in Germany (calendar DE, 2000 to "
        "2040) or the year of placed_on is less than 2000 or the year of placed_on is greater than "
        "2040, status equals 'open'.",
        "In every orders row where not (placed_on is a public holiday in Germany (calendar DE, "
        "2000 to 2040)), status equals 'open'.",
    ],
)
def test_a_rule_s_own_words_are_read_back(orders: Tables, restatement: str) -> None:
    assert orders.plan(restatement).restatement == restatement
