"""What the owner of a stage's check may set in ``params`` of what the kit has as constants.

Rules of this file: a number replaces a constant of the page and nothing else; the page that comes
of it is another program, with a hash of its own. Nothing here touches a disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from backend.contracts.check import Check, Stage
from backend.contracts.errors import CheckError, ProgramError

CATEGORY = "category"
"""The parameter that names columns of numbers which are codes."""


class Knob(NamedTuple):
    """A number of ``params``, the constants that it replaces, its bounds, and what it means."""

    name: str
    stage: Stage
    constants: tuple[str, ...]
    low: float
    high: float
    default: float
    is_whole: bool
    says: str


KNOBS = (
    Knob(
        "one_hot_below",
        Stage.PREP,
        ("FEW_VALUES",),
        3,
        100,
        10,
        True,
        "text with fewer values gets a column for each of them",
    ),
    Knob(
        "skew_above",
        Stage.PREP,
        ("STRONG_SKEW",),
        0.1,
        100,
        2.0,
        False,
        "numbers more skewed are made even by a power transform (Yeo-Johnson)",
    ),
    Knob(
        "most_words",
        Stage.PREP,
        ("MOST_WORDS",),
        1,
        1000,
        25,
        True,
        "so many words of a free text become a column",
    ),
    Knob(
        "imbalance_from",
        Stage.TRAIN,
        ("IMBALANCED_FROM",),
        1.0,
        1000,
        2.0,
        False,
        "from this ratio of the largest class to the smallest, class weights and SMOTE are tried",
    ),
    Knob(
        "most_trees",
        Stage.TRAIN,
        ("MOST_TREES", "MOST_TREES_OF_MANY_CLASSES"),
        40,
        5000,
        400,
        True,
        "the search for parameters goes up to so many trees",
    ),
)


def turn_knobs(source: str, check: Check) -> str:
    """The page with the check's numbers in place of the kit's.

    Raises:
        CheckError: ``bad-parameter``: no number, or beyond its bounds.
        ProgramError: ``bad-kit``: the page has not this constant.
    """
    for knob in KNOBS:
        if knob.stage is check.stage and knob.name in check.params:
            value = _value(knob, check)
            for constant in knob.constants:
                source = _replaced(source, constant, value)
    return source


def columns_as_categories(check: Check, known: Iterable[str]) -> frozenset[str]:
    """The columns that the check wants read as text: numbers that are codes.

    Raises:
        CheckError: ``bad-parameter``: one is no column of the table.
    """
    told = str(check.params.get(CATEGORY, "")) if check.stage is Stage.PREP else ""
    names = frozenset(each.strip() for each in told.split(",") if each.strip())
    unknown = sorted(names - set(known))
    if unknown:
        raise CheckError(
            f"{check.check_id}: params.{CATEGORY} names {unknown[0]!r}, which is no column of the "
            "table. Write column names with commas between.",
            code="bad-parameter",
        )
    return names


def _value(knob: Knob, check: Check) -> float:
    value = check.params[knob.name]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not knob.low <= float(value) <= knob.high or not _fits(knob, value):
        kind = "a whole number" if knob.is_whole else "a number"
        raise CheckError(
            f"{check.check_id}: params.{knob.name} is {value!r}. Give {kind} from {knob.low:g} to "
            f"{knob.high:g}: {knob.says}.",
            code="bad-parameter",
        )
    return int(value) if knob.is_whole else float(value)


def _fits(knob: Knob, value: object) -> bool:
    return not knob.is_whole or float(str(value)).is_integer()


def _replaced(source: str, constant: str, value: float) -> str:
    turned, count = re.subn(
        rf"^{constant} = [\d._]+$", f"{constant} = {value!r}", source, flags=re.MULTILINE
    )
    if count != 1:
        raise ProgramError(f"{constant}: the page has it {count} times, not once.", code="bad-kit")
    return turned
