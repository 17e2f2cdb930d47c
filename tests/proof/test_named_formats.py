"""Named formats: what programs accept, and what libraries accept, over texts near real ones."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from backend.proof.meaning import NoPlainReading
from backend.proof.meaning.named_formats import JUDGES, is_of_format
from backend.proof.meaning.net_formats import URLS
from backend.proof.witnesses.samples import sample_format, sample_pattern
from backend.rules.language.formats import FORMATS, format_of

CHARS = "0123456789ABCXYZabcz -./:+_@#%,'()[]{}\"é٣\t\n\u0435TZ"
TEXTS = 500


def _near(name: str) -> Iterator[str]:
    """Samples of a format with a few characters changed, the same each time."""
    chance = random.Random(name)
    samples = sample_format(name)
    yield from samples
    for _ in range(TEXTS):
        text = list(chance.choice(samples))
        for _ in range(chance.choice((1, 1, 2, 3))):
            place = chance.randrange(len(text) + 1)
            text[place : place + chance.choice((0, 1))] = chance.choice((chance.choice(CHARS), ""))
        yield "".join(text)
        digits = "0123456789"
        yield "".join(chance.choice(digits) if c.isdigit() else c for c in samples[0])


@pytest.mark.parametrize("name", JUDGES)
def test_a_library_and_the_format_accept_the_same_texts(name: str) -> None:
    texts = [text for text in dict.fromkeys(_near(name)) if text]
    accepted = {text for text in texts if format_of(name).accepts(text)}

    assert accepted
    assert {text for text in texts if JUDGES[name](text)} == accepted


@pytest.mark.parametrize("name", URLS)
def test_a_url_is_one_for_the_standard_library(name: str) -> None:
    accepted = [text for text in _near(name) if format_of(name).accepts(text)]

    assert accepted
    assert [text for text in accepted if not URLS[name](text)] == []


MENDED = {
    "a bracket in the user's part of a URL": ("url", "http://user:p]ss@example.org:8080/"),
    "an offset of 70 minutes": ("iso_timestamp", "2024-01-01T00:00:00.123+02:70"),
}


@pytest.mark.parametrize(("name", "text"), MENDED.values(), ids=MENDED)
def test_what_a_standard_refuses_is_refused(name: str, text: str) -> None:
    assert not format_of(name).accepts(text)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_sample_that_is_one(name: str) -> None:
    assert any(is_of_format(name, text) for text in sample_format(name))


PATTERNS = [r"\d{3}-\d{4}", "[A-Z]{2}[0-9]+", "(ab|cd)e?", r"\w+@\w+\.(org|com)", "[^0-9]x", ".*z"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_has_a_sample(pattern: str) -> None:
    assert sample_pattern(pattern)


def test_a_pattern_that_asks_for_more_has_none() -> None:
    assert sample_pattern(r"(a)\1") == ()


def test_an_unknown_format_is_no_reading() -> None:
    with pytest.raises(NoPlainReading):
        is_of_format("no such format", "text")
