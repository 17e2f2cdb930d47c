"""Phrases for what is said of the part of a text before or behind a sign, named last.

A tag has nothing but digits after the #; an address ends with a digit before the @.
"""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.forms_parts import Cut, _formed
from backend.planner.offline.phrases.sentences.kinds import only_kinds
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import How, Matches, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, not_

phrase = Phrases()
_ANY = "(?s:.*)"

phrase.words("_only_of_signs", "nothing but | only | just | nothing except | nothing other than")


@phrase("cut_place", "_cut_behind [the] [last] <cut_mark> [sign|character|symbol]")
def place_behind(mark: str) -> Cut:
    """After the @."""
    return Cut(IT, f"{_ANY}{re.escape(mark)}", "", mark=mark)


@phrase("cut_place", "_cut_before [the] [first] <cut_mark> [sign|character|symbol]")
def place_before(mark: str) -> Cut:
    """Before the dash."""
    return Cut(IT, "", f"{re.escape(mark)}{_ANY}", mark=mark)


# Dearer than the wordings that tell where a sign or a number of characters stands.
@phrase("verb", "<verb> <cut_place>", cost=0.5)
@phrase("adj", "<adj> <cut_place>", cost=0.5)
def so_there(told: Predicate, cut: Cut) -> Predicate | None:
    """Has nothing but digits after the #."""
    return None if _is_of_sign(told) else _formed(cut, told)


def _is_of_sign(told: Predicate) -> bool:
    """Whether a sign is to be in it, of which it is told elsewhere behind which other it stands."""
    if not isinstance(told, Matches) or told.how != How.CONTAINS:
        return False
    return len(told.text) == 1 and not told.text.isalnum()


@phrase("verb", "(have|has|contain|contains|show|shows) nothing <cut_place>", cost=0.05)
@phrase("them_feature", "nothing <cut_place>", cost=0.05)
def nothing_there(cut: Cut) -> Predicate | None:
    """Has nothing before the @."""
    return _formed(cut, Matches(of=IT, how=How.PATTERN, text=""))


@phrase("them_feature", "_only_of_signs <kinds>", cost=0.05)
def of_kinds(found: tuple[str, ...]) -> Predicate:
    """Nothing but digits."""
    return only_kinds(found)


@phrase("them_feature", "<them_feature> <cut_place>", cost=0.5)
def feature_there(told: Predicate, cut: Cut) -> Predicate | None:
    """Nothing but digits after the #."""
    return None if _is_of_sign(told) else _formed(cut, told)


@phrase("stmt", "no <cell> [value] _may <verb> <cut_place>", cost=0.5)
def none_so_there(subject: Value, told: Predicate, cut: Cut) -> Statement | None:
    """No tag may have nothing but digits after the #."""
    found = _formed(cut, told)
    return None if found is None else rule(not_(about(found, subject)), subject=subject)
