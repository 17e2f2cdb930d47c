"""Phrases for the kinds of characters that a text is made of: digits, spaces and dashes only."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import Constant, How, Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()

_ONLY = {
    "digit": "[0-9]", "number": "[0-9]", "letter": "[A-Za-z]", "upper-case letter": "[A-Z]",
    "capital letter": "[A-Z]", "uppercase letter": "[A-Z]", "lower-case letter": "[a-z]",
    "lowercase letter": "[a-z]", "underscore": "_", "dash": "-", "hyphen": "-", "space": " ",
    "dot": r"\.", "alphanumeric character": "[A-Za-z0-9]", "blank": " ", "upper case letter": "[A-Z]",
    "lower case letter": "[a-z]", "apostrophe": "'", "comma": ",", "slash": "/", "colon": ":",
    "bracket": "()", "parenthese": "()", "round bracket": "()", "plus sign": "+", "hash": "#",
    "at sign": "@", "hex digit": "[0-9a-fA-F]", "hexadecimal digit": "[0-9a-fA-F]",
    "lower-case hex digit": "[0-9a-f]", "lower-case hexadecimal digit": "[0-9a-f]", "period": r"\.", "ampersand": "&", "blank space": " ",
}  # fmt: skip
for _name, _regex in _ONLY.items():
    _many = f"{_name}es" if _name.endswith("sh") else f"{_name}s"
    phrase("kind", _many, f"{_name} characters")(lambda regex=_regex: (regex,))


@phrase("kind", "letters <bare> (to|-|through) <bare>")
def letter_range(first: Constant, last: Constant) -> tuple[str, ...] | None:
    """The letters a to e."""
    ends = (str(first.value), str(last.value))
    is_range = all(re.fullmatch("[a-z]", end) for end in ends) or all(
        re.fullmatch("[A-Z]", end) for end in ends
    )
    return (f"[{ends[0]}-{ends[1]}]",) if is_range and ends[0] < ends[1] else None


@phrase("kinds", "<kind>")
def one_kind(found: tuple[str, ...]) -> tuple[str, ...]:
    """One kind of character."""
    return found


@phrase("kinds", "<kinds> (,|and|or|, and|, or) <kind>")
def more_kinds(before: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    """Several kinds of character."""
    return before + found


@phrase("kinds", "<kinds> (,|and|or|, and|, or) plus", cost=0.1)
def and_plus(before: tuple[str, ...]) -> tuple[str, ...]:
    """Digits and plus."""
    return (*before, "+")


@phrase(
    "verb",
    "(contain|contains|consist of|consists of|have|has|use|uses|hold|holds) (only|just|nothing but|exclusively) <kinds>",
    "only (contain|contains|consist of|consists of) <kinds>",
    "(consist|consists) of <kinds> only",
    "(consist|consists|be made up|is made up|are made up) (only|exclusively|solely|entirely) of <kinds>",
    "(consist|consists) of <kinds>",
)
@phrase("must_do", "(may|can|must|should) only (contain|have|consist of|use|hold) <kinds>")
@phrase("must_do", "(may|can|must|should) (contain|have|consist of|use|hold) <kinds> only")
@phrase("must_do", "(contain|contains|use|uses|hold|holds) <kinds> only")
@phrase("must_do", "(may|can) (contain|have|use|hold) (only|just|nothing but) <kinds>")
@phrase("must_do", "(may|can) consist [only] of [only] <kinds>")
@phrase("adj", "only <kinds> (is|are) (allowed|permitted|accepted|valid)")
@phrase("adj", "<kinds> only", "only <kinds>", "(made up|made|composed) of [only] <kinds> [only]")
def only_kinds(found: tuple[str, ...]) -> Predicate:
    """Only such characters; of letters and digits alone, as the named formats have it."""
    named = _NAMED.get(frozenset(found))
    return _form(How.FORMAT, named) if named else _form(How.PATTERN, f"{char_class_of(found)}+")


_LETTER = "[A-Za-z]"
_NAMED = {
    frozenset({_LETTER}): "letters", frozenset({"[0-9]"}): "digits",
    frozenset({_LETTER, "[0-9]"}): "letters_digits",
}  # fmt: skip


def char_class_of(found: tuple[str, ...]) -> str:
    """The kinds as one class; a letter is one of any alphabet."""
    kinds = sorted(set(found) - {_LETTER}, key=lambda regex: (regex == "-", regex))
    others = f"[{''.join(regex.strip('[]') for regex in kinds)}]" if kinds else ""
    if _LETTER not in found:
        return others
    others = re.sub("[a-z]-[a-z]|[A-Z]-[A-Z]", "", others).replace("[]", "")
    letters = r"[^\W\d_]"
    return f"({letters}|{others})" if others else letters
