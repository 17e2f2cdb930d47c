"""A check's sentence with its words coloured by what they became, and how it was understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import streamlit as st

from backend.contracts.check import Check
from backend.contracts.plan import ColumnRead, Plan, WordUse
from backend.contracts.proof import Proof, Rival
from backend.contracts.workflow import Workflow
from backend.dashboard.plain import escape, paragraph, table

KINDS = {
    "table": "table",
    "column": "column",
    "value": "value or format",
    "condition": "condition",
    "duty": "duty",
    "shape": "form of the rule",
    "remark": "how it is judged",
    "nothing": "changes nothing",
    "background": "background, not used",
}
"""The kinds of parts, in the order of the legend."""

_STOPS = ".,;:!? "

_KIND_OF = {
    "table": "table",
    "column": "column",
    "condition": "condition",
    "duty": "duty",
    "taboo": "duty",
    "rule": "shape",
    "grammar": "shape",
    "every row": "shape",
    "flag": "shape",
    "remark": "remark",
    "changes nothing": "nothing",
    "background": "background",
}


def render(check: Check, workflow: Workflow | None) -> None:
    """Draw the sentence, and below it what it was taken to mean."""
    plan = workflow.plan if workflow else None
    compiled = workflow.sentence if workflow else ""
    is_same = compiled in ("", check.calculation_hint)
    words = plan.words if plan and is_same else ()
    st.html(
        f'<p class="pa-sentence" dir="auto">{colour(check.calculation_hint, words)}</p>'
        f"{_legend(words)}"
    )
    if plan and not is_same:
        paragraph("The sentence has changed since it was compiled.", kind="quiet")
    if plan:
        _render_plan(plan, workflow.proof if workflow else None)


def draw_reading(sentence: str, plan: Plan) -> None:
    """Draw a sentence that is no check yet, and what it was taken to mean."""
    st.html(
        f'<p class="pa-sentence" dir="auto">{colour(sentence, plan.words)}</p>{_legend(plan.words)}'
    )
    _render_plan(plan, None)


def colour(sentence: str, words: Iterable[WordUse]) -> str:
    """The sentence as HTML; offsets that do not fit it leave it plain."""
    return "".join(_coloured(text, part) for text, part in _pieces(sentence, words))


def kind_of(part: str) -> str:
    """The kind of a part of the rule, of those in `KINDS`."""
    low = part.lower()
    return _KIND_OF.get(low) or _KIND_OF.get(low.split(" ")[0]) or "value"


def _coloured(text: str, part: str | None) -> str:
    if part is None:
        return escape(text)
    kind = kind_of(part)
    return f'<span class="pa-word pa-w-{kind}" title="{escape(part)}">{escape(text)}</span>'


def _pieces(sentence: str, words: Iterable[WordUse]) -> Iterator[tuple[str, str | None]]:
    at = 0
    for start, end, part in _stretches(sentence, words):
        yield sentence[at:start], None
        yield sentence[start:end], part
        at = end
    yield sentence[at:], None


def _stretches(sentence: str, words: Iterable[WordUse]) -> list[tuple[int, int, str]]:
    """Neighbours that became the same part are one; stops and commas keep no colour."""
    found: list[tuple[int, int, str]] = []
    for word in sorted(words, key=lambda word: word.start):
        before = found[-1] if found else (0, 0, "")
        is_sound = before[1] <= word.start < word.end <= len(sentence)
        if not is_sound or not sentence[word.start : word.end].strip(_STOPS):
            continue
        between = sentence[before[1] : word.start]
        if before[2] == word.part and not between.strip():
            found[-1] = (before[0], word.end, word.part)
        else:
            found.append((word.start, word.end, word.part))
    return found


def _legend(words: Iterable[WordUse]) -> str:
    found = {kind_of(word.part) for word in words}
    if not found:
        return ""
    entries = "".join(
        f'<span class="pa-word pa-w-{kind}">{says}</span>'
        for kind, says in KINDS.items()
        if kind in found
    )
    return f'<div class="pa-legend">{entries}</div>'


def _render_plan(plan: Plan, proof: Proof | None) -> None:
    left, right = st.container(key="pair-reading").columns(2)
    with left:
        st.subheader("Understood as")
        paragraph(plan.restatement)
        reads = ", ".join(
            f"{read.table}.{read.column} ({_say_type(read)})" for read in plan.columns_read
        )
        paragraph(f"Reads {reads or 'no column'}. Planned by {plan.planner}.", kind="quiet")
        for step in plan.steps:
            paragraph(f"• {step}")
    with right:
        st.subheader("Assuming")
        _render_assumptions(plan, proof)


def _say_type(read: ColumnRead) -> str:
    return f"mostly {read.mostly}" if read.mostly else str(read.type)


def _render_assumptions(plan: Plan, proof: Proof | None) -> None:
    for assumption in plan.assumptions:
        paragraph(assumption)
    rivals = proof.rivals if proof else ()
    if rivals:
        rows = [(each.assumption, each.alternative, _say_rows(each)) for each in rivals]
        head = ("taken as", "it could also be that", "then flagged")
        st.html(f'<div class="pa-wide">{table(head, rows)}</div>')
    elif proof:
        paragraph("No other reading of it would flag other rows of today's tables.", kind="quiet")
    if not plan.assumptions and not rivals and not proof:
        paragraph("Nothing.", kind="quiet")


def _say_rows(rival: Rival) -> str:
    told = [f"{rival.added:,} more"] if rival.added else []
    told += [f"{rival.removed:,} fewer"] if rival.removed else []
    return ", ".join(told) or "the same rows"
