"""Phrases for what columns of a row add up to at most or at least: must not add up to more than 100."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.claims import is_bound
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.sentences.subjects import each_pair
from backend.planner.offline.phrases.values.values import added
from backend.rules.language.terms import Constant, Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.phrasing import Phrases, Statement, Subjects, about, not_

phrase = Phrases()


@phrase("added", "<like_columns>", cost=0.3)
def like_columns_added(found: Subjects) -> Value:
    """The percentages: all columns of that name."""
    return added(found)


@phrase("stmt", "<added> _must_not [_in_all] _adds_to [_in_one_sum] <adj>", cost=0.1)
@phrase("stmt", "<added> _must_not _in_all be <adj>", cost=0.1)
@phrase("stmt", "<added> _must_not be <adj> _in_one_sum", cost=0.1)
def must_not_add_up(total: Value, told: Predicate) -> Statement | None:
    """A, b and c must not add up to more than 100."""
    return rule(not_(about(told, total)), subject=total) if is_bound(told) else None


@phrase("stmt", "<added> (may|can) [only] [_in_all] _adds_to [_in_one_sum] <adj>", cost=0.1)
def may_add_up(total: Value, told: Predicate) -> Statement | None:
    """A, b and c may add up to at most 100."""
    return rule(about(told, total), subject=total) if allows(told) else None


@phrase("stmt", "<added> _must be <adj> _in_one_sum", cost=0.1)
def must_add_up(total: Value, told: Predicate) -> Statement | None:
    """A, b and c must be at most 100 in total."""
    return rule(about(told, total), subject=total) if is_bound(told) else None


@phrase("clause", "<added> [_in_all] _adds_to [_in_one_sum] <adj>", cost=0.05)
@phrase("clause", "<added> _be <adj> _in_one_sum", cost=0.02)
@phrase("clause", "<added> <vp> _in_one_sum", cost=0.02)
@phrase("rel", "whose <added> [_in_all] _adds_to [_in_one_sum] <adj>", cost=0.05)
@phrase("rel", "in which <added> [_in_all] _adds_to [_in_one_sum] <adj>", cost=0.05)
@phrase("rel", "in which <added> <vp> _in_one_sum", cost=0.05)
@phrase("rel", "whose <added> <vp> _in_one_sum", cost=0.05)
def adds_up(total: Value, told: Predicate) -> Predicate | None:
    """A, b and c add up to more than 100."""
    return about(told, total) if is_bound(told) else None


@phrase("clause", "<added> (do not|does not|don 't) _adds_to [_in_one_sum] <adj>", cost=0.05)
@phrase("rel", "(whose|in which) <added> (do not|does not) _adds_to [_in_one_sum] <adj>", cost=0.05)
def adds_not_up(total: Value, told: Predicate) -> Predicate | None:
    """A, b and c do not add up to at least 100."""
    return not_(about(told, total)) if is_bound(told) else None


phrase.words(
    "_unlike_ones_sums", "different (people|persons|values|ones|things|names|codes|numbers|places)"
)


@phrase("stmt", "<all_subjects> _must be <number> _unlike_ones_sums", cost=0.05)
def so_many_unlike(found: Subjects, count: Constant) -> Statement | None:
    """A, b and c must be three different people."""
    is_each = count.value == len(found.items)
    return rule(each_pair(found, "!=")) if is_each else None
