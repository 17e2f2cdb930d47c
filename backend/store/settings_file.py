"""``settings.toml``: read, never written."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches

from pydantic import ValidationError

from backend.contracts.errors import WorkspaceError
from backend.contracts.settings import Settings
from backend.contracts.workspace import Workspace


def read_settings(workspace: Workspace) -> Settings:
    """The workspace's settings; the defaults where there is no file.

    Raises:
        WorkspaceError: the file is no TOML, or sets something that is not there or out of range.
    """
    path = workspace.settings_file
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WorkspaceError(f"{path.name}: {error}.", code="bad-settings") from error
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        raise WorkspaceError(f"{path.name}, {_say(error)}", code="bad-settings") from error


def _say(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    if first["type"] != "extra_forbidden":
        return f"{place}: {first['msg']}; it is {first['input']!r}."
    known = _known(first["loc"])
    near = get_close_matches(str(first["loc"][-1]), known, 1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Settings: {', '.join(known)}."
    return f"{place}: there is no such setting. {hint}"


def _known(place: tuple[int | str, ...]) -> list[str]:
    if len(place) == 1:
        return sorted(Settings.model_fields)
    section = getattr(Settings(), str(place[0]))
    return sorted(type(section).model_fields)
