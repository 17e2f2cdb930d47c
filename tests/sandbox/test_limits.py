"""Every limit ends the program that passes it, with a verdict that names it, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from backend.contracts.program import Outcome, OutcomeStatus
from backend.sandbox.sandbox import IsolatedSandbox
from tests.sandbox.conftest import LIMITS, Files, levels, make_job, open_level

SMALL = LIMITS.model_copy(
    update=dict(file_mb=2, slot_mb=4, files=200, output_mb=2, output_kept_mb=1, result_mb=1)
)
HEALTHY = "def check(tables): return tables['orders'][tables['orders']['amount'] < 0]"


class Bomb(NamedTuple):
    """A source, the statuses that may end it, and a word of the error."""

    source: str
    statuses: tuple[OutcomeStatus, ...]
    told: str = ""
    seconds: float = 20.0


TIMEOUT, MEMORY = (OutcomeStatus.TIMEOUT,), (OutcomeStatus.MEMORY,)
FAILED, CRASHED = (OutcomeStatus.FAILED,), (OutcomeStatus.CRASHED,)
WALL = "stopped after 0.4 s (limit sandbox.wall_seconds)"
BOMBS = {
    "a loop": Bomb("while True: pass", TIMEOUT, WALL, 0.4),
    "sleep": Bomb("import time; time.sleep(60)", TIMEOUT, WALL, 0.4),
    "a regular expression": Bomb(
        "import re; re.match(r'(a+)+$', 'a' * 60 + 'b')", TIMEOUT, WALL, 0.4
    ),
    "a large number": Bomb("10 ** 10 ** 9", TIMEOUT, WALL, 0.4),
    "ignored signals": Bomb(
        "import signal\nfor n in {*range(1, 65)} - {9, 19, 32, 33}: signal.signal(n, 1)\n"
        "while True: pass",
        TIMEOUT, WALL, 0.4,
    ),
    "a stopped process": Bomb("import os; os.kill(os.getpid(), 19)", TIMEOUT, WALL, 0.4),
    "a thread that never ends": Bomb(
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()\n"
        "threading._shutdown()",
        TIMEOUT, WALL, 0.4,
    ),
    "a caught interrupt": Bomb(
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        TIMEOUT, WALL, 0.4,
    ),
    "a list": Bomb("x = []\nwhile True: x.append(' ' * 10**7 + str(len(x)))", MEMORY, "300 MiB"),
    "bytes": Bomb("bytearray(10**11)", MEMORY, "limit sandbox.memory_mb"),
    "an array": Bomb("import numpy as np; np.ones(10**10)", MEMORY, "limit sandbox.memory_mb"),
    "an Arrow buffer": Bomb(
        "import pyarrow as pa; pa.allocate_buffer(10**11)", MEMORY, "limit sandbox.memory_mb"
    ),
    "a join": Bomb(
        "import pandas as pd\nk = pd.DataFrame({'k': [1] * 20000})\nk.merge(k, on='k')", MEMORY
    ),
    "a map of nothing": Bomb("import mmap; mmap.mmap(-1, 1 << 40)", (*MEMORY, *FAILED)),
    "threads": Bomb(
        "import threading as t, time\nwhile True: t.Thread(target=time.sleep, args=(9,)).start()",
        (*FAILED, *MEMORY),
    ),
    "small threads": Bomb(
        "import threading as t, time\nt.stack_size(32768)\n"
        "for _ in range(900): t.Thread(target=time.sleep, args=(9,)).start()\ntime.sleep(9)",
        FAILED,
        "stopped with more than 256 threads (limit sandbox.threads)",
    ),
    "recursion": Bomb("f = lambda: f()\nf()", FAILED, "RecursionError"),
    "recursion without an end": Bomb(
        "import sys; sys.setrecursionlimit(10**9)\nclass A:\n def __repr__(s): return repr(s)\n"
        "repr(A())",
        (*CRASHED, *MEMORY, *FAILED),
    ),
    "a null pointer": Bomb("import ctypes; ctypes.string_at(0)", CRASHED, "crashed with SIGSEGV"),
    "an abort": Bomb("import os; os.abort()", CRASHED, "crashed with SIGABRT"),
    "its own end": Bomb("import os; os._exit(0)", CRASHED, "with exit code 0"),
    "a kill": Bomb("import os; os.kill(os.getpid(), 9)", MEMORY, "or it killed itself"),
    "a large file": Bomb("open('f', 'wb').write(b'x' * (3 << 20))", FAILED, "File too large"),
    "print": Bomb("while True: print('x' * 100000)", FAILED, "limit sandbox.output_mb"),
    "open files": Bomb("import os\nwhile True: os.dup(0)", FAILED, "Too many open files"),
    "small files": Bomb(
        "import time\nfor n in range(500): open(str(n), 'w')\ntime.sleep(5)",
        FAILED,
        "stopped with more than 200 files (limit sandbox.files)",
    ),
}  # fmt: skip
FULL_SLOT = Bomb(
    "for n in range(9): open(str(n), 'wb').write(b'x' * (1 << 20))\nimport time; time.sleep(5)",
    FAILED,
)
"""A slot of its own tells at once that it is full; a watched one within a moment."""


@pytest.fixture(
    scope="module", params=[*levels("full"), pytest.param("none", marks=pytest.mark.slow)]
)
def sandbox(request: pytest.FixtureRequest, files: Files) -> Iterator[IsolatedSandbox]:
    with open_level(request.param, files, SMALL) as sandbox:
        yield sandbox


def explode(sandbox: IsolatedSandbox, bomb: Bomb) -> Outcome:
    source = f"{bomb.source}\n{HEALTHY}"
    return sandbox.run(make_job(source, seconds=bomb.seconds, memory_mb=300))


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_ends_itself_alone(sandbox: IsolatedSandbox, bomb: Bomb) -> None:
    outcome = explode(sandbox, bomb)
    after = sandbox.run(make_job(HEALTHY))

    assert outcome.status in bomb.statuses, outcome
    assert bomb.told in outcome.error
    assert (len(outcome.rows), outcome.tested) == (0, 0)
    assert (after.status, list(after.rows)) == (OutcomeStatus.OK, [2])


@pytest.mark.parametrize(
    ("level", "told"), [("full", "No space left"), ("reduced", "limit sandbox.slot_mb")]
)
def test_a_full_slot_ends_the_program(files: Files, level: str, told: str) -> None:
    with open_level(level, files, SMALL) as sandbox:
        outcome = explode(sandbox, FULL_SLOT)

    assert (outcome.status, told in outcome.error) == (OutcomeStatus.FAILED, True)


def test_a_result_that_is_too_large_is_stopped(sandbox: IsolatedSandbox) -> None:
    source = "import os\nwhile True: os.write(3, b'x' * 65536)"
    outcome = sandbox.run(make_job(source, grain="groups", seconds=5))

    assert outcome.status == OutcomeStatus.BAD_RESULT
    assert outcome.error == "its result is larger than 1 MiB (limit sandbox.result_mb)"


def test_a_result_of_too_many_cells_is_refused(files: Files) -> None:
    source = "import pandas as pd\ndef check(tables): return pd.DataFrame({'a': range(20)})"
    with open_level("none", files, LIMITS.model_copy(update=dict(cells=19))) as sandbox:
        outcome = sandbox.run(make_job(source, grain="groups"))

    assert outcome.status == OutcomeStatus.BAD_RESULT
    assert outcome.error == "its result has more than 19 cells (limit sandbox.cells)"


def test_too_much_processor_time_is_told_apart(files: Files) -> None:
    source = (
        "import threading\nspin = lambda: sum(range(10**12))\n"
        "import numpy as np\na = np.ones(5_000_000)\n"
        "def work():\n    while True: np.sqrt(a)\n"
        "for _ in range(8): threading.Thread(target=work, daemon=True).start()\nwork()"
    )
    short = LIMITS.model_copy(update={"cpu_extra_seconds": -19})
    with open_level("none", files, short) as sandbox:
        outcome = sandbox.run(make_job(source, seconds=20))

    assert outcome.status == OutcomeStatus.TIMEOUT
    assert outcome.error == "stopped after 2 s of CPU time (limit sandbox.cpu_extra_seconds)"


def test_a_bomb_beside_others_ends_itself_alone(sandbox: IsolatedSandbox) -> None:
    outcomes: list[Outcome] = []
    bomb = threading.Thread(target=explode, args=(sandbox, BOMBS["a loop"]))
    bomb.start()
    for _ in range(5):
        outcomes.append(sandbox.run(make_job(HEALTHY)))
    bomb.join()

    assert [list(outcome.rows) for outcome in outcomes] == [[2]] * 5
