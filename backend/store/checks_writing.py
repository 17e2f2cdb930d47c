"""New entries for ``checks/checks.json``, in the hand of whoever wrote the file.

Rules of this file: not a character of another entry changes, nor of the space between them; what
would read otherwise than it was meant is refused before anything is written. The caller holds the
workspace's lock.
"""

from __future__ import annotations

import codecs
import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import JsonValue

from backend.contracts.check import InvalidCheck
from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace
from backend.store.atomic import write_atomic
from backend.store.checks_file import read_checks

Entry = Mapping[str, JsonValue]
_SPACE = re.compile(r"[ \t\r\n]*")
_OPENING = re.compile(r"\{(?P<newline>\r?\n)(?P<indent>[ \t]+)")


class _Span(NamedTuple):
    """Where an entry stands in the text."""

    start: int
    end: int


def add_entries(workspace: Workspace, entries: Sequence[Entry]) -> None:
    """Write these entries after the last one; a file that is not there is made.

    Raises:
        WorkspaceError: the file is no list of checks, an entry would be none, or the disk refuses.
    """
    mark, text = _read(workspace)
    _write(workspace, mark, appended(text, entries), before=text)


def replace_entry(workspace: Workspace, check_id: str, entry: Entry) -> None:
    """Write this entry in the place of the one with that id.

    Raises:
        WorkspaceError: as `add_entries`; ``unknown-check``: no entry has that id.
    """
    mark, text = _read(workspace)
    for place, each in enumerate(json.loads(text)):
        if isinstance(each, dict) and each.get("check_id") == check_id:
            _write(workspace, mark, replaced(text, place, entry), before=text)
            return
    raise WorkspaceError(f"checks.json has no check {check_id!r}.", code="unknown-check")


def read_entry(workspace: Workspace, check_id: str) -> dict[str, JsonValue]:
    """The fields of an entry as its owner wrote them; empty where no entry has that id.

    Raises:
        WorkspaceError: the file is no list of checks.
    """
    read_checks(workspace)
    found = json.loads(_read(workspace)[1])
    own = (each for each in found if isinstance(each, dict) and each.get("check_id") == check_id)
    return next(own, {})


def appended(text: str, entries: Sequence[Entry]) -> str:
    """A list of entries as JSON, with these after its last.

    >>> print(appended('[{"a": 1}]', [{"b": 2}]))
    [{"a": 1}, {"b": 2}]
    """
    spans = _spans(text)
    if not spans:
        newline = "\r\n" if "\r\n" in text else "\n"
        told = [_spelled(entry, newline, "  ", "  ") for entry in entries]
        inner = f",{newline}  ".join(told)
        return f"{text[: text.index('[') + 1]}{newline}  {inner}{newline}]{_after(text)}"
    first, last = spans[0], spans[-1]
    before = text[text.index("[") + 1 : first.start]
    between = text[spans[-2].end : last.start] if len(spans) > 1 else f",{before or ' '}"
    told = [_like(text, last, entry) for entry in entries]
    return text[: last.end] + "".join(between + each for each in told) + text[last.end :]


def replaced(text: str, place: int, entry: Entry) -> str:
    """A list of entries as JSON, with this one at that place (from 0).

    >>> print(replaced('[{"a": 1},  {"b": 2}]', 0, {"c": 3}))
    [{"c": 3},  {"b": 2}]
    """
    span = _spans(text)[place]
    return text[: span.start] + _like(text, span, entry) + text[span.end :]


def _spans(text: str) -> list[_Span]:
    decoder, spans = json.JSONDecoder(), list[_Span]()
    at = _skip(text, text.index("[") + 1)
    while text[at] != "]":
        _, end = decoder.raw_decode(text, at)
        spans.append(_Span(at, end))
        at = _skip(text, end)
        at = _skip(text, at + 1) if text[at] == "," else at
    return spans


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _after(text: str) -> str:
    return text[text.rindex("]") + 1 :]


def _like(text: str, span: _Span, entry: Entry) -> str:
    """An entry laid out as the one that stands there: on one line, or with its indents."""
    found = _OPENING.match(text, span.start)
    if found is None:
        return json.dumps(dict(entry), ensure_ascii=False)
    line = text[: span.start].rpartition("\n")[2]
    own = line[: len(line) - len(line.lstrip(" \t"))]
    unit = found["indent"].removeprefix(own) or "  "
    return _spelled(entry, found["newline"], own, unit)


def _spelled(entry: Entry, newline: str, own: str, unit: str) -> str:
    lines = json.dumps(dict(entry), ensure_ascii=False, indent=unit).split("\n")
    return f"{newline}{own}".join(lines)


def _read(workspace: Workspace) -> tuple[bytes, str]:
    """The mark that the file opens with, if any, and its text; of none, an empty list's.

    Raises:
        WorkspaceError: it is no list of checks.
    """
    if not workspace.checks_file.exists():
        return b"", "[]\n"
    read_checks(workspace)
    data = workspace.checks_file.read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark, data[len(mark) :].decode()


def _write(workspace: Workspace, mark: bytes, text: str, *, before: str) -> None:
    """Write what reads as it should; anything else is refused while the file is as it was."""
    found, known = _invalid_in(text), _invalid_in(before)
    if len(found) > len(known):
        fact = f"{found[-1].message} Nothing was written."
        raise WorkspaceError(fact, code="invalid-check")
    write_atomic(workspace.checks_file, mark + text.encode())


def _invalid_in(text: str) -> tuple[InvalidCheck, ...]:
    with tempfile.TemporaryDirectory(prefix="checks-") as folder:
        tried = Workspace(Path(folder))
        write_atomic(tried.checks_file, text)
        return read_checks(tried).invalid
