"""Columns and values that are called like formats: what is said of them stays what it was."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

ITEMS = (
    ("item", "code", "pan", "sin", "mic", "siren", "nino", "asn", "cpf", "siret", "geohash",
     "ticker_symbol", "dna", "location", "created", "flag", "printed"),
    ("a", "user_id", "PAN", "lust", "XNYS", "loud", "boy", 64512, "390.533.447-05",
     "73282932000074", "u33dc0", "AAPL", "ACGT", "48.1,11.5", 1700000000, "yes", "1.5e3"),
    ("b", "UserId", "LID", "pride", "mic", "calm", "girl", 5, "39053344706",
     "73282932000079", "aaa", "aapl", "ACGU", "48;11", 17, "No", "1500"),
    ("c", "user-id", "PAN", None, "xnys", "loud", None, None, None,
     None, "U", None, None, None, None, "maybe", "n/a"),
)  # fmt: skip

SAID_OF_COLUMNS = [
    ("pan must be PAN", "b"),
    ("pan must be filled", ""),
    ("sin must be pride", "a"),
    ("sin must not be empty", "c"),
    ("siren must be loud", "b"),
    ("nino must be boy", "b"),
    ("asn must be filled", "c"),
    ("asn must be at least 100", "b"),
    ("geohash must be unique", ""),
    ("geohash must have at least 3 characters", "c"),
    ("every item must have a ticker symbol", "c"),
    ("rows without a ticker symbol must have a cpf", "c"),
    ("every item must have a dna", "c"),
    ("every item needs a location", "c"),
    ("siret must be unique", ""),
]
SAID_OF_FORMATS = [
    ("mic must be a valid MIC", "b c"),
    ("mic must be a market identifier code", "b c"),
    ("asn must be a valid ASN", ""),
    ("each cpf must be a valid CPF", "b"),
    ("siret must be a valid SIRET", "b"),
    ("siret needs a correct check digit", "b"),
    ("geohash must be a geohash", "b c"),
    ("ticker_symbol must be a stock ticker symbol", "b"),
    ("dna must be a DNA sequence", "b"),
    ("location must be a lat/lon pair", "b"),
    ("created must be a Unix timestamp", "b"),
    ("created must be a Unix timestamp in seconds", "b"),
    ("flag must be a boolean", "c"),
    ("code must be in snake_case", "b c"),
    ("code must be written in snake_case", "b c"),
    ("code must be kebab-case", "a b"),
    ("code must be in PascalCase", "a c"),
    ("printed must be in scientific notation", "b c"),
    ("code must be free of HTML tags", ""),
]
NOT_SAID = [
    "sin must not be a sin",
    "mic must be loud and clear",
    "code must be in case",
    "dna must be a sequence",
    "created must be a timestamp in milli",
    "item must be a valid siren",
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("formats"), {"items": ITEMS})


@pytest.mark.parametrize(
    ("sentence", "flagged"), [*SAID_OF_COLUMNS, *SAID_OF_FORMATS], ids=lambda value: str(value)
)
def test_a_name_is_a_column_or_a_format_as_the_owner_means(
    tables: Tables, sentence: str, flagged: str
) -> None:
    answer = tables.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_what_names_neither_is_declined(tables: Tables, sentence: str) -> None:
    assert tables.answer(sentence, tells_cure=False).code in ("not-understood", "ambiguous")
