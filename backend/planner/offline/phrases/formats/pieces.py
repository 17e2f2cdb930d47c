"""Phrases for pieces of a pattern as owners name them: a two-letter upper-case code, tt, an X."""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.words import FUNCTION_WORDS
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, not_

phrase = Phrases()
Piece = tuple[str, str]

_CASES = {
    "(upper-case|uppercase|upper case|capital|capitals|all-caps)": "[A-Z]",
    "(lower-case|lowercase|lower case|small)": "[a-z]",
}
phrase.words(
    "_code",
    "code | codes | abbreviation | abbreviations | symbol | prefix | suffix | tag | tags | key",
)
for _case, _regex in _CASES.items():
    for _pattern in (
        f"<number> (letter|letters|character|characters) [,] {_case} [<cell>] _code",
        f"{_case} [,] <number> (letter|letters|character|characters) [<cell>] _code",
        f"<number> (letter|letters) [<cell>] _code in {_case} [letters]",
    ):

        @phrase("piece", _pattern, cost=0.05)
        def letter_code(count: Constant, *_: object, regex: str = _regex) -> Piece | None:
            """A two-letter upper-case state code."""
            return (f"{regex}{{{count.value}}}", "class") if isinstance(count.value, int) else None


for _name, _regex in (("letter|letters", "[A-Za-z]"), ("digit|digits", r"\d")):

    @phrase("piece", f"<number> ({_name}) [<cell>] _code", cost=0.1)
    def any_code(count: Constant, *_: object, regex: str = _regex) -> Piece | None:
        """A three-letter code; a three-digit code."""
        return (f"{regex}{{{count.value}}}", "class") if isinstance(count.value, int) else None


@phrase("piece", "(letter|letters|text) <bare>", cost=0.3)
def told_code(text: Constant) -> Piece | None:
    """Up to four small letters as they stand: the letters tt."""
    written = str(text.value)
    return (written, "mark") if re.fullmatch("[a-z]{1,4}", written) else None


@phrase("piece", "<bare>", cost=0.3)
def small_code(text: Constant) -> Piece | None:
    """The same by themselves; an article is none."""
    return None if str(text.value) in FUNCTION_WORDS else told_code(text)


phrase.words("_signs_of", "sign | signs | mark | character | symbol")
for _name, _sign in (
    ("percent", "%"), ("at", "@"), ("hash", "#"), ("pound", "#"), ("colon", ":"),
    ("comma", ","), ("dollar", r"\$"), ("euro", "€"),
):  # fmt: skip
    phrase("piece", f"[a|an|one|single] {_name} [_signs_of]")(lambda sign=_sign: (sign, "mark"))
phrase("piece", "% [_signs_of]")(lambda: ("%", "mark"))
phrase(
    "piece",
    "[a|one|single] plus _signs_of",
    "(a|one|single|leading) plus",
    "[a|one|single] + _signs_of",
    "(a|one|single) +",
)(lambda: (r"\+", "mark"))
phrase("piece", "+", cost=1.0)(lambda: (r"\+", "mark"))


@phrase("pieces", "<pieces> + <piece>", "<pieces> [,] plus <piece>", cost=0.02)
def added(before: tuple[Piece, ...], piece: Piece) -> tuple[Piece, ...]:
    """V + digits: one after the other."""
    return (*before, piece)


@phrase("pieces", "<pieces> [,] (with|plus) [a|an|one] <piece> (in between|between them)", cost=0.1)
def joined_by(before: tuple[Piece, ...], mark: Piece) -> tuple[Piece, ...] | None:
    """Three digits and two letters with a dash between them."""
    return (before[0], mark, before[1]) if len(before) == 2 and mark[1] == "mark" else None


@phrase("pieces", "<pieces> , (separated|joined|divided) by <piece>", cost=0.1)
@phrase("pieces", "<pieces> (separated|joined|divided) by <piece>", cost=0.1)
def separated_by(before: tuple[Piece, ...], mark: Piece) -> tuple[Piece, ...] | None:
    """Two letters and four digits separated by a dash."""
    if len(before) < 2 or mark[1] != "mark" or any(kind == "mark" for _, kind in before):
        return None
    joined: tuple[Piece, ...] = before[:1]
    for piece in before[1:]:
        joined += (mark, piece)
    return joined


@phrase("verb", "(have|has) [exactly] <number> (digits|numbers)", cost=0.2)
def have_digits(count: Constant) -> Predicate | None:
    """Postal codes must have five digits: nothing else; of one or two, that is not so plain."""
    is_whole = isinstance(count.value, int) and count.value > 2
    return described(((rf"\d{{{count.value}}}", "class"),)) if is_whole else None


phrase.words("_holds_text", "contain | contains | hold | holds | have | has | carry | carries")


@phrase("verb", "_holds_text [_valid] <format>", cost=0.1)
def holds_document(name: str) -> Predicate | None:
    """Holds valid JSON: of a whole document; a text may contain an address among other words."""
    return _form(How.FORMAT, name) if name in ("json", "xml") else None


@phrase("adj", "(readable|parseable|parsable|interpretable|usable) as [_valid] <format>", cost=0.02)
@phrase(
    "must_do",
    "(can|must|should) be (read|parsed|interpreted|understood) as [_valid] <format>",
    cost=0.05,
)
def readable_as(name: str) -> Predicate:
    """Can be read as JSON."""
    return _form(How.FORMAT, name)


@phrase(
    "piece",
    "<number> (digit|digits|character|characters|char|chars) (hexadecimal|hex) (string|number|code|text|hash|value|digest)",
    "(hexadecimal|hex) (string|number|code|text|hash|value) of [exactly] <number> (digits|characters|chars)",
    cost=0.02,
)
def hexadecimal(count: Constant) -> Piece | None:
    """A 32-digit hexadecimal string."""
    is_whole = isinstance(count.value, int) and count.value > 0
    return (f"[0-9a-fA-F]{{{count.value}}}", "class") if is_whole else None


# The ends of a text ---------------------------------------------------------------------------

phrase.words("_signs_at_end", "digit | digits | letter | letters | character | characters")
for _end, _how in (("first", How.STARTS), ("last", How.ENDS)):

    @phrase(
        "text_end",
        f"{_end} [<number>] _signs_at_end (of|in) [every|each|any|all] <cell>",
        f"{_end} [<number>] <cell> _signs_at_end",
    )
    def text_end(*parts: Any, how: How = _how) -> tuple[Value, int, How] | None:
        """The first two digits of a code."""
        of = next(part for part in parts if isinstance(part, Cell))
        count = next((part.value for part in parts if isinstance(part, Constant)), 1)
        return (of, count, how) if isinstance(count, int) else None


@phrase("stmt", "<text_end> (must be|should be|have to be|has to be|is|are) <any_text>", cost=0.02)
def ends_so(end: tuple[Value, int, How], text: Constant) -> Statement | None:
    """The first two digits of the code are 12."""
    of, count, how = end
    if len(str(text.value)) != count:
        return None
    return rule(Matches(of=of, how=how, text=str(text.value)), subject=of)


@phrase(
    "stmt",
    "<text_end> (must not be|should not be|may not be|can not be|is never|are never) <any_text>",
    cost=0.02,
)
def ends_not_so(end: tuple[Value, int, How], text: Constant) -> Statement | None:
    """The last digit of the code must not be 0."""
    told = ends_so(end, text)
    if told is None or not isinstance(told.rule, BrokenRows):
        return None
    return rule(not_(told.rule.must), subject=end[0])


@phrase("verb", "_holds_text [a|an] <sign_mark> (after|behind|following) <sign_mark>", cost=0.02)
def sign_after(mark: str, before: str) -> Predicate | None:
    """Has a dot after the @; a blank behind a comma is right behind it, or so it may be meant."""
    if not mark.strip() or not before.strip():
        return None
    return _form(How.PATTERN, f"(?s:.*){re.escape(before)}(?s:.*){re.escape(mark)}(?s:.*)")


@phrase(
    "verb", "(pass|passes|satisfy|satisfies|fulfil|fulfils) luhn (test|check|algorithm|checksum)"
)
@phrase("verb", "(have|has) [_valid] luhn (check digit|checksum|digit)")
def luhn() -> Predicate:
    """Passes the Luhn test."""
    return _form(How.FORMAT, "luhn")
