"""Whether the readings of an ambiguous sentence flag different rows, by witnesses of both.

Rules of this file: two readings are one only where the plain reading finds the same in every table
that it was shown, and it was shown enough; where it cannot tell, the sentence stays ambiguous.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.contracts.check import Check
from backend.contracts.errors import AmbiguousCheck, PlanError
from backend.contracts.plan import Plan
from backend.contracts.ports import Planner
from backend.contracts.schema import Schema

if TYPE_CHECKING:
    from backend.contracts.witness import Witness

MOST_READINGS = 6
"""Of a sentence with more readings than this nothing is tried."""


def planned(planner: Planner, check: Check, schema: Schema, as_of: str) -> Plan:
    """The plan of a check; of readings that no witness tells apart, the likeliest.

    ``as_of`` is the ISO date that counts as today.

    Raises:
        CannotPlan: the sentence is not understood.
        AmbiguousCheck: two readings differ, or it cannot be told whether they do; where a row
            tells them apart the message names it.
        ProviderError: a model was asked, and none answered.
    """
    try:
        return planner.plan(check, schema)
    except AmbiguousCheck as ambiguous:
        if not 2 <= len(ambiguous.readings) <= MOST_READINGS:
            raise
        return _settled(ambiguous, check, schema, as_of)


def tell_apart(one: Plan, other: Plan, check: Check, schema: Schema, as_of: str) -> Witness | None:
    """The tables on which two plans find different things, made small; None if there are none.

    Raises:
        NoPlainReading: a rule has no plain reading, the two are not of one table and grain, or
            too few tables could be read.
    """
    from backend.readings_apart import Bench

    return Bench.of(one, other, check, schema, as_of).apart()


def _settled(ambiguous: AmbiguousCheck, check: Check, schema: Schema, as_of: str) -> Plan:
    """The first reading, if all others flag what it flags."""
    # A sentence that is clear need not wait for what reads rules plainly.
    from backend.readings_apart import Bench
    from backend.readings_words import say_apart

    first, *others = ambiguous.readings
    for number, other in enumerate(others, 2):
        try:
            bench = Bench.of(first, other, check, schema, as_of)
            witness = bench.apart()
        except PlanError:
            raise ambiguous from None
        if witness is not None:
            told = f"{ambiguous} {say_apart(bench, witness, number)}"
            raise AmbiguousCheck(told, readings=ambiguous.readings) from None
    alike = " ".join(dict.fromkeys(plan.restatement for plan in others))
    fact = f"It can also be read so, which flags the same rows: {alike}"
    return first.model_copy(update={"assumptions": (*first.assumptions, fact)})
