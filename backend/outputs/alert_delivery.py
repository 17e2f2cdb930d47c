"""Messages to receivers, through a process of their own that is ended when its time is over.

Rules of this file: addresses go to that process by a pipe, never by its arguments or environment;
of what comes back only the words of the sender are believed; nothing here raises for a receiver's
sake.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from backend.outputs import alert_sender
from backend.outputs.alert_digest import Digest

OWNER = "{owner}"
_START_SECONDS = 15.0
"""For the process to start, beside the time for sending."""
_EACH_SECONDS = 15.0
_SENTENCES = {
    "unknown-url": "its URL is none that Apprise can use",
    "no-apprise": "apprise is not installed",
    "timeout": "it did not answer in time",
    "failed": "it could not be reached, or refused the message",
}


class Message(NamedTuple):
    """A digest and where it goes; ``url`` is a secret."""

    url: str
    digest: Digest


class Delivered(NamedTuple):
    """What came of a message; ``why`` tells why it was not taken.

    ``was_tried`` is false where the time was over before its turn came.
    """

    is_sent: bool
    why: str = ""
    was_tried: bool = True


_NO_TIME = Delivered(False, "the time for sending was over", was_tried=False)


def address_of(url: str, owner: str) -> str:
    """The URL with the owner's address in place of ``{owner}``."""
    return url.replace(OWNER, quote(owner, safe=""))


def deliver(messages: Sequence[Message], seconds: float) -> tuple[Delivered, ...]:
    """Send all messages, one after the other, in at most so many seconds (and a start)."""
    if not messages:
        return ()
    each = min(_EACH_SECONDS, seconds)
    lines = "".join(_line(message, each) for message in messages)
    try:
        answered = subprocess.run(
            [sys.executable, "-P", str(Path(alert_sender.__file__))],
            input=lines.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds + _START_SECONDS,
            check=False,
        ).stdout
    except subprocess.TimeoutExpired as stopped:
        answered = stopped.output or b""
        return _read(answered, len(messages), was_stopped=True)
    except OSError as error:
        why = f"no process could be started to send it ({os.strerror(error.errno or 0)})"
        return tuple(Delivered(False, why) for _ in messages)
    return _read(answered, len(messages), was_stopped=False)


def _line(message: Message, seconds: float) -> str:
    title, body, kind = message.digest
    told = {"url": message.url, "title": title, "body": body, "kind": kind, "seconds": seconds}
    return json.dumps(told) + "\n"


def _read(answered: bytes, count: int, *, was_stopped: bool) -> tuple[Delivered, ...]:
    words = answered.decode("ascii", "replace").splitlines()[:count]
    found = [_say(word) for word in words]
    if len(found) < count:
        found.append(_say("timeout" if was_stopped else "failed"))
    return (*found, *[_NO_TIME] * (count - len(found)))


def _say(word: str) -> Delivered:
    if word == "sent":
        return Delivered(True)
    if re.fullmatch(r"http-\d{3}", word):
        return Delivered(False, f"it answered with HTTP {word[-3:]}")
    return Delivered(False, _SENTENCES.get(word, _SENTENCES["failed"]))
