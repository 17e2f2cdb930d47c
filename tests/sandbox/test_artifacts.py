"""The files of a program leave whole, as plain files in one folder, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from backend.contracts.program import Outcome, OutcomeStatus
from backend.sandbox.export import export
from backend.sandbox.sandbox import IsolatedSandbox
from backend.sandbox.worker.pack import LENGTHS
from tests.sandbox.conftest import LIMITS, Files, levels, make_job, open_level

SMALL = LIMITS.model_copy(update={"slot_mb": 8, "file_mb": 6, "files": 200})
CHECK = "\ndef check(tables, artifacts):\n    {}\n    return tables['orders'].iloc[:0]\n"
HEAD = "import os, time, pathlib\n"


@pytest.fixture(scope="module", params=levels("full", "reduced", "full, slow"))
def sandbox(request: pytest.FixtureRequest, files: Files) -> Iterator[IsolatedSandbox]:
    with open_level(request.param, files, SMALL) as sandbox:
        yield sandbox


def run(sandbox: IsolatedSandbox, deed: str, folder: Path | None) -> Outcome:
    return sandbox.run(make_job(HEAD + CHECK.format(deed), artifacts=folder))


def left_in(folder: Path) -> dict[str, bytes]:
    """Every file below, by its path."""
    paths = [path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()]
    assert not [path for path in paths if path.is_symlink() or not path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}


def test_files_leave_with_their_folders(sandbox: IsolatedSandbox, tmp_path: Path) -> None:
    folder = tmp_path / "run" / "CHK-001"
    deed = (
        "(artifacts / 'a').mkdir(); (artifacts / 'a' / 'é.txt').write_text('x'); "
        "(artifacts / 'empty').mkdir(); pathlib.Path('here').write_bytes(b'12' * 1_500_000)"
    )
    outcome = run(sandbox, deed, folder)

    assert (outcome.status, outcome.error) == (OutcomeStatus.OK, "")
    assert outcome.files == ("a/é.txt", "here")
    assert left_in(tmp_path) == {
        "run/CHK-001/a/é.txt": b"x",
        "run/CHK-001/here": b"12" * 1_500_000,
    }
    assert not (folder / "here").stat().st_mode & 0o111


def test_a_program_without_files_leaves_no_folder(sandbox: IsolatedSandbox, tmp_path: Path) -> None:
    scratch = "pathlib.Path(os.environ['TMPDIR'], 'x').write_text('x')"
    outcome = run(sandbox, scratch, tmp_path / "run" / "CHK-001")

    assert (outcome.status, outcome.files) == (OutcomeStatus.OK, ())
    assert left_in(tmp_path) == {}


def test_files_are_lost_where_none_is_kept(sandbox: IsolatedSandbox) -> None:
    outcome = run(sandbox, "(artifacts / 'x').touch()", None)

    assert (outcome.status, outcome.files) == (OutcomeStatus.OK, ())


def test_a_failing_program_leaves_nothing(sandbox: IsolatedSandbox, tmp_path: Path) -> None:
    for deed in ("1 / 0", "os._exit(0)", "os._exit(77)"):
        outcome = run(sandbox, f"(artifacts / 'x').touch(); {deed}", tmp_path / "CHK-001")
        assert outcome.status != OutcomeStatus.OK
    assert left_in(tmp_path) == {}


def test_the_archive_is_not_open_in_a_program(sandbox: IsolatedSandbox, tmp_path: Path) -> None:
    show = "import os\nfor n in range(4, 300):\n    try: os.fstat(n); print('open', n)\n"
    show += "    except OSError: pass\n" + CHECK.format("pass")
    assert sandbox.run(make_job(show, artifacts=tmp_path / "x")).stdout == ""


class Attack(NamedTuple):
    """What a program leaves, and what is told of it."""

    deed: str
    told: str
    statuses: tuple[OutcomeStatus, ...] = (OutcomeStatus.BAD_RESULT,)


STOPPED = (OutcomeStatus.FAILED,)
UNNAMED = "a name that cannot be kept"
ATTACKS = {
    "a line break in a name": Attack("(artifacts / 'a\\nb').touch()", UNNAMED),
    "an escape in a name": Attack("(artifacts / '\\x1b[31m').touch()", UNNAMED),
    "a turned name": Attack("(artifacts / 'x\\u202egnp.exe').touch()", UNNAMED),
    "a backslash in a name": Attack("(artifacts / '..\\\\x').touch()", UNNAMED),
    "a name that is no text": Attack("open(b'\\xff\\xfe', 'w')", UNNAMED),
    "a name that is too long": Attack("(artifacts / ('x' * 255)).touch()", UNNAMED),
    "a folder of such a name": Attack(
        "(artifacts / 'a\\rb').mkdir(); (artifacts / 'a\\rb' / 'c').touch()", UNNAMED
    ),
    "a tree that is too deep": Attack(
        "[(os.mkdir('d'), os.chdir('d')) for _ in range(30)]; open('x', 'w')", "20 deep"
    ),
    "a huge sparse file": Attack(
        "open('x', 'wb').truncate(1 << 40)", "File too large", STOPPED
    ),
    "sparse files that are huge together": Attack(
        "[open(str(n), 'wb').truncate(5 << 20) for n in range(9)]",
        "its files hold more than 8 MiB (limit sandbox.slot_mb)",
    ),
    "files without number": Attack(
        "[(artifacts / str(n)).touch() for n in range(100_000)]", "limit sandbox.", STOPPED
    ),
    "a few files too many, at once": Attack(
        "[(artifacts / str(n)).touch() for n in range(250)]", "limit sandbox.files", STOPPED
    ),
    "a symbolic link": Attack("os.symlink('/etc/passwd', 'x')", "", STOPPED),
    "a hard link": Attack("open('y', 'w'); os.link('y', 'x')", "", STOPPED),
    "a pipe": Attack("os.mkfifo('x')", "", STOPPED),
    "a device": Attack("os.mknod('x', 0o20666, os.makedev(1, 3))", "", STOPPED),
    "a socket": Attack(
        "import socket; socket.socket(socket.AF_UNIX).bind('x')", "", STOPPED
    ),
    "a way out": Attack("(artifacts / '../../../x').write_text('x')", "", STOPPED),
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_what_is_no_plain_file_does_not_leave(
    sandbox: IsolatedSandbox, tmp_path: Path, attack: Attack
) -> None:
    outcome = run(sandbox, attack.deed, tmp_path / "run" / "CHK-001")

    assert outcome.status in attack.statuses, outcome
    assert attack.told in outcome.error
    assert outcome.error.isprintable()
    assert outcome.files == ()
    assert left_in(tmp_path) == {}


LINKS = ("os.symlink('/etc', 'x')", "os.mkfifo('x')", "open('y', 'w'); os.link('y', 'x')")


@pytest.mark.parametrize("deed", LINKS)
def test_links_and_pipes_do_not_leave_where_nothing_denies_them(
    files: Files, tmp_path: Path, deed: str
) -> None:
    with open_level("none", files, SMALL) as sandbox:
        outcome = run(sandbox, deed, tmp_path / "CHK-001")

    assert outcome.status == OutcomeStatus.BAD_RESULT
    assert "it left 'x', which" in outcome.error
    assert left_in(tmp_path) == {}


def test_a_folder_that_was_made_a_link_leaves_nothing(files: Files, tmp_path: Path) -> None:
    deed = "os.rmdir(artifacts); os.symlink('/etc', artifacts)"
    with open_level("none", files, SMALL) as sandbox:
        outcome = run(sandbox, deed, tmp_path / "CHK-001")

    assert (outcome.status, outcome.files, left_in(tmp_path)) == (OutcomeStatus.OK, (), {})


def packed(*entries: tuple[bytes, int, bytes]) -> bytes:
    return b"".join(LENGTHS.pack(len(n), size) + n + data for n, size, data in entries)


FORGED = {
    # archives that no honest worker makes
    "a way out": packed((b"../x", 1, b"x")),
    "a way out, further in": packed((b"a/../../x", 1, b"x")),
    "an absolute path": packed((b"/tmp/x", 1, b"x")),
    "no name": packed((b"", 1, b"x")),
    "an empty part": packed((b"a//x", 1, b"x")),
    "a null character": packed((b"a\0b", 1, b"x")),
    "one name twice": packed((b"a", 1, b"x"), (b"a", 1, b"y")),
    "a promise of more": packed((b"a", 5, b"x")),
    "a promise of everything": packed((b"a", 1 << 62, b"x")),
    "half a head": b"1234",
    "too many files": packed(*((str(n).encode(), 0, b"") for n in range(201))),
    "a deep name": packed((b"a/" * 30 + b"x", 0, b"")),
}


@pytest.mark.parametrize("data", FORGED.values(), ids=FORGED)
def test_a_forged_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    with os.fdopen(os.memfd_create("archive"), "w+b") as archive:
        archive.write(data)
        archive.flush()
        fine = Outcome(status=OutcomeStatus.OK)
        outcome = export(fine, tmp_path / "in" / "CHK-001", archive, "", SMALL)

    assert outcome.status == OutcomeStatus.BAD_RESULT
    assert outcome.error
    assert left_in(tmp_path) == {}


def test_a_second_try_takes_the_place_of_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "CHK-001"
    for name in (b"first", b"second"):
        with os.fdopen(os.memfd_create("archive"), "w+b") as archive:
            archive.write(packed((name, 1, b"x")))
            archive.flush()
            export(Outcome(status=OutcomeStatus.OK), folder, archive, "", SMALL)

    assert list(left_in(tmp_path)) == ["CHK-001/second"]
