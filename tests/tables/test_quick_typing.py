"""Columns that are typed as a whole come out as they do text by text, whatever is among them."""

from __future__ import annotations

import random
from collections.abc import Callable

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.schema import ColumnType
from backend.tables.infer import TypedColumn, type_column
from backend.tables.quick_typing import type_quickly

Make = Callable[[random.Random], str]
ROWS = 300
OTHER_DIGITS = "".join(chr(0x660 + digit) for digit in range(10))


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def _two(chance: random.Random, low: int, high: int) -> str:
    return f"{chance.randint(low, high):02d}"


def _day(chance: random.Random, pattern: str, most: int = 28) -> str:
    parts = {
        "Y": str(chance.randint(1000, 9999)), "m": _two(chance, 1, 12), "d": _two(chance, 1, most),
        "H": _two(chance, 0, 23), "M": _two(chance, 0, 59), "S": _two(chance, 0, 59),
        "f": _digits(chance, 3), "u": _digits(chance, 6), "n": _digits(chance, 9),
    }  # fmt: skip
    return "".join(parts.get(letter, letter) for letter in pattern)


DATES = (
    *("Y-m-d", "Y/m/d", "Y.m.d", "m/d/Y", "d/m/Y", "d.m.Y", "m-d-Y", "d-m-Y"),
    *("Y-m-d H:M", "Y-m-d H:M:S", "Y-m-dTH:M:S", "Y-m-dTH:M:SZ", "Y-m-d H:M:S.f", "Y-m-d H:MZ"),
    *("d/m/Y H:M", "m-d-Y H:M:S", "Y-m-dTH:M:S.u+H:M", "Y-m-dTH:M:S.n", "Y-m-d H", "Y-d-m"),
    *("Y-m-dTH:M-H:M", "d.m.Y H:M:S", "m/d/Y H:M:S", "Y.m.d H:M"),
)
MAKES: dict[str, Make] = {
    "integers": lambda chance: str(chance.randint(-(10**6), 10**6)),
    "long integers": lambda chance: str(chance.randint(-(2**63) - 9, 2**63 + 9)),
    "codes": lambda chance: _digits(chance, 6),
    "decimals": lambda chance: f"{chance.uniform(-99, 99):.{chance.randint(0, 4)}f}",
    "decimals alone": lambda chance: f"{chance.uniform(-99, 99):.2f}",
    "many digits": lambda chance: repr(chance.uniform(-1, 1)),
    "too many digits": lambda chance: f"0.{_digits(chance, 20)}",
    "no digit in front": lambda chance: f"{chance.choice(['', '-'])}.{_digits(chance, 3)}",
    "thousands": lambda chance: f"{chance.randint(1, 999)},{_digits(chance, 3)}",
    "percent": lambda chance: f"{chance.uniform(0, 100):.2f}%",
    "exponents": lambda chance: f"{chance.uniform(1, 9):.3f}e{chance.randint(-9, 9)}",
    "signs": lambda chance: chance.choice("-+.") + _digits(chance, 4),
    "words": lambda chance: "".join(chance.choice("abcxyzéß ") for _ in range(9)),
    "addresses": lambda chance: f"user{_digits(chance, 5)}@example.org",
    "months": lambda chance: chance.choice(["jan", "Feb", "sept", "Dec 1"]) + _digits(chance, 4),
    "month names": lambda chance: f"{chance.choice(['Jan', 'May'])} 3, 2{_digits(chance, 3)}",
    "identifiers": lambda chance: f"{chance.getrandbits(64):016x}",
    "other digits": lambda chance: "".join(chance.choice(OTHER_DIGITS + "0123") for _ in range(5)),
    "date-like": lambda chance: _day(chance, "Y-m-d", 31),
    "day or month": lambda chance: _day(chance, "m/d/Y H:M:S", 12),
    **{name: lambda chance, name=name: _day(chance, name) for name in DATES},
}
ODD = (
    *("", "", "", " ", "-", ".", "-.", "0", "-0", "007", "1.", "1.5", ".5", "1..2", "1-2", "--1"),
    *("0x1F", "nan", "NaN", "inf", "null", "1e5", "1e+5", "+5", " 5", "5 ", "1/2", "12E4", "true"),
    *("9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809"),
    *(
        "9007199254740993",
        "123456789012345678",
        "0.1000000000000000055",
        OTHER_DIGITS[3],
        "\N{KELVIN SIGN}",
    ),
    *("2024-02-30", "2023-02-29", "2024-02-29", "2024-13-01", "2024-1-1", "0999-01-01"),
    *("2024-01-01 24:00:00", "2024-01-01 23:59:60", "31/12/2024", "12/31/2024", "\u017fep 3 2024"),
)


def cells_of(texts: list[str]) -> pa.LargeStringArray:
    return pa.array([text or None for text in texts], pa.large_string())


def careful(texts: list[str]) -> TypedColumn:
    return type_column("c", cells_of(texts))


def alike(quick: TypedColumn, slow: TypedColumn) -> bool:
    return (
        quick.facts == slow.facts and quick.cells.equals(slow.cells) and quick.dtype == slow.dtype
    )


@pytest.mark.parametrize("make", MAKES.values(), ids=MAKES)
@pytest.mark.parametrize("empty", [0.0, 0.4], ids=["filled", "with gaps"])
def test_a_column_of_one_kind(make: Make, empty: float) -> None:
    chance = random.Random(7)
    texts = ["" if chance.random() < empty else make(chance) for _ in range(4 * ROWS)]
    quick = type_quickly("c", cells_of(texts))
    assert quick is None or alike(quick, careful(texts))


QUICK = {
    "integers": ColumnType.INTEGER, "decimals": ColumnType.NUMBER, "many digits": ColumnType.NUMBER,
    "addresses": ColumnType.TEXT, "Y-m-d": ColumnType.DATE, "d.m.Y H:M:S": ColumnType.DATE,
    "Y-m-dTH:M:SZ": ColumnType.DATE, "day or month": ColumnType.DATE, "d/m/Y": ColumnType.DATE,
    "months": ColumnType.TEXT, "words": ColumnType.TEXT, "no digit in front": ColumnType.NUMBER,
}  # fmt: skip


@pytest.mark.parametrize(("name", "kind"), QUICK.items(), ids=QUICK)
def test_what_is_common_is_quick(name: str, kind: ColumnType) -> None:
    chance = random.Random(11)
    texts = [MAKES[name](chance) for _ in range(4 * ROWS)]
    if name == "months":
        texts = [text.replace("Feb", "Foo").replace("jan", "jxx") for text in texts]
    quick = type_quickly("c", cells_of(texts))
    assert quick is not None
    assert quick.facts.type is kind
    assert alike(quick, careful(texts))


@pytest.mark.parametrize(
    "odd",
    [
        *("2024-13-01 00:00:00", "2024-00-01 00:00:00", "2024-01-00 00:00:00"),
        *("2024-01-32 00:00:00", "2024-04-31 00:00:00", "2023-02-29 00:00:00"),
        *("1900-02-29 00:00:00", "0999-01-01 00:00:00", "2024-01-01 24:00:00"),
        *("2024-01-01 00:60:00", "2024-01-01 00:00:60", "2024-01-01T00:00:00"),
        *("2024/01/01 00:00:00", "2024-01-01 00-00:00", "2O24-01-01 00:00:00"),
    ],
)
def test_one_date_that_is_none(odd: str) -> None:
    chance = random.Random(3)
    texts = [_day(chance, "Y-m-d H:M:S") for _ in range(ROWS)]
    assert type_quickly("c", cells_of([*texts, "2000-02-29 23:59:59"])) is not None
    assert type_quickly("c", cells_of([*texts, odd])) is None
    assert careful([*texts, odd]).facts.type is ColumnType.TEXT or "T" in odd


@given(
    make=st.sampled_from(list(MAKES.values())),
    other=st.sampled_from(list(MAKES.values())),
    share=st.sampled_from([0.0, 0.01, 0.5]),
    odd=st.lists(st.sampled_from(ODD), max_size=3),
    seed=st.integers(0, 2**32),
)
def test_odd_cells_among_many(
    make: Make, other: Make, share: float, odd: list[str], seed: int
) -> None:
    chance = random.Random(seed)
    texts = [other(chance) if chance.random() < share else make(chance) for _ in range(ROWS)]
    for text in odd:
        texts[chance.randrange(ROWS)] = text
    quick = type_quickly("c", cells_of(texts))
    assert quick is None or alike(quick, careful(texts))


@given(st.lists(st.text(alphabet="0123456789.-", max_size=6), min_size=1, max_size=4))
def test_digits_dots_and_signs(odd: list[str]) -> None:
    texts = [f"{number}.5" for number in range(ROWS)] + odd
    quick = type_quickly("c", cells_of(texts))
    assert quick is None or alike(quick, careful(texts))
    whole = [str(number) for number in range(ROWS)] + odd
    quick = type_quickly("c", cells_of(whole))
    assert quick is None or alike(quick, careful(whole))


def test_a_part_of_a_column() -> None:
    texts = [str(number) for number in range(2 * ROWS)]
    quick = type_quickly("c", cells_of(texts).slice(50, ROWS))
    assert quick is not None
    assert alike(quick, careful(texts[50 : 50 + ROWS]))


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["x"] * 1000, id="one value"),
        pytest.param([""] * 1000, id="empty"),
        pytest.param([str(number % 200) for number in range(1000)], id="values that are kept"),
    ],
)
def test_few_values_are_read_text_by_text(texts: list[str]) -> None:
    assert type_quickly("c", cells_of(texts)) is None
