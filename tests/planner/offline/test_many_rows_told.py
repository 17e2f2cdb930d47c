"""Rules about many rows: groups, measures, orders, overlaps, freshness, what no two rows share."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "visits": (
        ("visit", "pump", "station", "kind", "hours", "seen_on", "engineer", "serial", "in_use"),
        ("v1", "P1", "north", "main", 10, "2024-06-01", "Ada", "s1", "yes"),
        ("v2", "P1", "north", "spare", 12, "2024-06-02", "Bo", "s2", "yes"),
        ("v3", "P1", "north", "spare", 9, "2024-06-03", "Cid", "s3", "no"),
        ("v4", "P2", "south", "main", 4, "2024-06-01", "Ada", "s3", "yes"),
        ("v5", "P2", "south", "main", 8, "2024-06-02", "Ada", "s3", "yes"),
        ("v6", "P3", "east", "spare", 8, "2024-06-20", "Bo", "s4", "no"),
    ),
    "stays": (
        ("stay", "berth", "from_day", "to_day", "boat", "paid"),
        ("s1", "A", "2024-01-01", "2024-01-05", "Gull", "yes"),
        ("s2", "A", "2024-01-04", "2024-01-09", "Tern", "no"),
        ("s3", "B", "2024-01-04", "2024-01-09", "Gull", "yes"),
        ("s4", "B", "2024-01-20", "2024-01-22", "Tern", "yes"),
    ),
}  # fmt: skip

FLAGGED = {
    "visits": [
        ("different", "1", [
            "Flag stations where engineer has more than two different values.",
            "Is there a station with three or more different values of engineer?",
            "No more than two different names may occur in engineer for each station.",
            "Within a station, engineer must have two distinct names or fewer.",
            "There must never be more than two different engineers at the same station.",
            "Visits of the same station must not have more than two different engineers.",
            "A station can't have three different engineers.",
            "station: at most two different engineers",
        ]),
        ("one", "2", [
            "Each station must have exactly one row with kind main in visits.",
            "Each station has one and only one main visit.",
            "Flag stations that have no main visit or more than one.",
            "Is there a station without a main visit or with several?",
            "No station may have zero main visits, and no station may have more than one.",
            "A station must not have more or fewer than one main visit.",
            "Show me stations where the number of main visits is not one.",
            "Flag stations without exactly one main visit.",
        ]),
        ("some", "1", [
            "Is there a station without a main visit?",
            "Flag stations without any main visit.",
        ]),
        ("few", "1", [
            "There must never be more than two visits at the same station.",
            "Flag stations at which the number of visits is above two.",
        ]),
        ("two-measures", "1", [
            "hours must average between 5 and 9 and have a maximum of no more than 11.",
            "hours must have a mean between 5 and 9 and a maximum not higher than 11.",
            "Tell me if the mean hours are outside 5 to 9 or the maximum hours are above 11.",
            "Raise an alert when hours don't average 5 to 9 or when their maximum exceeds 11.",
            "Mean hours must be at least 5. In addition, the maximum hours must not be over 11.",
            "Make sure that mean hours are at most 9 and that the largest hours are at most 11.",
            "Both must hold for the visits table: mean hours from 5 to 9, and maximum hours not "
            "above 11.",
            "The mean hours must be from 5 to 9, while the maximum must stay at or below 11.",
            "Is the mean hours above 9, or is the highest one above 11? None of this may happen.",
        ]),
        ("share", "1", [
            "Are more than 20% of the visits spare? That must not be the case.",
            "The percentage of spare visits in the table must be 20 or lower.",
            "The percentage of spare visits must not exceed 20.",
            "Warn me when more than 20% of the visits are spare.",
            "At least 80% of the visits must have a kind other than spare or no kind at all.",
        ]),
        ("measure-beside", "1", [
            "Taken over the whole table, hours must have a median from 9 to 11.",
            "The median must be in the range 9 to 11 for the column hours.",
        ]),
        ("order", "v3", [
            "The hours of a pump must never go down from one seen_on to the next.",
            "A pump's hours must not become less over time, by seen_on.",
            "hours per pump, sorted by seen_on: never decreasing",
            "When the visits of a pump are sorted by seen_on, hours must never drop.",
            "By seen_on, each visit of a pump must have hours at least as high as the one before.",
            "A pump's hours must be equal to or greater than its hours on the previous seen_on.",
            "Flag visits where hours is less than in the pump's previous visit by seen_on.",
        ]),
        ("stale", "1", [
            "Tell me if the most recent seen_on is more than 10 days old.",
            "The age of the latest seen_on must not exceed 10 days.",
            "The last seen_on in the table must be no more than 10 days before today.",
            "No more than 10 days may have passed since the newest seen_on.",
            "The most recent date in the column seen_on must be 10 days old or less.",
            "The visits must be fresh: the latest seen_on is at most 10 days in the past.",
            "The table is stale if the newest seen_on is more than 10 days old.",
            "seen_on: newest value at most 10 days old",
        ]),
        ("fresh", "0", ["The age of the latest seen_on must not exceed 11 days."]),
        ("unique-among", "v4 v5", [
            "For visits in use, duplicate serials are not allowed.",
            "Look only at visits in use: each serial must be unique.",
            "serial must be unique among main visits; spare ones don't count.",
            "Visits in use must all have different serials.",
            "Considering only visits in use, every serial must be different.",
        ]),
        ("unique", "v3 v4 v5", [
            "Duplicate serials are not allowed.",
            "Each visit has its own serial, different from that of every other visit.",
            "No serial may be the same as that of another visit.",
            "All visits must have different serials.",
        ]),
        ("unique-within", "v4 v5", [
            "The serial of a visit must be different from that of every other visit of the same "
            "pump.",
            "Duplicate serials within the same pump are not allowed.",
            "Visits of the same pump must all have different serials.",
        ]),
        ("same", "1", ["All visits must have the same kind."]),
    ],
    "stays": [
        ("per-berth", "s1 s2", [
            "No two stays of the same berth may have overlapping periods (from_day to to_day).",
            "Flag stays whose period from from_day to to_day overlaps with that of another stay of "
            "the same berth.",
            "from_day / to_day: no overlaps per berth",
            "A berth's stays run from from_day to to_day. They must not overlap.",
            "Overlapping periods, as defined by from_day and to_day, are not allowed within one "
            "berth.",
            "No berth may have overlapping stays (from_day to to_day).",
            "Show me stays of the same berth with periods (from_day to to_day) that overlap.",
        ]),
        ("per-boat", "s1 s3", [
            "A boat must not have two overlapping stays from from_day to to_day.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("visits", "station: more than two different engineers"),
    ("visits", "Visits of different stations must not have more than two different engineers."),
    ("visits", "Stations must have more or less than one main visit."),
    ("visits", "Flag stations that have no main visit or more than one spare visit."),
    ("visits", "No station may have zero main visits, and no pump may have more than one."),
    ("visits", "There must be one and only one main visit."),
    ("visits", "hours must average between 5 and 9 or have a maximum of no more than 11."),
    ("visits", "hours must not average below 5 and have a maximum above 11."),
    ("visits", "Both must hold: the mean hours are at least 5 or the maximum hours at most 11."),
    ("visits", "Mean hours must be at least 5. In addition, kind must be main."),
    ("visits", "Are more than 20% of the visits spare?"),
    ("visits", "The percentage of spare visits must not be at most 20."),
    ("visits", "By station, hours must never go down."),
    ("visits", "hours must be greater than on the previous seen_on."),
    ("visits", "The engineer of a pump must never go down."),
    ("visits", "The last hours must be at most 10 days old."),
    ("visits", "The age of each seen_on must not exceed 10 days."),
    ("visits", "The visits must be fresh."),
    ("visits", "The latest hours must be at least 5."),
    ("visits", "hours must never drop over time."),
    ("visits", "The table is fresh if the newest seen_on is less than 10 days old."),
    ("visits", "Duplicate serials are only allowed for spare visits."),
    ("visits", "Every serial must not be different."),
    ("visits", "A main visit's serial must be different from that of every other visit."),
    ("visits", "Do not look only at main visits: each serial must be unique."),
    ("visits", "Visits of the same pump must have different serials."),
    ("visits", "There should be three or more different engineers at the same station."),
    ("stays", "Stays of the same berth must have overlapping periods (from_day to to_day)."),
    ("stays", "Flag stays with periods (from_day to to_day) that do not overlap."),
    ("stays", "Paid stays must not overlap another stay from from_day to to_day."),
    ("stays", "Stays of different berths must not have overlapping periods (from_day to to_day)."),
    ("stays", "Flag berths without overlapping stays (from_day to to_day)."),
]  # fmt: skip


checked, test_what_is_meant_is_flagged, test_what_leaves_it_open_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
