"""Python's text is read on many threads, whatever the garbage collector does meanwhile."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from backend.codegen.syntax import read_expression, read_python

LINE = "[(each + {n}) * 2 for each in range({n}) if each % 2]"
PAGE = "\n".join(f"def f{n}(x):\n    return {LINE.format(n=n)}" for n in range(40))
TIMES, DEEPER = 20, 100


@pytest.fixture
def restless() -> Iterator[None]:
    """A collector that runs all the time and lets other threads go on."""

    def pause(_phase: str, _info: dict[str, int]) -> None:
        time.sleep(0.0001)

    before = gc.get_threshold()
    gc.set_threshold(50)
    gc.callbacks.append(pause)
    yield
    gc.callbacks.remove(pause)
    gc.set_threshold(*before)


READERS: dict[str, Callable[[], object]] = {
    "a module": lambda: read_python(PAGE),
    "an expression": lambda: read_expression(" + ".join(40 * [LINE.format(n=7)])),
}


@pytest.mark.parametrize("read", READERS.values(), ids=READERS.keys())
@pytest.mark.usefixtures("restless")
def test_threads_of_different_depth_read_at_once(read: Callable[[], object]) -> None:
    together = Barrier(2)

    def run(depth: int) -> int:
        if depth:
            return run(depth - 1)
        together.wait()
        return sum(read() is not None for _ in range(TIMES))

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(run, (5, 5 + DEEPER))) == [TIMES, TIMES]


@pytest.mark.parametrize("read", [read_python, read_expression])
def test_what_is_no_python_is_refused_and_the_next_is_read(read: Callable[[str], object]) -> None:
    with pytest.raises(SyntaxError):
        read("1 +")
    assert read("1 + 1")
