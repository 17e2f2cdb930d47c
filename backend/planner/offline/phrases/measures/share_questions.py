"""Phrases that ask for a share and answer with what it must be: what share …? At least 20%."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.comparisons import between
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, Predicate, Value
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about

phrase = Phrases()

phrase.words(
    "_what_share",
    "what (share|percentage|percent|proportion|fraction|part|portion) of [all|the|our] | how (large|big|high) a "
    "(share|percentage|proportion|fraction) of [all|the|our] | how many percent of [all|the|our]",
)


@phrase(
    "how_large",
    "<share_bound>",
    "<share_bound> (should|must) [be|do|be so|be there]",
    "<share_bound> (is|are) (expected|required|needed|wanted|what we (want|need|expect))",
    "(we|i) (expect|need|want|require) <share_bound>",
    "_answer_is _must be <share_bound>",
)
def how_large(bound: Predicate) -> Predicate:
    """At least 20% must be."""
    return bound


@phrase("stmt", "(what|how (high|large|big|great|low|small)) (is|was) <share_metric> ? <how_large>")
def asked_share(metric: Value, bound: Predicate) -> Statement:
    """How high is the share of inspected batches? At least 20%."""
    return statement(about(bound, metric))


@phrase("stmt", "_what_share <noun> <rowvp> ? <how_large>", cost=0.05)
@phrase("stmt", "_what_share <noun> <rel> ? <how_large>", cost=0.1)
def asked_share_of(found: RowSet, told: Predicate, bound: Predicate) -> Statement | None:
    """What share of the batches have quality A? At least 20%."""
    return statement(about(bound, share(found, told))) if found.where is None else None


@phrase("stmt", "<cell> <number> (-|–|to) <number>", cost=0.15)
def from_to(of: Value, low: Constant, high: Constant) -> Statement | None:
    """Wage 12.50-60."""
    told = between(low, high)
    return None if told is None else rule(about(told, of), subject=of)
