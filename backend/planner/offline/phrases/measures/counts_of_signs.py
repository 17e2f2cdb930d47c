"""Phrases for how many of a sign a text may have: at most one hyphen, more than three digits."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.contents import has_so_many
from backend.planner.offline.phrases.formats.forms_kinds import signs_between, so_many_signs
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, How, Not, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, not_, number

phrase = Phrases()
_LETTER = "[A-Za-z]"

# So many --------------------------------------------------------------------------------------

for _head, _more, _is_least in (
    ("_ge", 0, True),
    ("_gt", 1, True),
    ("_le", 1, False),
    ("_lt", 0, False),
):

    @phrase("sign_count", f"{_head} <number> <sign_mark>")
    def signs_bounded(
        count: Constant, mark: str, more: int = _more, is_least: bool = _is_least
    ) -> Predicate | None:
        """At most one hyphen."""
        if not isinstance(count.value, int) or count.value < 1:
            return None
        low = count.value + more
        told = _form(How.CONTAINS, mark) if low == 1 else signs_between(mark, f"{{{low},}}")
        return told if told is None or is_least else not_(told)

    @phrase("sign_count", f"{_head} <number> <char_class>")
    def class_bounded(
        count: Constant, regex: str, more: int = _more, is_least: bool = _is_least
    ) -> Predicate | None:
        """More than three digits; of letters, it may be the length that is bounded."""
        if not isinstance(count.value, int) or count.value < 1 or regex == _LETTER:
            return None
        low = count.value + more
        told = has_so_many(number(low), regex)
        return told if told is None or is_least else not_(told)


# Said of a text -------------------------------------------------------------------------------


@phrase("verb", "_bears_signs <sign_count> [_in_the_text]", cost=0.0)
@phrase("them_feature", "<sign_count> [_in_the_text]", cost=0.0)
def counted_in_it(told: Predicate) -> Predicate:
    """Has no more than one dot."""
    return told


@phrase("feature", "<sign_count> _within [its|their|his|her] <cell>", cost=-0.5)
def rows_with_so_many(told: Predicate, of: Value) -> Predicate:
    """Parts with more than one hyphen in the serial number."""
    return about(told, of)


@phrase("stmt", "there (must|should|may|can) [only] be <sign_count> in [_each] <cell>", cost=0.05)
def so_many_in(told: Predicate, of: Cell) -> Statement:
    """There may be at most one dot in a file name."""
    return rule(about(told, of), subject=of)


@phrase("stmt", "there _must_not be <sign_count> in [_each] <cell>", cost=0.05)
@phrase("stmt", "(is|are) there <sign_count> in any <cell> [?]", cost=0.05)
def not_so_many_in(told: Predicate, of: Cell) -> Statement:
    """There must not be more than one dot in a file name."""
    return rule(not_(about(told, of)), subject=of)


@phrase("stmt", "there (may|can) be (only|just) one <sign_mark> in [_each] <cell>", cost=0.05)
@phrase("stmt", "<cell> (may|can) _bears_signs (only|just) one <sign_mark>", cost=0.05)
def one_at_most(*parts: Any) -> Statement | None:
    """There may be only one dot in a file name: one or none."""
    of = next(part for part in parts if isinstance(part, Cell))
    mark = next(part for part in parts if isinstance(part, str))
    told = signs_bounded(number(1), mark, 1, False)
    return None if told is None else rule(about(told, of), subject=of)


@phrase("stmt", "<cell> (may|can) [only] _bears_signs <sign_count> [_in_the_text]", cost=0.02)
def may_bear(of: Cell, told: Predicate) -> Statement | None:
    """A file name may contain at most one dot."""
    is_most = isinstance(told, Not)
    return rule(about(told, of), subject=of) if is_most else None


@phrase("stmt", "there _must be exactly <number> <sign_mark> in [_each] <cell>", cost=0.05)
def just_so_many_in(count: Constant, mark: str, of: Cell) -> Statement | None:
    """There must be exactly two dots in a version."""
    told = so_many_signs(count, mark)
    return None if told is None else rule(about(told, of), subject=of)
