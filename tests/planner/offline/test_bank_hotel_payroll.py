"""Rules about single rows in owners' words: a bank, a hotel, payslips, the weather."""

from __future__ import annotations

import pytest

from tests.planner.offline.owners_tables import BOOKINGS, PAYSLIPS, TRANSFERS, WEATHER
from tests.planner.offline.spoken import Domains, read

TABLES = {"transfers": TRANSFERS, "bookings": BOOKINGS, "payslips": PAYSLIPS, "weather": WEATHER}

READ = [
    ("transfers", "t2", "Each IBAN has to pass its check digits."),
    ("transfers", "t3", "bic must be a valid BIC"),
    ("transfers", "t3", "bic must have 8 or 11 characters"),
    ("transfers", "t4", "amount plus fee must add up to total."),
    ("transfers", "t4", "total = amount + fee"),
    ("transfers", "t2", "from_account and to_account must not be the same."),
    ("transfers", "t2", "Four-eyes principle: approved_by must be someone else than created_by."),
    (
        "transfers",
        "t2",
        "The approver can't be the creator, i.e. approved_by must differ from created_by.",
    ),
    ("transfers", "t3 t4", "amount must be greater than zero"),
    ("transfers", "t4", "amount must be positive unless type is refund"),
    ("transfers", "t3", "Refunds must have an IBAN."),
    ("transfers", "t3", "value_date must be on or after booked_on"),
    ("transfers", "t2 t5", "The value date may be at most one day after the booking date."),
    ("transfers", "t4", "booked_on: not in the future"),
    ("transfers", "t5", "All transfers must have been booked in 2024."),
    ("transfers", "t2", "booked_on must not fall on a weekend"),
    ("transfers", "t5", "reversed must be Y or N and may not be empty."),
    ("transfers", "t3", "Currency must be upper case and three letters long."),
    ("transfers", "t3", "currency: exactly 3 capital letters"),
    ("transfers", "t3 t4", "fee must be at most 1% of amount"),
    ("transfers", "t4", "If there is no approver, from_account must be filled."),
    ("bookings", "b2 b3", "Check-out must be after check-in."),
    ("bookings", "b4", "nights must be the number of days between check_in and check_out"),
    ("bookings", "b4", "nights = check_out - check_in"),
    ("bookings", "b3", "room_total must equal nights times rate_per_night"),
    ("bookings", "b3", "The deposit may not be more than the room total."),
    ("bookings", "b1 b3", "deposit must be less than 20% of room_total or paid must be false"),
    ("bookings", "b5", "Room types are single, double and suite; anything else is a typo."),
    ("bookings", "b3 b4", "Ratings range from 1 to 5"),
    ("bookings", "b3 b4 b5", "rating: integer 1..5"),
    ("bookings", "b2 b3", "Country codes: two upper-case letters."),
    ("bookings", "b3 b4", "Promo codes consist of capital letters followed by one or two digits."),
    ("bookings", "b4", "guest must not be null"),
    ("bookings", "b4", "paid and guest must both be filled."),
    (
        "bookings",
        "b5",
        "Flag bookings where the check-out date is missing although the guest is known.",
    ),
    ("bookings", "b2", "A booking of zero nights is an error."),
    ("bookings", "b2 b3", "nights must be positive"),
    ("bookings", "b2 b5", "Unpaid bookings have to be flagged."),
    ("bookings", "b2", "If paid is false, deposit must be more than 0."),
    ("payslips", "y2", "gross - tax must equal net within 0.01"),
    ("payslips", "y4", "Tax can never be below zero."),
    ("payslips", "y4", "Tax must not be negative and must not be more than gross."),
    ("payslips", "y3 y4", "Employee numbers begin with E and have four characters in all."),
    ("payslips", "y3 y4", "employee_no must match E followed by 3 digits"),
    ("payslips", "", "Overtime can't exceed 20% of hours worked."),
    ("payslips", "y3", "The termination date has to be later than the hire date, if there is one."),
    ("payslips", "y2", "Hire dates after today are not allowed."),
    ("payslips", "y4", "manager_email must end with @co.com"),
    ("payslips", "y2 y3", "period must be written YYYY-MM"),
    ("payslips", "y3", "period has the form 4 digits, a dash and 2 digits"),
    ("payslips", "y2", "manager_email may only be missing for interns"),
    ("payslips", "y4", "Department is compulsory."),
    ("payslips", "y5", "Contract types are permanent, temp or intern, spelled in lower case."),
    ("payslips", "y4", "No bonus over 500, please."),
    ("payslips", "y4 y5", "A bonus above 10% of gross must not occur."),
    ("payslips", "y2", "hours_worked over 180 looks suspicious, flag those payslips."),
    ("payslips", "", "The department must not contain digits or underscores."),
    ("payslips", "y5", "department may contain only letters and spaces"),
    ("payslips", "y4", "hire_date must be on or after 2019-01-01"),
    ("payslips", "y4", "Nobody was hired before 1 January 2019."),
    (
        "payslips",
        "y2",
        "If contract is temp and overtime_hours > 10 then manager_email is required",
    ),
    ("payslips", "y2 y5", "gross must not equal 2500 and must be whole"),
    ("weather", "w2 w3", "The minimum temperature may not be higher than the maximum temperature."),
    ("weather", "w2 w3", "temp_max >= temp_min"),
    ("weather", "w2 w3", "humidity is in percent: 0 to 100"),
    ("weather", "w2", "wind_dir must be one of N, NE, E, SE, S, SW, W, NW"),
    ("weather", "w4 w5", "observed_on must be a valid date in the format YYYY-MM-DD."),
    ("weather", "w2", "Latitudes go from -90 to 90."),
    ("weather", "w2 w3", "lat must be between -90 and 90 and lon between -180 and 180"),
    ("weather", "w3", "sky must not have trailing spaces"),
    ("weather", "w2 w5", "json_payload must be valid JSON if present."),
    ("weather", "w2 w5", "Flag payloads that cannot be parsed as JSON."),
    ("weather", "w2 w4", "station_ip must be an IPv4 address"),
    ("weather", "w3 w4", "pressure_hpa must be between 950 and 1050"),
    ("weather", "w5", "The sky must not be unknown."),
    ("weather", "w5", "sky: anything but 'unknown'"),
    ("weather", "w3", "quality_flag must be OK (upper or lower case)."),
    ("weather", "w4", "station, temp_min and wind_dir are all required."),
    ("weather", "w4", "Rows where station is empty are not usable; flag them."),
    ("weather", "", "Either all of station, temp_min and wind_dir are filled or none is."),
]


@pytest.fixture(scope="module")
def domains(tmp_path_factory: pytest.TempPathFactory) -> Domains:
    return Domains(tmp_path_factory.mktemp("domains"), TABLES)


@pytest.mark.parametrize(("domain", "flagged", "sentence"), read(READ))
def test_the_rows_are_those_that_the_owner_means(
    domains: Domains, domain: str, flagged: str, sentence: str
) -> None:
    domains.assert_flags(domain, flagged, sentence)
