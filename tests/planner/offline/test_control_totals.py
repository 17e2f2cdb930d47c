"""Control files of one row: what a whole table must come to. A region's totals have a row each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.planner.offline.spoken import Tables

TABLES = {
    "payments": (
        ("payment_id", "region", "amount"), (1, "N", 10.5), (2, "S", 20), (3, "N", 5), (4, "S", 2),
    ),
    "control": (("row_count", "total_amount", "sender"), (4, 37.5, "bank")),
    "missed": (("row_count", "total_amount"), (5, 37)),
    "controls": (("row_count", "total_amount"), (2, 15.5), (2, 22)),
    "region_totals": (("region", "payments", "total"), ("N", 2, 15.5), ("S", 2, 21)),
}  # fmt: skip
CASES = [
    # Tables, failing metrics or flagged rows, and the sentence.
    ("payments control", "0", "The sum of amount must equal total_amount in control."),
    ("payments control", "0", "The number of payments must equal the row_count of control."),
    ("payments missed", "1", "The sum of amount must equal total_amount in missed."),
    ("payments missed", "1", "The number of payments must equal row_count in missed."),
    ("payments controls", "0", "The sum of amount must equal the sum of total_amount in controls."),
    # A column "payments" counts them: the regions join, and not the counts with payment ids.
    (
        "region_totals payments", "S",
        "The total of each region must equal the sum of amount of its payments.",
    ),
]  # fmt: skip
DECLINED = [
    ("payments control", "The sum of amount must equal sender in control."),
    ("payments controls", "The sum of amount must equal total_amount in controls."),
]
Folders = Callable[[str], Tables]


@pytest.fixture
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Tables by their names, on disk."""

    def make(names: str) -> Tables:
        return Tables(tmp_path_factory.mktemp("bank"), {n: TABLES[n] for n in names.split()})

    return make


@pytest.mark.parametrize(("names", "found", "sentence"), CASES)
def test_totals_that_were_told(folders: Folders, names: str, found: str, sentence: str) -> None:
    answer = folders(names).answer(sentence)

    assert (answer.reason, answer.flagged) == ("", found)


@pytest.mark.parametrize(("names", "sentence"), DECLINED)
def test_no_total_to_be_met(folders: Folders, names: str, sentence: str) -> None:
    assert folders(names).answer(sentence, tells_cure=False).code == "not-understood"


def test_the_one_row_is_put_on_record(folders: Folders) -> None:
    answer = folders("payments control").answer(CASES[0][2])

    assert answer.plan is not None
    assert (
        "control has one row: its total_amount is the total to be met." in answer.plan.assumptions
    )
