"""Programs run plainly over witnesses, as typed frames, for the tests of this room."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

from backend.contracts.check import Cell
from backend.contracts.plan import Grain
from backend.contracts.witness import Witness
from backend.proof.witnesses import as_frames
from backend.rules.catalog import kind_of
from backend.rules.language.rows import Facts
from backend.rules.rule import Rule

AS_OF = "2024-07-01"


def told(
    source: str, rule: Rule, witness: Witness, facts: Facts, params: Mapping[str, Cell]
) -> tuple[tuple[int, ...] | None, int | None, int]:
    """Flagged positions, or the number of records; and the number tested."""
    page: dict[str, Any] = {}
    exec(compile(source, "<program>", "exec"), page)
    given = {**params, "as_of": witness.as_of}
    arguments = {name: given[name] for name in rule.parameters()}
    frames = as_frames(witness, facts)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = page["check"](frames, **arguments)
        tested = len(page["scope"](frames, **arguments) if "scope" in page else frames[rule.table])
    if kind_of(rule).grain(rule) is Grain.ROWS:
        return tuple(sorted(found.index)), None, tested
    return None, len(found), tested


def expected(witness: Witness) -> tuple[tuple[int, ...] | None, int | None, int | None]:
    """What a witness says."""
    return witness.flagged, witness.failing, witness.tested
