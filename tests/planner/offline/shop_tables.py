"""Tables of a kitchen, a garage, a gym, a store room and a help desk."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows

DISHES: Rows = (
    (
        "dish", "name", "price_eur", "calories", "vegan", "allergens", "spice_level", "added_on",
        "category", "chef_email", "prep_min", "sku",
    ),
    ("d1", "Soup", 4.5, 120, "Y", "nuts;milk", 0, "2023-01-10", "starter", "a@b.com", 10, "ST-001"),
    ("d2", "curry", 12.999, 900, "N", "nuts", 5, "2024-02-30", "Main", None, 95, "MA-02"),
    (
        "d3", "Cake  ", None, -5, "n", "gluten;egg", None, "2025-01-01", "dessert", "bad@", 0,
        "DE-100",
    ),
    ("d4", "", 0, 400, None, None, 2, None, "drink", "c@d.org", 5, "XX-1"),
    ("d5", "TARTE", 300, 2500.5, "Y", "", 1.5, "2024-06-30", "main", "e@f.com", None, "MA-003"),
)  # fmt: skip

CARS: Rows = (
    (
        "car", "vin", "plate", "make", "mileage_km", "fuel_pct", "year_built", "last_service",
        "next_service", "driver_id", "backup_driver_id", "status", "purchase_price",
        "sale_price", "sold_on", "color_hex", "ev", "battery_kwh", "tank_l",
    ),
    (
        "c1", "1HGCM82633A004352", "AB-123", "Honda", 50000, 80, 2018, "2024-01-10",
        "2024-07-10", "D1", "D2", "active", 20000, None, None, "#ff0000", False, None, 50,
    ),
    (
        "c2", "1HGCM82633A004353", "ab-99", "Tesla", -10, 101, 2025, "2024-05-05", "2024-05-05",
        "D3", "D3", "active", 45000, 50000, "2024-03-01", "ff0000", True, None, None,
    ),
    (
        "c3", None, "XY-777", "Ford", 250001, 0, 1899, "2023-12-31", "2024-12-31", None, None,
        "sold", 10000, 8000, "2024-06-01", "#FFF", False, None, 60,
    ),
    (
        "c4", "WVWZZZ1JZXW000001", "CD 456", "VW", 120000, 50.5, 2020, None, None, "D4", None,
        "sold", 15000, 16000, None, "#12345g", False, 20, 40,
    ),
    (
        "c5", "XX", "EF-1", "BMW", 0, None, 2010, "2024-06-29", "2024-06-01", "D5", "D1",
        "in repair", None, 1, "2030-01-01", None, True, 60, 30,
    ),
)  # fmt: skip

MEMBERS: Rows = (
    (
        "member", "full_name", "dob", "joined", "left_on", "plan", "monthly_fee", "phone_mobile",
        "phone_home", "country", "postcode", "newsletter", "referral", "checkins", "height_cm",
        "weight_kg", "bmi", "pin", "website",
    ),
    (
        "m1", "Ada King", "1990-05-01", "2020-01-01", None, "gold", 50, "+4917612345678", None,
        "DE", "10115", "yes", None, 10, 170, 60, 20.8, "0042", "https://ada.org",
    ),
    (
        "m2", "Bo", "2010-01-01", "2024-02-01", "2024-01-15", "Silver", 30.5, None, None, "GB",
        "SW1A 1AA", "no", "m2", 0, 250, 300, 48, "123", "ada.org",
    ),
    (
        "m3", "Cy Young-Lee", "2030-01-01", "2024-07-05", None, "bronze", -1, "12", "0301234",
        "de", "1011", "maybe", "m1", -3, 95, 40, 44.3, "12a4", None,
    ),
    (
        "m4", None, None, None, None, "gold", 0, "n/a", "n/a", "FR", "75001", None, "m9", 5,
        None, None, None, None, "http://x",
    ),
    (
        "m5", "DI  FOX", "1950-12-31", "1999-12-31", "2010-01-01", None, None, "+33612345678",
        "+33", "US", "1234", "Yes", "m1", 400, 180, 80, 30, "9999", "ftp://f.org",
    ),
)  # fmt: skip

STOCK: Rows = (
    (
        "item", "sku", "qty_on_hand", "reserved", "available", "min_level", "max_level",
        "unit_cost", "list_price", "discount", "final_price", "expires_on", "received_on",
        "location", "batch", "weight_g", "is_active", "note", "ean",
    ),
    (
        "i1", "A1", 10, 2, 8, 5, 50, 2.0, 4.0, 0.25, 3.0, "2024-12-31", "2024-01-01", "A-01-03",
        "B2401", 250, "true", "ok", "4006381333931",
    ),
    (
        "i2", "a2", 3, 5, -2, 5, 4, 5.0, 4.0, 0.5, 2.0, "2024-01-01", "2024-02-01", "A-1-3",
        "B24", "0", "false", "check	this", "4006381333932",
    ),
    (
        "i3", "A-3", 0, 0, 1, 0, 10, 0, 0, 1.5, 0, "2024-06-15", "2024-06-20", "B-02-01", None,
        "heavy", "TRUE", None, "123",
    ),
    (
        "i4", "A4", None, 0, None, None, None, 1.5, 3, None, 3, None, None, None, "X2405", 1000,
        None, "  ", None,
    ),
    (
        "i5", "A 5", 7.5, 0, 7.5, 1, 100, 1, 1.1, 0, 1.1, "2024-07-01", "2024-06-30", "C-11-22",
        "B2406", 12, "yes", "fine", "73513537",
    ),
)  # fmt: skip

TICKETS: Rows = (
    (
        "ticket", "subject", "priority", "status", "opened_at", "closed_at", "due_on",
        "assignee", "reporter", "customer_tier", "sla_hours", "satisfaction", "tags",
        "ticket_ref", "country", "refund_amt", "order_total", "is_spam", "phone", "zip",
        "attempts",
    ),
    (
        "k1", "Login broken", "P1", "open", "2024-06-20 09:00:00", None, "2024-06-30", "zoe",
        "ian", "gold", 4, None, "web,login", "TCK-2024-001", "US", 0, 100, False, "555-0100",
        "02139", 1,
    ),
    (
        "k2", "  ", "P5", "closed", "2024-06-21 18:30:00", "2024-06-20 10:00:00", "2024-06-22",
        "zoe", "zoe", "Silver", -1, 6, "", "tck-24-1", "USA", 150, 100, False, "5550100", "2139",
        0,
    ),
    (
        "k3", None, "p2", "closed", "2024-07-02 08:00:00", None, None, None, "ian", None, 24,
        3.5, None, "TCK-2024-02", "fr", None, 50, True, None, "0213A", 3,
    ),
    (
        "k4", "Bug: crash!", "P3", "waiting", "2024-05-01 12:00:00", "2024-05-03 12:00:00",
        "2024-05-04", "max", "amy", "gold", 72, 5, "app", "TCK-2023-777", "DE", 20, 20, False,
        "12", "99999-1234", 12,
    ),
    (
        "k5", "Refund", "P2", "closed", "2024-06-29 23:59:00", "2024-06-30 00:30:00",
        "2024-06-01", "ian", "bob", "bronze", 8, 0, "billing,refund", "TCK-2024-005", None, -5,
        0, None, "555-01", "10001", 2,
    ),
)  # fmt: skip
