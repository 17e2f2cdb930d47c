"""How a text is written, as owners put it: sizes, groups, joined words, standards."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "parcels": (
        ("parcel", "track", "hook", "nick", "site", "seal", "label"),
        ("P1", "AB-120-07", "0a:1b:2c", "tiny-box", "kiel", "AAA1", "Ada"),
        ("P2", "CD-000-08", "0a-1b-2c", "tiny--box", "New Ulm", "aaa2", "O'Neil"),
        ("P3", "EF-950-00", "0a:1b-2c", "-box", "KIEL", "Bbb3", "Al"),
        ("P4", "GH-300-99", "0a1b2c", "box", "rome", "bbb44", "Jo-Ann"),
    ),
    "loans": (
        ("loan", "link", "book", "came_on", "came_day"),
        ("L1", "see https://a.org", "978-3-16-148410-0", "2026-03-02", "Monday"),
        ("L2", "see http://b.org", "9783161484100", "2026-03-03", "Tuesday"),
        ("L3", "no address", "978-3-16-148410", "2026-03-04", "Friday"),
        ("L4", "ftp://c.org", "9783161484101", "2026-03-05", "Thursday"),
    ),
}

FLAGGED = {
    "parcels": [
        ("most", "P4", [
            "seal: 4 characters at most",
            "seal may be 4 characters at most.",
            "Every seal must have 4 characters or fewer.",
            "The limit for seal is 4 characters.",
            "A seal is limited to 4 characters.",
            "seal must have at least 2 and at most 4 characters.",
            "seal must not exceed 4 characters, blanks included.",
            "seal must be 4 characters maximum.",
            "A seal must be 4 characters long, at the most.",
        ]),
        ("least", "P1 P2 P3", [
            "seal: 5 characters at least",
            "A seal must have 5 characters or more.",
            "seal: minimum length 5",
            "Flag every seal of 4 characters or less.",
        ]),
        ("letters", "P3", [
            "Labels are at least three letters long.",
            "label must be three letters or longer.",
        ]),
        ("word", "P2", [
            "site must be one word, without any space.",
            "Each site is a single word with no spaces.",
        ]),
        ("groups", "P2 P3", [
            "In track the second group must not be 000 or anything from 900 up.",
            "In track, the second group must not be 000 nor anything above 899.",
            "track: second group not 000, last not 00",
            "No group of a track may consist of zeros only.",
        ]),
        ("hex", "P3 P4", [
            "hook must be three hexadecimal pairs joined either by colons only or by dashes only.",
            "A hook is three hex pairs separated by either colons or dashes, not both.",
        ]),
        ("colons", "P2 P3 P4", ["hook must be three pairs of hex digits joined by colons."]),
        ("words", "P2 P3", [
            "nick consists of words of small letters joined by single dashes.",
            "A nick is made of lower-case letters, its words joined by single hyphens.",
            "nick must not contain two dashes in a row and must not start with a dash.",
        ]),
        ("ends", "P3", ["nick neither starts nor ends with a dash."]),
        ("case", "P2 P3", [
            "site is always written without capital letters.",
            "site must be typed in lower case.",
        ]),
        ("either", "P1 P4", [
            "Every seal must either contain an a, or start with B and end with 3.",
        ]),
        ("parts", "P1 P2 P3 P4", ["track must have two parts separated by dashes."]),
        ("part", "P3", [
            "The last group of track must not be 00.",
            "In track the last group must be between 1 and 99.",
        ]),
        ("size", "P4", [
            "seal must be 2 to 4 characters: letters and digits.",
            "seal must be exactly 4 characters, each of them a letter or digit.",
        ]),
        ("leading", "P3", [
            "nick must not have a leading dash.",
            "nick must be without a leading dash.",
        ]),
        ("first", "P1", ["Only the first letter of seal may be a capital."]),
        ("vowel", "P1 P2", ["seal must contain no vowels."]),
        ("capitals", "P1 P2 P4", ["site must be written with capital letters only."]),
    ],
    "loans": [
        ("web", "L3 L4", [
            "A link, where there is one, must contain a web address beginning with http:// or https://.",
        ]),
        ("safe", "L2 L3 L4", ["link must contain a URL starting with https://."]),
        ("address", "L1 L2 L3 L4", ["link must be an https address."]),
        ("wrong", "L1 L3", [
            "Show me every book that is not a whole number. Decimals and words are wrong.",
        ]),
        ("book", "L3 L4", [
            "Every book passes the ISBN-13 check.",
            "book must meet the ISBN-13 standard.",
            "Flag each book that fails the ISBN-13 check.",
            "We only accept genuine ISBN-13 numbers in book.",
            "No book may be an invalid ISBN-13.",
            "book must be an ISBN-13 with a correct check digit.",
        ]),
        ("day", "L3", [
            "came_day must be the English name of the weekday on which the date in came_on falls.",
            "came_day must be the weekday of came_on, in English.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("parcels", "seal may be 4 characters at least."),
    ("parcels", "hook must be three hex pairs joined by colons or dashes."),
    ("parcels", "seal must not be limited to 4 characters."),
    ("parcels", "The limit for seal is 4."),
    ("parcels", "hook must be three pairs joined by colons."),
    ("parcels", "hook must be hex pairs joined by colons."),
    ("parcels", "In track the second group must not be 000 or the last not 00."),
    ("parcels", "In track only the second group must not be 000."),
    ("parcels", "In track the fifth group must not be 000."),
    ("parcels", "In nick the first group must not be 12."),
    ("parcels", "nick is made of letters and dashes, its words joined by single dashes."),
    ("parcels", "nick must end in a two-letter word."),
    ("parcels", "Only the first letter of seal must be a capital."),
    ("parcels", "The number in track must be at least 10."),
    ("parcels", "site must contain a three-letter tag."),
    ("parcels", "nick may have no words joined by dashes."),
    ("parcels", "Every seal must either contain an a or start with B and end with 3."),
    ("loans", "link must contain a URL."),
    ("loans", "link must contain a web address not beginning with http://."),
    ("loans", "link must contain the came_day in lower case."),
    ("loans", "book must pass the check."),
    ("loans", "Not every book passes the ISBN-13 check."),
    ("loans", "We do not accept valid ISBN-13 numbers in book."),
    ("loans", "came_day must be the weekday of the day after came_on, in English."),
]

checked, test_texts_are_told_as_owners_put_it, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
