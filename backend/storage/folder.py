"""A folder on S3-compatible storage: ``s3://bucket/prefix``.

Drivers load when a folder is opened. The endpoint and the keys are those that boto reads from the
environment (``AWS_ENDPOINT_URL``, ``AWS_ACCESS_KEY_ID``, …).
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from backend.contracts.errors import WorkspaceError

_TIMES = {"connect_timeout": 10, "read_timeout": 60, "retries": {"max_attempts": 3}}
_CURES = {
    "InvalidAccessKeyId": "Check the keys in the environment.",
    "SignatureDoesNotMatch": "Check the keys in the environment.",
    "ExpiredToken": "Renew the session's token.",
    "NoSuchBucket": "Create the bucket, or mend the URL.",
    "AccessDenied": "Let the keys list, read and write there.",
}


class RemoteObject(NamedTuple):
    """One object directly in a folder; ``version`` changes with its content."""

    name: str
    size: int
    version: str


class RemoteFolder:
    """The objects under one prefix."""

    def __init__(self, url: str, files: Any) -> None:
        """``files`` is an fsspec file system; `open_folder` makes it."""
        self.url = url.rstrip("/")
        self.files = files

    def list_objects(self) -> list[RemoteObject]:
        """The objects directly in the folder, by name; a prefix without any is an empty folder.

        Raises:
            WorkspaceError: ``unreachable-storage``.
        """
        with self._telling(self.url):
            try:
                found = self.files.ls(self._path(""), detail=True, refresh=True)
            except FileNotFoundError:
                self.files.ls(self.url.split("/")[2], detail=True, refresh=True)
                found = []
        objects = [_object(each) for each in found if each.get("type") == "file"]
        return sorted(each for each in objects if each.name)

    def look(self, name: str) -> RemoteObject | None:
        """One object as it is now; None where it is gone.

        Raises:
            WorkspaceError: ``unreachable-storage``.
        """
        with self._telling(f"{self.url}/{name}"):
            try:
                return _object(self.files.info(self._path(name), refresh=True))
            except FileNotFoundError:
                return None

    def fetch(self, name: str, path: Path) -> None:
        """Write an object into a new file.

        Raises:
            WorkspaceError: ``unreachable-storage``.
        """
        with self._telling(f"{self.url}/{name}"):
            self.files.get_file(self._path(name), str(path))

    def send(self, path: Path, name: str) -> None:
        """Put a file in an object's place, whole or not at all; ``name`` may hold slashes.

        Raises:
            WorkspaceError: ``unreachable-storage``.
        """
        with self._telling(f"{self.url}/{name}"):
            self.files.put_file(str(path), self._path(name))

    def _path(self, name: str) -> str:
        return f"{self.url.removeprefix('s3://')}/{name}".rstrip("/")

    @contextlib.contextmanager
    def _telling(self, place: str) -> Iterator[None]:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except (OSError, ValueError, BotoCoreError, ClientError) as error:
            raise _unreachable(place, error) from error


def open_folder(url: str) -> RemoteFolder:
    """The folder of this URL; nothing is asked of it yet.

    Raises:
        WorkspaceError: ``no-driver``: s3fs is not installed.
    """
    try:
        import s3fs
    except ImportError as error:
        fact = f"{url}: s3fs, which talks to S3, is not installed."
        cure = "Install it: pip install -r requirements-outside.txt."
        raise WorkspaceError(f"{fact} {cure}", code="no-driver") from error
    files = s3fs.S3FileSystem(
        skip_instance_cache=True, use_listings_cache=False, config_kwargs=dict(_TIMES)
    )
    return RemoteFolder(url, files)


def _object(found: dict[str, Any]) -> RemoteObject:
    name = str(found["name"]).rpartition("/")[2]
    marks = [found.get("ETag"), str(found.get("LastModified")), found.get("size")]
    return RemoteObject(name, int(found.get("size") or 0), json.dumps(marks))


def _unreachable(place: str, error: Exception) -> WorkspaceError:
    told = _codes(error)
    cure = next((cure for code, cure in _CURES.items() if code in told), "")
    if not cure:
        cure = "Check the URL, the network, AWS_ENDPOINT_URL and the keys in the environment."
    lines = str(error).strip().splitlines() or [type(error).__name__]
    fact = f"{place}: the storage does not give or take this ({lines[0].rstrip('.')[:300]})."
    return WorkspaceError(f"{fact} {cure}", code="unreachable-storage")


def _codes(error: BaseException) -> str:
    """What the error and its causes say; s3fs wraps the service's own."""
    cause = error.__cause__ or error.__context__
    response = getattr(error, "response", None) or {}
    own = f"{response.get('Error', {}).get('Code', '')} {error}"
    return f"{own} {_codes(cause)}" if cause is not None else own
