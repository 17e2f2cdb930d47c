"""Phrases for the codes of a column by the first and the last of them: weekday has only the codes 0 to 6."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.value_sets import numbers_between
from backend.rules.language.terms import Constant, Value
from backend.rules.phrasing import Phrases, Statement, one_of

phrase = Phrases()

phrase.words("_codes_of_it", "codes | categories | classes | grades | keys | code numbers")
phrase.words(
    "_of_the_book",
    "documented | known | valid | official | defined | permitted | possible | agreed | usual | numeric",
)
phrase.words(
    "_makes_use_of",
    "has | have | uses | use | holds | hold | takes | take | contains | contain | knows | know | shows | carries | "
    "must (have|use|hold|take|contain|show|carry) | should (have|use|hold|take|contain|show|carry) | (may|can) (use|have|hold|take|contain)",
)
phrase.words("_put_in_codes", "coded | encoded | numbered | labelled | labeled | keyed | graded")
phrase.words("_a_code_of_it", "a code | one of the codes | a category | a grade")


@phrase("code_run", "[from] <number> (to|through|up to|-|–) <number>")
def code_run(first: Constant, last: Constant) -> tuple[Constant, ...] | None:
    """0 to 6: each whole number on the way."""
    return numbers_between(first, last)


@phrase("stmt", "<cell> _makes_use_of only [the] [_of_the_book] _codes_of_it <code_run>", cost=0.02)
@phrase(
    "stmt", "<cell> [only] _makes_use_of [the] [_of_the_book] _codes_of_it <code_run>", cost=0.1
)
@phrase("stmt", "<cell> (is|are|_must be) _put_in_codes [only] [as|with|by] <code_run>", cost=0.05)
@phrase("stmt", "<cell> (is|are|_must be) [always] _a_code_of_it <code_run>", cost=0.05)
@phrase(
    "stmt",
    "_codes_of_it (of|in|for) <cell> (go|run|range|are|must be|are only) <code_run>",
    cost=0.05,
)
def has_codes(of: Value, options: tuple[Constant, ...]) -> Statement:
    """Weekday is coded 0 to 6."""
    return rule(one_of(of, options), subject=of)


@phrase(
    "stmt",
    "only [the] [_of_the_book] _codes_of_it <code_run> (are|may be|can be|must be) (allowed|used|accepted|permitted|valid|found) "
    "(in|for|as|under) <cell>",
    "(in|for|under) <cell> [,] only [the] [_of_the_book] _codes_of_it <code_run> (are|may be) (allowed|used|accepted|permitted|valid)",
    cost=0.05,
)
def codes_let_in(*parts: object) -> Statement:
    """Only the codes 0 to 6 are allowed in weekday."""
    options = next(part for part in parts if isinstance(part, tuple))
    of = next(part for part in parts if part is not options)
    return has_codes(of, options)  # type: ignore[arg-type]
