"""A column that a clause told before, in the place of "it" or "they" that opens the next one.

A status of "?" means unknown. It may be … Our patient ids are printed on cards. They must be … Only
one column may have been told, and no rows, so that nothing else can be meant. Amounts come from the
bank and so never have …: the subject of the reason is that of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.stories.cues import ENTERED
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem, stems_of

_BACK = frozenset({"it", "they"})
_CONDITIONS = frozenset({"where", "wherever", "if", "when", "whenever", "once"})
_STOPS = frozenset({".", ";", ",", "!", ":"})
_MODALS = frozenset({"must", "may", "should", "can", "shall", "might", "has", "have"})
_BEING = frozenset({
    "be", "lie", "equal", "match", "exist", "read", "look", "follow", "stay", "remain", "exceed",
    "drop", "fall", "rise", "grow", "increase", "decrease", "contain", "occur", "differ",
})  # fmt: skip
"""What is said of values; rows are done something with, and have something."""
_HENCE = frozenset({"so", "therefore", "thus", "hence"})
_GOES_ON = _MODALS | {"never", "always", "is", "are", "cannot"}
_NO_REASON = (_GOES_ON - {"is", "are"}) | {"of", "with", "for", "from", "in", "without"}
_OF_TEXTS = frozenset({"start", "end", "begin"})
_THERE = frozenset({
    "given", "filled", "there", "present", "set", "known", "entered", "stated", "recorded", "any",
    "provided", "exists", "empty", "blank", "missing",
})  # fmt: skip
"""Words of a condition that tells no value: what is given is what is told of next."""
_OF_ROWS = frozenset({"shipped", "paid", "delivered", "sent", "sold", "done"})


def with_topic(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the one column that was told before its "it" or "they"."""
    backs = [at for at, token in enumerate(tokens) if token.low in _BACK]
    if len(backs) != 1 or not backs[0] or not _is_of_cell(tokens, backs[0], lexicon):
        return
    back = backs[0]
    start = _condition_before(tokens, back)
    start = _sentence_before(tokens, back) if start is None else start
    told = list(_columns(tokens, start, back, lexicon))
    if len({each.header for each in told}) != 1 or _names_rows(tokens, start, back, told, lexicon):
        return
    [header] = {each.header for each in told}
    if start and _is_of_either(tokens, start, back, header, lexicon):
        return
    if tokens[back].low == "they" and not _is_several(tokens, told[-1]):
        return
    yield [
        *tokens[:back],
        tokens[back]._replace(text=header, low=header.lower()),
        *tokens[back + 1 :],
    ]


def _is_of_either(
    tokens: Sequence[Token], start: int, back: int, header: str, lexicon: Lexicon
) -> bool:
    """The bonus must be … If the salary is above 5, it must …: the bonus, rather."""
    is_given = not _THERE.isdisjoint(token.low for token in tokens[start:back])
    is_case = tokens[start].low in _CONDITIONS and not is_given
    return is_case and any(each.header != header for each in _columns(tokens, 0, start, lexicon))


def with_shared_subject(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the column that opens its reason as the subject of what follows from it."""
    for at in range(4, len(tokens) - 2):
        if tokens[at].low not in _HENCE or tokens[at - 1].low not in ("and", ",", ".", ";"):
            continue
        behind = at + 1 + (tokens[at + 1].low in _BACK)
        start = _sentence_before(tokens, at)
        start += tokens[start].low in ("the", "our", "all")
        told = next(_columns(tokens, start, at, lexicon), None)
        if told is None or told.start != start or tokens[behind].low not in _GOES_ON:
            return
        if tokens[told.end].low in _NO_REASON or _says_what_it_is(tokens, told.end):
            return
        comma = tokens[at - 1]._replace(text=",", low=",", shape=Shape.SIGN)
        so = tokens[at]._replace(text="so", low="so")
        subject = tokens[at]._replace(text=told.header, low=told.header.lower())
        yield [*tokens[: at - 1], comma, so, subject, *tokens[behind:]]
        return


def _says_what_it_is(tokens: Sequence[Token], at: int) -> bool:
    """Is a percentage, is zero for guests; but not "is deducted by the bank"."""
    behind = tokens[at + 1].low
    return tokens[at].low in ("is", "are") and not behind.endswith("ed") and behind not in ENTERED


class _Named(NamedTuple):
    """Where a column is named."""

    start: int
    end: int
    header: str


def _columns(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Iterator[_Named]:
    """Where columns are named in full: as the header has it, or by its words."""
    headers = {named.column.name: stems_of(named.column.name) for named in lexicon.columns}
    at = start
    while at < end:
        found = [
            _Named(at, at + length, header)
            for header, stems in headers.items()
            for length in {1, len(stems)}
            if _is_named(tokens[at : min(at + length, end)], header, stems)
        ]
        longest = max(found, key=lambda told: told.end, default=None)
        if longest is not None:
            yield longest
        at = at + 1 if longest is None else longest.end


def _is_named(words: Sequence[Token], header: str, stems: tuple[str, ...]) -> bool:
    if len(words) == 1 and words[0].text == header:
        return True
    return len(words) == len(stems) and tuple(stem(word.low) for word in words) == stems


def _is_several(tokens: Sequence[Token], told: _Named) -> bool:
    """Fees, our patient ids: what "they" are."""
    low = tokens[told.end - 1].low
    return low.endswith("s") and stem(low) != low


def _names_rows(
    tokens: Sequence[Token], start: int, end: int, told: Sequence[_Named], lexicon: Lexicon
) -> bool:
    """Whether a table's rows are named as well, which could be meant."""
    apart = {at for each in told for at in range(each.start, each.end)}
    rows = {stems[-1] for stems in lexicon.table_stems.values() if stems}
    return any(stem(tokens[at].low) in rows for at in range(start, end) if at not in apart)


def _condition_before(tokens: Sequence[Token], at: int) -> int | None:
    """Where the condition begins that a word is told behind: where there is a price, it must …"""
    if tokens[at - 1].text != ",":
        return None
    for place in range(at - 2, -1, -1):
        if tokens[place].text in _STOPS and tokens[place].shape == Shape.SIGN:
            return None
        is_open = place == 0 or tokens[place - 1].text in _STOPS
        if tokens[place].low in _CONDITIONS and is_open:
            return place
    return None


def _sentence_before(tokens: Sequence[Token], at: int) -> int:
    """Where the sentence begins in which a word stands, or the one before if it opens its own."""
    stops = [place for place in range(at - 1) if tokens[place].text in (".", "!", ";")]
    return stops[-1] + 1 if stops else 0


def _is_of_cell(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word opens a clause that says what a cell must be, and not what a row has."""
    if tokens[at - 1].text not in _STOPS or tokens[at - 1].shape != Shape.SIGN:
        return False
    told = [
        token.low for token in tokens[at + 1 : at + 6] if token.low not in ("not", "only", "never")
    ]
    if told[:1] in (["has"], ["have"]):
        told = told[:1] + told[2:] if told[1:2] == ["to"] else []
    if len(told) < 3 or told[0] not in _MODALS:
        return False
    if told[1] in _OF_TEXTS:
        return told[2] == "with"
    return told[1] in _BEING and told[2] not in _OF_ROWS and told[2] not in lexicon.values
