"""What somebody else asks for, told as the command it is: the auditors want a list of all orders.

Who asks changes nothing, as long as it is said in two words or so and what is asked for is a list
or an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem

_ARTICLES = frozenset({"the", "our", "my", "your", "a", "an"})
_ASKS = frozenset({
    "want", "wants", "wanted", "asked", "asks", "ask", "need", "needs", "needed", "requested",
    "requests", "expects", "expect",
})  # fmt: skip
_LISTS = (
    ("for", "a", "list", "of"), ("a", "list", "of"), ("for", "the", "list", "of"),
    ("the", "list", "of"), ("to", "have", "a", "list", "of"), ("us", "to", "flag"),
    ("us", "to", "list"), ("me", "to", "flag"), ("me", "to", "list"),
    ("us", "to", "find"), ("me", "to", "find"), ("to", "be", "shown"), ("to", "look", "at"),
    ("to", "get", "a", "list", "of"), ("to", "see", "a", "list", "of"),
    ("us", "to", "report"), ("me", "to", "report"), ("us", "to", "show"), ("me", "to", "show"),
)  # fmt: skip
_ANSWERS = (
    ("to", "know"), ("to", "see"), ("us",), ("me",), ("",), ("to", "be", "told"),
    ("to", "find", "out"),
)  # fmt: skip
_WHICH = frozenset({"which", "what"})
_NO_SUBJECTS = frozenset({
    "who", "that", "which", "flag", "list", "show", "report", "find", "if", "when",
    "where", "every", "each", "no", "any", "all", "must", "should", "may", "not", "only", "some",
    "and", "or", "we", "i", "nobody", "none", "nothing", "neither", "nor", "never", "few", "hardly",
    "rarely", "seldom", "used", "little", "less", "fewer", "most", "many", "half", "but", "except",
})  # fmt: skip
_LONGEST = 3
_OUR_WISHES = frozenset({
    ("expect",), ("we", "expect"), ("i", "expect"), ("we", "would", "expect"), ("we", "want"),
    ("i", "would", "expect"), ("we", "always", "expect"), ("we", "all", "expect"), ("i", "want"),
    ("we", "require"), ("i", "require"), ("we", "would", "like"), ("i", "would", "like"),
    ("one", "expects"), ("you", "can", "expect"), ("you", "should", "expect"),
})  # fmt: skip
_SO_MANY = frozenset({"no", "only", "nothing"})
_BOUNDS = frozenset({"between", "below", "above", "under", "over", "at", "within", "in", "from"})
_FEWEST = 4
_LONGEST_WISH = max(map(len, _OUR_WISHES))


def requested(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The command or question that a request holds; nothing where it is no request."""
    yield from _our_wish(tokens, lexicon)
    verb = next((at for at, token in enumerate(tokens[:5]) if token.low in _ASKS), 0)
    if not verb or not _is_somebody(tokens[:verb], lexicon):
        return
    rest = list(tokens[verb + 1 :])
    lows = [token.low for token in rest]
    yield from _wished(rest, tokens[verb])
    if any(token.text in (".", "?", "!", ";") for token in rest[:-1]):
        return
    for lead in sorted(_LISTS, key=len, reverse=True):
        if tuple(lows[: len(lead)]) == lead and len(rest) > len(lead) + 1:
            if lows[len(lead)] in _WHICH | {"whether", "if", "how", "that", "who"}:
                continue
            yield [_as_word(tokens[verb], "flag"), *rest[len(lead) :]]
            return
    yield from _questions(rest)


def _our_wish(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """Orders must have 15 to 25 rows, of: we expect orders to have 15 to 25 rows.

    And no blanks in fee, fee must be below 40, of: we expect no blanks in fee, a fee below 40.
    """
    lows = tuple(token.low for token in tokens[:_LONGEST_WISH])
    wish = max((each for each in _OUR_WISHES if lows[: len(each)] == each), key=len, default=())
    rest = list(tokens[len(wish) :])
    if not wish or len(rest) < _FEWEST:
        return
    yield from _wished(rest, tokens[0])
    if rest[0].low in _SO_MANY:
        yield rest
    at = rest[0].low in _ARTICLES
    headers = {stem(named.column.name.lower()) for named in lexicon.columns}
    behind = at + 1 + (rest[at + 1].low == "of")
    if stem(rest[at].low) in headers and rest[behind].low in _BOUNDS:
        must = [_as_word(tokens[0], word) for word in ("must", "be")]
        yield [*rest[at : at + 1], *must, *rest[behind:]]


def _wished(rest: list[Token], verb: Token) -> Iterator[list[Token]]:
    """Half of all orders must be paid, of: accounting wants half of all orders to be paid."""
    lows = [token.low for token in rest]
    to = next((at for at, low in enumerate(lows[:-1]) if low == "to"), 0)
    if to < 1 or lows[to + 1] not in _DEEDS or _NO_WISHES & {*lows[:to]} or lows[0] in _PEOPLE:
        return
    is_denied = lows[to - 1] in ("not", "never")
    duty = "may" if lows[0] == "no" else "must"
    told = [_as_word(rest[to], duty), *([rest[to - 1]] if is_denied else [])]
    yield [*rest[: to - is_denied], *told, *rest[to + 1 :]]


_DEEDS = frozenset({
    "be", "have", "contain", "start", "begin", "end", "lie", "stay", "exist", "match", "equal",
    "exceed", "come", "fall", "hold", "add", "sum", "differ", "appear", "occur", "grow", "rise",
    "increase", "decrease", "consist", "follow", "remain", "never", "always",
})  # fmt: skip
_NO_WISHES = frozenset({
    "which", "that", "who", "whether", "how", "list", "if", "when", "flag", "to", ".", ";", "?",
})  # fmt: skip
_PEOPLE = frozenset({"us", "me", "you", "them", "him", "her", "to", "for", "it"})


def _questions(rest: list[Token]) -> Iterator[list[Token]]:
    """Which stores have no manager, as a question."""
    for lead in _ANSWERS:
        words = [] if lead == ("",) else list(lead)
        if [token.low for token in rest[: len(words)]] != words or len(rest) < len(words) + 4:
            continue
        asked = rest[len(words) :]
        if asked[0].low in _WHICH:
            told = asked[:-1] if asked[-1].text in (".", "!") else asked
            yield [*told, _as_word(asked[-1], "?")]
            return


def _is_somebody(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Our auditors, head office: a few words, none of which could tell what is asked for."""
    lows = [token.low for token in tokens]
    is_short = len(lows) <= _LONGEST + (lows[0] in _ARTICLES)
    is_plain = all(token.shape == Shape.WORD for token in tokens)
    known = {each for words in lexicon.table_stems.values() for each in words}
    known |= {each for named in lexicon.columns for each in named.stems}
    is_known = any(stem(low) in known or low in lexicon.values for low in lows)
    return is_short and is_plain and not is_known and not _NO_SUBJECTS & set(lows)


def _as_word(token: Token, word: str) -> Token:
    shape = Shape.WORD if word.isalpha() else Shape.SIGN
    return token._replace(text=word, low=word, shape=shape)
