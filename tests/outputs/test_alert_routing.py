from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from backend.contracts.alert import PendingAlert, VerdictChange
from backend.contracts.settings import AlertRoute, AlertSettings
from backend.contracts.verdict import RunRecord, Verdict
from backend.outputs.alert_routing import (
    find_changes,
    fits,
    is_quiet,
    join_by_owner,
    pending_for,
    worst_by_check,
)


def change(**fields: Any) -> VerdictChange:
    given = {
        "run_id": "r", "at": "", "check_id": "C", "check_name": "n", "severity": "medium",
        "owner": "ann@example.org", "tags": ("money", "eu"), "before": "PASS", "verdict": "FAIL",
        "code": "", "summary": "", "reason": "",
    }  # fmt: skip
    return VerdictChange.model_validate(given | fields)


def route(**fields: Any) -> AlertRoute:
    return AlertRoute.model_validate({"name": "r", "url_env": "U"} | fields)


def record(check_id: str, verdict: str, **fields: Any) -> RunRecord:
    given = {
        "run_id": "r", "check_id": check_id, "check_name": "n", "summary": "", "tested": 1,
        "flagged": 0, "started_at": "", "as_of": "", "verdict": verdict,
    }  # fmt: skip
    return RunRecord.model_validate(given | fields)


INVALID = {"code": "invalid-check", "verdict": "ERROR", "owner": "", "tags": (), "before": ""}
FITS: dict[str, tuple[dict[str, Any], dict[str, Any], bool]] = {
    "everything": ({}, {}, True),
    "severity at least": ({"severity": "medium"}, {}, True),
    "severity below": ({"severity": "high"}, {}, False),
    "severity above": ({"severity": "high"}, {"severity": "critical"}, True),
    "unknown severity is the gravest": ({"severity": "critical"}, {"severity": "dire"}, True),
    "owner": ({"owners": ("ANN@*",)}, {}, True),
    "other owner": ({"owners": ("bob@*",)}, {}, False),
    "one of the owners": ({"owners": ("bob@*", "ann@*")}, {}, True),
    "no owner": ({"owners": ("*@example.org",)}, {"owner": ""}, False),
    "tag": ({"tags": ("EU",)}, {}, True),
    "other tag": ({"tags": ("us",)}, {}, False),
    "all that is given has to fit": ({"tags": ("eu",), "severity": "high"}, {}, False),
    "comes to a verdict": ({"verdicts": ("FAIL",)}, {}, True),
    "leaves it": ({"verdicts": ("FAIL",)}, {"before": "FAIL", "verdict": "PASS"}, True),
    "neither": ({"verdicts": ("ERROR",)}, {}, False),
    "warnings are asked for": ({}, {"verdict": "WARN"}, False),
    "and are told then": ({"verdicts": ("WARN",)}, {"verdict": "WARN"}, True),
    "unreadable entry goes to all": ({"severity": "critical", "tags": ("x",)}, INVALID, True),
    "of its owner, where that can be read": (
        {"owners": ("bob@*",)}, INVALID | {"owner": "ann@x"}, False
    ),
}  # fmt: skip


@pytest.mark.parametrize(("wanted", "came", "does_fit"), FITS.values(), ids=FITS)
def test_route_fits(wanted: dict[str, Any], came: dict[str, Any], does_fit: bool) -> None:
    assert fits(route(**wanted), change(**came)) is does_fit


HOURS: dict[str, tuple[str, str | None, str, str, bool]] = {
    "none": ("", None, "UTC", "2026-11-20T23:00+00:00", False),
    "over midnight, before it": ("22:00-07:00", None, "UTC", "2026-11-20T23:00+00:00", True),
    "over midnight, after it": ("22:00-07:00", None, "UTC", "2026-11-20T06:59+00:00", True),
    "its end is loud": ("22:00-07:00", None, "UTC", "2026-11-20T07:00+00:00", False),
    "its start is quiet": ("22:00-07:00", None, "UTC", "2026-11-20T22:00+00:00", True),
    "by day": ("12:00-14:00", None, "UTC", "2026-11-20T13:00+00:00", True),
    "outside of the day's": ("12:00-14:00", None, "UTC", "2026-11-20T23:00+00:00", False),
    "of the zone": ("22:00-07:00", None, "Europe/Berlin", "2026-11-20T21:30+00:00", True),
    "of the zone in summer": (
        "22:00-07:00",
        None,
        "Europe/Berlin",
        "2026-07-20T05:30+00:00",
        False,
    ),
    "the route's own": ("22:00-07:00", "", "UTC", "2026-11-20T23:00+00:00", False),
    "the route's own hours": ("", "22:00-23:30", "UTC", "2026-11-20T23:00+00:00", True),
}


@pytest.mark.parametrize(("common", "own", "zone", "at", "quiet"), HOURS.values(), ids=HOURS)
def test_quiet_hours(common: str, own: str | None, zone: str, at: str, quiet: bool) -> None:
    settings = AlertSettings(quiet_hours=common, time_zone=zone)

    assert is_quiet(route(quiet_hours=own), settings, datetime.fromisoformat(at)) is quiet


CHANGES: dict[str, tuple[str, str, bool]] = {
    "worse": ("PASS", "FAIL", True),
    "as before": ("FAIL", "FAIL", False),
    "better": ("FAIL", "PASS", True),
    "first, bad": ("", "FAIL", True),
    "first, good": ("", "PASS", False),
    "first, nothing to test": ("", "SKIPPED", True),
}


@pytest.mark.parametrize(("before", "now", "is_change"), CHANGES.values(), ids=CHANGES)
def test_change_of_verdict(before: str, now: str, is_change: bool) -> None:
    found = find_changes({"C": record("C", now)}, {"C": before} if before else {})

    assert [(each.before, each.verdict) for each in found] == ([(before, now)] if is_change else [])


def test_of_entries_that_share_an_id_the_worst_counts() -> None:
    found = worst_by_check([record("C", "PASS"), record("C", "ERROR"), record("C", "FAIL")])

    assert found["C"].verdict is Verdict.ERROR


def test_one_alert_for_each_owner_of_a_route() -> None:
    changes = [
        change(check_id="A", owner="ann@example.org"),
        change(check_id="B", owner="bob@example.org"),
        change(check_id="C", owner=" Ann@Example.org"),
        change(check_id="D", owner="", severity="low"),
    ]
    routes = [route(name="all"), route(name="grave", severity="medium", owners=("ann*",))]

    found = pending_for(changes, routes)

    told = [(each.route, each.owner, [c.check_id for c in each.changes]) for each in found]
    assert told == [
        ("all", "ann@example.org", ["A", "C"]),
        ("all", "bob@example.org", ["B"]),
        ("all", "", ["D"]),
        ("grave", "ann@example.org", ["A", "C"]),
    ]


def test_what_failed_least_often_is_sent_first() -> None:
    def pending(route: str, owner: str, attempts: int) -> PendingAlert:
        return PendingAlert(route=route, owner=owner, changes=(change(),), attempts=attempts)

    alerts = [
        pending("a", "x", 3),
        pending("a", "y", 0),
        pending("a", "X", 0),
        pending("b", "x", 1),
    ]

    groups = [[(e.route, e.owner) for e in group] for group in join_by_owner(alerts)]

    assert groups == [[("a", "y")], [("b", "x")], [("a", "x"), ("a", "X")]]
