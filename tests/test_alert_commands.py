"""``agent alert``, settings of alerts, and endings at a bad moment."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from backend.alerting import send_alerts
from backend.command_line import run_command_line
from backend.contracts.errors import WorkspaceError
from backend.contracts.settings import AlertRoute, AlertSettings
from backend.store.settings_file import read_settings
from tests.receivers import Webhook
from tests.test_alerting import ANN, BAD, BAD_TOO, QUIET, ROUTE, make, pending, told, webhook

__all__ = ["webhook"]
pytestmark = pytest.mark.slow  # each starts the process that sends
ROOT = Path(__file__).parents[1]


def test_trial_message(
    tmp_path: Path, webhook: Webhook, capsys: pytest.CaptureFixture[str]
) -> None:
    dead = '[[alerts.routes]]\nname = "dead"\nurl_env = "DQ_NOT_SET"\n'
    tiny = make(tmp_path, BAD, settings=ROUTE + dead)
    base = ["alert", "--base-dir", str(tiny.workspace.base)]

    assert run_command_line([*base, "--test"]) == 2
    assert capsys.readouterr().out.splitlines() == [
        "hook: sent.",
        "dead: not sent: DQ_NOT_SET is not set in the environment.",
    ]
    assert run_command_line([*base, "--test", "--route", "hook"]) == 0
    assert run_command_line([*base, "--test", "--route", "none"]) == 3
    assert told(webhook) == ["a trial message", "a trial message"]
    assert not tiny.workspace.alerts_file.exists()


def test_waiting_alerts_are_sent_by_hand(
    tmp_path: Path, webhook: Webhook, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny = make(tmp_path, BAD, settings=ROUTE + QUIET)
    tiny.run()
    base = ["alert", "--base-dir", str(tiny.workspace.base)]

    assert run_command_line(base) == 2
    tiny.workspace.settings_file.write_text(ROUTE)
    assert run_command_line(base) == 0
    assert capsys.readouterr().out.splitlines() == ["0 sent, 1 waiting.", "1 sent, 0 waiting."]
    assert told(webhook) == [f"1 FAIL ({ANN})"]


def test_run_that_is_told_to_end_leaves_its_alerts_to_the_next(
    tmp_path: Path, webhook: Webhook
) -> None:
    tiny = make(tmp_path, BAD, BAD_TOO)
    tiny.run("BAD")
    told(webhook)
    bad, other = (record for record in tiny.run().records)
    told(webhook)
    tiny.workspace.alerts_file.write_text('{"verdicts": {"BAD": "FAIL"}}')
    not_begun = bad.model_copy(update={"verdict": "SKIPPED", "code": "interrupted"})

    came = send_alerts(tiny.workspace, read_settings(tiny.workspace), [not_begun, other])

    assert (came.sent, came.waiting, came.trouble) == (0, 1, ())
    assert told(webhook) == []
    assert [each["changes"][0]["check_id"] for each in pending(tiny)] == ["BAD2"]
    tiny.run()
    assert told(webhook) == ["1 FAIL (bob@example.org)"], "of BAD nothing is new"


def test_kill_while_sending_loses_nothing(tmp_path: Path, webhook: Webhook) -> None:
    tiny = make(tmp_path, BAD, settings=ROUTE + QUIET)
    tiny.run()
    tiny.workspace.settings_file.write_text(ROUTE)
    webhook.status = 0
    command = [sys.executable, "-m", "backend.agent", "alert"]
    sending = subprocess.Popen([*command, "--base-dir", str(tiny.workspace.base)], cwd=ROOT)
    while not webhook.is_sending:
        time.sleep(0.01)
    sending.kill()
    sending.wait()
    webhook.status, _ = 200, told(webhook)

    tiny.run()

    assert told(webhook) == [f"1 FAIL ({ANN})"]


def test_settings_as_the_page_shows_them(tmp_path: Path) -> None:
    page = ROOT.joinpath("docs", "alerts.md").read_text("utf-8")
    shown = page.split("```toml\n")[1].split("```")[0]

    settings = read_settings(make(tmp_path, BAD, settings=shown).workspace).alerts

    assert [route.name for route in settings.routes] == ["on call", "owners", "finance"]
    rows = [row.split("`")[1] for row in page.splitlines() if row.startswith("| `")]
    names = {*AlertRoute.model_fields, *AlertSettings.model_fields} - {"routes", "tags"}
    assert set(rows) == names, "each setting has its line (tags beside owners)"


SETTINGS: dict[str, tuple[str, str]] = {
    "URL in the file": (
        ROUTE.replace("DQ_HOOK", "slack://5eCr3t"),
        "names an environment variable",
    ),
    "URL as a setting": (ROUTE + 'url = "slack://5eCr3t"\n', "there is no such setting"),
    "URLs for routes": ('[alerts]\nroutes = "slack://5eCr3t"\n', "alerts.routes"),
    "misspelt": (ROUTE + 'sevrity = "high"\n', "Did you mean 'severity'"),
    "same name": (ROUTE + ROUTE, "two routes have the same name"),
    "hours": (f'{ROUTE}quiet_hours = "late"\n', "quiet hours are written '22:00-07:00'"),
    "hours that are none": (f'{ROUTE}quiet_hours = "07:00-07:00"\n', "quiet hours are written"),
    "time zone": ('[alerts]\ntime_zone = "Mars/Base"\n', "no time zone has this name"),
}


@pytest.mark.parametrize(("text", "fact"), SETTINGS.values(), ids=SETTINGS)
def test_wrong_settings_are_told_without_their_secrets(
    text: str, fact: str, tmp_path: Path
) -> None:
    with pytest.raises(WorkspaceError, match=fact) as refused:
        read_settings(make(tmp_path, BAD, settings=text).workspace)

    assert "5eCr3t" not in str(refused.value)
