"""Numbers with units: read in the unit of the column, or declined."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables, each

SENSORS = (
    (
        "sensor",
        "weight_kg",
        "delay_min",
        "Milliseconds",
        "price_eur",
        "price",
        "rate_pct",
        "share",
        "temp_c",
    ),
    ("a", 2.5, 90, 3600000, 10, 5, 25, 0.25, 36.6),
    ("b", 0.4, 30, 3600001, 0.2, 0.05, 5, 0.9, 42),
    ("c", None, 120, 1000, 55, 60, 80, 0.1, -3),
)

READ = [
    ("same-unit", "a", ["weight must be at most 2 kg", "weight_kg must not exceed 2 kilograms"]),
    ("grams", "b", [
        "weight must be at least 500 g",
        "No sensor may weigh less than 500 grams",
        "weight must be between 500 and 5000 g",
    ]),
    ("hours-in-minutes", "a c", [
        "delay must be at most 1 hour",
        "the delay must not be longer than one hour",
        "delay must not exceed 1 hour (60 min)",
    ]),
    ("milliseconds", "b", [
        "Milliseconds must be at most one hour",
        "Milliseconds must be at most one hour (3,600,000 Milliseconds)",
        "Milliseconds must not exceed 60 minutes",
    ]),
    ("euros", "c", ["price_eur must be at most 50 euros", "price_eur must be at most €50"]),
    ("money-without-unit", "c", ["price must be at most 50 dollars", "price must not exceed $50"]),
    ("cents", "b", ["price must be at least 10 cents", "price_eur must be at least 50 cents"]),
    ("percent-column", "c", ["rate must be at most 30%", "rate_pct must be at most 30"]),
    ("share-column", "b", ["share must be at most 30%", "share must be at most 0.3"]),
    ("degrees", "c", ["temp_c must not be below 0 °C", "temp_c must be at least 0 degrees"]),
    ("percent-between", "b c", ["rate must be between 10 and 30 percent"]),
]  # fmt: skip

DECLINED = [
    ("weight must be at most 2 hours", "'kg'"),
    ("temp_c must be below 100 °F", "'c'"),
    ("price must be at most 30%", "percent"),
    ("price_eur must be at most 50 dollars", "eur"),
    ("weight must be over 1 and at most 2000 g", "unit"),
    ("share must be at most 3 kg", "'kg'"),
    ("delay must not exceed 1 hour (61 min)", "fits"),
    ("rate must be at most 1,000,000 hours", "'pct'"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("sensors") / "w", {"sensors": SENSORS})


@pytest.mark.parametrize(("sentence", "flagged"), each(READ))
def test_it_reads_the_number_as_the_column_has_it(
    tables: Tables, sentence: str, flagged: str
) -> None:
    answer = tables.answer(sentence)
    assert answer.reason == ""
    assert answer.flagged == flagged


@pytest.mark.parametrize(("sentence", "word"), DECLINED, ids=[case[0] for case in DECLINED])
def test_it_declines_a_unit_that_is_not_the_columns(
    tables: Tables, sentence: str, word: str
) -> None:
    answer = tables.answer(sentence)
    assert answer.code == "not-understood"
    assert word in answer.reason


def test_a_conversion_is_told(tables: Tables) -> None:
    plan = tables.plan("weight must be at least 500 g")
    assert "500 g is read as 0.5 kg." in plan.assumptions
