"""Phrases for forms of which each place has its own choice: one of A, B, AB or O followed by + or -."""

from __future__ import annotations

from backend.planner.offline.own_formats import ALPHABET
from backend.planner.offline.phrases.formats.either_mark import one_of_marks
from backend.planner.offline.phrases.formats.letters_told import all_but
from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import _form, lower, upper
from backend.planner.offline.phrases.sentences.kinds import only_kinds
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.sorted_signs import ONLY_LETTERS
from backend.rules.language.terms import How, Matches, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, all_of

phrase = Phrases()
Piece = tuple[str, str]
Pieces = tuple[Piece, ...]

# One of several -----------------------------------------------------------------------------------

phrase.words("_any_one_forms", "[any] one of [the] | any of [the] | either of [the]")


@phrase(
    "piece",
    "_any_one_forms [letters|texts|codes|prefixes|words] <marks> [,] (or|and) <piece>",
    cost=-0.9,
)
@phrase(
    "choice",
    "_any_one_forms [letters|texts|codes|prefixes|words] <marks> [,] (or|and) <piece>",
    cost=-0.9,
)
def any_one(before: Pieces, last: Piece) -> Piece | None:
    """One of A, B, AB or O, and then something."""
    return one_of_marks(before, last)


for _name, _regex in (
    ("digit", r"\d"), ("letter", "[A-Za-z]"), ("(capital letter|upper-case letter|uppercase letter)", "[A-Z]"),
    ("(small letter|lower-case letter|lowercase letter)", "[a-z]"),
):  # fmt: skip
    phrase("bare_sign", _name)(lambda regex=_regex: regex)


@phrase("bare_signs", "<bare_sign> [,] <bare_sign>", "<bare_signs> [,] <bare_sign>")
def bare_signs(*found: str) -> str:
    """Letter digit letter."""
    return "".join(found)


@phrase("pieces", "<bare_signs>", cost=0.1)
def signs_in_turn(found: str) -> Pieces:
    """Letter digit letter, one behind the other."""
    return ((found, "class"),)


@phrase("pieces", "<bare_signs> [,] [then] <piece> [,] [then] <bare_signs>", cost=-0.1)
def signs_around(before: str, mark: Piece, behind: str) -> Pieces | None:
    """Letter digit letter, a space, digit letter digit."""
    return ((before, "class"), mark, (behind, "class")) if mark[1] == "mark" else None


@phrase(
    "verb", "(have|has|follow|follows) the (form|format|pattern|shape|structure) <pieces>", cost=0.0
)
def of_the_form(pieces: Pieces) -> Predicate | None:
    """Has the form letter digit letter."""
    return described(pieces)


# All letters of one case --------------------------------------------------------------------------

phrase.words(
    "_little_throughout",
    "[with] [the|its|all] letters [only] in (lower case|lowercase|small letters) only | [only] (small|lower-case|lowercase|"
    "lower case) letters only | [in] (lower case|lowercase|lower-case) only | lower-case letters only | "
    "(no|without) (capitals|capital letters|upper-case letters|uppercase letters|upper case)",
)
phrase.words(
    "_great_throughout",
    "[with] [the|its|all] letters [only] in (upper case|uppercase|capitals) only | [only] (capital|upper-case|uppercase|"
    "upper case) letters only | [in] (upper case|uppercase|capitals|upper-case) only | capitals only | "
    "(no|without) (small letters|lower-case letters|lowercase letters|lower case)",
)

for _head in ("adj", "verb", "text_shape"):

    @phrase(_head, f"<{_head}> [,] _little_throughout", cost=-0.9)
    @phrase(_head, f"<{_head}> [,] in (lower case|lowercase|small letters)", cost=-0.3)
    def little(told: Predicate) -> Predicate | None:
        """Forty hex digits, letters in lower case only."""
        return all_of(told, lower()) if _has_letters(told) else None

    @phrase(_head, f"<{_head}> [,] _great_throughout", cost=-0.9)
    @phrase(_head, f"<{_head}> [,] in (upper case|uppercase|capitals|capital letters)", cost=-0.3)
    def great(told: Predicate) -> Predicate | None:
        """Eight hex digits in upper case."""
        return all_of(told, upper()) if _has_letters(told) else None


def _has_letters(told: Predicate) -> bool:
    """Whether it is one pattern of a whole text whose letters may be of either case."""
    text = told.text if isinstance(told, Matches) and told.how == How.PATTERN else ""
    return "(?s:" not in text and ("a-fA-F" in text or "A-Za-z" in text)


# Nothing but some signs ---------------------------------------------------------------------------

phrase.words("_called_letters", "(letter|letters|capital|capitals|capital letter|capital letters)")
phrase.words(
    "_called_signs",
    "(character|characters|sign|signs|symbol|symbols) | _called_letters or (character|characters|sign|signs|symbol|symbols) | "
    "(characters|signs|symbols) or letters | thing | things",
)
phrase.words("_than", "than | but | except | besides | apart from | as")


@phrase(
    "no_others",
    "(no other|not any other|no further) _called_signs _than [_called_signs|_called_letters] <all_signs>",
    cost=-0.1,
)
@phrase(
    "no_others",
    "(no|not any) _called_signs (other than|but|except|besides|apart from) [_called_letters] <all_signs>",
    cost=-0.1,
)
@phrase(
    "no_others",
    "nothing (else than|other than|but|except|besides) [the] [_called_signs|_called_letters] <all_signs>",
    cost=-0.1,
)
def no_other_signs(signs: str) -> Predicate | None:
    """No other letters or signs than A, C, G and T."""
    is_plain = len(signs) > 1 and signs.isalnum() and signs.isascii()
    return _form(How.FORMAT, f"{ALPHABET}{signs}") if is_plain else None


@phrase(
    "no_others",
    "(no other|not any other) _called_letters _than [_called_letters] <all_signs>",
    cost=-0.1,
)
@phrase(
    "no_others",
    "(no|not any) _called_letters (other than|but|except|besides) [_called_letters] <all_signs>",
    cost=-0.1,
)
def no_other_letters(signs: str) -> Predicate | None:
    """No other letters than A, C, G and T: of texts that are letters alone."""
    is_plain = len(signs) > 1 and signs.isalpha() and signs.isascii()
    return _form(How.FORMAT, f"{ONLY_LETTERS}{signs}") if is_plain else None


@phrase(
    "must_do", "(may|can|must|should) (contain|have|hold|use|show|consist of) <no_others>", cost=0.0
)
@phrase("verb", "(contain|contains|have|has|hold|holds|use|uses|show|shows) <no_others>", cost=0.0)
def holds_no_others(told: Predicate) -> Predicate:
    """Contains no other letters than these."""
    return told


@phrase(
    "verb",
    "not (contain|have|hold|use) [any] _called_signs (other than|but|except|besides) [_called_letters] <all_signs>",
    cost=-0.1,
)
def not_other_signs(signs: str) -> Predicate | None:
    """Must not contain any character other than A, C, G and T."""
    return no_other_signs(signs)


@phrase(
    "verb",
    "not (contain|have|hold|use) [any] _called_letters (other than|but|except|besides) [_called_letters] <all_signs>",
    cost=-0.1,
)
def not_other_letters(signs: str) -> Predicate | None:
    """Must not contain any letter other than A, C, G and T."""
    return no_other_letters(signs)


phrase.words("_come_up_in", "(occur|appear|stand|be used|be found|turn up|be|be present) in")


@phrase("stmt", "<no_others> _may _come_up_in <cell>", cost=0.0)
@phrase("stmt", "<no_others> (is|are) (allowed|permitted|accepted) in <cell>", cost=0.0)
def none_else_in(told: Predicate, of: Value) -> Statement:
    """No other letters than A, C, G and T may occur in it."""
    return rule(about(told, of), subject=of)


# All of a kind but some ---------------------------------------------------------------------------


@phrase(
    "verb",
    "(uses|contains|has|consists of) [only] <kinds> _all_but [the] [letters|characters|signs|digits] "
    "(<all_signs>|<sign_told>)",
    cost=-0.2,
)
def kinds_but(kinds: tuple[str, ...], signs: str) -> Predicate | None:
    """Uses digits and capital letters except I, L, O and U: what is left out tells that it is all."""
    return all_but(only_kinds(kinds), signs)
