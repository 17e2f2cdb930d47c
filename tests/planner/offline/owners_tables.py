"""Tables of nine trades, each with a few broken rows; their first cells are labels."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows

VISITS: Rows = (
    (
        "visit", "patient_name", "email", "phone", "ward", "admitted_on", "discharged_on",
        "birth_date", "weight_kg", "temperature", "icd_code", "is_emergency", "triage_level",
    ),
    (
        "v1", "Ana Reyes", "ana@x.org", "600111222", "ICU", "2024-05-01", "2024-05-04",
        "1980-02-29", 61.5, 36.6, "J45.9", "true", 1,
    ),
    (
        "v2", "ben olsen", None, "600111223", "Surgery", "2024-05-03", "2024-05-02",
        "1975-07-01", 85, 38.2, "A1", "false", 3,
    ),
    (
        "v3", "Cara Diaz", "cara.x.org", None, "Maternity", "2024-05-06", None, "2030-01-01", -3,
        36.9, "O80.1", "true", 2,
    ),
    (
        "v4", " Dan Wu ", "dan@x.org", "60011", "icu", "2024-08-01", None, "2010-06-15", 41,
        44.1, "ZZ9", "false", 6,
    ),
    (
        "v5", "Eve Stone", None, None, "Oncology", "2024-06-30", "2024-06-30", None, None, None,
        None, None, None,
    ),
    (
        "v6", "F", "f@x.org", "600111999", "ICU", "2024-06-01", "2024-06-20", "1890-01-01", 70,
        35.0, "C50", "true", 1,
    ),
)  # fmt: skip

LOANS: Rows = (
    (
        "loan", "member_card", "isbn", "due_date", "returned_date", "fine_eur", "copies",
        "language", "shelf_mark", "title", "renewals", "loaned_at",
    ),
    (
        "l1", "M-0001", "9780306406157", "2024-06-10", "2024-06-09", 0, 1, "en", "B12.4", "Emma",
        0, "2024-05-10 09:30:00",
    ),
    (
        "l2", "M-0002", "9780306406158", "2024-06-10", "2024-06-15", 2.5, 2, "EN", "B7",
        "The  Trial", 3, "2024-05-12 22:10:00",
    ),
    (
        "l3", "m-0003", "0306406152", "2024-07-20", None, 0, 1, "de", "C-1", "Momo", -1,
        "2024-06-20 10:00:00",
    ),
    (
        "l4", "M-12", None, "2024-05-31", "2024-06-20", 0, 0, "xx", "D4.4", None, 1,
        "2024-05-01 12:00:00",
    ),
    (
        "l5", None, "9781861972712", "2024-02-30", "2024-02-20", 1.255, 1, "fr", None, "NULL", 2,
        "2024-01-31 08:59:00",
    ),
)  # fmt: skip

PARCELS: Rows = (
    (
        "parcel", "status", "carrier", "weight", "declared_value", "currency", "country",
        "postcode", "tracking_no", "shipped_at", "delivered_at", "length_cm", "width_cm",
        "insured",
    ),
    (
        "p1", "delivered", "DHL", 2.5, 100, "EUR", "DE", "10115", "JJD000390007",
        "2024-06-03 10:00:00", "2024-06-05 12:00:00", 30, 20, "Y",
    ),
    (
        "p2", "in transit", "UPS", 31.2, 1500, "USD", "US", "90210", "1Z999AA10123",
        "2024-06-28 18:30:00", None, 120, 80, "N",
    ),
    (
        "p3", "returned", "dhl", 0, 20, "EUR", "FR", "75001", "JJD00039000X",
        "2024-06-01 09:00:00", "2024-06-04 09:00:00", 20, 30, "N",
    ),
    (
        "p4", "delivered", None, 5, 250, "XYZ", "ZZ", "1234", "bad no", "2024-06-08 10:00:00",
        None, 40, 40, "N",
    ),
    (
        "p5", "lost", "GLS", 12, 2000, "GBP", "GB", "SW1A 1AA", "GLS123456789",
        "2024-06-09 23:30:00", "2024-06-08 09:00:00", 60, 10, "Y",
    ),
    ("p6", "created", None, 1, 10, "EUR", "DE", "1011", None, None, None, 10, 10, None),
)  # fmt: skip

STUDENTS: Rows = (
    (
        "student", "first_name", "last_name", "grade", "gpa", "enrolled_on", "graduated_on",
        "age", "guardian_email", "house", "locker", "has_bus_pass", "bus_line",
    ),
    (
        "s1", "Lena", "Fox", 9, 3.75, "2022-09-01", None, 15, "fox@mail.com", "Red", "A-101",
        "yes", "12",
    ),
    (
        "s2", "tom", "BIRD", 13, 4.2, "2023-09-02", None, 17, "bird(at)mail.com", "Blue", "B-7",
        "no", None,
    ),
    (
        "s3", "Mia", "Mia", 10, 2.0, "2021-09-01", "2021-08-01", 16, None, "Green", "C-220",
        "yes", None,
    ),
    (
        "s4", "Jo-Ann", "O'Neil", 12, 0.0, "2019-09-01", "2024-06-30", 19, None, "red", "A-99",
        "no", "7",
    ),
    (
        "s5", "Zoë", "Lee", 8, 3.333, "2025-01-10", None, 4, "lee@mail.com", "Yellow", None,
        "No", None,
    ),
    (
        "s6", "R2D2", "Smith", 11, None, "2020-02-29", None, None, "x@y.co.uk", None, "D-001",
        "yes", "3",
    ),
)  # fmt: skip

READINGS: Rows = (
    (
        "reading", "meter_no", "kwh", "previous_kwh", "consumption", "read_at", "quality",
        "tariff", "voltage", "reactive_pct", "unit",
    ),
    ("r1", "DE0001", 1000, 900, 100, "2024-03-31 00:00:00", "measured", "day", 230, 10, "kWh"),
    ("r2", "DE0002", 800, 900, -100, "2024-04-30 12:00:00", "estimated", "night", 0, 110, "kWh"),
    ("r3", "de0003", 1500, 1400, 90, "2024-05-31 23:59:59", "Measured", "day", 229.5, None, "MWh"),
    ("r4", "DE4", None, 100, None, "2024-06-15 06:00:00", "missing", None, 260, 5, "kWh"),
    ("r5", "DE0005", 700.5, 700.5, 0, "2024-06-30 00:00:00", "measured", "flat", -230, 0, None),
)  # fmt: skip

TRANSFERS: Rows = (
    (
        "transfer", "iban", "bic", "amount", "fee", "total", "currency", "booked_on",
        "value_date", "from_account", "to_account", "type", "reversed", "approved_by",
        "created_by",
    ),
    (
        "t1", "DE89370400440532013000", "COBADEFFXXX", 100, 1, 101, "EUR", "2024-06-03",
        "2024-06-03", "A1", "A2", "SEPA", "N", "kim", "lee",
    ),
    (
        "t2", "DE89370400440532013001", "COBADEFF", 250.5, 2.5, 253, "EUR", "2024-06-08",
        "2024-06-10", "A3", "A3", "SEPA", "N", "lee", "lee",
    ),
    (
        "t3", None, "BAD", -20, 0, -20, "eur", "2024-06-12", "2024-06-11", "A4", "A1", "refund",
        "Y", None, "kim",
    ),
    (
        "t4", "GB82WEST12345698765432", None, 0, 0.5, 1, "GBP", "2024-07-03", "2024-07-04", None,
        "A2", "wire", "N", None, "ann",
    ),
    (
        "t5", "FR1420041010050500013M02606", "AGRIFRPP", 12000, 12, 12012, "EUR", "2023-12-29",
        "2024-01-02", "A5", "A6", "wire", None, None, "bob",
    ),
)  # fmt: skip

BOOKINGS: Rows = (
    (
        "booking", "guest", "check_in", "check_out", "nights", "adults", "children", "room_type",
        "rate_per_night", "room_total", "deposit", "paid", "country_code", "promo_code",
        "rating",
    ),
    (
        "b1", "Kim", "2024-06-01", "2024-06-03", 2, 2, 0, "double", 80, 160, 40, True, "FR",
        "SUMMER10", 5,
    ),
    ("b2", "Lou", "2024-06-05", "2024-06-05", 0, 0, 1, "single", 60, 0, 0, False, "fr", None, None),
    (
        "b3", "Max", "2024-06-10", "2024-06-09", -1, 1, 0, "suite", 200, 200, 300, True, "DEU",
        "winter5", 11,
    ),
    ("b4", None, "2024-02-29", "2024-03-02", 3, 3, 2, "single", 60, 180, 20, None, "IT", "X", 0),
    (
        "b5", "Noa", "2024-12-24", None, None, 2, None, "penthouse", 500, None, None, False,
        None, "NEWYEAR25", 4.5,
    ),
)  # fmt: skip

PAYSLIPS: Rows = (
    (
        "payslip", "employee_no", "gross", "tax", "net", "hours_worked", "overtime_hours",
        "hire_date", "termination_date", "contract", "manager_email", "department", "bonus",
        "iban_country", "period",
    ),
    (
        "y1", "E001", 3000, 600, 2400, 160, 0, "2020-01-15", None, "permanent", "m@co.com",
        "Sales", 0, "DE", "2024-05",
    ),
    (
        "y2", "E002", 2500, 500, 2100, 200, 40, "2024-08-01", None, "temp", None, "sales", 100,
        "FR", "2024-13",
    ),
    (
        "y3", "X003", 0, 0, 0, 0, 0, "2019-03-01", "2019-02-01", "intern", "m2@co.com", "HR",
        None, "IT", "05/2024",
    ),
    (
        "y4", "E0044", 5000, -10, 5010, 168, None, "2015-06-30", "2024-05-31", "permanent",
        "boss@other.com", None, 900, None, "2024-04",
    ),
    (
        "y5", None, 4100.5, 1000.25, 3100.25, None, 2, "2021-11-11", None, "Temp", "m@co.com",
        "R&D", 450, "ES", "2024-05",
    ),
)  # fmt: skip

WEATHER: Rows = (
    (
        "obs", "station", "temp_min", "temp_max", "humidity", "wind_dir", "rain_mm",
        "observed_on", "lat", "lon", "sky", "pressure_hpa", "json_payload", "station_ip",
        "quality_flag",
    ),
    (
        "w1", "S1", 10, 18, 55, "NW", 0, "2024-06-01", 52.5, 13.4, "clear", 1013, '{"a": 1}',
        "10.0.0.1", "ok",
    ),
    (
        "w2", "S2", 20, 15, 101, "north", 0.4, "2024-06-02", 95, 13.4, "cloudy", 1013, '{"a": }',
        "192.168.1.300", "OK",
    ),
    (
        "w3", "S3", -30, -40, -5, "S", -1, "2024-06-03", -33.9, -190, "clear ", 900, None,
        "8.8.8.8", "bad",
    ),
    ("w4", None, None, 12, 80, None, 3, "06/04/2024", 0, 0, "Fog", 0, "[]", "fe80::1", None),
    ("w5", "S5", 8, 8, 80, "E", 0, "2024-06-31", 48.1, 11.6, "unknown", 1020, "plain", "", "ok"),
)  # fmt: skip
