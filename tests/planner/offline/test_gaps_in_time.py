"""Rows that follow each other in time, how far apart, and none missing: over two beacons."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each_of

PINGS = (
    ("ping", "beacon", "pinged_at"),
    ("p1", "east", "2024-03-01 22:00:00"),
    ("p2", "east", "2024-03-01 22:20:00"),
    ("p3", "west", "2024-03-01 23:10:00"),
    ("p4", "east", "2024-03-01 23:20:00"),
    ("p5", "west", "2024-03-02 00:11:00"),
    ("p6", "east", None),
    ("p7", "west", "2024-03-03 00:12:00"),
)
"""East waits 20 and 60 minutes; west 61 minutes, then a day and a minute."""
DIVES = (
    ("dive", "boat", "dived_on"),
    ("d1", "Ida", "2024-01-30"),
    ("d2", "Ida", "2024-02-02"),
    ("d3", "Una", "2024-02-03"),
    ("d4", "Ida", "2024-04-05"),
    ("d5", "Una", "2024-02-12"),
)
TABLES = {"pings": PINGS, "dives": DIVES}
FLAGGED: dict[str, list[Group]] = {
    "pings": [
        ("an hour within each beacon", "p5 p7", [
            "Per beacon, the gap between consecutive pings must not exceed 1 hour.",
            "For each beacon, the time between consecutive pings must be at most 60 minutes.",
            "Per beacon, no two consecutive pings may be more than 1 hour apart.",
            "For each beacon, consecutive pinged_at values must be at most 1 hour apart.",
            "pinged_at must have no gaps longer than 1 hour within each beacon.",
            "The gap between consecutive pings must not exceed 1 hour per beacon.",
            "Per beacon, the number of minutes between consecutive pings must be at most 60.",
        ]),
        ("twenty minutes are no gap of more than twenty", "p4 p5 p7", [
            "Per beacon, the gap between consecutive pings must not exceed 20 minutes.",
            "Per beacon, the gap between consecutive pings must be at most 1200 seconds.",
        ]),
        ("over all beacons", "p7", [
            "The gap between consecutive pings must not exceed 1 hour.",
            "No two consecutive pings may be more than 51 minutes apart.",
            "There must be no gaps longer than 1 day in pinged_at.",
            "The time between one ping and the next must be at most 23 hours.",
        ]),
        ("a day is 24 hours between times", "p7", [
            "Per beacon, the time between consecutive pings must be at most 1 day.",
            "No beacon may go more than 1 day without a ping.",
        ]),
        ("not too soon", "p2", [
            "Per beacon, consecutive pings must be at least 30 minutes apart.",
            "Per beacon, the gap between consecutive pings must be at least 0.5 hours.",
        ]),
        ("hours", "23", [
            "No hour may be missing between the first and the last pinged_at.",
            "Every hour between the first and the last ping must have pings.",
        ]),
    ],
    "dives": [
        ("months", "1", [
            "No month between the first and the last dive may be missing.",
            "No month may be missing between the first and the last dived_on.",
            "Every month between the first and the last dived_on must have dives.",
            "There must be at least one dive in every month between the first and the last.",
            "All months between the first and last dive must be covered.",
        ]),
        ("months of each boat", "1", [
            "Per boat, no month between the first and the last dive may be missing.",
            "For each boat, every month between its first and its last dived_on must be present.",
            "Each boat must have a dive in every month between the first and the last.",
        ]),
        ("weeks", "7", [
            "No week may be missing between the first and the last dived_on.",
            "Every week between the first and the last dive must have a dive.",
            "There must be a dive in every week.",
        ]),
        ("quarters", "0", [
            "No quarter may be missing between the first and the last dived_on.",
            "Every quarter between the first and the last dive must have dives.",
        ]),
        ("three days", "d4 d5", [
            "The gap between consecutive dives must not exceed 3 days.",
            "The number of days between consecutive dives must not exceed 3.",
            "No two consecutive dives may be more than 72 hours apart.",
        ]),
        ("weeks apart", "d4", [
            "The gap between consecutive dives must be at most 2 weeks.",
            "Per boat, no two consecutive dives may be more than 2 weeks apart.",
        ]),
    ],
}  # fmt: skip
DECLINED = [
    ("dives", "The gap between consecutive dives must not exceed 3.", "not-understood"),
    ("dives", "The gap between consecutive dives must not exceed 3 kg.", "not-understood"),
    ("dives", "The gap between consecutive dives must be reasonable.", "not-understood"),
    ("dives", "No hour may be missing between the first and the last dived_on.", "not-understood"),
    ("dives", "No weekday may be missing between the first and the last dive.", "not-understood"),
    ("dives", "Every month between the first and the last dive must have many dives.",
     "not-understood"),
    ("dives", "Every month between the first and the last dive must have 2 dives.",
     "not-understood"),
    ("pings", "The gap between consecutive pings must usually be below 1 hour.", "not-understood"),
    ("dives", "Every month between the first and the last dive except March must have a dive.",
     "not-understood"),
    ("dives", "The average gap between consecutive dives must not exceed 3 days.",
     "not-understood"),
    ("pings", "Pings must not be too far apart.", "not-understood"),
]  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    """Each table on disk."""
    return {
        name: Tables(tmp_path_factory.mktemp(name), {name: rows}) for name, rows in TABLES.items()
    }


@pytest.mark.parametrize(("name", "sentence", "flagged"), each_of(FLAGGED))
def test_gaps_are_found(tables: dict[str, Tables], name: str, sentence: str, flagged: str) -> None:
    answer = tables[name].answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("name", "sentence", "code"), DECLINED, ids=[each[1] for each in DECLINED])
def test_what_is_not_plain_is_declined(
    tables: dict[str, Tables], name: str, sentence: str, code: str
) -> None:
    answer = tables[name].answer(sentence)

    assert (answer.flagged, answer.code) == ("", code)
