"""What a code stands for, beside it: 0 (female), "e" for edible, 1 = yes.

It adds nothing to a rule that holds a column against that very code. The words may name nothing
of the tables, nor say anything that conditions, excepts or allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import FUNCTION_WORDS, NUMBER_WORDS, ORDINALS, stem
from backend.rules.language.terms import Compare, Constant, OneOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_Glosses = tuple[int, int, Callable[[Rule], bool], tuple[tuple[int, int], ...]]

_NAMING = frozenset({"column", "table", "keynoun", "text", "number", "date", "cell", "unit"})
_SURE = 1.0
_ANSWERS = frozenset({"yes", "no", "true", "false"})
_NOT_DONE = frozenset({
    "measured", "known", "recorded", "given", "asked", "tested", "contacted", "available", "stated",
    "reported", "determined", "applicable", "answered", "assessed", "filled",
})  # fmt: skip
"""What "not" may stand before: (not measured) tells why there is a zero."""
_BOUNDING = frozenset({
    "inclusive", "exclusive", "included", "excluded", "strictly", "each", "daily", "weekly",
    "monthly", "yearly", "per", "optional", "only", "both", "average", "total", "sum", "combined",
    "together", "rounded", "exact", "exactly", "approximately", "roughly", "case", "empty", "blank",
    "insensitive", "sensitive", "minimum", "maximum", "else", "otherwise", "overall", "days",
    "rows", "row", "distinct",
})  # fmt: skip
"""What would make another rule of it."""
_LONGEST = 4


def glosses_of_values(
    tokens: Sequence[Token], found: Sequence[Leaf], lexicon: Lexicon
) -> Iterator[_Glosses]:
    """All glosses of the sentence at once, and whether a rule holds columns to those values."""
    spans, codes = list[tuple[int, int]](), list[str]()
    for at in range(1, len(tokens)):
        end = _end_of_gloss(tokens, at, found) if _is_code(tokens[at - 1]) else None
        if end is not None and not _is_held(tokens[at + 1 : end], lexicon):
            spans.append((at, end))
            codes.append(_code(tokens, at))
    if len(spans) == 1 and _may_be_of_some(tokens, *spans[0]):
        return
    if spans:
        (start, end), *others = spans
        yield start, end, lambda rule: _are_held(codes, rule), (*others,)


def _may_be_of_some(tokens: Sequence[Token], start: int, end: int) -> bool:
    """E for externals, E (temporarily): of whom or when it is asked, where no list tells others."""
    last = tokens[end - 1 - (tokens[start].text == "(")].low
    if last in _ANSWERS:
        return False
    return tokens[start].low == "for" or last.endswith("ly") or _is_plural(last)


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss") and stem(noun) != noun


def _is_held(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a word is of a value or a header: 1 (single) may be for whoever is single."""
    lows = [word.low for word in words if word.shape == Shape.WORD and word.low not in _ANSWERS]
    known = {part for value in lexicon.values for part in value.split()}
    return any(
        low in known
        or stem(low) in known
        or any(stem(low) in each.stems for each in lexicon.columns)
        for low in lows
    )


def _end_of_gloss(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> int | None:
    opening, end = tokens[at].low, None
    if opening == "(":
        end = next((far for far in range(at, len(tokens)) if tokens[far].text == ")"), None)
    elif opening in ("=", "for"):
        end = _end_of_noun(tokens, at + 1)
    if end is None or not at + 1 < end <= at + 1 + _LONGEST:
        return None
    words = tokens[at + 1 : end]
    if not _names_nothing(words, at + 1, found):
        return None
    if opening == "for" and not _is_short_for(tokens[at - 1].low, words[-1].low, words[0].low):
        return None
    is_whose = _may_be_whose(_code(tokens, at), words[-1].low)
    return None if is_whose else end + (opening == "(")


def _may_be_whose(code: str, noun: str) -> bool:
    """10 (children): an amount and for whom it is, where 0 (female) is a code."""
    if noun in _ANSWERS:
        return False
    is_number = code.lstrip("-").replace(".", "").isdigit()
    return is_number and (len(code.lstrip("-")) > 1 or stem(noun) != noun)


def _are_held(codes: Sequence[str], rule: Rule) -> bool:
    """Whether a rule asks of columns whether they are these values, and holds no gloss itself."""
    options: list[object] = []
    for part in walk(rule):
        if isinstance(part, Compare) and part.sign in ("==", "!="):
            options += [part.right.value] if isinstance(part.right, Constant) else []
        elif isinstance(part, OneOf):
            options += [each.value for each in part.options]
    held = {str(each).lower() for each in options}
    return held >= {code.lower() for code in codes} and not any("(" in each for each in held)


def _code(tokens: Sequence[Token], at: int) -> str:
    """The value, with its sign."""
    text = tokens[at - 1].text
    is_signed = at > 1 and tokens[at - 2].text == "-" and tokens[at - 2].end == tokens[at - 1].start
    return f"-{text}" if is_signed else text


def _is_code(token: Token) -> bool:
    is_word = token.shape == Shape.WORD and token.low not in FUNCTION_WORDS
    return is_word or token.shape in (Shape.NUMBER, Shape.QUOTED)


def _end_of_noun(tokens: Sequence[Token], at: int) -> int | None:
    """Where a list goes on, or ends."""
    ends = (",", ";", ".", "and", "or", "/", ")", "!", "?")
    return next((far for far in range(at, len(tokens)) if tokens[far].low in ends), len(tokens))


def _is_short_for(code: str, last: str, first: str) -> bool:
    """E for edible, 1 for yes."""
    return first.startswith(code) or (code in ("0", "1", "y", "n") and last in _ANSWERS)


def _names_nothing(words: Sequence[Token], at: int, found: Sequence[Leaf]) -> bool:
    """Whether no word names anything at hand, or does more than to call something."""
    lows = [word.low for word in words]
    if lows[0] == "not" and len(lows) == 2 and lows[1] in _NOT_DONE:
        return True
    if len(lows) == 1 and lows[0] in _ANSWERS:
        return True
    end = at + len(words)
    named = {
        place
        for leaf in found
        if leaf.symbol in _NAMING and leaf.cost < _SURE and at <= leaf.start and leaf.end <= end
        for place in range(leaf.start, leaf.end)
    }
    barred = FUNCTION_WORDS | _BOUNDING | NUMBER_WORDS.keys() | ORDINALS.keys()
    plain = all(word.shape == Shape.WORD and word.low.replace("-", "").isalpha() for word in words)
    parts = {part for low in lows for part in low.split("-")}
    return plain and not named and barred.isdisjoint(parts)
