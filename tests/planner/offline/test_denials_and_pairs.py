"""How far a denial reaches, pairs of values for two columns, and words that pull against a rule."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, Tables, told_tests

TABLES: dict[str, Rows] = {
    "tags": (
        ("tag", "label", "colour", "size", "weight", "fee", "note", "flavour"),
        ("T1", "ab.cd", "red", "S", 1, 2.5, "see http://a.org there", "sour"),
        ("T2", "Ab cd", "red", "M", 2, 2, "none yet", "sweet"),
        ("T3", "a@b.c", "blue", "M", 3, 4.25, "none yet", "sweet"),
        ("T4", "abcdefghijk", "blue", "S", 5, 3, "plain text", "bitter"),
        ("T5", "a-b1", "green", None, 4, 9, "plain text", "bitter"),
    ),
    "visitors": (
        ("id", "first_name", "last_name", "is_member", "east", "north", "receipt", "ref"),
        ("V1", "Ann", "Lee", "true", 0, 0, "12", "AX"),
        ("V2", "Bob", "Ray", "false", 0, 3, "340", "aI"),
        ("V3", "Cy", "Lee", "true", 4, 0, "K 7", "BQ"),
        ("V4", "Ann", "Ray", "false", 5, 6, "99", "CC"),
    ),
}

FLAGGED = {
    "tags": [
        ("length-as-told", "T2 T4", [
            "label: no capitals, at most 10 characters.",
            "label: no capitals, no more than 10 characters.",
            "label: no capitals or blanks, up to 10 characters.",
            "label - no capitals, fewer than 11 characters",
            "label: no capitals; at most 10 characters.",
            "label: no capitals but at most 10 characters.",
            "label: no capitals, at most 10 characters, no blanks.",
            "label without capitals, at most 10 characters.",
            "label must be free of capitals and at most 10 characters.",
            "label must be without capitals, at most 10 characters",
        ]),
        ("longer-as-told", "T2 T5", ["label: no blanks, more than 4 characters."]),
        ("range-as-told", "T4 T5", [
            "label: no hyphens, 5 to 10 characters.",
            "label: no hyphens, between 5 and 10 characters.",
        ]),
        ("sign-as-told", "T1 T2 T4 T5", [
            "label: no capitals, an @.",
            "label: no blanks, exactly one @.",
            "label: no blanks, but an @.",
        ]),
        ("digit-as-told", "T1 T2 T3 T4", ["label: no blanks, at least one digit."]),
        ("end-as-told", "T1 T2 T3 T4 T5", ["label: no blanks, a dot at the end."]),
        ("case-as-told", "T2", ["label: no blanks, lower case."]),
        ("all-denied", "T1 T2 T3", [
            "label: no blanks, no dots.",
            "label: no blanks or dots.",
            "label: no blanks, dots.",
            "label: no capitals, blanks or dots.",
            "label without a blank or a dot",
            "label: no blanks and no dots",
        ]),
        ("not-so-long-nor", "T2 T4", [
            "label: no more than 10 characters, no blanks.",
            "label: at most 10 characters and no capitals or blanks.",
        ]),
        ("not-both-signs", "T3", ["label must not contain both a dot and an @."]),
        ("one-pair", "T2", [
            "colour and size must not be red/M.",
            "colour and size are never red/M.",
            "colour and size never red/M.",
            "colour and size: never red/M.",
            "colour and size must not be (red, M).",
            "colour/size must not be red/M.",
            "The combination of colour and size must not be red/M.",
            "No tag may have colour and size red/M.",
            "Flag tags whose colour and size are red/M.",
            "Flag tags with colour and size red/M.",
        ]),
        ("two-pairs", "T2 T4", [
            "colour and size never red/M or blue/S.",
            "colour and size must never be red/M, blue/S.",
        ]),
        ("only-pairs", "T1 T4", ["colour and size must be red/M or blue/M."]),
        ("decimals-and-bound", "T1 T2 T3", ["fee has at most one decimal, and it is above 2.5."]),
        ("dearer-fee", "T5", ["No fee is dearer than 5."]),
        ("denied-as-held", "T1", ["flavour must not be Sour."]),
    ],
    "visitors": [
        ("pairs-with-a-flag", "V2 V4", [
            "is_member and last_name must be true/Lee or false/Lee.",
        ]),
        ("zeros-at-once", "V1", [
            "east and north must not be (0, 0).",
            "east and north must not both be 0.",
        ]),
        ("either-case", "V2 V3", [
            "ref must not contain I, O or Q, in either case.",
        ]),
        ("called-so", "V1 V4", ["No visitor is Ann."]),
        ("longest-told", "1", ["The longest receipt must have at most 2 characters."]),
    ],
}  # fmt: skip

DECLINED = [
    ("tags", "label: no blanks, capitals."),
    ("tags", "label: no blanks, a dot or an @"),
    ("tags", "label: no digits, only small letters"),
    ("tags", "label without a blank, an @"),
    ("tags", "label must not contain blanks and at most 9 characters."),
    ("tags", "label must not contain digits and dots."),
    ("tags", "label must not contain a digit and a dot."),
    ("tags", "No label may contain digits and dots."),
    ("tags", "label never contains digits and dots."),
    ("tags", "label must not have capitals and at most 9 characters."),
    ("tags", "colour and size must not be red, M."),
    ("tags", "colour and size must not be red or M."),
    ("tags", "colour and size must not be red and M."),
    ("tags", "colour and size are not red and M."),
    ("tags", "colour and size must not be red/blue."),
    ("tags", "size and colour must not be red/M."),
    ("tags", "weight and fee must not be 2/2."),
    ("tags", "fee has one decimal at most, and it is 0 or 5."),
    ("tags", "fee has at most one decimal and is 0 or 5."),
    ("tags", "weight must rise strictly; it may stay the same."),
    ("tags", "weight is strictly increasing, ties allowed."),
    ("tags", "weight must strictly fall. Equal neighbours are fine."),
    ("tags", "The longest fee must be at most 18."),
    ("tags", "note must contain a link only if weight is below 3."),
    ("tags", "note contains a link only if weight is below 3."),
    ("tags", "Flag tags with a link in the note."),
    ("tags", "flavour must not be SOUR."),
    ("tags", "No weight is dearer than 3."),
    ("tags", "max weight per colour 4"),
    ("tags", "largest weight for colour red 4"),
    ("tags", "highest weight 4"),
    ("visitors", "ref must not contain I; small letters are fine."),
    ("visitors", "ref must not be 'AX'; lower case is allowed."),
    ("visitors", "No visitor is called Ann."),
    ("visitors", "No visitor is Ann Lee."),
    ("visitors", "No active visitor is Ann Lee."),
    ("visitors", "No visitor is 7."),
    ("visitors", "The longest receipt must be at most 100."),
    ("visitors", "The dearest receipt must be below 100."),
    ("visitors", "east and north must not be 0/0."),
    ("visitors", "east and north must not be 0, 0."),
]

checked, test_denials_are_read, test_doubtful_denials_are_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)

RESTATED = {
    "label has no digits, no spaces, no dots.": (
        "In every tags row, label does not match as a whole the pattern (?s:.*)\\d(?s:.*) and "
        "label does not contain ' ' and label does not contain '.'."
    ),
    "label must not be an e-mail address.": "label is not an e-mail address",
    "label: no digits, at most 9 characters.": "does not match as a whole the pattern",
}


def test_each_denied_part_is_restated_by_itself(checked: dict[str, Tables]) -> None:
    for sentence, told in RESTATED.items():
        said = checked["tags"].plan(sentence, "tags").restatement

        assert told in said
        assert "it is not so that" not in said
