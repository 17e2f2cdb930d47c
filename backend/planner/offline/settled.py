"""A parsed sentence settled in the schema: every sentence's rule, placed, typed and joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.schema import TableSnapshot
from backend.planner.offline.about_files import of_files, with_rows_of_files
from backend.planner.offline.absences_defined import refuse_absences_as_things
from backend.planner.offline.amounts_in_texts import with_amounts_in_texts
from backend.planner.offline.assumed_meanings import assumed_meanings
from backend.planner.offline.before_conditions import told_of_the_row_before
from backend.planner.offline.bounds_implied import refuse_bounds_implied
from backend.planner.offline.bounds_met import refuse_bounds_met
from backend.planner.offline.canonical import canonical
from backend.planner.offline.cases_at_odds import refuse_cases_at_odds
from backend.planner.offline.chart import Node
from backend.planner.offline.clock_texts import with_clock_patterns
from backend.planner.offline.closings import refuse_closings_at_odds
from backend.planner.offline.columns_in_all import only_measures, says_all_columns
from backend.planner.offline.counted_owners import with_counted_owners, with_spared_groups
from backend.planner.offline.days_of_deeds import refuse_days_of_deeds
from backend.planner.offline.facts_called_wrong import refuse_facts_called_wrong
from backend.planner.offline.filled_numbers import refuse_zero_for_none
from backend.planner.offline.fiscal_years import refuse_open_years
from backend.planner.offline.grain_remarks import SHOWS_GROUPS
from backend.planner.offline.groups_as_owners import with_groups_as_owners
from backend.planner.offline.held_values import with_held_values
from backend.planner.offline.holidays_named import refuse_unknown_holidays, with_unknown_years
from backend.planner.offline.identifiers_as_amounts import with_amounts
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.looked_up_rows import with_looked_up_cells
from backend.planner.offline.measures_of_some import with_measures_of_all
from backend.planner.offline.mixed_currencies import refuse_mixed_currencies
from backend.planner.offline.named_files import refuse_rows_by_then
from backend.planner.offline.needless_bounds import refuse_needless_bounds
from backend.planner.offline.never_broken import refuse_never_broken, with_both_ends
from backend.planner.offline.never_kept import refuse_never_kept
from backend.planner.offline.nulls_unspoken import with_unspoken_nulls
from backend.planner.offline.only_of_some import with_only_exceptions
from backend.planner.offline.owner_possessives import within_its_owner
from backend.planner.offline.owners_lacked import with_owners_lacked
from backend.planner.offline.pronouns import filled
from backend.planner.offline.refusals import refuse_doubtful
from backend.planner.offline.remarks import ABOUT_A_DETAIL, apply, goes_with
from backend.planner.offline.resolve import Context, Misfit, place
from backend.planner.offline.row_nouns import taken_for_rows
from backend.planner.offline.rows_of_keys_counted import refuse_rows_of_keys_counted
from backend.planner.offline.rows_of_one_group import within_told_group
from backend.planner.offline.rows_there_as_well import with_own_keys
from backend.planner.offline.runs_of_codes import refuse_runs_of_decimals
from backend.planner.offline.shortened_names import told_by_initials
from backend.planner.offline.spared_rows import with_spared_rows
from backend.planner.offline.tokens import Token
from backend.planner.offline.told_weekdays import with_plain_weekdays
from backend.planner.offline.torn_texts import refuse_values_never_met
from backend.planner.offline.typed_units import refuse_half_given_units
from backend.planner.offline.types import typed
from backend.planner.offline.vacuous import refuse_vacuous, with_rows_before
from backend.planner.offline.whole import joints, united
from backend.planner.offline.whose_cells import with_own_cells
from backend.planner.offline.within_one_owner import is_told_by_key, within_one_owner
from backend.planner.offline.words_of_amounts import refuse_words_of_amounts
from backend.planner.offline.written_dates import refuse_unclear_days
from backend.planner.offline.written_nulls import with_written_nulls
from backend.planner.offline.years_in_texts import with_years_in_texts
from backend.rules.broken_rows import BrokenRows
from backend.rules.catalog import kind_of
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import All, Any, Cell, Compare, Lookup, Missing, Predicate
from backend.rules.phrasing import Modifier, Statement, not_
from backend.rules.rule import Rule


class Reading(NamedTuple):
    """One understanding of a sentence."""

    rule: Rule
    cost: float
    assumptions: tuple[str, ...]
    tree: Node


def settled(
    node: Node, check: Check, tables: dict[str, TableSnapshot], tokens: Sequence[Token]
) -> Reading:
    """The reading of a whole parse.

    Raises:
        Misfit: it does not go with the schema.
    """
    statement = node.meaning
    assert isinstance(statement, Statement)
    refuse_facts_called_wrong(tokens)
    refuse_closings_at_odds(tokens)
    refuse_cases_at_odds(tokens)
    refuse_unclear_days(node, tokens)
    refuse_absences_as_things(node, tokens)
    refuse_open_years(statement)
    refuse_unknown_holidays(statement)
    refuse_rows_by_then(statement)
    remarks = list(_remarks(statement))
    context = Context(check, tables, named_keys=tuple(_named_keys(remarks)))
    sentences = [statement, *(filled(other, statement, context) for other in statement.also)]
    sentences = [
        each.model_copy(update={"rule": with_amounts(each.rule, context, tokens)})
        for each in sentences
    ]
    rule, *later = _all_finished(sentences, remarks, context)
    for other, joint in zip(later, joints(node), strict=True):
        rule = united(rule, other, joint)
    rule = with_only_exceptions(rule, tokens)
    rule = within_told_group(node, with_own_keys(rule, context, tokens), context, tokens)
    rule = told_of_the_row_before(within_one_owner(rule, tokens), context, tokens)
    rule = with_measures_of_all(within_its_owner(rule, context, tokens), tokens)
    rule = with_owners_lacked(rule, context, tokens)
    rule = with_spared_groups(with_counted_owners(node, rule, context, tokens))
    rule = with_rows_before(with_spared_rows(rule, tokens), context)
    rule = with_both_ends(with_rows_of_files(rule, context, tokens), node, tokens)
    rule = with_groups_as_owners(with_unknown_years(rule), check, context, tokens)
    refuse_vacuous(rule, context)
    refuse_never_broken(rule)
    refuse_never_kept(rule)
    refuse_bounds_met(node, rule, tokens)
    refuse_words_of_amounts(rule, check.calculation_hint)
    refuse_days_of_deeds(node, context)
    refuse_runs_of_decimals(rule, context, tokens)
    refuse_rows_of_keys_counted(node, rule, context, tokens)
    _require_every_table(rule, check, context, tokens)
    refuse_doubtful(node, rule, context, tokens)
    nouns = dict.fromkeys(taken_for_rows(node, tokens))
    is_whole = isinstance(rule, Duplicates) and not rule.columns
    is_sure = says_all_columns(tokens) or only_measures(Lexicon.of(context.tables))
    if nouns and is_whole and not is_sure:
        raise Misfit("it is not clear which columns would be the same in two of them; name them")
    initials = dict.fromkeys(told_by_initials(node, tokens))
    told = (*nouns, *initials, *assumed_meanings(node, rule, context, tokens))
    return Reading(rule, node.cost, (*context.assumptions, *told), node)


def _require_every_table(
    rule: Rule, check: Check, context: Context, tokens: Sequence[Token]
) -> None:
    """A table that the check names and the rule does not read was probably misunderstood.

    Unless its rows are told by their key: "no two visits of the same patient".
    """
    idle = [table for table in check.target_table if table not in rule.tables()]
    if idle and not all(is_told_by_key(table, rule, context, tokens) for table in idle):
        told = kind_of(rule).say(rule).rstrip(".")
        raise Misfit(
            f"read as {told!r}, the rule would not look at {idle[0]}, which target_table names; "
            f"say what {idle[0]} has to do with it, or take it off target_table"
        )


def _remarks(statement: Statement) -> Iterator[Modifier]:
    yield from statement.remarks
    for other in statement.also:
        yield from _remarks(other)


def _named_keys(remarks: Iterable[Modifier]) -> Iterator[str]:
    """The columns that the sentence names as its keys."""
    for remark in remarks:
        named = [part for part in remark.values if isinstance(part, Cell)]
        if remark.kind in ("by-key", "by-same-key"):
            yield from (cell.column for cell in named)


def _all_finished(
    sentences: Sequence[Statement], remarks: Sequence[Modifier], context: Context
) -> Iterator[Rule]:
    """Every sentence's rule; a remark on a detail need go with one of them alone."""
    if len(sentences) > 1 and any(_is_of_one(remark) for remark in remarks):
        raise Misfit("it is not clear which of its columns may hold another text as well")
    details = [remark for remark in remarks if remark.kind in ABOUT_A_DETAIL]
    placed = [with_own_cells(place(sentence.rule, context), context) for sentence in sentences]
    for detail in details:
        if not any(goes_with(rule, detail, context) for rule in placed):
            apply(placed[0], detail, context)
    for rule in placed:
        kept = [each for each in remarks if each not in details or goes_with(rule, each, context)]
        yield _finished(rule, kept, context)


def _is_of_one(remark: Modifier) -> bool:
    return remark.kind == "also-allowed" and not remark.values


def _finished(rule: Rule, remarks: Sequence[Modifier], context: Context) -> Rule:
    for remark in sorted(remarks, key=_turn):
        rule = apply(rule, remark, context)
    rule = with_written_nulls(with_held_values(rule, context), context)
    rule = with_plain_weekdays(of_files(rule, context))
    refuse_half_given_units(rule)
    rule = with_years_in_texts(with_amounts_in_texts(rule, context), context)
    refuse_mixed_currencies(rule, context)
    refuse_zero_for_none(rule, context)
    told = canonical(typed(with_clock_patterns(rule, context), context))
    told = with_unspoken_nulls(told, context)
    refuse_needless_bounds(told)
    refuse_bounds_implied(told)
    refuse_values_never_met(told)
    return _that_can_fail(with_looked_up_cells(told, context))


def _turn(remark: Modifier) -> tuple[bool, bool]:
    """What shows groups comes first; what makes two equalities of one, last."""
    return remark.kind not in SHOWS_GROUPS, remark.kind == "empty-as-zero"


def _that_can_fail(rule: Rule) -> Rule:
    """The rule, unless it asks of rows what they were chosen for, or is true of any row."""
    _refuse_copies_of_nothing(rule)
    if isinstance(rule, BrokenRows) and _is_always_so(rule.must):
        raise Misfit("a key is always that of the row to which it leads")
    if isinstance(rule, BrokenRows) and isinstance(rule.must, Any | All):
        parts = rule.must.parts
        if any(not_(part) in parts for part in parts):
            raise Misfit("what is asked is as true of one row as of any other")
    if isinstance(rule, BrokenRows) and rule.where is not None:
        chosen = rule.where.parts if isinstance(rule.where, All) else (rule.where,)
        if rule.must in chosen:
            raise Misfit("the rows are chosen by what they must be, so that it could never fail")
    return rule


def _is_always_so(told: Predicate) -> bool:
    """A key is that of the row which it leads to."""
    if not isinstance(told, Compare) or not isinstance(told.right, Lookup):
        return False
    mine, found = told.left, told.right
    is_its_key = isinstance(mine, Cell) and found.keys == ((mine.column, found.column),)
    return is_its_key and found.key_of is None


def _refuse_copies_of_nothing(rule: Rule) -> None:
    """Rows without a value have none in common."""
    if not isinstance(rule, Duplicates):
        return
    chosen = rule.where.parts if isinstance(rule.where, All) else (rule.where,)
    empty = [part.of for part in chosen if isinstance(part, Missing)]
    shared = [of.column for of in empty if isinstance(of, Cell) and of.column in rule.columns]
    if shared:
        raise Misfit(f"rows without {shared[0]} have no such value in common")
