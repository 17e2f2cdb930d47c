"""Phrases for what is wrong with a value, said behind its column's name: Fare: none above 500."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Compare, How, Matches, Missing, OneOf, Predicate
from backend.rules.phrasing import Modifier, Phrases, Statement, about, all_of, not_

phrase = Phrases()

phrase.words(
    "_frame_value",
    "anything | everything | whatever is | whatever lies | anything that is | anything which is | "
    "everything that is | everything which is | any value | values | all values | every value | "
    "any number | numbers | all numbers | any entry | entries | all entries | any figure | figures "
    "| values that are | entries that are | numbers that are | any value that is | any amount",
)
phrase.words(
    "_frame_what",
    "anything that | anything which | everything that | whatever | any value that | values that | "
    "values which | entries that | entries which | any entry that | numbers that | everything which",
)
phrase.words("_frame_none", "nothing | no value | no values | no entry | no entries | none")
phrase.words("_frame_values", "values | value | entries | ones | numbers | amounts | figures")


# What is wrong ------------------------------------------------------------------------------------


@phrase("frame_fault", "_frame_value <adj>", "_frame_what <verb>")
def fault(told: Predicate) -> Predicate | None:
    """Anything above 500; whatever ends with a dot."""
    is_loose = isinstance(told, Matches) and told.how == How.FORMAT and told.text == "number"
    return None if is_loose else told


@phrase("frame_told", "<frame_fault> _be _wrong", "<frame_fault> (look|looks|seem|seems) _wrong")
@phrase("frame_told", "<frame_fault> _must be _looked_at")
@phrase("frame_told", "<frame_fault> _be _wrong and _must be _looked_at")
@phrase("frame_told", "(_flag|_do_flag) <frame_fault>", "<adj> _frame_values _be _wrong")
@phrase("frame_told", "no <adj> _frame_values", "_frame_none <adj>", "<adj> _be _wrong", cost=0.05)
def none_such(told: Predicate) -> Predicate:
    """Anything above 500 is implausible; no negative values; nothing above 500."""
    return not_(told)


# Of which column ----------------------------------------------------------------------------------


@phrase("stmt", "<cell> : <frame_told>", cost=0.02)
@phrase("stmt", "(in|for|as|with|under|regarding|as for) <cell> [,|:] <frame_told>", cost=0.05)
def so_told(of: Cell, told: Predicate) -> Statement | None:
    """Fare: anything above 500 is implausible."""
    if isinstance(told, Missing):
        return None
    return rule(about(told, of), subject=of)


@phrase("stmt", "<frame_fault> (in|for|as|under) [column] <cell> _be _wrong", cost=0.05)
@phrase("stmt", "<frame_fault> (in|for|as|under) <cell> _must be _looked_at", cost=0.05)
@phrase("stmt", "<frame_fault> _be _wrong (in|for|as|under) <cell>", cost=0.05)
@phrase("stmt", "_flag <frame_fault> (in|under) [column] <cell>", cost=0.05)
@phrase("stmt", "_frame_none (in|under) [column] <cell> _may be <adj>", cost=0.05)
@phrase("stmt", "_frame_none <adj> (in|under|for|as) <cell>", cost=0.05)
def none_of_column(*parts: Any) -> Statement | None:
    """Anything above 50 in Age is implausible; nothing in Age may be below 18."""
    of = next(part for part in parts if isinstance(part, Cell))
    (told,) = (part for part in parts if part is not of)
    return so_told(of, not_(told))


# Several demands ----------------------------------------------------------------------------------


@phrase(
    "stmt", "<cell> : _obliged (,|;|and|+) <adj>", "<cell> _be _obliged (,|and) <adj>", cost=0.1
)
@phrase("stmt", "<cell> : <adj> (,|;|and|+) _obliged", "<cell> , _obliged (,|:) <adj>", cost=0.1)
def needed_and(of: Cell, told: Predicate) -> Statement | None:
    """weight: required, positive."""
    if isinstance(told, Missing) or _is_value(told):
        return None
    return rule(all_of(not_(Missing(of=of)), about(told, of)), subject=of)


@phrase("stmt", "<cell> : <adj> [only|always] (,|;|and) <frame_told>", cost=0.1)
def so_and_none_such(of: Cell, told: Predicate, other: Predicate) -> Statement | None:
    """Tons: whole numbers only, nothing negative."""
    if isinstance(told, Missing) or _is_value(told):
        return None
    return rule(all_of(about(told, of), about(other, of)), subject=of)


def _is_value(told: Predicate) -> bool:
    return isinstance(told, OneOf) or (isinstance(told, Compare) and told.sign == "==")


phrase.words(
    "_at_all_times",
    "always | at all times | without exception | in every case | in all cases | every time | in each case",
)


@phrase("remark", "_at_all_times", cost=0.05)
def at_all_times() -> Modifier:
    """Always: as any rule holds."""
    return remark("flag-them")


@phrase(
    "remark",
    "character (by|for) character",
    "letter (by|for) letter",
    "sign (by|for) sign",
    "to the letter",
    r"\( exact spelling \)",
    r"\( exactly spelled \)",
)
def to_the_letter() -> Modifier:
    """Character by character: texts are compared as they are written."""
    return remark("exact-case")
