"""Telling owners: what changed in a run goes on disk first, and then to the receivers.

Rules of this file: no receiver fails a run, and what it did not take is told and tried again with
the next runs; what is on disk (``alerts.json``) was noticed, so that a kill at any moment loses
nothing, and at worst tells something twice; no address and no row is ever kept or told here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from backend.alert_rows import rows_for
from backend.contracts.alert import AlertState, PendingAlert
from backend.contracts.errors import WorkspaceError
from backend.contracts.settings import AlertRoute, AlertSettings, Settings
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.llm.redact import Redactor
from backend.outputs.alert_delivery import OWNER, Delivered, Message, address_of, deliver
from backend.outputs.alert_digest import Digest, say_test, write_digest
from backend.outputs.alert_routing import (
    find_changes,
    is_quiet,
    join_by_owner,
    pending_for,
    worst_by_check,
)
from backend.records import INTERRUPTED, OUT_OF_TIME
from backend.store.alert_state import read_alert_state, write_alert_state

_HELD = Delivered(False, was_tried=False)


@dataclass(frozen=True)
class Told:
    """How many digests were taken and how many alerts wait, and what is to be told of it."""

    sent: int = 0
    waiting: int = 0
    trouble: tuple[str, ...] = ()


class _Turn(NamedTuple):
    """One digest: its message, or what came of it already where there is none."""

    group: list[PendingAlert]
    message: Message | None = None
    came: Delivered = _HELD


def send_alerts(workspace: Workspace, settings: Settings, records: Sequence[RunRecord]) -> Told:
    """Tell of the checks whose verdict changed, and of what waited; the caller holds the lock.

    Without routes in the settings nothing is read or written. A check that was not begun leaves
    what was told of it, and a run that was told to end sends nothing: that goes with the next one.
    """
    if not settings.alerts.routes:
        return Told()
    trouble: list[str] = []
    is_ending = any(record.code == INTERRUPTED for record in records)
    begun = [record for record in records if record.code not in (INTERRUPTED, OUT_OF_TIME)]
    try:
        state = _noticed(workspace, settings, begun, trouble)
        if is_ending:
            return Told(waiting=len(state.pending), trouble=tuple(trouble))
        return _send(workspace, settings, state, trouble)
    except WorkspaceError as error:
        return Told(trouble=(*trouble, f"Alerts could not be sent. {error}"))


def try_routes(settings: Settings, owner: str, names: Sequence[str] = ()) -> dict[str, str]:
    """Send a trial message to each route (of these names); why it was not taken, by name.

    ``owner`` is put where a route's URL asks for one.

    Raises:
        WorkspaceError: there are no such routes.
    """
    routes = {route.name: route for route in settings.alerts.routes}
    unknown = [name for name in names if name not in routes]
    if unknown or not routes:
        fact = f"there is no route {unknown[0]!r}" if unknown else "there are no routes"
        cure = "docs/alerts.md shows how to write one."
        raise WorkspaceError(f"settings.toml, alerts: {fact}. {cure}", code="no-route")
    chosen = [route for name, route in routes.items() if not names or name in names]
    return {route.name: _test(route, owner, settings.alerts) for route in chosen}


def _noticed(
    workspace: Workspace, settings: Settings, records: Sequence[RunRecord], trouble: list[str]
) -> AlertState:
    """The state with this run's changes in it, on disk."""
    before = read_alert_state(workspace, trouble)
    came = worst_by_check(records)
    changes = find_changes(came, before.verdicts)
    verdicts = {check_id: record.verdict.value for check_id, record in came.items()}
    state = AlertState(
        verdicts=before.verdicts | verdicts,
        pending=(*before.pending, *pending_for(changes, settings.alerts.routes)),
    )
    if state != before:
        write_alert_state(workspace, state)
    return state


def _test(route: AlertRoute, owner: str, settings: AlertSettings) -> str:
    url, lack = _address(route, owner)
    if lack:
        return lack
    return deliver([Message(url, say_test())], settings.seconds)[0].why


def _address(route: AlertRoute, owner: str) -> tuple[str, str]:
    """Where a route leads, and what is lacking for it."""
    url = os.environ.get(route.url_env, "").strip()
    if not url:
        return "", f"{route.url_env} is not set in the environment"
    if OWNER in url and not owner:
        return "", "its URL asks for an owner, and there is none"
    return address_of(url, owner), ""


def _send(workspace: Workspace, settings: Settings, state: AlertState, trouble: list[str]) -> Told:
    """Send what is due, and write what is left."""
    known = {route.name: route for route in settings.alerts.routes}
    groups = join_by_owner(each for each in state.pending if each.route in known)
    turns = [_turn(workspace, settings, known[group[0].route], group) for group in groups]
    messages = [turn.message for turn in turns if turn.message]
    answers = iter(deliver(messages, settings.alerts.seconds))
    results = [next(answers) if turn.message else turn.came for turn in turns]
    left = [
        each
        for turn, came in zip(turns, results, strict=True)
        for each in _left(turn.group, came, settings.alerts, trouble)
    ]
    trouble += _say_dropped(each for each in state.pending if each.route not in known)
    if tuple(left) != state.pending:
        write_alert_state(workspace, state.model_copy(update={"pending": tuple(left)}))
    return Told(sum(came.is_sent for came in results), len(left), tuple(trouble))


def _turn(
    workspace: Workspace, settings: Settings, route: AlertRoute, group: list[PendingAlert]
) -> _Turn:
    if is_quiet(route, settings.alerts, datetime.now(UTC)):
        return _Turn(group)
    url, lack = _address(route, group[0].owner)
    if lack:
        return _Turn(group, came=Delivered(False, lack))
    rows = rows_for(workspace, settings.privacy, route.sample_rows)
    changes = [change for each in group for change in each.changes]
    title, body, kind = write_digest(group[0].owner, changes, rows)
    redact = Redactor(settings.prompts.secrets).text
    return _Turn(group, Message(url, Digest(redact(title), redact(body), kind)))


def _left(
    group: list[PendingAlert], came: Delivered, settings: AlertSettings, trouble: list[str]
) -> list[PendingAlert]:
    """What of a digest has to wait for the next run."""
    if came.is_sent:
        return []
    if not came.was_tried:
        trouble += [_say_unsent(group, came, "The next run tries again")] if came.why else []
        return group
    tried = [each.model_copy(update={"attempts": each.attempts + 1}) for each in group]
    kept = [each for each in tried if each.attempts < settings.attempts]
    given_up = [each for each in tried if each.attempts >= settings.attempts]
    if kept:
        tries = max(each.attempts for each in kept)
        cure = f"The next run tries again (tried {tries} of {settings.attempts} times)"
        trouble.append(_say_unsent(kept, came, cure))
    if given_up:
        cure = f"Given up after {settings.attempts} times; runs_log.jsonl has the verdicts"
        trouble.append(_say_unsent(given_up, came, cure))
    return kept


def _say_unsent(group: Sequence[PendingAlert], came: Delivered, cure: str) -> str:
    number = sum(len(each.changes) for each in group)
    noun = "change" if number == 1 else "changes"
    owner = f" for {group[0].owner!r}" if group[0].owner else ""
    place = f"alerts, route {group[0].route!r}"
    return f"{place}: {number} {noun} of verdict{owner} could not be told: {came.why}. {cure}."


def _say_dropped(gone: Iterable[PendingAlert]) -> list[str]:
    names = sorted({each.route for each in gone})
    return [
        f"alerts, route {name!r}: no such route is left, so what waited for it is dropped."
        for name in names
    ]
