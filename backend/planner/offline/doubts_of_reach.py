"""How far words reach: to which rows, which amounts, which exceptions."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.alternatives_joined import refuse_alternatives_joined
from backend.planner.offline.amounts_counted import refuse_amounts_counted
from backend.planner.offline.articles_as_values import refuse_articles_as_values
from backend.planner.offline.chart import Node
from backend.planner.offline.codes_by_letter import refuse_traits_of_others
from backend.planner.offline.conditions_behind import refuse_duties_behind_conditions
from backend.planner.offline.conditions_of_the_last import refuse_conditions_of_the_last
from backend.planner.offline.context import Context
from backend.planner.offline.counts_as_values import refuse_counts_as_values, refuse_nouns_of_others
from backend.planner.offline.counts_before_articles import refuse_counts_before_articles
from backend.planner.offline.days_of_moments import refuse_days_of_moments
from backend.planner.offline.deeds_in_places import refuse_deeds_in_places
from backend.planner.offline.doubts_of_groups import refuse_doubts_of_groups
from backend.planner.offline.doubts_of_owners import refuse_doubts_of_owners
from backend.planner.offline.items_swallowed import refuse_items_swallowed
from backend.planner.offline.keys_not_there import refuse_keys_not_there
from backend.planner.offline.nested_exceptions import refuse_nested_exceptions
from backend.planner.offline.numbers_of_others import refuse_numbers_of_others
from backend.planner.offline.others_of_only import refuse_others_of_only
from backend.planner.offline.presence_of_others import (
    refuse_cells_of_others,
    refuse_keys_as_counts,
    refuse_rows_as_filled_cells,
    refuse_same_sides,
    refuse_without_either,
)
from backend.planner.offline.questions_of_any import refuse_any_in_questions
from backend.planner.offline.rows_called_as_columns import refuse_rows_called_as_columns
from backend.planner.offline.scales_denied import refuse_scales_denied
from backend.planner.offline.strangers_to_deeds import refuse_strangers_to_deeds
from backend.planner.offline.theirs_of_some import refuse_theirs_of_all
from backend.planner.offline.things_in_many_rows import refuse_things_in_many_rows
from backend.planner.offline.tokens import Token
from backend.planner.offline.unlike_units import refuse_unlike_units
from backend.planner.offline.years_named import refuse_years_of_one
from backend.rules.rule import Rule


def refuse_doubtful_reach(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading whose words reach no further, and no less far, than they may be meant.

    Raises:
        Misfit: they may; each test says how.
    """
    refuse_duties_behind_conditions(rule, tokens)
    refuse_conditions_of_the_last(node, rule, tokens)
    refuse_nested_exceptions(node, rule, tokens)
    refuse_alternatives_joined(node, tokens)
    refuse_deeds_in_places(node, tokens)
    refuse_items_swallowed(node, rule, context, tokens)
    refuse_any_in_questions(node, rule, tokens)
    refuse_numbers_of_others(node, rule, context, tokens)
    refuse_rows_called_as_columns(node, rule, context, tokens)
    refuse_unlike_units(rule, context, tokens)
    refuse_scales_denied(rule, context, tokens)
    refuse_counts_as_values(node, tokens)
    refuse_nouns_of_others(node, rule, context, tokens)
    refuse_rows_as_filled_cells(rule, tokens)
    refuse_cells_of_others(rule, tokens)
    refuse_keys_as_counts(rule, tokens)
    refuse_without_either(rule, tokens)
    refuse_traits_of_others(rule, tokens)
    refuse_same_sides(rule)
    refuse_articles_as_values(rule, tokens)
    refuse_days_of_moments(rule, tokens)
    refuse_keys_not_there(rule, tokens)
    refuse_others_of_only(rule, tokens)
    refuse_strangers_to_deeds(rule, context, tokens)
    refuse_amounts_counted(rule, context, tokens)
    refuse_years_of_one(node, tokens)
    refuse_counts_before_articles(node, tokens)
    refuse_theirs_of_all(rule, tokens)
    refuse_doubts_of_owners(rule, context, tokens)
    refuse_doubts_of_groups(node, rule, context, tokens)
    refuse_things_in_many_rows(node, rule, context, tokens)
