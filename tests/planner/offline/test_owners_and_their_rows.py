"""Rules across two tables: rows counted and added up for each owner, keys and values of both."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "clubs": (
        ("club_no", "town", "accepts_guests", "dues_total", "bout_count", "founded", "level"),
        ("K1", "Bern", "yes", 30, 2, "2001-05-01", "gold"),
        ("K2", "Genf", "yes", 0, 1, "2010-01-01", "basic"),
        ("K3", "Sion", "no", 12, 1, "2005-03-01", "gold"),
        ("K4", "Biel", "no", 0, 0, "2007-01-01", "basic"),
        ("K5", "Chur", "yes", 5, 0, "2012-06-01", "gold"),
    ),
    "bouts": (
        ("bout_no", "club_no", "held_on", "state", "dues", "level", "permit"),
        ("b1", "K1", "2020-01-01", "held", 10, "junior", "P1"),
        ("b2", "K1", "2020-02-01", "held", 20, "senior", None),
        ("b3", "K2", "2009-12-31", "planned", 7, "gold", None),
        ("b4", "K3", "2020-03-01", "held", 11, "junior", "P2"),
        ("b5", "K9", "2020-04-01", "held", 9, "gold", None),
    ),
    "loads": (
        ("load", "state", "seal"),
        ("l1", "completed", "s1"), ("l2", "open", None), ("l3", "completed", None),
    ),
}  # fmt: skip
BOTH = "bouts clubs"
FLAGGED = {
    BOTH: [
        ("so-many", "K2 K5", [
            "At least two held bouts must exist for every club that accepts guests.",
            "A minimum of 2 held bouts is required for each club accepting guests.",
            "For clubs with accepts_guests = yes, there must be at least 2 held bouts.",
            "The number of held bouts must be at least 2 for every club that accepts guests.",
            "When accepts_guests is yes, the club's number of held bouts must be at least 2.",
            "Flag clubs where accepts_guests is yes and the number of held bouts is below 2.",
            "Every club in clubs that accepts guests must have at least 2 held bouts in bouts.",
        ]),
        ("some", "K2 K4 K5", [
            "There must be at least 1 held bout per club.",
            "Flag clubs without at least one held bout.",
            'Every club in clubs must have at least one bout with state "held" in bouts.',
            "The club_no of every club must occur at least once among the held bouts.",
        ]),
        ("at-most", "K1", [
            "For clubs with accepts_guests = yes, there must be no more than 1 bout in bouts.",
        ]),
        ("per-gold", "K3 K5", ["For gold clubs there must be at least two bouts."]),
        ("each", "K2 K3 K4 K5", [
            "At least two bouts for every club.",
            "At least two bouts for any club.",
        ]),
        ("none", "K3", [
            "Clubs that do not accept guests must not have any bouts.",
            "Clubs not marked as accepting guests may not have a single bout.",
            "If a club does not accept guests, its club_no must not occur in bouts.",
            "Flag clubs where accepts_guests is no but there is at least one bout.",
            "The number of bouts must be 0 for every club that does not accept guests.",
        ]),
        ("marked", "K5", ["A club marked as accepting guests needs at least one bout."]),
        ("sum", "K3 K5", [
            "The dues of held bouts must add up to dues_total.",
            "Per club, the dues of the club's held bouts must sum to dues_total.",
            "dues_total must equal the sum of the dues of held bouts.",
            'dues_total in clubs must be the sum of dues of that club\'s bouts with state "held".',
            "dues_total must be the sum of dues of the club's bouts with state 'held' in bouts.",
            "dues_total must be the sum of dues over bouts, counting only those with state held.",
            "When you add up the dues of all held bouts of a club, the result must be dues_total.",
            "Flag clubs where the dues of held bouts do not add up to dues_total.",
            "clubs.dues_total = sum of bouts.dues for the same club_no where state is held.",
            "The total dues of each club must be the sum of the dues of their held bouts.",
        ]),
        ("not-the-sum", "K1 K2 K4", [
            "dues_total must not equal the sum of the dues of held bouts.",
            "Flag clubs where the dues of held bouts add up to dues_total.",
        ]),
        ("count", "K2", [
            "bout_count must be the number of held bouts in bouts.",
            "bout_count must match the number of held bouts of the club.",
        ]),
        ("kept", "", [
            "bout_count must be the number of bouts with their club_no.",
            "clubs.bout_count = number of bouts with the same club_no.",
            "For every club, the number of bouts must be equal to bout_count.",
            "Each club must have exactly as many bouts as bout_count says.",
            "If you count the bouts of a club, you must get bout_count.",
        ]),
        ("allowed", "K1", [
            "Not more than one bout is allowed for any club.",
            "More than one bout is not allowed for any club.",
            "The number of bouts of a club must not exceed 1.",
        ]),
        ("latest", "K2", ["For every club, the latest held_on in bouts must be after founded."]),
        ("shared", "b3 b5", [
            "No level in bouts may occur as level in clubs.",
            "level in bouts must not be a level in clubs.",
            "No bout may have a level that is also a level in clubs.",
        ]),
        ("known", "b5", [
            "Every club_no used in bouts must be registered in clubs.",
            "Are there any bouts that refer to a club_no missing from clubs?",
            "No bout may point to a club_no that is not in the clubs table.",
            "bouts.club_no must match a club_no in clubs.",
            "The club_no of every bout must be one that occurs in clubs.",
            "A club_no may only appear in bouts if it exists in clubs.",
            "No club_no may be used in bouts unless it is registered in clubs.",
            "Orphaned bouts are not allowed: the club_no must exist in clubs.",
        ]),
        ("used", "K4 K5", ["A club_no may only appear in clubs if it exists in bouts."]),
        ("by-owner", "b2", [
            "Bouts with a club whose level is gold must have a permit.",
            "permit is required when clubs.level is gold.",
            "For clubs with the level gold, every bout needs a permit.",
            "If a bout's club has gold as level, the permit must be filled.",
            "Flag bouts without a permit whose club has the level gold.",
            "No bout of a club whose level is gold may be missing its permit.",
        ]),
        ("by-own", "b1 b2 b4", ["Flag bouts for a club whose state is held."]),
        ("day", "b3", [
            "held_on must be the same as or later than founded of the club.",
        ]),
        ("one-way", "b1 b2 b4", ["No level may be in bouts without being in clubs."]),
        ("sets", "3", [
            "Every level in bouts must be in clubs, and every level in clubs must be in bouts.",
            "Flag any level that appears in only one of the two tables bouts and clubs.",
            "Show me levels that are in bouts but not in clubs, or in clubs but not in bouts.",
            "No level may be in bouts without being in clubs, or the other way round.",
            "The same levels must be used in both bouts and clubs.",
            "Each level must be present either in both bouts and clubs or in neither of them.",
            "The list of distinct levels in clubs must match the list of distinct levels in bouts.",
        ]),
    ],
    "loads": [
        ("state", "l3", ["Flag loads where the state is completed and the seal is empty."]),
        ("not-state", "l1 l3", ["state must not be completed."]),
    ],
}  # fmt: skip

DECLINED = [
    (BOTH, "At least one bout is not required for clubs with level gold."),
    (BOTH, "No bouts are needed for clubs that do not accept guests."),
    (BOTH, "There must be at least 2 bouts of clubs in Bern."),
    (BOTH, "There must be at least 2 held bouts."),
    (BOTH, "A club must have a single bout."),
    (BOTH, "At least one bout is allowed for any club."),
    (BOTH, "The number of bouts of a club in Bern must not exceed 1."),
    (BOTH, "bout_count must be the number of bouts with the same town."),
    (BOTH, "clubs.bout_count = number of clubs."),
    (BOTH, "bout_count must be a number of at most 2 digits."),
    (BOTH, "dues_total must be at least the sum of dues of held bouts."),
    (BOTH, "dues_total must be the sum of dues of held bouts, counting only those with permit."),
    (BOTH, "dues must be the sum of dues_total of clubs."),
    (BOTH, "bouts.dues = sum of bouts.dues for the same club_no."),
    (BOTH, "The total dues of each club must be at most 40."),
    (BOTH, "Orphaned bouts are not allowed: the club_no must not be in clubs."),
    (BOTH, "No club_no may be used in bouts if it is registered in clubs."),
    (BOTH, "permit is required when level is gold."),
    (BOTH, "For each club, every bout must have a permit."),
    (BOTH, "Show me levels that are in bouts but not in clubs."),
    (BOTH, "No level may appear in both bouts and clubs."),
    (BOTH, "Every level in bouts must be in clubs, and every club_no in clubs must be in bouts."),
]  # fmt: skip


checked, test_what_is_meant_is_flagged, test_what_leaves_it_open_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
