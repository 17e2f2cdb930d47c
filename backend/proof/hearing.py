"""The jobs in which the program and its mutants run over the witnesses."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace

from backend.contracts.witness import TinyTable, Witness
from backend.proof.aimed import draw_aimed
from backend.proof.case import Case
from backend.proof.chance import draw_tables
from backend.proof.equivalents import explain, is_null_test, reads_forms
from backend.proof.grid import draw_grid
from backend.proof.harness import Answer, Duel, Exam, Finding, Given, answer_of, begin
from backend.proof.meaning import NoPlainReading
from backend.proof.mutants import MEANING, Variant, mutants
from backend.proof.pools import Pools, fill_pools
from backend.proof.small_scope import combine
from backend.proof.tall import draw_tall
from backend.proof.witnesses import derive_witnesses, owner_witnesses
from backend.proof.witnesses.frames import as_cells
from backend.rules.language.terms import Aggregate, Exists
from backend.rules.language.walk import walk

FEW_BY_CHANCE = 20
"""Tables by chance over which every program is run."""
MOST_REAL, MOST_REAL_JOINED = 1_000, 120
"""Rows of the table of the day that are read beside them; fewer where tables are joined, which the
plain reading does row by row."""
OF_THE_DAY = "the first rows of the day"
MOST_SHAPES, MOST_AIMED = 10, 120
MORE_BY_CHANCE, MOST_BATCHES = 60, 4
"""And the batches of those over which only mutants that still live are sought."""
MUST_SECONDS = 60.0
"""For the program itself over the witnesses: nothing is proven without, however slow the machine;
the time that the settings give is for what may be left out."""
EXTENDED_UNTIL = 0.6
"""The share of the time that must be left for another batch."""


@dataclass(frozen=True)
class Heard:
    """What the program and its mutants found over the witnesses.

    ``witnesses`` have expectations, the tables ``by_chance`` have none; duels and findings count
    them one after the other. ``reasons`` tell, by mutant, why no table can tell it apart.
    """

    witnesses: tuple[Witness, ...] = ()
    by_chance: tuple[Witness, ...] = ()
    variants: tuple[Variant, ...] = ()
    duels: tuple[Duel | None, ...] = ()
    findings: dict[int, Finding] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)
    failure: str = ""
    is_cut: bool = False
    """The time was spent before every batch was tried on what still lives."""
    is_refuted: bool = False
    """The program itself fails a witness, so that no more tables are sought for its mutants."""

    @property
    def all(self) -> tuple[Witness, ...]:
        """Witnesses and tables by chance."""
        return self.witnesses + self.by_chance

    def alive(self) -> tuple[int, ...]:
        """The mutants that are neither told apart nor explained."""
        return tuple(
            number
            for number, duel in enumerate(self.duels)
            if duel is not None and duel.given is None and number not in self.reasons
        )


def gather(case: Case) -> tuple[Witness, ...]:
    """All witnesses: the owner's, the planner's, and those of the rule's meaning."""
    derived: tuple[Witness, ...] = ()
    if case.rule is not None:
        with suppress(NoPlainReading):  # then there are none, and nothing is proven
            derived = derive_witnesses(
                case.rule, case.facts, params=case.check.params, as_of=case.as_of
            )
    owner = owner_witnesses(case.check, case.plan, case.schema)
    return (*owner, *case.plan.witnesses, *derived)


def find_variants(case: Case) -> tuple[Variant, ...]:
    """The mutants of the program; of a free-form one in all its functions."""
    return mutants(case.program.source, MEANING if case.rule is not None else ())


def hear(case: Case, witnesses: tuple[Witness, ...], variants: tuple[Variant, ...]) -> Heard:
    """Run the program and its mutants over all witnesses and a few tables by chance.

    Raises:
        SandboxError: the sandbox is not to be had.
    """
    if not witnesses:
        return Heard()
    few: tuple[Witness, ...] = ()
    if case.rule is not None:
        few = (*_real_rows(case), *draw_tables(witnesses, _pools(case, witnesses), FEW_BY_CHANCE))
    answer = _sit(case, (*witnesses, *few), variants)
    return Heard(witnesses, few, variants, answer.duels, dict(answer.owns), failure=answer.failure)


def hear_more(case: Case, heard: Heard) -> Heard:
    """Run the mutants that still live over more tables; those of a program without fault.

    Raises:
        SandboxError: the sandbox is not to be had.
    """
    if case.rule is None or heard.failure or not heard.witnesses:
        return heard
    pools = _pools(case, heard.witnesses)
    heard = _try_grid(case, _explain(case, heard), pools)
    for batch in range(1, MOST_BATCHES + 1):
        if heard.alive() and case.left <= EXTENDED_UNTIL * case.whole:
            heard = replace(heard, is_cut=True)
        elif heard.alive():
            heard = _extend(case, heard, _batch(case, heard, pools, batch))
        if heard.alive() and batch == 1:
            heard = _within_scope(case, heard)
    return heard


def _pools(case: Case, witnesses: tuple[Witness, ...]) -> Pools:
    return fill_pools(witnesses, case.facts, case.constants, case.samples)


def _within_scope(case: Case, heard: Heard) -> Heard:
    """Let the mutants that still live meet every combination of cells.

    Null tests that no row and no table needs are alike within that scope; of other faults that is
    never said: a bound or a filter that no table tells is one that nobody has tried.
    """
    combined = combine(heard.witnesses, case.program.table)
    before = len(heard.by_chance)
    if case.left > 0 and combined:
        heard = _extend(case, heard, combined)
    rows = sum(len(each.tables[case.program.table].rows) for each in combined)
    tables = f"none of {len(heard.by_chance):,} tables tells it apart"
    why = f"{tables}, with {rows:,} combinations of cells among them (small scope)"
    is_whole = before >= FEW_BY_CHANCE + MORE_BY_CHANCE and len(heard.by_chance) > before
    alike = [n for n in heard.alive() if is_whole and is_null_test(heard.variants[n])]
    return replace(heard, reasons=heard.reasons | dict.fromkeys(alike, why))


def _explain(case: Case, heard: Heard) -> Heard:
    known = case.program.source, case.numeric, case.whole_numbers
    reasons = {n: explain(heard.variants[n], *known) for n in heard.alive()}
    return replace(heard, reasons={n: reason for n, reason in reasons.items() if reason})


def _real_rows(case: Case) -> tuple[Witness, ...]:
    """The first rows of the tables of the day, as one more table to be read.

    Of a rule about whole rows there are none: what the columns that it does not name hold is not
    known here.
    """
    if case.rule is not None and case.rule.compares_whole_rows():
        return ()
    reads: dict[str, tuple[str, ...]] = {}
    for table, column in case.facts:
        reads[table] = (*reads.get(table, ()), column)
    if set(reads) != set(case.program.tables):
        return ()
    joins = [term for term in walk(case.rule) if isinstance(term, Exists)] if case.rule else []
    most = MOST_REAL_JOINED if joins or len(reads) > 1 else MOST_REAL
    tables = {
        name: TinyTable(columns=columns, rows=case.first_rows(name, columns, most))
        for name, columns in reads.items()
    }
    params = dict(case.check.params)
    return (Witness(says=OF_THE_DAY, tables=tables, as_of=case.as_of, params={**params}),)


def _batch(case: Case, heard: Heard, pools: Pools, batch: int) -> tuple[Witness, ...]:
    drawn = tuple(draw_tables(heard.witnesses, pools, MORE_BY_CHANCE, seed=batch))
    if batch > 1:
        return drawn
    table = case.program.table
    tall = draw_tall(heard.witnesses, table, case.constants, most=MOST_SHAPES)
    aimed: tuple[Witness, ...] = ()
    if _measures(case):
        aimed = tuple(w for day in _real_rows(case) for w in draw_aimed(day, table, case.constants))
    return (*tall, *aimed[:MOST_AIMED], *drawn)


def _measures(case: Case) -> bool:
    """Whether the rule measures many rows."""
    if case.rule is None:
        return False
    return case.rule.kind == "outliers" or any(isinstance(t, Aggregate) for t in walk(case.rule))


def _try_grid(case: Case, heard: Heard, pools: Pools) -> Heard:
    """Mutants that are alike on every combination of cells are no faults, if none reads forms."""
    alive = heard.alive()
    grid = draw_grid(case.rule, pools) if case.rule is not None and alive else None
    if grid is None or case.left <= 0:
        return heard
    day = {"as_of": heard.witnesses[0].as_of, "params": heard.witnesses[0].params}
    tried = _extend(case, heard, (grid.model_copy(update=day),))
    rows = len(grid.tables[case.program.table].rows)
    if tried.findings.get(len(heard.all), Finding(error="not run")).error:
        return heard
    why = f"it flags the same of all {rows:,} combinations of the cells that the rule tells apart"
    alike = {n: why for n in tried.alive() if n in alive and not reads_forms(tried.variants[n])}
    return replace(tried, reasons={**tried.reasons, **alike})


def _extend(case: Case, heard: Heard, more: tuple[Witness, ...]) -> Heard:
    """Seek what tells the mutants apart that still live, over more tables."""
    alive = heard.alive()
    answer = _sit(case, more, tuple(heard.variants[number] for number in alive), runs=0)
    first = len(heard.all)
    duels = list(heard.duels)
    for number, duel in zip(alive, answer.duels, strict=False):
        if duel is not None and duel.given is not None:
            duels[number] = Duel(duel.given + first, duel.finding)
    findings = {first + given: found for given, found in answer.owns.items()}
    return replace(
        heard,
        by_chance=heard.by_chance + more,
        duels=tuple(duels),
        findings={**heard.findings, **findings},
        is_cut=heard.is_cut or None in answer.duels,
    )


def _sit(
    case: Case,
    witnesses: tuple[Witness, ...],
    variants: tuple[Variant, ...],
    runs: int | None = None,
) -> Answer:
    """One job; the program runs over the first ``runs`` whether a mutant asks for it or not."""
    givens = tuple(_given(case, witness) for witness in witnesses)
    exam = Exam(
        sources=(case.program.source, *(variant.source for variant in variants)),
        givens=givens,
        runs=tuple((0, number) for number in range(len(givens) if runs is None else runs)),
        grains=(case.program.grain,),
        duels=len(givens),
        seconds=MUST_SECONDS,
        duel_seconds=max(0.1, case.left),
    )
    sitting = begin(exam, case.program, case.sandbox, case.limits, may_share=case.is_as_written)
    return answer_of(sitting)


def _given(case: Case, witness: Witness) -> Given:
    cells = as_cells(witness, case.facts)
    return Given(case.program.table, case.arguments_on(witness), cells)
