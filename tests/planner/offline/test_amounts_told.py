"""Measures, shares, groups and sequences within one table, as owners of unlike tables tell them."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Read, Rows, Tables, folders, read

TABLES: dict[str, Rows] = {
    "jars": (
        ("jar", "kind", "shelf", "grams", "price", "label", "sold"),
        ("J1", "honey", "A", 500, 4.0, "red", 1),
        ("J2", "honey", "A", 510, 4.5, "red", 0),
        ("J3", "honey", "B", 1500, 9.0, "blue", 1),
        ("J4", "jam", "B", 300, 2.0, "red", 1),
        ("J5", "jam", "C", 320, 2.5, "green", 1),
        ("J6", "jam", "C", None, 2.5, "red", 0),
        ("J7", "syrup", "C", 250, 30.0, "?", 1),
    ),
    "tides": (
        ("row", "gauge", "month", "level", "seen_at", "number", "day"),
        ("T1", "north", "2024-01", 10, "2024-01-01 06:00", 11, "2024-01-01"),
        ("T2", "north", "2024-02", 14, "2024-01-01 07:00", 12, "2024-01-02"),
        ("T3", "north", "2024-03", 12, "2024-01-01 09:00", 14, "2024-01-04"),
        ("T4", "south", "2024-01", 40, "2024-01-01 06:00", 15, "2024-01-01"),
        ("T5", "south", "2024-02", 41, "2024-01-01 07:00", 16, "2024-01-02"),
        ("T6", "south", "2024-03", 60, "2024-01-01 08:00", 18, "2024-01-03"),
    ),
    "slips": (
        ("driver_id", "trip", "van", "plate", "depot", "fuel"),
        ("D1", "P1", "V1", "AA-1", "east", 10),
        ("D1", "P2", "V1", "AA-1", "east", 12),
        ("D2", "P3", "V2", "BB-2", "east", 10),
        ("D3", "P4", "V1", "AA-1", "west", 14),
        ("D3", "P4", "V3", "CC-3", "west", 15),
    ),
    "ledger": (
        ("entry", "box", "step", "moved", "left_over", "note"),
        ("E1", "red", 1, 5, 5, "x"),
        ("E2", "red", 2, -2, 3, "x"),
        ("E3", "blue", 1, 4, 4, "x"),
        ("E4", "red", 3, 1, 9, "y"),
        ("E5", "blue", 2, 4, 8, "x"),
        ("E6", "blue", 2, 4, 8, "x"),
    ),
}  # fmt: skip

READ: list[Read] = [
    # The measure of a row's own group.
    ("jars", "J3", "Flag jars whose grams are more than twice the median grams of their kind."),
    (
        "jars", "J3",
        "Flag jars whose grams are more than 1.5 times the average grams of all jars of the "
        "same kind.",
    ),
    ("jars", "J3", "The grams of a jar must be at most twice the median of its kind."),
    (
        "jars", "J3",
        "Flag jars whose grams are more than 50% above the average grams of the same kind.",
    ),
    (
        "jars", "J3",
        "Flag all jars whose grams differ by more than 500 from the average grams of their "
        "kind.",
    ),
    ("jars", "J3", "No jar may have grams above twice the median grams of its kind."),
    ("jars", "J7", "Flag jars whose kind occurs fewer than 2 times in the whole table."),
    ("jars", "J7", "Flag jars whose kind appears less than 3 times in the table."),
    # Groups out of bounds, and the rows that are shown of them.
    (
        "jars", "J5 J6 J7",
        "The average price per shelf must be between 4 and 9. Flag all jars of a shelf that "
        "falls outside.",
    ),
    (
        "jars", "J4 J5 J6",
        "The average price per kind must be at least 3; flag all jars of a kind that falls "
        "short of it.",
    ),
    (
        "jars", "J1 J2 J3",
        "No kind has more than 900 as the largest grams; if one does, flag all jars of that "
        "kind.",
    ),
    (
        "jars", "J3 J4 J5 J6 J7",
        "On one shelf the dearest jar may cost at most 4 times as much as the cheapest "
        "(price). Flag all jars of a shelf that exceeds this.",
    ),
    # Measures of the whole table.
    ("jars", "1", "Added up over all jars, price has to come to something between 60 and 90."),
    ("jars", "0", "Added up over all jars, price has to come to something between 50 and 60."),
    (
        "jars", "1",
        "Is the 90th percentile of grams (with linear interpolation) no higher than 1000?",
    ),
    ("jars", "1", "Is the first quartile of price, linearly interpolated, at least 3?"),
    ("jars", "0", "The median of grams, blanks left out, has to lie between 400 and 420."),
    ("jars", "0", "The most common label must be 'red', and no other label may be equally common."),
    (
        "jars", "1",
        "kind and shelf must have the same number of distinct values, but only for jars with "
        "price above 3.",
    ),
    ("jars", "0", "kind and shelf must have the same number of distinct values."),
    # Shares.
    ("jars", "0", "Fewer than 60% of the jars may have label red."),
    ("jars", "1", "Among jars of kind honey at least three quarters must have label red."),
    ("jars", "0", "Among jars of kind honey at most 70% may have label red."),
    ("jars", "1", "Neither of the two values of sold may account for less than 40% of the jars."),
    ("jars", "1", "Unknown labels, written as ?, may take up 10% of the jars at most."),
    ("jars", "0", "Unknown labels, written as ?, may take up 20% of the jars at most."),
    ("jars", "0", "grams: known for 80% of the jars or more"),
    ("jars", "1", "At least 60% of the jars must have grams above 400, blanks do not count."),
    ("jars", "0", "At least 50% of the jars must have grams above 300, blanks left out."),
    # z-scores.
    ("jars", "J7", "A price whose z-score is above 2 or below -2 is an outlier."),
    ("jars", "J7", "Flag jars whose price has a z-score outside -2 to 2."),
    (
        "jars", "J1 J2 J3",
        "For each kind, the largest grams must be at most twice the smallest; flag all jars "
        "of a kind that exceeds this.",
    ),
    ("jars", "J7", "Flag jars whose kind occurs only once in the whole table."),
    (
        "jars", "0",
        "The labels in use must be exactly red, blue, green and ?: none missing, none "
        "besides.",
    ),
    (
        "jars", "1",
        "The labels in use must be exactly red, blue and green: none missing, none besides.",
    ),
    ("jars", "0", "shelf must not be the same for all jars."),
    # One value for each key.
    ("slips", "D1 D1 D3", "No plate may belong to two different drivers."),
    (
        "slips", "D1 D1 D3",
        "No two drivers may have the same plate; show all slips with such a plate.",
    ),
    ("slips", "D1 D1 D2 D3 D3", "All slips made from the same depot must show the same plate."),
    ("slips", "D3 D3", "No driver may have more than one van on the same trip."),
    (
        "slips", "",
        "van and plate correspond one to one: no van has two plates and no plate stands for "
        "two vans.",
    ),
    ("slips", "D1 D1 D2 D3 D3", "van and depot correspond one to one."),
    # One row for each key.
    ("ledger", "E5 E6", "one entry per box and step - show all that collide"),
    ("ledger", "E5 E6", "Flag entries that agree in everything except entry with another one."),
    ("ledger", "E5 E6", "No two entries may differ only in entry."),
    ("ledger", "E5 E6", "Each box has only one row per step."),
    ("ledger", "E5 E6", "step: unique within a box"),
    # From row to row.
    (
        "ledger", "E4 E6",
        "Flag rows whose left over is not the left over of the previous row of the same box "
        "(by step) plus their own moved.",
    ),
    ("tides", "T3 T6", "number goes up by exactly 1 from row to row; flag the row after a jump."),
    (
        "tides", "T3 T6",
        "number must be exactly one more than the number in the row above it. The first row "
        "has nothing above it and is fine.",
    ),
    (
        "tides", "T3 T6",
        "No number may be missing between the lowest and the highest. Flag the row after the "
        "gap.",
    ),
    ("tides", "2", "number: consecutive, nothing missing between lowest and highest"),
    (
        "tides", "2",
        "Is any number missing between the lowest and the highest one? None may be missing.",
    ),
    (
        "tides", "T3",
        "For every gauge the level must be strictly higher than in the month before; flag the "
        "later row.",
    ),
    ("tides", "T3", "For every gauge the level must not be lower than in the previous month."),
    ("tides", "T3", "For each gauge, seen at must be exactly 60 minutes after the one before."),
    (
        "tides", "T3",
        "For each gauge, seen at must be at most 1 hour after the seen at of the previous "
        "row.",
    ),
    (
        "tides", "T3",
        "Within a gauge, in the order of seen at, level must never go back. Flag the row that "
        "is lower than the one before it.",
    ),
    (
        "tides", "1",
        "Each gauge has to report on every single day between its first and its last day.",
    ),
    (
        "tides", "T3",
        "Each gauge has to report on every single day between its first and its last day. "
        "Where days are missing, flag the next row after the hole.",
    ),
    (
        "ledger", "E4 E5 E6",
        "The last entry of each box (highest step) must have left over at most 4; flag the "
        "entry if it does not.",
    ),
    ("ledger", "E1", "The entry with the lowest step of each box must have moved below 5."),
    (
        "tides", "T3",
        "No level may be lower than that of the previous row of the same gauge (by month).",
    ),
    (
        "tides", "T6",
        "Flag rows whose level is more than 10 higher than that of the previous row of the "
        "gauge (by month).",
    ),
]  # fmt: skip

DECLINED: list[tuple[str, str]] = [
    # "Other" leaves the row itself out, which is another measure.
    (
        "jars",
        "Flag jars whose grams are more than twice the median grams of all other jars of the "
        "same kind.",
    ),
    # What is averaged is no group of rows that share a value.
    ("jars", "Flag jars whose price is above the average price and which have the same kind."),
    # Bounds that are not alike on both sides, and sides that are not told.
    ("jars", "Flag jars whose price has a z-score above 2 or below -3."),
    ("jars", "Flag jars whose price has a z-score below -2."),
    # The group that is out of bounds is told the other way round.
    (
        "jars",
        "The average price per kind must be at least 3; flag all jars of a kind that exceeds "
        "this.",
    ),
    (
        "tides",
        "Within a gauge, in the order of seen at, level must never go back. Flag the row that "
        "is higher than the one before it.",
    ),
    # Every month has a row of each gauge.
    ("tides", "Flag rows whose level is lower than in the previous month."),
    # The first of them is not the one with the highest number.
    ("ledger", "The first entry of each box (highest step) must have moved above 0."),
    # A driver has several rows.
    ("slips", "Every driver must have a unique plate."),
    # Which rows are all rows, of which it is a share?
    ("jars", "No label may account for more than 60% of the jars, blanks do not count."),
    # The brackets say something else than the word.
    ("jars", "At least half of the jars must be honey (kind = jam)."),
    # Not equal for any two is no rule about all of them.
    ("slips", "Trips made from the same depot must not show the same plate."),
]  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    return folders(tmp_path_factory, TABLES, TABLES)


@pytest.mark.parametrize(("name", "flagged", "sentence"), read(READ))
def test_it_flags_what_the_sentence_means(
    tables: dict[str, Tables], name: str, flagged: str, sentence: str
) -> None:
    answer = tables[name].answer(sentence)
    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("name", "sentence"), DECLINED, ids=[case[1] for case in DECLINED])
def test_it_declines_what_may_mean_something_else(
    tables: dict[str, Tables], name: str, sentence: str
) -> None:
    assert tables[name].answer(sentence, tells_cure=False).code in ("not-understood", "ambiguous")
