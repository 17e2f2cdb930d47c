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
from backend.store.pieces import cut_pieces

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
    ones, others = _held(one), _held(other)
    return all(_is_same(ones[name], others[name]) for name in PLANNED)


def _held(workflow: Workflow) -> dict[str, Any]:
    """The values as they are held, read or not."""
    held = workflow.__dict__
    if isinstance(workflow, UnreadWorkflow) and "proof" not in held:
        return {**held, "proof": workflow._text}
    return held


def _is_same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)


class Bounds(NamedTuple):
    """Where in an entry's bytes the text of its proof begins and ends; nowhere, if it is read."""

    begins: int = 0
    ends: int = 0


READ = Bounds()


def bounds_of(piece: bytes) -> Bounds:
    """The bounds of a proof that need not be read, if this entry has one."""
    begins = piece.find(_OPENS) + len(_OPENS)
    ends = piece.find(_FOLLOWS, begins)
    is_unread = len(_OPENS) <= begins < ends and _NO_WARNINGS in piece[begins:ends]
    return Bounds(begins, ends) if is_unread else READ


class Layout(NamedTuple):
    """How a file is laid out: the length of each entry, and the bounds of its proof."""

    lengths: tuple[int, ...]
    bounds: tuple[Bounds, ...]


def seal_of(digest: str, layout: Layout) -> str:
    """What is left beside a file of workflows of this XXH3-128, in hexadecimal digits."""
    rows = zip(layout.lengths, layout.bounds, strict=True)
    lines = (f"{length} {begins} {ends}\n" for length, (begins, ends) in rows)
    return _seals(digest) + "".join(lines)


def _seals(digest: str) -> str:
    return f"xxh3:{digest} {_version()}\n"


@cache
def _version() -> str:
    """A digest of the source that tells a workflow from what is none."""
    folders = (Path(contracts.__file__).parent, Path(__file__).parent)
    own = (folders[1] / name for name in ("entries.py", "pieces.py", "unread.py"))
    paths = [*sorted(folders[0].glob("*.py")), *own]
    return xxhash.xxh3_64_hexdigest(b"\n".join(path.read_bytes() for path in paths))


class Unread(NamedTuple):
    """Workflows by key, the bytes in which each stands in the file, and where its proof does."""

    workflows: dict[str, Workflow]
    pieces: dict[str, bytes]
    bounds: dict[str, Bounds]


def read_unread(workspace: Workspace) -> Unread | None:
    """What is remembered; None where there is no seal, or anything is in doubt."""
    try:
        data = workspace.workflows_file.read_bytes()
        layout = _read_seal(workspace.workflows_seal.read_text(), data)
        pieces = cut_pieces(data, layout.lengths) if layout else []
        found = Unread({}, {}, {})
        for piece, bounds in zip(pieces, layout.bounds if layout else (), strict=True):
            workflow = _read(piece, bounds)
            if workflow is not None:
                found.workflows[workflow.key] = workflow
                found.pieces[workflow.key] = piece
                found.bounds[workflow.key] = bounds
    except (OSError, ValueError, RecursionError):
        return None
    return found if pieces and len(found.pieces) == len(pieces) else None


def _read_seal(seal: str, data: bytes) -> Layout | None:
    """The layout of a file, if this is its seal.

    Raises:
        ValueError: this is no seal of this version.
    """
    head, _, rows = seal.partition("\n")
    if head + "\n" != _seals(xxhash.xxh3_128_hexdigest(data)):
        return None
    numbers = list(map(int, rows.split()))
    bounds = (Bounds(*pair) for pair in zip(numbers[1::3], numbers[2::3], strict=True))
    return Layout(tuple(numbers[::3]), tuple(bounds))


def _read(piece: bytes, bounds: Bounds) -> Workflow | None:
    """The workflow of an entry as it stands in the file; None where that is none, or in doubt."""
    begins, ends = bounds
    if bounds == READ:
        ((key, entries),) = from_json(b"{" + piece + b"}", cache_strings="keys").items()
        workflow = from_entries(entries)
    elif piece.startswith(_OPENS, begins - len(_OPENS)) and piece.startswith(_FOLLOWS, ends):
        without = piece[: begins - len(_OPENS)] + piece[ends + 1 :]
        ((key, entries),) = from_json(b"{" + without + b"}", cache_strings="keys").items()
        values = values_of(entries)
        workflow = UnreadWorkflow.of(values, piece[begins:ends]) if values else None
    else:
        return None
    return workflow if workflow and workflow.key == key else None
