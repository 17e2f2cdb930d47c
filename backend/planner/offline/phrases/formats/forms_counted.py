"""Phrases for how many signs a form has, told in further ways: 8, 12 or 13 digits; 12 characters in total."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.own_formats import ALPHABET
from backend.planner.offline.phrases.formats.texts import LENGTH, _form
from backend.planner.offline.phrases.formats.texts_standards import _CODES
from backend.rules.language.form import Listed
from backend.rules.language.formats import FORMATS
from backend.rules.language.terms import Constant, How, Matches, Predicate
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, all_of, compare, one_of

phrase = Phrases()
Piece = tuple[str, str]

# So many, or so many ------------------------------------------------------------------------------


@phrase("sign_counts", "<number> , <number>", "<sign_counts> , <number>")
def sign_counts(*found: Any) -> tuple[Constant, ...]:
    """8, 12, 13."""
    flat: list[Constant] = []
    for part in found:
        flat += [part] if isinstance(part, Constant) else list(part)
    return tuple(flat)


@phrase("piece", "[either] <sign_counts> [,] or <number> <char_class>", cost=0.0)
def piece_of_counts(before: tuple[Constant, ...], last: Constant, regex: str) -> Piece | None:
    """8, 12, 13 or 14 digits."""
    counts = [each.value for each in (*before, last)]
    if not all(isinstance(each, int) and each > 0 for each in counts):
        return None
    return (f"({'|'.join(f'{regex}{{{each}}}' for each in counts)})", "class")


@phrase(
    "adj",
    "[either] <sign_counts> [,] or <number> (characters|chars|signs) [long|in length]",
    cost=0.0,
)
@phrase(
    "verb", "(have|has) [either] <sign_counts> [,] or <number> (characters|chars|signs)", cost=0.0
)
def length_of_counts(before: tuple[Constant, ...], last: Constant) -> Predicate:
    """8, 10 or 12 characters."""
    return one_of(LENGTH, (*before, last))


phrase.words(
    "_signs_in_total",
    "(characters|chars|signs) (in total|in all|altogether|overall|long [in total]|in length) | characters total",
)


@phrase("verb", "<verb> [,] [and] [exactly|with|for] <number> _signs_in_total", cost=0.0)
def so_long_in_total(told: Predicate, count: Constant) -> Predicate | None:
    """Starts with two capitals and ends in a digit, 12 characters in total."""
    has_form = any(isinstance(part, Matches) for part in walk(told))
    return all_of(told, compare(LENGTH, "==", count)) if has_form else None


# Kinds and beginnings -----------------------------------------------------------------------------


phrase.words("_binary_signs", "(zeros|zeroes|0s|0's|noughts) (and|or) (ones|1s|1's)")


@phrase(
    "must_do",
    "(may|can|must|should) (contain|have|use|hold) (only|just|nothing but) <letters_only>",
)
def made_of_these(told: Predicate) -> Predicate:
    """May contain only A, C, G and T."""
    return told


@phrase("letters_only", "_binary_signs", cost=0.0)
def zeros_and_ones() -> Predicate:
    """Zeros and ones: of what texts are made, where the column shows it."""
    return _form(How.FORMAT, f"{ALPHABET}01")


@phrase(
    "adj", "[a|any] (string|sequence|row|series) of [only] _binary_signs [only|alone]", cost=0.0
)
@phrase("adj", "[a|any] (string|sequence|row|series) of [only] 0 (and|or) 1 [only|alone]", cost=0.0)
def string_of_bits() -> Predicate:
    """A string of zeros and ones."""
    return _form(How.PATTERN, "[01]+")


for _scheme in ("https", "http", "www", "ftp", "mailto"):

    @phrase("verb", f"_starts [the] [prefix|text|letters] {_scheme}", cost=0.0)
    def starts_with_scheme(scheme: str = _scheme) -> Predicate:
        """Begins with https."""
        return _form(How.STARTS, scheme)


@phrase("piece", "optional <piece>", cost=0.0)
def optional_one(found: Piece) -> Piece:
    """Optional +, then digits."""
    return (f"({found[0]})?", "class")


# How long the words of a list are -----------------------------------------------------------------


@phrase(
    "adj",
    r"[_valid] <format> \( [of] <number> (letters|letter|characters|capitals|capital letters|digits|signs) \)",
    cost=-0.3,
)
def list_so_long(name: str, count: Constant) -> Predicate | None:
    """An ISO 639-2 code (three letters): as long as every word of the list is."""
    form = FORMATS[name].form
    sizes = {len(word) for word in form.words()} if isinstance(form, Listed) else set()
    return _form(How.FORMAT, name) if sizes == {count.value} else None


for _size, _told in ((2, "two letter|2 letter"), (3, "three letter|3 letter")):

    @phrase(
        "adj",
        rf"[one of] [_valid] <format> \( [as|the|its|in|by] [official] ({_told}) [postal] (abbreviation|abbreviations|code|codes) \)",
        cost=-0.6,
    )
    def code_in_brackets(name: str, size: int = _size) -> Predicate | None:
        """One of the 50 US states (two-letter abbreviation)."""
        found = _CODES.get((name, size))
        return None if found is None else _form(How.FORMAT, found)
