"""Numbers that states give to people. The good ones are published examples."""

from __future__ import annotations

import pytest

from backend.rules.language.people_formats import PEOPLE
from tests.rules.language.judging import (
    Samples,
    assert_each_digit_counts,
    assert_judged,
    samples,
)

SAMPLES: dict[str, Samples] = {
    "nhs_number": samples(
        "9434765919 943-476-5919",
        "9434765918 943-4765919 943476591 94347659190 0000000000",
        more_good=["943 476 5919", "943 476 5870"],
        more_bad=["943 476  5919", "943 476-5919"],
    ),
    "nino": samples(
        "AB123456C JG103759A",
        "QQ123456C BG123456C AO123456C AB123456E ab123456c AB12345C AB1234567C AB-12-34-56-C",
        more_good=["JG 10 37 59 A"],
        more_bad=["AB 123456 C", "AB123456"],
    ),
    "aadhaar": samples(
        "234123412346 2341-2341-2346",
        "234123412347 123412341234 222222222222 23412341234 643343121 2341-23412346",
        more_good=["2341 2341 2346"],
        more_bad=["2341 23412346"],
    ),
    "indian_pan": samples(
        "ACUPA7085R AAPFU0939F ABMPA3211G",
        "ACUXA7085R acupa7085r ACUPA0000R ACUPA708R ACUPA70855 1CUPA7085R ACUPA-7085-R",
    ),
    "canadian_sin": samples(
        "123456782 123-456-782 130692544",
        "123456783 046454286 823456785 12345678 1234567820 123.456.782",
        more_good=["123 456 782"],
        more_bad=["123 456-782"],
    ),
    "australian_tfn": samples(
        "123456782",
        "123456783 12345678 85655734 999999999 000000000 1234567",
        more_good=["123 456 782"],
        more_bad=["123-456-782", "123 456782"],
    ),
    "cpf": samples(
        "529.982.247-25 39053344705 111.444.777-35",
        "390.533.447-06 231.002.999-01 11111111111 000.000.000-00 390533447-05 390.533.447/05 "
        "3905334470",
    ),
    "spanish_dni": samples(
        "54362315K 12345678Z 54362315-K",
        "54362315Z 12345678z 5436231K 00000000T 543623155K X2482300W 54362315",
    ),
    "spanish_nie": samples(
        "X2482300W X-2482300-W X5253868R",
        "X2482300A x2482300w X2482300 Y2482300W 54362315K X24823000W",
    ),
    "pesel": samples(
        "44051401359 02070803628",
        "44051401358 02381307589 4405140135 440514013590 44051401395 44-0514-01359",
    ),
    "german_tax_id": samples(
        "36574261809 86095742719",
        "36574261890 36554266806 06574261809 3657426180 12345678903 365742618090",
        more_good=["36 574 261 809"],
        more_bad=["365 742 618 09"],
    ),
    "ahv": samples(
        "7569217076985 756.9217.0769.85 756.1234.5678.97",
        "7569217076984 756.9217.0769.84 757.9217.0769.85 756.92170769.85 756-9217-0769-85 "
        "123.4567.8910.19",
    ),
    "italian_fiscal_code": samples(
        "RCCMNL83S18D969H CNTCHR83T41D969D RSSMRA85T10A562S",
        "RCCMNL83S18D969I rccmnl83s18d969h RCCMNL83S18D969 RCCMNL83B30D969H 00743110157 "
        "RCCMNL83S32D969H RCCMNL83F18D969H",
    ),
    "bsn": samples("111222333 123456782", "111252333 12345678 1112223334 000000000 1112.22.333"),
}


def test_every_format_is_sampled() -> None:
    assert set(SAMPLES) == set(PEOPLE)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    assert_judged(name, SAMPLES[name])


CHECKED = [name for name, form in PEOPLE.items() if name not in ("nino", "indian_pan")]


@pytest.mark.parametrize("name", CHECKED)
def test_one_wrong_digit_is_noticed_wherever_it_stands(name: str) -> None:
    assert_each_digit_counts(name, SAMPLES[name].good[0])
