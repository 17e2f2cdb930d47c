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
        ("a valid MIC", "mic"),
        ("an ISO 10383 market identifier code", "mic"),
        ("IMDb IDs", "imdb_title"),
        ("an ISO 6346 container number", "container_number"),
        ("a shipping container number", "container_number"),
        ("an AWS ARN", "arn"),
        ("a valid NHS number", "nhs_number"),
        ("UK National Insurance numbers", "nino"),
        ("an Indian PAN", "indian_pan"),
        ("a valid Canadian SIN", "canadian_sin"),
        ("a Steuer-ID", "german_tax_id"),
        ("a Steuer-Identifikationsnummer", "german_tax_id"),
        ("a German VAT ID", "german_vat"),
        ("a valid UK VAT number", "british_vat"),
        ("a codice fiscale", "italian_fiscal_code"),
        ("a CAS Registry Number", "cas_number"),
        ("ICD-9 codes", "icd9"),
        ("a SNOMED CT concept id", "snomed"),
        ("an InChIKey", "inchikey"),
        ("a DNA sequence", "dna"),
        ("a Docker image digest", "docker_digest"),
        ("a git commit hash", "git_commit"),
        ("Base58", "base58"),
        ("an IPv4 address with port", "ipv4_port"),
        ("an IP address and port", "ipv4_port"),
        ("a Bitcoin Cash address", "bitcoin_cash_address"),
        ("a bitcoin address", "bitcoin_address"),
        ("in snake_case", "snake_case"),
        ("camelCase identifiers", "camel_case"),
        ("SCREAMING_SNAKE_CASE", "screaming_snake_case"),
        ("kebab-case", "kebab_case"),
        ("an RFC 3339 timestamp", "rfc_3339"),
        ("an RFC 2822 date", "rfc_2822"),
        ("a Unix timestamp", "unix_seconds"),
        ("a Unix timestamp in milliseconds", "unix_milliseconds"),
        ("a cron expression", "cron"),
        ("an ISO 8601 duration", "iso_duration"),
        ("an ISO week date", "iso_week_date"),
        ("a WKT polygon", "wkt_polygon"),
        ("lat/lon pairs", "coordinate_pair"),
        ("GPS coordinates", "coordinate_pair"),
        ("GeoJSON", "geojson"),
        ("in scientific notation", "scientific_number"),
        ("a boolean value", "truth_value"),
        ("free of HTML tags", "html_free"),
        ("an Eircode", "eircode"),
        ("a Japanese postal code", "jp_postcode"),
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
        "the pan must be hot",
        "the mic is on",
        "an arn",
        "a siren, a nip, a tin or a cap",
        "in case of a snake",
        "the code of the container",
        "the commit id",
        "the formula",
        "a symbol of the stock",
        "a pair",
        "the sequence",
        "a week",
        "no mention of it",
        "the uid",
        "without a tag",
        "the weight in grams",
    ],
)
def test_other_words_name_no_format(sentence: str) -> None:
    assert named(sentence) == set()
