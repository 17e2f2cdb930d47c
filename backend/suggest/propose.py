"""All proposals for a table, each thing once."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from backend.suggest.columns import (
    allowed_values,
    lengths,
    outer_blanks,
    past_dates,
    ranges,
    required,
)
from backend.suggest.forms import code_shapes, formats, mostly_typed
from backend.suggest.keys import composite_keys, references, unique_columns
from backend.suggest.pairs import date_order, dependencies, formulas
from backend.suggest.periods import calendars, first_years
from backend.suggest.profile import Profile, Profiles
from backend.suggest.proposal import KINDS, Proposal

_WRITTEN = ("format", "allowed values", "code", "length", "blanks")
"""Each says all that the ones after it could say of the same column."""


def proposals(profile: Profile, others: Profiles, today: str) -> list[Proposal]:
    """What the table's data suggests, the weightiest kinds first."""
    found = list(_all(profile, others, pd.Timestamp(today)))
    kept = [each for each in found if not _is_said_already(each, found)]
    return sorted(kept, key=lambda each: KINDS.index(each.kind))


def _all(profile: Profile, others: Profiles, today: pd.Timestamp) -> Iterator[Proposal]:
    single = list(unique_columns(profile))
    yield from single or composite_keys(profile)
    yield from references(profile, others)
    yield from required(profile)
    yield from mostly_typed(profile)
    yield from formats(profile)
    yield from allowed_values(profile)
    yield from dependencies(profile)
    yield from formulas(profile)
    yield from date_order(profile)
    yield from ranges(profile)
    yield from past_dates(profile, today)
    yield from first_years(profile)
    yield from calendars(profile)
    yield from code_shapes(profile)
    yield from lengths(profile)
    yield from outer_blanks(profile)


def _is_said_already(proposal: Proposal, found: list[Proposal]) -> bool:
    if proposal.kind not in _WRITTEN:
        return False
    stronger = _WRITTEN[: _WRITTEN.index(proposal.kind)]
    columns = set(proposal.rule.reads())
    return any(each.kind in stronger and set(each.rule.reads()) == columns for each in found)
