"""Which change of a verdict goes to which route, and when.

Nothing here touches a disk or a network.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time
from fnmatch import fnmatchcase
from zoneinfo import ZoneInfo

from backend.contracts.alert import PendingAlert, VerdictChange
from backend.contracts.check import Severity
from backend.contracts.settings import AlertRoute, AlertSettings
from backend.contracts.verdict import RunRecord, Verdict

INVALID = "invalid-check"
_WORST_FIRST = (Verdict.ERROR, Verdict.FAIL, Verdict.WARN, Verdict.SKIPPED, Verdict.PASS)
_SEVERITIES = tuple(each.value for each in Severity)


def worst_by_check(records: Iterable[RunRecord]) -> dict[str, RunRecord]:
    """One record for each id: of entries that share one, the worst counts."""
    worst: dict[str, RunRecord] = {}
    for record in records:
        other = worst.setdefault(record.check_id, record)
        worst[record.check_id] = min(other, record, key=_rank)
    return worst


def find_changes(
    records: Mapping[str, RunRecord], verdicts: Mapping[str, str]
) -> tuple[VerdictChange, ...]:
    """The checks that came out otherwise than in ``verdicts``; both are by check id.

    A check of which nothing was told yet is no change while it passes.
    """
    changes = (_change(record, verdicts.get(each, "")) for each, record in records.items())
    return tuple(
        change for change in changes if change.verdict != (change.before or Verdict.PASS.value)
    )


def pending_for(
    changes: Iterable[VerdictChange], routes: Iterable[AlertRoute]
) -> tuple[PendingAlert, ...]:
    """What each route is to be told: one alert for each owner."""
    changes = tuple(changes)
    found = []
    for route in routes:
        by_owner: dict[str, list[VerdictChange]] = {}
        for change in changes:
            if fits(route, change):
                by_owner.setdefault(_same_owner(change.owner), []).append(change)
        found += [
            PendingAlert(route=route.name, owner=told[0].owner.strip(), changes=tuple(told))
            for told in by_owner.values()
        ]
    return tuple(found)


def join_by_owner(pending: Iterable[PendingAlert]) -> list[list[PendingAlert]]:
    """What goes out as one digest; what failed least often comes first."""
    groups: dict[tuple[str, str], list[PendingAlert]] = {}
    for each in pending:
        groups.setdefault((each.route, _same_owner(each.owner)), []).append(each)
    return sorted(groups.values(), key=lambda group: max(each.attempts for each in group))


def fits(route: AlertRoute, change: VerdictChange) -> bool:
    """Whether a route is told of a change.

    An entry that could not be read has no severity, tags or owner that one could rely on: every
    route that is told of an ERROR is told of it.
    """
    if not {change.before, change.verdict} & {verdict.value for verdict in route.verdicts}:
        return False
    if change.code == INVALID:
        return not change.owner or _matches((change.owner,), route.owners)
    return (
        _gravity(change.severity) >= _gravity(route.severity.value)
        and _matches((change.owner.strip(),), route.owners)
        and _matches(change.tags, route.tags)
    )


def is_quiet(route: AlertRoute, settings: AlertSettings, now: datetime) -> bool:
    """Whether a route is left in peace at this moment (a time with its zone)."""
    hours = settings.quiet_hours if route.quiet_hours is None else route.quiet_hours
    if not hours:
        return False
    zone = UTC if settings.time_zone == "UTC" else ZoneInfo(settings.time_zone)
    clock = now.astimezone(zone).time().replace(tzinfo=None)
    start, end = (time.fromisoformat(text) for text in hours.split("-"))
    if start < end:
        return start <= clock < end
    return clock >= start or clock < end


def _rank(record: RunRecord) -> int:
    return _WORST_FIRST.index(record.verdict)


def _change(record: RunRecord, before: str) -> VerdictChange:
    return VerdictChange(
        run_id=record.run_id,
        at=record.started_at,
        check_id=record.check_id,
        check_name=record.check_name,
        severity=record.severity,
        owner=record.owner,
        tags=record.tags,
        before=before,
        verdict=record.verdict.value,
        code=record.code,
        summary=record.summary,
        reason=record.reason,
        flagged_path=record.flagged_path,
    )


def _same_owner(owner: str) -> str:
    return owner.strip().casefold()


def _gravity(severity: str) -> int:
    """One that is not known is the gravest."""
    return _SEVERITIES.index(severity) if severity in _SEVERITIES else len(_SEVERITIES)


def _matches(facts: Iterable[str], patterns: tuple[str, ...]) -> bool:
    if not patterns:
        return True
    return any(fnmatchcase(fact.lower(), each.lower()) for fact in facts for each in patterns)
