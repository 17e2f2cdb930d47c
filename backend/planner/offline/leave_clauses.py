"""Sentences behind a rule that grant what it never forbids: other hotels number as they like.

What they name is none of the rule's business, so that they leave it as it is; where it is, the
sentence has no reading without them. The words of the grant itself may be any.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from backend.planner.offline.chart import Leaf
from backend.planner.offline.empties_explained import empties_explained
from backend.planner.offline.leave_checks import leaves_out
from backend.planner.offline.leave_closings import closing
from backend.planner.offline.leave_facts import fact_at
from backend.planner.offline.leave_subjects import Check, Sight, names_rows, subject_at, within
from backend.planner.offline.leave_words import (
    BARRED,
    ELSEWHERE,
    FATES,
    FREE,
    FREELY,
    GRANT,
    LOOKS_AWAY,
    PLAIN,
    TELLS,
)
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.told_in_brackets import values_in_brackets
from backend.planner.offline.unknown_keys import without_unknown_keys
from backend.rules.rule import Rule

_STOPS = frozenset({".", "!", ";", ":", "\u2013", "\u2014", "-", "("})
_ENDS = frozenset({".", "!", ")", ";"})
_JOINS = frozenset({"but", "while", "whereas", "though", "although", "however", "and", "as"})
_LEADING = _JOINS | {",", "yet", "so", "still", "naturally"}
_PLAIN = re.compile(PLAIN)
_FREE = re.compile(FREE)
_AT_WILL = re.compile(f"(?:{FREELY})$")
_OWN = re.compile(r"(?:\w+ ){1,3}(?:their|its|his|her) own(?: \w+)? \w+")
_GRANT = re.compile(f"{GRANT} ")
_AWAY = re.compile(LOOKS_AWAY)
_ALONE = re.compile(f"alone|out|aside|out of (?:it|account)|{ELSEWHERE}")
_TELLS = re.compile(TELLS)
_COUNTS = re.compile(
    " (?:counts?|matters?|interests? us|(?:is|are) (?:looked at|checked|judged|counted|meant"
    "|concerned|considered|of interest))$"
)
_ABOUT = re.compile(
    "(?:this|it|the rule|the check) (?:is (?:only |just )?(?:about|for|meant for)"
    "|(?:only )?(?:concerns|regards)|concerns only) "
)
_AS_IT_IS = re.compile(" as (?:it is|they are|it comes|they come)$")
_WITHOUT = re.compile(r"\bwithout(?: (?:one|it|them|that|any))?$")
_LONGEST_GRANT = 9
_LONGEST_CLAUSE = 30


class Leave(NamedTuple):
    """Words from ``start`` to ``end``, and whether they leave a rule as it is."""

    start: int
    end: int
    adds_nothing: Callable[[Rule], bool]


def leaves_granted(tokens: Sequence[Token], found: Sequence[Leaf]) -> Iterator[Leave]:
    """The sentences at the end that grant what a rule may never forbid, the last first."""
    yield from (Leave(*told) for told in without_unknown_keys(tokens, found))
    yield from (Leave(*told) for told in values_in_brackets(tokens, found))
    yield from (Leave(*told) for told in empties_explained(tokens, found))
    sight, end = Sight(tokens, found), len(tokens)
    while end:
        told = _last(sight, end)
        if told is None:
            return
        yield told
        end = told.start


def _last(sight: Sight, end: int) -> Leave | None:
    """The shortest stretch up to here that is one."""
    tokens = sight.tokens
    last = end
    while last and tokens[last - 1].text in _ENDS:
        last -= 1
    for cut in range(last - 2, max(1, last - _LONGEST_CLAUSE), -1):
        told = (_told(sight, start, last) for start in _openings(tokens, cut))
        check = next((each for each in told if each is not None), None)
        if check is not None:
            whole = _whole(sight, cut, last)
            if whole is not None:
                return Leave(whole[0], end, whole[1])
            if tokens[cut].text in (".", "!"):
                return Leave(cut + 1, end, check)
            return Leave(cut - (tokens[cut - 1].text == ","), _kept(tokens, end), check)
        if tokens[cut].text in (".", "!", ";"):
            return None
    return None


def _whole(sight: Sight, cut: int, end: int) -> tuple[int, Check] | None:
    """Lone trips, where the mate is blank, are fine: the sentence that the clause is part of."""
    tokens = sight.tokens
    is_part = tokens[cut].text == "," and tokens[cut + 1].low in ("where", "whose", "which")
    stops = (at for at in range(cut - 1, 0, -1) if tokens[at].text in (".", "!", ";"))
    start = next(stops, 0) + 1 if is_part else 0
    check = fact_at(sight, start, end) if start > 1 else None
    return None if check is None else (start, check)


def _kept(tokens: Sequence[Token], end: int) -> int:
    """Up to the stop that ends the whole."""
    return end - (tokens[end - 1].text in (".", "!"))


def _openings(tokens: Sequence[Token], cut: int) -> Iterator[int]:
    """Where a clause may begin behind what stands before it."""
    token = tokens[cut]
    is_stop = token.shape == Shape.SIGN and (token.text in _STOPS or token.text == ",")
    is_join = token.shape == Shape.WORD and token.low in _JOINS
    is_join = is_join and tokens[cut - 1].text not in _STOPS
    is_loose = token.low in ("and", "as") and tokens[cut - 1].text != ","
    if not is_stop and (not is_join or is_loose):
        return
    start = cut + is_stop
    yield start
    while start < len(tokens) and tokens[start].low in _LEADING:
        start += 1
        yield start


def _told(sight: Sight, start: int, end: int) -> Check | None:
    """Whether a rule is left as it is by the words between; nothing if they are no such clause."""
    words = [token.low for token in sight.tokens[start:end]]
    fact = fact_at(sight, start, end) or closing(words) or _only(sight, start, end, words)
    if fact is not None:
        return fact
    for place in range(start + 1, end):
        grants = _grants(sight, place, end)
        if grants or _tells(sight, place, end):
            commaless = place - (sight.tokens[place - 1].text == ",")
            check = subject_at(sight, start, commaless, is_of_rows=not grants)
            if check is not None:
                return check
    return _of_others(sight, start, end) or _left_aside(sight, start, end, words)


def _grants(sight: Sight, start: int, end: int) -> bool:
    """Whether the words between let something pass, whatever it is."""
    tokens = sight.tokens[start:end]
    if any(token.shape != Shape.WORD for token in tokens):
        return False
    text = " ".join(token.low for token in tokens)
    if _PLAIN.fullmatch(text):
        return True
    if text.startswith(("need no ", "needs no ")):
        return not BARRED & {*text.split()[2:]}
    grant = _GRANT.match(text)
    is_free = _FREE.fullmatch(text) is not None or _OWN.fullmatch(text) is not None
    if not (grant or is_free) or len(tokens) > _LONGEST_GRANT:
        return False
    told = _AT_WILL.sub("", _WITHOUT.sub("", text[grant.end() :] if grant else text))
    if sight.holds(start + (grant is not None), end, *_TELLING) or not told:
        return False
    words = _AS_IT_IS.sub("", told).split()
    is_state = words[0] in ("be", "occur", "exist") and len(words) > 1
    is_plain_state = (is_state and words[1].endswith(("ed", "er"))) or not is_state
    is_amount = bool({"less", "more", "fewer"} & {*words}) and bool({"a", "an"} & {*words})
    return is_plain_state and not is_amount and not BARRED & {*words}


_TELLING = (
    "number", "adjective", "flag_word", "date", "clock", "parameter", "percent", "weekday", "unit",
    "month",
)  # fmt: skip
"""What would say how far a grant goes."""


def _of_others(sight: Sight, start: int, end: int) -> Check | None:
    """Authors may share a city: whether a rule reads none of the columns of such a grant."""
    for place in range(start + 1, end - 1):
        grant = _GRANT.match(" ".join(token.low for token in sight.tokens[place:end]))
        if grant is None or not names_rows(sight, start, place):
            continue
        behind = place + len(grant.group().split())
        columns = frozenset[str]().union(*_columns(sight, behind, end))
        told = {token.low for token in sight.tokens[behind:end]} - {"same"}
        if columns and not (BARRED & told or sight.holds(behind, end, *_TELLING)):
            return lambda rule: leaves_out(rule, columns)
    return None


def _columns(sight: Sight, start: int, end: int) -> Iterator[frozenset[str]]:
    for at in range(start, end):
        yield from (sight.columns(at, behind) for behind in range(at + 1, end + 1))


def _tells(sight: Sight, start: int, end: int) -> bool:
    """Whether the words between tell what becomes of rows, and nothing that a table could hold."""
    tokens = sight.tokens[start:end]
    text = " ".join(token.low for token in tokens)
    if any(token.shape != Shape.WORD for token in tokens) or not _TELLS.fullmatch(text):
        return False
    told = {*text.split()}
    is_held = sight.holds(start, end, *_TELLING, "column", "table", "keynoun", "valueone")
    return not (is_held or told & (BARRED | FATES))


def _only(sight: Sight, start: int, end: int, words: Sequence[str]) -> Check | None:
    """Only row a counts; this is about mini contracts alone."""
    text = " ".join(words)
    behind = _COUNTS.search(text) if words[:1] == ["only"] else None
    if behind is not None:
        return within(sight, start + 1, end - len(behind.group().split()))
    opening = _ABOUT.match(text)
    if opening is None:
        return None
    last = end - (words[-1] in ("alone", "only"))
    is_limited = "only" in opening.group() or last < end
    return within(sight, start + len(opening.group().split()), last) if is_limited else None


def _left_aside(sight: Sight, start: int, end: int, words: Sequence[str]) -> Check | None:
    """We do not care about other hotels; leave the rest alone."""
    behind = end
    for length in (1, 2, 3, 4):
        if length < len(words) and _ALONE.fullmatch(" ".join(words[-length:])):
            behind = end - length
    if words[:1] == ["leave"] and behind < end:
        return subject_at(sight, start + 1, behind)
    for place in range(start + 1, behind):
        opening = " ".join(words[: place - start])
        is_away = _AWAY.fullmatch(opening) is not None
        is_positive = is_away and " not " not in f" {opening} " and words[0] in ("we", "i")
        if is_away and (behind < end or not is_positive):
            check = subject_at(sight, place, behind)
            if check is not None:
                return check
    return None
