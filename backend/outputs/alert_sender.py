"""The process that sends alerts: it reads messages from stdin and answers on stdout.

Rules of this file: it runs in a process of its own, which is ended when its time is over, and
nothing of what Apprise says or logs leaves it, since that may hold the key of a receiver. A line of
JSON comes in for each message (``url``, ``title``, ``body``, ``kind``, ``seconds``), and one of
`ANSWERS`, or ``http-503``, goes out. It imports nothing of this project.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from typing import Any

ANSWERS = ("sent", "unknown-url", "no-apprise", "timeout", "failed")
_STATUS = re.compile(r"\berror ?= ?(\d{3})\b")


def main() -> int:
    """Send what comes in, one after the other."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    hush()
    for line in sys.stdin:
        answers.write(send(json.loads(line)) + "\n")
        answers.flush()
    return 0


def hush() -> None:
    """Whatever a library prints or logs from now on is lost."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.dup2(nothing, sys.stderr.fileno())
    logging.lastResort = None


def send(message: dict[str, Any]) -> str:
    """Hand one message to Apprise, and say in a word what came of it."""
    try:
        import apprise
    except ImportError:
        return "no-apprise"
    memory = apprise.PersistentStoreMode.MEMORY
    asset = apprise.AppriseAsset(storage_mode=memory, app_id="Data checks")
    receivers = apprise.Apprise(asset=asset)
    if not receivers.add(message["url"]):
        return "unknown-url"
    result = receivers.notify(
        title=message["title"],
        body=message["body"],
        body_format=apprise.NotifyFormat.TEXT,
        notify_type=apprise.NotifyType(message["kind"]),
        timeout=message["seconds"],
    )
    if result:
        return "sent"
    if any(each.status is apprise.AppriseResultStatus.TIMEOUT for each in result):
        return "timeout"
    found = next(filter(None, (_STATUS.search(str(entry)) for entry in result.logs())), None)
    return f"http-{found[1]}" if found else "failed"


if __name__ == "__main__":
    code = main()
    os._exit(code)  # a receiver that holds its line is not waited for
