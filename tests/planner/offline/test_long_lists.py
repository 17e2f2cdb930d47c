"""Lists of values of any length: read alike, and in no time that grows with their cube."""

from __future__ import annotations

from itertools import product

import pytest

from tests.planner.offline.spoken import Tables

CODES = ["".join(letters) for letters in product("BCDFG", "XYZW", "KLMN")]
ROWS = (
    ("label", "code", "size", "kind", "spare"),
    ("a", CODES[0], 1, "old", "x"),
    ("b", CODES[-1], 2, "new", "y"),
    ("c", "ZZZ", 3, "kind", "z"),
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("lists") / "w", {"shop": ROWS})


def quoted(values: list[str]) -> list[str]:
    return [f"'{value}'" for value in values]


SENTENCES = {
    "or": lambda v: f"code must be one of {', '.join(v[:-1])} or {v[-1]}.",
    "comma or": lambda v: f"code must be one of {', '.join(v[:-1])}, or {v[-1]}.",
    "commas": lambda v: f"code must be one of: {', '.join(v)}.",
    "in brackets": lambda v: f"code must be in ({', '.join(v)})",
    "allowed": lambda v: f"Allowed values for code are {', '.join(v[:-1])} and {v[-1]}.",
    "forbidden": lambda v: f"code must not be one of {', '.join(v)}.",
}
FLAGGED = {name: "c" for name in SENTENCES} | {"forbidden": "a b"}


@pytest.mark.parametrize("size", [2, 6, 7, 8, 30, len(CODES)])
@pytest.mark.parametrize("name", SENTENCES)
def test_every_value_counts_whatever_the_length(name: str, size: int, shop: Tables) -> None:
    values = quoted([*CODES[: size - 1], CODES[-1]])
    assert shop.answer(SENTENCES[name](values), "shop").flagged == FLAGGED[name]


@pytest.mark.parametrize("name", SENTENCES)
def test_values_need_no_quotes(name: str, shop: Tables) -> None:
    values = [*CODES[:20], CODES[-1]]
    assert shop.answer(SENTENCES[name](values), "shop").flagged == FLAGGED[name]


def test_a_value_that_is_missing_from_a_long_list_is_flagged(shop: Tables) -> None:
    sentence = SENTENCES["or"](quoted(CODES[1:]))
    assert shop.answer(sentence, "shop").flagged == "a c"


def test_a_word_that_could_be_a_column_does_not_break_a_list(shop: Tables) -> None:
    values = quoted([*CODES[:9], "kind", *CODES[9:20], "new", "old"])
    sentence = f"kind must be one of {', '.join(values)}."
    assert shop.answer(sentence, "shop").flagged == ""


def test_numbers(shop: Tables) -> None:
    numbers = ", ".join(map(str, range(2, 40)))
    assert shop.answer(f"size must be one of {numbers}.", "shop").flagged == "a"


def test_long_lists_of_columns_stay_columns(shop: Tables) -> None:
    sentence = "label, code, size, kind, spare must be filled"
    assert shop.answer(sentence, "shop").flagged == ""
