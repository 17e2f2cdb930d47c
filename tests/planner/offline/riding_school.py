"""Tables of a riding school, and orders, for rules that are said by the nouns of an owner."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows

SCHOOL: dict[str, Rows] = {
    "horses": (
        ("horse_no", "breed", "bought_on", "home_stn", "dam_no"),
        ("H1", "Haflinger", "2020-03-01", "S1", None),
        ("H2", "Arab", "2021-05-01", "S2", "H1"),
        ("H3", "Haflinger", "2022-01-01", None, "H3"),
        ("H4", "arab", "2022-06-01", "S9", "H8"),
        ("H5", "Arab", "2023-06-01", "S2", "H2"),
    ),
    "riders": (
        ("rider_id", "first_name", "last_name", "birth_date", "joined_on", "brought_by"),
        (1, "Ann", "Berg", "2001-02-01", "2020-01-01", None),
        (2, "Bo", "Ek", "2012-05-01", "2021-01-01", 1),
        (3, "Cy", "Dahl", "1999-01-01", "2019-01-01", 2),
        (4, "Ann", "Berg", "2001-02-01", "2022-01-01", 9),
    ),
    "rides": (
        ("ride_id", "horse_no", "rider_id", "starts_on", "ends_on"),
        (10, "H1", 1, "2020-02-01", "2020-02-02"),
        (11, "H2", 2, "2021-06-01", "2021-06-01"),
        (12, "H3", 2, "2023-06-01", "2023-06-03"),
        (13, "H7", 3, "2023-07-01", None),
        (14, "H2", 2, "2021-06-01", "2021-05-01"),
    ),
    "orders": (
        ("order_no", "client_code", "in_at", "dep_at", "sheets_planned", "sheets_printed"),
        ("A1", "C1", "2024-01-05", "2024-01-09", 100, 90),
        ("A2", "C1", "2024-02-05", "2024-02-03", 100, 120),
        ("A3", "C2", "2024-03-05", None, 50, 50),
        ("A4", "C1", "2024-04-05", "2024-01-09", 70, 71),
    ),
}
