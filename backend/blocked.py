"""Why a check is not run, before anything is planned: disabled, waiting, without its tables.

Nothing here touches a disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from backend.contracts.check import Check, Stage
from backend.contracts.history import source_of
from backend.contracts.schema import Schema
from backend.contracts.verdict import Execution, Verdict
from backend.executor.judge import error_of, skipped
from backend.planner.nearest import suggest

_RANK = {stage: rank for rank, stage in enumerate(Stage)}
_GOOD = (Verdict.PASS, Verdict.WARN)


def why_not_run(
    check: Check,
    *,
    schema: Schema,
    tables: Iterable[str],
    verdicts: Mapping[str, Verdict],
    known: frozenset[str],
    circular: frozenset[str],
) -> Execution | None:
    """The verdict of a check that is not to be run, if it is not.

    ``tables`` are those it reads, ``verdicts`` the run's so far, ``known`` the ids of all checks,
    and ``circular`` those that wait for themselves.
    """
    if not check.enabled:
        return skipped(check, "disabled", "it is disabled in checks.json.")
    return _why_wait(check, verdicts, known, circular) or _why_no_table(check, tables, schema)


def in_order(checks: Sequence[Check]) -> tuple[list[Check], frozenset[str]]:
    """The checks with each after those it depends on, else as given; and who waits for itself."""
    checks = _by_stage(checks)
    by_id = {check.check_id: check for check in checks}
    done: dict[str, Check] = {}
    circular: set[str] = set()
    for check in checks:
        if check.check_id not in done:
            _visit(check, by_id, done, circular)
    return [*done.values()], frozenset(circular)


def _by_stage(checks: Sequence[Check]) -> list[Check]:
    """The checks with those of one session in the order of their stages, in the same places."""
    ordered = list(checks)
    staged = [place for place, check in enumerate(checks) if check.stage is not Stage.RULE]
    for session in {_session(checks[place]) for place in staged}:
        places = [place for place in staged if _session(checks[place]) == session]
        found = sorted((checks[place] for place in places), key=lambda each: _RANK[each.stage])
        for place, check in zip(places, found, strict=True):
            ordered[place] = check
    return ordered


def _session(check: Check) -> str:
    return check.session or check.target_table[0]


def _visit(
    check: Check, by_id: Mapping[str, Check], done: dict[str, Check], circular: set[str]
) -> None:
    """Put a check behind all that it needs; step by step, for a chain may be of any length."""
    path = {check.check_id: iter(check.depends_on)}
    while path:
        last, waiting = next(reversed(path.items()))
        needed = next((each for each in waiting if each in by_id and each not in done), None)
        if needed is None:
            path.popitem()
            done[last] = by_id[last]
        elif needed in path:
            ids = [*path]
            circular.update(ids[ids.index(needed) :])
        else:
            path[needed] = iter(by_id[needed].depends_on)


def _why_wait(
    check: Check,
    verdicts: Mapping[str, Verdict],
    known: frozenset[str],
    circular: frozenset[str],
) -> Execution | None:
    unknown = [needed for needed in check.depends_on if needed not in known]
    if unknown:
        cure = suggest(unknown[0], sorted(known), "Checks")
        fact = f"depends_on names {unknown[0]!r}, which is no check. {cure}"
        return error_of(check, "unknown-dependency", fact)
    if check.check_id in circular:
        fact = "it depends, in the end, on itself. Break the circle in depends_on."
        return error_of(check, "circular-dependency", fact)
    for needed in check.depends_on:
        verdict = verdicts.get(needed)
        if verdict not in _GOOD:
            state = f"was {verdict}" if verdict else "was not run"
            fact = f"it waits for {needed}, which {state} in this run."
            return skipped(check, "waiting", fact)
    return None


def _why_no_table(check: Check, tables: Iterable[str], schema: Schema) -> Execution | None:
    for table in dict.fromkeys(map(source_of, tables)):
        problem = schema.problems.get(table)
        if problem is not None:
            return error_of(check, problem.code, problem.message)
        if table not in schema.tables:
            cure = suggest(table, schema.tables, "Tables")
            return error_of(check, "unknown-table", f"data has no table {table!r}. {cure}")
    return None
