"""What is counted in words of its own, with its formula in brackets, and what a letter is called.

More than 10 people per household (population / households): the formula is above 10. On deck A or
B (first letter of cabin): the cabin starts with one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.formulas_in_brackets import is_formula
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_in_brackets import is_new
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units import unit_named
from backend.planner.offline.words import root, stems_of

_BOUNDS = (
    ("no", "more", "than"), ("no", "fewer", "than"), ("no", "less", "than"), ("more", "than"),
    ("fewer", "than"), ("less", "than"), ("at", "least"), ("at", "most"), ("over",), ("above",),
    ("under",), ("below",), ("exactly",),
)  # fmt: skip
_WITH = frozenset({"with", "having"})
_HAVE = frozenset({"have", "has"})
_MODALS = frozenset({"may", "must", "should", "can", "shall"})
_WHO = frozenset({"that", "which", "who"})
_BETWEEN = frozenset({"per", "on", "in", "of", "a", "an", "the", "and", "to", "for", "each"})
_LONGEST = 6
_JOINTS = frozenset({",", "or", "and"})
_FIRST = (("first", "letter", "of"), ("first", "character", "of"), ("first", "sign", "of"),
          ("first", "digit", "of"), ("initial", "letter", "of"), ("leading", "letter", "of"),
          ("initial", "of"))  # fmt: skip


def with_measured_formulas(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the formula or the text's beginning in place of what it is called."""
    starts = [at for at, token in enumerate(tokens) if token.text == "("]
    if len(starts) != 1:
        return
    [at] = starts
    end = next((place for place in range(at, len(tokens)) if tokens[place].text == ")"), 0)
    if end:
        yield from _of_formula(tokens, at, end, lexicon)
        yield from _of_letters(tokens, at, end, lexicon)


def _of_formula(
    tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon
) -> Iterator[list[Token]]:
    headers = {named.column.name for named in lexicon.columns}
    if not is_formula(tokens, at, headers):
        return
    formula = tokens[at + 1 : end]
    number = _number_before(tokens, at, formula, lexicon)
    bound = () if number is None else _bound_before(tokens, number)
    if number is None or not bound:
        return
    start = number - len(bound)
    told = list(tokens[start : number + 1])
    verb, rest = tokens[start - 1].low, list(tokens[end + 1 :])
    if verb in _WITH:
        yield [*tokens[: start - 1], *_is(formula, told, tokens[at]), *rest]
    if verb not in _HAVE or start < 3:
        return
    before = tokens[start - 2].low
    if before in _WHO:
        yield [*tokens[: start - 2], *_is(formula, told, tokens[at]), *rest]
    if before in _MODALS and tokens[0].low == "no":
        flag = (_word(tokens[0], "flag"), _word(tokens[0], "every"))
        yield [*flag, *tokens[1 : start - 2], *_is(formula, told, tokens[at]), *rest]
    if before in _MODALS and tokens[0].low in ("every", "each", "all"):
        words = [_word(tokens[at], low) for low in (",", "must", "be")]
        inside = _word(tokens[0], "in")
        yield [inside, *tokens[: start - 2], words[0], *formula, *words[1:], *told, *rest]


def _is(formula: Sequence[Token], bound: list[Token], sign: Token) -> list[Token]:
    return [_word(sign, "whose"), *formula, _word(sign, "is"), *bound]


def _number_before(
    tokens: Sequence[Token], end: int, formula: Sequence[Token], lexicon: Lexicon
) -> int | None:
    """The number before the words for what is counted, which name nothing but the formula."""
    own = {root(stem) for token in formula for stem in stems_of(token.text)}
    if not _is_per(tokens, end, formula, own):
        return None
    for at in range(end - 1, max(end - _LONGEST - 2, 1), -1):
        token = tokens[at]
        if token.shape == Shape.NUMBER:
            return at if at < end - 1 else None
        is_own = {root(stem) for stem in stems_of(token.text)} <= own
        is_idle = token.low in _BETWEEN or is_own or _is_foreign(token, lexicon)
        if token.shape != Shape.WORD or not is_idle:
            return None
    return None


def _is_per(tokens: Sequence[Token], end: int, formula: Sequence[Token], own: set[str]) -> bool:
    """Whether what it is counted per, if told, is what the formula divides by, and no unit."""
    at = next((at for at in range(max(end - _LONGEST, 0), end) if tokens[at].low == "per"), end)
    noun = tokens[end - 1]
    if at >= end - 1:
        return at == end
    told = {root(stem) for stem in stems_of(noun.text)}
    below = {root(stem) for stem in stems_of(formula[-1].text)}
    return unit_named(noun.low) is None and (not told & own or bool(told & below))


def _is_foreign(token: Token, lexicon: Lexicon) -> bool:
    named = lexicon.column_links(token.text, stems_of(token.text))
    return is_new(token.low, lexicon) and not any(True for _ in named)


def _bound_before(tokens: Sequence[Token], number: int) -> tuple[str, ...]:
    lows = tuple(token.low for token in tokens[:number])
    return next((each for each in _BOUNDS if lows[-len(each) :] == each), ())


def _of_letters(
    tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon
) -> Iterator[list[Token]]:
    """On deck A, B or C (first letter of Cabin)."""
    lows = tuple(token.low for token in tokens[at + 1 : end])
    opening = next((each for each in _FIRST if lows[: len(each)] == each), ())
    inner = list(tokens[at + 1 + len(opening) : end])
    inner = inner[1:] if inner and inner[0].low in ("the", "its") else inner
    headers = {named.column.name for named in lexicon.columns}
    if not opening or len(inner) != 1 or inner[0].text not in headers:
        return
    start = at
    while start > 2 and (_is_letter(tokens[start - 1]) or tokens[start - 1].low in _JOINTS):
        start -= 1
    if start == at or start < 2 or not _is_foreign(tokens[start - 1], lexicon):
        return
    place = tokens[start - 2]
    if place.low not in ("on", "in", "of", "from", "with", "at"):
        return
    values = [_quoted(token) if _is_letter(token) else token for token in tokens[start:at]]
    before = list(tokens[: start - 2])
    if before and before[-1].low == inner[0].low:
        told = [_word(place, "starting"), _word(place, "with")]
    else:
        told = [_word(place, "whose"), inner[0], _word(place, "starts"), _word(place, "with")]
    yield [*before, *told, *values, *tokens[end + 1 :]]


def _is_letter(token: Token) -> bool:
    is_bare = len(token.text) == 1 and (token.text.isupper() or token.text.isdigit())
    return is_bare or (token.shape == Shape.QUOTED and len(token.text) == 1)


def _quoted(token: Token) -> Token:
    return token._replace(shape=Shape.QUOTED)


def _word(token: Token, word: str) -> Token:
    shape = Shape.WORD if word.isalpha() else Shape.SIGN
    return token._replace(text=word, low=word, shape=shape)
