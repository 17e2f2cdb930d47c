"""Samples of formats, judged by the format itself and by a program that was emitted for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from backend.rules.language.formats import format_of
from tests.rules.words import cell, matches, must
from tests.rules.worlds import found, typed

JUNK = ("n/a!", "?")
"""Of no format but ASCII; it keeps a column of numbers from being typed as one."""


class Samples(NamedTuple):
    """Texts that are of a format, and texts that are not."""

    good: tuple[str, ...]
    bad: tuple[str, ...]


def samples(good: str, bad: str, *, more_good: Iterable[str] = (), more_bad: Iterable[str] = ()):
    """Words of two strings, and texts that hold blanks."""
    return Samples((*good.split(), *more_good), (*bad.split(), *more_bad))


def flagged(name: str, texts: Iterable[str | None]) -> set[str]:
    """What the program for "must be of this format" flags among the texts and some junk."""
    column = [*dict.fromkeys(texts), None, *JUNK]
    rule = must(matches(cell("s"), "format", name))
    rows = found(rule, typed({"t": {"s": column}})).rows
    return {str(column[row]) for row in rows} - set(JUNK)


def refused(name: str, texts: Iterable[str]) -> set[str]:
    """What the format itself does not accept."""
    return {text for text in texts if not format_of(name).accepts(text)}


def near_misses(text: str) -> set[str]:
    """The text with a blank or line break too many, and with digits of another script."""
    arabic = text.translate({ord("0") + digit: 0x660 + digit for digit in range(10)})
    return {f" {text}", f"{text} ", f"{text}\n", f"\t{text}"} | {arabic} - {text}


def one_digit_off(text: str) -> set[str]:
    """The text with one of its digits raised by one, 9 to 0, at each place in turn."""
    places = [place for place, char in enumerate(text) if char.isdigit()]
    return {f"{text[:p]}{(int(text[p]) + 1) % 10}{text[p + 1 :]}" for p in places}


def assert_judged(name: str, told: Samples, *, blanks: bool = False) -> None:
    """The format and its program accept the good texts alone; those with ``blanks`` around them
    only where these are a part of it.
    """
    missed = set() if blanks else set().union(*map(near_misses, told.good))
    texts, wrong = [*told.good, *told.bad, *missed], {*told.bad, *missed}

    assert refused(name, ["", *texts]) == {"", *wrong}, name
    assert flagged(name, texts) == wrong, name


def assert_each_digit_counts(name: str, good: str) -> None:
    """No digit of a good text can be another."""
    changed = one_digit_off(good)

    assert refused(name, changed) == changed, name
