"""``settings.toml``: read, never written."""

from __future__ import annotations

import tomllib
from datetime import date, time
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from backend.contracts.contract import Contract
from backend.contracts.errors import WorkspaceError
from backend.contracts.settings import Settings
from backend.contracts.workspace import Workspace
from backend.store.written_file import read_written

_LONGEST = 100
_SECRET = ("alerts", "lineage", "data", "artifacts")
"""Sections of which no value is shown: an address of a receiver, put there by mistake, is a key."""

_FACTS = {
    "model_type": "it is a section; write [{place}], and its settings below",
    "tuple_type": 'it is a list; write ["…", "…"], or a [[{place}]] for each',
}
"""What the validator says in words of Python, by its type."""


def read_settings(workspace: Workspace) -> Settings:
    """The workspace's settings; the defaults where there is no file.

    Raises:
        WorkspaceError: the file is no TOML, or sets something that is not there or out of range.
    """
    path = workspace.settings_file
    try:
        data = _parse(read_written(path))
    except FileNotFoundError as error:
        if path.is_symlink():
            raise _bad(path, ": the link leads nowhere. Put the file itself here.") from error
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        raise _bad(path, _say_unreadable(error)) from error
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        raise WorkspaceError(f"{path.name}, {_say(error)}", code="bad-settings") from error


def _parse(content: bytes) -> dict[str, Any]:
    return tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))


def _bad(path: Path, fact: str) -> WorkspaceError:
    return WorkspaceError(f"{path.name}{fact}", code="bad-settings")


def _say_unreadable(error: OSError | ValueError | RecursionError) -> str:
    match error:
        case OSError():
            return f" could not be read ({error.strerror}). Let the run read it, or remove it."
        case UnicodeDecodeError():
            line = error.object[: error.start].count(b"\n") + 1
            return f", line {line} is not UTF-8. Save the file as UTF-8."
        case tomllib.TOMLDecodeError():
            return f" is not TOML: {str(error)[:_LONGEST]}. Mend that place; nothing was run."
        case RecursionError():
            return ": lists and tables are nested too deeply. Mend it; nothing was run."
    return " holds a number with too many digits. Mend it; nothing was run."


def _say(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    if first["type"] == "extra_forbidden":
        return f"{place}: there is no such setting. {_hint(first['loc'])}"
    told = "" if first["loc"][0] in _SECRET else f"; it is {_quote(first['input'])}"
    fact = _FACTS.get(first["type"], first["msg"])
    fact = fact.removeprefix("Value error, ").replace("Input should", "It should")
    return f"{place}: {fact.format(place=place)}{told}."


def _hint(place: tuple[int | str, ...]) -> str:
    name = str(place[-1])
    if len(place) > 1 and name in Settings.model_fields:
        return f"{name!r} belongs above the first [section] of the file."
    known = _known(place)
    near = get_close_matches(name, known, 1)
    return f"Did you mean {near[0]!r}?" if near else f"Settings: {', '.join(known)}."


def _quote(value: object) -> str:
    text = str(value) if isinstance(value, date | time) else repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _known(place: tuple[int | str, ...]) -> list[str]:
    model: type[Contract] = Settings
    for name in place[:-1]:
        if isinstance(name, str):
            model = _model_of(model.model_fields[name].annotation)
    return sorted(model.model_fields)


def _model_of(annotation: object) -> type[Contract]:
    """The section, or the one whose list this is."""
    parts = (annotation, *get_args(annotation))
    return next(part for part in parts if isinstance(part, type) and issubclass(part, Contract))
