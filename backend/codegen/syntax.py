"""Python's text as a tree, one text at a time.

Before 3.11.8 (and 3.12.2) the interpreter counts the depth of all trees that are being built in
one place. A second thread that begins one meanwhile, which the garbage collector may let it do,
fails both with ``SystemError: AST constructor recursion depth mismatch`` (CPython issue 106905).
Compiles run on threads, so nothing else in ``backend`` parses.
"""

from __future__ import annotations

import ast
from threading import RLock

_TURN = RLock()
"""Entered again by what the garbage collector runs within a parse."""


def read_python(source: str) -> ast.Module:
    """A module's text as a tree.

    Raises:
        SyntaxError, ValueError, RecursionError: As ``ast.parse`` does.
    """
    with _TURN:
        return ast.parse(source)


def read_expression(source: str) -> ast.expr:
    """One expression's text as a tree. Raises what ``read_python`` does."""
    with _TURN:
        return ast.parse(source, mode="eval").body
