"""A stage's page with a part of somebody's own behind the kit's: a step may be put anew there.

Rules of this file: the page offers the same steps as before; the own part reaches the kit's steps
as ``kit_<step>``, and redefines nothing else of the kit. Nothing here is executed: what a page may
reach is decided by the sandbox, and what it gives by the stage's validators.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from backend.codegen.page import lay_out
from backend.codegen.syntax import read_python
from backend.contracts.errors import ProgramError
from backend.stages.extra import DISTRIBUTIONS

CHOSEN = "CHOSEN_PROBES"
"""What the harness may write behind a part; see `chosen_probes`."""
LIBRARIES = frozenset({"numpy", "pandas", "pyarrow", *DISTRIBUTIONS})
_AT_TOP = (
    ast.FunctionDef,
    ast.ClassDef,
    ast.Import,
    ast.ImportFrom,
    ast.Assign,
    ast.AnnAssign,
)


def with_own_part(page: str, own: str, steps: tuple[str, ...]) -> str:
    """The page with this part at its end.

    Raises:
        ProgramError: ``bad-page``: it is no Python, puts no step anew, redefines what is the
            kit's, runs something when it is read, or imports what a page cannot rely on.
    """
    tree = _parsed(own)
    _refuse(next(_remarks(tree, read_python(page), steps), ""))
    kept = "\n".join(f"kit_{step} = {step}" for step in steps)
    return lay_out(f"{page}\n\n# The kit's own steps, for the part below.\n{kept}\n\n\n{own}\n")


def _parsed(own: str) -> ast.Module:
    try:
        return read_python(own)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise ProgramError(f"page: it is not Python: {error}.", code="bad-page") from error


def _remarks(own: ast.Module, page: ast.Module, steps: tuple[str, ...]) -> Iterator[str]:
    for node in own.body:
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not is_text and not isinstance(node, _AT_TOP):
            yield f"line {node.lineno}: only imports, constants, functions and classes stand there"
    names = set(_defined(own))
    if not names & set(steps):
        yield f"it puts no step anew; define one of {', '.join(steps)}"
    taken = (names & set(_defined(page))) - set(steps)
    taken |= names & {CHOSEN, *(f"kit_{step}" for step in steps)}
    if taken:
        yield f"{sorted(taken)[0]!r} is the kit's; choose another name"
    for package in sorted(set(_imported(own))):
        if package not in LIBRARIES and package not in sys.stdlib_module_names:
            yield f"it imports {package!r}; there are Python's own modules and {_told()}"
        if package == "__future__":
            yield "leave out 'from __future__': it stands at the top of the page"


def _defined(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=targets):
                yield from (each.id for each in targets if isinstance(each, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def _told() -> str:
    return ", ".join(sorted(LIBRARIES))


def _refuse(remark: str) -> None:
    if remark:
        raise ProgramError(f"page: {remark}.", code="bad-page")
