"""Details of a rule told in a sentence or a bracket of their own: what does not count."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "crates": (
        ("crate", "seal", "grade", "owner", "gross", "net", "tare", "weighed", "opened", "shut"),
        ("C1", "1234-5678", "A", "Ida", 12.0, 10, "2", "7", "2026-01-01", "2026-01-02"),
        ("C2", "12345678", "b", "ida", 12.05, 10, "2", "ten", "2026-01-03", "2026-01-03"),
        ("C3", "12 345 678", "C", " Ida ", 12.1, 10, "2.5", "7.5", "2026-01-05", "2026-01-04"),
        ("C4", "1234-567", "B", "Olav", 13.0, 10, "", "-3", "2026-01-06", "2026-01-09"),
        ("C5", None, None, "   ", 20.0, 18, "2", "0", "2026-01-07", None),
    ),
    "ferries": (
        ("trip", "left", "due", "berth", "pier"),
        ("F1", "2026-05-01", "2026-05-02", "N1", "North"),
        ("F2", "2026-05-04", "2026-05-03", "N1", "North"),
        ("F3", "NULL", "2026-05-05", "NULL", "South"),
        ("F4", "NULL", "2026-05-06", "NULL", "East"),
    ),
}

FLAGGED = {
    "crates": [
        ("dashes", "C3 C4", [
            "A seal has exactly 8 digits; dashes are not counted.",
            "seal has 8 digits. Dashes are ignored.",
            "seal must be 8 digits, with or without dashes.",
            "seal has 8 digits, not counting the hyphens.",
            "Without the dashes seal has exactly 8 digits.",
            "Flag crates whose seal is not 8 digits. Dashes do not matter.",
        ]),
        ("dashes-and-spaces", "C4", [
            "seal has 8 digits. Dashes and spaces do not count.",
            "seal must be 8 characters long; spaces and dashes are ignored.",
        ]),
        ("any-case", "C1 C2", [
            "No two crates may have the same owner. Upper and lower case make no difference.",
            "owner must be unique, ignoring capitals.",
            "owner must be unique. The case of the letters is irrelevant.",
            "owner must be unique; Ida and ida are the same.",
        ]),
        ("any-case-and-blanks", "C1 C2 C3", [
            "owner must be unique; case and surrounding spaces do not count.",
            "owner must be unique (case-insensitive, surrounding spaces ignored).",
        ]),
        ("blanks-around", "C1 C3", [
            "No two crates have the same owner. Leading and trailing spaces are ignored.",
        ]),
        ("blanks-around-a-list", "C2 C5", [
            "owner must be Ida or Olav. Spaces around it do not matter.",
        ]),
        ("case-of-a-list", "", [
            "grade must be A, B or C, whether in capitals or small letters.",
            "grade must be A, B or C (any case).",
        ]),
        ("small-letters", "C2", [
            "grade must be A, B or C. Small letters are wrong.",
            "grade is a single letter. Lower case is not allowed.",
        ]),
        ("blanks-alone", "C5", [
            "owner is required; a cell with nothing but spaces counts as empty too.",
            "owner must be filled. Spaces alone do not count.",
        ]),
        ("blanks-alone-forgiven", "C2 C3", [
            "owner must be Ida or Olav; cells with only spaces count as empty.",
        ]),
        ("words", "C2 C4", [
            "weighed must be at least 0. Words are wrong.",
            "weighed must be 0 or more; text is wrong too.",
            "Flag every weighed below 0. Anything that is not a number is wrong too.",
        ]),
        ("decimals", "C2 C3", [
            "weighed must be a whole number. Decimals and words are wrong.",
            "Show me every weighed that is not a whole number. No decimals, no words.",
        ]),
        ("decimals-and-signs", "C2 C3 C4", [
            "weighed must be a whole number. Text, decimals and negative numbers are wrong.",
        ]),
        ("below", "C3 C4", [
            "gross must equal net + 2. Differences below 0.1 are just rounding.",
            "gross must be net + 2; ignore differences of less than 0.1.",
        ]),
        ("up-to", "C4", [
            "gross must equal net + 2. Differences of up to 0.1 are just rounding.",
            "gross must equal net + 2; being off by 0.1 is ok.",
            "gross must equal net + 2. A difference of 0.1 or less does not matter.",
        ]),
        ("same-day", "C3", [
            "shut must not be before opened; the same date is allowed too.",
        ]),
        ("same-day-wrong", "C2 C3", [
            "shut must be after opened. The same day is also wrong.",
        ]),
        ("edge", "C5", [
            "gross must not be above 13. Exactly 13 is fine.",
            "gross must be at most 13; 13 itself is still allowed.",
        ]),
        ("edge-wrong", "C4 C5", [
            "gross must be below 13; 13 is already too much.",
        ]),
        ("dashes-of-some", "", ["If owner is Ida, seal has 8 digits. Dashes are ignored."]),
        ("blanks-are-cells", "C1 C3 C4", ["seal has 8 digits. Blanks do not count."]),
        ("blanks-at-one-end", "C2 C4 C5", [
            "owner must start with I. Leading spaces do not matter.",
        ]),
        ("neither-does-case", "C1 C2", [
            "owner must be unique. Empty owners do not count, and neither does case.",
        ]),
        ("signs", "C1 C4", [
            "seal must be at least 8 characters long. Dashes are wrong.",
        ]),
    ],
    "ferries": [
        ("null-left-out", "F2", [
            "left must not be later than due. Trips whose left is NULL are left out.",
            "left must not be later than due. NULLs do not count.",
            "left must not be later than due. NULL is not judged.",
        ]),
        ("null-keys", "", [
            "A berth always goes with the same pier. NULL berths do not count.",
        ]),
        ("null-keys-of-copies", "F1 F2", ["berth must be unique. NULLs do not count."]),
        ("null-is-none", "F3 F4", ["left must not be NULL."]),
    ],
}  # fmt: skip

DECLINED = [
    ("crates", "owner must be unique. Dashes are ignored."),
    ("crates", "seal is four digits, a dash and four digits. Dashes are ignored."),
    ("crates", "seal has 8 digits; letters are ignored."),
    ("crates", "If seal starts with 1, seal has 8 digits. Dashes are ignored."),
    ("crates", "owner must start with I; trailing spaces do not count."),
    ("crates", "seal has 8 digits; not only dashes are ignored."),
    ("crates", "owner has at most 9 characters, ignoring capitals."),
    ("crates", "owner starts with a capital. Small letters are wrong."),
    ("crates", "grade must not be A. Lower case is wrong."),
    ("crates", "owner must be at most 9 characters long. Words are wrong."),
    ("crates", "owner must be unique. Words are wrong too."),
    ("crates", "If grade is A, weighed must be at least 0. Words are wrong."),
    ("crates", "weighed must be at least 0. Text is not wrong."),
    ("crates", "weighed must be at least 0; nothing else is wrong."),
    ("crates", "gross must be below net. Differences below 0.1 are just rounding."),
    ("crates", "gross must equal net + 2. Differences below 2 percent are just rounding."),
    ("crates", "gross must equal net + 2. Differences above 0.1 are just rounding."),
    ("crates", "gross must be above 12; exactly 12 is fine."),
    ("crates", "gross must be at most 13; 14 is still ok."),
    ("crates", "owner must be unique. A cell with nothing but spaces is wrong too."),
    ("crates", "owner must be Ida or Olav; a cell with spaces counts as empty."),
    ("crates", "grade must be A or B, only case does not matter."),
    ("ferries", "A pier always goes with the same berth. NULL piers do not count."),
]

checked, test_a_detail_is_told_by_itself, test_what_is_not_plain_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
