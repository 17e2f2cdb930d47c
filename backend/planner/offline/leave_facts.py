"""Sentences behind a rule that tell which rows have no value, as far as no table knows them.

Films still out have no return date: a rule that passes rows without one is left as it is.
"""

from __future__ import annotations

import re

from backend.planner.offline.leave_faults import fault_at
from backend.planner.offline.leave_gaps import gap_at
from backend.planner.offline.leave_subjects import Check, Sight, without
from backend.planner.offline.leave_words import BARRED
from backend.planner.offline.tokens import Shape

_HAVE_NONE = re.compile(
    "(?:still |simply |of course |naturally )*(?:has|have|had|got|gets?"
    "|carry|carries|bears?|lacks?|shows?|comes? with|gives?|gave|needs?"
    "|wants?|made|left)"
    "(?: (?P<no>no|not any|not yet any|no such|not yet an?|an empty|a blank|a missing))?"
)
_MAY_LACK = re.compile(
    "(?:may|can|might|could|does|do|need) (?:(?:well|also|simply|of course) )*"
    "(?:have no|lack|be without|go without|do without|miss|not have|not need)(?: an?| any| the)?"
)
_ROWS = ("table", "keynoun")
_HAS_NOT = re.compile(
    "(?:do|does|did) not (?:yet |always |necessarily )?(?:have|get"
    "|carry|bear|show|need)(?: an?| any| the| their| its)?"
)
_STAYS = re.compile(
    "(?:is|are|stays?|remains?|will be|is left|are left) (?:still "
    "|simply |then |of course |often )*(?:empty|blank|missing|open"
    "|unset|null|unknown|unfilled)"
)
_SOME = re.compile(
    "(?:most|many|some|a few|several|not all|not every|a lot of|plenty of"
    "|quite a few|on most|on many|on some|for most|for many|for some"
    "|in most|in many|in some)"
)
_NO_VALUE = re.compile(
    "(?:no|an? (?:empty|blank|missing)|an open|without an?|(?:empty|blank|missing))"
)
_MEANS = re.compile(
    "(?:just |only |simply |merely )*(?:means?|says?|tells?(?: us)?"
    "|stands? for|is for|are for|is used for|signals?|indicates?|shows?|marks?|is)(?: that)?"
)
_AND_FINE = re.compile(
    "and(?: so| thus| therefore)?(?: is| are| that is)? (?:fine|ok|okay|allowed|correct)"
)
_TIMES = frozenset({"until", "as", "while", "unless", "if", "when", "where", "before", "for"})
_OPENINGS = ("as long as", "while", "until", "before", "so long as", "when", "if", "where")
_MODIFIERS = BARRED - {
    "not",
    "never",
    "and",
    "or",
    "without",
    "up",
    "before",
    "after",
    "since",
    "until",
}
_FEWEST_WORDS = 2
_GOING_ON = frozenset({"still", "yet", "ongoing", "pending", "unfinished", "running", "out"})
"""What no value of a row means that leaves it as it is: it has none so far."""


def fact_at(sight: Sight, start: int, end: int) -> Check | None:
    """Whether a rule passes rows of which the words between say that they have no value."""
    if any(token.shape != Shape.WORD and token.text != "," for token in sight.tokens[start:end]):
        return None
    for told in (
        _have_none, _may_lack, _there_is_none, _stays_empty, _is_empty_while, _empty_means,
        _no_value_means, gap_at, fault_at,
    ):  # fmt: skip
        check = told(sight, start, end)
        if check is not None:
            return check
    return None


def _column(sight: Sight, start: int, end: int) -> frozenset[str] | None:
    """The columns that the words between name, all of them."""
    while start < end and sight.tokens[start].low in ("a", "an", "the", "any", "its", "their"):
        start += 1
    return sight.columns(start, end) or None


def _words(sight: Sight, start: int, end: int) -> str:
    return " ".join(token.low for token in sight.tokens[start:end])


def _have_none(sight: Sight, start: int, end: int) -> Check | None:
    """Films still out have no return date; many days have none."""
    last = end
    for tail in ("at all", "yet", "either", "of course", "for now", "so far"):
        if _words(sight, end - len(tail.split()), end) == tail:
            last = end - len(tail.split())
    for place in range(start + 1, last):
        for middle in range(place + 1, last):
            verb = _words(sight, place, middle)
            found = _HAVE_NONE.fullmatch(verb)
            is_none = found is not None and (found["no"] or verb.startswith("lack"))
            is_none = is_none or _HAS_NOT.fullmatch(verb) is not None
            columns = _column(sight, middle, last) if is_none else None
            if columns and _is_unknown(sight, start, place):
                return without(columns)
        verb, told = _words(sight, place, last - 1), _words(sight, last - 1, last)
        if told == "none" and _HAVE_NONE.fullmatch(verb) and _is_unknown(sight, start, place):
            return without(None)
    return None


def _may_lack(sight: Sight, start: int, end: int) -> Check | None:
    """A department may have no manager for a while."""
    for place in range(start + 1, min(start + 4, end)):
        is_rows = any(leaf.end == place for leaf in sight.at(place - 1, _ROWS))
        for middle in range(place + 2, end) if is_rows else ():
            if not _MAY_LACK.fullmatch(_words(sight, place, middle)):
                continue
            for behind in range(middle + 1, end + 1):
                columns = _column(sight, middle, behind)
                if columns and (behind == end or _is_story(sight, behind, end)):
                    return without(columns)
    return None


def _there_is_none(sight: Sight, start: int, end: int) -> Check | None:
    """On most days there are no refunds."""
    for at in range(start + 1, end):
        if not _SOME.fullmatch(_words(sight, start, at)):
            continue
        for place in range(at, end - 3):
            is_there = _words(sight, place, place + 3) in ("there is no", "there are no")
            columns = _column(sight, place + 3, end) if is_there else None
            if columns and _is_unknown(sight, start, place):
                return without(columns)
    return None


def _is_unknown(sight: Sight, start: int, end: int) -> bool:
    """Whether nothing in the tables tells which rows these words name, and not all of them."""
    words = _words(sight, start, end)
    ends = (at for at in range(start + 1, end + 1) if _SOME.fullmatch(_words(sight, start, at)))
    some = next(ends, 0)
    first = some or start
    if not some and _is_quantified(words):
        return False
    told = {*_words(sight, first, end).split()}
    is_told = sight.holds(start, end, *_TELLING) or bool(_MODIFIERS & told)
    if is_told or (not some and end - first < _FEWEST_WORDS):
        return False
    foreign = [at for at in range(first, end) if _is_foreign(sight, at)]
    return bool(some or foreign)


def _is_quantified(words: str) -> bool:
    return words.split()[0] in ("all", "every", "each", "no", "any", "only", "both")


def _is_foreign(sight: Sight, place: int) -> bool:
    low = sight.tokens[place].low
    is_known = any(
        leaf.start <= place < leaf.end and leaf.symbol in _NOUNS and leaf.cost <= 1.0
        for leaf in sight.found
    )
    return not is_known and low not in _SMALL


_NOUNS = ("column", "table", "keynoun")
_TELLING = (
    "number", "adjective", "flag_word", "date", "clock", "parameter", "weekday", "valueone", "unit",
)  # fmt: skip
_SMALL = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "our", "that", "which", "who", "is", "are", "their",
    "its", "they", "it", "these", "those", "this", "such", "we", "he", "she", "you", "i", "must",
    "should", "may", "can", "will", "shall", "rows", "row", "ones", "one", "them", "to", "so",
})  # fmt: skip


def _stays_empty(sight: Sight, start: int, end: int) -> Check | None:
    """The return date stays empty until then, while a film is out."""
    for place in range(start + 1, end):
        columns = _column(sight, start, place)
        is_it = _words(sight, start, place) in ("it", "this")
        for behind in range(place + 2, end) if columns or is_it else ():
            if not _STAYS.fullmatch(_words(sight, place, behind)):
                continue
            if sight.tokens[behind].low in _TIMES and _is_story(sight, behind, end):
                return without(columns)
    return None


def _is_empty_while(sight: Sight, start: int, end: int) -> Check | None:
    """As long as a film is out, its return date is empty."""
    words = _words(sight, start, end)
    if not words.startswith(_OPENINGS):
        return None
    for comma in range(start + 1, end):
        if sight.tokens[comma].text != "," or not _is_story(sight, start, comma):
            continue
        for place in range(comma + 2, end):
            columns = _column(sight, comma + 1, place)
            if columns and _STAYS.fullmatch(_words(sight, place, end)):
                return without(columns)
    return None


def _is_story(sight: Sight, start: int, end: int) -> bool:
    """Until then; while a film is out: no row can be told by it."""
    if _words(sight, start, end) in ("until then", "before that", "till then", "for now", "as yet"):
        return True
    is_told = sight.holds(start, end, *_TELLING)
    rows = {leaf.start for leaf in sight.found if leaf.symbol in ("table", "keynoun")}
    named = any(
        leaf.symbol == "column" and start <= leaf.start < end and leaf.start not in rows
        for leaf in sight.found
    )
    is_foreign = any(_is_foreign(sight, at) for at in range(start + 1, end))
    words = {token.low for token in sight.tokens[start + 1 : end]}
    is_more = bool((_MODIFIERS | {"old", "and"}) & words)
    return is_foreign and not (is_told or named or is_more)


def _empty_means(sight: Sight, start: int, end: int) -> Check | None:
    """If the return date is empty, the film is still out."""
    openings = ("if", "when", "where", "wherever", "whenever")
    if start >= end or sight.tokens[start].low not in openings:
        return None
    for comma in range(start + 3, end - 1):
        if sight.tokens[comma].text != "," or not _is_story(sight, comma, end):
            continue
        for place in range(start + 2, comma):
            columns = _column(sight, start + 1, place)
            if columns and _STAYS.fullmatch(_words(sight, place, comma)):
                return without(columns)
    return None


def _no_value_means(sight: Sight, start: int, end: int) -> Check | None:
    """No return date means that the film is still out; one is a film still out and fine."""
    verdicts = (at for at in range(start, end) if _AND_FINE.fullmatch(_words(sight, at, end)))
    end = next(verdicts, end)
    for at in range(start + 1, min(start + 4, end)):
        if not _NO_VALUE.fullmatch(_words(sight, start, at)):
            continue
        for place in range(at + 1, end):
            columns = _column(sight, at, place)
            for behind in range(place + 1, end) if columns else ():
                is_told = _MEANS.fullmatch(_words(sight, place, behind))
                words = {*_words(sight, behind, end).split()}
                if is_told and words & _GOING_ON and _is_story(sight, behind - 1, end):
                    return without(columns)
    return None
