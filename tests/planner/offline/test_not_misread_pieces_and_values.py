"""Pieces of texts, values and columns called by words that may be taken for others."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "shifts": (
        ("shift_id", "role", "shift_code", "site", "note", "pay", "opens", "closes", "opened_on",
         "closed_on", "size"),
        ("S1", "nurse", "N1", "Kiel", "late", 10, "08:00", "17:00", "2024-01-01",
         "2024-02-01", "small"),
        ("S2", "doctor", "D2", "Kiel", "no show", 0, "8:00", "17:00", "2024-01-01",
         "2023-02-01", "SMALL"),
        ("S3", "nurse", "D3", "Bonn", "", 30, "09:00", "closed", "2024-01-01", "", "large"),
        ("S4", "porter", "P", "Bonn", "swap", 40, "09:00", "12:00", "", "", "small"),
        ("S5", "doctor", "X5", "Rome", "late", 50, "10:00", "12:00", "2024-03-01", "", "medium"),
    ),
    "books": (
        ("book_id", "isbn", "dept", "format", "tags", "edition", "teacher", "status", "login",
         "office"),
        ("B1", "9783161484100", "IT", "paper", "new", "1st", "Frey", "open", "kiel", "Kiel"),
        ("B2", "9793161484100", "it", "ebook", "old;new", "2nd", "Ngo", "closed", "bonn", "Bonn"),
        ("B3", "1234567890123", "HR", "paper", "old", "3rd", "Frey", "open", "Rome", "Rome"),
        ("b-4", "978", "Sales", "audio", "vip", "10th", "Ito", "done", "OSLO", "Oslo"),
        ("B5", "979", "HR", "paper", "vip;old", "2nd", "Ito", "not done", "", ""),
    ),
    "tickets": (
        ("ticket", "priority", "severity", "consent", "comment", "rank", "number", "valid"),
        ("T1", "critical", 1, "given", "a", 1, 1, "yes"),
        ("T2", "high", 1, "missing", "b", 2, 3, "no"),
        ("T3", "critical", 2, "given", "", 3, 3, "yes"),
        ("T4", "low", 3, "expired", "NULL", 4, 4, "no"),
    ),
}  # fmt: skip

FLAGGED = {
    "shifts": [
        ("pieces-by-case", "S3 S5", [
            "The shift code starts with N for nurses, D for doctors and P for porters.",
            "Shift codes begin with N for nurses and with D for doctors.",
        ]),
        ("held-by-case", "S3 S5", ["The shift code must contain N for nurses, D for doctors."]),
        ("any-spelling", "S4", ["Small shifts must have a pay below 40."]),
        ("own-dates", "S2", ["A shift was closed after it was opened."]),
        ("value-no-show", "S2", ["The note must not be no show."]),
    ],
    "books": [
        ("begins-with-either", "B3 b-4 B5", [
            "ISBNs are 13 digits starting with 978 or 979.",
            "ISBNs are 13 digits, beginning with 978 or 979.",
            "An isbn has 13 digits and starts with 978 or 979.",
        ]),
        ("letters-beside", "b-4 B5", ["ISBNs are 13 digits; letters are not allowed."]),
        ("not-done", "B1 B2 B3", ["The status must be done or not done."]),
        ("other-than-done", "B5", ["Books that are not done must have an office."]),
        ("any-case", "b-4", ["Format must be paper or EBOOK, in any case."]),
        ("list-of-values", "B2 b-4", ["The department must be IT or HR."]),
        ("ordinals", "b-4", ["Edition must be 1st, 2nd or 3rd."]),
    ],
    "tickets": [
        ("only-these-values", "T4", ["Severity must be 1 or 2, and only those."]),
        ("nothing-else", "T3", ["A critical ticket must have severity 1, and nothing else."]),
        ("and-for-no-others", "T2 T3", ["Critical tickets have severity 1, and for no others."]),
        ("gap-of-the-rule", "T3", [
            "Missing comments cost us money, so the comment must be filled.",
        ]),
        ("the-number", "T2", ["The rank is the number.", "The rank must be the number."]),
        ("a-number", "", ["The rank must be a number."]),
    ],
}  # fmt: skip

DECLINED = [
    ("shifts", "The shift code starts with N for nurses and is X5 for doctors."),
    ("shifts", "No shows (note = no show) have a pay of 0."),
    ("shifts", "Shifts have a pay of 0 (note = no show)."),
    ("shifts", "Closes must be after opens."),
    ("shifts", "A site closes after it opens."),
    ("shifts", "If the size is Small, the pay must be below 40."),
    ("shifts", "Notes mention late unless the shift is closed or open 24/7."),
    ("shifts", "International sites need a pay above 10."),
    ("books", "ISBNs have 13 characters; letters are not allowed."),
    ("books", "Format must be paper or EBOOK (ebook counts as EBOOK)."),
    ("books", "Isbns; letters are wrong."),
    ("books", "Commercial teachers need an office of at least 3 characters."),
    ("books", "Cancelled books need an office of at least 5 letters."),
    ("books", "Book ids are B- and one digit, upper case B only."),
    ("books", "Editions are ordinals, like 1st, 2nd, 3rd or 10th."),
    ("books", "Editions are 1st, 2nd, formerly new or 3rd."),
    ("books", "The login must be office in lower case."),
    ("books", "The login must be book_id.office@corp.com in lower case."),
    ("books", 'The login must be "book_id office".'),
    ("books", "The department is spelled IT, not it."),
    ("books", "Dept is Sales, IT or HR, and it is spelled IT, not it."),
    ("books", "Dept is Sales, IT or HR, and IT is written in capitals."),
    ("books", "Only paper books may have the tag vip."),
    ("books", "Tags must not repeat within a book."),
    ("books", "Tags must be unique within a book."),
    ("tickets", "A critical ticket must have severity 1, and only those."),
    ("tickets", "A critical ticket must have severity 1, but no others."),
    ("tickets", "Critical tickets have severity 1, and no others."),
    ("tickets", "A ticket is valid only if the comment is a."),
    ("tickets", "Missing consent needs a reason, so the comment must be filled."),
    ("tickets", "Without a comment we cannot decide, so severity must be 1."),
    ("tickets", "The comment must be first name and last name separated by one blank."),
]

checked, test_what_is_clear_is_flagged, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
