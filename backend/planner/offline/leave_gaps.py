"""Clauses that tell why a cell is empty, in whatever words: blank means that nobody came.

A rule that passes empty cells is left as it is by them, as long as they name no value, count
nothing, and say no word that the rule says too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.planner.offline.leave_subjects import Check, Sight, without
from backend.planner.offline.leave_words import BARRED, FATES
from backend.planner.offline.tokens import Shape

_IDLE_HERE = frozenset({
    "no", "not", "never", "nobody", "nothing", "none", "nowhere", "without", "lost", "unknown",
    "up", "off", "again", "now", "well", "over", "after", "before", "outside", "do",
    "once", "often", "sometimes", "then", "join", "yet",
})  # fmt: skip
_ASKS_MORE = frozenset({
    "zero", "nil", "default", "standard", "current", "infinite", "endless", "unlimited", "minus",
    "any", "every", "all", "each", "other", "others", "copy", "previous", "above", "duplicate",
    "flag", "fine", "allowed", "counts", "ongoing", "everything", "anything", "ignore", "different",
    "own", "exempt", "free", "like", "applies", "apply", "may", "might", "either", "both",
    "first", "last", "newest", "oldest", "which", "doubt", "doubtful", "forbidden", "sloppy",
    "careless", "cheated", "lied", "stolen", "stole",
})  # fmt: skip
_BLAMES = frozenset({
    "worse", "worst", "bad", "incomplete", "mistake", "mistakes", "fraud", "frauds", "thief",
    "thieves", "suspect", "suspects", "suspicious", "strange", "odd", "faulty", "defective",
    "unusable", "useless", "worthless", "criminal", "criminals", "cheat", "cheats", "cheaters",
    "liars", "lazy", "forgot", "forgotten", "forget", "asleep", "slept", "trouble", "loss",
    "losses", "lose", "loses", "failure", "failures", "failed", "fails", "negligent", "risk",
    "risky", "danger", "dangerous", "illegal", "interesting", "important", "urgent", "mess",
    "messy", "shame", "nuisance", "annoying", "dubious", "questionable", "offenders", "sinners",
    "culprits", "wrongdoers", "unlawful", "punished", "fined", "what", "look", "looking", "hunt",
    "seek", "wrongly", "fix", "fixed", "repaired", "corrected",
})  # fmt: skip
"""Who or what is to blame for a gap calls it wrong: somebody forgot it."""
_TOLD_OF_GAPS = frozenset({
    "asked", "told", "given", "needed", "entered", "recorded", "measured", "used", "meant", "read",
    "expected", "completed", "unfinished", "seen", "due", "is", "are", "has", "have", "these",
    "those", "this", "that", "it", "them", "they", "taken",
})  # fmt: skip
_BARRED = (BARRED - _IDLE_HERE) | _ASKS_MORE | _BLAMES | (FATES - _TOLD_OF_GAPS)
_SMALL = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "our", "that", "is", "are", "was", "were", "their",
    "its", "it", "they", "them", "this", "these", "those", "we", "he", "she", "you", "to", "by",
    "for", "with", "from", "has", "have", "had", "been", "be", "no", "not", "nobody", "nothing",
    "us", "and", "still", "yet", "never", "one", "his", "her", "him", "did", "does", "do",
})  # fmt: skip
_OF = frozenset({"of", "for", "in", "at", "on", "from", "with", "without", "by", "to", "under"})
_NOUNS = frozenset({"date", "time", "day", "value", "number", "entry", "name", "hour"})
_TELLING = (
    "number", "adjective", "flag_word", "date", "clock", "parameter", "weekday", "valueone",
    "unit", "month", "percent", "ordinal",
)  # fmt: skip
_BLANK = re.compile(
    "(?:an? |any |the )?(?:blank|blanks|empty|(?:empty|blank) (?:cell|value|field|entry|box|one)s?"
    "|nothing|no (?:value|entry))"
)
_NONE_OF = re.compile("(?:no|an? (?:empty|blank|missing)|an open|without an?|empty|blank|missing)")
_MEANS = re.compile(
    "(?:just |only |simply |merely )*(?:means?|says?|tells?(?: us)?|stands? for|is for|shows?"
    "|signals?|indicates?)(?: that)?"
)
_IS_BLANK = re.compile(
    "(?:is|are|was|were|stays?|remains?|gets?|will be|has been|have been)(?: simply| then| just)?"
    "(?: left| kept)? (?:blank|empty)(?P<fine>(?: ,)?(?: and)? (?:that|this|which) is "
    "(?:fine|ok|okay|all right|alright|correct|right|in order|no problem|no error|not an error))?"
)
_LACKING = re.compile("(?:without|with no|lacking|with an? (?:empty|blank))(?: an?| any| the)?")
_OUT = re.compile(
    " (?:and|so)(?: they| these| those| it)? (?:(?:do|does) not (?:count|matter)|(?:are|is) (?:fine"
    "|ok|okay|all right|left out|not counted|not meant|ignored))$"
)
_FINE = re.compile(
    "(?:is|are) (?:fine|ok|okay|all right|alright|in order|no problem|not an? (?:error|problem)|no "
    "(?:errors?|problems?))"
)
_WHERE = re.compile("(?:where|in which|for which|whose|when)(?: the| its| their)?")
_EMPTY = re.compile("(?:is|are|was|were) (?:left )?(?:blank|empty|missing)")


def gap_at(sight: Sight, start: int, end: int) -> Check | None:
    """Whether a rule passes the empty cells of which the words between tell a story."""
    for told in (_blank_means, _none_means, _is_left_blank, _rows_lack, _are_fine):
        check = told(sight, start, end)
        if check is not None:
            return check
    return None


def _words(sight: Sight, start: int, end: int) -> str:
    return " ".join(token.low for token in sight.tokens[start:end])


def _is_story(sight: Sight, start: int, end: int) -> bool:
    """Whether the words between can only be why something is not there."""
    tokens = sight.tokens[start:end]
    if not tokens or any(token.shape != Shape.WORD for token in tokens):
        return False
    if sight.holds(start, end, *_TELLING) or _BARRED & {token.low for token in tokens}:
        return False
    before = {token.low for token in sight.tokens[:start] if token.shape == Shape.WORD}
    echoes = [at for at in range(start, end) if sight.tokens[at].low in before - _SMALL]
    return all(_is_named(sight, at) for at in echoes)


def _is_named(sight: Sight, at: int) -> bool:
    """Whether a word names a column or the rows, so that it may be said twice."""
    return any(
        leaf.start <= at < leaf.end and leaf.symbol in ("column", "table", "keynoun")
        for leaf in sight.found
    )


def _columns(sight: Sight, start: int, end: int) -> frozenset[str] | None:
    while start < end and sight.tokens[start].low in ("a", "an", "the", "any", "its", "their"):
        start += 1
    is_noun = start < end - 1 and sight.tokens[end - 1].low in _NOUNS
    return sight.columns(start, end) or (sight.columns(start, end - 1) if is_noun else None) or None


def _splits(
    sight: Sight, start: int, end: int, pattern: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Every stretch between that the pattern fits."""
    for at in range(start, end):
        for behind in range(min(end, at + 9), at, -1):
            if pattern.fullmatch(_words(sight, at, behind)):
                yield at, behind
                break


def _blank_means(sight: Sight, start: int, end: int) -> Check | None:
    """Blank means that nobody came."""
    for at, behind in _splits(sight, start + 1, end, _MEANS):
        if _BLANK.fullmatch(_words(sight, start, at)) and _is_story(sight, behind, end):
            return without(None)
    return None


def _none_means(sight: Sight, start: int, end: int) -> Check | None:
    """No return date means that the boat is at sea."""
    for at, behind in _splits(sight, start + 2, end, _MEANS):
        for place in range(start + 1, min(start + 3, at)):
            columns = _columns(sight, place, at)
            is_none = _NONE_OF.fullmatch(_words(sight, start, place)) is not None
            if columns and is_none and _is_story(sight, behind, end):
                return without(columns)
    return None


def _is_left_blank(sight: Sight, start: int, end: int) -> Check | None:
    """A name that nobody could read is left blank, and that is fine."""
    if start >= end or sight.tokens[start].low not in ("a", "an", "the", "some", "those"):
        return None
    found = [at for at, behind in _splits(sight, start + 2, end, _IS_BLANK) if behind == end]
    for at in found[:1]:
        named = {
            (place, behind): sight.columns(place, behind)
            for place in range(start + 1, at)
            for behind in range(place + 1, at + 1)
            if sight.columns(place, behind)
        }
        if not named:
            return None
        first, last = max(named, key=lambda told: (told[1] - told[0], -told[0]))
        sides = ((start + 1, first), (last, at))
        told = [side for side in sides if side[0] < side[1]]
        is_fine = _IS_BLANK.fullmatch(_words(sight, at, end))["fine"]  # type: ignore[index]
        is_told = is_fine or (last < at and sight.tokens[last].low not in _OF)
        if is_told and told and all(_is_story(sight, *side) for side in told):
            return without(named[first, last])
    return None


def _rows_lack(sight: Sight, start: int, end: int) -> Check | None:
    """Those without a return date are still at sea and do not count."""
    out = _OUT.search(_words(sight, start, end))
    last = end - (len(out.group().split()) if out else 0)
    for at, behind in _splits(sight, start + 1, last, _LACKING):
        if not _names_rows(sight, start, at):
            continue
        for place in range(last - 1, behind, -1):
            columns = _columns(sight, behind, place)
            is_told = sight.tokens[place].low in ("is", "are", "was", "were", "has", "have")
            if columns and is_told and _is_story(sight, place, last):
                return without(columns)
    return None


def _names_rows(sight: Sight, start: int, end: int) -> bool:
    words = _words(sight, start, end)
    if words in ("those", "ones", "rows", "the ones", "any", "the rows", "records", "entries"):
        return True
    at = start + (sight.tokens[start].low in ("the", "any", "our", "all"))
    return any(leaf.end == end for leaf in sight.at(at, ("table", "keynoun")))


def _are_fine(sight: Sight, start: int, end: int) -> Check | None:
    """Lone trips, where the mate is blank, are fine."""
    commas = [at for at in range(start + 1, end - 1) if sight.tokens[at].text == ","]
    if len(commas) != 2 or not _FINE.fullmatch(_words(sight, commas[1] + 1, end)):
        return None
    if not _is_story(sight, start, commas[0]):
        return None
    for at in range(commas[0] + 2, commas[1] - 1):
        for behind in range(at + 1, commas[1] - 1):
            columns = _columns(sight, at, behind)
            is_where = _WHERE.fullmatch(_words(sight, commas[0] + 1, at))
            if columns and is_where and _EMPTY.fullmatch(_words(sight, behind, commas[1])):
                return without(columns)
    return None
