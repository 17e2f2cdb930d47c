"""The trial of the witnesses: whether they tell each mutant from the program."""

from __future__ import annotations

from backend.contracts.proof import Mutant, Trial
from backend.contracts.witness import Witness
from backend.proof.case import Case
from backend.proof.hearing import Heard
from backend.proof.part import Part, fails, holds, skips
from backend.proof.second_reading import differ, read_plainly, read_sql

NAME = "mutants"
MOST_NAMED = 3
SPENT = "the time was spent"


def try_mutants(case: Case, heard: Heard) -> Part:
    """Ask of each mutant which witness tells it from the program.

    A table by chance that tells one apart becomes a witness, with what a second reading expects
    of it.
    """
    learnt: dict[int, Witness | None] = {}
    for duel in heard.duels:
        given = None if duel is None else duel.given
        if given is not None and given >= len(heard.witnesses) and given not in learnt:
            learnt[given] = _learn(case, heard, given)
    found = tuple(_fate(heard, number, learnt) for number in range(len(heard.variants)))
    extended = tuple(witness for witness in learnt.values() if witness is not None)
    return Part(trials=(_sum_up(case, heard, found),), mutants=found, witnesses=extended)


def _learn(case: Case, heard: Heard, number: int) -> Witness | None:
    """A table by chance as a witness; None where no reading agrees with the program on it."""
    witness, found = heard.all[number], heard.findings.get(number)
    reading = read_plainly(case, witness)
    if reading.silence:
        frames = case.tables_of(witness)
        reading = read_sql(case, frames, case.arguments_on(witness))
    if reading.silence or found is None or differ(reading, found):
        return None
    failing = reading.failing if reading.rows is None else None
    update = {"flagged": reading.rows, "failing": failing, "tested": reading.tested}
    return witness.model_copy(update=update)


def _fate(heard: Heard, number: int, learnt: dict[int, Witness | None]) -> Mutant:
    variant = heard.variants[number]
    mutant = Mutant(fault=f"{variant.fault} in {variant.function}", line=variant.line)
    duel = heard.duels[number] if number < len(heard.duels) else None
    if duel is None:
        return mutant.model_copy(update={"why": SPENT})
    if duel.given is None:
        why = heard.reasons.get(number, "")
        return mutant.model_copy(update={"equivalent": bool(why), "why": why})
    if learnt.get(duel.given, heard.all[duel.given]) is None:
        return mutant.model_copy(update={"why": "no reading says which of the two is right"})
    return mutant.model_copy(update={"killed_by": heard.all[duel.given].says})


def _sum_up(case: Case, heard: Heard, found: tuple[Mutant, ...]) -> Trial:
    alive = [mutant for mutant in found if not mutant.killed_by and not mutant.equivalent]
    same = sum(mutant.equivalent for mutant in found)
    count = f"{len(found) - len(alive) - same} of {len(found) - same} told apart"
    if not alive:
        return holds(NAME, f"{count}; {same} more are no faults.")
    if heard.is_refuted:
        return skips(NAME, f"{count}; the rest were not tried, as the program fails a witness.")
    named = "; ".join(f"line {mutant.line}: {mutant.fault}" for mutant in alive[:MOST_NAMED])
    if case.rule is None:
        return skips(NAME, f"{count}; told of a free-form program, not asked: {named}.")
    late = sum(mutant.why == SPENT for mutant in alive)
    if 2 * late > len(found):
        return fails(NAME, f"{count}; the time was spent before most were tried.")
    if heard.is_cut or late:
        return skips(NAME, f"{count}; the time was spent before the rest were tried: {named}.")
    if case.untyped:
        never = f"{', '.join(case.untyped)} had no value yet that would tell its type"
        return skips(NAME, f"{count}; {never}: {named}.")
    return fails(NAME, f"{count}; no witness tells: {named}.")
