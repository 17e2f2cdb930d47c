"""Predicates of one row under three-valued logic.

A cell that should be a number or a date and is none makes an atom neither true nor false: nothing
follows from it, and a rule that judges it is broken.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from backend.proof.meaning import values
from backend.proof.meaning.keys import has_key, matching
from backend.proof.meaning.named_formats import is_of_format
from backend.proof.meaning.unknowns import Empty, Unreadable, unknown
from backend.proof.meaning.world import Here
from backend.rules.language import terms as T
from backend.rules.language.terms import How, Predicate, Reads, Value
from backend.rules.language.walk import walk
from backend.rules.language.words import Measure


class Truth(Enum):
    """What an atom is of one row."""

    TRUE = "true"
    FALSE = "false"
    EMPTY = "a cell is empty"
    UNREADABLE = "a cell is no number or date"


Told = Mapping[int, Truth]
"""By ``id`` of an atom, what it shall count as instead of what it is."""
_NUMBERS = (int, float)
_MADE_OF_PARTS = frozenset({T.Not, T.Unless, T.All, T.Any})
"""Asked for by type: every row of every witness comes by here, for each atom of its rule."""
_SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt, "<=": operator.le, "==": operator.eq,
    "!=": operator.ne, ">=": operator.ge, ">": operator.gt,
}  # fmt: skip


def holds(predicate: Predicate, here: Here, denied: bool = False, told: Told | None = None) -> bool:
    """Whether the predicate, or its denial, is certainly true."""
    if type(predicate) not in _MADE_OF_PARTS:
        return atom_truth(predicate, here, told) is (Truth.FALSE if denied else Truth.TRUE)
    match predicate:
        case T.Not():
            return holds(predicate.part, here, not denied, told)
        case T.Unless():
            return holds(predicate.part, here, False, told) is denied
        case T.All() | T.Any():
            results = (holds(part, here, denied, told) for part in predicate.parts)
            return all(results) if isinstance(predicate, T.All) is not denied else any(results)
        case _:
            raise unknown("predicate", predicate.type)


def breaks(
    predicate: Predicate, here: Here, denied: bool = False, told: Told | None = None
) -> bool:
    """Whether the predicate, or its denial, is certainly false or hangs on an unreadable cell."""
    if type(predicate) not in _MADE_OF_PARTS:
        unwanted = Truth.TRUE if denied else Truth.FALSE
        return atom_truth(predicate, here, told) in (unwanted, Truth.UNREADABLE)
    match predicate:
        case T.Not():
            return breaks(predicate.part, here, not denied, told)
        case T.Unless():
            return holds(predicate.part, here, False, told) is not denied
        case T.All() | T.Any():
            results = (breaks(part, here, denied, told) for part in predicate.parts)
            return any(results) if isinstance(predicate, T.All) is not denied else all(results)
        case _:
            raise unknown("predicate", predicate.type)


def is_judged(predicate: Predicate, here: Here, denied: bool = False) -> bool:
    """Whether there is something to judge.

    Of parts that must all be true one is enough; of parts of which one is enough, all are asked.
    """
    if type(predicate) not in _MADE_OF_PARTS:
        return atom_truth(predicate, here) is not Truth.EMPTY
    match predicate:
        case T.Not():
            return is_judged(predicate.part, here, not denied)
        case T.Unless():
            return True
        case T.All() | T.Any():
            results = (is_judged(part, here, denied) for part in predicate.parts)
            return any(results) if isinstance(predicate, T.All) is not denied else all(results)
        case _:
            raise unknown("predicate", predicate.type)


def atom_truth(atom: Predicate, here: Here, told: Told | None = None) -> Truth:
    """What an atom is."""
    if told is not None and id(atom) in told:
        return told[id(atom)]
    if isinstance(atom, T.Compare) and atom.null_safe:
        return _null_safe(atom, here)
    try:
        if _lacks_a_cell(atom, here):
            return Truth.EMPTY
        return Truth.TRUE if _is_true(atom, here) else Truth.FALSE
    except Empty:
        return Truth.EMPTY
    except Unreadable:
        return Truth.UNREADABLE


def _null_safe(atom: T.Compare, here: Here) -> Truth:
    """Two empty sides are equal, and an empty side differs from a filled one."""
    gone = [values.is_empty(side, here) for side in (atom.left, atom.right)]
    if all(gone):
        return Truth.TRUE if atom.sign in ("==", "<=", ">=") else Truth.FALSE
    if any(gone):
        return Truth.TRUE if atom.sign == "!=" else Truth.FALSE
    return atom_truth(atom.model_copy(update={"null_safe": False}), here)


def _lacks_a_cell(atom: Predicate, here: Here) -> bool:
    match atom:
        case T.Compare():
            return values.is_empty(atom.left, here) or values.is_empty(atom.right, here)
        case T.OneOf() | T.Matches():
            return values.is_empty(atom.of, here)
        case T.Made():
            return any(values.is_empty(each, here) for each in (atom.of, *atom.parts))
        case T.Exists():
            return not has_key(atom.keys, here)
        case _:
            return False


def _is_true(atom: Predicate, here: Here) -> bool:
    match atom:
        case T.Compare():
            return _compare(atom, here)
        case T.OneOf():
            return _one_of(atom, here)
        case T.Missing():
            return _missing(atom, here)
        case T.Matches():
            return _matches(atom, str(values.read(atom.of, Reads.TEXT, here)))
        case T.Made():
            text, *parts = (
                str(values.read(each, Reads.TEXT, here)) for each in (atom.of, *atom.parts)
            )
            return _holds_at_its_place(text, "".join(parts), atom.how)
        case T.Exists():
            found = matching(atom.keys, atom.table, here)
            return any(atom.where is None or holds(atom.where, other) for other in found)
        case _:
            raise unknown("predicate", atom.type)


def _compare(atom: T.Compare, here: Here) -> bool:
    left, right = (
        values.read(atom.left, atom.reads, here),
        values.read(atom.right, atom.reads, here),
    )
    if atom.reads is Reads.TEXT:
        left, right = (_plain(side, atom.ignore_case) for side in (left, right))
    if atom.reads is not Reads.NUMBER:
        return bool(_SIGNS[atom.sign](left, right))
    return compared(atom, left, right)


def compared(atom: T.Compare, left: Any, right: Any) -> bool:
    """Two numbers; where they are computed, or may differ a little, to six decimals.

    Raises:
        Unreadable: a side is no number, such as 0 / 0.
    """
    if not (isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS)):
        raise unknown("comparison of numbers with", left if isinstance(left, str) else right)
    if left != left or right != right:  # what differs from itself is no number
        raise Unreadable
    if not (atom.tolerance or is_computed(atom.left) or is_computed(atom.right)):
        return bool(_SIGNS[atom.sign](left, right))
    if math.isnan(left - right):
        raise Unreadable
    difference = left - right if math.isinf(left - right) else round(left - right, 6)
    if atom.sign in ("==", "!="):
        return bool((abs(difference) <= atom.tolerance) is (atom.sign == "=="))
    slack = atom.tolerance if atom.sign in ("<", "<=") else -atom.tolerance
    return bool(_SIGNS[atom.sign](difference, slack))


def is_computed(value: Value) -> bool:
    """Whether floating point may blur a value, so that it is compared to six decimals."""
    if isinstance(value, T.Cell | T.Constant):
        return False
    if isinstance(value, T.Aggregate):
        return bool(value.keys) and value.measure in (Measure.SUM, Measure.MEAN)
    return any(isinstance(part, T.Arithmetic) for part in walk(value))


def _plain(text: str, ignore_case: bool) -> str:
    return text.lower() if ignore_case else text


def _one_of(atom: T.OneOf, here: Here) -> bool:
    found = values.read(atom.of, atom.reads, here)
    options = [values.read(option, atom.reads, here) for option in atom.options]
    if atom.reads is Reads.TEXT:
        found = _plain(found.strip() if atom.trim else found, atom.ignore_case)
        options = [_plain(option, atom.ignore_case) for option in options]
    return found in options


def _missing(atom: T.Missing, here: Here) -> bool:
    match atom.of:
        case T.Cell() | T.Lookup() | T.Previous():
            found = values.raw(atom.of, here)
        case _:
            try:
                return math.isnan(values.read(atom.of, Reads.NUMBER, here))
            except (Empty, Unreadable):
                return True
    if isinstance(found, str) and atom.blanks and not isinstance(atom.of, T.Previous):
        return not found.strip()
    return found is None


def _matches(atom: T.Matches, text: str) -> bool:
    if atom.how is How.FORMAT:
        return is_of_format(atom.text, text)
    if atom.how is How.PATTERN:
        flags = re.IGNORECASE if atom.ignore_case else 0
        return re.fullmatch(atom.text, text, flags) is not None
    wanted, text = (_plain(each, atom.ignore_case) for each in (atom.text, text))
    if atom.how is How.CONTAINS:
        return wanted in text
    return text.startswith(wanted) if atom.how is How.STARTS else text.endswith(wanted)


def _holds_at_its_place(text: str, wanted: str, how: str) -> bool:
    places = {
        "is": text == wanted, "starts with": text.startswith(wanted),
        "ends with": text.endswith(wanted), "contains": wanted in text,
    }  # fmt: skip
    return places[how]
