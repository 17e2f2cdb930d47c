"""Phrases for several written patterns: match at least one of '^A' and '^B', all of them, none."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.tables.column_names import WrittenPattern
from backend.rules.language.terms import How, Predicate
from backend.rules.phrasing import Phrases, all_of, any_of, not_

phrase = Phrases()
Patterns = tuple[WrittenPattern, ...]

phrase.words("_patterns", "patterns | regexes | regular expressions | pattern | regex")
phrase.words(
    "_some_pattern",
    "at least one of | one of | any of | any one of | one or more of | either of | either | one or the other of",
)
phrase.words("_all_patterns", "all of | both of | both | all | each of | every one of")
phrase.words("_no_pattern", "none of | neither of | not any of")


@phrase("written_pattern", "[pattern|regex] <name_pattern>")
def written_pattern(found: WrittenPattern) -> WrittenPattern:
    """'^SAVE', the pattern '^SAVE'."""
    return found


@phrase("patterns_or", "<written_pattern> [,] or <written_pattern>")
@phrase("patterns_and", "<written_pattern> [,] and <written_pattern>")
def two_patterns(first: WrittenPattern, second: WrittenPattern) -> Patterns:
    """'^SAVE' and '^FREE'."""
    return (first, second)


@phrase("patterns_or", "<written_pattern> , <patterns_or>")
@phrase("patterns_and", "<written_pattern> , <patterns_and>")
def more_patterns(first: WrittenPattern, rest: Patterns) -> Patterns:
    """'^SAVE', '^FREE' and '^GIFT'."""
    return (first, *rest)


def _forms(patterns: Patterns) -> list[Predicate]:
    return [_form(How.PATTERN, str(each)) for each in patterns]


@phrase(
    "verb",
    "(match|matches|follow|follows|satisfy|satisfies) _some_pattern [[following] _patterns] [:] (<patterns_or>|<patterns_and>)",
    "(match|matches|follow|follows|satisfy|satisfies) [_patterns] [:] <patterns_or>",
)
def matches_some(patterns: Patterns) -> Predicate:
    """Matches at least one of the patterns '^SAVE' and '^FREE'."""
    return any_of(*_forms(patterns))


@phrase(
    "verb",
    "(match|matches|follow|follows|satisfy|satisfies) _all_patterns [[following] _patterns] [:] <patterns_and>",
    "(match|matches|follow|follows|satisfy|satisfies) _patterns [:] <patterns_and>",
)
def matches_all(patterns: Patterns) -> Predicate:
    """Matches both of the patterns '^SAVE' and '0$'."""
    return all_of(*_forms(patterns))


@phrase(
    "verb",
    "(match|matches) _no_pattern [[following] _patterns] [:] (<patterns_or>|<patterns_and>)",
)
def matches_none(patterns: Patterns) -> Predicate:
    """Matches none of the patterns '^SAVE' and '^FREE'."""
    return all_of(*(not_(part) for part in _forms(patterns)))
