"""Runs that tell owners: what leaves, what waits, and what is never told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from backend.waiving import waive
from tests.receivers import MailServer, Webhook, text_of
from tests.test_waiving import LATER
from tests.tiny_workspace import ORDERS, TinyWorkspace, entry

ANN, BOB = "ann@example.org", "bob@example.org"
BAD = entry("BAD", "price must be at least 0", owner=ANN, severity="high", tags=["money"])
BAD_TOO = entry("BAD2", "price must be at least 0", owner=BOB)
VAGUE = entry("VAGUE", "be nice", owner=ANN)
GOOD_ORDERS = ORDERS.replace("-3", "3")
ROUTE = '[[alerts.routes]]\nname = "hook"\nurl_env = "DQ_HOOK"\n'

pytestmark = pytest.mark.slow  # each starts the process that sends


def make(tmp_path: Path, *entries: dict[str, Any], settings: str = ROUTE) -> TinyWorkspace:
    tiny = TinyWorkspace(tmp_path / "w", *(entries or (BAD, BAD_TOO, VAGUE)))
    tiny.workspace.settings_file.write_text(settings)
    return tiny


@pytest.fixture
def webhook(monkeypatch: pytest.MonkeyPatch) -> Iterator[Webhook]:
    with Webhook() as receiver:
        monkeypatch.setenv("DQ_HOOK", receiver.url)
        yield receiver


def told(webhook: Webhook) -> list[str]:
    """The titles of all messages so far, and forget them."""
    titles = [message["title"].removeprefix("Data checks: ") for message in webhook.messages]
    webhook.got.clear()
    return sorted(titles)


def pending(tiny: TinyWorkspace) -> list[dict[str, Any]]:
    found = json.loads(tiny.workspace.alerts_file.read_text())["pending"]
    assert isinstance(found, list)
    return found


def test_one_digest_for_each_owner_when_verdicts_change(tmp_path: Path, webhook: Webhook) -> None:
    tiny = make(tmp_path)

    assert tiny.run().trouble == ()
    assert told(webhook) == [f"1 FAIL ({BOB})", f"1 FAIL, 1 ERROR ({ANN})"]
    tiny.run()
    assert told(webhook) == []
    tiny.write_table("orders.csv", GOOD_ORDERS)
    tiny.run()
    assert told(webhook) == [f"1 back to PASS ({ANN})", f"1 back to PASS ({BOB})"]
    tiny.write_table("orders.csv", ORDERS)
    tiny.run("BAD")
    assert told(webhook) == [f"1 FAIL ({ANN})"]
    assert pending(tiny) == []


def test_waiver_and_its_end_are_told(tmp_path: Path, webhook: Webhook) -> None:
    tiny = make(tmp_path, BAD)
    tiny.run()
    told(webhook)
    waive(tiny.workspace, "BAD", until=LATER, by="ann", why="known")

    tiny.run()

    message = webhook.messages[0]
    assert message["title"] == f"Data checks: 1 back to WARN ({ANN})"
    assert f"waived until {LATER} by ann" in message["message"]


def test_mail_reaches_each_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny = make(tmp_path)
    with MailServer() as server:
        monkeypatch.setenv("DQ_HOOK", server.url)
        tiny.run()

    letters = {recipients[0]: text_of(letter) for recipients, letter in server.letters}
    assert sorted(letters) == [ANN, BOB]
    assert "BAD2 name of BAD2 (medium): new → FAIL" in letters[BOB]
    assert "VAGUE" not in letters[BOB]


NOW, HOUR = datetime.now(UTC), timedelta(hours=1)
QUIET = f'quiet_hours = "{NOW - HOUR:%H:%M}-{NOW + HOUR:%H:%M}"\n'


def test_quiet_hours_hold_back_and_lose_nothing(tmp_path: Path, webhook: Webhook) -> None:
    tiny = make(tmp_path, BAD, settings=ROUTE + QUIET)
    tiny.run()
    tiny.write_table("orders.csv", GOOD_ORDERS)
    assert tiny.run().trouble == ()
    assert told(webhook) == []
    assert [each["attempts"] for each in pending(tiny)] == [0, 0]

    tiny.workspace.settings_file.write_text(ROUTE)
    tiny.run()

    assert "BAD name of BAD (high): new → FAIL → PASS" in webhook.messages[0]["message"]
    assert told(webhook) == [f"1 back to PASS ({ANN})"]
    assert pending(tiny) == []


def test_dead_receiver_is_told_and_tried_again(tmp_path: Path, webhook: Webhook) -> None:
    tiny = make(tmp_path, BAD)
    webhook.status = 500

    report = tiny.run()

    assert report.exit_code == 1
    assert report.trouble == (
        f"alerts, route 'hook': 1 change of verdict for {ANN!r} could not be told: it answered "
        "with HTTP 500. The next run tries again (tried 1 of 5 times).",
    )
    webhook.status, _ = 200, told(webhook)
    assert tiny.run().trouble == ()
    assert told(webhook) == [f"1 FAIL ({ANN})"]


def test_dead_receiver_is_given_up_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DQ_HOOK", raising=False)
    tiny = make(tmp_path, BAD, settings="[alerts]\nattempts = 2\n" + ROUTE)

    endings = [tiny.run().trouble for _ in range(3)]

    assert "DQ_HOOK is not set in the environment" in endings[0][0]
    assert "tried 1 of 2 times" in endings[0][0]
    assert "Given up after 2 times" in endings[1][0]
    assert endings[2] == ()
    assert pending(tiny) == []


def test_no_key_in_what_a_run_leaves_or_says(tmp_path: Path, webhook: Webhook) -> None:
    tiny = make(tmp_path, settings=ROUTE)
    webhook.status = 403

    report = tiny.run()

    left = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    said = " ".join(report.trouble).encode()
    assert len(report.trouble) == 2
    assert not [key for key in (b"hush-hush", b"5eCr3t") if key in left + said]


PRIVACY = {
    "names": ('[privacy]\nshare = "names"\n', []),
    "profile": ('[privacy]\nshare = "profile"\n', []),
    "samples": (
        '[privacy]\nshare = "samples"\n',
        ["  - _source: orders.csv:3, order_id: 2, user_id: 9, price: -3, day: 2031-01-01"],
    ),
    "hidden": (
        '[privacy]\nshare = "samples"\nhidden = ["orders.user_id", "*.day"]\n',
        ["  - _source: orders.csv:3, order_id: 2, price: -3"],
    ),
    "none": ('[privacy]\nshare = "samples"\nsample_rows = 0\n', []),
    "secret": (
        '[privacy]\nshare = "samples"\nhidden = ["*.day"]\n[prompts]\nsecrets = ["price: .*"]\n',
        ["  - _source: orders.csv:3, order_id: 2, user_id: 9, [secret]"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("privacy", "rows"), PRIVACY.values(), ids=PRIVACY)
def test_rows_are_told_only_where_they_may(
    privacy: str, rows: list[str], tmp_path: Path, webhook: Webhook
) -> None:
    tiny = make(tmp_path, BAD, settings=privacy + ROUTE + "sample_rows = 3\n")

    tiny.run()

    body = webhook.messages[0]["message"].splitlines()
    assert [line for line in body if line.startswith("  - ")] == rows


def test_route_that_asks_for_no_rows_gets_none(tmp_path: Path, webhook: Webhook) -> None:
    make(tmp_path, BAD, settings='[privacy]\nshare = "samples"\n' + ROUTE).run()

    body = webhook.messages[0]["message"].splitlines()
    assert [line for line in body if line.startswith("  - ")] == []


def test_without_routes_nothing_is_kept(tmp_path: Path) -> None:
    tiny = make(tmp_path, BAD, settings="")

    assert tiny.run().trouble == ()
    assert not tiny.workspace.alerts_file.exists()


def test_damaged_memory_of_alerts_fails_no_run(tmp_path: Path, webhook: Webhook) -> None:
    tiny = make(tmp_path, BAD)
    tiny.run()
    told(webhook)
    tiny.workspace.alerts_file.write_text("{")

    report = tiny.run()

    assert report.exit_code == 1
    assert "alerts.json is damaged" in report.trouble[0]
    assert told(webhook) == [f"1 FAIL ({ANN})"], "told once more rather than never"


def test_route_that_is_gone_drops_what_waited(tmp_path: Path, webhook: Webhook) -> None:
    tiny = make(tmp_path, BAD)
    webhook.status = 500
    tiny.run()
    tiny.workspace.settings_file.write_text(ROUTE.replace('"hook"', '"other"'))

    assert tiny.run().trouble[-1].startswith("alerts, route 'hook': no such route is left")
    assert pending(tiny) == []
