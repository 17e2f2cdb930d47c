"""What speaks for a check's program: trials, witnesses, mutants."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from backend.contracts.proof import Finding, Mutant, Proof
from backend.contracts.witness import Origin, Witness
from backend.contracts.workflow import Workflow
from backend.dashboard.plain import escape, facts, notice, paragraph, table
from backend.dashboard.snapshot import CheckLine, Snapshot

_SIGNS = {
    Finding.HOLDS: "✓ holds",
    Finding.FAILS: "✕ fails",
    Finding.SKIPPED: "○ left out",
}
_ORIGINS = {
    Origin.RULE: "derived from the rule",
    Origin.PLANNER: "given by the planner",
    Origin.OWNER: "given by the owner",
}
_SHOWN_ROWS = 40


def render(snapshot: Snapshot, line: CheckLine, workflow: Workflow) -> None:
    """Draw every part of the proof."""
    proof = workflow.proof
    if proof is None:
        notice("There is no proof on record: this was compiled before proofs were kept.", "quiet")
        return
    if proof.proven:
        notice("Proven: every trial that was made holds.", "good")
    else:
        notice(proof.reason or "Not proven.", "error")
    _draw_facts(proof)
    _draw_trials(proof)
    plan = workflow.plan
    _draw_witnesses(proof, has_today=plan is not None and "as_of" in plan.parameters)
    _draw_mutants(proof)


def _draw_facts(proof: Proof) -> None:
    rate = proof.kill_rate
    real = [mutant for mutant in proof.mutants if not mutant.equivalent]
    killed = sum(bool(mutant.killed_by) for mutant in real)
    sampled = ", ".join(f"{rows:,} rows of {name}" for name, rows in proof.sampled.items())
    facts(
        [
            ("trials", f"{len(proof.trials)}"),
            ("witnesses", f"{len(proof.witnesses)}"),
            (
                "faults told apart",
                f"{killed} of {len(real)} ({rate:.0%})" if rate is not None else "",
            ),
            ("only looked at", sampled),
            ("took", f"{proof.seconds:.1f} s"),
        ]
    )


def _draw_trials(proof: Proof) -> None:
    st.subheader("Trials")
    rows = [
        (each.name.replace("-", " "), _SIGNS[each.finding], each.detail or "—")
        for each in proof.trials
    ]
    failing = {at for at, each in enumerate(proof.trials) if each.finding is Finding.FAILS}
    st.html(table(("trial", "came out", "in words"), rows, marked=failing))


def _draw_witnesses(proof: Proof, *, has_today: bool) -> None:
    st.subheader("Witnesses")
    paragraph(
        "Tiny tables, and the rows there that must be flagged (●); no other may be.", kind="quiet"
    )
    cards = "".join(_card(witness, has_today=has_today) for witness in proof.witnesses)
    st.html(f'<div class="pa-cards">{cards}</div>')


def _card(witness: Witness, *, has_today: bool) -> str:
    expected = escape(_say_expected(witness, has_today=has_today))
    return (
        f'<div class="pa-card"><h4 dir="auto">{escape(witness.says)}</h4>'
        f"<small>{expected}</small>{''.join(_tables(witness))}</div>"
    )


def _tables(witness: Witness) -> Iterator[str]:
    """The judged table comes first: the planner and the proof put it there."""
    for at, (name, tiny) in enumerate(witness.tables.items()):
        marked = {row for row in witness.flagged or () if row < _SHOWN_ROWS} if at == 0 else set()
        more = len(tiny.rows) - _SHOWN_ROWS
        yield f"<h5>{escape(name)}{'' if tiny.rows else ' (no rows)'}</h5>"
        yield table(tiny.columns, tiny.rows[:_SHOWN_ROWS], marked=marked)
        if more > 0:
            yield f"<small>and {more:,} more rows</small>"


def _say_expected(witness: Witness, *, has_today: bool) -> str:
    told = [_ORIGINS[witness.origin]]
    if witness.flagged is not None:
        told.append(f"{len(witness.flagged)} to be flagged")
    if witness.failing is not None:
        told.append(f"{witness.failing} failing")
    if witness.tested is not None:
        told.append(f"{witness.tested} judged")
    if witness.as_of and has_today:
        told.append(f"today is {witness.as_of[:10]}")
    told += [f"{name} = {value}" for name, value in witness.params.items()]
    return " · ".join(told)


def _draw_mutants(proof: Proof) -> None:
    st.subheader("Faults put into the program")
    if not proof.mutants:
        paragraph("The program has no place for one.", kind="quiet")
        return
    paragraph("A proof is as good as the faults that it would notice.", kind="quiet")
    rows = [(each.line, each.fault, _say_fate(each)) for each in proof.mutants]
    alive = {at for at, each in enumerate(proof.mutants) if not (each.killed_by or each.equivalent)}
    st.html(table(("line", "fault", "told apart by"), rows, marked=alive))


def _say_fate(mutant: Mutant) -> str:
    if mutant.equivalent:
        return f"no table can: {mutant.why}" if mutant.why else "no table can"
    return mutant.killed_by or "nothing: it survives"
