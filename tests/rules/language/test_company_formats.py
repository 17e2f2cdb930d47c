"""Numbers of companies and of those who pay VAT. The good ones are published examples."""

from __future__ import annotations

import pytest

from backend.rules.language.company_formats import COMPANIES
from tests.rules.language.judging import (
    Samples,
    assert_each_digit_counts,
    assert_judged,
    samples,
)

SAMPLES: dict[str, Samples] = {
    "abn": samples(
        "83914571673 51824753556",
        "83914571674 99999999999 8391457167 839145716730 83-914-571-673",
        more_good=["83 914 571 673"],
        more_bad=["839 145 716 73"],
    ),
    "acn": samples(
        "004085616 010499966",
        "004085617 999999999 00408561 000000000",
        more_good=["004 085 616"],
        more_bad=["004 085616"],
    ),
    "siren": samples(
        "404833048 732829320",
        "404833047 40483304 000000000 404.833.048",
        more_good=["404 833 048"],
        more_bad=["404 833048"],
    ),
    "siret": samples(
        "73282932000074 35600000000048 35600000009075",
        "73282932000079 35600000009076 7328293200007 00000000000000 40483304700022",
        more_good=["732 829 320 00074"],
        more_bad=["73282932000 074"],
    ),
    "cnpj": samples(
        "16.727.230/0001-97 16727230000197 12ABC34501DE35 12.ABC.345/01DE-35",
        "16.727.230/0001-98 16.727.230.0001-97 12abc34501de35 00000000000000 1672723000019 "
        "167272300001-97",
    ),
    "nip": samples(
        "8567346215 526-025-02-74 856-73-46-215",
        "8567346216 856-734-6215 0567346215 856734621 PL8567346215",
    ),
    "gstin": samples(
        "27AAPFU0939F1ZV 29AAGCB7383J1Z4",
        "27AAPFU0939F1ZO 27AAPFU0939F1AV 38AAPFU0939F1ZV "
        "27aapfu0939f1zv 27AAPFU0939F1Z 27AAPFU0939F0ZV",
    ),
    "partita_iva": samples(
        "00743110157 07643520567",
        "00743110158 IT00743110157 0074311015 00000000000 00743119997",
    ),
    "swiss_uid": samples(
        "CHE-100.155.212 CHE100155212 CHE-116.281.710",
        "CHE-100.155.213 100.155.212 CHE100.155.212 che-100.155.212 CHE-000.000.000",
    ),
    "spanish_cif": samples(
        "B64717838 J99216582 A58818501",
        "B64717839 J992165831 O1234567L 54362315K b64717838",
    ),
    "spanish_nif": samples(
        "54362315K X-5253868-R M-1234567-L B64717838",
        "54362315Z X5253868A M1234567A B64717839 ES54362315K 5436231K",
    ),
    "german_vat": samples(
        "DE136695976 DE129273398", "DE136695978 136695976 DE036695976 de136695976 DE13669597"
    ),
    "french_vat": samples(
        "FR23334175221 FR40303265045 FRK7399859412 FR4Z123456782",
        "FR24334175221 FRIO334175221 FRK8399859412 23334175221 FR23334175222 FR23000000000",
    ),
    "italian_vat": samples("IT00743110157", "IT00743110158 00743110157 it00743110157 IT0074311015"),
    "spanish_vat": samples(
        "ES54362315K ESB64717838 ESX5253868R", "ES54362315Z 54362315K ES54362315-K ESB64717839"
    ),
    "dutch_vat": samples(
        "NL000099998B57 NL004495445B01 NL002455799B11",
        "NL123456789B90 NL4495445B01 NL004495445B00 004495445B01 NL004495445A01",
    ),
    "belgian_vat": samples(
        "BE0428759497 BE0403170701", "BE0428759498 BE428759497 BE2428759497 BE0000000000 0428759497"
    ),
    "austrian_vat": samples("ATU13585627", "ATU13585626 AT13585627 U13585627 ATU1358562"),
    "polish_vat": samples("PL8567346215", "PL8567346216 8567346215 PL856-734-62-15"),
    "british_vat": samples(
        "GB980780684 GB980780684001 GBGD001 GBHA500",
        "GB980780685 GB802311781 GBGD500 GBHA499 980780684 GB98078068",
    ),
}


def test_every_format_is_sampled() -> None:
    assert set(SAMPLES) == set(COMPANIES)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    assert_judged(name, SAMPLES[name])


CHECKED = [name for name, form in COMPANIES.items() if "check" in form.label]


@pytest.mark.parametrize("name", CHECKED)
def test_one_wrong_digit_is_noticed_wherever_it_stands(name: str) -> None:
    assert_each_digit_counts(name, SAMPLES[name].good[0])
