"""Rules about a table's header, run over one small table."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

PARCELS = (("parcel_id", "weight", "city"), ("a", 1, "Rome"), ("b", 2, None))


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Parcels on disk."""
    return Tables(tmp_path_factory.mktemp("depot"), {"parcels": PARCELS})


@pytest.mark.parametrize(
    ("sentence", "problems"),
    [
        ("The table must have the columns parcel_id, weight and city.", "0"),
        ("parcels must have the columns parcel_id and weight", "0"),
        ("parcels must contain the columns weight, city and phone.", "1"),
        ("The file must include columns phone and street.", "2"),
        ("There must be a column called weight.", "0"),
        ("There must be a column called phone.", "1"),
        ("Column phone must exist.", "1"),
        ("The column city must exist in parcels.", "0"),
        ("parcels must have a column named 'postal code'.", "1"),
        ("There must be no column called ssn.", "0"),
        ("There must not be a column called city.", "1"),
        ("parcels must not have a column named weight.", "1"),
        ("The table must have exactly 3 columns.", "0"),
        ("The table must have 3 columns.", "0"),
        ("parcels must have at least 4 columns.", "1"),
        ("There must be between 2 and 5 columns.", "0"),
        ("There must be fewer than 3 columns.", "1"),
        ("The number of columns must be at most 3.", "0"),
        ("The columns must be exactly parcel_id, weight and city.", "0"),
        ("The columns must be exactly city, weight and parcel_id.", "0"),
        ("The columns must be exactly parcel_id and weight.", "1"),
        ("parcels must have exactly the columns parcel_id, weight, city and phone.", "1"),
        ("parcels must have only the columns parcel_id and phone.", "3"),
        ("The columns must be parcel_id, weight, city in this order.", "0"),
        ("The columns must be parcel_id, city, weight in this order.", "2"),
        ("The columns of parcels must be parcel_id, weight, city, phone in that order.", "1"),
    ],
)
def test_header(depot: Tables, sentence: str, problems: str) -> None:
    answer = depot.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", problems)


@pytest.mark.parametrize(
    "sentence",
    [
        "The columns must be right.",
        "The columns must be complete.",
        "The table must have enough columns.",
        "Column names must be nice.",
    ],
)
def test_what_is_not_clear_is_declined(depot: Tables, sentence: str) -> None:
    assert depot.answer(sentence, tells_cure=False).code in ("not-understood", "ambiguous")
