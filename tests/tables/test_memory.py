"""What memory is free, by the files in which a kernel tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.tables.memory import free_memory

GROUP = "sys/fs/cgroup/app.slice/run"
MEMINFO = "MemTotal:       2000 kB\nMemAvailable:   1000 kB\n"
MACHINE = {"proc/meminfo": MEMINFO, "proc/self/cgroup": "0::/app.slice/run\n"}
KILO = 1 << 10


@pytest.mark.parametrize(
    ("files", "free"),
    [
        pytest.param({"proc/meminfo": MEMINFO}, 1000 * KILO, id="no control group"),
        pytest.param(MACHINE, 1000 * KILO, id="a group without a limit"),
        pytest.param(
            {**MACHINE, f"{GROUP}/memory.max": "max\n", f"{GROUP}/memory.current": "7\n"},
            1000 * KILO,
            id="a group that may have all",
        ),
        pytest.param(
            {**MACHINE, f"{GROUP}/memory.max": "900\n", f"{GROUP}/memory.current": "700\n"},
            200,
            id="a group with a limit",
        ),
        pytest.param(
            {
                **MACHINE,
                f"{GROUP}/memory.max": "900\n",
                f"{GROUP}/memory.current": "700\n",
                f"{GROUP}/memory.stat": "anon 300\ninactive_file 400\n",
            },
            600,
            id="cache that can be dropped",
        ),
        pytest.param(
            {
                **MACHINE,
                "sys/fs/cgroup/app.slice/memory.max": "500",
                "sys/fs/cgroup/app.slice/memory.current": "450",
                f"{GROUP}/memory.max": "900",
                f"{GROUP}/memory.current": "1",
            },
            50,
            id="the group around it has less",
        ),
    ],
)
def test_what_is_free(tmp_path: Path, files: dict[str, str], free: int) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert free_memory(tmp_path) == free


def test_this_machine_has_some() -> None:
    assert free_memory() > 1 << 20
