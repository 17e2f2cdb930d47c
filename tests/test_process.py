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
