"""Phrases for signs that a form may have at one place, and for the signs it is made of.

A digit or X at the end, A, B or AB followed by + or -, the letters I, V and X only.
"""

from __future__ import annotations

import re

from backend.planner.offline.own_formats import ALPHABET
from backend.planner.offline.phrases.formats.either_mark import one_of_texts
from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import LENGTH, _form
from backend.rules.language.terms import All, Compare, Constant, How, Matches, Predicate
from backend.rules.phrasing import Phrases, all_of, not_

phrase = Phrases()
Piece = tuple[str, str]
Pieces = tuple[Piece, ...]

# One of several signs -----------------------------------------------------------------------------


@phrase("sign_told", "[a|an|the] [letter|character|capital|sign|symbol] (<bare>|<text>)")
@phrase("sign_told", "[a|an|the] <sign_mark>", cost=0.0)
def sign_told(found: object) -> str | None:
    """A single sign as it stands: an X, the letter X, a dot."""
    written = str(found.value) if isinstance(found, Constant) else str(found)
    return written if len(written) == 1 else None


for _pattern, _sign in (
    ("[a|an|the] (plus|+) [sign]", "+"),
    ("[a|an|the] (minus|-) [sign]", "-"),
):
    phrase("sign_told", _pattern, cost=0.0)(lambda sign=_sign: sign)


@phrase("signs_told", "<sign_told>")
@phrase("signs_told", "<signs_told> , <sign_told>")
def signs_told(*found: str) -> str:
    """Several signs, one behind the other."""
    return "".join(found)


@phrase("any_signs", "[either] <signs_told> [,] or <sign_told>", cost=-0.3)
@phrase("all_signs", "<signs_told> [,] and <sign_told>", "<signs_told> , <sign_told>")
@phrase("all_signs", "<any_signs>")
def listed_signs(*found: str) -> str:
    """A, C, G or T."""
    return "".join(found)


@phrase("choice", "<any_signs>")
def choice_of_signs(signs: str) -> Piece:
    """E or I."""
    return (one_of_texts([re.escape(sign) for sign in signs]), "mark")


@phrase("choice", "<choice> , _all_great", r"<choice> \( _all_great \)", cost=0.0)
def choice_in_capitals(found: Piece) -> Piece | None:
    """A, B or AB, in capitals, followed by …: they are told in capitals."""
    return found if found[0] == found[0].upper() != found[0].lower() else None


_SINGLE = re.compile(r"\\d|\[[^\]]+\]")


@phrase("piece", "[either] (a|an|one|single|another) <char_class> [,] or <sign_told>", cost=-0.5)
def class_or_sign(regex: str, sign: str) -> Piece | None:
    """A digit or X: of two single signs, one stands at the place of the other."""
    if _SINGLE.fullmatch(regex) is None:
        return None
    return (f"[{regex.strip('[]')}{re.escape(sign)}]", "class")


@phrase("piece", "[either] <sign_told> or (a|an|one|single|another) <char_class>", cost=-0.5)
def sign_or_class(sign: str, regex: str) -> Piece | None:
    """X or a digit."""
    return class_or_sign(regex, sign)


# In turn ------------------------------------------------------------------------------------------

phrase.words(
    "_in_turn",
    "[,] then | [,] and then | [,] followed by | [,] and finally | [,] finally | [,] and after that | [,] "
    "directly followed by | [,] immediately followed by | [,] and | [,] ; then | [,] plus",
)


@phrase("choices", "<choice> _in_turn <choice>", "<choices> _in_turn <choice>", cost=-0.6)
@phrase("choices", "<piece> _in_turn <choice>", "<choice> _in_turn <piece>", cost=-0.3)
@phrase("choices", "<choices> _in_turn <piece>", cost=-0.3)
def in_turn(*found: Piece | Pieces) -> Pieces:
    """E or I, then S or N: one choice behind the other."""
    flat: list[Piece] = []
    for part in found:
        flat += [part] if isinstance(part[0], str) else list(part)
    return tuple(flat)


@phrase("pieces", "<choices>")
def form_of_choices(found: Pieces) -> Pieces:
    """Signs to choose from at each place are a form."""
    return tuple((regex, "class") for regex, _ in found)


phrase.words(
    "_signs_in_all",
    "letters | characters | signs | symbols | digits | positions | places | capitals | capital letters",
)


@phrase("pieces", "<number> _signs_in_all (:|-|–) <pieces>", cost=-0.2)
@phrase("pieces", r"<number> _signs_in_all \( <pieces> \)", cost=-0.2)
def so_many_in_all(count: Constant, found: Pieces) -> Pieces | None:
    """Four letters: E or I, then S or N, then …: as many as are told."""
    try:
        low, high = re._parser.parse("".join(regex for regex, _ in found)).getwidth()  # type: ignore[attr-defined]
    except (re.error, OverflowError):
        return None
    return found if low == high == count.value else None


for _head in ("verb", "adj"):

    @phrase(_head, "(have|has|with) [exactly] <number> _signs_in_all (:|-|–) <pieces>", cost=-0.2)
    def has_in_all(count: Constant, found: Pieces) -> Predicate | None:
        """Has ten characters: nine digits and then a digit or X."""
        pieces = so_many_in_all(count, found)
        return None if pieces is None else described(pieces)


# Made of ------------------------------------------------------------------------------------------


@phrase("kind", "(letters|characters|signs|symbols|digits|capitals|capital letters) <all_signs>")
def kind_of_signs(signs: str) -> tuple[str, ...]:
    """The letters I, V and X."""
    return tuple(f"[{re.escape(sign)}]" for sign in signs)


@phrase("kind", "digits (<and_list>|<or_list>)", cost=0.0)
def kind_of_digits(digits: tuple[Constant, ...]) -> tuple[str, ...] | None:
    """The digits 0 and 1."""
    written = "".join(str(each.value) for each in digits)
    is_digits = written.isdigit() and len(written) == len(digits)
    return (f"[{written}]",) if is_digits else None


@phrase(
    "kind",
    "digits [from] <number> (to|through|-|–) <number>",
    "digits between <number> and <number>",
    cost=0.0,
)
def kind_of_digits_from(low: Constant, high: Constant) -> tuple[str, ...] | None:
    """The digits 0 to 7."""
    told = f"{low.value}-{high.value}"
    return (f"[{told}]",) if re.fullmatch(r"\d-\d", told) and told[0] < told[2] else None


@phrase("letters_only", "<all_signs>", cost=0.0)
def letters_only(signs: str) -> Predicate | None:
    """A, C, G and T only: of what the values are made, where the column shows it."""
    is_plain = len(signs) > 1 and signs.isalnum() and signs.isascii()
    return _form(How.FORMAT, f"{ALPHABET}{signs}") if is_plain else None


@phrase(
    "verb",
    "(contain|contains|consist of|consists of|have|has|use|uses|hold|holds) (only|just|nothing but|exclusively) "
    "<letters_only>",
    "(consist|consists) of <letters_only> only",
    "(consist|consists|be made up|is made up|are made up) (only|exclusively|solely|entirely) of <letters_only>",
)
@phrase("must_do", "(may|can|must|should) only (contain|have|consist of|use|hold) <letters_only>")
@phrase("must_do", "(may|can|must|should) (contain|have|consist of|use|hold) <letters_only> only")
@phrase("must_do", "(contain|contains|use|uses|hold|holds) <letters_only> only")
@phrase("adj", "<letters_only> only", "only <letters_only>", cost=0.05)
@phrase("adj", "(made up|made|composed) of [only] <letters_only> [only]", cost=0.05)
def made_of(told: Predicate) -> Predicate:
    """Consists of A, C, G and T only."""
    return told


# All but some -------------------------------------------------------------------------------------

phrase.words(
    "_all_but",
    "[,] but (never|not|no|without|none of) | [,] except | [,] excluding | [,] apart from | [,] other than | [,] "
    "save | [,] (and|but) (never|not) [one of] | [,] with the exception of | [,] leaving out",
)

for _head in ("verb", "adj", "must_do"):

    @phrase(
        _head,
        f"<{_head}> _all_but [(letters|characters|signs|symbols|digits)] (<all_signs>|<sign_told>)",
        cost=0.05,
    )
    def all_but(told: Predicate, signs: str) -> Predicate | None:
        """Digits and small letters, but never i, l or o."""
        parts = told.parts if isinstance(told, All) else (told,)
        forms = [part for part in parts if isinstance(part, Matches)]
        is_made = any(part.how in (How.PATTERN, How.FORMAT) for part in forms)
        is_made = is_made and not any("(?s:" in part.text for part in forms)
        if not is_made or len(forms) + sum(map(_is_long, parts)) < len(parts):
            return None
        return all_of(told, *(not_(_form(How.CONTAINS, sign)) for sign in signs))


def _is_long(told: Predicate) -> bool:
    return isinstance(told, Compare) and told.left == LENGTH
