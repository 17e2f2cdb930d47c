"""Which texts are numbers, and which only look like some."""

from __future__ import annotations

import math

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.tables.numerals import find_numerals


def judge(text: str) -> tuple[bool, bool]:
    """Whether a text is an integer, and whether it is a number."""
    found = find_numerals(pa.array([text], pa.large_string()))
    return bool(found.integers[0]), bool(found.numbers[0])


@pytest.mark.parametrize(
    "text",
    ["0", "7", "-7", "10", "9007199254740992", "-9007199254740992"],
)
def test_integers_are_numbers_too(text: str) -> None:
    assert judge(text) == (True, True)


@pytest.mark.parametrize(
    "text",
    ["9007199254740993", "9223372036854775807", "-9223372036854775808", "1234567890123456789"],
)
def test_integers_beyond_a_float(text: str) -> None:
    assert judge(text) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        *("0.5", "-0.5", "1.50", ".5", "-.5", "0.0", "123456789012345.6"),
        *("1.5e10", "1.5E-10", "1e-05", "1E+5", "0.0e5", "2.5e-320"),
        *("0.1234567890123456", "0.30000000000000004", "1.7976931348623157e308"),
        # Seventeen digits, as C's %.17g spells the float 0.1.
        "0.10000000000000001",
    ],
)
def test_numbers(text: str) -> None:
    assert judge(text) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        *("007", "00", "-01", "01.5", "+5", "5.", ".", "-", "- 5", " 5", "5 ", "5\n", "1 000"),
        *("1,5", "1,000", "1_000", "0x10", "12E4", "1e5", "1.5e", "e5", "--5", "1.2.3", "5%", "$5"),
        *("inf", "-inf", "nan", "NaN", "None", "true", "٣", "\uff15", "½", "²"),
    ],
)
def test_what_only_looks_like_a_number(text: str) -> None:
    assert judge(text) == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        *("9223372036854775808", "-9223372036854775809", "100000000000000000000"),
        *("0.12345678901234567890", "1234567890123456.7", "9007199254740993.0"),
        *("1.5e400", "1.0e-400", "1.0e-99999999999999999999", "1.0e99999999999999999999"),
        "9" * 5000,  # longer than Python turns into an integer
    ],
)
def test_what_no_machine_number_holds(text: str) -> None:
    assert judge(text) == (False, False)


@pytest.mark.parametrize(
    ("texts", "has_codes"),
    [(["1", "007"], True), (["1", "-01"], True), (["0", "10"], False), (["0.5", "0"], False)],
)
def test_leading_zeros_tell_of_codes(texts: list[str], has_codes: bool) -> None:
    assert find_numerals(pa.array(texts, pa.large_string())).has_codes is has_codes


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float_is_a_number_as_python_spells_it(value: float) -> None:
    # Python spells whole mantissas without a point: 1e+22 is a number, 1e22 is a code.
    assert judge(repr(value))[1]


@given(st.from_regex(r"-?(0|[1-9][0-9]{0,19})(\.[0-9]{1,20})?(e[+-][0-9]{1,3})?", fullmatch=True))
def test_a_number_has_one_spelling_of_at_most_17_digits(text: str) -> None:
    value = float(text)
    if judge(text)[1]:
        assert math.isfinite(value)
        # No other decimal of as many digits is the same float.
        digits = len(text.partition("e")[0].replace(".", "").strip("-").strip("0"))
        assert digits <= 17
