"""Nouns that say what sort of thing a row is about, and never which rows: members, pets, trips.

Whoever flags survivors, managers, debtors or latecomers means some rows; those are not among them.
"""

from __future__ import annotations

import re

_SORTS = (
    # People by what the table is kept for
    "member subscriber customer client user employee colleague patient pupil student learner "
    "passenger guest visitor tenant borrower donor participant applicant candidate attendee "
    "respondent panelist panellist resident traveller traveler rider reader buyer shopper "
    "contestant competitor entrant runner athlete player supplier vendor artist author hiker "
    "skater beneficiary delegate taxpayer citizen inhabitant",
    # What is done or agreed
    "order invoice payment loan booking reservation stay visit appointment trip journey ride "
    "flight tour shipment delivery movement transaction posting claim policy contract lease "
    "subscription ticket request message session call purchase sale lesson course exam test "
    "assessment experiment trial inspection rental consultation consignment treatment enrolment "
    "enrollment donation auction audit survey incident transfer voyage excursion",
    # Things
    "animal pet tree device machine vehicle sensor meter station account card parcel package "
    "article product book film movie song track album recipe dish batch lot pallet box "
    "container room flat apartment house building plot field site project task locker tank part "
    "component asset tool voucher coupon receipt slip payslip cheque ballot vote artwork "
    "exhibit specimen well hive file shop store branch office club team family household district "
    "block flower plant penguin diamond stone gem bird car wine home property mushroom cab "
    "company firm city term word instrument paper publication footballer listing",
)  # fmt: skip
NEUTRAL = frozenset(word for line in _SORTS for word in line.split())

_KIN = (
    "animal pet", "pupil student learner", "customer client buyer shopper", "employee colleague",
    "booking reservation stay", "trip journey ride tour", "tour excursion",
    "movement move transaction posting", "article product item", "flat apartment", "shop store",
    "parcel package", "exam test", "class course lesson", "guest visitor", "device machine",
    "contract lease", "newsletter subscriber", "subscription subscriber", "mailing subscriber",
    "titanic passenger", "flight passenger", "voyage passenger", "panel panelist",
    "panel panellist", "panel respondent", "survey respondent", "survey participant",
    "vote ballot", "payroll payslip", "payroll slip", "timetable class", "timetable lesson",
    "artwork exhibit object", "film movie", "song track", "consignment shipment", "lending loan",
    "membership member", "enrolment student", "enrolment pupil", "race runner",
    "home house property", "diamond stone gem jewel",
    "iris flower plant bloom", "penguin bird animal", "taxi trip ride cab",
    "car vehicle automobile", "bank client customer", "credit client customer borrower",
    "airbnb listing",
    "housing district", "housing block", "housing house", "tax taxpayer",
    "citation paper publication", "publication paper article", "bibliography paper publication",
    "soccer player footballer", "football player footballer",
    "member participant attendee", "candidate applicant", "registration participant",
)  # fmt: skip
_KINDRED = [frozenset(line.split()) for line in _KIN]


def kindred(one: str, other: str) -> bool:
    """Whether two nouns may name the same rows: pets in a table of animals."""
    return one == other or any({one, other} <= group for group in _KINDRED)


def shortens(header: str, noun: str) -> bool:
    """Whether a header's word is short for a noun: sub for subscriber, mv for movement, mnth."""
    if len(header) > 2 and header == noun[:1] + re.sub("[aeiou]", "", noun[1:]) != noun:
        return True
    if not 2 <= len(header) <= 4 or len(noun) < len(header) + 2 or header[0] != noun[0]:
        return False
    if noun.startswith(header):
        return len(header) > 2
    return is_skeleton(header, noun)


def is_skeleton(header: str, noun: str) -> bool:
    """Whether a header's word is made of consonants of a noun: mv for movement, stn for station."""
    if not 2 <= len(header) <= 4 or len(noun) < len(header) + 2 or header[0] != noun[0]:
        return False
    letters = iter(noun)
    return not set(header) & set("aeiou") and all(letter in letters for letter in header)


def is_bones(header: str, noun: str) -> bool:
    """Whether a header's word is all consonants of a noun: stn for station, and for no student."""
    bones = noun[:1] + re.sub("[aeiouy]", "", noun[1:])
    return is_skeleton(header, noun) and header in (bones, re.sub(r"(.)\1", r"\1", bones))
