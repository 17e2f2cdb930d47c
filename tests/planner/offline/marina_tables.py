"""A marina: boats at their berths, and the slips of paper that visitors get."""

from __future__ import annotations

BOATS = (
    (
        "boat_no",
        "hull_code",
        "berth",
        "pier",
        "warden",
        "rig",
        "length_m",
        "fee",
        "insured",
        "state",
    ),
    ("b1", "H11", 101, "North", "Ada", "sail", 8, 100, "yes", "moored"),
    ("b2", "H12", 102, "North", "Ada", "motor", 10, 200, "yes", "moored"),
    ("b3", "H12", 103, "North", "Bo", "sail", 12, 300, "no", "away"),
    ("b4", "H14", 104, "South", "Cy", "motor", 6, 50, "yes", "moored"),
    ("b5", "H15", 104, "South", "Cy", "motor", 6, 50, "yes", "away"),
    ("b6", None, 106, "South", "Cy", "rowing", 4, 100, "no", "moored"),
)
"""Fees: 800 in all, 133.3 on average; North 600 and 200, South 200 and 66.7. Moored: 4 of 6."""

SLIPS = (
    ("visit", "slip_no", "issued_on", "pier", "turn"),
    ("v1", 1, "2026-01-01", "North", 1),
    ("v2", 2, "2026-01-02", "North", 2),
    ("v3", 4, "2026-01-03", "South", 1),
    ("v4", 5, "2026-01-01", "South", 3),
)
"""Slip 3 is missing; slip 5 is dated before slip 4; at pier South turn 2 is missing."""
