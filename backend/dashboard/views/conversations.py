"""The audit: every exchange with a model and every compile, and whether the record is whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from backend.dashboard.plain import facts, notice, paragraph
from backend.dashboard.prompts_index import Chain, Head, PromptsRead
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_prompts import (
    Wanted,
    add_up,
    read_pending_calls,
    read_prompt_heads,
    read_who_approved,
    select,
    walk_chain_anew,
)
from backend.dashboard.views import exchange, listing
from backend.dashboard.views.moments import duration, minute
from backend.dashboard.views.run_parts import usd

_PAGE = 50
_COLUMNS = (
    *("at", "check", "purpose", "who", "ending"),
    *("tokens in", "tokens out", "USD", "took", "shared", "run"),
)


def render(snapshot: Snapshot) -> None:
    """Draw the state of the chain, the records that are looked for, and the one that was chosen."""
    st.title("Conversations")
    known = read_prompt_heads(snapshot)
    if known.trouble:
        notice(known.trouble, "error")
    if known.end:
        _draw_chain(snapshot, known)
    _draw_pending(snapshot)
    if not known.heads:
        notice(
            "No model was asked and nothing was compiled yet. Each exchange with a model and each "
            "compile leaves a record here, chained to the one before.",
            "quiet",
        )
        return
    wanted = _ask(known.heads)
    found = select(known.heads, wanted)
    _draw_sums(found)
    head = _choose(found)
    if not known.is_complete:
        st.caption("Older records are still being read.")
    if head:
        exchange.draw(snapshot, head, known.heads)
    _draw_approvals(snapshot)


def _draw_chain(snapshot: Snapshot, known: PromptsRead) -> None:
    chain = known.chain
    text, kind = _say_chain(chain, known.end)
    if known.damaged:
        text += f" {known.damaged:,} lines are no records; they are left out below."
    notice(text, kind)
    if chain.is_done and st.button("Walk the whole chain again", key="walk_again"):
        walk_chain_anew(snapshot)
        st.rerun()


def _say_chain(chain: Chain, end: int) -> tuple[str, str]:
    state = chain.state
    if not state.ok:
        return (
            f"The chain is broken at line {state.line:,}. {state.reason} The {state.records:,} "
            "records before it are as they were written; nothing from there on is proven. Find "
            "out who changed the log; agent audit verify tells the same.",
            "error",
        )
    if not chain.is_done:
        share = chain.walked / end if end else 0.0
        fact = f"The chain is being walked: {state.records:,} records hold so far ({share:.0%})."
        return f"{fact} Look again in a moment.", "info"
    return (
        f"The chain holds: {state.records:,} records, each with the hash of the one before, walked "
        f"at {minute(chain.at)}. Head: {state.head or 'none'}",
        "good",
    )


def _draw_pending(snapshot: Snapshot) -> None:
    pending = read_pending_calls(snapshot)
    for sentence in pending.damaged:
        notice(sentence, "warning")
    if not pending.records:
        return
    notice(
        f"{len(pending.records):,} calls are out: sent, and without an answer on record. If no run "
        "is going, its process was killed; the next run puts them on record as interrupted.",
        "warning",
    )
    rows = [(minute(r.at), r.check_id, r.purpose, r.model, r.call) for r in pending.records]
    listing.draw("calls_out", ("sent", "check", "purpose", "model", "call"), rows)


def _ask(heads: Sequence[Head]) -> Wanted:
    """Draw the filters."""
    first, second, third, fourth = st.columns(4)
    checks = first.text_input("Check", key="prompts_check", placeholder="CHK-002")
    purposes = _pick(second, "Purpose", {head.purpose for head in heads})
    models = _pick(third, "Model or planner", {head.model for head in heads})
    endings = _pick(fourth, "Ending", {head.ending for head in heads})
    fifth, sixth, seventh, _ = st.columns(4)
    begin = fifth.date_input("From", value=None, key="prompts_from", format="YYYY-MM-DD")
    end = sixth.date_input("To", value=None, key="prompts_to", format="YYYY-MM-DD")
    run = seventh.text_input("Run", key="prompts_run", placeholder="any")
    return Wanted(checks.strip(), models, purposes, endings, _day(begin), _day(end), run.strip())


def _pick(place: st.delta_generator.DeltaGenerator, label: str, known: set[str]) -> tuple[str, ...]:
    return tuple(place.multiselect(label, sorted(known), key=f"prompts_{label}", placeholder="Any"))


def _day(day: object) -> str:
    return day.isoformat() if isinstance(day, date) else ""


def _draw_sums(found: Sequence[Head]) -> None:
    sums = add_up(found)
    shared = ", ".join(f"{what} ({count:,})" for what, count in sorted(sums.shared.items()))
    facts(
        [
            ("model calls", f"{sums.calls:,}"),
            ("compiles", f"{sums.compiles:,}"),
            ("tokens sent", f"{sums.tokens_in:,}"),
            ("tokens answered", f"{sums.tokens_out:,}"),
            ("cost", usd(sums.usd)),
            ("shared, by calls", shared or "nothing left this machine"),
        ]
    )


def _choose(found: Sequence[Head]) -> Head | None:
    """Draw a page of the records; gives the one that was clicked, or that the address names."""
    if not found:
        notice("No record is like that.", "quiet")
        return None
    pages = -(-len(found) // _PAGE)
    page = 0
    if pages > 1:
        label = f"Page of {pages:,}, the newest first"
        page = int(st.number_input(label, 1, pages, key="prompts_page", width=220)) - 1
    shown = found[page * _PAGE : (page + 1) * _PAGE]
    key = f"prompts {page} {shown[0].start} {len(found)}"
    picked = listing.draw(key, _COLUMNS, [_cells(head) for head in shown])
    if picked is not None:
        return shown[picked]
    linked = st.query_params.get("record")
    return next((head for head in found if head.hash == linked), None) if linked else None


def _cells(head: Head) -> tuple[object, ...]:
    ending = f"{head.ending}: {head.code}" if head.code else head.ending
    told = (head.tokens_in, head.tokens_out, round(head.usd, 4), duration(head.seconds))
    who = (minute(head.at), head.check_id, head.purpose, head.model, ending)
    return (*who, *told, head.shared, head.run_id)


def _draw_approvals(snapshot: Snapshot) -> None:
    read = read_who_approved(snapshot)
    for sentence in read.trouble:
        notice(sentence, "error")
    if not read.approvals:
        return
    st.subheader("Approvals")
    paragraph("Who let which changed program judge, the newest first.", kind="quiet")
    rows = [(minute(a.at), a.check_id, a.by, a.why, a.program) for a in reversed(read.approvals)]
    listing.draw("approvals", ("at", "check", "by", "why", "program"), rows)
