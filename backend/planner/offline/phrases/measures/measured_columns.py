"""Phrases for how many columns a table has, in every frame."""

from __future__ import annotations

from backend.rules.language.terms import Compare, Predicate
from backend.rules.metric_bounds import allows
from backend.rules.phrasing import Phrases, Statement
from backend.rules.wrong_columns import _counted

phrase = Phrases()

phrase.words(
    "_has_fields", "have | contain | hold | comprise | consist of | be made up of | count | carry"
)
phrase.words("_all_told", "in all | in total | altogether | overall | at all | all told")

# So many columns ----------------------------------------------------------------------------------


@phrase("field_count", "<count_bound> _columns [_all_told]")
def field_count(bound: Predicate) -> Predicate | None:
    """At most 5 columns."""
    return bound


@phrase("stmt", "<whose_columns> _must _has_fields <field_count>", cost=0.1)
@phrase(
    "stmt",
    "<whose_columns> (has|contains|holds|comprises|consists of|counts) <field_count>",
    cost=0.1,
)
@phrase("stmt", "<whose_columns> (:|,|-|–) <field_count>", cost=0.1)
@phrase("stmt", "(does|do|must|should) <whose_columns> _has_fields <field_count> [?]", cost=0.1)
@phrase("stmt", "(has|have) <whose_columns> [got] <field_count> [?]", cost=0.1)
def so_many(table: tuple[str, str], bound: Predicate) -> Statement | None:
    """Orders: at most 5 columns."""
    return _counted(bound, table[1])


@phrase("stmt", "<whose_columns> (may|can) [only] _has_fields <field_count>", cost=0.05)
def may_be(table: tuple[str, str], bound: Predicate) -> Statement | None:
    """The table may have at most 5 columns."""
    return _counted(bound, table[1]) if allows(bound) else None


@phrase("stmt", "<whose_columns> _must_not _has_fields <field_count>", cost=0.05)
@phrase("stmt", "_flag <whose_columns> if it (has|contains|holds) <field_count>", cost=0.05)
@phrase(
    "stmt", "(fail|complain|warn) if <whose_columns> (has|contains|holds) <field_count>", cost=0.05
)
def must_not_be(table: tuple[str, str], bound: Predicate) -> Statement | None:
    """The table must not have more than 5 columns."""
    turned = _turned(bound)
    return None if turned is None else _counted(turned, table[1])


@phrase(
    "stmt",
    "(there must be|there should be|we expect|expect) <field_count> in <whose_columns>",
    cost=0.05,
)
@phrase("stmt", "<field_count> in <whose_columns>", cost=0.2)
def so_many_in(bound: Predicate, table: tuple[str, str]) -> Statement | None:
    """There must be at most 5 columns in orders."""
    return _counted(bound, table[1])


@phrase("stmt", "there (may|can) [only] be <field_count> in <whose_columns>", cost=0.05)
@phrase("stmt", "<field_count> (is|are) (allowed|permitted) in <whose_columns>", cost=0.05)
def may_be_in(bound: Predicate, table: tuple[str, str]) -> Statement | None:
    """There may be at most 5 columns in orders."""
    return _counted(bound, table[1]) if allows(bound) else None


@phrase("stmt", "there _must_not be <field_count> in <whose_columns>", cost=0.05)
def must_not_be_in(bound: Predicate, table: tuple[str, str]) -> Statement | None:
    """There must not be more than 5 columns in orders."""
    return must_not_be(table, bound)


@phrase(
    "stmt", "[the] number of _columns (of|in) <whose_columns> _must_not be <count_bound>", cost=0.05
)
@phrase("stmt", "<whose_columns> 's number of _columns _must_not be <count_bound>", cost=0.05)
def number_not(table: tuple[str, str], bound: Predicate) -> Statement | None:
    """The number of columns of orders must not be above 5."""
    return must_not_be(table, bound)


def _turned(bound: Predicate) -> Predicate | None:
    """The opposite of one bound; of two it would be a choice."""
    turned = {"<": ">=", "<=": ">", ">=": "<", ">": "<="}
    if not isinstance(bound, Compare) or bound.sign not in turned:
        return None
    return bound.model_copy(update={"sign": turned[bound.sign]})
