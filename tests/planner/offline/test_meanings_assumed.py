"""What a plan tells of likely readings: short names, one date of several, days both ways."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

_TABLES = {
    "sendings": (
        ("sending", "cstmr", "brnch", "wght", "qty", "ordered_on", "sent_on", "tier"),
        ("s1", "ann", "east", 5, 4, "2024-01-01", "2024-01-02", "gold"),
        ("s2", "bob", "west", 6, 7, "2024-01-03", "2024-01-02", "silver"),
    ),
    "bills": (
        ("bill_id", "bill_date", "due_date", "TA", "amount", "total", "pymt"),
        (1, "2024-01-01", "2024-02-01", 10, 9, 8, "cash"),
        (2, "2024-01-02", "2024-02-01", 12, 9, 7, "card"),
    ),
    "files": (
        ("file_no", "start_date", "end_date", "closed_on"),
        (1, "2024-01-01", "2024-02-01", "2024-03-01"),
        (2, "2024-01-02", "2024-02-01", "2024-03-05"),
    ),
    "stays": (
        ("stay", "stn", "arrived", "left_on", "kind"),
        ("y1", "oslo", "2024-01-01", "2024-01-04", "long"),
        ("y2", "bern", "2024-01-05", "2024-01-06", "short"),
    ),
}
_TOLD = [
    ("sendings", "The customer must be filled.", "cstmr is read as the customer."),
    ("sendings", "The weight must be above 1.", "wght is read as the weight."),
    ("sendings", "Every branch must be filled.", "brnch is read as the branch."),
    ("sendings", "sent_on must be within 2 days of ordered_on.", "both ways, before ordered_on"),
    ("sendings", "If the tier is gold or bronze, qty must be 4.", "No row's tier is 'bronze'"),
    ("sendings", "qty must be 4 unless the tier is gold or bronze.", "No row's tier is 'bronze'"),
    ("bills", "The date must be in 2024.", "bill_date is read as the date."),
    ("bills", "The tax authority must be above 1.", "TA is read as the tax authority."),
    ("bills", "The payment must be filled.", "pymt is read as the payment."),
    ("stays", "The station must be filled.", "stn is read as the station."),
    ("stays", "left_on must be within 3 days of arrived.", "both ways, before arrived"),
    ("stays", "If kind is long or huge, left_on must be filled.", "No row's kind is 'huge'"),
]
_CERTAIN = [
    ("files", "All date columns must be in 2024."),
    ("files", "Both dates must be in 2024."),
    ("files", "No closed_on may be in the future."),
    ("bills", "No date may be in the future."),
    ("sendings", "cstmr must be filled."),
    ("sendings", "The quantity must be above 1."),
    ("sendings", "sent_on must be within 2 days after ordered_on."),
    ("sendings", "If the tier is 'gold' or 'bronze', qty must be 4."),
    ("sendings", "tier must be gold, silver or bronze."),
    ("bills", "The bill date must be in 2024."),
    ("bills", "amount must be above 1."),
    ("stays", "left_on must be at most 3 days after arrived."),
    ("stays", "If kind is long or short, left_on must be filled."),
]
_DECLINED = [
    ("files", "All dates must be in 2024."),
    ("files", "No date may be in the future."),
    ("files", "None of the dates may be empty."),
    ("files", "At least one date must be filled."),
    ("bills", "The total amount must be above 1."),
    ("bills", "Every date must be in 2024."),
    ("bills", "Every bill must have a date."),
]
_KINDS_OF_FACTS = ("is read as", "both ways", "No row's")


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    return {
        name: Tables(tmp_path_factory.mktemp("tables"), {name: rows})
        for name, rows in _TABLES.items()
    }


@pytest.mark.parametrize(("table", "sentence", "told"), _TOLD)
def test_the_plan_tells_what_it_assumes(
    checked: dict[str, Tables], table: str, sentence: str, told: str
) -> None:
    plan = checked[table].plan(sentence, table)

    assert any(told in fact for fact in plan.assumptions), plan.assumptions


@pytest.mark.parametrize(("table", "sentence"), _CERTAIN)
def test_nothing_is_assumed_of_what_is_certain(
    checked: dict[str, Tables], table: str, sentence: str
) -> None:
    plan = checked[table].plan(sentence, table)

    assert not [fact for fact in plan.assumptions if any(kind in fact for kind in _KINDS_OF_FACTS)]


@pytest.mark.parametrize(("table", "sentence"), _DECLINED)
def test_what_may_be_another_column_is_asked(
    checked: dict[str, Tables], table: str, sentence: str
) -> None:
    assert checked[table].answer(sentence, table).reason
