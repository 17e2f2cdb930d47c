"""``data/sources.toml``: a section for each further table."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from backend.contracts.declared import DeclaredTable
from backend.contracts.errors import WorkspaceError
from backend.contracts.schema import TableProblem
from backend.contracts.workspace import Workspace
from backend.tables.sources import is_odd

_LARGEST = 1 << 20
_LONGEST = 100

Declared = dict[str, DeclaredTable | TableProblem]


def read_declared(workspace: Workspace) -> Declared:
    """The further tables by name; a section that is wrong costs only its own table.

    Raises:
        WorkspaceError: ``bad-sources``: the file is no TOML.
    """
    path = workspace.sources_file
    try:
        content = _content(path)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _bad(path, f" could not be read ({error.strerror}). Let the run read it.") from error
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        sections = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        told = "not UTF-8" if isinstance(error, UnicodeDecodeError) else f"no TOML: {error}"
        raise _bad(path, f" is {told[:_LONGEST]}. Mend that place; nothing was run.") from error
    return {name: _read(path.name, name, fields) for name, fields in sections.items()}


def _content(path: Path) -> bytes:
    if not path.exists() and not path.is_symlink():
        raise FileNotFoundError(path)
    if not path.is_file():
        raise _bad(path, ": this is not a regular file. Put the file itself here.")
    if path.stat().st_size > _LARGEST:
        raise _bad(path, f" holds more than {_LARGEST >> 20} MB. Leave in it what is needed.")
    return path.read_bytes()


def _bad(path: Path, fact: str) -> WorkspaceError:
    return WorkspaceError(f"data/{path.name}{fact}", code="bad-sources")


def _read(file: str, name: str, fields: object) -> DeclaredTable | TableProblem:
    if is_odd(name):
        return _problem(file, name, "the name cannot be a table's. Use letters, digits, - and _.")
    if not isinstance(fields, dict):
        cure = f"Write [{name}] above what belongs to the table."
        return _problem(file, name, f"it is a value where the section of a table is meant. {cure}")
    try:
        return DeclaredTable.model_validate(fields)
    except ValidationError as error:
        return _problem(file, name, _say(error))


def _problem(file: str, name: str, fact: str) -> TableProblem:
    shown = name if name.isprintable() else ascii(name)[1:-1]
    message = f"{file}, {shown}: {fact}"
    return TableProblem(table=shown, file=file, code="bad-source", message=message)


def _say(error: ValidationError) -> str:
    """The first fault, without the value: it may be a secret in the wrong place."""
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    if first["type"] != "extra_forbidden":
        fact = first["msg"].removeprefix("Value error, ").replace("Input should", "It should")
        fact = fact.replace("a valid tuple", 'a list: ["…", "…"]')
        return f"{place}: {fact}." if place else f"{fact}."
    known = sorted(DeclaredTable.model_fields)
    near = get_close_matches(str(first["loc"][-1]), known, 1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Settings: {', '.join(known)}."
    return f"{place}: there is no such setting. {hint}"
