"""Keys, families of columns and tables that belong together, told in further ways."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Read, Rows, Tables, folders, read


def _rows(*columns: tuple[object, ...]) -> Rows:
    """A table told by its columns, each a header with its cells."""
    return tuple(zip(*columns, strict=True))


TABLES: dict[str, Rows] = {
    "bookings": _rows(
        ("booking_id", 1, 2, 3, 4),
        ("hall", "H1", "H1", "H2", "H1"),
        ("person", "Ann", "Ann", "Ann", "Bo"),
        ("day", "2024-01-01", "2024-01-01", "2024-01-01", "2024-01-02"),
        ("slot", "am", "am", "pm", "am"),
        ("agent", "x", "y", "x", "x"),
        ("price", 10, 20, 30, 90),
        ("units", 3, 2, 0, 1),
    ),
    "halls": _rows(
        ("hall", "H1", "H1", "H2"),
        ("seat_row", 5, 7, 9),
        ("city", "Bonn", "Bonn", "Ulm"),
    ),
    "rides": _rows(
        ("ride_id", 1, 2, 3, 4),
        ("bus", "a", "b", "a", "b"),
        ("km_start", 10, 5, 18, 9),
        ("km_end", 20, 9, 30, 12),
        ("led_by", None, 1, 1, 3),
        ("begun_on", "2024-01-01", "2024-01-02", "2023-12-31", "2024-02-01"),
    ),
    "seats": _rows(
        ("seat_no", "s1", "s2", "s3", "s4", "s5"),
        ("hall", "H1", "H1", "H2", "H1", "H2"),
        ("person", "Ann", "Ann", "Bo", "Cy", "Bo"),
        ("mail", "a@x", "a@x", "b@x", None, "b@x"),
        ("phone", "1", "2", "2", "1", "2"),
        ("team", "red", "red", "blue", "red", "blue"),
        ("league", "A", "A", "B", "B", "B"),
        ("score", 10, 20, 15, 99, 15),
        ("kind", "vip", "std", "std", "vip", "std"),
        ("fee", 100, 50, 40, 60, 40),
        ("q1", 1, 2, None, 3, None),
        ("q2", 2, -1, None, 3, 1),
        ("seat_row", 5, 5, 6, 7, 6),
        ("shift", "x", "y", "x", "x", "x"),
        ("colour", "blue", "red", "blue", "Green", "blue"),
    ),
    "twins": _rows(
        ("hall", "H1", "H2", "H1", "H3"),
        ("seat_row", 5, 6, 5, 1),
        ("note", "a", "b", "a", None),
    ),
    "blocked": _rows(
        ("customer_id", 9, 2),
        ("since", "2024-01-01", "2024-02-01"),
    ),
    "buys": _rows(
        ("buy_id", 1, 2, 3),
        ("client_id", 1, 1, 9),
        ("sum", 10, 20, 5),
    ),
    "clients": _rows(
        ("client_id", 1, 2),
        ("name", "Ann", "Bo"),
    ),
    "customers": _rows(
        ("customer_id", 1, 2, 3),
        ("name", "Ann", "Bo", "Cy"),
        ("town", "Bonn", "Kiel", "Bonn"),
    ),
    "marks": _rows(
        ("mark_id", 1, 2, 3, 4),
        ("pupil", "Ann", "Bo", "Cy", "Di"),
        ("class", "a", "a", "b", "b"),
        ("sex", "f", "m", "f", "f"),
        ("q1", 1, None, 3, -1),
        ("q2", 1, None, None, 2),
        ("q3", 1, None, 4, 2),
        ("age", 10, 12, 11, 15),
        ("reports_to", "Bo", None, "Ann", "Ann"),
        ("stops_left", 0, 2, 1, 0),
    ),
    "orders": _rows(
        ("order_id", 1, 2, 3, 4),
        ("customer_id", 1, 1, 9, 2),
        ("status", "open", "done", "lost", "open"),
        ("town", "Bonn", "Kiel", "Ulm", "Bonn"),
        ("net", 10, 20, -5, 7.5),
        ("tax", 2, -2, 0, 1),
        ("tip", 1, 0, None, 0),
        ("total", 12, 25, -5, 8.5),
        ("phone", "030", None, "031", None),
        ("mail", "a@x.org", "b x", None, None),
        ("placed_on", "2024-06-01", "2024-06-05", "2024-06-30", "2023-01-01"),
        ("due_on", "2024-06-04", "2024-07-02", "2024-06-20", None),
        ("buyer", "Ann", "Ann", "Cy", "Di"),
        ("seller", "Bo", "Ann", "Di", None),
        ("code", "AB123", "-1", "--2", "AB123"),
        ("grade", 1, 2, 3, 5),
    ),
}  # fmt: skip

CASES: list[Read] = [
    ("marks", "2 3", "All 3 q columns q1, q2 and q3 must be filled."),
    ("marks", "2", "At least one of the 3 q columns must be filled."),
    ("marks", "1", "Both sex must occur for each class."),
    ("marks", "2 3", "Every mark must have given q1 and q2."),
    ("marks", "2", "Every pupil must report to someone."),
    ("marks", "1 2 3 4", "Exactly one of the q columns must be filled."),
    ("marks", "1 4", "Flag marks that have no stops left."),
    ("marks", "2", "Flag pupils that do not report to anyone."),
    ("marks", "2", "No mark may have all 3 q columns empty."),
    ("marks", "2 3", "No q may be empty."),
    ("marks", "4", "The columns beginning with 'q' must be positive."),
    ("marks", "2 3", "The q columns must be filled: q1, q2 and q3."),
    ("orders customers", "3", "Each customer_id in orders is also a customer_id in customers."),
    ("orders customers", "3", "Every customer booked must be in customers."),
    ("orders customers", "3", "Flag any customer_id of orders not found in customers."),
    ("orders customers", "3", "Flag customers ordered by no orders."),
    ("orders customers", "1", "Flag customers with at least one open and at least one done order."),
    ("orders customers", "3", "There must be a customer for every order."),
    ("orders blocked", "3 4", "No customer_id of orders may be a customer_id from table blocked."),
    ("seats", "s3 s5", "Both q columns must be filled."),
    ("seats", "s4", "colour in small letters"),
    ("seats", "s4", "colour must be blue or red. Report all other values."),
    ("seats", "s1 s2 s3 s5", "Each mail may only be issued once."),
    ("seats", "s1 s2 s4", "Each team has just one league and just one hall."),
    ("seats", "s1 s2 s4", "Each team must keep the same league throughout."),
    (
        "seats",
        "s1 s4",
        "Every hall and phone must have one person. Flag every row with that hall and phone.",
    ),
    ("seats", "s3 s5", "Every hall must not have the same colour repeatedly."),
    ("seats", "s1", "fee capped at 90"),
    ("seats", "s1", "fee is not to exceed 90."),
    (
        "seats",
        "s2 s4",
        "Flag all seats whose hall and colour are none of these: (H1, blue), (H2, blue).",
    ),
    ("seats", "s1 s2 s4", "Flag seats in halls of which the total fee is over 150."),
    ("seats", "s1 s2", "Flag seats of seat_row 5 seats."),
    ("seats", "s2 s4", "Flag seats where q1 and q2 do not add up to 3."),
    ("seats", "s4", "Flag seats whose score is more than 1 above its team's average score."),
    ("seats", "s1 s2 s4", "For each team, all persons must report the same league."),
    ("seats", "s4", "If q1 and q2 together are 6, kind must be std."),
    ("seats", "s1 s2 s3 s5", "mail must be unique. Flag all rows that share both."),
    ("seats", "s3 s5", "mail of std seats must be distinct."),
    ("seats", "s1 s2 s3 s5", "mail: no two seats with the same one."),
    ("seats", "s3 s5", "No duplicates in mail among std seats."),
    ("seats", "s2", "No q column may be negative."),
    ("seats", "1", "On average, vip seats must cost less than std."),
    ("seats", "s1 s2", "One or more of the q columns must be above 2."),
    ("seats", "s4", "q1 and q2 must not all agree."),
    (
        "seats",
        "s1 s2 s4",
        "Rows with the same hall must have the same league. "
        "Flag all rows with a hall with several values.",
    ),
    ("seats", "s4", "score must be at most 1 standard deviations from its team's average score."),
    ("seats", "s1 s2 s4", "score must be less than 50% off its team's average score."),
    ("seats", "s1 s2 s4", "score must be the highest of q1 and q2."),
    ("seats", "s1 s4", "Seats must have a phone that occurs at least 3 times in the whole table."),
    ("seats", "s1 s3 s4 s5", "Seats with the same hall must all have distinct phone."),
    ("seats", "1", "std seats must have a higher median fee than vip."),
    ("seats", "s1 s2 s3 s4 s5", "team has one league, and league one team."),
    ("seats", "s1 s2 s3 s4 s5", "team: all in upper case"),
    ("seats", "0", "The average fee of vip seats must be above that of std ones."),
    ("seats", "1", "The median score of vip seats should be below that of std seats."),
    ("seats", "s1 s3 s4 s5", "The pair hall + phone must not repeat."),
    ("seats", "s2", "There must be no negative q2."),
    ("bookings", "1", "Flag halls with zero am bookings."),
    ("bookings", "1", "No hall may have zero am bookings."),
    ("bookings", "1 2 3", "Flag bookings where the same person booked twice on the same day."),
    ("bookings", "1 2", "hall/day/slot must be unique."),
    ("bookings", "1", "No 3 bookings may share one person."),
    ("bookings", "1 4", "No agent may book twice at the same hall."),
    (
        "bookings",
        "1 2",
        "No two bookings may have the same hall and day. When that happens, report both.",
    ),
    ("bookings", "1", "On average, a booking uses at most 1 units."),
    ("bookings", "1 3", "One agent must not appear several times on the same day."),
    ("bookings", "1 2 3", "Persons must not have two bookings on one day."),
    ("bookings", "1 2", "The same person and the same slot together must not occur twice."),
    ("twins", "H1 H1", "Flag rows that match in all columns with another row."),
    ("twins", "H1 H1", "hall must be unique. Both copies."),
    ("seats halls", "s2", "If hall and seat_row together exist in halls, fee must be at least 60."),
    (
        "rides",
        "3",
        "begun_on must not be before the begun_on of its led_by; begun_on vs. begun_on of led_by.",
    ),
    ("rides", "3", "km_start of a bus is never below km_end of its previous ride."),
    ("buys clients", "3", "Every buy must be backed by a client."),
    ("buys clients", "2", "Every client must be covered by at least one buy."),
]

DECLINED = [
    ("marks", "All q columns must be filled: q1 and q2."),
    ("halls bookings", "Every hall must have 2 bookings."),
    ("halls bookings", "Every hall must have 0 bookings."),
]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    wanted = {names for names, *_ in CASES} | {names for names, _ in DECLINED}
    return folders(tmp_path_factory, TABLES, wanted)


@pytest.mark.parametrize(("names", "flagged", "sentence"), read(CASES))
def test_flagged(checked: dict[str, Tables], names: str, flagged: str, sentence: str) -> None:
    answer = checked[names].answer(sentence, *names.split())

    assert (answer.reason, answer.flagged) == ("", flagged), answer


@pytest.mark.parametrize(("names", "sentence"), DECLINED)
def test_declined(checked: dict[str, Tables], names: str, sentence: str) -> None:
    answer = checked[names].answer(sentence, *names.split())

    assert answer.reason, answer
