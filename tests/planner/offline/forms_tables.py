"""Tables whose cells are codes, dates and other written forms, right ones and wrong ones."""

from __future__ import annotations

KITS = (
    ("kit", "packed", "opens", "stamp", "period", "asset", "mac", "colour", "version", "isbn13",
     "ean", "iban", "hotline", "origin", "state", "zone", "link", "ip", "settings", "photo"),
    ("k1", "13/05/2023", "08:30", "2024-05-01T08:28:36Z", "2024-05",
     "123e4567-e89b-42d3-a456-426614174000", "00:1A:2b:3C:4d:5E", "#a1B2c3", "1.2.3",
     "9780306406157", "4006381333931", "DE89370400440532013000", "+44 20 7946 0958", "GB", "TX",
     "Asia/Tokyo", "https://a.org/x", "10.1.2.3", '{"port": 3}', "aGVsbG8="),
    ("k2", "31/02/2023", "24:00", "2024-05-01 08:28:36", "2024-13",
     "123e4567e89b42d3a456426614174000", "00-1A-2b-3C-4d-5E", "a1B2c3", "v1.2.3",
     "978-0306406157", "4006381333932", "DE89370400440532013001", "+44 20 7946 095", "UK", "PR",
     "Asia/Tokio", "http://a.org/x", "11.1.2.3", "[1]", "aGVsbG8"),
    ("k3", "3/5/2023", "07:15", "2024-02-30T08:28:36Z", "2024-5", "x", "00:1A:2b:3C:4d", "#a1B2c",
     "1.2.3-beta", "9770306406158", "400638133393", "FR1420041010050500013M02606",
     "+44 20 7946 0958 ", "gb", "tx", "UTC", "https://a b", "10.300.2.3", '{"rack": 3}',
     "aGVsbG8*"),
    ("k4",) + (None,) * 19,
)  # fmt: skip
CRATES = (
    ("crate", "sent", "back", "day_name", "price", "label", "code", "gate", "nick", "chapter",
     "pin", "serial", "dims", "tag", "remark", "temp", "grain", "wide_clock",
     "ref", "quarter", "mail", "batch", "promo"),
    ("c1", "13/05/2024", "14/05/2024", "Monday", 9.99, "AB-12", "B17 4", "in ok", "Otto", "IX",
     "1234", 7, "60 x 80", "#abc_1", "plain text", 36.5, "wheat", "8:30",
     "HB-2024-0001", "Q1 2024", "ann@a.org", "B2024W05", "SAVE10"),
    ("c2", "29/02/2024", "27/02/2024", "thursday", 10.5, "ABC-12", "C1", "IN ok", "Anna b",
     "VIIII", "1123", 8, "60x80", "abc", " caf\u00e9  x ", 36.25, "Rye", "08:30",
     "HB-2024-2", "Q5 2024", "ann@a", "B2024W54", "save10"),
    ("c3", "01/12/2024", "02/12/2024", "Mon", 12.0, "AB-1x", "D22", "out lights", "abcba", "ix",
     "9876", 9, "60", "#", "two  blanks", 36.0, "rye", "09:00",
     "XB-2024-0003", "Q4 2023", "x@y.org", "B2023W52", "WIN5"),
    ("c4",) + (None,) * 22,
)  # fmt: skip
