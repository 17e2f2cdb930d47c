"""The kind that holds numbers against the least and the greatest of earlier runs."""

from __future__ import annotations

import math

from backend.proof.meaning.row_kinds import Rows, filled, number
from backend.proof.meaning.told_before import are_enough, of_runs, told_before
from backend.proof.meaning.unknowns import unknown
from backend.proof.meaning.world import World, every_row
from backend.rules.unprecedented_values import UnprecedentedValues


def unprecedented_values(rule: UnprecedentedValues, world: World) -> Rows:
    """The rows that have a value, where its ends are told, and those that are beyond them."""
    told = [each for each in told_before(rule.table, world) if each.column == rule.column]
    past = of_runs(told, rule.since)
    lows, highs = ([each.number for each in past if each.measure == end] for end in ("min", "max"))
    if len(lows) != len(highs):
        raise unknown("history with one end of", rule.column)
    numbers = [each for each in (*lows, *highs) if each is not None]
    if len(numbers) < 2 * len(lows):
        raise unknown("history without an end of", rule.column)
    runs = len(lows)
    if not (are_enough(runs, rule.since) if rule.since.days is None else runs == 1):
        return Rows(0, ())
    least = min(numbers) if rule.lower else -math.inf
    most = max(numbers) if rule.higher else math.inf
    judged = filled(every_row(world, rule.table), (rule.column,))
    found = {here.row: number(here, rule.column) for here in judged}
    wrong = (row for row, cell in found.items() if cell is None or not least <= cell <= most)
    return Rows(len(judged), tuple(wrong))
