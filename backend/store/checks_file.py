"""``checks/checks.json``: what the owners wrote.

An entry that cannot be read costs itself only; a file that is not a list of entries stops the run
before anything is touched. Nothing here writes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import xxhash
from pydantic import ValidationError

from backend.contracts.check import Check, InvalidCheck
from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace
from backend.store.json_mistakes import say_mistake
from backend.store.plain_words import EMPTY, FieldError, say_errors
from backend.store.strict_json import find_fault, parse
from backend.store.text import canonical_json
from backend.store.written_file import read_written

_LONGEST_ID = 100
_MOST_CHARACTERS = {"check_name": 10_000, "calculation_hint": 10_000, "owner": 10_000}
_NO_FOLDER_NAME = re.compile(r"[/\\]|^\.|^\s|\s$")
_NAMELESS = re.compile(r"entry \d+", re.IGNORECASE)


class ChecksFile(NamedTuple):
    """The checks in the file's order, the entries that are none, and a hash of both.

    ``checks_hash`` is ``xxh3:…`` of the content as it was understood: spacing, the order of the
    fields and the two spellings of a list make no difference.
    """

    checks: tuple[Check, ...]
    invalid: tuple[InvalidCheck, ...]
    checks_hash: str


def read_checks(workspace: Workspace) -> ChecksFile:
    """Read all entries.

    Raises:
        WorkspaceError: the file is missing, not UTF-8, not JSON or not a list.
    """
    checks: list[Check] = []
    invalid: list[InvalidCheck] = []
    taken: dict[str, int] = {}
    for position, entry in enumerate(_read_entries(workspace)):
        check = _read_entry(entry, position, taken)
        if isinstance(check, InvalidCheck):
            invalid.append(check)
        else:
            taken |= {_alike(check.check_id): position, check.key: position}
            checks.append(check)
    named = _with_ids_of_their_own(invalid, taken)
    return ChecksFile(tuple(checks), named, _hash([*checks, *named]))


def _read_entries(workspace: Workspace) -> list[object]:
    path = workspace.checks_file
    place = f"{path.parent.name}/{path.name}"
    try:
        found = parse(read_written(path).decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise WorkspaceError(f"{place}{_say_unreadable(error)}", code="bad-checks-file") from error
    if not isinstance(found, list):
        cure = "Put the checks between [ and ]."
        raise WorkspaceError(f"{place} is not a list of checks. {cure}", code="bad-checks-file")
    return found


def _say_unreadable(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return " is not there. Write it as a JSON list of checks."
        case OSError():
            return f" could not be read ({error.strerror}). Let the run read it."
        case UnicodeDecodeError():
            line = error.object[: error.start].count(b"\n") + 1
            return f", line {line} is not UTF-8. Save the file as UTF-8."
        case json.JSONDecodeError():
            where = f", line {error.lineno}, column {error.colno} is not JSON"
            return f"{where}: {say_mistake(error)}. Mend that place; nothing was run or changed."
    return f" could not be read ({error}). Mend it; nothing was run or changed."


def _read_entry(entry: object, position: int, taken: dict[str, int]) -> Check | InvalidCheck:
    if not isinstance(entry, dict):
        return _invalid({}, position, [FieldError("", "It is not an object. Write it as {…}.")])
    if find_fault(entry):
        return _invalid(entry, position, _find_faults(entry))
    try:
        check = Check.model_validate(entry)
    except ValidationError as error:
        return _invalid(entry, position, say_errors(error))
    more = _find_more(check, taken)
    return _invalid(entry, position, [more]) if more else check


def _find_faults(entry: dict[object, object]) -> list[FieldError]:
    """The first fault of each field."""
    return [
        FieldError(name if isinstance(name, str) and not find_fault(name) else "", fault.message)
        for name, value in entry.items()
        if (fault := find_fault([name, value]))
    ]


def _find_more(check: Check, taken: dict[str, int]) -> FieldError | None:
    """What a check alone cannot tell: how its id and words stand to folders and other checks."""
    for field, most in _MOST_CHARACTERS.items():
        length = len(getattr(check, field).strip())
        if not length and field != "owner":
            return FieldError(field, EMPTY)
        if length > most:
            fact = f"It has {length:,} characters, and {most:,} at most are read. Say it shorter."
            return FieldError(field, fact)
    return _find_clash(check, taken)


def _find_clash(check: Check, taken: dict[str, int]) -> FieldError | None:
    name = check.check_id
    if not _can_name_a_folder(name):
        fact = f"{name[:_LONGEST_ID]!r} cannot name a folder, and the check's results get one."
        return FieldError("check_id", f"{fact} Use letters, digits, '-', '_' and '.'.")
    if _NAMELESS.fullmatch(name):
        fact = f"{name!r} is what an entry without an id is called."
        return FieldError("check_id", f"{fact} Give it another one.")
    if _alike(name) in taken:
        fact = (
            f"{name!r} is the id of entry {taken[_alike(name)] + 1} too, or differs in case alone."
        )
        return FieldError("check_id", f"{fact} Give it its own.")
    if check.key in taken:
        fact = f"Id and name together read like those of entry {taken[check.key] + 1}."
        return FieldError("check_id", f"{fact} Leave ':' out of the id.")
    return None


def _can_name_a_folder(name: str) -> bool:
    is_short = len(name.encode()) <= _LONGEST_ID
    return is_short and name.isprintable() and not _NO_FOLDER_NAME.search(name)


def _alike(name: str) -> str:
    """Equal for ids that a disk, or a reader, may take for one."""
    return unicodedata.normalize("NFC", name).casefold()


def _with_ids_of_their_own(
    invalid: Sequence[InvalidCheck], taken: Mapping[str, int]
) -> tuple[InvalidCheck, ...]:
    """The entries without those ids by which another one is called: its verdict stays its own."""
    named: list[InvalidCheck] = []
    used = set(taken)
    for entry in invalid:
        is_own = _alike(entry.check_id) not in used and _can_name_a_folder(entry.check_id)
        is_own = is_own and not _NAMELESS.fullmatch(entry.check_id)
        used.add(_alike(entry.check_id))
        named.append(entry if is_own else entry.model_copy(update={"check_id": ""}))
    return tuple(named)


def _invalid(entry: dict[str, object], position: int, errors: Sequence[FieldError]) -> InvalidCheck:
    check_id = _readable(entry, "check_id")
    who = f" ({check_id})" if check_id and _can_name_a_folder(check_id) else ""
    facts = " ".join(error.sentence for error in errors)
    return InvalidCheck(
        position=position,
        check_id=check_id,
        check_name=_readable(entry, "check_name"),
        field=errors[0].field.partition(".")[0],
        message=f"checks.json, entry {position + 1}{who}: {facts}",
        owner=_readable(entry, "owner"),
    )


def _readable(entry: dict[str, object], field: str) -> str:
    value = entry.get(field, "")
    return value if isinstance(value, str) and not find_fault(value) else ""


def _hash(understood: Sequence[Check | InvalidCheck]) -> str:
    content = [value.model_dump(mode="json") for value in understood]
    return f"xxh3:{xxhash.xxh3_128_hexdigest(canonical_json(content))}"
