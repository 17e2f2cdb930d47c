"""Messages to real receivers on this machine, and to dead ones."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from backend.outputs import alert_sender
from backend.outputs.alert_delivery import Message, address_of, deliver
from backend.outputs.alert_digest import Digest
from tests.receivers import MailServer, Webhook, text_of

pytestmark = pytest.mark.slow  # each starts the process that sends

DIGEST = Digest("2 FAIL", "CHK-1 <b>Ü</b>: PASS → FAIL\n\nRun r1", "failure")


def test_webhook_gets_the_message() -> None:
    with Webhook() as webhook:
        came = deliver([Message(webhook.url, DIGEST)], 30)

    assert [each.is_sent for each in came] == [True]
    path, body = webhook.got[0]
    assert path == "/key-5eCr3t"
    assert (body["title"], body["message"], body["type"]) == (DIGEST.title, DIGEST.body, "failure")


def test_mail_goes_to_the_owner() -> None:
    with MailServer() as server:
        url = address_of(server.url, "ann+dq@example.org")
        came = deliver([Message(url, DIGEST)], 30)

    assert [each.is_sent for each in came] == [True]
    recipients, letter = server.letters[0]
    assert recipients == ["ann+dq@example.org"]
    assert letter["Subject"] == DIGEST.title
    assert text_of(letter).split() == DIGEST.body.split()


OWNERS = {
    "parameter": "ann@example.org&to=eve@example.net",
    "path": "ann@example.org/../eve",
    "new line": "ann@example.org\r\nBcc: eve@example.net",
}


@pytest.mark.parametrize("owner", OWNERS.values(), ids=OWNERS)
def test_an_owner_is_a_value_and_no_part_of_the_address(owner: str) -> None:
    url = address_of("mailto://h/?from=a@example.org&to={owner}", owner)

    assert not set(url.removeprefix("mailto://h/?from=a@example.org&to=")) & set("&/?#@\r\n ")


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


DEAD: dict[str, tuple[str, str]] = {
    "nobody listens": (f"json://127.0.0.1:{closed_port()}/x", "it could not be reached"),
    "no mail server": (
        f"mailto://127.0.0.1:{closed_port()}/?from=b@x.org&to=a@x.org",
        "could not be",
    ),
    "not a service": ("nonsense://x", "none that Apprise can use"),
    "no URL at all": ("hush-hush", "none that Apprise can use"),
}


@pytest.mark.parametrize(("url", "why"), DEAD.values(), ids=DEAD)
def test_dead_receiver_is_told_and_costs_the_others_nothing(url: str, why: str) -> None:
    with Webhook() as webhook:
        came = deliver([Message(url, DIGEST), Message(webhook.url, DIGEST)], 30)

    assert [each.is_sent for each in came] == [False, True]
    assert why in came[0].why
    assert len(webhook.got) == 1


def test_refusal_tells_its_number() -> None:
    with Webhook(status=503) as webhook:
        came = deliver([Message(webhook.url, DIGEST)], 30)

    assert came[0] == (False, "it answered with HTTP 503", True)


def test_receiver_that_never_comes_to_an_end_is_left() -> None:
    with Webhook(status=0) as webhook:
        came = deliver([Message(webhook.url, DIGEST)], 2)
        is_sending = webhook.is_sending

    assert came[0] == (False, "it did not answer in time", True)
    assert is_sending


LOUD = """
import logging, sys
logging.basicConfig(level=0)
from backend.outputs import alert_sender
from backend.outputs.alert_delivery import Message, deliver
from backend.outputs.alert_digest import Digest
messages = [Message(url, Digest("t", "b", "failure")) for url in sys.stdin.read().split()]
print(*deliver(messages, 20), sep="\\n")
print("apprise" in sys.modules)
"""


def test_no_key_is_ever_logged() -> None:
    with Webhook(status=500) as webhook:
        keys = ["hush-hush", "5eCr3t", str(webhook.port)]
        urls = [webhook.url, f"json://ann:hush-hush@127.0.0.1:{closed_port()}/5eCr3t"]
        urls.append("slack://hush-hush/5eCr3t")
        loud = subprocess.run(
            [sys.executable, "-c", LOUD],
            input=" ".join(urls),
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    assert loud.returncode == 0
    assert loud.stdout.count("Delivered(is_sent=False") == 3
    assert loud.stdout.splitlines()[-1] == "False", "apprise stays out of the run's process"
    assert not [key for key in keys if key in loud.stdout + loud.stderr]


def test_the_process_that_sends_says_nothing_but_its_word(tmp_path: Path) -> None:
    tmp_path.joinpath("sitecustomize.py").write_text("import logging\nlogging.basicConfig(level=0)")
    command = [sys.executable, "-P", str(Path(alert_sender.__file__))]
    with Webhook(status=404) as webhook:
        message = {"url": webhook.url, "title": "t", "body": "b", "kind": "failure", "seconds": 20}
        came = subprocess.run(
            command,
            input=json.dumps(message),
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": str(tmp_path)},
        )

    assert (came.stdout, came.stderr, came.returncode) == ("http-404\n", "", 0)


def test_nothing_to_send_starts_nothing() -> None:
    assert deliver([], 30) == ()
