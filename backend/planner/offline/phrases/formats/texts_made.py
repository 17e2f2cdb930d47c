"""Phrases for what a text is made of, with a second thing told of it: 32 characters, each a hex digit."""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import LENGTH, _form
from backend.planner.offline.phrases.sentences.kinds import only_kinds
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import All, Cell, Compare, Constant, How, Matches, Predicate
from backend.rules.phrasing import Phrases, Statement, about, all_of, any_of, compare, not_

phrase = Phrases()
Piece = tuple[str, str]
Pieces = tuple[Piece, ...]
_ANY = "(?s:.*)"
_CAPITAL = "A-ZÀ-ÖØ-Þ"

# Units of groups, and pieces ----------------------------------------------------------------------


@phrase("group_unit", "_groups of <char_class>", cost=0.0)
def groups_of_class(regex: str) -> str:
    """Groups of digits."""
    return f"{regex}+"


@phrase("group_sign", "(a|an) <bare>", cost=0.1)
def letter_between(sign: Constant) -> str | None:
    """An x between two numbers."""
    written = str(sign.value)
    return written if len(written) == 1 and written.isalpha() else None


@phrase("verb", "(have|has) <grouped>", cost=0.05)
def has_groups(found: Pieces) -> Predicate | None:
    """Has three numbers separated by dots."""
    return described(found)


phrase.words(
    "_places_behind",
    "decimals | decimal | decimal places | decimal place | decimal digits | decimal digit | digits after the point",
)


@phrase("piece", "[a|an] (number|amount|price) with [exactly] <number> _places_behind", cost=-0.3)
def amount_piece(count: Constant) -> Piece | None:
    """An amount with two decimals, as a piece of a text."""
    is_whole = isinstance(count.value, int) and count.value > 0
    return (rf"\d+\.\d{{{count.value}}}", "number") if is_whole else None


@phrase("char_class", "vowel", "vowels")
def vowel() -> str:
    """A vowel."""
    return "[aeiouAEIOU]"


@phrase("sign_mark", "[any] line breaks", "[any] newlines", "(a|any|one) (line break|newline)")
def line_break() -> str:
    """Line breaks."""
    return "\n"


@phrase("adj", "[either|exactly] <number> or <number> <char_class> [long]", cost=-0.4)
@phrase("verb", "(have|has) [either|exactly] <number> or <number> <char_class>", cost=-0.4)
def one_size_or_other(one: Constant, other: Constant, regex: str) -> Predicate | None:
    """Five or nine digits."""
    sizes = [part.value for part in (one, other)]
    if not all(isinstance(size, int) and size > 0 for size in sizes):
        return None
    return _form(How.PATTERN, f"({'|'.join(f'{regex}{{{size}}}' for size in sizes)})")


phrase.words("_some_parts", "parts | groups | blocks | sections | segments | fields")


@phrase("grouped", "<number> _some_parts [,] _split_by <group_sign>", cost=0.1)
@phrase("grouped", "<number> _some_parts [,] with <group_sign> _in_between", cost=0.1)
def parts_apart(count: Constant, sign: str) -> Pieces | None:
    """Three parts separated by dashes, whatever they are made of."""
    if not isinstance(count.value, int) or not 1 < count.value < 20 or len(sign) != 1:
        return None
    mark = re.escape(sign).replace(r"\ ", " ")
    return ((f"[^{mark}]+({mark}[^{mark}]+){{{count.value - 1}}}", "class"),)


@phrase("verb", "(have|has) [exactly] <number> digits [,] and <right_digit>", cost=0.0)
def digits_and_check(count: Constant, digit: Predicate) -> Predicate | None:
    """Has 13 digits and a correct check digit."""
    is_whole = isinstance(count.value, int) and count.value > 0
    return all_of(_form(How.PATTERN, rf"\d{{{count.value}}}"), digit) if is_whole else None


# Two things told ----------------------------------------------------------------------------------


def _is_length(told: Predicate) -> bool:
    if isinstance(told, All):
        return all(map(_is_length, told.parts))
    return isinstance(told, Compare) and told.left == LENGTH and told.sign != "!="


def _is_form(told: Predicate) -> bool:
    return isinstance(told, Matches) and told.how in (How.PATTERN, How.FORMAT)


for _head in ("adj", "verb"):

    @phrase(
        _head,
        f"<{_head}> [,] each [of them|one|of which] [being|is|must be] (a|an|one) <char_class>",
        cost=0.02,
    )
    @phrase(
        _head, f"<{_head}> [,] all [of them|of which] [being|are|must be] <char_class>", cost=0.05
    )
    def each_of_class(told: Predicate, regex: str) -> Predicate | None:
        """Exactly 32 characters, each of them a hexadecimal digit."""
        is_class = re.fullmatch(r"\\d|\[[^\]]+\]", regex) is not None
        return (
            all_of(told, _form(How.PATTERN, f"{regex}+")) if is_class and _is_length(told) else None
        )

    @phrase(_head, f"<{_head}> (:|–|-) [only|just] <kinds> [only]", cost=0.05)
    def so_long_of_kinds(told: Predicate, found: tuple[str, ...]) -> Predicate | None:
        """3 to 15 characters: letters, digits and underscores."""
        return all_of(told, only_kinds(found)) if _is_length(told) else None

    @phrase(
        _head,
        f"<{_head}> [,] (leading zeros included|including leading zeros|with leading zeros|leading zeroes included)",
        rf"<{_head}> \( (leading zeros included|including leading zeros|with leading zeros) \)",
        cost=0.0,
    )
    def with_zeros(told: Predicate) -> Predicate | None:
        """Five digits, leading zeros included."""
        is_digits = isinstance(told, Matches) and re.fullmatch(r"\\d\{\d+\}", told.text)
        return told if is_digits else None


@phrase(
    "adj", "<format> and [exactly] <number> _chars", "[exactly] <number> _chars [long] and <format>"
)
def so_long_and_of_format(*found: Any) -> Predicate | None:
    """Hexadecimal and 32 characters long."""
    name = next(part for part in found if isinstance(part, str))
    count = next(part for part in found if isinstance(part, Constant))
    return all_of(_form(How.FORMAT, name), compare(LENGTH, "==", count))


@phrase("adj", "<adj> (that|which) <verb>", "<adj> (that|which) (must|should) <verb>", cost=0.1)
def form_that(told: Predicate, more: Predicate) -> Predicate | None:
    """A five-digit number that begins with 7."""
    return all_of(told, more) if _is_pattern(told) and isinstance(more, Matches) else None


@phrase(
    "adj",
    "<adj> (that|which) (does|do|must|may|should|can) not <verb>",
    "<adj> (that|which) never <verb>",
    cost=0.1,
)
def form_that_not(told: Predicate, taboo: Predicate) -> Predicate | None:
    """A five-digit number that does not start with 0."""
    return all_of(told, not_(taboo)) if _is_pattern(told) and isinstance(taboo, Matches) else None


def _is_pattern(told: Predicate) -> bool:
    return isinstance(told, Matches) and told.how == How.PATTERN and "(?s:" not in told.text


# A sign in front or behind ------------------------------------------------------------------------

phrase.words(
    "_bears_sign", "have | has | contain | contains | show | shows | carry | carries | bear | bears"
)
for _place, _how in (("leading|opening", How.STARTS), ("trailing|closing|final", How.ENDS)):

    @phrase("verb", f"_bears_sign [a|an|any] ({_place}) <cut_mark>", cost=0.0)
    def sign_outside(mark: str, how: How = _how) -> Predicate | None:
        """Has a trailing slash; blanks are told elsewhere."""
        return _form(how, mark) if mark.strip() else None

    @phrase("verb", f"_bears_sign no ({_place}) <cut_mark>", cost=0.0)
    @phrase("adj", f"(without|with no) [a|an|any] ({_place}) <cut_mark>", cost=0.0)
    def no_sign_outside(mark: str, how: How = _how) -> Predicate | None:
        """Has no trailing slash."""
        return not_(_form(how, mark)) if mark.strip() else None


@phrase(
    "verb", "(have|has) (ending|extension|suffix|file extension|file ending) (<or_parts>|<part>)"
)
def has_ending(found: str | tuple[str, ...]) -> Predicate | None:
    """Has the ending .pdf or .png: such as begin with their dot."""
    endings = (found,) if isinstance(found, str) else found
    if not all(re.fullmatch(r"\.\w+", ending) for ending in endings):
        return None
    return any_of(*(_form(How.ENDS, ending) for ending in endings))


# A capital in front -------------------------------------------------------------------------------

phrase.words(
    "_capital_one",
    "a capital | capital | a capital letter | upper case | in upper case | capitalised",
)


@phrase(
    "stmt",
    "only [the] first (letter|character) (of|in) [every|each|a|an] <cell> (may|can) be _capital_one",
)
@phrase(
    "stmt",
    "in [every|each|a|an] <cell> [,] only [the] first (letter|character) (may|can) be _capital_one",
)
def capital_first_alone(of: Cell) -> Statement:
    """Only the first letter of a name may be a capital."""
    return rule(about(_form(How.PATTERN, f"(?s:.)?[^{_CAPITAL}]*"), of), subject=of)


@phrase(
    "verb",
    "(have|has|carry|carries) _capital_one (in front|at (the|its|their) (start|beginning|front))",
)
@phrase("adj", "written with _capital_one (in front|at (the|its|their) (start|beginning|front))")
def capital_in_front() -> Predicate:
    """Have a capital letter at the start."""
    return _form(How.PATTERN, f"[{_CAPITAL}](?s:.*)")


phrase.words(
    "_goes_on_small",
    "and (go on|goes on|continue|continues|carry on|then go on) | and then continue",
)


@phrase(
    "verb",
    "_starts [a|one] capital [letter] _goes_on_small (in|with) (small letters|lower case) [only]",
)
@phrase("verb", "(have|has) [a] capital first letter and [only] small letters after (it|that)")
@phrase(
    "verb",
    "(have|has) [a] capital first letter [and] [with] (the rest|all others) (small|in small letters|in lower case)",
)
def capital_then_small(*_: object) -> Predicate:
    """Begins with a capital letter and goes on in small letters."""
    return _form(How.PATTERN, f"[{_CAPITAL}][^{_CAPITAL}]*")


# An address only by a safe way --------------------------------------------------------------------


@phrase("adj", "[_valid] https (address|url|link|web address|addresses|urls|links)", cost=-0.6)
def safe_address() -> Predicate:
    """An https address: one with http is none."""
    return all_of(_form(How.FORMAT, "web_url"), _form(How.STARTS, "https://"))
