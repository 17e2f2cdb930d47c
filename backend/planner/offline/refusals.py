"""What is asked of every reading before it counts: whether its words may mean something else."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.after_deeds import refuse_other_sides
from backend.planner.offline.ages_told import refuse_ages_of_others
from backend.planner.offline.alike_throughout import refuse_same_within_each
from backend.planner.offline.before_changes import refuse_changes_as_values
from backend.planner.offline.before_labels import refuse_labels_in_order
from backend.planner.offline.both_or_neither import refuse_both_not, refuse_swapped_columns
from backend.planner.offline.bounds_told_once import refuse_bounds_of_one
from backend.planner.offline.cells_as_items import refuse_cells_as_items
from backend.planner.offline.chart import Node
from backend.planner.offline.columns_there import refuse_columns_or_cells
from backend.planner.offline.context import Context
from backend.planner.offline.counted_amounts import refuse_amounts_as_counts
from backend.planner.offline.counted_everywhere import refuse_denied_everywhere
from backend.planner.offline.counts_as_keys import refuse_counts_as_keys
from backend.planner.offline.days_with_rows import refuse_days_as_rows
from backend.planner.offline.deeds_of_several import refuse_deeds_of_several
from backend.planner.offline.denials_contradicted import refuse_contradicted
from backend.planner.offline.denials_listed import refuse_denied_lists
from backend.planner.offline.denials_of_length import refuse_lengths_as_values
from backend.planner.offline.denials_paired import refuse_split_pairs
from backend.planner.offline.doubts_of_reach import refuse_doubtful_reach
from backend.planner.offline.doubts_of_rows import refuse_doubts_of_rows
from backend.planner.offline.doubts_of_signs import refuse_doubtful_signs
from backend.planner.offline.flags_and_values import refuse_flags_that_are_values
from backend.planner.offline.forms_in_part import refuse_forms_in_part
from backend.planner.offline.gaps_of_either import refuse_gaps_of_either
from backend.planner.offline.given_as_equal import refuse_givers_as_sums
from backend.planner.offline.glued_forms import refuse_glued_forms
from backend.planner.offline.headers_as_verbs import refuse_headers_as_verbs
from backend.planner.offline.heard_doubts import refuse_misheard
from backend.planner.offline.in_a_column import refuse_columns_behind_in
from backend.planner.offline.items_of_lists import refuse_lists_as_values
from backend.planner.offline.joint_deeds import refuse_deeds_apart
from backend.planner.offline.keys_of_deeds import refuse_deeds_of_columns
from backend.planner.offline.keys_of_others import refuse_keys_of_some
from backend.planner.offline.kinds_in_columns import refuse_kinds_in_columns
from backend.planner.offline.kinds_of_rows import refuse_dropped_kinds, refuse_merged_kinds
from backend.planner.offline.lengths_of_things import (
    refuse_lengths_beside_values,
    refuse_overlooked_lengths,
)
from backend.planner.offline.letters_in_numbers import refuse_letters_in_numbers
from backend.planner.offline.list_ends import refuse_words_in_lists
from backend.planner.offline.loose_limits import refuse_loose_limits
from backend.planner.offline.measures_in_time import refuse_measures_in_time
from backend.planner.offline.measures_of_owners import refuse_misplaced_measures
from backend.planner.offline.narrowed_others import refuse_narrowed_others
from backend.planner.offline.nearest_owners import (
    refuse_farther_owners,
    refuse_tables_as_columns,
    refuse_values_of_farther,
)
from backend.planner.offline.no_duties import refuse_no_duties
from backend.planner.offline.noun_phrases import refuse_nouns_as_facts, refuse_working_days
from backend.planner.offline.nouns_read_as_columns import (
    refuse_rows_as_columns,
    refuse_words_in_dates,
)
from backend.planner.offline.numbers_of_values import refuse_values_as_numbers
from backend.planner.offline.older_dates import refuse_sizes_of_dates
from backend.planner.offline.only_of_some import refuse_turned_only
from backend.planner.offline.only_repeats import refuse_only_repeats
from backend.planner.offline.optional_fields import refuse_optional_fields
from backend.planner.offline.ordinal_counts import refuse_counts_of_texts
from backend.planner.offline.ordinal_parts import refuse_parts_as_values
from backend.planner.offline.over_all_rows import refuse_rows_for_all
from backend.planner.offline.overlooked import refuse_overlooked_flags
from backend.planner.offline.part_of_rows import (
    refuse_parts_of_rows,
    refuse_steps_as_limits,
    refuse_wide_exceptions,
)
from backend.planner.offline.parts_of_chosen import refuse_parts_of_chosen
from backend.planner.offline.pieces_as_values import (
    refuse_both_of_several,
    refuse_pieces_as_values,
)
from backend.planner.offline.qualified_columns import refuse_qualified_columns
from backend.planner.offline.rates import refuse_rates_as_counts
from backend.planner.offline.reach_of_denials import refuse_short_denials
from backend.planner.offline.remarks_that_turn import refuse_turning_remarks
from backend.planner.offline.repeated_owners import refuse_repeated_owners
from backend.planner.offline.reversed_kin import (
    refuse_any_of_its_own,
    refuse_kin_as_groups,
    refuse_reversed_kin,
)
from backend.planner.offline.round_amounts import refuse_round_amounts
from backend.planner.offline.rows_as_cells import refuse_rows_as_cells
from backend.planner.offline.rows_not_there import refuse_told_of_none
from backend.planner.offline.rows_of_one import refuse_counts_in_one
from backend.planner.offline.rows_of_one_group import refuse_runs_as_counts
from backend.planner.offline.rows_of_two_tables import refuse_rows_of_the_other
from backend.planner.offline.rows_of_which import refuse_rows_of_groups
from backend.planner.offline.rows_there_as_well import refuse_other_matches
from backend.planner.offline.runs_of_signs import refuse_parts_of_runs
from backend.planner.offline.same_spelling import refuse_twins_behind_tables
from backend.planner.offline.several_dates import refuse_one_of_several_dates
from backend.planner.offline.shared_by_some import refuse_shared_by_some
from backend.planner.offline.shared_conditions import refuse_shared_conditions
from backend.planner.offline.shares_as_amounts import refuse_shares_as_amounts
from backend.planner.offline.shown_in_brackets import refuse_examples_as_options
from backend.planner.offline.signs_as_written import refuse_respelled_signs
from backend.planner.offline.small_words import (
    refuse_dear_names,
    refuse_lost_words,
    refuse_pairs_as_lists,
    refuse_terse_limits,
)
from backend.planner.offline.split_options import refuse_split_options
from backend.planner.offline.states_that_are_values import refuse_values_as_states
from backend.planner.offline.subjects_as_remarks import refuse_subjects_as_remarks
from backend.planner.offline.taken_as_a_whole import refuse_wholes_as_each
from backend.planner.offline.texts_in_texts import refuse_texts_in_texts
from backend.planner.offline.texts_misheard import refuse_misheard_texts
from backend.planner.offline.things_inside import refuse_one_of_the_row, refuse_whole_or_part
from backend.planner.offline.to_and_from import refuse_turned_ways
from backend.planner.offline.tokens import Token
from backend.planner.offline.torn_formulas import refuse_torn_formulas
from backend.planner.offline.twin_columns import refuse_twin_columns
from backend.planner.offline.types_within_cells import refuse_types_within_cells
from backend.planner.offline.values_by_country import refuse_countries_of_others
from backend.planner.offline.values_elsewhere import refuse_values_of_others
from backend.planner.offline.verdicts_that_are_values import refuse_verdicts_that_are_values
from backend.planner.offline.whose_places import (
    refuse_empties_beside_conditions,
    refuse_other_tables,
    refuse_rows_as_names,
)
from backend.planner.offline.widened_rows import refuse_widened_rows
from backend.planner.offline.within_one_owner import refuse_rows_as_contents
from backend.planner.offline.words_for_superiors import refuse_values_as_superiors
from backend.planner.offline.words_of_growth import (
    refuse_growth_in_periods,
    refuse_growth_of_tables,
)
from backend.planner.offline.words_of_texts import refuse_words_of_texts
from backend.planner.offline.written_nulls_compared import refuse_empties_as_texts
from backend.planner.offline.written_patterns import refuse_loose_patterns
from backend.rules.rule import Rule


def refuse_doubtful(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that leaves no doubt.

    Raises:
        Misfit: it may be meant otherwise; each test says how.
    """
    _refuse_lost_words_of(node, rule, context, tokens)
    _refuse_loose_parts(node, rule, context, tokens)
    _refuse_other_columns(node, rule, context, tokens)
    _refuse_other_rows(node, rule, context, tokens)
    refuse_doubtful_reach(node, rule, context, tokens)


def _refuse_lost_words_of(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Words that the rule passed over, or that the grammar took for others."""
    refuse_misheard(node, rule, context, tokens)
    refuse_overlooked_flags(node, rule, context, tokens)
    refuse_overlooked_lengths(node, rule, context, tokens)
    refuse_lengths_beside_values(rule)
    refuse_respelled_signs(rule, context, tokens)
    refuse_misheard_texts(node, context, tokens)
    refuse_one_of_the_row(node, tokens)
    refuse_whole_or_part(rule, tokens)
    refuse_nouns_as_facts(node, tokens)
    refuse_working_days(node, tokens)
    refuse_no_duties(rule, tokens)
    refuse_only_repeats(rule, tokens)
    refuse_counts_as_keys(rule, context, tokens)
    refuse_words_in_dates(rule, context)
    refuse_rows_as_columns(node, rule, context, tokens)
    refuse_lost_words(rule, tokens)
    refuse_terse_limits(rule, tokens)
    refuse_doubtful_signs(rule, context, tokens)
    refuse_glued_forms(rule, tokens)
    refuse_pairs_as_lists(rule, context, tokens)
    refuse_contradicted(node, rule, context, tokens)
    refuse_lengths_as_values(rule, context, tokens)
    refuse_split_pairs(rule, context, tokens)
    refuse_twins_behind_tables(rule, tokens)
    refuse_denied_lists(node, rule, tokens)
    refuse_dear_names(rule, tokens)
    refuse_changes_as_values(node, tokens)
    refuse_counts_of_texts(node, rule, context, tokens)
    refuse_shares_as_amounts(rule, tokens)
    refuse_examples_as_options(rule, tokens)
    refuse_empties_as_texts(rule, context, tokens)
    refuse_parts_of_runs(rule, context, tokens)
    refuse_parts_as_values(rule, context, tokens)
    refuse_dropped_kinds(node, context, tokens)
    refuse_values_as_states(node, rule, context, tokens)
    refuse_verdicts_that_are_values(rule, context, tokens)
    refuse_pieces_as_values(rule, context, tokens)
    refuse_kinds_in_columns(node, rule, context, tokens)
    refuse_optional_fields(rule, tokens)
    refuse_both_of_several(node, rule, context)
    refuse_rates_as_counts(node, tokens)
    refuse_givers_as_sums(node, rule, tokens)
    refuse_forms_in_part(node, rule, context, tokens)
    refuse_loose_patterns(node, rule)
    refuse_subjects_as_remarks(node, tokens)
    refuse_turning_remarks(node, rule, context, tokens)


def _refuse_loose_parts(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Only, or, both, vice versa: what belongs together."""
    refuse_turned_only(node, rule, tokens)
    refuse_shared_conditions(rule, context, tokens)
    refuse_split_options(node, rule, tokens)
    refuse_words_in_lists(rule, context, tokens)
    refuse_loose_limits(node, rule, tokens)
    refuse_bounds_of_one(node, tokens)
    refuse_torn_formulas(node)
    refuse_round_amounts(node, tokens)
    refuse_other_sides(node, tokens)
    refuse_merged_kinds(node, rule, tokens)
    refuse_both_not(node, tokens)
    refuse_short_denials(node, rule, tokens)
    refuse_swapped_columns(node, rule, context, tokens)


def _refuse_other_columns(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Which column, and whose."""
    refuse_values_of_others(node, rule, context, tokens)
    refuse_ages_of_others(node, rule, context)
    refuse_columns_or_cells(node, rule, context, tokens)
    refuse_words_of_texts(node, tokens)
    refuse_headers_as_verbs(node, context, tokens)
    refuse_countries_of_others(node, rule)
    refuse_flags_that_are_values(node, rule, context, tokens)
    refuse_sizes_of_dates(node, rule, tokens)
    refuse_one_of_several_dates(node, context, tokens)
    refuse_qualified_columns(node, rule, context, tokens)
    refuse_twin_columns(node, rule, context, tokens)
    refuse_tables_as_columns(node, rule, context, tokens)
    refuse_values_of_farther(node, rule, context, tokens)
    refuse_keys_of_some(node, rule, context, tokens)
    refuse_deeds_of_columns(rule, context, tokens)
    refuse_texts_in_texts(node, rule, context, tokens)
    refuse_letters_in_numbers(rule, context, tokens)
    refuse_types_within_cells(rule, context, tokens)
    refuse_gaps_of_either(node, rule)
    refuse_cells_as_items(node, rule, context, tokens)
    refuse_lists_as_values(node, rule, context, tokens)
    refuse_columns_behind_in(node, rule, tokens)
    refuse_deeds_apart(node, rule, context, tokens)
    refuse_turned_ways(node)
    refuse_reversed_kin(rule, context)
    refuse_kin_as_groups(rule, context, tokens)
    refuse_any_of_its_own(rule, tokens)
    refuse_farther_owners(node, context)
    refuse_rows_as_contents(node, context, tokens)
    refuse_rows_as_names(node, rule, context, tokens)
    refuse_other_tables(node, rule)


def _refuse_other_rows(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Over which rows."""
    refuse_labels_in_order(rule, context)
    refuse_amounts_as_counts(node, rule, context, tokens)
    refuse_denied_everywhere(rule, tokens)
    refuse_days_as_rows(node, rule, context, tokens)
    refuse_doubts_of_rows(rule, context, tokens)
    refuse_same_within_each(node, rule, context, tokens)
    refuse_empties_beside_conditions(node, rule)
    refuse_rows_for_all(rule, context, tokens)
    refuse_rows_of_groups(node, rule, context, tokens)
    refuse_told_of_none(rule)
    refuse_deeds_of_several(node, rule, context, tokens)
    refuse_counts_in_one(rule, tokens)
    refuse_misplaced_measures(node, rule, context, tokens)
    refuse_repeated_owners(node, rule, context, [token.low for token in tokens])
    refuse_measures_in_time(node, rule, context, [token.low for token in tokens])
    refuse_runs_as_counts(rule, tokens)
    refuse_other_matches(node, rule, context, tokens)
    refuse_parts_of_rows(rule, context, tokens)
    refuse_rows_of_the_other(node, rule, context, tokens)
    refuse_steps_as_limits(node, tokens)
    refuse_wide_exceptions(rule, tokens)
    refuse_narrowed_others(rule, tokens)
    refuse_rows_as_cells(node, rule, context, tokens)
    refuse_wholes_as_each(node, rule, context, tokens)
    refuse_growth_of_tables(node, rule, context, tokens)
    refuse_parts_of_chosen(rule, context)
    refuse_values_as_numbers(node, rule, context)
    refuse_values_as_superiors(node, context, tokens)
    refuse_shared_by_some(rule, tokens)
    refuse_growth_in_periods(node, rule, context, tokens)
    refuse_widened_rows(node)
