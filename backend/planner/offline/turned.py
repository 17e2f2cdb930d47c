"""Questions said as statements: does every X …? is "every X …"; does any X …? is "no X …".

A question of all states the rule; a question of any asks for what breaks it. Nothing else is
turned: which of the two a question of "some" or "the" means, its grammar does not tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from backend.planner.offline.asked_of_several import is_open, of_any_one
from backend.planner.offline.denied import denies
from backend.planner.offline.indirect_questions import indirect_questions
from backend.planner.offline.norms import MOVES
from backend.planner.offline.questions_of_all import (
    asked_of_any_place,
    asks_of_all_rows,
    told_of_all,
)
from backend.planner.offline.tokens import Shape, Token

_DO = frozenset({"do", "does", "did"})
_BE = frozenset({"is", "are", "was", "were"})
_MODAL = frozenset({"can", "could", "must", "should", "may", "will", "shall"})
_HAVE = frozenset({"has", "have"})
_OPENERS = _DO | _BE | _MODAL | _HAVE
_OF_ALL = frozenset({"every", "each", "all", "both", "exactly", "everyone", "everybody"})
_OF_ANY = frozenset({"any", "anyone", "anybody", "anything"})
_PEOPLE = frozenset({"anyone", "anybody", "anything"})
_DETERMINERS = _OF_ALL | _OF_ANY | {"the", "a", "an", "our", "no", "at", "this"}
_YES = (("if", "so", ","), ("if", "yes", ","), ("if", "so", ":"), ("if", "they", "do", ","),
        ("if", "it", "does", ","), ("then",), ("in", "that", "case", ","))  # fmt: skip
_NO = (("if", "not", ","), ("if", "not", ":"), ("if", "no", ","))
_OR_ELSE = frozenset({"otherwise", "else", "or"})
_FAILS = frozenset({"fail", "fails", "failure", "wrong", "error", "alarm", "mistake"})
_WANTED = (
    ("it", "should"), ("it", "must"), ("they", "should"), ("they", "must"), ("it", "has", "to"),
    ("they", "have", "to"), ("that", "is", "required"), ("all", "must"), ("all", "should"),
)  # fmt: skip
_WHICH = frozenset({"which", "what", "who", "whose", "have", "how"})
_BEFORE_IT = frozenset({
    "above", "at", "below", "between", "in", "within", "unique", "filled", "higher", "lower",
    "greater", "less", "more", "larger", "smaller", "equal", "one", "always", "never", "not",
    "written", "made", "given", "present", "different", "on", "before", "after", "valid",
    "positive", "listed", "older", "younger", "longer", "shorter", "under", "over", "either",
    "exactly", "both", "there", "used", "repeated", "twice", "followed", "dated", "a", "an",
    "empty", "free", "spelled", "composed", "the",
})  # fmt: skip
_MOST = 5


def turned(tokens: Sequence[Token], grammar_words: Collection[str]) -> Iterator[list[Token]]:
    """The statements that a question may be, the likeliest first; nothing for a statement."""
    for asked in indirect_questions(tokens):
        yield asked
        yield from turned(asked, grammar_words)
    end = next((at for at, token in enumerate(tokens) if token.text == "?"), None)
    if end is None:
        return
    yield from asked_of_any_place(tokens)
    rest = list(tokens[end + 1 :])
    asked = of_any_one(tokens[:end], rest)
    if len(asked) > 3 and asked[0].low in _OPENERS:
        of_any = _asks_of_any(asked)
        if (of_any or _asks_of_all(asked)) and not _is_at_odds(rest, of_any=of_any):
            behind = _answered(rest, of_any=of_any)
            for statement in _statements(asked, grammar_words, of_any=of_any):
                yield [*statement, _named(tokens[end], "."), *behind]
    inverted = _inverted(asked)
    if inverted is not None and not _is_at_odds(rest, of_any=False):
        yield [*inverted, _named(tokens[end], "."), *_answered(rest, of_any=False)]


def definite(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Is the average higher for A than for B: the average is …; for measures, which are one.

    Do A and B have the same number of rows: A and B have …
    """
    end = next((at for at, token in enumerate(tokens) if token.text == "?"), None)
    is_asked = tokens[0].low in _BE | {"do", "does", "have"}
    if end is None or not is_asked or any(token.low == "ever" for token in tokens):
        return
    if len(tokens) > end + 1 or end < 4 or tokens[1].low in ("any", "there"):
        return
    told = list(tokens[1:end])
    if tokens[0].low in ("do", "does"):
        if is_open(tokens[:end]):
            return
        yield [*told, _named(tokens[end], ".")]
        for at in _places(told, MOVES)[:1]:
            yield [*told[:at], _named(tokens[0], "must"), *told[at:], _named(tokens[end], ".")]
        return
    before = {"the"} if tokens[0].low == "have" else _BEFORE_IT - {"the", "a", "an"}
    is_header = told[1].low in before and "_" in told[0].text
    for at in (*([1] if is_header else ()), *_places(told, before)):
        yield [*told[:at], tokens[0], *told[at:], _named(tokens[end], ".")]


def answered(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """A question that stays one, without what the sentence behind it says once more."""
    end = next((at for at, token in enumerate(tokens) if token.text == "?"), None)
    if end is None or end < 2:
        return
    asked, rest = list(tokens[: end + 1]), list(tokens[end + 1 :])
    if asked[0].low == "what":
        asked[0] = _named(asked[0], "which")
        yield [*asked, *rest]
    if denies(rest) and not _asks_of_all(asked[:end]):
        if asked[1].low == "there" or asked[0].low in _WHICH:
            yield asked
        words = ("it", "must", "not")
        yield [*asked, *(_named(token, word) for token, word in zip(rest, words, strict=False))]
    if asked[0].low not in _OPENERS:
        return
    is_of_any = _asks_of_any(asked[:end]) or asked[1].low == "there"
    if is_of_any != _asks_of_all(asked[:end]):
        behind = _answered(rest, of_any=is_of_any)
        if len(behind) < len(rest):
            yield [*asked, *behind]


def contradicts(tokens: Sequence[Token]) -> bool:
    """Does every X …? If so, flag it: what is asked of all is wanted, of any a fault."""
    end = next((at for at, token in enumerate(tokens) if token.text == "?"), None)
    if end is None or end < 3 or tokens[0].low not in _OPENERS or _DENIALS & _words(tokens[:end]):
        return False
    rest = tuple(token.low for token in tokens[end + 1 :])
    is_of_all = _asks_of_all(tokens[:end]) and tokens[1].low != "exactly"
    there = tuple(token.low for token in tokens[1:3])
    is_there = there in (("there", "a"), ("there", "an"), ("there", "any"))
    is_of_any = is_there or _asks_of_any(tokens[:end])
    is_of_any = is_of_any and not _words(tokens[:end]) & {"every", "each", "all"}
    wrong = (*(_YES if is_of_all else ()), *(_NO if is_of_any else ()))
    if is_of_any and {*rest[:1]} & _OR_ELSE and {*rest} & _FAILS:
        return True  # is any X? Otherwise the check fails: there must be one
    is_shown = rest[1:2] == ("flag",) and rest[2:3] in (("it",), ("them",))
    if is_of_all and rest[:1] == ("then",) and (is_shown or {*rest} & _FAILS):
        return True  # is every X? Then it fails: nobody asks for that of all
    return any(rest[: len(said)] == said for said in wrong if said != ("then",))


def _words(tokens: Sequence[Token]) -> set[str]:
    return {token.low for token in tokens}


_DENIALS = frozenset({"not", "no", "never", "without", "neither", "nobody", "nothing"})


def _asks_of_any(asked: Sequence[Token]) -> bool:
    return asked[1].low in _OF_ANY or any(token.low == "ever" for token in asked[2:])


def _asks_of_all(asked: Sequence[Token]) -> bool:
    words = tuple(token.low for token in asked[1:3])
    if {"always", "both", "everywhere", "throughout"} & _words(asked[2:]) and asked[
        1
    ].low not in _OF_ANY | {"there"}:
        return True
    if (asked[1].low == "the" and _names_each(asked)) or asks_of_all_rows(asked):
        return True
    return asked[1].low in _OF_ALL or words in (("at", "least"), ("at", "most"))


def _names_each(asked: Sequence[Token]) -> bool:
    """The price of each ticket: of all of them."""
    lows = [token.low for token in asked[2:6]]
    return any(one == "of" and of in ("each", "every") for one, of in pairwise(lows))


def _is_at_odds(rest: Sequence[Token], *, of_any: bool) -> bool:
    """Is every share above 100? It must not be: the answer is not the one that is asked for."""
    words = [token.low for token in rest[:3]]
    if words[:1] in (["none"], ["nobody"], ["no"]):
        return not of_any
    is_answer = len(words) > 2 and words[0] in _PRONOUNS and words[1] in _MODAL | {"has", "have"}
    return is_answer and (words[2] in ("not", "never")) != of_any


_PRONOUNS = frozenset({"it", "they", "this", "that", "these", "those"})


def _answered(rest: list[Token], *, of_any: bool) -> list[Token]:
    """What follows a question, without words that say its answer once more."""
    words = tuple(token.low for token in rest)
    if of_any and denies(rest):
        return []
    for answer in () if of_any else _WANTED:
        if words in (answer, (*answer, ".")):
            return []
    for condition in _YES if of_any else _NO:
        if words[: len(condition)] == condition:
            return rest[len(condition) :]
    return rest


def _named(token: Token, word: str) -> Token:
    """The token, read as another word."""
    shape = Shape.WORD if word.isalpha() else Shape.SIGN
    return token._replace(text=word, low=word, shape=shape)


def _statements(
    asked: list[Token], grammar_words: Collection[str], *, of_any: bool
) -> Iterator[list[Token]]:
    helper, told = asked[0], asked[1:]
    again = asked if of_any else told_of_all(asked)
    if of_any and told[0].low not in _OF_ANY:
        yield _never(helper, told)
    elif again[0] is not helper:
        yield again
    else:
        told = _denied(told) if of_any else again[1:]
        yield from _with_helper(helper, told, grammar_words, of_any=of_any)


def _with_helper(
    helper: Token, told: list[Token], grammar_words: Collection[str], *, of_any: bool
) -> Iterator[list[Token]]:
    """The verb that opened the question behind its subject, or a duty there."""
    if helper.low in _BE | _HAVE:
        for at in _places(told, _BEFORE_IT | _participles(told), behind_people=of_any):
            yield [*told[:at], helper, *told[at:]]
        return
    if helper.low in _DO:
        yield told
        if "always" in _words(told):
            at = next(place for place, token in enumerate(told) if token.low == "always")
            yield [*told[:at], _named(helper, "must"), *told[at:]]
            return
    must = _named(helper, "may" if of_any else "must")
    for at in _places(told, _verbs(told, grammar_words)):
        yield [*told[:at], must, *told[at:]]


def _never(helper: Token, told: list[Token]) -> list[Token]:
    """Does the level ever rise: the level must never rise; is it ever above: it is never above."""
    at = next(place for place, token in enumerate(told) if token.low == "ever")
    told = [each for place, each in enumerate(told) if not _is_comma_before_or(told, place)]
    word = helper if helper.low in _BE | _HAVE else _named(helper, "must")
    return [*told[:at], word, _named(told[at], "never"), *told[at + 1 :]]


def _is_comma_before_or(told: Sequence[Token], at: int) -> bool:
    return told[at].text == "," and at + 1 < len(told) and told[at + 1].low == "or"


def _denied(told: list[Token]) -> list[Token]:
    """Any surname: no surname; anyone: no row."""
    no = _named(told[0], "no")
    return [no, _named(told[0], "row"), *told[1:]] if told[0].low in _PEOPLE else [no, *told[1:]]


def _places(
    told: Sequence[Token], words: Collection[str], *, behind_people: bool = False
) -> list[int]:
    """Where the subject may end: before one of these words."""
    least = 2 if told[0].low in _DETERMINERS and told[1].low != "always" else 1
    found = [at for at in range(least, len(told)) if told[at].low in words]
    if behind_people and told[1].low == "row" and 2 not in found:
        found.insert(0, 2)
    return found[:_MOST]


def _participles(told: Sequence[Token]) -> set[str]:
    return {"been"} | {token.low for token in told if token.low.endswith("ed")}


def _verbs(told: Sequence[Token], grammar_words: Collection[str]) -> set[str]:
    """The words that may be verbs: those that the grammar also has with the ending of one."""
    return {
        token.low
        for token in told
        if token.low in ("be", "have") or {f"{token.low}s", f"{token.low}es"} & set(grammar_words)
    }


def _inverted(asked: Sequence[Token]) -> list[Token] | None:
    """Where it is given, is it made of four digits: …, it is made of four digits."""
    for at in range(2, len(asked) - 2):
        is_turn = asked[at - 1].text == "," and asked[at].low in _BE
        if is_turn and asked[at + 1].low in ("it", "they"):
            return [*asked[:at], asked[at + 1], asked[at], *asked[at + 2 :]]
    return None
