"""What was fetched from object storage, and what was sent there."""

from __future__ import annotations

from backend.contracts.contract import Contract
from backend.contracts.schema import TableProblem


class RemoteFile(Contract):
    """A file that was fetched: the object's version, and the contents that are ours to replace."""

    version: str
    """Empty while the object is being put in place."""
    contents: tuple[str, ...]
    """``xxh3:…`` of the copy, and, while it is replaced, of the one before."""
    mark: str = ""
    """Size, time and inode of the copy, which prove it unchanged without reading it."""


class RemoteData(Contract):
    """``data/.remote.json``: whence the folder's tables were fetched, by name."""

    url: str = ""
    files: dict[str, RemoteFile] = {}
    problems: dict[str, TableProblem] = {}
    """Objects that could not be fetched; their tables are in error."""


class SentArtifacts(Contract):
    """``sent_artifacts.json``: what of a workspace is on object storage, by path."""

    url: str = ""
    runs: tuple[str, ...] = ()
    """Runs of which every file was taken."""
    files: dict[str, str] = {}
    """Size and time of each file of a session when it was taken."""
