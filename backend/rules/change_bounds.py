"""How much a measure may change, in words and as a requirement on the runs it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.contracts.errors import PlanError

if TYPE_CHECKING:
    from backend.rules.changed_measures import ChangedMeasures

SPREAD = "standard deviation"
"""The column of a measure's sample standard deviation over the runs that it is held against."""


def require_deviations(rule: ChangedMeasures) -> None:
    """Pass a rule whose deviations are those of several runs from their mean, on either side of it.

    Raises:
        PlanError: one run has no deviation, and other measures of several are no mean; or there
            is no bound; or the mean itself is out of bounds.
    """
    since = rule.since
    fewest = since.runs if since.fewest is None else since.fewest
    if rule.unit == "deviations" and (since.of != "mean" or since.days is not None or fewest < 2):
        raise PlanError(
            f"{rule.table}: standard deviations are of the mean of at least two runs. Name how "
            "many of the last runs are meant.",
            code="no-deviation",
        )
    if rule.unit == "deviations" and rule.least is None and rule.most is None:
        raise PlanError(
            f"{rule.table}: it is not told how far off is too far; say 'within 3 standard "
            f"deviations of the last {since.runs} runs'.",
            code="no-deviation",
        )
    if rule.unit == "deviations" and ((rule.least or 0) > 0 or (rule.most or 0) < 0):
        raise PlanError(
            f"{rule.table}: what lies so many standard deviations off the mean cannot be asked "
            "for. Say how far off it may be.",
            code="no-deviation",
        )


def spares_the_same(rule: ChangedMeasures) -> bool:
    """Whether no change must be told to be within bounds: an open one of runs without a spread."""
    return rule.unit == "deviations" and (rule.least_open or rule.most_open)


def say_bounds(rule: ChangedMeasures, past: str) -> str:
    """What must be so of a measure beside ``past``, the number that it is held against."""
    least, most = rule.least, rule.most
    if rule.unit == "times":
        return f"is {_say_limits(rule, f' times {past}')}"
    if least == 0 == most:
        return f"is {past}"
    if rule.unit == "amount" and 0 in (least, most) and None in (least, most):
        return f"is {_say_limits(rule, '').removesuffix(' 0')} {past}"
    amount = _AMOUNTS[rule.unit]
    whence = f"of {past}" if rule.unit == "percent" else f"from {past}"
    if least is not None and most is not None and -least == most:
        word = "less than" if rule.most_open else "at most"
        return f"changes by {word} {most:g}{amount} {whence}"
    if most is None and least is not None and least < 0:
        word = "less than" if rule.least_open else "at most"
        return f"falls by {word} {-least:g}{amount} {whence}"
    if least is None and most is not None and most > 0:
        word = "less than" if rule.most_open else "at most"
        return f"rises by {word} {most:g}{amount} {whence}"
    return f"changes by {_say_limits(rule, amount)} {whence}"


_AMOUNTS = {
    "amount": "", "percent": "%", "points": " percentage points",
    "deviations": " sample standard deviations of those runs",
}  # fmt: skip


def _say_limits(rule: ChangedMeasures, noun: str) -> str:
    told = []
    if rule.least is not None:
        told.append(f"{'more than' if rule.least_open else 'at least'} {rule.least:g}{noun}")
    if rule.most is not None:
        told.append(f"{'less than' if rule.most_open else 'at most'} {rule.most:g}{noun}")
    return " and ".join(told)
