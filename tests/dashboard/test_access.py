"""Who may look and who may run: the stricter word counts, and doubt lets nobody run."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.settings import DashboardSettings
from backend.dashboard.access import ANYBODY, Visitor, judge, may_run, read_visitor
from backend.dashboard.options import Options

ANN = Visitor(True, True, frozenset({"ann@example.org"}), "ann@example.org")
STRANGER = Visitor(has_login=True, is_logged_in=False)
OPEN = DashboardSettings()
CLOSED = DashboardSettings(read_only=True)
FOR_ANN = DashboardSettings(may_run=(" Ann@Example.org ",))
FOR_BOB = DashboardSettings(may_run=("bob@example.org",))


@pytest.mark.parametrize(
    ("visitor", "settings", "may"),
    [
        (ANYBODY, [OPEN], True),
        (ANYBODY, [CLOSED], False),
        (ANYBODY, [FOR_ANN], False),
        (ANN, [FOR_ANN], True),
        (ANN, [OPEN], False),
        (ANN, [FOR_BOB], False),
        (ANN, [FOR_ANN, CLOSED], False),
        (ANN, [FOR_ANN, FOR_BOB], False),
        (ANN._replace(names=frozenset()), [FOR_ANN], False),
        (STRANGER, [FOR_ANN], False),
    ],
    ids=[
        "no log-in, nothing set",
        "read-only",
        "names without a log-in",
        "named",
        "log-in, nobody named",
        "somebody else named",
        "another workspace is closed",
        "another workspace names others",
        "nameless",
        "not logged in",
    ],
)
def test_settings_say_who_may_run(
    visitor: Visitor, settings: list[DashboardSettings], may: bool
) -> None:
    found = judge(visitor, settings)

    assert found.may_run is may
    assert bool(found.why) is not may


@pytest.mark.parametrize(
    ("claims", "may_look", "names"),
    [
        ({}, True, set()),
        ({"email": "ann@example.org"}, True, set()),
        ({"is_logged_in": False}, False, set()),
        ({"is_logged_in": "yes", "email": "a@x.org"}, False, set()),
        ({"is_logged_in": True, "email": "Ann@X.org", "sub": "17"}, True, {"ann@x.org", "17"}),
        ({"is_logged_in": True, "email": "a@x.org", "email_verified": False}, True, set()),
        ({"is_logged_in": True, "name": "Ann", "preferred_username": "ann"}, True, {"ann"}),
        ({"is_logged_in": True, "email": None, "sub": 7}, True, set()),
    ],
    ids=[
        "no log-in service",
        "a name that no service told",
        "not logged in",
        "no true yes",
        "e-mail and subject",
        "e-mail not verified",
        "account name, and not the display name",
        "no texts",
    ],
)
def test_names_are_those_that_the_service_vouches_for(
    claims: dict[str, object], may_look: bool, names: set[str]
) -> None:
    visitor = read_visitor(claims)

    assert (visitor.may_look, visitor.names) == (may_look, names)


def write(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "settings.toml").write_text(text)
    return folder


def test_a_folder_of_ones_own_opens_nothing(tmp_path: Path) -> None:
    home = write(tmp_path / "home", "[dashboard]\nread_only = true")
    own = write(tmp_path / "own", "")

    assert may_run(ANYBODY, Options(), home=own, base=own).may_run
    assert not may_run(ANYBODY, Options(), home=home, base=own).may_run
    assert not may_run(ANYBODY, Options(), home=own, base=home).may_run


def test_started_read_only_nobody_may(tmp_path: Path) -> None:
    assert not may_run(ANYBODY, Options(read_only=True), home=tmp_path, base=tmp_path).may_run


def test_settings_that_cannot_be_read_let_nobody_run(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "[dashboard")
    found = may_run(ANYBODY, Options(), home=base, base=base)

    assert not found.may_run
    assert "settings.toml" in found.why
