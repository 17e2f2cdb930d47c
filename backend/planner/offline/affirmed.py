"""Questions whose answer is a duty: is A the biggest? It has to be; does it have B? It must.

Is X Y, with "it must be" behind, says that X must be Y, and so does whatever is a yes to it. A
question of any rows, or one that denies, is answered by no such yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.stories.words import FLAGS
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem

_IT = "(?:it|that|this|they|these|those|he|she)"
_DUTY = "(?:must|should|shall|has to|have to|needs to|need to|ought to|had better|is to|are to)"
_ALL = "(?:each|every one|everyone|all|both|each one|each of (?:them|these|those)|all of them)"
_ONE = "(?:one|them|it|some)"
_HAVE = f"(?:needs?|{_DUTY} have|{_DUTY} hold|requires?|wants?|can not do without)"
_YES = "(?:yes ,? |of course ,? |certainly ,? )?"
_BE = (
    "(?:always |really )?(?:be|be so|be the case|be true|be like that|do|do so|do that|happen|have)"
)
_AFFIRMS = re.compile(
    f"{_YES}(?:(?:{_IT}|{_IT} all|{_ALL}) {_DUTY}(?: always)?(?: {_BE})?"
    f"|{_IT} (?:is|are) (?:required|mandatory|necessary|needed|a must|expected|essential)"
    "|(?:we|i) (?:hope|expect|demand|want|require|insist on|need) (?:so|it|that|this|them to)"
    f"|(?:we|i) (?:expect|want|need|require) {_IT} to(?: be)?)"
)
"""A yes, as a duty."""
_FORBIDS = re.compile(
    f"(?:no ,? )?{_IT} (?:must|should|may|shall|can) (?:not|never)"
    "(?: (?:be|be so|be the case|happen))?"
)
"""A no, as a duty."""
_HAS_ONE = re.compile(
    f"{_YES}(?:{_IT}(?: all)?|{_ALL}) {_HAVE}(?: (?:such )?{_ONE}|(?: a| an)? (?:such )?\\w+)"
)
"""Each of them needs one."""
_EXISTS = re.compile(f"{_YES}there (?:always )?{_DUTY} (?:always )?be(?: {_ONE}| such \\w+| any)?")
_NEEDS = re.compile(rf"(?:each|every|all)(?: \w+)? (\w+) {_HAVE} (?:such )?{_ONE}")
"""Every user needs one."""
_BEING = frozenset({"is", "are", "was", "were"})
_DOING = frozenset({"do", "does", "did"})
_DENIALS = frozenset({
    "not", "no", "never", "without", "neither", "nobody", "nothing", "none", "ever", "any",
    "anyone", "anybody", "anything", "missing", "lack", "lacks", "lacking", "nor", "or", "only",
    "some", "somebody", "something", "someone", "other", "another", "else", "too", "if", "unless",
})  # fmt: skip
_DENIED = (_DENIALS - {"missing", "some", "too"}) | {"every", "each", "all", "both", "always"}
_LACKING = frozenset({"without", "lacking", "missing", "no", "lacks", "lack"})
_ENDS_SUBJECTS = frozenset({
    "the", "a", "an", "our", "unique", "filled", "positive", "at", "above", "below", "between",
    "in", "within", "higher", "lower", "greater", "less", "more", "larger", "smaller", "equal",
    "one", "written", "given", "before", "after", "on", "always", "sorted", "exactly", "as",
    "most", "least", "whole", "integer", "numeric", "from", "over", "under", "among", "of",
    "missing", "empty", "blank",
})  # fmt: skip
_MOST = 6


def affirmed(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """What a question says with its answer; nothing where the answer is no mere yes."""
    yield from _of_so_few(tokens)
    end = next((at for at, token in enumerate(tokens) if token.text == "?"), None)
    if end is None or end < 3 or end + 1 == len(tokens):
        return
    asked, stop = list(tokens[:end]), _as_word(tokens[end], ".")
    answer = " ".join(token.low for token in tokens[end + 1 :]).removesuffix(" .")
    lows = {token.low for token in asked}
    if asked[1].low == "there":
        yield from _of_rows(asked, answer, tokens[end])
    elif asked[0].low in _BEING and not lows & _DENIED and _FORBIDS.fullmatch(answer):
        for told in _duties(asked):
            at = next(place for place, token in enumerate(told) if token.low == "must")
            yield [*told[: at + 1], _as_word(told[at], "not"), *told[at + 1 :], stop]
    elif not lows & _DENIALS and _is_yes(asked, answer):
        for told in _duties(asked):
            yield [*map(_without_our, told), stop]


_SO_FEW = (
    ("fewer", "than"), ("less", "than"), ("at", "most"), ("no", "more", "than"), ("at", "least"),
    ("not", "more", "than"), ("no", "fewer", "than"), ("exactly",), ("under",),
)  # fmt: skip


def _of_so_few(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Do fewer than 10% have a B? What is asked so is wanted; of "more than" it is not plain."""
    marks = [at for at, token in enumerate(tokens) if token.text == "?"]
    if marks != [len(tokens) - 1] or tokens[0].low not in _DOING | {"have", "are"}:
        return
    words = tuple(token.low for token in tokens[1:4])
    is_share = any(token.low in ("%", "percent", "half", "per") for token in tokens[2:7])
    if is_share and any(words[: len(told)] == told for told in _SO_FEW):
        yield [*tokens[1:-1], _as_word(tokens[-1], ".")]


def _is_yes(asked: Sequence[Token], answer: str) -> bool:
    """It has to be; and where something must have a part, it needs one."""
    has_part = asked[0].low in _DOING and {"have", "contain", "hold"} & {t.low for t in asked}
    said = re.fullmatch(f"{_IT} {_HAVE}(?: (?:such )?{_ONE}| (?:it|that))", answer)
    is_part = bool(has_part) and said is not None
    return is_part or _AFFIRMS.fullmatch(answer) is not None


def _duties(asked: list[Token]) -> Iterator[list[Token]]:
    """A must be the biggest, the table must have B: the subject ends before a known word."""
    helper, told = asked[0], asked[1:]
    must = _as_word(helper, "must")
    if helper.low in _BEING:
        be = _as_word(helper, "be")
        places = [at for at in range(1, len(told)) if told[at].low in _ENDS_SUBJECTS]
        for at in places[:_MOST]:
            yield [*told[:at], must, be, *told[at:]]
    elif helper.low in _DOING:
        verbs = [at for at in range(1, len(told)) if told[at].low in _VERBS]
        for at in verbs[:1]:
            yield [*told[:at], must, *told[at:]]
    elif helper.low in ("has", "have") and told[1].shape == Shape.WORD:
        yield [told[0], must, _as_word(helper, "have"), *told[1:]]


_VERBS = frozenset({
    "have", "contain", "hold", "match", "equal", "start", "begin", "end", "occur", "appear",
    "include", "exceed", "add", "sum", "follow", "exist", "agree", "belong", "lie", "stay",
})  # fmt: skip


def _of_rows(asked: list[Token], answer: str, mark: Token) -> Iterator[list[Token]]:
    """Is there a column X? There must be; is there a user without a name? Each needs one."""
    lows = [token.low for token in asked]
    if asked[0].low not in _BEING:
        return
    if _EXISTS.fullmatch(answer) and not set(lows) & (_DENIALS - {"any"}):
        must, be = _as_word(asked[0], "must"), _as_word(asked[0], "be")
        yield [asked[1], must, be, *asked[2:], _as_word(mark, ".")]
    elif len([low for low in lows if low in _LACKING]) == 1 and _wants_one(lows, answer):
        yield [*asked, mark]


def _wants_one(asked: Sequence[str], answer: str) -> bool:
    """Each of them needs one; every user needs a name: of those and of that which were asked."""
    known = {stem(low) for low in asked} | {"row", "record", "entry"}
    of_rows = _NEEDS.fullmatch(answer)
    if of_rows is not None and of_rows[1] not in ("of", "them"):
        return stem(of_rows[1]) in known
    told = _HAS_ONE.fullmatch(answer)
    if told is None or "flag" in answer or set(answer.split()) & FLAGS:
        return False
    return answer.split()[-1] in _ONE_WORDS or stem(answer.split()[-1]) in known


_ONE_WORDS = frozenset({"one", "them", "it", "some"})


def _without_our(token: Token) -> Token:
    """Our most common flavour: the one there is."""
    return _as_word(token, "the") if token.low == "our" else token


def _as_word(token: Token, word: str) -> Token:
    """The token, read as another word or sign."""
    shape = Shape.WORD if word.isalpha() else Shape.SIGN
    return token._replace(text=word, low=word, shape=shape)
