"""Whether the words of a sentence were heard as something they do not say."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context
from backend.planner.offline.heard_counts import (
    refuse_counts_as_values,
    refuse_endings_and_values,
    refuse_letters_as_pieces,
    refuse_lost_deeds,
    refuse_makers_as_groups,
    refuse_numbers_of_owners,
    refuse_one_row_as_every,
    refuse_rows_as_groups,
    refuse_shared_own,
)
from backend.planner.offline.heard_values import (
    refuse_lacking_as_fact,
    refuse_lacking_two,
    refuse_missing_parts,
    refuse_states_as_events,
    refuse_unread_holders,
    refuse_values_of_one_row,
)
from backend.planner.offline.letters_told_again import refuse_letters_told_again
from backend.planner.offline.loose_words_of_texts import refuse_loose_words_of_texts
from backend.planner.offline.tokens import Token
from backend.planner.offline.values_misspoken import refuse_misspoken_values
from backend.rules.rule import Rule


def refuse_misheard(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that took each word for what it says.

    Raises:
        Misfit: some words were taken for others; each test says which.
    """
    refuse_lacking_as_fact(node, tokens)
    refuse_lacking_two(node, context, tokens)
    refuse_endings_and_values(node)
    refuse_letters_as_pieces(node, tokens)
    refuse_rows_as_groups(node, rule)
    refuse_values_of_one_row(context, tokens)
    refuse_missing_parts(tokens, context)
    refuse_states_as_events(node, tokens)
    refuse_unread_holders(rule, context, tokens)
    refuse_counts_as_values(node, rule)
    refuse_numbers_of_owners(rule, tokens)
    refuse_one_row_as_every(node, rule, tokens)
    refuse_lost_deeds(node, rule, context, tokens)
    refuse_shared_own(rule, tokens)
    refuse_makers_as_groups(node, tokens)
    refuse_letters_told_again(node, tokens)
    refuse_misspoken_values(node, rule, context, tokens)
    refuse_loose_words_of_texts(node, rule, context, tokens)
