"""Rules about single rows in owners' words: a clinic, a library, parcels, a school, meters."""

from __future__ import annotations

import pytest

from tests.planner.offline.owners_tables import LOANS, PARCELS, READINGS, STUDENTS, VISITS
from tests.planner.offline.spoken import Domains, read

TABLES = {
    "visits": VISITS,
    "loans": LOANS,
    "parcels": PARCELS,
    "students": STUDENTS,
    "readings": READINGS,
}

READ = [
    ("visits", "v2 v5", "Every visit needs an e-mail address on file."),
    ("visits", "v3", "If an email is given, it has to contain an @."),
    ("visits", "v2", "The discharge date must never lie before the admission date."),
    ("visits", "v4", "No admission may be dated in the future."),
    ("visits", "v3", "Birth dates in the future are wrong, please flag them."),
    ("visits", "v3", "weight_kg: positive"),
    ("visits", "v4", "Is temperature ever above 43? That should not happen."),
    ("visits", "v4", "triage_level must be a whole number from 1 to 5"),
    ("visits", "v4", "Triage level: 1-5"),
    ("visits", "v3 v4", "discharged_on must not be blank"),
    ("visits", "v4", "wards are ICU, Surgery, Maternity or Oncology"),
    (
        "visits",
        "",
        "wards are ICU, Surgery, Maternity or Oncology (upper/lower case does not matter)",
    ),
    ("visits", "v4", "Patient names must not have leading or trailing spaces."),
    ("visits", "v4", "patient_name has to be trimmed, i.e. no blanks at the beginning or the end."),
    (
        "visits",
        "v2 v4",
        "icd_code must look like one letter and two digits, optionally followed by a "
        "dot and more digits.",
    ),
    ("visits", "v6", "Nobody can be older than 120 years at admission."),
    ("visits", "v2", "Discharge minus admission can't be negative."),
    ("visits", "v6", "Patient names must be at least 2 characters long"),
    ("visits", "v6", "Flag patient names that consist of a single character."),
    ("visits", "v3", "Emergency visits must have a phone number."),
    ("visits", "v2 v5", "email: required"),
    ("visits", "v4", "Phone numbers have exactly nine digits."),
    ("loans", "l2 l3", "ISBNs must be valid 13-digit ISBNs."),
    ("loans", "l2", "isbn must be a valid ISBN (10 or 13 digits)."),
    ("loans", "l3 l4", "Member cards are written M- followed by four digits."),
    ("loans", "l2 l4", "Language codes must be one of en, de, fr"),
    ("loans", "l4", "language must be one of en, de, fr, no matter the case"),
    ("loans", "l2", "language must be lowercase."),
    ("loans", "l5", "fine_eur should have at most two decimals"),
    ("loans", "l5", "No fine may have more than 2 decimal places."),
    ("loans", "l3", "Renewals can't be negative."),
    ("loans", "l4", "The number of copies is at least one"),
    (
        "loans",
        "l4",
        "If the returned date is later than the due date, fine_eur must be greater than 0.",
    ),
    ("loans", "l5", "Check that every due date is a real calendar date."),
    ("loans", "l2", "Titles must not contain double spaces."),
    ("loans", "l4 l5", "title must not be empty or the text NULL"),
    ("loans", "l3", "shelf_mark must not contain a hyphen."),
    ("loans", "l3", "Shelf marks may only contain letters, digits and dots."),
    ("loans", "l4 l5", "Neither the member card nor the ISBN may be missing."),
    ("parcels", "p4", "Delivered parcels must have a delivery timestamp."),
    ("parcels", "p3 p5", "Only delivered parcels may have a delivery time."),
    ("parcels", "p4 p6", "carrier is mandatory"),
    ("parcels", "p4", "Carrier must be known for every parcel unless its status is created."),
    ("parcels", "p4", "Except for parcels that were just created, the carrier must be filled."),
    ("parcels", "p3", "Carriers: DHL, UPS, GLS"),
    ("parcels", "p2", "No parcel should weigh more than 30."),
    ("parcels", "p3", "Weights have to be strictly positive."),
    ("parcels", "p4", "currency must be a valid ISO 4217 currency code."),
    ("parcels", "p4", "country must be an ISO country code (two letters)."),
    ("parcels", "p2", "If declared_value exceeds 1000, insured must be 'Y'."),
    ("parcels", "p5", "delivered_at can't be before shipped_at"),
    ("parcels", "p5", "Nothing may be shipped on a Sunday."),
    ("parcels", "p3 p4 p5", "Parcels should be shipped on working days only (Monday to Friday)."),
    ("parcels", "p4", "Tracking numbers contain no spaces and are twelve characters long."),
    ("parcels", "p4", "tracking_no must be alphanumeric, blanks are fine"),
    ("parcels", "p2 p4 p6", "Flag every parcel without a delivery date."),
    ("parcels", "p4 p6", "Which parcels have no carrier? There should be none."),
    ("parcels", "p5", "Status 'lost' is not allowed any more."),
    ("parcels", "p2 p4 p5", "The sum of length and width must stay below 70."),
    ("parcels", "p1", "A EUR parcel must have a declared value below 50"),
    ("students", "s2", "Grades run from 1 through 12."),
    ("students", "s2", "gpa between 0.0 and 4.0 inclusive"),
    ("students", "s2 s4", "GPA must lie strictly between 0 and 4"),
    ("students", "s5", "gpa is stored with no more than two decimals"),
    ("students", "s6", "First names mustn't contain digits."),
    ("students", "s2", "first_name must start with a capital letter."),
    ("students", "s2", "Last names in all caps are a data entry mistake: flag them."),
    ("students", "s3", "first name and last name must differ"),
    ("students", "s3", "A student's first name can't be identical to the last name."),
    ("students", "s3", "Students can't graduate before they enrol."),
    ("students", "s5", "enrolled_on can't be a future date"),
    ("students", "s1 s2 s5 s6", "Do all students have a graduation date? They must."),
    ("students", "s3", "Students with a bus pass must have a bus line."),
    ("students", "s4", "Students without a bus pass must not have a bus line."),
    ("students", "s3 s4", "A bus line is given exactly when the student has a bus pass."),
    ("students", "s5", "No student may be younger than 5."),
    ("students", "s3", "Students under 18 must have a guardian email."),
    ("students", "s3", "Minors (age below 18) need a guardian e-mail."),
    ("students", "s2", "guardian_email should be a syntactically valid email address"),
    ("students", "s4 s5", "house must be Red, Blue or Green"),
    ("students", "s5", "house is one of Red, Blue, Green (case-insensitive)"),
    ("students", "s2 s4", "Lockers are a capital letter, a dash and three digits, e.g. A-101."),
    ("students", "s1", "Students in house Red must be in grade 10 or higher."),
    ("students", "s5", "has_bus_pass can be either yes or no, spelled exactly like that"),
    ("students", "s6", "age must be given whenever grade is given"),
    ("students", "s2 s4 s5", "has_bus_pass must be yes"),
    ("readings", "r2", "kwh may never be lower than previous_kwh"),
    ("readings", "r3", "Consumption must equal kwh minus previous kwh."),
    ("readings", "r3", "consumption = kwh - previous_kwh"),
    ("readings", "", "consumption = kwh - previous_kwh, give or take 10"),
    ("readings", "r2", "Negative consumption is impossible."),
    ("readings", "r2", "reactive_pct is a percentage, so it must be between 0 and 100."),
    ("readings", "r2 r3 r4", "read_at must be at midnight"),
    ("readings", "r3", "Meter numbers must be in upper case."),
    ("readings", "r3", "quality can only be measured, estimated or missing."),
    ("readings", "r4", "kwh is mandatory"),
    ("readings", "", "kwh may only be blank when the quality is 'missing'."),
    ("readings", "r2 r4 r5", "Voltage has to stay within 10% of 230."),
    ("readings", "r2", "Voltage must be non-zero."),
    ("readings", "r2 r5", "Voltage: greater than zero."),
    ("readings", "r3", "Unit must be kWh, nothing else."),
    ("readings", "r4", "tariff is required for all readings except those with tariff flat."),
    ("readings", "r1 r3", "day tariff readings must have a consumption over 100"),
    ("readings", "r5", "Tariff is either day or night."),
    ("readings", "r5", "kwh must be a whole number"),
]


@pytest.fixture(scope="module")
def domains(tmp_path_factory: pytest.TempPathFactory) -> Domains:
    return Domains(tmp_path_factory.mktemp("domains"), TABLES)


@pytest.mark.parametrize(("domain", "flagged", "sentence"), read(READ))
def test_the_rows_are_those_that_the_owner_means(
    domains: Domains, domain: str, flagged: str, sentence: str
) -> None:
    domains.assert_flags(domain, flagged, sentence)
