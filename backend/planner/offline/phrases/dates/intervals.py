"""Phrases for one interval after the other, whose columns the schema tells."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Previous, Shifted, Value
from backend.rules.overlapping_intervals import END, START
from backend.rules.phrasing import Modifier, Phrases, Statement, compare

phrase = Phrases()
phrase.words(
    "_period",
    "period | interval | term | stay | booking | slot | contract | row | entry | record | phase | lease | rental | spell | "
    "season | assignment | subscription | membership | policy",
)
phrase.words(
    "_every_next",
    "every _period | each _period | every _period after the first | each _period after the first "
    "| every later _period | each later _period | every next _period | every _period but the first | a _period | "
    "any _period | a later _period | the next _period | every new _period | each new _period | a new _period | "
    "every following _period | each following _period | each next _period",
)
phrase.words(
    "_prior",
    "[the] previous _period | [the] previous one | [the] one before | [the] preceding _period | "
    "its predecessor | [the] _period before [it|that|this] | [the] _period that precedes it | [the] last one | "
    "[the] last _period | [the] preceding one | [the] one before it",
)
phrase.words(
    "_starts_when",
    "must start | must begin | has to start | should start | starts | begins | has to begin | should begin | "
    "must always start | must always begin | always starts | always begins",
)
phrase.words(
    "_on_the_day",
    "on [the] [very] [same] day [on which] | on [the] [very] [same] day that | [the] [very] day | when | where",
)


def _starts(when: Value) -> Statement:
    return rule(compare(Cell(table="", column=START), "==", when))


def _end_before(key: tuple[str, ...]) -> Value:
    return Previous(of=Cell(table="", column=END), by=key[1:], order_by=START)


@phrase(
    "stmt",
    "<same_key> [,] _every_next _starts_when _on_the_day _prior ends",
    "_every_next <same_key> _starts_when _on_the_day _prior ends",
)
def start_at_end(key: tuple[str, ...]) -> Statement:
    """Per room, every stay must start on the day the previous one ends."""
    return _starts(_end_before(key))


@phrase(
    "stmt",
    "<same_key> [,] _every_next _starts_when [on] the day after _prior ends",
    "<same_key> [,] _every_next _starts_when (1|one) day after _prior ends",
)
def start_after_end(key: tuple[str, ...]) -> Statement:
    """Per room, every stay must start the day after the previous one ends."""
    when = Shifted.model_validate({"of": _end_before(key), "amount": 1, "unit": "days"})
    return _starts(when)


@phrase(
    "remark",
    "(missing|empty|blank) <cell> (means|is|counts as|stands for) (open-ended|open|still running|no end|no end yet|still (valid|in force|current|going|active|open|there|ongoing)|current|ongoing|up to now|until today|until now|until further notice|not ended yet|not over yet)",
)
def open_end(cell: Value) -> Modifier:
    """An empty end is open, which is the convention."""
    return remark("names-column", values=(cell,))


@phrase(
    "remark",
    "flag [any|every] _period that starts before (the previous|an earlier|another) _period [<same_key>] (has ended|ended|ends|is over)",
    "flag the [one|_period] that starts later",
    "flag the later (one|_period|ones)",
)
def flag_later(*_: object) -> Modifier:
    """Of two intervals that overlap the later one is flagged."""
    return remark("flag-later")


@phrase(
    "remark",
    "flag the later (one|_period) (if|when|whenever|where) (there is (a|any) gap|it does not|they do not|it is not so|not)",
    "flag the (one|_period) after (a|each|every|the) gap",
    "flag the _period that follows a gap",
)
def flag_after_gap() -> Modifier:
    """The later one of two with a gap between them breaks the rule."""
    return remark("later-row")
