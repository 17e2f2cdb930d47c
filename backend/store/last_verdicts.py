"""``last_verdicts.json``: the last verdict of every check, for runs that keep what is unchanged.

A file that cannot be read costs only the keeping: every check runs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pydantic import ValidationError

from backend.contracts.kept import KeptVerdict, KeptVerdicts, LogPlace
from backend.contracts.workspace import Workspace
from backend.store.atomic import write_atomic
from backend.store.pieces import Standing, standing_of
from backend.store.remembered import move_away, read_json_object
from backend.store.text import json_text, to_bytes

_NONE, _BEGINS, _ENDS = b'"checks": {}', b'"checks": {\n', b"\n  }"
_OPENS, _CLOSES = b'{\n  "checks": {\n', b"\n  }\n}\n"
_OPENS_ONE, _BETWEEN = b'    "', b",\n"


class AsRead(dict[str, KeptVerdict]):
    """Verdicts by check id as a file held them, and the bytes in which they stood there."""

    pieces: Mapping[str, bytes] = MappingProxyType({})


class KeptRead(NamedTuple):
    """The verdicts by check id (none, if they are lost), where the log has them, and what could
    not be read."""

    verdicts: AsRead
    log: LogPlace | None
    trouble: tuple[str, ...]


def read_last_verdicts(workspace: Workspace) -> KeptRead:
    """Read them, by whoever holds the lock; a damaged file is moved aside.

    Raises:
        WorkspaceError: a damaged file could not be moved.
    """
    trouble: list[str] = []
    path = workspace.last_verdicts_file
    standing = standing_of(path)
    content = read_json_object(path, trouble)
    try:
        found = KeptVerdicts.model_validate(content)
    except ValidationError:
        trouble.append(move_away(path, "it does not hold verdicts as this version reads them"))
        found = KeptVerdicts()
    verdicts = AsRead(found.checks)
    verdicts.pieces = _pieces(path, standing, verdicts)
    return KeptRead(verdicts, found.log, tuple(trouble))


def write_last_verdicts(
    workspace: Workspace,
    verdicts: Mapping[str, KeptVerdict],
    log: LogPlace | None = None,
    *,
    before: AsRead | None = None,
) -> None:
    """Write all of them, in the order given.

    Of those that are the very ones of ``before``, the bytes that stood in the file are taken.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    before = before or AsRead()
    head, tail = to_bytes(json_text(KeptVerdicts(log=log))).split(_NONE)
    pieces = [
        before.pieces[name]
        if name in before.pieces and before[name] is each
        else to_bytes(json_text({"checks": {name: each}}))[len(_OPENS) : -len(_CLOSES)]
        for name, each in verdicts.items()
    ]
    checks = b"".join((_BEGINS, _BETWEEN.join(pieces), _ENDS)) if pieces else _NONE
    write_atomic(workspace.last_verdicts_file, b"".join((head, checks, tail)))


def _pieces(
    path: Path, standing: Standing | None, verdicts: Mapping[str, KeptVerdict]
) -> dict[str, bytes]:
    """The entries as they stand in the file; none where it is not laid out as this room does."""
    if not verdicts or standing is None or standing_of(path) != standing:
        return {}
    _, begins, rest = path.read_bytes().partition(_BEGINS)
    body, ends, _ = rest.partition(_ENDS)
    pieces = [_OPENS_ONE + piece for piece in body.split(_BETWEEN + _OPENS_ONE)]
    pieces[0] = pieces[0].removeprefix(_OPENS_ONE)
    if not begins or not ends or len(pieces) != len(verdicts):
        return {}
    found = dict(zip(verdicts, pieces, strict=True))
    is_right = all(piece.startswith(_opening(name)) for name, piece in found.items())
    return found if is_right else {}


def _opening(name: str) -> bytes:
    return to_bytes(f"    {json.dumps(name, ensure_ascii=False)}: {{\n")
