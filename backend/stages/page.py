"""The program of a stage: one page that stands alone, bundled from the kit's own source.

The page has a docstring, the imports of libraries, every definition that the stage's steps reach
(each after what it needs), and ``check``, which does the named step. Same kit, same bytes. A step
is a public function of `kit/<stage>/` of the form ``step(tables, *, artifacts, …)``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from backend.codegen.page import docstring_text, lay_out
from backend.contracts.errors import ProgramError
from backend.stages.kit_source import OWN, Definition, Kit, Module

_OWN_IMPORTS = {
    "sys": "import sys",
    "Path": "from pathlib import Path",
    "ModuleType": "from types import ModuleType",
    "Any": "from typing import Any",
    "pd": "import pandas as pd",
}
_CHECK = '''\
def check(
    tables: dict[str, pd.DataFrame], *, step: str, artifacts: Path, arguments: dict[str, Any]
) -> Any:
    """Do one step of the stage over the tables that it is given; its files go to artifacts."""
    sys.modules[__name__].__dict__.update(globals())
    steps = {steps}
    return steps[step](tables, artifacts=artifacts, **arguments)
'''


_AS_MODULE = """\
# Where pickle and dataclasses look for the classes of this page.
sys.modules.setdefault(__name__, ModuleType(__name__))
"""


def stage_page(stage: str, *, heading: Sequence[str], kit: Kit = OWN) -> str:
    """The source of a stage's program; ``heading`` are the lines of its docstring.

    Raises:
        ProgramError: ``bad-kit``: the kit holds what a page cannot carry.
    """
    steps = list(_steps(kit.stage(stage)))
    reached = _reached(kit, steps)
    _refuse_twins(reached)
    imports, types = _imports(kit, reached)
    table = ", ".join(f"{name!r}: {name}" for name in sorted(step.names[0] for step in steps))
    blocks = [
        '"""' + "\n".join(map(docstring_text, heading)) + '\n"""',
        "from __future__ import annotations",
        "\n".join(imports),
        *(["if TYPE_CHECKING:\n" + "\n".join(f"    {line}" for line in types)] if types else []),
        _AS_MODULE,
        *(each.text for each in reached),
        _CHECK.replace("{steps}", f"{{{table}}}"),
    ]
    return lay_out("\n\n".join(blocks) + "\n")


def step_names(stage: str, *, kit: Kit = OWN) -> tuple[str, ...]:
    """The steps of a stage, sorted."""
    return tuple(sorted(step.names[0] for step in _steps(kit.stage(stage))))


def _steps(modules: Iterable[Module]) -> Iterator[Definition]:
    for module in modules:
        yield from (each for each in module.definitions if each.is_step)


def _reached(kit: Kit, steps: Iterable[Definition]) -> list[Definition]:
    """All that the steps need, each module after those that it imports, in its own order."""
    found: set[Definition] = set()
    waiting = list(steps)
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += _needs(kit, each)
            waiting += kit.module(each.module).effects
    names = {each.module for each in found}
    ordered = sorted(names, key=lambda name: (_depth(kit, name), name))
    modules = [kit.module(name) for name in ordered]
    return [each for m in modules for each in (*m.effects, *m.definitions) if each in found]


def _needs(kit: Kit, definition: Definition) -> Iterator[Definition]:
    module = kit.module(definition.module)
    for name in sorted(definition.uses):
        home = kit.module(module.kit[name]) if name in module.kit else module
        found = home.definition(name)
        if found is not None:
            yield found
        elif name in module.kit:
            raise ProgramError(f"{module.name}: {home.name} has no {name!r}.", code="bad-kit")


def _depth(kit: Kit, name: str) -> int:
    """How many modules stand below this one, at most."""
    below = set(kit.module(name).kit.values())
    return 1 + max((_depth(kit, each) for each in below), default=-1)


def _refuse_twins(reached: Sequence[Definition]) -> None:
    homes: dict[str, str] = {}
    for each in reached:
        for name in each.names:
            if homes.setdefault(name, each.module) != each.module:
                raise ProgramError(
                    f"{each.module}: {name!r} is also defined in {homes[name]}, and both go into "
                    "one page. Give one of them another name.",
                    code="bad-kit",
                )


def _imports(kit: Kit, reached: Sequence[Definition]) -> tuple[list[str], list[str]]:
    """The import lines that the definitions use, and those that only their annotations do."""
    lines = {name: {line} for name, line in _OWN_IMPORTS.items()}
    types: dict[str, set[str]] = {}
    for each in reached:
        module = kit.module(each.module)
        for name in each.uses:
            lines.setdefault(name, set()).update(module.libraries.get(name, ()))
            types.setdefault(name, set()).update(module.types.get(name, ()))
    for name, found in lines.items():
        _refuse_two_meanings(name, found)
    types = {name: found for name, found in types.items() if found and not lines.get(name)}
    if types:
        lines["TYPE_CHECKING"] = {"from typing import TYPE_CHECKING"}
    return _sorted(lines), _sorted(types)


def _refuse_two_meanings(name: str, lines: set[str]) -> None:
    """One name, one line; only parts of one package may be imported side by side."""
    odd = [line for line in lines if not f"{line}.".startswith(f"import {name}.")]
    if len(lines) > 1 and odd:
        told = " and ".join(map(repr, sorted(lines)))
        fact = f"in one page {name!r} would mean {told}"
        raise ProgramError(f"kit: {fact}. Rename one of them.", code="bad-kit")


def _sorted(lines: dict[str, set[str]]) -> list[str]:
    return sorted(set().union(*lines.values()))
