"""Rules about the events of one entity in their order, run over the scans of a few parcels."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each

SCANS = (
    ("scan", "parcel_no", "status", "scanned_at", "depot"),
    ("c1", "p1", "accepted", "2024-06-01 08:00", "N"),
    ("c2", "p1", "sorted", "2024-06-01 12:00", "N"),
    ("c3", "p1", "delivered", "2024-06-02 09:00", "S"),
    ("c4", "p2", "accepted", "2024-06-01 09:00", "N"),
    ("c5", "p2", "delivered", "2024-06-07 10:00", "S"),
    ("c7", "p3", "accepted", "2024-06-01 20:00", "S"),
    ("c6", "p3", "sorted", "2024-06-01 08:00", "S"),
    ("c8", "p4", "accepted", "2024-06-10 08:00", "N"),
    ("c9", "p4", "delivered", "2024-06-11 08:00", "S"),
    ("c10", "p4", "sorted", "2024-06-12 08:00", "N"),
    ("c11", None, "lost", "2024-06-13 08:00", "N"),
)
VISITS = (
    ("visit", "shop", "day", "paid_on", "total"),
    ("w1", "x", "2024-01-01", "2024-01-02", 5),
    ("w2", "x", "2024-01-02", "2024-01-01", 6),
    ("w3", "y", "2024-01-01", "2024-01-02", 7),
)
FLAGGED: list[Group] = [
    (
        "last", "c7 c10",
        [
            "The last status of each parcel must be delivered.",
            "For each parcel, the last status must be delivered.",
            "The most recent scan of each parcel must be delivered.",
            "Look at the most recent scan of each parcel: its status should be delivered.",
            "Each parcel's last status must be delivered.",
            "The latest status per parcel_no must be 'delivered'.",
            "Every parcel must end with status delivered.",
            "The last status of each parcel, ordered by scanned_at, must be delivered.",
            "The final status of every parcel has to be delivered.",
        ],
    ),
    (
        "first", "c6",
        [
            "The first scan of every parcel has to be accepted.",
            "The first status of each parcel must be accepted.",
            "Every parcel must start with accepted.",
            "The earliest scan of each parcel must be accepted.",
            "For every parcel, the first status must be accepted.",
        ],
    ),
    (
        "last-not", "c10",
        [
            "The last status of each parcel must be delivered or accepted.",
        ],
    ),
    (
        "steps", "c5 c7 c9 c10",
        [
            "The status of a parcel may only go from accepted to sorted and from sorted to "
            "delivered, ordered by scanned_at.",
            "The status of each parcel may only change from accepted to sorted to delivered.",
            "Per parcel_no, status may only move from accepted to sorted and from sorted "
            "to delivered.",
            "Allowed status changes per parcel by scanned_at: accepted to sorted, sorted "
            "to delivered.",
        ],
    ),
    (
        "forks", "c7 c10",
        [
            "Allowed status changes per parcel by scanned_at: accepted to sorted, accepted "
            "to delivered, sorted to delivered.",
            "The status of a parcel may only go from accepted to sorted or delivered and "
            "from sorted to delivered.",
        ],
    ),
    (
        "after", "c7",
        [
            "After sorted only delivered may follow, per parcel_no in order of scanned_at.",
            "Per parcel_no, sorted may only be followed by delivered.",
            "Within each parcel, after sorted only delivered may follow.",
        ],
    ),
    (
        "order", "1",
        [
            "Within a parcel, sorted must come before delivered.",
            "For every parcel, delivered must come after sorted.",
            "sorted must come before delivered for the same parcel.",
            "delivered must not come before sorted for the same parcel.",
        ],
    ),
    (
        "in-order", "1",
        ["For every parcel, accepted must come before sorted."],
    ),
    ("same day", "c1 c2 c7 c6", ["No two scans of a parcel may be scanned on the same day."]),
    (
        "preceded", "c5 c9",
        [
            "A delivered must be preceded by a sorted of the same parcel.",
            "No delivered without an earlier sorted of the same parcel.",
            "Every delivered needs a previous sorted of the same parcel.",
            "Per parcel_no, every delivered must be preceded by sorted.",
        ],
    ),
    (
        "gap", "c5",
        [
            "No parcel may go more than 3 days without a scan.",
            "For each parcel, the gap between consecutive scans must be at most 3 days.",
            "Per parcel_no, no more than 3 days may lie between consecutive scans.",
        ],
    ),
]  # fmt: skip
DECLINED = [
    "The last scan of each parcel in depot N must not be sorted.",
    "The last status of the parcels must be delivered.",
    "The last scan must be delivered.",
    "The last two scans of each parcel must be delivered.",
    "The first and the last status of each parcel must be different.",
    "The second scan of each parcel must be sorted.",
    "The status may only go from accepted to sorted.",
    "The status of a parcel may usually only go from accepted to sorted.",
    "Accepted must come before delivered.",
    "For every parcel, accepted should usually come before delivered.",
    "For every parcel, accepted must come directly before delivered.",
    "For every parcel, accepted must come before accepted.",
    "A delivered must be preceded by an accepted or a sorted of the same parcel.",
    "A delivered must be directly preceded by a sorted of the same parcel.",
    "A delivered must not be preceded by a sorted of the same parcel.",
    "Not every parcel must end with status delivered.",
    "Every parcel must end with status delivered or lost within 3 days.",
    "The last status of each scan must be delivered.",
    "The last scanned_at of each parcel must be its largest.",
    "The current parcel must be delivered.",
    "Every parcel must be scanned recently.",
]


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Scans on disk."""
    return Tables(tmp_path_factory.mktemp("scans"), {"scans": SCANS})


@pytest.mark.parametrize(("sentence", "flagged"), each(FLAGGED))
def test_events_out_of_order(scans: Tables, sentence: str, flagged: str) -> None:
    answer = scans.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize("sentence", DECLINED)
def test_what_is_not_clear_is_declined(scans: Tables, sentence: str) -> None:
    assert scans.answer(sentence, tells_cure=False).code in ("not-understood", "ambiguous")


def test_of_several_dates_none_is_picked(tmp_path_factory: pytest.TempPathFactory) -> None:
    visits = Tables(tmp_path_factory.mktemp("visits"), {"visits": VISITS})

    assert (
        "which column puts the rows"
        in visits.answer("The last total of each shop must be 6.").reason
    )
    assert visits.answer("The last total of each shop by day must be 6.").flagged == "w3"
    assert visits.answer("The last total of each shop by paid_on must be 5.").flagged == "w3"
