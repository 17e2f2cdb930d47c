"""Numbers that have a name and words of short lists: what is one, and what is near it."""

from __future__ import annotations

import pytest

from backend.proof.meaning.named_formats import is_of_format
from backend.rules.language.number_formats import KNOWN
from tests.rules.language.judging import Samples, assert_judged, samples

_NOT_WHOLE = " -4 2.5 8x"
SAMPLES: dict[str, Samples] = {
    **{
        f"power_of_{base}": samples(
            f"1 {base} {base**2} {base**5} {base}.0", f"0 {base + 1} {base**3 - 1}{_NOT_WHOLE}"
        )
        for base in range(2, 11)
    },
    "cube": samples("0 1 8 27 1000 -8 970299 64.0", "2 9 26 999 -9 2.5 8x"),
    "triangular": samples("0 1 3 6 10 5050 15.0", "2 4 7 5051" + _NOT_WHOLE),
    "pentagonal": samples("0 1 5 12 22 7740 35.0", "2 7 15 26 40 7741" + _NOT_WHOLE),
    "pronic": samples("0 2 6 12 9900 20.0", "1 3 4 7 9901" + _NOT_WHOLE),
    "factorial": samples("1 2 6 24 5040 120.0", "0 3 4 12 25 48" + _NOT_WHOLE),
    "perfect_number": samples("6 28 496 8128 33550336", "1 12 27 100 8129" + _NOT_WHOLE),
    "semiprime": samples("4 6 9 10 77 10403 15.0", "0 1 2 7 8 12 30 27" + _NOT_WHOLE),
    "mersenne_prime": samples("3 7 31 127 8191 2147483647", "1 2 15 63 2047" + _NOT_WHOLE),
    "zodiac_sign": samples("Aries Pisces Leo", "aries Ophiuchus ARIES Lion"),
    "planet": samples("Earth Neptune", "Pluto earth Moon Sun"),
    "blood_group": samples("A+ AB- O-", "A 0+ ab+ C+ AB"),
    "compass_point_4": samples("N E S W", "n NE North X"),
    "element_symbol": samples("H He Fe Og", "fe FE Xx J D"),
    "greek_letter": samples("alpha Omega PI", "alfa A zed"),
}


def test_every_format_is_sampled() -> None:
    assert set(SAMPLES) == set(KNOWN)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    assert_judged(name, SAMPLES[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_another_reading_says_the_same(name: str) -> None:
    good, bad = SAMPLES[name]
    numbers = [str(each) for each in range(3000)]

    assert [text for text in (*good, *bad) if is_of_format(name, text)] == list(good)
    assert [each for each in numbers if is_of_format(name, each)] == [
        each for each in numbers if KNOWN[name].accepts(each)
    ]
