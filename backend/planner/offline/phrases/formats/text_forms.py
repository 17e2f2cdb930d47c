"""Phrases for the form of a text as owners spell it: = 5 digits, A/B then 2 digits, prefix SUP."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.parts import ends, starts
from backend.planner.offline.phrases.formats.patterns import WHOLE, described
from backend.planner.offline.phrases.formats.texts import LENGTH, _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Compare, Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, not_

phrase = Phrases()
Piece = tuple[str, str]
_LETTERS = re.compile(r"[A-Z](/[A-Z])+")
_SPAN = re.compile(r"([A-Z])-([A-Z])|([a-z])-([a-z])")

# Pieces ---------------------------------------------------------------------------------------


@phrase("piece", "[letter|letters|either|one of] <bare>", cost=0.05)
def slashed(text: Constant) -> Piece | None:
    """A/B/C: one of these letters; N/A is a text of its own."""
    written = str(text.value)
    if not _LETTERS.fullmatch(written) or written == "N/A":
        return None
    return (f"[{written.replace('/', '')}]", "class")


@phrase(
    "piece",
    "(letter|letters|character|characters) <or_list>",
    "(one of|any of|either of|one among) (letter|letters|characters) (<or_list>|<and_list>|<comma_list>)",
    cost=-0.45,
)
def one_letter_of(found: tuple[Constant, ...]) -> Piece | None:
    """The letter A, B or C; one of the letters A, B and C."""
    texts = [str(each.value) for each in found]
    if any(len(text) != 1 or not text.isalnum() or not text.isascii() for text in texts):
        return None
    return (f"({'|'.join(texts)})", "class")


@phrase(
    "letter_span", "(letter|letters|capital letter|capital letters|character|characters) <bare>"
)
@phrase("letter_span", "<bare>", cost=0.2)
def letters_from_to(text: Constant) -> str | None:
    """Letter A-Z."""
    found = _SPAN.fullmatch(str(text.value))
    if found is None:
        return None
    low, high = [end for end in found.groups() if end]
    return f"[{low}-{high}]" if low < high else None


@phrase("char_class", "<letter_span>")
def of_span(regex: str) -> str:
    """Two letters A-Z."""
    return regex


@phrase("piece", "[a|an|one|single] <letter_span>")
def one_of_span(regex: str) -> Piece:
    """One letter A-Z."""
    return (regex, "class")


phrase.words("_great", "upper case | uppercase | upper-case | capitals | capital letters | caps")
phrase.words("_little", "lower case | lowercase | lower-case | small letters")
for _case, _regex in (("_great", "[A-Z]"), ("_little", "[a-z]")):
    phrase("char_class", f"(letter|letters) [written|all] in {_case}", cost=-0.45)(
        lambda regex=_regex: regex
    )
for _name, _regex in (
    ("upper-case|uppercase|upper case|capital", "[A-Z]"),
    ("lower-case|lowercase|lower case|small", "[a-z]"),
):
    phrase("char_class", f"({_name}) (character|characters|ones)", cost=0.05)(
        lambda regex=_regex: regex
    )
    phrase("char_class", f"({_name}) (hex|hexadecimal) (digit|digits|character|characters)")(
        lambda regex=_regex: regex.replace("[", "[0-9").replace("-z", "-f").replace("-Z", "-F")
    )


@phrase(
    "piece",
    "[a] <number> (digit|digits) (number|numbers|figure|sequence|serial|counter)",
    "[a] <number> (digit|digits) (running|serial) number",
    cost=0.05,
)
def digit_number(count: Constant) -> Piece | None:
    """A three-digit number: no part of a longer one."""
    return (rf"\d{{{count.value}}}", WHOLE) if isinstance(count.value, int) else None


@phrase("piece", "<number> (more|further|other|trailing|leading|following|additional) <char_class>")
def further(count: Constant, regex: str) -> Piece | None:
    """Two more capitals."""
    is_whole = isinstance(count.value, int) and count.value > 0
    return (f"{regex}{{{count.value}}}", "class") if is_whole else None


phrase.words(
    "_then",
    ", then | , and then | , followed by | , after that | and after that | , and finally | and finally | , "
    "finally | then finally | , and | , plus | , after which [come|comes] | & | followed in turn by | "
    "immediately followed by | , immediately followed by | directly followed by",
)


@phrase("pieces", "<pieces> _then <piece>", cost=0.01)
def and_then(before: tuple[Piece, ...], found: Piece) -> tuple[Piece, ...] | None:
    """Two digits, and then a letter."""
    return None if found[0].strip("\\") == ";" else (*before, found)


@phrase(
    "pieces",
    "<pieces> [,] with <pieces> (after it|after them|behind it|behind them|following it|following|at the "
    "end|at its end|after that)",
    cost=0.05,
)
def with_behind(before: tuple[Piece, ...], behind: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A letter with two digits after it."""
    return (*before, *behind)


@phrase(
    "pieces",
    "<pieces> [,] with <pieces> (before it|before them|in front of it|in front of them|in front|ahead of "
    "it|preceding it|at the start|at its start)",
    cost=0.05,
)
def with_in_front(behind: tuple[Piece, ...], before: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A letter with two digits in front of it."""
    return (*before, *behind)


@phrase("pieces", "<pieces> preceded by <pieces>", cost=0.1)
def preceded(behind: tuple[Piece, ...], before: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Two digits preceded by a letter."""
    return (*before, *behind)


# What is so formed ----------------------------------------------------------------------------

phrase.words(
    "_formed",
    "written [as|in|with|like] | given [as|in] | made of | made up of | made from | composed of | built "
    "from | built of | formed of | in the form | in the form of | in the format | of the form | of the "
    "format | in the pattern | in the shape | of the pattern | of the shape | formatted as | spelled | "
    "spelled as | typed as | constructed as | structured as | patterned as | of the type",
)


@phrase(
    "text_shape",
    "[exactly|just|always] <pieces> [long]",
    "_formed [:] [exactly|only|just] <pieces>",
)
def shape(pieces: tuple[Piece, ...]) -> Predicate | None:
    """Three capitals."""
    return described(pieces)


phrase.words(
    "_has_form",
    "(have|has|follow|follows|match|matches|keep to|keeps to|use|uses|fit|fits|obey|obeys|respect|respects|"
    "take|takes|show|shows) (form|format|pattern|layout|shape|structure|scheme|mask|convention) [of|:|-]",
)


@phrase("adj", "_formed [:] [exactly|only|just] <pieces>", cost=0.06)
@phrase("verb", "_has_form [exactly] <pieces>", "look like [:] <pieces>", "looks like [:] <pieces>")
@phrase("verb", "(be|is|are) _formed [:] [exactly|only|just] <pieces>", cost=0.06)
def so_formed(pieces: tuple[Piece, ...]) -> Predicate | None:
    """Follows the pattern of two capitals and a hyphen; "written with colons" has others too."""
    told = described(pieces)
    is_of_signs = isinstance(told, Matches) and not any(map(str.isalnum, told.text))
    return None if is_of_signs else told


@phrase("stmt", "<cell> (=|:|-|–|is) <text_shape>", cost=0.15)
def cell_shape(subject: Value, told: Predicate) -> Statement:
    """Postcode = five digits."""
    return rule(about(told, subject), subject=subject)


@phrase("stmt", "<cell> (=|is) [_valid] <format>", cost=0.1)
def cell_format(subject: Value, name: str) -> Statement:
    """Staff email = valid e-mail."""
    return rule(about(_form(How.FORMAT, name), subject), subject=subject)


# And nothing else -----------------------------------------------------------------------------

phrase.widen(
    "_and_no_sign_more",
    "[,] and (nothing|no) (else|more) | , nothing else | [,] and no other (characters|character|signs|"
    "symbols) | , no other characters | [,] and nothing more | , nothing more | with nothing else | [,] and "
    "nothing (before|after|behind|around) it | , and that is all | , no more",
)
phrase.words(
    "_digits_alone",
    "[,] digits only | [,] only digits | [,] all digits | [,] all of them digits | [,] [and] all of them "
    "(are|being) (digits|numbers|numeric) | [,] (and|which are) all (digits|numeric) | , all numeric | [,] and "
    "(they|these|each|all) (are|is|must be) [all] (digits|numeric|a digit) | [,] numbers only | , numeric | , "
    "numeric only | , all being digits | [,] each (of them|one) a digit | [,] each of which is a digit | [,] "
    "all of which are digits",
)


@phrase("adj", "<text_shape> _and_no_sign_more", cost=0.01)
@phrase("adj", "<adj> _and_no_sign_more", cost=0.05)
@phrase("verb", "<verb> _and_no_sign_more", cost=0.02)
def and_nothing_else(told: Predicate) -> Predicate | None:
    """Exactly four digits and no other characters: a pattern is of the whole text."""
    if not isinstance(told, Matches) or told.how not in (How.PATTERN, How.FORMAT):
        return None
    return None if "(?s:" in told.text else told


@phrase("adj", "<adj> _digits_alone", cost=0.02)
@phrase("verb", "<verb> _digits_alone", cost=0.02)
def of_digits(told: Predicate) -> Predicate | None:
    """Five characters, and all of them digits."""
    if isinstance(told, Matches) and re.fullmatch(r"\\d(\{[\d,]+\})?", told.text):
        return told
    is_length = isinstance(told, Compare) and told.left == LENGTH and told.sign == "=="
    if not is_length or not isinstance(told, Compare) or not isinstance(told.right, Constant):
        return None
    return _form(How.PATTERN, rf"\d{{{told.right.value}}}")


# Beginnings and ends --------------------------------------------------------------------------

_PREFIX = "(prefix|beginning|start)"
_SUFFIX = "(suffix|ending|end)"
for _noun, _build in ((_PREFIX, starts), (_SUFFIX, ends)):

    @phrase(
        "affix_told",
        f"[the|a] {_noun} [:|=|of|is] <any_text>",
        f"<any_text> (as|for) [a|the|its] {_noun}",
    )
    def affix_told(text: Constant, build: object = _build) -> Predicate:
        """Prefix SUP."""
        assert callable(build)
        told: Predicate = build(text)
        return told

    @phrase(
        "affix_other",
        f"(another|a different|some other|any other) {_noun} (than|from|but) <any_text>",
        f"(a|any) {_noun} (other than|different from|but|except) <any_text>",
    )
    def affix_other(text: Constant, build: object = _build) -> Predicate:
        """Another prefix than SUP."""
        return not_(affix_told(text, build))


phrase.words(
    "_bears_affix",
    "have | has | carry | carries | bear | bears | use | uses | show | shows | get | gets",
)


@phrase("verb", "_bears_affix (<affix_told>|<affix_other>)")
@phrase("adj", "with (<affix_told>|<affix_other>)", cost=0.05)
def bears_affix(told: Predicate) -> Predicate:
    """Has the prefix SUP."""
    return told


@phrase("stmt", "<cell> (:|,|-|=) <affix_told>", "<cell> [always] with <affix_told>", cost=0.1)
def cell_affix(subject: Value, told: Predicate) -> Statement:
    """Supplier code: prefix SUP."""
    return rule(about(told, subject), subject=subject)
