"""Who and what a sentence speaks of: owners' nouns for rows, cases told in short, glossed names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Domains, Read, Rows, Tables, read

CHOIR = (
    ("No", "Surname", "Mail", "Town", "Age", "Voice", "card"),
    ("1", "Abel", "a@x.org", "Ulm", "34", "alto", "C1"),
    ("2", "Berg", "b@x.org.", "Bonn", "17", "bass", "C2"),
    ("3", "Cohn", None, "Kiel", "51", "alto", None),
    ("4", "Dorn", "d@x.org", "Kiel", "44", "bass", "C2"),
    ("5", "Ende", "e@x.org", "Ulm", None, "tenor", "C5"),
)
CABS = (
    ("trip_id", "fare", "tip", "kind", "morning_km", "evening_km", "iban", "paid", "left_on"),
    ("1", "12.5", "1", "city", "2", "3.2", "DE44", "due", None),
    ("2", "80", "0", "airport", "40", "4", "AT611", "paid", "2024-02-01"),
    ("3", "27", "2", "city", "1", "0.1", "DE8", "done", "2024-02-02"),
    ("4", "33", "-", "school", "6", "6", "FR14", "paid", None),
    ("5", "20", "n/a", "airport", "6", "7", "AT6", "due", "2024-02-09"),
)
PUPILS = (
    ("exam", "part_a", "part_b", "points", "verdict", "sat", "ph"),
    ("E1", "10", "21", "31", "pass", "2024-05-01", "7.1"),
    ("E2", "5", "5", "10", "pass", "2024-05-02", "n/a"),
    ("E3", "20", "37", "57", "merit", "2024-05-03", "15"),
    ("E4", "30", "30", "60", "fail", None, "broken"),
)
QUAY = (
    ("berth_no", "Ship", "Length m", "Draught m", "Pilot"),
    ("q1", "Aurora", "120", "6.5", "yes"),
    ("q2", "Bella", "110", "14", "no"),
    ("q3", "Dora", "60", "3.0", "?"),
)
TABLES: dict[str, Rows] = {"REG_24": CHOIR, "cabs": CABS, "exams": PUPILS, "quay": QUAY}


def _of(domain: str, flagged: str, *sentences: str) -> list[Read]:
    return [(domain, flagged, sentence) for sentence in sentences]


READ = [
    *_of(
        "REG_24",
        "2",
        "Flag members whose Mail ends with a dot.",
        "Show me all members whose Mail ends with a dot.",
        "Name the participants whose Mail ends with a dot.",
        "Could you list the members whose Mail ends with a dot?",
        "Flag members, whose Mail ends with a dot.",
        "A member must be at least 18 years old.",
        "The Age of a member must be at least 18.",
        "Each member's Age must be at least 18.",
        "We have no members under 18.",
        "Age: anything below 18 is implausible",
        "Age: values under 18 are wrong",
        "Age - nothing below 18",
        "Age: report whatever is below 18",
        "Anything below 18 in Age is a typing error.",
        "Nothing in Age may be below 18.",
        "The stage of life (Age) must be at least 18.",
        "Age: below 18 is implausible",
        "Whatever stands in Age must be at least 18.",
    ),
    *_of("REG_24", "3", "Find members without a card.", "Members from Kiel or Ulm need a card."),
    *_of("REG_24", "2 3", "Flag members whose Age is below 18 or who have no card."),
    *_of("REG_24", "2 4", "card: no two members with the same one, show both"),
    *_of("REG_24", "", "Surname - no digits", "Town - no leading spaces"),
    *_of(
        "cabs",
        "3 5",
        "The fare is below 20 for city trips and above 30 for airport trips.",
        "The fare of city trips lies below 20 and that of airport trips above 30.",
        "City trips have a fare below 20, airport trips one above 30.",
        "Trips of kind city have a fare below 20, trips of kind airport one above 30; school trips "
        "may have any value.",
        "For city trips the fare must be below 20, for airport trips above 30.",
        "fare: below 20 for city trips, above 30 for airport trips",
    ),
    *_of(
        "cabs",
        "3 5",
        "The fare is below 20 for city trips and that of every other trip above 30.",
        "If kind is city, the fare must be below 20, otherwise above 30.",
    ),
    *_of(
        "cabs",
        "2 3",
        "The fare is at most 20 for city trips, 70 for airport trips and 50 otherwise.",
        "The fare of city trips must not exceed 20 and that of airport trips 70.",
    ),
    *_of(
        "cabs",
        "3 5",
        "An iban that starts with DE consists of 4 characters, an iban that starts with AT of 5.",
        "An iban that starts with 'DE' has 4 characters and one that starts with 'AT' has 5.",
    ),
    *_of(
        "cabs",
        "3 4 5",
        "left_on is filled for trips with paid = 'paid' and for no others.",
        "Trips with paid = 'paid' need a left_on; trips with any other paid must not have one.",
    ),
    *_of(
        "cabs",
        "2 3",
        "The km in the morning must never be longer than in the evening.",
        "The km in the morning must not exceed those of the evening.",
    ),
    *_of(
        "cabs",
        "4",
        "tip has to be either a whole number or the literal n/a, nothing else.",
        "Flag trips whose tip is neither a number nor the word n/a.",
        "tip must be a number or n/a.",
    ),
    *_of(
        "exams",
        "E3 E4",
        "ph must be a number from 0 to 14 or the word n/a.",
        "Flag exams whose ph is neither a number between 0 and 14 nor the text n/a.",
    ),
    *_of(
        "exams",
        "E2 E4",
        "verdict is merit for points of 50 or more, pass for 20 up to 49, and fail below 20.",
        "The verdict follows from the points: merit from 50, pass from 20 and fail below that.",
        "verdict must be merit from 50 points, pass from 20 points and fail below that.",
    ),
    *_of("exams", "E3 E4", "part_a and part_b of an exam must add up to at most 50."),
    *_of(
        "exams",
        "E3",
        "The day of the sitting (sat) may not be after 2024-05-02.",
        "Sitting day (sat): on or before 2024-05-02",
    ),
    *_of(
        "exams",
        "E4",
        "If the verdict is fail there must be a date in sat.",
        "Are there exams without a sat? None is expected.",
    ),
]

READ += [
    *_of("REG_24", "2 5", "Age: required, at least 18", "Age is required and at least 18"),
    *_of("REG_24", "2", "Age - whole numbers only, nothing below 18"),
    *_of(
        "REG_24", "3", "A member from Kiel needs a card; for all other members it may be missing."
    ),
    *_of("REG_24", "3", "If the Voice is alto there must be a value in card, always."),
    *_of("quay", "q2", "The length of a ship must be more than ten times its draught."),
    *_of("quay", "q3", "The length of Ship must be more than 4 characters."),
    *_of("quay", "q2", "If a ship has no pilot, its length must not exceed 100."),
]

DECLINED = [
    ("REG_24", "Flag adults whose card is empty."),
    ("REG_24", "Flag managers whose Mail is empty."),
    ("REG_24", "Flag survivors whose Mail is empty."),
    ("REG_24", "New members must have a card."),
    ("REG_24", "Age: anything above 50 is fine"),
    ("REG_24", "Age: anything above 50 is not wrong"),
    ("REG_24", "Mail ends with a dot, that is wrong."),
    ("REG_24", "The average of the last years (Age) must be above 20."),
    ("REG_24", "Flag members with no card or without a Mail and from Ulm."),
    ("REG_24", "No member may appear twice."),
    ("REG_24", "card must be filled; for all other members it may be missing."),
    ("cabs", "Flag customers whose tip is '-'."),
    ("cabs", "The fare of city trips must not be above 20 and that of airport trips above 90."),
    ("cabs", "For city trips a fare above 20 is an error, for airport trips above 30."),
    (
        "cabs",
        "The fare is above 1 for city trips, below 5 for airport trips and 9 for school trips.",
    ),
    ("cabs", "left_on is filled for trips with paid = 'paid' and for others."),
    ("cabs", "Trips of kind city need a left_on; trips with any other paid must not have one."),
    ("exams", "The verdict follows from the points: merit from 50, pass from 60, fail below that."),
]


@pytest.fixture(scope="module")
def domains(tmp_path_factory: pytest.TempPathFactory) -> Domains:
    return Domains(tmp_path_factory.mktemp("subjects"), TABLES)


@pytest.mark.parametrize(("domain", "flagged", "sentence"), read(READ))
def test_rows_are_found(domains: Domains, domain: str, flagged: str, sentence: str) -> None:
    domains.assert_flags(domain, flagged, sentence)


@pytest.mark.parametrize(("domain", "sentence"), DECLINED)
def test_others_are_declined(tmp_path: Path, domain: str, sentence: str) -> None:
    answer = Tables(tmp_path / domain, {domain: TABLES[domain]}).answer(sentence)

    assert answer.code


def test_a_noun_for_rows_is_told(tmp_path: Path) -> None:
    plan = Tables(tmp_path / "choir", {"REG_24": CHOIR}).plan("Flag members without a card.")

    assert "By 'members' all rows of REG_24 are meant." in plan.assumptions


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("role", ("member", "guest")),
        ("is_member", ("yes", "no")),
        ("membership", ("gold", None)),
        ("member_status", ("on", "off")),
    ],
)
def test_a_noun_that_may_tell_rows_apart(
    tmp_path: Path, column: str, values: tuple[str | None, str | None]
) -> None:
    rows = (("No", "Mail", column), ("1", "a@x.org", values[0]), ("2", None, values[1]))

    answer = Tables(tmp_path / "told", {"REG_24": rows}).answer("Flag members whose Mail is empty.")

    assert answer.code or answer.flagged == ""
