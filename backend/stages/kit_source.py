"""The kit's own source, taken apart into definitions that a page can carry.

Rules of this file: nothing of the kit is imported or run; a construct that a page could not carry
faithfully is refused, and never left out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from backend.codegen.syntax import read_python
from backend.contracts.errors import ProgramError

KIT = "backend.stages.kit"


@dataclass(frozen=True)
class Definition:
    """One function, class or constant of a module, as it is written there."""

    module: str
    names: tuple[str, ...]
    text: str
    uses: frozenset[str]
    is_step: bool = False


@dataclass
class Module:
    """A kit module: what it defines, and what its names come from.

    ``kit`` maps a name to the kit module that defines it, ``libraries`` a name to the lines that
    import it; ``types`` are libraries that only annotations name.
    """

    name: str
    definitions: list[Definition] = field(default_factory=list)
    kit: dict[str, str] = field(default_factory=dict)
    libraries: dict[str, set[str]] = field(default_factory=dict)
    types: dict[str, set[str]] = field(default_factory=dict)
    effects: list[Definition] = field(default_factory=list)

    def definition(self, name: str) -> Definition | None:
        """What defines this name here."""
        return next((each for each in self.definitions if name in each.names), None)


class Kit:
    """The modules of a kit's folder, each read once."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self._folder = folder
        self._modules: dict[str, Module] = {}

    def stage(self, stage: str) -> list[Module]:
        """The modules of one stage's folder, by name."""
        stems = sorted(path.stem for path in (self._folder / stage).glob("*.py"))
        return [self.module(f"{KIT}.{stage}.{stem}") for stem in stems if stem != "__init__"]

    def module(self, name: str) -> Module:
        """A module, taken apart.

        Raises:
            ProgramError: ``bad-kit``: it is not there, or holds what a page cannot carry.
        """
        if name not in self._modules:
            self._modules[name] = read_source(name, self._read(name))
        return self._modules[name]

    def _read(self, name: str) -> str:
        parts = name.removeprefix(f"{KIT}.").split(".")
        try:
            return self._folder.joinpath(*parts).with_suffix(".py").read_text(encoding="utf-8")
        except OSError as error:
            raise _refused(name, 0, "there is no such module") from error


OWN = Kit(Path(__file__).resolve().parent / "kit")
"""The kit that is shipped."""


def read_source(name: str, text: str) -> Module:
    """Take the text of a module apart.

    Raises:
        ProgramError: ``bad-kit``.
    """
    module = Module(name)
    body = read_python(text).body
    for place, node in enumerate(body):
        after = body[place + 1] if place + 1 < len(body) else None
        _take(module, node, text, remark=after if _is_text(after) else None)
    return module


def _take(module: Module, node: ast.stmt, text: str, *, remark: ast.stmt | None) -> None:
    match node:
        case ast.Import() | ast.ImportFrom():
            _take_import(module, node, module.libraries)
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            _take_types(module, node)
        case ast.FunctionDef() | ast.ClassDef():
            module.definitions.append(_definition(module, node, text, (node.name,), None))
        case ast.Assign() | ast.AnnAssign():
            names = tuple(_bound(node))
            module.definitions.append(_definition(module, node, text, names, remark))
        case ast.Expr() if not _is_text(node):
            module.effects.append(_definition(module, node, text, (), None))
        case ast.stmt() if not _is_text(node):
            raise _refused(module.name, node.lineno, "this statement has no place in a page")


def _take_types(module: Module, block: ast.If) -> None:
    for node in block.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            _take_import(module, node, module.types)


def _take_import(
    module: Module, node: ast.Import | ast.ImportFrom, libraries: dict[str, set[str]]
) -> None:
    source = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
    if source == "__future__":
        return
    for alias in node.names:
        if (source or alias.name).split(".")[0] == "backend":
            _refuse_other_than_names(module, node, source, alias)
            module.kit[alias.name] = source
            continue
        bound = alias.asname or (alias.name if source else alias.name.split(".")[0])
        called = alias.name + (f" as {alias.asname}" if alias.asname else "")
        line = f"from {source} import {called}" if source else f"import {called}"
        libraries.setdefault(bound, set()).add(line)


def _refuse_other_than_names(module: Module, node: ast.stmt, source: str, alias: ast.alias) -> None:
    if not source.startswith(f"{KIT}.") or alias.asname:
        cure = f"import names from a module of {KIT}, as they are called there, and nothing else"
        raise _refused(module.name, node.lineno, cure)


def _definition(
    module: Module, node: ast.stmt, text: str, names: tuple[str, ...], remark: ast.stmt | None
) -> Definition:
    decorators = getattr(node, "decorator_list", [])
    first = min((each.lineno for each in decorators), default=node.lineno)
    last = (remark or node).end_lineno or node.lineno
    _refuse_inner_imports(module, node)
    return Definition(
        module=module.name,
        names=names,
        text="\n".join(text.splitlines()[first - 1 : last]),
        uses=frozenset(_names_in(node)),
        is_step=isinstance(node, ast.FunctionDef) and _is_step(node),
    )


def _names_in(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            yield each.id


def _is_step(node: ast.FunctionDef) -> bool:
    """Whether it is ``step(tables, *, artifacts, …)``, and public."""
    taken = [each.arg for each in (*node.args.posonlyargs, *node.args.args)]
    named = [each.arg for each in node.args.kwonlyargs]
    return taken == ["tables"] and "artifacts" in named and not node.name.startswith("_")


def _bound(node: ast.Assign | ast.AnnAssign) -> Iterable[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        yield from (each.id for each in ast.walk(target) if isinstance(each, ast.Name))


def _refuse_inner_imports(module: Module, node: ast.stmt) -> None:
    for each in ast.walk(node):
        if isinstance(each, ast.ImportFrom) and (each.module or "").startswith("backend"):
            raise _refused(module.name, each.lineno, "Import kit modules at the top of a module")


def _is_text(node: ast.stmt | None) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
    return False


def _refused(module: str, line: int, fact: str) -> ProgramError:
    return ProgramError(f"{module}, line {line}: {fact}.", code="bad-kit")
