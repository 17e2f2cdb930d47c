"""The folders that programs write to: one for each program that runs at a time."""

from __future__ import annotations

import itertools
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

SCRATCH = "tmp"
ARTIFACTS = "artifacts"
OWN_FOLDERS = 3
"""The two, and the slot itself: they do not count as the program's files."""
BLOCK = 512
"""The unit of ``st_blocks``, whatever the file system's own is."""
MEBIBYTE = 1024 * 1024


def create(folders: list[str]) -> None:
    """Make the slots, where the launcher did not mount them."""
    for folder in folders:
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)


def prepare(folder: str) -> None:
    """Give the next program an empty slot."""
    wipe(folder)
    for name in (SCRATCH, ARTIFACTS):
        os.mkdir(f"{folder}/{name}", mode=0o700)  # noqa: PTH102 - a few microseconds count here


def passed_limit(folder: str, *, mebibytes: int, files: int) -> str:
    """The limit that what lies in a slot has passed, or ``""``.

    A slot that is a file system of its own tells in one call; another one is walked.
    """
    facts = os.statvfs(folder)
    if os.path.ismount(folder):
        return "files" if facts.f_files - facts.f_ffree > files + OWN_FOLDERS else ""
    found, blocks = _measure(folder, files + OWN_FOLDERS)
    if found > files + OWN_FOLDERS:
        return "files"
    return "slot_mb" if blocks * BLOCK > mebibytes * MEBIBYTE else ""


def _measure(folder: str, most: int) -> tuple[int, int]:
    """Files and folders, and the blocks that they take; stops soon after ``most`` files."""
    found, blocks, waiting = 0, 0, [folder]
    while waiting and found <= most:
        try:
            entries, taken = _look_into(waiting.pop())
        except FileNotFoundError:
            continue  # removed meanwhile
        except OSError:
            return most + 1, blocks  # a folder that hides what is in it hides too much
        found, blocks = found + len(entries), blocks + taken
        waiting += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    return found, blocks


def _look_into(folder: str) -> tuple[list[os.DirEntry[str]], int]:
    with os.scandir(folder) as found:
        entries = list(found)
    return entries, sum(entry.stat(follow_symlinks=False).st_blocks for entry in entries)


def remove(folders: list[str]) -> None:
    """Take the slots away, as far as they are not mounts."""
    for folder in folders:
        with suppress(OSError):
            wipe(folder)
            Path(folder).rmdir()
    if folders:
        with suppress(OSError):
            Path(folders[0]).parent.rmdir()


def wipe(folder: str) -> None:
    """Empty a folder whose content is hostile: never follow a link, never recurse.

    Deep trees are flattened: each inner folder is emptied by renaming what it holds to the top,
    so that neither the stack nor the length of a path sets a limit.
    """
    os.chmod(folder, 0o700)  # noqa: PTH101 - as below: by the cheapest call
    top = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    fresh = map(f"{secrets.token_hex(8)}-{{}}".format, itertools.count())
    try:
        while names := os.listdir(top):  # noqa: PTH208 - by descriptor: no link is followed
            for name in names:
                _remove(top, name, fresh)
    finally:
        os.close(top)


def _remove(top: int, name: str, fresh: Iterator[str]) -> None:
    with suppress(IsADirectoryError):
        os.unlink(name, dir_fd=top)
        return
    os.chmod(name, 0o700, dir_fd=top)  # a folder, as unlink has just told
    inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=top)
    try:
        for entry in os.listdir(inner):  # noqa: PTH208
            _lift(inner, entry, top, next(fresh))
    finally:
        os.close(inner)
    os.rmdir(name, dir_fd=top)


def _lift(inner: int, entry: str, top: int, name: str) -> None:
    facts = os.stat(entry, dir_fd=inner, follow_symlinks=False)
    if stat.S_ISDIR(facts.st_mode):  # moving a folder needs the right to write to it
        os.chmod(entry, 0o700, dir_fd=inner)
    os.rename(entry, name, src_dir_fd=inner, dst_dir_fd=top)
