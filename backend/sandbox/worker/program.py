"""Runs the source of one program and turns what it returns, or raises, into a frame."""

from __future__ import annotations

import errno
import inspect
import linecache
import random
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from backend.sandbox.worker import result, value
from backend.sandbox.worker.frame import Frame
from backend.sandbox.worker.result import BadResult
from backend.sandbox.worker.scopes import Scopes

LONGEST_MESSAGE = 500
LONGEST_TRACE = 20_000
LIMITS: dict[int | None, str] = {
    errno.ENOSPC: "slot_mb",
    errno.EFBIG: "file_mb",
    errno.EMFILE: "open_files",
}
OPENS_WITH_SCOPE = re.compile(
    r"def check\((\w+)[^()]*\)[^:\n]*:\n {4}\w+ = scope\(\1(?:, (\w+)=\2)*\)\n"
)
LONG = 50_000
"""Rows below which leaving out columns takes longer than keeping them."""

Function = Callable[..., Any]


class Shared(NamedTuple):
    """What a program has of others that run in its process: it is confined, and so are they."""

    code: Sequence[CodeType]
    """Its source, compiled in parts."""
    scopes: Scopes


class _Given(NamedTuple):
    """What ``check`` returned, and how many rows ``scope`` did."""

    returned: object
    tested: int


def seed() -> None:
    """Every program starts from the same numbers: the same program gives the same result."""
    random.seed(0)
    np.random.seed(0)


def place(job: dict[str, Any]) -> str:
    """What stands for the file of a program in its traces."""
    return f"<{job['check_id']}>"


def run(
    job: dict[str, Any], tables: dict[str, pd.DataFrame], shared: Shared | None = None
) -> Frame:
    """The frame of this program over these tables, which are narrow where it is ``shared``.

    Raises:
        MemoryError: the limit is reached.
    """
    try:
        return _run(job, tables, shared)
    except BadResult as error:
        return Frame({"status": "bad-result", "error": str(error)}, b"")
    except MemoryError:
        raise
    except BaseException as error:
        return Frame(_describe(error, place(job)), b"")
    finally:
        _flush()


def _run(job: dict[str, Any], tables: dict[str, pd.DataFrame], shared: Shared | None) -> Frame:
    table = tables.get(job["table"])
    rows = 0 if table is None else len(table)
    source, tables = job["source"], tables if shared else _narrow(tables, job["columns"])
    namespace = _execute(source, place(job), shared.code if shared else None)
    if not callable(namespace.get("check")):
        raise BadResult("the program defines no function check(tables)")
    if callable(namespace.get("scope")):
        returned, tested = _call_both(namespace, job, tables, shared)
    else:
        returned, tested = _call(namespace["check"], tables, job["arguments"]), rows
    header = {"status": "ok", "tested": tested}
    match job["returns"]:
        case "rows":
            return Frame(header, result.row_positions(returned, rows))
        case "groups":
            return Frame(header, result.records(returned, job["records"]))
    kind, body = value.encode(returned, table, most=job["records"])
    return Frame({**header, "kind": kind}, body)


def _narrow(
    tables: dict[str, pd.DataFrame], columns: dict[str, list[str]]
) -> dict[str, pd.DataFrame]:
    """Long tables without the columns that the program does not touch: no row is put together of
    more cells than it reads."""
    return {
        name: table[columns[name]] if name in columns and len(table) >= LONG else table
        for name, table in tables.items()
    }


def _execute(source: str, place: str, code: Sequence[CodeType] | None) -> dict[str, Any]:
    linecache.cache[place] = (len(source), None, source.splitlines(keepends=True), place)
    namespace: dict[str, Any] = {"__name__": "program"}
    for part in code or [compile(source, place, "exec", dont_inherit=True)]:
        exec(part, namespace)  # noqa: S102 - its one task
    return namespace


def _call_both(
    namespace: dict[str, Any],
    job: dict[str, Any],
    tables: dict[str, pd.DataFrame],
    shared: Shared | None,
) -> _Given:
    """Where ``check`` begins with ``scope``, it gets the very tables that ``scope`` would be given:
    the rows are counted as they pass, and not made twice."""
    scope, check, arguments = namespace["scope"], namespace["check"], job["arguments"]
    if not _opens_with_scope(job["source"], check):
        tested = result.count(_call(scope, tables, arguments))
        return _Given(_call(check, tables, arguments), tested)
    asked = _accepted(scope, arguments)
    counts: list[int] = []

    def counting(*given: Any, **named: Any) -> Any:
        if counts or named != asked:
            return scope(*given, **named)
        judged = _judge(lambda: scope(*given, **named), scope, tables, asked, shared)
        counts.append(result.count(judged))
        return judged

    namespace["scope"] = counting
    returned = _call(check, tables, arguments)
    tested = counts[0] if counts else result.count(_call(scope, tables, arguments))
    return _Given(returned, tested)


def _judge(
    act: Callable[[], Any],
    scope: object,
    tables: dict[str, pd.DataFrame],
    arguments: dict[str, Any],
    shared: Shared | None,
) -> Any:
    """What a scope gives, the first time that a check asks for it: over the tables as they came."""
    return shared.scopes.give(scope, tables, arguments, act) if shared else act()


def _opens_with_scope(source: str, check: object) -> bool:
    """Whether the first thing that ``check(tables)`` does is ``… = scope(tables, …)``."""
    if not isinstance(check, FunctionType):
        return False
    lines = source.split("\n")[check.__code__.co_firstlineno - 1 :]
    return OPENS_WITH_SCOPE.match("\n".join(lines)) is not None


def _call(function: Function, tables: dict[str, pd.DataFrame], arguments: dict[str, Any]) -> Any:
    own = {name: table.copy(deep=False) for name, table in tables.items()}
    return function(own, **_accepted(function, arguments))


def _accepted(function: Function, arguments: dict[str, Any]) -> dict[str, Any]:
    """Those of the arguments that a function takes."""
    if type(function) is FunctionType and not function.__dict__:
        return _named_in(function.__code__, arguments)
    accepted = inspect.signature(function).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in accepted):
        return arguments
    names = {p.name for p in list(accepted)[1:] if p.kind is not p.POSITIONAL_ONLY}
    return {n: value for n, value in arguments.items() if n in names}


def _named_in(code: CodeType, arguments: dict[str, Any]) -> dict[str, Any]:
    """As the signature of a plain function has it, which takes its time to be made."""
    if code.co_flags & inspect.CO_VARKEYWORDS:
        return arguments
    named, count = code.co_varnames, code.co_argcount
    by_word = named[count : count + code.co_kwonlyargcount]
    names = {*named[max(1, code.co_posonlyargcount) : count], *by_word}
    return {name: value for name, value in arguments.items() if name in names}


def _describe(error: BaseException, place: str) -> dict[str, Any]:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == place]
    line = frames[-1].lineno if frames else _syntax_line(error)
    where = f" (line {line})" if line else ""
    last = "".join(traceback.format_exception_only(error)).strip()
    trace = "".join(traceback.format_list(frames)) + last
    return {
        "status": "failed",
        "error": f"{type(error).__name__}: {_one_line(_message(error))}{where}{_limit(error)}",
        "trace": trace[-LONGEST_TRACE:],
    }


def _limit(error: BaseException) -> str:
    """The limit that such an error comes of, as ``settings.toml`` names it."""
    number = error.errno if isinstance(error, OSError) else None
    return f" (limit sandbox.{LIMITS[number]})" if number in LIMITS else ""


def _message(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return str(error.msg)
    return str(error) or "no message"


def _syntax_line(error: BaseException) -> int | None:
    return error.lineno if isinstance(error, SyntaxError) else None


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_MESSAGE else line[:LONGEST_MESSAGE] + "…"


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed or replaced by the program
            stream.flush()
