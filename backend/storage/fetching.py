"""``data = "s3://…"``: the data folder as a copy of what is there, brought up to date by each run.

Only objects whose version changed are fetched. A file of the folder that nobody fetched, or that
was changed since, is never replaced or deleted: its table is in error, until a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from backend.contracts.errors import WorkspaceError
from backend.contracts.remote import RemoteData, RemoteFile
from backend.contracts.schema import TableProblem
from backend.contracts.workspace import Workspace
from backend.storage.copies import hash_file, mark_of, read_remembered, remember, replace
from backend.storage.folder import RemoteFolder, RemoteObject, open_folder

_TABLES = (".csv", ".tsv", ".xlsx")
_IGNORED = (".", "~$")


def fetch_data(workspace: Workspace, url: str) -> tuple[str, ...]:
    """Bring the data folder up to date with ``url``; gives what is to be told.

    The caller holds the lock. Without a URL the copies that are there become plain files.

    Raises:
        WorkspaceError: ``unreachable-storage``, ``no-driver`` or ``cannot-write``: nothing is
            to be judged, since what is there may be old.
    """
    memory = workspace.remote_data_file
    if not url:
        if memory.exists():
            memory.unlink()
            return (f"{workspace.data} is fetched from nowhere any more; its files stay.",)
        return ()
    return fetch_from(workspace, open_folder(url))


def fetch_from(workspace: Workspace, folder: RemoteFolder) -> tuple[str, ...]:
    """Bring the data folder up to date with a folder that is open.

    Raises:
        WorkspaceError: as `fetch_data`.
    """
    objects = {each.name: each for each in folder.list_objects() if _is_table(each.name)}
    return _Copy(workspace, folder).bring_up_to_date(objects)


def _is_table(name: str) -> bool:
    is_name = name == Path(name).name and "\\" not in name and name.isprintable()
    return is_name and name.lower().endswith(_TABLES) and not name.startswith(_IGNORED)


class _Copy:
    """The data folder, and what was fetched into it."""

    def __init__(self, workspace: Workspace, folder: RemoteFolder) -> None:
        self._data = workspace.data
        self._memory = workspace.remote_data_file
        self._folder = folder
        self._known = read_remembered(self._memory, RemoteData)
        self._files = dict(self._known.files)
        self._problems: dict[str, TableProblem] = {}
        self._fetched = 0

    def bring_up_to_date(self, objects: dict[str, RemoteObject]) -> tuple[str, ...]:
        is_same_place = self._known.url == self._folder.url
        for name in sorted(set(self._files) - set(objects)):
            self._drop(name)
        for name, found in objects.items():
            self._follow(name, found, is_same_place=is_same_place)
        state = self._state()
        if state != self._known:
            remember(self._memory, state)
        return tuple(self._say(len(objects)))

    def _drop(self, name: str) -> None:
        """An object that is gone takes its copy along."""
        if self._is_ours(name):
            (self._data / name).unlink(missing_ok=True)
        else:
            fact = "the object is gone, and its copy here was changed"
            self._refuse(name, f"{fact}. Delete or rename {self._data / name}.")
        del self._files[name]

    def _follow(self, name: str, found: RemoteObject, *, is_same_place: bool) -> None:
        known = self._files.get(name)
        if known and not self._is_ours(name):
            fact = f"the copy here was changed since it was fetched from {self._folder.url}"
            self._refuse(name, f"{fact}. Delete {self._data / name}, and send changes there.")
        elif known and is_same_place and known.version == found.version and self._has(name):
            return
        else:
            self._fetch(name, found)

    def _fetch(self, name: str, found: RemoteObject) -> None:
        path = self._data / name

        def write(draft: Path) -> None:
            self._folder.fetch(name, draft)
            if draft.stat().st_size != found.size or self._folder.look(name) != found:
                raise _Changed
            self._announce(name, hash_file(draft))

        try:
            replace(path, write)
        except _Changed:
            self._refuse(name, "the object changed while it was fetched. Run again.")
            return
        except _Unknown:
            fact = f"a file of this name lies in {self._data}, and was not fetched"
            self._refuse(name, f"{fact}. Move it away, or delete it.")
            return
        except WorkspaceError as error:
            if error.code != "unreachable-storage":
                raise
            self._refuse(name, str(error), code=error.code)
            return
        self._fetched += 1
        contents = self._files[name].contents[:1]
        mark = mark_of(path)
        self._files[name] = RemoteFile(version=found.version, contents=contents, mark=mark)

    def _announce(self, name: str, content: str) -> None:
        """Put on disk what is about to take a file's place, so that a kill leaves it known."""
        before, known = hash_file(self._data / name), self._files.get(name)
        if before and not known and before != content:
            raise _Unknown
        contents = (content, *((before,) if before and before != content else ()))
        self._files[name] = RemoteFile(version="", contents=contents)
        remember(self._memory, self._state())

    def _refuse(self, name: str, message: str, *, code: str = "not-fetched") -> None:
        """No copy is judged in the place of what could not be fetched."""
        told = message if code != "not-fetched" else f"{name}: {message}"
        self._problems[name] = TableProblem(
            table=name.rpartition(".")[0], file=name, code=code, message=told
        )

    def _is_ours(self, name: str) -> bool:
        path, known = self._data / name, self._files[name]
        return (
            not path.is_file() or mark_of(path) == known.mark or hash_file(path) in known.contents
        )

    def _has(self, name: str) -> bool:
        return (self._data / name).is_file()

    def _state(self) -> RemoteData:
        return RemoteData(url=self._folder.url, files=self._files, problems=self._problems)

    def _say(self, number: int) -> Iterator[str]:
        if not number:
            yield f"{self._folder.url} holds no table."
        yield from (f"{each.message}" for each in self._problems.values())


class _Changed(Exception):
    """An object is another one than was listed."""


class _Unknown(Exception):
    """A file that nobody fetched is in the way."""
