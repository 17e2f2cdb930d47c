"""The libraries that stages need and rules do not: an extra, looked for before a step is run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.util import find_spec

from backend.codegen.syntax import read_python
from backend.contracts.errors import SandboxError

DISTRIBUTIONS = {
    "imblearn": "imbalanced-learn",
    "joblib": "scikit-learn",
    "lightgbm": "lightgbm",
    "matplotlib": "matplotlib",
    "optuna": "optuna",
    "scipy": "scipy",
    "sklearn": "scikit-learn",
}
"""What is imported, and what is installed for it (`requirements-ml.txt`)."""
CURE = "Install them with 'make ml', or 'pip install -r requirements-ml.txt'"


def refuse_without_extra(source: str, check_id: str) -> None:
    """Let a program begin only where every library of the extra that it imports is installed.

    Raises:
        SandboxError: ``extra-missing``.
    """
    wanted = {name for name in _imported(source) if name in DISTRIBUTIONS}
    missing = sorted({DISTRIBUTIONS[name] for name in wanted if find_spec(name) is None})
    if missing:
        raise SandboxError(
            f"{check_id}: this stage needs {', '.join(missing)}, which this Python has not. "
            f"{CURE}; checks of stage 'rule' run without them.",
            code="extra-missing",
        )


def _imported(source: str) -> Iterator[str]:
    """The packages that a source imports, anywhere in it."""
    for node in ast.walk(read_python(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
