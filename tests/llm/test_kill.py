"""A process that is killed during a call leaves its record to the next one; none is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from backend.contracts.prompt import Ending
from backend.store.lock import WorkspaceLock
from tests.llm.answers import hangs, text
from tests.llm.asking import Asking, request
from tests.llm.messages_server import MessagesServer

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import sys
from pathlib import Path
from tests.llm.asking import Asking, request
model = Asking(Path(sys.argv[1])).model()
model.ask(request())
"""


def test_a_call_that_was_out_is_told_once(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.play(hangs())
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(asking.folder)], cwd=ROOT)
    messages_server.wait_for(1)
    child.kill()
    assert child.wait() == -signal.SIGKILL
    assert not asking.workspace.prompt_log_file.exists()

    for _ in range(2):
        asking.model()
        [record] = asking.records()
        assert (record.ending, record.code) == (Ending.INTERRUPTED, "interrupted")
        assert record.request == messages_server.bodies()[0]
        assert (record.check_id, record.response) == ("CHK-1", None)


@pytest.mark.slow
def test_no_record_is_lost_whenever_it_dies(
    messages_server: MessagesServer, asking: Asking
) -> None:
    messages_server.otherwise = text("ok" * 300)
    messages_server.play(text("first"))
    asking.ask()
    for number in range(25):
        before = len(messages_server.asked)
        child = os.fork()
        if child == 0:
            with WorkspaceLock(asking.workspace):
                model = asking.model()
                while True:
                    model.ask(request())
        messages_server.wait_for(before + 1 + number % 3)
        time.sleep(0.0007 * number)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status)
        with WorkspaceLock(asking.workspace):
            asking.model()
        records = asking.records()
        unsent = number + 1
        assert 0 <= len(records) - len(messages_server.asked) <= unsent
        assert len({record.call for record in records}) == len(records)
    endings = {record.ending for record in asking.records()}
    assert endings == {Ending.ANSWERED, Ending.INTERRUPTED}
