"""Rules put as a wish, or as what is not accepted, over the members of a club."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Group, Tables, each

MEMBERS = (
    ("label", "member_id", "name", "born", "joined", "fee", "belt", "country", "mail"),
    ("a", 1, "Ann Lee", "1980-02-01", "2015-03-01", 50, "B1", "DE", "ann@club.org"),
    ("b", 2, "Bo Kim", "2010-02-01", "2018-03-01", -5, "B4", "fr", None),
    ("c", 3, "Cy Moe", "1990-02-01", "2020-03-01", 40, "B9", "US", "cy@club.org"),
    ("d", 3, "Cy Moe", "1990-02-01", "2021-03-01", 45, "X1", "ZZ", "cy@club.org"),
)
STAYS = (
    ("label", "start", "end", "days"),
    ("s1", "2024-01-01", "2024-01-05", 5), ("s2", "2024-01-03", "2024-01-04", 1),
    ("s3", "2024-02-01", "2024-02-01", 1),
)  # fmt: skip
FLAGGED: list[Group] = [
    (
        "wished", "b",
        [
            "We expect all members to have a mail.",
            "We need every member to have a mail.",
            "It is not acceptable for a member to have no mail.",
        ],
    ),
    (
        "unwished", "b",
        [
            "It should be impossible for the fee to be negative.",
            "We do not want the fee to be negative.",
            "We expect the fee to never be negative.",
            "We expect the fee not to be negative.",
        ],
    ),
    ("unique", "c d", ["We want member_id to be unique.", "We expect member_id to be unique."]),
    (
        "codes", "c d",
        [
            "belt must be B1 to B7.",
            "belt must be between B1 and B7.",
            "The belts range from B1 to B7.",
            "belt is from 'B1' to 'B7'.",
        ],
    ),
    (
        "capitals-too", "b d",
        [
            "country is an ISO 3166 alpha-2 code in upper case.",
            "country must be an ISO 3166 alpha-2 code, in capitals.",
        ],
    ),
    (
        "asked", "b",
        [
            "Are there members without a mail? There shouldn't be.",
            "Are there any members with no mail? None should exist.",
            "mail (required)",
        ],
    ),
    (
        "asked-unique", "c d",
        ["Is every mail unique? It should be.", "Are all mails unique? They must be."],
    ),
    ("both", "b c d", ["mail is mandatory and unique.", "mail is unique and required."]),
    ("staff", "b", ["Staff must be at least 18 years old when they joined."]),
]  # fmt: skip
ORDERS = (
    ("label", "order_id", "price", "coupon"),
    ("o1", 1001, 5, None), ("o2", 1002, 7, "x"), ("o2", 1002, 7, "x"),
)  # fmt: skip
DAYS: list[Group] = [
    (
        "both-ends", "s2",
        [
            "days must be the number of days from start to end, inclusive.",
            "days must equal the number of days from start to end, both included.",
            "days must equal the days between start and end (both days included).",
        ],
    ),
    ("between", "s1 s3", ["days must be the number of days from start to end."]),
]  # fmt: skip
BILLS = (
    ("bill", "state", "paid_on", "voucher", "price"),
    ("b1", "paid", "2024-01-02", None, 5), ("b2", "cancelled", None, None, 5),
    ("b3", "open", None, "x", None), ("b4", "paid", "2024-01-03", "y", 7),
)  # fmt: skip
CONDITIONS: list[Group] = [
    (
        "unless", "b3",
        [
            "Unless cancelled, a bill must have a payment date.",
            "paid_on must be filled unless cancelled.",
            "Every bill must have a payment date, except cancelled ones.",
        ],
    ),
    (
        "exactly-one", "b2 b4",
        [
            "Either voucher or paid_on must be filled, but not both.",
            "Exactly one of voucher and paid_on must be filled.",
            "Every bill must have either a voucher or a payment date, but not both.",
        ],
    ),
    ("either", "b2", ["Either voucher or paid_on must be filled."]),
    ("needs", "b3", ["No voucher without a paid_on.", "A voucher requires a payment date."]),
    ("more", "0", ["There must be more paid than cancelled bills.", "Fewer open than paid bills."]),
    ("fewer", "1", ["There must be fewer paid than cancelled bills."]),
]  # fmt: skip
DECLINED = [
    "belt must be B7 to B1.",
    "belt must be B1 to C7.",
    "belt must be B1 to B5000.",
    "We expect the fee to be reasonable.",
    "It is acceptable for a member to have no mail.",
    "We expect members.",
]


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The members, on disk."""
    return Tables(tmp_path_factory.mktemp("club"), {"members": MEMBERS})


@pytest.mark.parametrize(("sentence", "flagged"), each(FLAGGED))
def test_what_is_wished_is_a_duty(members: Tables, sentence: str, flagged: str) -> None:
    answer = members.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("sentence", "flagged"), each(DAYS))
def test_days_are_counted_as_said(tmp_path: Path, sentence: str, flagged: str) -> None:
    answer = Tables(tmp_path, {"stays": STAYS}).answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("sentence", "flagged"), each(CONDITIONS))
def test_conditions_in_a_word(tmp_path: Path, sentence: str, flagged: str) -> None:
    answer = Tables(tmp_path, {"bills": BILLS}).answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


def test_an_identifier_has_no_size(tmp_path: Path) -> None:
    orders = Tables(tmp_path, {"orders": ORDERS})

    read = orders.answer("Orders over 1000 need a coupon.").plan
    assert read is not None and "price is greater than 1000" in read.restatement
    assert orders.answer("Orders over 100 need a coupon.").code == "not-understood"
    assert orders.answer("Orders with order_id over 1001 need a coupon.").flagged == ""


@pytest.mark.parametrize("sentence", DECLINED)
def test_what_is_no_rule_is_declined(members: Tables, sentence: str) -> None:
    assert members.answer(sentence, tells_cure=False).code in ("not-understood", "ambiguous")
