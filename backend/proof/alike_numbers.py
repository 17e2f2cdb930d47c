"""Why a mutant is no fault: arguments about numbers, one function each.

Rules of this file: as in `equivalents`, where they are put beside the others.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from backend.proof.changed_place import Place
from backend.proof.steps_between import is_alike_in_steps
from backend.proof.whole_numbers import is_alike_of_whole_numbers

_COUNTED = re.compile(r"\.(sum|mean)\(\)")


def counts_copies(place: Place) -> str:
    """As many rows repeat an earlier one as repeat a later one, and only their number counts."""
    kept = {"keep='first'", "keep='last'"}
    was, now = ({k for k in kept if k in ast.unparse(node)} for node in (place.node, place.now))
    if not (was and now and was != now and "duplicated(" in ast.unparse(place.node)):
        return ""
    holder = next((node for node in place.around if isinstance(node, ast.Assign)), None)
    match holder:
        case ast.Assign(targets=[ast.Name(id=name)]):
            text = ast.unparse(place.function).split(ast.unparse(holder), 1)[1]
            after = re.split(rf"\b{name}\b", text)[1:]
            if after and all(_COUNTED.match(each) for each in after):
                return "as many rows repeat an earlier one as repeat a later one; they are counted"
    return ""


def is_critical(place: Place) -> str:
    """The critical value of a chi-square test solves exp(-x/2) q(x) = level, or its like with erfc.

    What counts and shares give is a fraction, and no fraction but 0 solves that (Lindemann 1882).
    """
    text = ast.unparse(place.node)
    is_limit = text == "test['chi-square'] > test['limit']"
    if is_limit and ast.unparse(place.now) == text.replace(">", ">="):
        return "no counts give just the critical value"
    return ""


_DAY_BOUND = re.compile(r".+\.dt\.day (<|>=) [01]")


def is_first_day(place: Place) -> str:
    """No day of a month is below 1, so that 0 bounds it alike; what is no date has none at all."""
    whole = place.around[0] if place.around else place.node
    is_bound = isinstance(whole, ast.Compare) and _DAY_BOUND.fullmatch(ast.unparse(whole))
    if is_bound and {ast.unparse(place.node), ast.unparse(place.now)} == {"0", "1"}:
        return "no day of a month is below 1"
    return ""


_IN_NATS = re.compile(r"metrics\['nats'\]\.round\(9\) (<|<=|>|>=) (?P<bound>-?[0-9.]+)")


def is_no_entropy(place: Place) -> str:
    """An entropy in nats is the logarithm of a root of a fraction.

    No such logarithm is a fraction but 0 (Lindemann 1882): of a bound that is none of its values
    the sign and the equal case is one and the same. Nine decimals, to which it is rounded, are
    there for what machines make of it.
    """
    was, now = ast.unparse(place.node), ast.unparse(place.now)
    one, other = (_IN_NATS.fullmatch(each) for each in (was, now))
    if one is None or other is None or one["bound"] != other["bound"]:
        return ""
    is_same_side = one[1][0] == other[1][0] and one[1] != other[1]
    return "no entropy in nats is just that bound" if is_same_side and float(one["bound"]) else ""


OF_NUMBERS: tuple[Callable[[Place], str], ...] = (
    counts_copies, is_critical, is_first_day, is_no_entropy, is_alike_of_whole_numbers,
    is_alike_in_steps,
)  # fmt: skip
