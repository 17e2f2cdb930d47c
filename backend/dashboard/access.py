"""Who may look, and who may start a run.

Rules of this file: the stricter of two settings counts; settings that cannot be read let nobody
run. Names count only where a log-in service tells them (``st.login``), and then whoever is not
logged in sees nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace
from backend.dashboard.options import Options

if TYPE_CHECKING:
    from backend.contracts.settings import DashboardSettings

_CLAIMS = ("preferred_username", "sub")


class Visitor(NamedTuple):
    """Who looks; ``names`` are in small letters, ``shown`` is how the service calls the person."""

    has_login: bool
    """Whether visitors of this dashboard log in at all."""
    is_logged_in: bool
    names: frozenset[str] = frozenset()
    shown: str = ""

    @property
    def may_look(self) -> bool:
        """Whether anything is shown."""
        return self.is_logged_in or not self.has_login


class Access(NamedTuple):
    """Whether this visitor may start a run, and if not, why, in a sentence."""

    may_run: bool
    why: str = ""


ANYBODY = Visitor(has_login=False, is_logged_in=False)


def read_visitor(claims: Mapping[str, object] | None = None) -> Visitor:
    """The visitor as the log-in service tells (``claims``: as Streamlit gives them)."""
    told = st.user.to_dict() if claims is None else dict(claims)
    if "is_logged_in" not in told:
        return ANYBODY
    if told["is_logged_in"] is not True:
        return Visitor(has_login=True, is_logged_in=False)
    names = [told.get(claim) for claim in _CLAIMS]
    if told.get("email_verified", True) is True:
        names.append(told.get("email"))
    known = [name for name in names if isinstance(name, str) and name]
    shown = next((str(told[name]) for name in ("email", "name", "sub") if told.get(name)), "")
    return Visitor(True, True, frozenset(name.casefold() for name in known), shown)


def may_run(visitor: Visitor, options: Options, *, home: Path, base: Path) -> Access:
    """Judge by how the dashboard was started, and by the settings of its workspace.

    ``home`` is the workspace that the dashboard was started for; whoever looks at another one is
    bound by the settings of both, so that no folder of one's own opens what is closed.
    """
    if options.read_only:
        return Access(False, "Read-only: nothing can be started from here.")
    from backend.store.settings_file import read_settings  # its contracts are slow to import

    try:
        settings = [
            read_settings(Workspace(place)).dashboard for place in dict.fromkeys([home, base])
        ]
    except WorkspaceError as error:
        return Access(False, f"Nothing can be started: {error}")
    return judge(visitor, settings)


def judge(visitor: Visitor, settings: Iterable[DashboardSettings]) -> Access:
    """Whether all of these settings let this visitor run."""
    for each in settings:
        if each.read_only:
            return Access(False, "Read-only: the settings let nobody start a run.")
        if visitor.has_login and not _is_named(visitor, each):
            who = f"{visitor.shown}: " if visitor.shown else ""
            return Access(False, f"{who}You may look. The settings do not name you to start runs.")
        if each.may_run and not visitor.has_login:
            fact = "The settings name who may start runs, but visitors do not log in here."
            return Access(False, f"{fact} Set up the log-in service, as docs/dashboard.md tells.")
    return Access(True)


def _is_named(visitor: Visitor, settings: DashboardSettings) -> bool:
    named = {name.strip().casefold() for name in settings.may_run}
    return visitor.is_logged_in and bool(visitor.names & named)
