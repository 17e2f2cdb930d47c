"""Functions travel to a page with what they name, and with nothing else."""

from __future__ import annotations

import pytest

from backend.codegen.code import Code, distinct_where, name, word_list
from backend.codegen.page import Body, Page
from backend.codegen.source import sources_of
from backend.rules.language import addresses, identifiers
from tests.codegen import copied


def test_a_function_brings_the_functions_and_constants_it_names_before_itself() -> None:
    found = sources_of([identifiers.is_iban])
    titles = [text.split("(")[0].split(" =")[0] for text in found.definitions]

    assert found.imports == ("import re",)
    assert titles == ["IBAN_LENGTHS", "def as_digits", "def is_iban"]


def test_a_function_of_another_module_is_followed_through_its_import() -> None:
    found = sources_of([copied.is_known])

    assert [text.split("(")[0] for text in found.definitions] == ["def is_luhn", "def is_known"]


def test_what_two_functions_share_comes_once_in_any_order() -> None:
    both = [identifiers.is_isbn, identifiers.is_ismn]
    found = sources_of(both)

    assert found == sources_of(reversed(both))
    assert sum(text.startswith("def is_gs1") for text in found.definitions) == 1


@pytest.mark.parametrize("function", [copied.reads_a_file, copied.names_nothing_known])
def test_a_function_that_needs_more_is_refused(function: object) -> None:
    with pytest.raises(ValueError, match="cannot be copied into a program"):
        sources_of([function])  # type: ignore[list-item]


def test_the_copied_source_runs_without_this_project() -> None:
    found = sources_of([addresses.is_json, identifiers.is_vin])
    names: dict[str, object] = {}
    exec("\n".join([*found.imports, *found.definitions]), names)

    assert names["is_json"]('{"a": 1}')  # type: ignore[operator]
    assert names["is_vin"]("1M8GDM9AXKP042788")  # type: ignore[operator]


def test_a_local_of_the_same_name_does_not_hide_the_function() -> None:
    body = Body()
    body.let("is_luhn", Code('tables["t"]'))
    called = body.use(identifiers.is_luhn)
    body.give(Code(f'{called.text}("18")'))
    again = body.let("is_luhn", Code("1"))
    names: dict[str, object] = {}
    exec(Page(title="T", restatement="R", check=body).render(), names)

    assert (called.text, again.text) == ("is_luhn_2", "is_luhn_3")
    assert names["check"]({"t": None}) is True  # type: ignore[operator]


def test_a_function_is_used_under_one_name() -> None:
    body = Body()

    assert body.use(identifiers.is_luhn) == body.use(identifiers.is_luhn) == name("is_luhn")


@pytest.mark.parametrize(
    "words",
    [
        ["a"],
        ["a b", "c"],
        [f"code{number}" for number in range(99)],
        [f"some words, {number}" for number in range(99)],
        [f"it's {number}" for number in range(99)],
        [f'say "{number}"' for number in range(99)],
        [f"a;{number}" for number in range(99)],
        [f"\n{number}" for number in range(99)],
        [f"back\\slash{number}" for number in range(99)],
        [*(f"w{number}" for number in range(99)), ""],
    ],
    ids=["one", "short", "words", "blanks", "apostrophes", "quotes", "semicolons", "lines",
         "backslashes", "empty"],
)  # fmt: skip
def test_a_list_of_words_is_itself_however_it_is_laid_out(words: list[str]) -> None:
    assert eval(word_list(words).text) == words


def test_each_distinct_text_is_tested_once() -> None:
    tested = distinct_where(name("text"), name("is_luhn"))

    assert tested.text == "[text for text in text.dropna().unique() if is_luhn(text)]"


def test_a_constant_has_one_value_and_a_name_in_capitals() -> None:
    body = Body()
    assert body.constant("CODES", Code("1")) == body.constant("CODES", Code("1"))

    for title, value in (("CODES", "2"), ("codes", "1")):
        with pytest.raises(ValueError, match="cannot name this value"):
            body.constant(title, Code(value))
