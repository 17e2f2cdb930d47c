"""Rules about rows in order, intervals, missing dates and outliers, run over a weather station."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

READINGS = (
    ("r", "station", "read_on", "level", "step"),
    ("r1", "N", "2024-01-01", 10, 1),
    ("r2", "N", "2024-01-02", 12, 2),
    ("r3", "N", "2024-01-04", 11, 3),
    ("r4", "S", "2024-01-03", 50, 1),
    ("r5", "S", "2024-01-01", 20, 2),
    ("r6", "S", "2024-01-02", 20, 4),
)
LEDGER = (
    ("entry", "account", "day", "movement", "balance"),
    ("e1", "A", "2024-01-01", 10, 10),
    ("e2", "A", "2024-01-02", 5, 15),
    ("e3", "A", "2024-01-03", -3, 11),
    ("e4", "B", "2024-01-05", 1, 8),
    ("e5", "B", "2024-01-04", 7, 7),
)
STAYS = (
    ("stay", "room", "starts", "ends"),
    ("t1", 1, "2024-01-01", "2024-01-05"),
    ("t2", 1, "2024-01-05", "2024-01-09"),
    ("t3", 1, "2024-01-08", None),
    ("t4", 2, "2024-01-10", "2024-01-12"),
    ("t5", 2, "2024-01-01", "2024-01-20"),
    ("t6", 3, "2024-01-01", "2024-01-02"),
    ("t7", 3, "2024-01-04", "2024-01-06"),
)
BOOKINGS = (
    ("booking", "room", "valid_from", "valid_to", "guest"),
    ("b1", 1, "2024-01-01", "2024-01-05", "x"),
    ("b2", 1, "2024-01-03", "2024-01-09", "y"),
    ("b3", 1, "2024-01-09", None, "x"),
    ("b5", 2, "2024-01-01", "2024-01-03", "y"),
    ("b4", 2, "2024-01-04", "2024-01-05", "y"),
)
PROBES = (
    ("p", "lab", "value"),
    ("p1", "x", 10), ("p2", "x", 11), ("p3", "x", 12), ("p4", "x", 13), ("p5", "x", 90),
    ("p6", "y", 80), ("p7", "y", 85), ("p8", "y", 90), ("p9", "y", 5),
)  # fmt: skip
TABLES = {
    "readings": READINGS,
    "ledger": LEDGER,
    "stays": STAYS,
    "bookings": BOOKINGS,
    "probes": PROBES,
}


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """All tables on disk."""
    return Tables(tmp_path_factory.mktemp("station"), TABLES)


def of(table: str, *cases: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Cases about one table."""
    return [(table, sentence, flagged) for sentence, flagged in cases]


ORDER = of(
    "readings",
    ("level must increase from row to row", "r3 r5 r6"),
    ("level must never decrease", "r3 r5"),
    ("level must not decrease within each station ordered by read_on", "r3"),
    ("Per station, level must not decrease over read_on.", "r3"),
    ("Within each station, level must increase when ordered by read_on.", "r3 r6"),
    ("For each station, in order of read_on, level must never decrease.", "r3"),
    ("level must be in ascending order within each station", "r3 r5"),
    ("level must not increase per station", "r2"),
    ("level must not change by more than 5 from row to row", "r4 r5"),
    ("level must not change by more than 5 from one row to the next per station", "r5"),
    ("level must change by at most 5 compared with the previous row", "r4 r5"),
    ("level may rise by at most 5 from one reading to the next", "r4"),
    ("level must not drop by more than 5 compared with the previous reading", "r5"),
    ("Within each station, level must not drop by more than 5 from row to row.", "r5"),
    ("level must not change by more than 50% from row to row", "r4 r5"),
    ("level must change by between 1 and 10 compared with the row before", "r4 r5 r6"),
    ("Flag rows where level changed by more than 5 compared with the previous row.", "r4 r5"),
    ("Flag rows where level fell by more than 5 compared with the row before.", "r5"),
    (
        "Flag rows where level changed by less than 1 or by more than 5 compared with the row "
        "before (new minus old).",
        "r3 r4 r5 r6",
    ),
    ("level must be at least the previous level", "r3 r5"),
    ("step must run from 1 without gaps within each station", "r4 r5 r6"),
    ("Within each station step must run from 1 without gaps.", "r4 r5 r6"),
)
BALANCE = of(
    "ledger",
    ("balance must equal the previous balance plus movement, per account in order of day", "e3"),
    (
        "Within each account ordered by day, balance must be the previous balance plus movement.",
        "e3",
    ),
    ("For each account, in order of day, balance = previous balance + movement.", "e3"),
    ("balance must be the previous balance plus movement within each account", "e3 e5"),
)
INTERVALS = of(
    "stays",
    ("Stays of the same room must not overlap (starts to ends).", "t2 t3 t4 t5"),
    ("No two stays of a room may overlap from starts to ends.", "t2 t3 t4 t5"),
    ("The periods from starts to ends of one room must not overlap.", "t2 t3 t4 t5"),
    ("Per room, the periods from starts to ends must not overlap.", "t2 t3 t4 t5"),
    ("For each room no two stays may overlap (starts to ends).", "t2 t3 t4 t5"),
    ("There must be no overlaps from starts to ends within the same room.", "t2 t3 t4 t5"),
    ("Flag stays of the same room that overlap (starts to ends).", "t2 t3 t4 t5"),
    ("The periods from starts to ends must not overlap.", "t1 t2 t3 t4 t5 t6 t7"),
    ("starts must equal the previous ends within each room ordered by starts", "t3 t4 t7"),
    ("starts must not be before the previous ends within each room ordered by starts", "t3 t4"),
)
UNNAMED = of(
    "bookings",
    ("Bookings of one room must not overlap.", "b1 b2"),
    ("No two bookings of a room may overlap.", "b1 b2"),
    (
        "Per room the validity periods must not overlap (a missing valid_to means open-ended).",
        "b1 b2",
    ),
    ("Per room, the periods must not overlap. Flag the later one.", "b2"),
    (
        "Per room, every period after the first must start on the day the previous one ends.",
        "b2 b4",
    ),
    ("Within each room, every booking must start the day after the previous one ends.", "b2 b3"),
)
DATES = of(
    "readings",
    ("No day may be missing between the first and the last read_on.", "0"),
    ("No day may be missing between the first and the last read_on per station.", "1"),
    ("read_on must have no gaps", "0"),
    ("There must be no missing days in read_on.", "0"),
    ("Per station, no day may be missing between the first and last read_on.", "1"),
    ("There must be a row for every day between the first and last read_on.", "0"),
    ("Flag missing days in read_on per station.", "1"),
)
OUTLIERS = of(
    "probes",
    ("value must lie within 3 median absolute deviations of the median", "p5 p6 p7 p8"),
    ("value must be within 1 standard deviations of the mean", "p5 p7 p8"),
    ("value must be within 1.5 IQR of the quartiles of its lab", "p5 p9"),
    ("Flag value outliers by the 1.5 IQR rule.", ""),
    ("Flag value more than 3 MADs from the median of its lab.", "p5 p9"),
    ("value must be within 1 standard deviation of the mean of its lab", "p5 p9"),
    ("The z-score of value must be between -3 and 3.", ""),
    ("value must lie between the 10th and 90th percentile", "p9"),
)


@pytest.mark.parametrize(
    ("table", "sentence", "flagged"), [*ORDER, *BALANCE, *INTERVALS, *UNNAMED, *DATES, *OUTLIERS]
)
def test_order_and_time(station: Tables, table: str, sentence: str, flagged: str) -> None:
    answer = station.answer(sentence, table)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("readings", "level may increase"),
        ("readings", "level must be stable"),
        ("readings", "level must change by at most 5"),
        ("readings", "level must not be an outlier"),
        ("readings", "The last level must be positive."),
        ("readings", "station must have no gaps"),
        ("stays", "stays must not overlap"),
        ("stays", "The periods from room to ends must not overlap."),
        ("ledger", "balance must equal the running total of movement"),
        ("ledger", "balance must be consistent with movement"),
        ("probes", "Flag outliers in value."),
        ("probes", "value must lie within 3 deviations of the median"),
    ],
)
def test_what_is_not_clear_is_declined(station: Tables, table: str, sentence: str) -> None:
    assert station.answer(sentence, table, tells_cure=False).code in ("not-understood", "ambiguous")
