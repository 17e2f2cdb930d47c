"""Identifiers: check digits, lengths, spelling. The good ones are published examples."""

from __future__ import annotations

import pytest

from backend.rules.language.id_formats import GENERAL
from tests.rules.language.judging import (
    Samples,
    flagged,
    near_misses,
    one_digit_off,
    refused,
    samples,
)

SAMPLES: dict[str, Samples] = {
    "payment_card": samples(
        "4111111111111111 378282246310005 5555555555554444 30569309025904 4111-1111-1111-1111",
        "4111111111111112 378282246310006 41111111111 00000000000000000 4111--1111-1111-1111 "
        "0000000000000000 42222222222222222228 4111.1111.1111.1111",
        more_good=["4111 1111 1111 1111"], more_bad=["4111  1111 1111 1111"],
    ),
    "luhn": samples("79927398713 18 49927398716", "79927398710 79927398731 0 00 1 7992739871X"),
    "iban": samples(
        "GB82WEST12345698765432 DE89370400440532013000 FR1420041010050500013M02606 "
        "NO9386011117947 MT84MALT011000012345MTLCAST001S BE68539007547034",
        "GB82WEST12345698765433 gb82west12345698765432 DE8937040044053201300 GB82 "
        "DE893704004405320130000 XX82WEST12345698765432 GB28WEST12345698765432 DE8",
        more_good=["GB82 WEST 1234 5698 7654 32"], more_bad=["GB82 WEST12345698765432"],
    ),
    "bic": samples(
        "DEUTDEFF DEUTDEFF500 NEDSZAJJXXX RBKOXKPR",
        "DEUTXXFF DEUTDEF deutdeff DEUTDEFF50 D3UTDEFF DEUTDEFF5000 DEUTD3FF DEUTEUFF",
    ),
    "routing_number": samples(
        "021000021 011401533 091000019", "021000022 123456789 0210000210 21000021 000000000"
    ),
    "lei": samples(
        "5493001KJTIIGC8Y1R12 213800WSGIIZCXF1P572 529900T8BM49AURSDO55",
        "5493001KJTIIGC8Y1R13 5493001kjtiigc8y1r12 5493001KJTIIGC8Y1R1 5493001KJTIIGC8Y1R112",
    ),
    "isin": samples(
        "US0378331005 AU0000XVGZA3 GB0002634946 DE000BAY0017",
        "US0378331004 us0378331005 US037833100 U10378331005 US03783310055",
    ),
    "cusip": samples(
        "037833100 38259P508 17275R102 68389X105",
        "037833101 68389X106 38259p508 03783310 000000000"
    ),
    "sedol": samples("0263494 B0WNLY7 7108899 4065663", "0263495 A263494 b0wnly7 026349 0000000"),
    "gtin": samples(
        "96385074 036000291452 4006381333931 10614141000415",
        "96385075 036000291453 4006381333932 10614141000416 123456789 00000000 123457",
    ),
    "ean": samples("96385074 4006381333931", "036000291452 4006381333932 10614141000415"),
    "ean_8": samples("96385074 73513537", "73513536 4006381333931 7351353"),
    "ean_13": samples("4006381333931 5901234123457", "5901234123458 96385074 590123412345"),
    "gtin_14": samples("10614141000415 00012345600012", "10614141000416 4006381333931"),
    "upc": samples("036000291452 042100005264", "036000291453 4006381333931 36000291452"),
    "imei": samples(
        "490154203237518 356938035643809 49-015420-323751-8",
        "490154203237519 49015420323751 4901542032375180 000000000000000 49/015420/323751/8",
    ),
    "vin": samples(
        "1M8GDM9AXKP042788 11111111111111111 1HGCM82633A004352 5GZCZ43D13S812715",
        "1M8GDM9AYKP042788 1M8GDM9A1KP042788 1m8gdm9axkp042788 1M8GDM9AXKP04278 "
        "1M8GDM9AXKP0427888 1M8GDM9AXKPO42788 IHGCM82633A004352 00000000000000000",
    ),
    "isbn": samples(
        "0306406152 0-306-40615-2 080442957X 9780306406157 978-3-16-148410-0",
        "0306406153 080442957x 9780306406158 9770306406157 97803064061570 978--0306406157",
        more_good=["978 0 306 40615 7"],
    ),
    "isbn_10": samples(
        "0306406152 0-306-40615-2 080442957X 0-8044-2957-X",
        "0306406153 080442957x 9780306406157 030640615 X306406152 0000000000",
    ),
    "isbn_13": samples(
        "9780306406157 978-3-16-148410-0 9791090636071",
        "9780306406158 9770306406157 0306406152 978030640615 978-3-16-148410-X",
    ),
    "issn": samples(
        "0378-5955 2434-561X 03785955", "0378-5954 2434-561x 0378_5955 037-85955 0000-0000 0378-595"
    ),
    "ismn": samples(
        "9790260000438 979-0-2600-0043-8", "9790260000439 9780260000438 M-2600-0043-8"
    ),
    "isrc": samples("USRC17607839 US-RC1-76-07839", "USRC1760783 usrc17607839 US_RC1_76_07839"),
    "doi": samples(
        "10.1000/182 10.1038/nphys1170 doi:10.1000/182 https://doi.org/10.1000/182 "
        "10.1000.10/123456 10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        "10.1000 10.1000/ 11.1000/182 10.100/182 https://example.org/10.1000/182 1000/182",
    ),
    "arxiv": samples(
        "0704.0001 1412.9999 1501.00001 2101.12345v2 hep-th/9901001 math.GT/0309136 "
        "arXiv:2101.12345",
        "1501.0001 1412.00001 0703.0001 0604.0001 2113.12345 2100.12345 9901001 2101.12345v0 "
        "hep-th/9913001 arXiv:",
    ),
    "orcid": samples(
        "0000-0002-1825-0097 0000-0001-5109-3700 0000-0002-1694-233X "
        "https://orcid.org/0000-0002-1825-0097",
        "0000-0002-1825-0098 0000-0002-1694-233x 0000000218250097 0000-0002-1825-009 "
        "http://orcid.org/0000-0002-1825-0097",
    ),
    "ssn": samples(
        "123-45-6789 123456789 899-99-9999 001-01-0001 665-12-3456 667-12-3456",
        "000-12-3456 666-12-3456 900-12-3456 999-99-9999 123-00-4567 123-45-0000 078-05-1120 "
        "078051120 219-09-9999 123-456789 12-345-6789 123-45-678 123-45-67890 123.45.6789",
        more_good=["123 45 6789"], more_bad=["123 45-6789"],
    ),
    "ssn_shape": samples("123-45-6789 000-00-0000 856-45-6789", "123456789 856-45-678 856:45:6789"),
    "ein": samples("12-3456789 91-1144442", "123456789 1-23456789 12-345678 12-34567890"),
    "npi": samples("1234567893 1245319599", "1234567890 0234567893 123456789 3234567893"),
    "icd10": samples(
        "Z99.0 Z08 J09.X2 S22.000A C4A.9", "XXX.X AA2.01 2A S22.0000AB z99.0 Z99. Z990 A0C"
    ),
    "iata_airport": samples("LHR JFK", "lhr LH LHRX L1R"),
    "icao_airport": samples("EGLL KJFK", "egll EGL EGLLX EG1L"),
    "bitcoin_address": samples(
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy "
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "2A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfN0 1A1zP1eP "
        "bc1qbr0srrr7xfkvy5l643lydnw9re59gtzzwf5mdo",
    ),
    "ethereum_address": samples(
        "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe",
        "de0B295669a9FD93d5F28D9Ec85E40f4cb697BAe 0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BA "
        "0xge0B295669a9FD93d5F28D9Ec85E40f4cb697BAe 0Xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe",
    ),
}  # fmt: skip


def test_every_identifier_is_sampled() -> None:
    assert set(SAMPLES) == set(GENERAL)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    good, bad = SAMPLES[name]
    missed = set().union(*map(near_misses, good))
    texts = [*good, *bad, *missed]

    assert refused(name, ["", *texts]) == {"", *bad, *missed}
    assert flagged(name, texts) == {*bad, *missed}


CHECKED = [
    name
    for name, form in GENERAL.items()
    if "check digit" in form.label and "not computed" not in form.label
]


@pytest.mark.parametrize("name", CHECKED)
def test_one_wrong_digit_is_noticed_wherever_it_stands(name: str) -> None:
    changed = one_digit_off(SAMPLES[name].good[0])

    assert refused(name, changed) == changed
