"""Tables of six owners who tell stories with their rules; the first cell of a row labels it."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows

PARCELS = (
    ("parcel", "courier", "weight_kg", "postage_eur", "sender_email", "sent_on", "delivered_on",
     "status", "service", "insured", "depot"),
    ("p1", "Ida", 2.5, 6.9, "a@x.org", "2026-03-02", "2026-03-04", "delivered", "standard", "no",
     "Graz"),
    ("p2", "Jon", 40, 0, "", "2026-03-03", "2026-03-01", "delivered", "express", "yes", "Lille"),
    ("p3", "", 0, 4.5, "c at x.org", "2026-03-07", "", "in transit", "express", "no", ""),
    ("p4", "Ida", "", "", "d@x.org", "2026-03-08", "2026-03-09", "lost", "standard", "yes",
     "Graz"),
)  # fmt: skip
ANIMALS = (
    ("animal", "species", "name", "born_on", "arrived_on", "weight_kg", "keeper", "enclosure",
     "diet", "chip_no"),
    ("a1", "otter", "Momo", "2019-04-02", "2020-01-10", 9.5, "Rita", "E1", "fish", "C-100"),
    ("a2", "zebra", "Bartholomew the Second of Kent", "2018-07-01", "2017-05-05", -3, "", "E2",
     "plants", "C-100"),
    ("a3", "otter", "Fips", "2021-02-02", "2021-02-02", 0.4, "Sam", "", "sweets", "C-102"),
    ("a4", "lion", "Leo", "", "2022-09-09", 180, "Rita", "E3", "meat", ""),
)  # fmt: skip
STAYS = (
    ("stay", "guest", "room", "arrival", "departure", "nights", "rate_eur", "paid_eur", "board",
     "guest_phone", "loyalty"),
    ("s1", "Abel", "101", "2026-04-01", "2026-04-04", 3, 90, 80, "BB", "+41 1", "gold"),
    ("s2", "", "102", "2026-04-05", "2026-04-03", 70, 0, 20, "XX", "", "gold"),
    ("s3", "Cora", "", "2026-04-06", "", 0, 110, 120, "HB", "+41 3", "none"),
    ("s4", "Dora", " 104", "", "2026-04-20", 1, -5, "", "FB", "", "silver"),
)  # fmt: skip
METERS = (
    ("meter", "customer_no", "serial", "reading_kwh", "last_reading_kwh", "read_on", "tariff",
     "town"),
    ("m1", "C100", "AB123456", 1200, 1100, "2026-01-02", "day", "Bern"),
    ("m2", "C101", "AB123456", 900, 950, "2031-01-02", "night", "Chur"),
    ("m3", "X102", "AB9", 300, 200, "2026-01-04", "fancy", ""),
    ("m4", "", "", 10, "", "", "flat", "Thun"),
)  # fmt: skip
EXAMS = (
    ("exam", "pupil", "subject", "grade", "points", "max_points", "sat_on", "teacher", "remark"),
    ("e1", "Ana", "maths", 5, 40, 50, "2026-02-02", "Weber", "good"),
    ("e2", "", "maths", 7, 55, 50, "2026-02-01", "", ""),
    ("e3", "Bo", "", 4.5, -2, 50, "2031-02-02", "Keller", "x" * 60),
    ("e4", "Carla", "music", 2, "", 0, "2026-02-03", "Weber", "late"),
)  # fmt: skip
CLAIMS = (
    ("claim", "policy_no", "amount_eur", "paid_out_eur", "filed_on", "happened_on", "adjuster",
     "region", "iban"),
    ("c1", "P-1001", 900, 800, "2026-05-05", "2026-05-01", "Noor", "north", "CH1"),
    ("c2", "1002", 12000, 13000, "2026-05-01", "2026-05-06", "", "south", ""),
    ("c3", "", -40, 0, "2026-05-07", "2026-05-07", "Otto", "", ""),
    ("c4", "P-1004", 120000.555, 60000, "2026-05-08", "", "Noor", "north", "CH4"),
)  # fmt: skip
TOLD: dict[str, dict[str, Rows]] = {
    "parcels": {"parcels": PARCELS},
    "animals": {"animals": ANIMALS},
    "stays": {"stays": STAYS},
    "meters": {"meters": METERS},
    "exams": {"exams": EXAMS},
    "claims": {"claims": CLAIMS},
}
