"""What several rows of one group hold: "the lines of an order" are told of each order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.contracts.schema import TableSnapshot
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.within_one_owner import grouped_by
from backend.planner.offline.words import ID_WORDS, parts_of, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    How,
    Lookup,
    Matches,
    Previous,
    Term,
)
from backend.rules.language.walk import walk
from backend.rules.missing_dates import MissingDates
from backend.rules.rule import Rule
from backend.rules.sequence_gaps import SequenceGaps

_ONE = "(?:the same|a single|an|a|any|one|each|every)"
_THINGS_OF_ONE = re.compile(
    rf"\b(?P<of>[\w-]+) (?:of|in|within) {_ONE} (?P<group>[\w-]+) (?P<told>[\w ]+)"
)
_THINGS_OF_ITS = re.compile(
    rf"(?:^|[.;,:] ?|\b(?:{_ONE}) )(?P<group>[\w-]+) ?['\u2019]s "
    r"(?P<of>(?:[\w-]+ )??[\w-]+s) (?P<told>[\w ]+)"
)
_ON_THEIR_OWN = frozenset({"all", "both", "these", "those", "sum", "total", "number", "rows"})
_HELD = re.compile(
    r"^(?:(?:must|should|shall|may|do|can|not|never|always|only|have to|need to|just) )*"
    r"(?:include|contain|comprise|cover|involve|feature|be (?:just |only |exactly )?one|"
    r"are (?:just |only |exactly )?one|be the number|count)s?\b"
)
_STARTS_IN_EACH = re.compile(
    r"\b(?:start|begin|count)(?:s|ing)? (?:again |over |anew )?(?:with|at|from|by) "
    r"(?:\d+|one(?! of )|zero) (?:again |anew )?(?:in|for|within|per|on|with|at|inside|of) "
)


class _Told(NamedTuple):
    """The several things of one group, as a sentence has them."""

    of: str
    group: str
    then: str
    named: frozenset[str]
    """The columns that the word for the things was taken for."""

    @property
    def is_plural(self) -> bool:
        """Whether one row holds one of them only: the header is in the singular."""
        headers = {part.lower() for name in self.named for part in parts_of(name)}
        return self.of not in headers and self.of.endswith("s")


def within_told_group(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> Rule:
    """The rule, told within each group where its words speak of the several things of one group.

    Raises:
        Misfit: it is not clear which rows are one group, or each row would be asked for what the
            rows of a group hold together.
    """
    text = " ".join(token.low for token in tokens)
    _refuse_starts(rule, text)
    table = context.tables.get(rule.table)
    for found in [*_THINGS_OF_ONE.finditer(text), *_THINGS_OF_ITS.finditer(text)]:
        of = found["of"].split()[-1]
        named = {
            part.meaning.column
            for part in node.walk()
            if isinstance(part.meaning, Cell) and tokens[part.end - 1].low == of
        }
        if stems_of(rule.table)[-1:] != (stem(of),):
            named |= {each for each in _columns_told(rule) if stem(of) in stems_of(each)}
        told = _Told(of, found["group"], found["told"], frozenset(named))
        if table is not None and of not in _ON_THEIR_OWN:
            rule = _within(rule, told, table)
    return rule


def _within(rule: Rule, told: _Told, table: TableSnapshot) -> Rule:
    columns = [*_columns_told(rule)]
    if told.named.isdisjoint(columns):
        return rule
    if isinstance(rule, BrokenRows) and not _is_in_order(rule):
        if told.is_plural and _HELD.search(told.then):
            raise Misfit(
                f"the {told.of} of a {told.group} are several: say what one row must be, or "
                f"'Each {told.group} must have a row with …', 'Each … must have only one …'"
            )
        return rule
    keys = [*_keys_called(told.group, table, columns)]
    if isinstance(rule, FailingMetrics):
        return _measured(rule, told, keys, table)
    if not told.is_plural and not isinstance(rule, SequenceGaps | MissingDates):
        return rule
    return _grouped(rule, told, keys, table)


def _measured(rule: FailingMetrics, told: _Told, keys: list[str], table: TableSnapshot) -> Rule:
    """The measure in each group; of all rows where one of them has one value."""
    if rule.by or rule.per:
        return rule
    several = [key for key in keys if not _is_unique(key, table)]
    if told.is_plural and len(several) == len(keys) == 1:
        return rule.model_copy(update={"by": tuple(keys)})
    is_row = stems_of(table.table)[-1:] == (stem(told.group),)
    if several or (told.is_plural and (keys or is_row)):
        raise Misfit(
            f"the {told.of} of one {told.group}, or of all of them together: say 'within each …', "
            "and name the column, or 'over all rows'"
        )
    return rule


def _is_unique(name: str, table: TableSnapshot) -> bool:
    column = table.column(name)
    return column is not None and column.unique


def _grouped(rule: Rule, told: _Told, keys: list[str], table: TableSnapshot) -> Rule:
    if any(_is_unique(key, table) for key in keys):
        if isinstance(rule, Duplicates) and len(rule.columns) > 1:
            raise Misfit(
                f"the {told.of} of one {told.group} are in one row; say 'must differ from'"
            )
        return rule
    is_row = stems_of(table.table)[-1:] == (stem(told.group),)
    if len(keys) > 1 or (not keys and is_row):
        raise Misfit(
            f"the {told.of} of one {told.group} are told by no one column of {table.table}; say "
            "'… within each …', and name the column"
        )
    if not keys:
        return rule
    if isinstance(rule, SequenceGaps) and rule.way == "between" and keys[0] not in rule.by:
        raise Misfit(
            f"the {told.of} of each {told.group} would be counted over all of them; say "
            f"'{rule.column} must run from 1 without gaps within each {keys[0]}'"
        )
    return grouped_by(rule, keys[0])


def _columns_told(rule: Rule) -> Iterator[str]:
    """The columns whose cells are compared with those of other rows."""
    if isinstance(rule, Duplicates):
        yield from rule.columns
    elif isinstance(rule, SequenceGaps | MissingDates):
        yield rule.column
    elif isinstance(rule, BrokenRows | FailingMetrics):
        for part in walk(rule.must):
            if isinstance(part, Cell | Lookup):
                yield part.column


def _is_in_order(rule: BrokenRows) -> bool:
    return any(isinstance(part, Previous) for part in walk(rule.must))


def _keys_called(group: str, table: TableSnapshot, told: list[str]) -> Iterator[str]:
    """The columns that are called as the group is, or are its key: ``till``, ``order_no``."""
    exact = [each.name for each in table.columns if stems_of(each.name) == (stem(group),)]
    keys = [
        each.name
        for each in table.columns
        if stems_of(each.name)[:-1] == (stem(group),) and stems_of(each.name)[-1] in ID_WORDS
    ]
    for name in keys or exact:
        if name not in told:
            yield name


def _refuse_starts(rule: Rule, text: str) -> None:
    """Line numbers that start with 1 in each order: the first of them is 1."""
    if not isinstance(rule, BrokenRows) or not _STARTS_IN_EACH.search(text):
        return
    if any(isinstance(part, Matches) and part.how == How.STARTS for part in walk(rule.must)):
        raise Misfit(
            "numbers that start with 1 in each group count on from row to row; say '… must run "
            "from 1 without gaps within each …'"
        )


# In a row ---------------------------------------------------------------------------------------

_COUNTED = "(?:two|three|four|five|six|seven|eight|nine|ten|one|\\d+|several|many|multiple|more)"
_IN_A_ROW = re.compile(
    rf"\b{_COUNTED} (?:(?!in\b|rows?\b|records?\b|lines?\b)[\w-]+ ){{1,4}}"
    r"(?:in a row|in succession|running|back to back|one after (?:the other|another))(?= |$)"
    rf"|\b{_COUNTED} (?:consecutive|successive) "
    r"(?!rows?\b|records?\b|lines?\b|digits?\b|letters?\b)"
)
_WITHIN_A_NUMBER = re.compile(
    rf"\b(?:have|has|with|get|gets) (?:at most |at least )?{_COUNTED} (?:[\w-]+ ){{1,3}}"
    rf"(?:within|out of|in|of|among) (?:any )?{_COUNTED}(?= ?[.;,!?]|$)"
)


def refuse_runs_as_counts(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading of "two shifts in a row" that looks from row to row.

    Raises:
        Misfit: it counts all rows, or takes the number for a value.
    """
    text = " ".join(token.low for token in tokens)
    parts = [*walk(rule)]
    if _IN_A_ROW.search(text) and not any(isinstance(each, Previous | Matches) for each in parts):
        is_value = isinstance(rule, BrokenRows) and any(map(_is_small_number, parts))
        if is_value or not isinstance(rule, BrokenRows | SequenceGaps):
            raise Misfit(
                "'in a row' is told of rows that follow each other; say 'No two consecutive rows "
                "may have the same …'"
            )
    is_off = any(isinstance(each, Compare) and each.tolerance for each in parts)
    if is_off and _WITHIN_A_NUMBER.search(text):
        raise Misfit("so many within so many rows that follow each other is no tolerance")


def _is_small_number(part: Term) -> bool:
    if not isinstance(part, Compare) or not isinstance(part.right, Constant):
        return False
    return str(part.right.value) in {*"0123456789", "10"}
