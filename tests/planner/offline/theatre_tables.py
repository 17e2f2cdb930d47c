"""Tickets of a theatre: what the tests of stories, synonyms and frames speak of."""

from __future__ import annotations

TICKETS = (
    ("id", "seat", "price", "paid", "buyer_email", "booked_on", "played_on", "channel", "code",
     "discount"),
    ("a", "A1", 40, 40, "ann@x.org", "2024-01-02", "2024-02-01", "web", "TX-100", 0),
    ("b", "A1", -5, 40, "", "2024-01-03", "2024-02-01", "desk", "TX-101", 10),
    ("c", "B7", 60, 70, "cy@x.org", "2024-03-09", "2024-02-01", "web", "tx-102", 60),
    ("d", "", 0, 0, "di@x.org", "2024-01-05", "2024-02-02", "phone", "TX-1", 5),
    ("e", "C3", 35, 30, "", "2024-01-06", "", "web", "TX-104", ""),
)  # fmt: skip
SHOWS = (
    ("show_id", "title", "hall"),
    ("s1", "Hamlet", "Red"),
    ("s2", "Medea", "Red"),
    ("s3", "Lear", ""),
)
CASTS = (
    ("cast_id", "show_id", "actor", "fee"),
    ("k1", "s1", "Oda", 100),
    ("k2", "s1", "Pia", 100),
    ("k3", "s2", "Oda", 90),
    ("k4", "s9", "Pia", 80),
)
THEATRE = {"tickets": TICKETS, "shows": SHOWS, "casts": CASTS}
