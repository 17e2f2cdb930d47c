from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from backend.process import ending_on_sigterm

ROOT = Path(__file__).resolve().parent.parent


def test_being_told_to_end_is_like_ctrl_c() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), ending_on_sigterm():
        os.kill(os.getpid(), signal.SIGTERM)
        signal.pause()

    assert signal.getsignal(signal.SIGTERM) is before


def test_fault_of_the_agent_ends_with_3_and_its_trace() -> None:
    code = "from backend.process import end_faults_in_error as end; end(); 1 / 0"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 3
    assert done.stderr.endswith("ZeroDivisionError: division by zero\n")


ENDS = {
    "what is printed comes out": ("print('said', end='')", "said"),
    "what waits for the end is done": ("import atexit; atexit.register(print, 'done')", "done\n"),
    "a thread that goes on is waited for": (
        "import threading, time\n"
        "threading.Thread(target=lambda: (time.sleep(0.2), print('late'))).start()",
        "late\n",
    ),
    "a pool that nobody closed is no hindrance": (
        "from concurrent.futures import ThreadPoolExecutor as Pool\n"
        "pool = Pool(); pool.submit(print, 'ran')",
        "ran\n",
    ),
    "objects are not taken apart": (
        "class Held:\n    def __del__(self): print('taken apart')\nheld = Held()",
        "",
    ),
}


@pytest.mark.parametrize(("deed", "said"), ENDS.values(), ids=ENDS)
def test_process_ends_at_once_with_all_that_it_said(deed: str, said: str) -> None:
    code = f"from backend.process import end_at_once as end\n{deed}\nend(2)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (2, said, "")
