"""A kit becomes one page that stands alone, or is refused with the line at fault."""

from __future__ import annotations

import ast
import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from backend.contracts.errors import ProgramError
from backend.stages.kit_source import Kit
from backend.stages.page import stage_page, step_names
from backend.stages.page_script import page_script

STAGES = ("eda", "prep", "train")
LOOK = '''\
"""Steps."""
from __future__ import annotations
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
import json as spelled
import pandas as pd
from backend.stages.kit.look.counting import MOST, count
if TYPE_CHECKING:
    from collections.abc import Sequence

@dataclass
class Seen:
    """What was seen."""
    rows: int
    names: Sequence[str] = ()

def look(tables: dict[str, pd.DataFrame], *, artifacts: Path, more: int = 0) -> Any:
    """Look."""
    seen = Seen(count(tables["t"]))  # a remark inside stays
    return {"rows": seen.rows, "most": MOST + more, "as": spelled.dumps([1])}

def keep(tables: dict[str, pd.DataFrame], *, artifacts: Path) -> str:
    import pickle
    artifacts.joinpath("seen.pkl").write_bytes(pickle.dumps(Seen(1)))
    return "kept"

def draw(rows: int, *, artifacts: Path) -> None:
    """Takes no tables, so it is no step."""

def unused() -> None: ...
'''
COUNTING = '''\
"""Counting."""
import math
import re
FEW = 1
MOST = FEW + 1
"""As many as may be."""
_UNUSED = re.compile("x")

def count(table):
    return _all(table)

def _all(table):
    return math.floor(len(table))
'''


def kit_of(folder: Path, **modules: str) -> Kit:
    folder.joinpath("look").mkdir(parents=True)
    for name, text in modules.items():
        folder.joinpath("look", f"{name}.py").write_text(text)
    return Kit(folder)


def run_page(source: str, step: str, artifacts: Path, **arguments: Any) -> Any:
    """The page as the sandbox runs it: in a namespace that is no module."""
    namespace: dict[str, Any] = {"__name__": "a_page_of_this_test"}
    exec(compile(source, "page", "exec", dont_inherit=True), namespace)
    tables = {"t": pd.DataFrame({"a": [1, 2, 3]})}
    return namespace["check"](tables, step=step, artifacts=artifacts, arguments=arguments)


def test_the_page_does_what_the_kit_does(tmp_path: Path) -> None:
    kit = kit_of(tmp_path / "kit", looking=LOOK, counting=COUNTING)
    page = stage_page("look", heading=["Title", 'a "quoted" \\ line'], kit=kit)

    assert step_names("look", kit=kit) == ("keep", "look")
    assert run_page(page, "look", tmp_path, more=3) == {"rows": 3, "most": 5, "as": "[1]"}
    assert ast.get_docstring(ast.parse(page)) == "Title\na 'quoted' / line"


def test_the_page_holds_what_is_reached_and_nothing_else(tmp_path: Path) -> None:
    page = stage_page("look", heading=["T"], kit=kit_of(tmp_path, looking=LOOK, counting=COUNTING))

    assert "backend" not in page
    assert "a remark inside stays" in page
    assert '"""As many as may be."""' in page
    assert [word for word in ("def unused", "_UNUSED", "import re\n") if word in page] == []
    assert page.index("FEW = 1") < page.index("MOST =") < page.index("class Seen")


def test_what_is_pickled_can_be_read_again(tmp_path: Path) -> None:
    page = stage_page("look", heading=["T"], kit=kit_of(tmp_path, looking=LOOK, counting=COUNTING))
    try:
        run_page(page, "keep", tmp_path)
        seen = pickle.loads(tmp_path.joinpath("seen.pkl").read_bytes())
    finally:
        sys.modules.pop("a_page_of_this_test", None)

    assert (seen.rows, seen.names) == (1, ())


def test_a_step_that_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    page = stage_page("look", heading=["T"], kit=kit_of(tmp_path, looking=LOOK, counting=COUNTING))

    with pytest.raises(KeyError, match="dance"):
        run_page(page, "dance", tmp_path)


STEP = "def look(tables, *, artifacts):\n    return {}\n"
REFUSED = {
    "a twin": (
        "from backend.stages.kit.look.other import two\ndef one(): ...\n"
        + STEP.format("one(), two()"),
        "def one(): ...\ndef two(): one()\n",
        "'one' is also defined in",
    ),
    "another room": (
        "from backend.store.text import x\n",
        "",
        "line 1: import names from a module",
    ),
    "another name": (
        "from backend.stages.kit.look.other import two as three\n",
        "",
        "as they are called there",
    ),
    "inside": (
        "def f():\n    from backend.stages.kit.look.other import two\n",
        "",
        "line 2: Import kit modules at the top",
    ),
    "a loop": ("for x in (1, 2):\n    print(x)\n", "", "line 1: this statement has no place"),
    "a name that is not there": (
        "from backend.stages.kit.look.other import two\n" + STEP.format("two()"),
        "",
        "backend.stages.kit.look.other has no 'two'",
    ),
    "a module that is not there": (
        "from backend.stages.kit.look.gone import two\n" + STEP.format("two()"),
        "",
        "look.gone, line 0: there is no such module",
    ),
    "one name for two libraries": (
        "import json as j\nfrom backend.stages.kit.look.other import two\n"
        + STEP.format("j.dumps(two())"),
        "import math as j\ndef two(): return j.pi\n",
        "in one page 'j' would mean 'import json as j' and 'import math as j'",
    ),
}


@pytest.mark.parametrize(("text", "other", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_what_a_page_cannot_carry_is_refused(
    tmp_path: Path, text: str, other: str, told: str
) -> None:
    kit = kit_of(tmp_path, looking=text, other=other)

    with pytest.raises(ProgramError) as refused:
        stage_page("look", heading=["T"], kit=kit)
    assert refused.value.code == "bad-kit"
    assert told in str(refused.value)


def test_parts_of_one_library_stand_side_by_side(tmp_path: Path) -> None:
    text = "import os.path\nimport os\n" + STEP.format("os.sep, os.path.sep")
    page = stage_page("look", heading=["T"], kit=kit_of(tmp_path, looking=text))

    assert "import os\nimport os.path\n" in page


def test_a_page_is_a_script_of_its_own(tmp_path: Path) -> None:
    page = stage_page("look", heading=["T"], kit=kit_of(tmp_path, looking=LOOK, counting=COUNTING))
    tmp_path.joinpath("page.py").write_text(page_script(page))
    tmp_path.joinpath("t.csv").write_text("a\n1\n2\n")
    tmp_path.joinpath("given.json").write_text('{"more": 5}')
    words = ["look", "--table", "t=t.csv", "--arguments", "given.json", "--artifacts", "left"]
    command = [sys.executable, "-I", "page.py", *words]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert json.loads(ran.stdout or "null") == {"rows": 2, "most": 7, "as": "[1]"}, ran.stderr
    assert tmp_path.joinpath("left").is_dir()


@pytest.mark.parametrize("stage", STAGES)
def test_the_own_kit_is_a_page(stage: str) -> None:
    page = stage_page(stage, heading=["T"])

    assert step_names(stage)
    assert "backend" not in {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(page))
        if isinstance(node, ast.ImportFrom)
        for name in [node.module or ""]
    }
    assert page == stage_page(stage, heading=["T"], kit=Kit(OWN_FOLDER))


OWN_FOLDER = Path(__file__).resolve().parents[2] / "backend" / "stages" / "kit"
