"""Phrases for a last sentence that asks for what is not of the signs or values that a rule lists."""

from __future__ import annotations

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Cell, How, Matches, OneOf, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words(
    "_those_values",
    "(the ones|those|any|all|every one|everything|values|entries) (that|which) | those | any | the ones | ones",
)
phrase.words(
    "_have_others",
    "(contain|contains|have|has|hold|holds|use|uses|show|shows|containing|with|having) "
    "(anything else|something else|other (characters|signs|symbols|values|letters|ones)|anything other|"
    "any other (character|sign|symbol|value|letter)|another (character|sign|symbol|value))",
)


@phrase("hint", "<hint> _stop _do_flag _those_values _have_others [in it|in them] [.]", cost=0.03)
@phrase("hint", "<hint> _stop _do_flag <cell> (that|which) _have_others [.]", cost=0.03)
@phrase("hint", "<hint> _stop _do_flag <cell> _have_others [.]", cost=0.03)
def of_other_signs(told: Statement, *named: Value) -> Statement | None:
    """List those that contain anything else: of a rule that says what a whole value is made of."""
    rule = told.rule
    if not isinstance(rule, BrokenRows) or not _is_of_whole(rule.must):
        return None
    asked = {part.column for part in walk(rule.must) if isinstance(part, Cell)}
    is_same = {each.column for each in named if isinstance(each, Cell)} <= asked
    return told if is_same else None


def _is_of_whole(must: Predicate) -> bool:
    """Whether a condition is one form for a whole value, or a list of values."""
    if isinstance(must, All):
        return all(map(_is_of_whole, must.parts))
    return isinstance(must, OneOf) or (isinstance(must, Matches) and must.how == How.PATTERN)
