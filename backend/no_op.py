"""A run that finds nothing changed, before anything else is imported.

``run --changed-only`` compares how the workspace stands with the index that a run before it left
(`backend.unchanged_index`). Where both are equal, the run is put on record and tells what the
whole walk would have told; else nothing was done, and the whole walk follows.

On the first such run of a day each table leaves its line for later runs to compare with, as in the
whole walk; an index whose verdicts hang on the day is of that day alone.

Rules of this file: it imports only what Python has loaded anyway; whatever is in doubt (another
option, a terminal, a lock that is held, a line that cannot be read) is left to the whole walk.
"""

from __future__ import annotations

import os
import sys
import time

from backend.contracts.file_names import LOCK, UNCHANGED_INDEX, UNCHANGED_JSON, UNCHANGED_RUNS
from backend.outputs.terminal import is_plain
from backend.standing import look_at_memory, look_at_owners

FORM = b"unchanged-index 1 "
SECONDS, RUN_ID, AT, DAY, CODE = b"\x00", b"\x01", b"\x02", b"\x03", b"\x04"
"""What stands in the index for a run's seconds, its id, its time, its day and its exit code."""
FIXED, FREE = "fixed", "free"
"""Whether the verdicts hang on the day."""
CREDENTIALS = (
    "ANTHROPIC_API_KEY",
    "ANTHROPIC_AUTH_TOKEN",
    "ANTHROPIC_PROFILE",
    "ANTHROPIC_IDENTITY_TOKEN",
    "ANTHROPIC_IDENTITY_TOKEN_FILE",
)
"""One of these in the environment lets the agent ask a model; what lies on a disk does not."""
_FLAGS = ("--changed-only", "--offline", "--no-compile", "--json")
_VALUES = ("--base-dir", "--fail-on", "--as-of", "--wait", "--max-seconds")
_OWN_FOLDER = os.path.dirname(os.path.abspath(__file__))
_BROKEN_PIPE = 3


def end_unchanged(arguments: list[str]) -> int | None:
    """The exit code of a run that found nothing changed; None where the whole walk has to tell.

    ``arguments`` are those of the command line, without the program.
    """
    began = time.monotonic()
    asked = read_arguments(arguments)
    if asked is None or not is_plain(sys.stdout):
        return None
    base = os.path.realpath(asked.get("--base-dir", _OWN_FOLDER))
    try:
        index = Index(_read(f"{base}/{UNCHANGED_INDEX}"))
        if not index.suits(asked):
            return None
        says = index.of_json(_read(f"{base}/{UNCHANGED_JSON}")) if "--json" in asked else index.says
        with _Lock(f"{base}/{LOCK}") as lock:
            if not lock.is_mine or not index.still_stands(base):
                return None
            occasion = Occasion()
            if not index.is_of(asked.get("--as-of", occasion.day)):
                index.begin_day(base, occasion)
            _append(f"{base}/{UNCHANGED_RUNS}", index.record(asked, occasion).encode())
    except (OSError, ValueError, KeyError, ImportError):
        return None
    seconds = time.monotonic() - began
    spelled = f"{seconds:.3f}" if "--json" in asked else f"{seconds:.1f}"
    code = index.code(asked)
    told = says.replace(SECONDS, spelled.encode()).replace(CODE, str(code).encode())
    return _tell(occasion.fill(told), code)


def read_arguments(arguments: list[str]) -> dict[str, str] | None:
    """The options of a run that may find nothing changed, by name; None for any other command."""
    found: dict[str, str] = {}
    rest = [*arguments]
    is_command_named = False
    while rest:
        name, sign, value = rest.pop(0).partition("=")
        if name == "run" and not sign and not is_command_named:
            is_command_named = True
        elif name in _FLAGS and not sign:
            found[name], is_command_named = "", True
        elif name in _VALUES and (sign or rest):
            found[name] = value if sign else rest.pop(0)
            is_command_named |= name != "--base-dir"
        else:
            return None
    return found if "--changed-only" in found else None


class Occasion:
    """When and as what a run goes on record."""

    __slots__ = ("at", "day", "run_id")

    def __init__(self) -> None:
        """Now."""
        now = time.time()
        at = time.gmtime(now)
        self.run_id = f"{time.strftime('%Y%m%dT%H%M%SZ', at)}-{os.urandom(2).hex()}"
        self.at = f"{time.strftime('%Y-%m-%dT%H:%M:%S', at)}.{int(now % 1 * 1000):03d}+00:00"
        self.day = time.strftime("%Y-%m-%d", time.localtime(now))

    def fill(self, told: bytes) -> bytes:
        """What stands in the index, with this run's id, time and day."""
        for mark, value in ((RUN_ID, self.run_id), (AT, self.at), (DAY, self.day)):
            told = told.replace(mark, value.encode())
        return told


class Index:
    """What a run left for the next one; the lines of its head are named by their first word."""

    def __init__(self, content: bytes) -> None:
        """Take it apart.

        Raises:
            ValueError: it is cut short, or of another form.
            KeyError: a line of its head is missing.
        """
        first, _, content = content.partition(b"\n")
        head, _, body = content.partition(b"\n\n")
        if first != FORM + str(len(content)).encode() or not body:
            raise ValueError("not an index")
        lines = (line.partition(" ") for line in head.decode().split("\n"))
        self.head = {name: told for name, _, told in lines}
        ends = list(map(int, self.head["lengths"].split()))
        self.blocks = [
            body[start:end] for start, end in zip([0, *ends], [*ends, len(body)], strict=True)
        ]
        self._owners, self._memory, self._flagged, self._profiles, self.says = self.blocks

    def suits(self, asked: dict[str, str]) -> bool:
        """Whether a run with these options, now, is the one that the index speaks of."""
        day, month, hangs = self.head["day"].split()
        today = asked.get("--as-of", time.strftime("%Y-%m-%d"))
        is_later = hangs == FREE and "--as-of" not in asked and today > day
        return (
            (today == day or is_later)
            and time.strftime("%Y-%m", time.gmtime()) == month
            and asked.get("--fail-on", "fail") in self._codes()
            and float(asked.get("--wait", 0)) >= 0
            and float(asked.get("--max-seconds", 1)) >= 1
            and self.head["asks"] in ("any", _asks(asked, self.head["cloud"]))
        )

    def still_stands(self, base: str) -> bool:
        """Whether everything is as it was, and every file of flagged rows is there."""
        names = self.head["memory"].split("\t")
        return (
            look_at_memory(base, names).text.encode(errors="surrogateescape") == self._memory
            and look_at_owners(base).text.encode(errors="surrogateescape") == self._owners
            and _are_there(base, self._flagged.decode())
        )

    def is_of(self, day: str) -> bool:
        """Whether it speaks of this day."""
        return self.head["day"].split()[0] == day

    def begin_day(self, base: str, occasion: Occasion) -> None:
        """Leave what each table measures today, and an index of today."""
        if self._profiles:
            _append(f"{base}/{self.head['profiles']}", occasion.fill(self._profiles))
        _, month, hangs = self.head["day"].split()
        self.head["day"] = f"{occasion.day} {month} {hangs}"
        names = self.head["memory"].split("\t")
        self.blocks[1] = look_at_memory(base, names).text.encode(errors="surrogateescape")
        path = f"{base}/{UNCHANGED_INDEX}"
        with open(f"{path}.new", "wb") as stream:
            stream.write(spell(self.head, self.blocks))
        os.replace(f"{path}.new", path)

    def code(self, asked: dict[str, str]) -> int:
        """The exit code."""
        return self._codes()[asked.get("--fail-on", "fail")]

    def record(self, asked: dict[str, str], occasion: Occasion) -> str:
        """The line of ``unchanged_runs.jsonl`` (`backend.contracts.unchanged_run`)."""
        day = self.head["day"].split()[0]
        return (
            f'{{"run_id":"{occasion.run_id}","started_at":"{occasion.at}","as_of":"{day}",'
            f'"exit_code":{self.code(asked)},{self.head["record"]}}}\n'
        )

    def of_json(self, content: bytes) -> bytes:
        """What ``--json`` prints, from the file beside.

        Raises:
            ValueError: it was left by another run, or is cut short.
        """
        first, _, told = content.partition(b"\n")
        if first != seal_json(self.head["since"], told):
            raise ValueError("not of this index")
        return told

    def _codes(self) -> dict[str, int]:
        pairs = (pair.split("=") for pair in self.head["codes"].split())
        return {name: int(code) for name, code in pairs}


def spell(head: dict[str, str], blocks: list[bytes]) -> bytes:
    """The text of an index; `Index` takes it apart."""
    ends = [sum(map(len, blocks[: number + 1])) for number in range(len(blocks) - 1)]
    told = head | {"lengths": " ".join(map(str, ends))}
    lines = "\n".join(f"{name} {value}" for name, value in told.items())
    content = b"\n\n".join([lines.encode(), b"".join(blocks)])
    return FORM + str(len(content)).encode() + b"\n" + content


def seal_json(since: str, told: bytes) -> bytes:
    """The line before what ``--json`` prints: which run left it, and its length."""
    return f"{since} {len(told)}".encode()


def _asks(asked: dict[str, str], cloud: str) -> str:
    """Whether a model would be asked: by a key, or in a cloud that has its own."""
    is_offline = "--offline" in asked or "--no-compile" in asked
    may_ask = cloud == "yes" or any(map(os.environ.get, CREDENTIALS))
    return "yes" if may_ask and not is_offline else "no"


def _are_there(base: str, names: str) -> bool:
    """Whether each of these names, a line each, is a file."""
    return all(os.path.isfile(f"{base}/{name}") for name in names.split("\n") if name)


class _Lock:
    """The workspace's lock, if it is free; nothing is signed, for what is done is one write."""

    def __init__(self, path: str) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        self.is_mine = False

    def __enter__(self) -> _Lock:
        import fcntl  # Python has it not loaded; it is the one module that is

        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return self
        self.is_mine = not os.pread(self._handle, 1, 0)  # a run that was killed left its name
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)


def _read(path: str) -> bytes:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        with open(handle, "rb", closefd=False) as stream:
            return stream.read()
    finally:
        os.close(handle)


def _append(path: str, line: bytes) -> None:
    """Append a line to a log that is whole, and make it durable; or leave the log as it was."""
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
    try:
        size = os.fstat(handle).st_size
        if size and os.pread(handle, 1, size - 1) != b"\n":
            raise ValueError("the log's last line is cut short")
        try:
            if os.write(handle, line) != len(line):
                raise ValueError("the disk is full")
            os.fsync(handle)
        except (OSError, ValueError):
            os.ftruncate(handle, size)
            raise
    finally:
        os.close(handle)


def _tell(said: bytes, code: int) -> int:
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        sys.stdout.write(said.decode())
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has left; the run itself is on record
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    return code
