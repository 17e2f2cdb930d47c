"""Codes of countries, currencies, languages and regions; postcodes; tax numbers."""

from __future__ import annotations

import re

import pytest

from backend.rules.language import code_lists
from backend.rules.language.place_formats import LISTS, POSTCODES
from tests.rules.language.judging import Samples, assert_judged, samples
from tests.rules.words import cell, every, matches, must
from tests.rules.worlds import source_of, world

SAMPLES: dict[str, Samples] = {
    "country_code": samples("US DE GB TW ZW", "us UK XX EU USA SU D XK YU"),
    "country_code_3": samples("USA DEU GBR", "usa US UKR1 XXX YUG GER"),
    "country_letters": samples("US USA DE DEU", "us U USAA UK EU"),
    "country_number": samples("840 276 004", "4 04 999 84O 0840"),
    "country_name": samples(
        "Germany Türkiye Bolivia Curaçao", "germany GERMANY Holland USA DE Turkey Yugoslavia",
        more_good=["United States", "Côte d'Ivoire", "Korea, Republic of", "South Korea"],
        more_bad=["United States of America", "United  States"],
    ),
    "country": samples("Germany DE DEU", "de Prussia 276 UK", more_good=["New Zealand"]),
    "currency_code": samples(
        "USD EUR GBP JPY XAU XCG", "usd US EURO BTC DEM HRK ZWL SLL $ XYZ", more_bad=["US Dollar"]
    ),
    "language_code": samples("en de zh no", "EN eng xx sh mo iw e en-US"),
    "language_code_3": samples("eng ger deu chi zho mul und", "en ENG xxx qaa cmn scr"),
    "language_code_of_all": samples("eng deu zho cmn", "en ENG ger xxx"),
    "language_letters": samples("en eng ger deu cmn", "EN ENG xx xxx e"),
    "subdivision_code": samples("DE-BY US-CA FR-75C GB-ENG", "DE-ZZ BY DE de-by DEBY US"),
    "time_zone": samples(
        "Europe/Berlin Asia/Tokyo America/Argentina/Salta UTC Etc/GMT+3",
        "europe/berlin Asia/Tokio Berlin CEST Factory UTC+2 Europe/",
    ),
    "us_state_code": samples("CA NY TX WY", "ca DC PR AA WX California C CAL"),
    "us_state_or_dc_code": samples("CA DC", "PR dc AA"),
    "us_territory_code": samples("PR GU VI", "CA DC pr"),
    "us_state_or_territory_code": samples("CA DC PR", "AA XX ca"),
    "us_state_name": samples("California", "CA california", more_good=["New York"]),
    "us_state": samples("CA California", "ca DC california Guam", more_good=["West Virginia"]),
    "province_code": samples("ON QC NL", "YT on NF PQ"),
    "province_or_territory_code": samples("ON YT NU", "on NF XX"),
    "province_name": samples("Ontario Quebec", "ON Yukon ontario", more_good=["Nova Scotia"]),
    "province": samples("ON Ontario", "YT Yukon on", more_good=["Prince Edward Island"]),
    "us_zip": samples(
        "12345 02134 12345-6789", "1234 123456 12345-678 12345-67890 123456789 1234O"
    ),
    "us_zip_5": samples("12345 02134", "1234 12345-6789"),
    "us_zip_9": samples("12345-6789", "12345 123456789 12345-678", more_bad=["12345 6789"]),
    "uk_postcode": samples(
        "SW1A1AA M11AA GIR0AA", "sw1a1aa SW1A Q11AA SW1A1CA SW1A-1AA AI11AA SW1A1A SW1A11A W1I1AA",
        more_good=["SW1A 1AA", "M1 1AA", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "EC1A 1BB"],
        more_bad=["SW1A  1AA"],
    ),
    "ca_postcode": samples(
        "K1A0B1 H0H0H0", "k1a0b1 D1A0B1 K1A0O1 K1A0B K1A-0B1 W1A0B1", more_good=["K1A 0B1"]
    ),
    "de_postcode": samples("01067 99998 10115", "00123 1011 101155 D-10115 1O115"),
    "at_postcode": samples("1010 9992", "0123 10100 101"),
    "ch_postcode": samples("8001 1000", "0800 80011 CH-8001"),
    "fr_postcode": samples("75001 01000 98000", "00100 99000 7500 2A004"),
    "it_postcode": samples("00118 20121", "2012 201211"),
    "es_postcode": samples("28001 01001 52001", "53001 00123 2800"),
    "nl_postcode": samples("1012AB", "0012AB 1012ab 1012A", more_good=["1012 AB"]),
    "au_postcode": samples("2000 0200 0800", "0100 200 20000"),
    "jp_postcode": samples("100-0001 1000001", "100-001 10-00001 100_0001"),
    "br_postcode": samples("01310-100 01310100", "01310-10 0131-0100 013101000"),
    "se_postcode": samples("11455", "01455 1145 SE-11455", more_good=["114 55"],
                           more_bad=["11 455"]),
    "pl_postcode": samples("00-950", "00950 00-95 000-950"),
    "pt_postcode": samples("1000-205", "0000-205 1000205 1000-20"),
    "no_postcode": samples("0150 9990", "150 01500 NO-0150"),
    "dk_postcode": samples("2100 0800", "210 21000 DK-2100"),
    "fi_postcode": samples("00100 33100", "0010 001000 FI-00100"),
    "be_postcode": samples("1000 9999", "0999 10000 B-1000"),
    "cz_postcode": samples("11000 76001", "01000 81000 1100", more_good=["110 00"]),
    "cn_postcode": samples("100000 010010", "10000 1000000"),
    "mx_postcode": samples("06000 01000", "6000 060000"),
    "kr_postcode": samples("03051 06236", "3051 030510 130-701"),
    "nz_postcode": samples("6011 0110", "601 60110"),
    "za_postcode": samples("0001 8001", "001 80010"),
    "sg_postcode": samples("018956 408600", "18956 0189560"),
    "tr_postcode": samples("34000 01010 81000", "00100 82000 3400"),
    "eircode": samples("A65F4E2 D6WXY45 D02X285", "A65B4E2 B65F4E2 a65f4e2 A65F4E D6XF4E2",
                       more_good=["A65 F4E2"], more_bad=["A65  F4E2"]),
    "in_postcode": samples("110001 560034", "011001 11001 1100011"),
    "eu_vat": samples(
        "ATU81241586 BE0628303345 BG357517760 CY35347996Y CZ820220765 DE136695976 DK70557681 "
        "EE333953293 EL383692262 ES73258779F FI24142732 FRM6175685072 HR63779360593 HU76981616 "
        "IE3101252Q IT49549180062 LT167488611 LU19206907 LV14051707194 MT39018214 "
        "NL467448103B96 PL3905455245 PT429910380 RO5141541058 SE363214317201 SI70598533 "
        "SK0652180067 XI211937326609 XIGD123",
        "ATU81241587 BE0628303346 BG357517761 CY35347996Z CZ821320765 DE136695978 DK70557682 "
        "EE333953294 EL383692263 ES73258779G FI24142733 FRM6175685073 HR63779360594 HU76981617 "
        "IE3101252R IT49549180063 LT167488612 LU19206908 LV14051707195 MT39018215 "
        "NL467448104B96 PL3905455246 PT429910381 RO5141541059 SE363214317301 SI70598534 "
        "SK0652180068 XI211937327609 DE12345678 GR383692262 GB211937326 de136695976 US123456789 "
        "SE363214317202 DE1366959760 DE 136695976 HU00000000",
        more_bad=["DE 136695976"],
    ),
}  # fmt: skip

SIZES = {
    "country_codes": 249, "country_codes_3": 249, "country_letters": 498, "country_numbers": 249,
    "country_codes_or_kosovo": 250, "language_codes": 183, "language_codes_3": 506,
    "language_codes_of_all": 7923,
    "language_letters": 8192, "subdivision_codes": 5046,
    "us_state_codes": 50, "us_state_or_dc_codes": 51, "us_territory_codes": 6,
    "us_state_or_territory_codes": 57, "us_state_names": 50, "us_states": 100,
    "province_codes": 10, "province_or_territory_codes": 13, "province_names": 10, "provinces": 20,
}  # fmt: skip


def test_every_format_is_sampled() -> None:
    assert set(SAMPLES) == {*LISTS, *POSTCODES}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    assert_judged(name, SAMPLES[name])


@pytest.mark.parametrize(("title", "size"), SIZES.items(), ids=SIZES)
def test_a_list_has_as_many_codes_as_its_standard(title: str, size: int) -> None:
    codes = getattr(code_lists, title)()

    assert len(set(codes)) == len(codes) == size
    assert list(codes) == sorted(codes)


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("country_codes", "[A-Z]{2}"),
        ("country_codes_3", "[A-Z]{3}"),
        ("country_numbers", "[0-9]{3}"),
        ("currency_codes", "[A-Z]{3}"),
        ("language_codes", "[a-z]{2}"),
        ("language_codes_3", "[a-z]{3}"),
    ],
)
def test_codes_are_spelled_as_their_standard_spells_them(title: str, form: str) -> None:
    codes = getattr(code_lists, title)()

    assert len(codes) > 150
    assert all(re.fullmatch(form, code) for code in codes)


def test_every_two_letter_language_has_its_three_letters_in_the_other_list() -> None:
    import pycountry

    three = set(code_lists.language_codes_3())
    spoken = [pycountry.languages.get(alpha_2=code) for code in code_lists.language_codes()]

    assert {language.alpha_3 for language in spoken} <= three
    assert {getattr(language, "bibliographic", language.alpha_3) for language in spoken} <= three


def test_lists_share_a_page() -> None:
    rules = [matches(cell("s"), "format", name) for name in LISTS]
    page = source_of(must(every(*rules)), world(t=[("s",), ("x",)]))

    assert page.count("COUNTRY_CODES = (") == 1
    assert page == source_of(must(every(*rules)), world(t=[("s",), ("x",)]))
