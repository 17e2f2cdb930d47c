"""The files that go inside the sandbox, as the one page that every job carries.

Rules of this file: every job compiles the page anew, so it is sent without what only a reader
needs; what it does is in the files.
"""

from __future__ import annotations

import ast
import inspect
from types import ModuleType
from typing import Any

from backend.codegen.syntax import read_python
from backend.proof import inside, inside_calls, inside_results


def write_page(modules: tuple[ModuleType, ...]) -> str:
    """Files as one page, without what they import of this project."""
    body: list[ast.stmt] = []
    for module in modules:
        for node in read_python(inspect.getsource(module)).body:
            body += [] if _is_of_project(node) else [node]
    return ast.unparse(_Bare().visit(ast.Module(body, [])))


def _is_of_project(node: ast.stmt) -> bool:
    """Whether it imports what is not inside, or says how annotations are read."""
    ours = ("backend", "__future__")
    return isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ours


class _Bare(ast.NodeTransformer):
    """Leaves out docstrings and annotations."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        node.returns = None
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> Any:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        assert node.value is not None  # no name is declared without a value
        return ast.copy_location(ast.Assign([node.target], node.value), node)

    def visit_Expr(self, node: ast.Expr) -> Any:
        is_text = isinstance(node.value, ast.Constant)
        return ast.copy_location(ast.Pass(), node) if is_text else node


PAGE = write_page((inside_results, inside_calls, inside))
