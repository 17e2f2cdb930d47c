"""Columns by the quantity that their unit measures: the oven temperature for oven_c."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.units import MONEY, UNITS, unit_of_header
from backend.planner.offline.words import deed, root

_QUANTITIES: dict[str, frozenset[str]] = {
    "mass": frozenset({"weight", "mass"}),
    "length": frozenset({
        "length", "height", "width", "depth", "distance", "diameter", "thickness",
    }),
    "time": frozenset({"time", "duration"}),
    "volume": frozenset({"volume"}),
    "pressure": frozenset({"pressure"}),
    "celsius": frozenset({"temperature"}),
    "fahrenheit": frozenset({"temperature"}),
    "kelvin": frozenset({"temperature"}),
    "percent": frozenset({"share", "percentage", "rate", "proportion"}),
    "byte": frozenset({"size"}), "kilobyte": frozenset({"size"}), "megabyte": frozenset({"size"}),
} | dict.fromkeys(MONEY, frozenset({"price", "cost", "amount", "fee", "charge"}))  # fmt: skip
"""What a unit of a kind measures, in the singular."""


def is_quantity(roots: tuple[str, ...], named: NamedColumn, columns: Sequence[NamedColumn]) -> bool:
    """Whether words name what a header has, and what its unit measures: the baking time, bake_min.

    Only where no other header tells the same of another unit: oven_c beside oven_kw.
    """
    unit = unit_of_header(named.column.name)
    bare = named.roots[:-1]
    if unit is None or not bare or len(roots) != len(named.roots):
        return False
    if roots[-1] not in map(root, _QUANTITIES.get(UNITS[unit].kind, ())):
        return False
    alike = [each for each in columns if bare in (each.roots, each.roots[:-1])]
    return alike == [named] and tuple(map(deed, roots[:-1])) == tuple(map(deed, bare))
