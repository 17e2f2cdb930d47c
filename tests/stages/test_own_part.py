"""A part behind a page: what it may put anew, and what it may not."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.errors import ProgramError
from backend.stages.own_part import with_own_part

PAGE = '''\
"""A page."""

from __future__ import annotations

LIMIT = 3


def explore(tables, *, artifacts, **arguments):
    return {"notes": "kit", "limit": LIMIT}


def probe(tables, *, artifacts):
    return 1


def check(tables, *, step, artifacts, arguments):
    steps = {"explore": explore, "probe": probe}
    return steps[step](tables, artifacts=artifacts, **arguments)
'''
STEPS = ("explore", "probe")
OWN = """\
import math
from matplotlib import pyplot


def explore(tables, *, artifacts, **arguments):
    report = kit_explore(tables, artifacts=artifacts, **arguments)
    return {**report, "notes": f"own {math.floor(2.5)}"}
"""


def did(page: str, step: str) -> Any:
    names: dict[str, Any] = {"__name__": "page"}
    exec(compile(page, "page", "exec"), names)
    return names["check"]({}, step=step, artifacts=None, arguments={})


def test_a_step_is_put_anew_over_the_kit_s() -> None:
    page = with_own_part(PAGE, OWN.replace("from matplotlib import pyplot\n", ""), STEPS)

    assert did(page, "explore") == {"notes": "own 2", "limit": 3}
    assert did(page, "probe") == 1
    assert with_own_part(PAGE, OWN, STEPS) == with_own_part(PAGE, OWN, STEPS)


REFUSED: dict[str, tuple[str, str]] = {
    "no Python": ("def explore(:", "not Python"),
    "no step": ("import math\n\n\ndef other():\n    return 1\n", "puts no step anew"),
    "the kit's constant": (OWN + "\n\nLIMIT = 4\n", "'LIMIT' is the kit's"),
    "the dispatcher": (OWN + "\n\ndef check(tables):\n    return 1\n", "'check' is the kit's"),
    "the kit's step": (OWN + "\n\nkit_explore = None\n", "'kit_explore' is the kit's"),
    "run when read": (OWN + "\n\nprint(1)\n", "only imports, constants"),
    "this project": (OWN.replace("import math", "import backend.stages"), "imports 'backend'"),
    "a foreign library": (OWN.replace("import math", "import requests"), "imports 'requests'"),
    "the future": ("from __future__ import annotations\n" + OWN, "leave out"),
}


@pytest.mark.parametrize(("own", "fact"), REFUSED.values(), ids=REFUSED.keys())
def test_what_does_not_fit_is_refused(own: str, fact: str) -> None:
    with pytest.raises(ProgramError) as caught:
        with_own_part(PAGE, own, STEPS)
    assert caught.value.code == "bad-page"
    assert fact in str(caught.value)
