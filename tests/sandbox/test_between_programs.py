"""A program leaves nothing for the next, and sees nothing of the one beside it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from backend.contracts.program import Outcome, OutcomeStatus
from backend.sandbox import machine
from backend.sandbox.sandbox import IsolatedSandbox
from tests.sandbox.conftest import WARM, Files, make_job, open_level

CHECK = "\ndef check(tables): return tables['orders'][tables['orders']['amount'] < 0]\n"
TRACES = {
    # what one program leaves, and how the next would notice
    "a file": ("open('left', 'w').write('x')", "import os; print(os.listdir('.'))"),
    "a temporary file": (
        "import tempfile; tempfile.mkstemp()",
        "import os, tempfile; print(os.listdir(tempfile.gettempdir()))",
    ),
    "a deep tree": (
        "import os\nfor _ in range(600):\n    os.mkdir('d' * 200); os.chdir('d' * 200)",
        "import os; print(os.listdir('.'))",
    ),
    "a patched pandas": (
        "import pandas as pd; pd.DataFrame.dropna = pd.isna = None",
        "import pandas as pd; print([] if pd.isna and pd.DataFrame.dropna else ['patched'])",
    ),
    "a module": (
        "import sys; sys.modules['left'] = sys",
        "import sys; print([name for name in sys.modules if name == 'left'])",
    ),
    "a setting": (
        "import os, pandas as pd; os.environ['LEFT'] = 'x'; pd.set_option('display.width', 7)",
        "import os, pandas as pd\n"
        "print([x for x in (os.environ.get('LEFT'), pd.get_option('display.width')) if x == 7])",
    ),
    "a builtin": (
        "import builtins; builtins.ascii = len",
        "print([] if ascii('ab') == repr('ab') else ['patched'])",
    ),
    "a thread": (
        "import threading, time; threading.Thread(target=time.sleep, args=(60,)).start()",
        "import threading; print(threading.enumerate()[1:])",
    ),
    "a working folder": ("import os; os.chdir('/')", "import os; print(os.listdir('.'))"),
    "random numbers": (
        "import random; random.seed(1)",
        "import random; print([] if random.random() == 0.8444218515250481 else ['seeded'])",
    ),
}


@pytest.fixture(scope="module", params=WARM)
def sandbox(request: pytest.FixtureRequest, files: Files) -> Iterator[IsolatedSandbox]:
    with open_level(request.param, files) as sandbox:
        yield sandbox


@pytest.mark.parametrize(("leave", "look"), TRACES.values(), ids=TRACES)
def test_nothing_is_left_for_the_next(sandbox: IsolatedSandbox, leave: str, look: str) -> None:
    for _ in range(3):  # every slot is used
        ended = sandbox.run(make_job(leave + CHECK))
        # Where slots are watched, a tree too deep to look into is stopped.
        assert ended.status == OutcomeStatus.OK or "sandbox.files" in ended.error
    found = sandbox.run(make_job(look + CHECK))

    assert (found.stdout, list(found.rows)) == ("[]\n", [2])


CHANGES = {
    "a cell": "orders.loc[0, 'amount'] = -1",
    "a column": "orders['amount'] = -1",
    "the values": "orders['amount'].array[:] = -1",
    "in place": "orders.drop(orders.index, inplace=True)",
    "the memory": (
        "import ctypes; column = orders['order_id'].to_numpy(); "
        "ctypes.memset(column.ctypes.data, 255, column.nbytes)"
    ),
    "the memory, made writable": (
        "import ctypes; column = orders['order_id'].to_numpy(); start = column.ctypes.data; "
        "print(ctypes.CDLL(None).mprotect(ctypes.c_void_p(start & ~4095), 8192, 3)); "
        "ctypes.memset(start, 255, column.nbytes)"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_tables_stay_as_they_are(sandbox: IsolatedSandbox, change: str) -> None:
    sandbox.run(make_job(f"def check(tables):\n    orders = tables['orders']\n    {change}"))
    show = "\ndef scope(tables):\n    print(tables['orders'].to_dict('list'))\n"
    seen = sandbox.run(make_job(show + "    return tables['orders']" + CHECK))

    assert "[1, 2, 3, 4]" in seen.stdout
    assert "[10.0, nan, -5.0, 7.5]" in seen.stdout


HIDE = """
import os, pathlib, time
pathlib.Path("hidden").write_text("HIDDEN-BY-THE-OTHER")
os.chmod(".", 0o777) if {modes} else None
time.sleep(0.5)
def check(tables): return tables["orders"].iloc[:0]
"""
SEEK = """
import os, pathlib
here = pathlib.Path.cwd().parent
for slot in [here.parent / f"slot{n}" for n in range(4)] + [here.parent / str(n) for n in range(4)]:
    for name in ("artifacts/hidden", "artifacts", "tmp"):
        try:
            path = slot / name
            if slot != here:
                print(path.read_text() if path.name == "hidden" else [*path.iterdir()])
                print("SEEN")
        except OSError:
            continue
        try:
            (path / "planted" if path.is_dir() else path).write_text("PLANTED")
            print("SEEN" if slot != here else "")
        except OSError:
            continue
def check(tables): return tables["orders"].iloc[:0]
"""


def test_programs_side_by_side_do_not_see_each_other(sandbox: IsolatedSandbox) -> None:
    modes = sandbox.level == machine.FULL and not machine.examine().root
    with ThreadPoolExecutor(2) as pool:
        hidden = pool.submit(sandbox.run, make_job(HIDE.format(modes=modes)))
        outcomes: list[Outcome] = []
        while not hidden.done():
            outcomes.append(sandbox.run(make_job(SEEK)))

    assert hidden.result().status == OutcomeStatus.OK
    assert outcomes and {outcome.status for outcome in outcomes} == {OutcomeStatus.OK}
    assert not [o.stdout for o in outcomes if "HIDDEN" in o.stdout or "SEEN" in o.stdout]
