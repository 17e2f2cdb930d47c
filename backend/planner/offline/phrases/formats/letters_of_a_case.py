"""Phrases for letters whose case is told: a capital B is a B, and no capital with a B behind it."""

from __future__ import annotations

import re

from backend.rules.language.terms import Constant, Reads
from backend.rules.phrasing import Phrases

phrase = Phrases()

_CAPITAL = "capital|upper-case|uppercase|upper case|big"
_SMALL = "small|lower-case|lowercase|lower case"

for _case, _is_great in ((_CAPITAL, True), (_SMALL, False)):

    @phrase(
        "text",
        f"({_case}) [letter|letters|character] <bare>",
        f"(letter|letters|character) <bare> in ({_case}|capitals)"
        if _is_great
        else f"(letter|letters|character) <bare> in ({_case}|small letters)",
        cost=-1.0,
    )
    def letters_of_case(text: Constant, *, is_great: bool = _is_great) -> Constant | None:
        """A capital B, the capital letters INV; a capital b is none."""
        written = str(text.value)
        is_so = written.isupper() if is_great else written.islower() and len(written) == 1
        is_word = re.fullmatch("[A-Za-z]{1,4}", written) is None
        return None if is_word or not is_so else Constant(value=written, reads=Reads.TEXT)


@phrase("piece", "letter <bare>", cost=-0.5)
def named_letter(text: Constant) -> tuple[str, str] | None:
    """The letter B, a dash and four digits: rather than letters, and then that."""
    written = str(text.value)
    return (written, "mark") if re.fullmatch("[A-Z]", written) else None


# One sign between runs ----------------------------------------------------------------------------

phrase.words(
    "_then_comes", "[,] and | [,] then | , | [,] and then | [,] followed by | followed directly by"
)
for _words, _regex in (
    ("digits|numbers", r"\d"), ("letters", "[A-Za-z]"),
    ("capital letters|capitals|upper-case letters|uppercase letters", "[A-Z]"),
    ("small letters|lower-case letters|lowercase letters", "[a-z]"),
):  # fmt: skip
    phrase("run_of_signs", f"[some] ({_words})")(lambda regex=_regex: regex)
for _letters, _regex in (
    ("letters", r"[A-Za-z\d]"), ("capital letters|capitals|upper-case letters|uppercase letters", r"[A-Z\d]"),
    ("small letters|lower-case letters|lowercase letters", r"[a-z\d]"),
):  # fmt: skip
    phrase(
        "run_of_signs",
        f"({_letters}) (or|and|and/or) (digits|numbers)",
        f"(digits|numbers) (or|and|and/or) ({_letters})",
        cost=0.02,
    )(lambda regex=_regex: regex)


@phrase(
    "pieces",
    "<run_of_signs> _then_comes (<worded_sign>|<one_sign>) _then_comes <run_of_signs>",
    cost=-0.6,
)
def run_mark_run(first: str, mark: str, last: str) -> tuple[tuple[str, str], ...]:
    """Capital letters, a dash, digits: one dash stands between, and is none of the signs."""
    sign = re.escape(mark).replace(r"\-", "-").replace(r"\ ", " ")
    return ((f"{first}+", "class"), (sign, "mark"), (f"{last}+", "class"))
