"""How owners call formats: each name leads to one format, however it is split or hyphenated."""

from __future__ import annotations

import pytest

from backend.planner.offline.format_names import format_leaves
from backend.planner.offline.tokens import tokenize
from backend.rules.language.formats import FORMATS


def named(sentence: str) -> set[str]:
    """The formats that a sentence names."""
    return {str(leaf.meaning) for leaf in format_leaves(tokenize(sentence))}


@pytest.mark.parametrize("title", FORMATS)
def test_every_name_leads_to_its_own_format_alone(title: str) -> None:
    wrong = {name: named(name) for name in FORMATS[title].names if named(name) != {title}}

    assert FORMATS[title].names
    assert not wrong


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("must be a valid IPv4 address", "ipv4"),
        ("must be IPv6 addresses", "ipv6"),
        ("must be IP v6 addresses", "ipv6"),
        ("an ip-address", "ip"),
        ("must be e-mail addresses", "email"),
        ("must be an Email Address", "email"),
        ("a valid ZIP+4 code", "us_zip_9"),
        ("zipcodes", "us_zip"),
        ("zip-code", "us_zip"),
        ("hostnames", "host_name"),
        ("a SHA-256 hash", "sha256"),
        ("a sha256 checksum", "sha256"),
        ("two-letter ISO country codes", "country_code"),
        ("an ISO 3166-1 alpha-2 code", "country_code"),
        ("an ISO-3166-1 alpha-3 country code", "country_code_3"),
        ("ISO 4217 currency codes", "currency_code"),
        ("one of the 50 official two-letter US state codes", "us_state_code"),
        ("a U.S. state abbreviation", "us_state_code"),
        ("the name of a US state", "us_state_name"),
        ("a valid credit-card number", "payment_card"),
        ("an E.164 phone number", "e164"),
        ("in CIDR notation", "cidr"),
        ("ISBN-13s", "isbn_13"),
        ("UUIDv4", "uuid_v4"),
        ("a hex color", "hex_colour"),
        ("an ISO 8601 timestamp", "iso_timestamp"),
        ("a US state code (50 states)", "us_state_code"),
        ("an ISBN (10 or 13 digits)", "isbn"),
        ("an IP address (v4 or v6)", "ip"),
        ("(an IPv4 address)", "ipv4"),
        ("International Bank Account Numbers", "iban"),
    ],
)
def test_a_name_is_found_as_owners_write_it(sentence: str, title: str) -> None:
    assert named(sentence) == {title}


@pytest.mark.parametrize(
    "sentence",
    [
        "the code is in the list",
        "is a sin",
        "as far as I ban it",
        "there is no row",
        "status must be 'number'",
        "at most {number}",
        "it must be, in all",
    ],
)
def test_other_words_name_no_format(sentence: str) -> None:
    assert named(sentence) == set()
