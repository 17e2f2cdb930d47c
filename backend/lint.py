"""Warnings about checks as they are written, told without running any of them.

Nothing here writes. What is told of two checks, or of one, is certain from their rules alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from backend.contracts.check import Check, InvalidCheck, Stage, Threshold
from backend.contracts.errors import PlanError
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.records import name_of
from backend.rule_bounds import clash, leaves_nothing, never_fails
from backend.rules.language.terms import Parameter
from backend.rules.language.walk import walk
from backend.store.checks_file import read_checks
from backend.understanding import (
    Understood,
    looking_at,
    offline_planner,
    say_meaning,
    understand,
)

_MOST_NAMES = 10
_REASON = "disabled:"


class Finding(NamedTuple):
    """One thing to look at; with ``is_broken`` the check is none until it is mended."""

    place: str
    code: str
    text: str
    is_broken: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.text} [{self.code}]"


def lint(workspace: Workspace) -> list[Finding]:
    """What there is to say of the checks of a workspace, check by check, then table by table.

    Raises:
        AgentError: the checks or the data cannot be read.
    """
    file = read_checks(workspace)
    asked = {table for check in file.checks for table in check.target_table}
    with looking_at(workspace, asked) as sight:
        rules = [check for check in file.checks if check.stage is Stage.RULE]
        found: list[Understood] = []
        findings = [*map(_invalid, file.invalid), *_read(rules, sight.schema, found)]
        findings += [*_alone(found), *_together(found), *_disabled(rules)]
        entries: list[Check | InvalidCheck] = [*file.checks, *file.invalid]
        order = {name_of(entry): number for number, entry in enumerate(entries)}
        findings.sort(key=lambda finding: order.get(finding.place, len(order)))
        return [*findings, *_tables(sight.schema, found, file.checks)]


def _invalid(entry: InvalidCheck) -> Finding:
    place = name_of(entry)
    return Finding(place, "invalid-check", entry.message, is_broken=True)


def _read(checks: Iterable[Check], schema: Schema, found: list[Understood]) -> Iterator[Finding]:
    """Plan each enabled check; those that compile are put into ``found``."""
    planner = offline_planner()
    for check in checks:
        if not check.enabled:
            continue
        try:
            found.append(understand(check, schema, planner))
        except PlanError as declined:
            text = str(declined).removeprefix(f"{check.check_id}: ")
            yield Finding(check.check_id, declined.code, text, is_broken=True)


def _alone(found: Sequence[Understood]) -> Iterator[Finding]:
    """What one rule says of itself."""
    for each in found:
        nothing = leaves_nothing(each.rule)
        if never_fails(each.rule):
            fact = f"nothing can break it ({each.plan.restatement.rstrip('.')})."
            yield Finding(each.check.check_id, "never-fails", f"{fact} Tighten it, or drop it.")
        elif _limit_is_out_of_reach(each.check):
            fact = f"its fail_if {each.check.fail_if!r} is out of reach, so it never fails."
            yield Finding(each.check.check_id, "never-fails", f"{fact} Lower it.")
        elif nothing:
            fact = f"no {nothing} can keep it ({each.plan.restatement.rstrip('.')})."
            yield Finding(each.check.check_id, "cannot-hold", f"{fact} Mend its bounds.")


def _limit_is_out_of_reach(check: Check) -> bool:
    """More than all rows are never flagged; a check that warns before has its use."""
    if check.fail_if is None or check.warn_if is not None:
        return False
    limit = Threshold.parse(check.fail_if)
    is_fixed = limit.percent and limit.days is None
    return is_fixed and (limit.limit > 100 or (limit.limit == 100 and not limit.inclusive))


def _together(found: Sequence[Understood]) -> Iterator[Finding]:
    """What two rules say of each other."""
    by_table: dict[str, list[Understood]] = defaultdict(list)
    for each in found:
        by_table[each.rule.table].append(each)
    for group in by_table.values():
        for first, second in combinations(group, 2):
            yield from _pair(first, second)


def _pair(first: Understood, second: Understood) -> Iterator[Finding]:
    mine, other = second.check.check_id, first.check.check_id
    if _judgement(first) == _judgement(second):
        fact = f"it says the same as {other} ({first.plan.restatement.rstrip('.')})."
        yield Finding(mine, "duplicate", f"{fact} Drop one of the two.")
        return
    told = clash(first.rule, second.rule)
    if told:
        yield Finding(mine, "contradiction", f"it contradicts {other}: {told}. Mend one of them.")


def _judgement(found: Understood) -> tuple[object, ...]:
    """The rule with all that makes its verdict."""
    named = {part.name for part in walk(found.rule) if isinstance(part, Parameter)}
    given = tuple((name, found.check.params.get(name)) for name in sorted(named))
    return say_meaning(found.rule), given, found.check.warn_if, found.check.fail_if


def _disabled(checks: Iterable[Check]) -> Iterator[Finding]:
    for check in checks:
        if not check.enabled and not any(tag.startswith(_REASON) for tag in check.tags):
            cure = f"Say why in a tag ({_REASON!r} and a reason), or enable it."
            yield Finding(check.check_id, "disabled", f"it is disabled without a reason. {cure}")


# Tables --------------------------------------------------------------------------------------


def _tables(
    schema: Schema, found: Sequence[Understood], checks: Sequence[Check]
) -> Iterator[Finding]:
    """Columns that no rule reads, a line for each table."""
    read = {pair for each in found for pair in each.rule.reads()}
    named = {table for check in checks for table in check.target_table}
    for table, snapshot in sorted(schema.lasting.tables.items()):
        unread = [name for name in snapshot.column_names if (table, name) not in read]
        if len(unread) == len(snapshot.columns) and table not in named:
            cure = f"Ask for ideas: suggest {table}."
            yield Finding(table, "unread-table", f"no check is about this table. {cure}")
        elif unread:
            fact = f"no check reads {_say_names(unread)}."
            yield Finding(table, "unread-columns", f"{fact} Add checks: suggest {table}.")
    for table, problem in sorted(schema.problems.items()):
        yield Finding(table, problem.code, problem.message)


def _say_names(names: Sequence[str]) -> str:
    shown, more = names[:_MOST_NAMES], len(names) - _MOST_NAMES
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    *most, last = shown
    return f"{', '.join(most)} and {last}" if most else last
