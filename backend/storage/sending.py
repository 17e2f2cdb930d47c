"""``artifacts = "s3://…"``: what runs leave, as it stands there, too.

What could not be sent fails no run: it is told, and goes with the next one. Nothing is ever deleted
there, also where ``agent clean`` deletes it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from backend.contracts.errors import WorkspaceError
from backend.contracts.remote import SentArtifacts
from backend.contracts.workspace import Workspace
from backend.storage.copies import mark_of, read_remembered, remember
from backend.storage.folder import RemoteFolder, open_folder

_UNFINISHED = ".tmp"


def send_artifacts(workspace: Workspace, url: str) -> tuple[str, ...]:
    """Send what is new in artifacts and sessions; gives what is to be told.

    The caller holds the lock, and no check is running. A file that is there is taken as it is.
    """
    if not url:
        return ()
    sent = read_remembered(workspace.sent_artifacts_file, SentArtifacts)
    if sent.url != url:
        sent = SentArtifacts(url=url)
    sender = _Sender(workspace, sent)
    try:
        sender.send(open_folder(url))
    except WorkspaceError as error:
        return (f"Artifacts could not be sent. {error} The next run tries again.",)
    except OSError as error:
        fact = f"Artifacts could not be sent: {error.filename} cannot be read ({error.strerror})."
        return (f"{fact} Let the run read it; the next one tries again.",)
    finally:
        sender.remember()
    return ()


class _Sender:
    """What is on the storage already, and what goes there now."""

    def __init__(self, workspace: Workspace, sent: SentArtifacts) -> None:
        self._workspace = workspace
        self._before = sent
        self._runs = dict.fromkeys(sent.runs)
        self._files = dict(sent.files)

    def send(self, folder: RemoteFolder) -> None:
        for run in _folders(self._workspace.artifacts):
            if run.name not in self._runs:
                for path in _files(run):
                    folder.send(path, self._name(path))
                self._runs[run.name] = None
        for path in _files(self._workspace.sessions):
            name, mark = self._name(path), mark_of(path)
            if self._files.get(name) != mark:
                folder.send(path, name)
                self._files[name] = mark

    def remember(self) -> None:
        """Note what was taken; where that fails it is sent once more."""
        here = {run.name for run in _folders(self._workspace.artifacts)}
        runs = tuple(run for run in self._runs if run in here)
        after = self._before.model_copy(update={"runs": runs, "files": self._files})
        if after != self._before or not self._workspace.sent_artifacts_file.exists():
            remember(self._workspace.sent_artifacts_file, after)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._workspace.memory).as_posix()


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return sorted(each for each in parent.iterdir() if each.is_dir() and each.name[0] != ".")


def _files(folder: Path) -> Iterator[Path]:
    """The files below, links and what killed writers left aside."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and not path.name.endswith(_UNFINISHED):
            yield path
