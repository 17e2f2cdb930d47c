"""Workflows whose proofs are read when somebody asks for them, which a re-run does not.

Rules of this file: a file is read so only where its seal tells that this room wrote it, byte for
byte, as this very version reads it. Whatever is in doubt is left to the reader of the whole, which
tells what is damaged; a proof that warns is read at once.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import xxhash
from pydantic import PrivateAttr
from pydantic_core import from_json

from backend import contracts
from backend.contracts.proof import Proof
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.entries import PLANNED, from_entries, values_of
from backend.store.pieces import split_pieces

_OPENS, _FOLLOWS = b'\n      "proof": ', b',\n      "calls": '
_NO_WARNINGS = b'\n        "warnings": [],\n'


class UnreadWorkflow(Workflow):
    """A workflow whose proof, which has no warnings, is a text until it is asked for."""

    _text: bytes = PrivateAttr(default=b"")

    def __getattr__(self, name: str) -> Any:
        """The proof, which is not among the values before it is read."""
        if name != "proof":
            return super().__getattr__(name)  # type: ignore[misc]
        self.__dict__[name] = Proof.model_validate_json(self._text)
        return self.__dict__[name]

    @property
    def warnings(self) -> tuple[str, ...]:
        """None, and the proof is not read to tell it."""
        return ()

    @classmethod
    def of(cls, values: dict[str, Any], text: bytes) -> UnreadWorkflow:
        """A workflow with these values, and this text for its proof.

        Raises:
            ValueError: a value is not what it should be.
        """
        found = cls.model_validate(values)
        del found.__dict__["proof"]
        found._text = text
        return found


def is_planned_alike(one: Workflow, other: Workflow) -> bool:
    """Whether two workflows surely have the same plan entry: what it holds is the very same."""
    return all(_is_same(_held(one, name), _held(other, name)) for name in PLANNED)


def _held(workflow: Workflow, name: str) -> object:
    """A value as it is held, read or not."""
    if isinstance(workflow, UnreadWorkflow) and name not in workflow.__dict__:
        return workflow._text
    return getattr(workflow, name)


def _is_same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)


def seal_of(digest: str) -> str:
    """What is left beside a file of workflows of this XXH3-128, in hexadecimal digits."""
    return f"xxh3:{digest} {_version()}\n"


@cache
def _version() -> str:
    """A digest of the source that tells a workflow from what is none."""
    folders = (Path(contracts.__file__).parent, Path(__file__).parent)
    paths = [*sorted(folders[0].glob("*.py")), folders[1] / "entries.py"]
    return xxhash.xxh3_64_hexdigest(b"\n".join(path.read_bytes() for path in paths))


class Unread(NamedTuple):
    """Workflows by key, and the bytes in which each of them stands in the file."""

    workflows: dict[str, Workflow]
    pieces: dict[str, bytes]


def read_unread(workspace: Workspace) -> Unread | None:
    """What is remembered; None where there is no seal, or anything is in doubt."""
    try:
        data = workspace.workflows_file.read_bytes()
        seal = workspace.workflows_seal.read_text()
    except (OSError, ValueError):
        return None
    pieces = split_pieces(data) if seal == seal_of(xxhash.xxh3_128_hexdigest(data)) else []
    found = Unread({}, {})
    for piece in pieces:
        try:
            workflow = _read(piece)
        except (ValueError, RecursionError):
            return None
        if workflow is not None:
            found.workflows[workflow.key] = workflow
            found.pieces[workflow.key] = piece
    return found if pieces and len(found.pieces) == len(pieces) else None


def _read(piece: bytes) -> Workflow | None:
    """The workflow of an entry as it stands in the file; None where that is none, or in doubt."""
    begins = piece.find(_OPENS)
    ends = piece.find(_FOLLOWS, begins)
    text = piece[begins + len(_OPENS) : ends]
    is_unread = 0 <= begins < ends and _NO_WARNINGS in text
    trimmed = piece[:begins] + piece[ends + 1 :] if is_unread else piece
    content = from_json(b"{" + trimmed + b"}", cache_strings="keys")
    ((key, entries),) = content.items()
    if not is_unread:
        workflow = from_entries(entries)
    else:
        values = values_of(entries)
        workflow = UnreadWorkflow.of(values, text) if values else None
    return workflow if workflow and workflow.key == key else None
