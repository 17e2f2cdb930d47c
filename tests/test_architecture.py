"""The house holds: imports go down only, and nothing grows beyond its size."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FLOORS = {
    0: ["contracts"],
    1: ["codegen", "tables", "store", "storage", "llm", "sandbox", "outputs"],
    2: ["rules", "engine"],
    3: ["planner", "executor", "proof", "importers", "suggest"],
    4: ["stages", "out_of_core"],
    5: ["agent"],
    6: ["dashboard"],
}
FLOOR = {room: floor for floor, rooms in FLOORS.items() for room in rooms}
SOURCES = sorted((ROOT / "backend").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, MEDIAN_FUNCTION = 300, 60, 10


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room(module: str) -> str:
    """Modules directly in backend/ are one room: the agent's."""
    first = module.split(".")[1] if "." in module else ""
    return first if (ROOT / "backend" / first).is_dir() and first else "agent"


def imported(tree: ast.Module) -> set[str]:
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {
        f"{'.' * node.level}{node.module or ''}"
        + (f".{alias.name}" if node.module == "backend" else "")
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def strays(path: Path) -> list[str]:
    """What a module imports that is not below it."""
    here = room(name(path).removesuffix(".py").replace("/", "."))
    modules = imported(tree_of(path))
    reached = {room(module) for module in modules if module.split(".")[0] == "backend"} - {here}

    assert here in FLOOR, f"{here} has no floor; give it one in FLOORS"
    relative = [module for module in modules if module.startswith(".")]
    beside = {module.split(".")[0] for module in modules} & {"tests", "tools", "bench"}
    return sorted([*relative, *beside, *(one for one in reached if FLOOR[one] >= FLOOR[here])])


def offenders(of_each: Callable[[Path], Any], paths: Iterable[Path] = SOURCES) -> dict[str, Any]:
    """The files of which something is found, with what that is: one test for all of them."""
    return {name(path): found for path in paths if (found := of_each(path))}


def test_imports_go_down_only() -> None:
    assert len(SOURCES) > 100
    assert not offenders(strays)


def test_no_file_is_over_its_size() -> None:
    def lines_over(path: Path) -> int:
        return max(0, path.read_text("utf-8").count("\n") - LONGEST_FILE)

    assert not offenders(lines_over, [*SOURCES, *TESTS])


def test_no_function_is_over_its_size() -> None:
    def too_long(path: Path) -> dict[str, int]:
        found = functions(tree_of(path))
        return {each.name: length(each) for each in found if length(each) > LONGEST_FUNCTION}

    assert not offenders(too_long)


def test_half_of_the_functions_are_short() -> None:
    lengths = [length(function) for path in SOURCES for function in functions(tree_of(path))]

    assert median(lengths) <= MEDIAN_FUNCTION
    assert sum(n < 30 for n in lengths) >= 0.9 * len(lengths)


def test_contracts_know_no_pandas() -> None:
    trees = [tree_of(path) for path in SOURCES if path.parent.name == "contracts"]
    packages = {module.split(".")[0] for tree in trees for module in imported(tree)}

    assert trees
    assert not packages & {"pandas", "numpy", "pyarrow", "streamlit", "anthropic"}


def test_no_module_hides_a_package_when_backend_leads_the_path() -> None:
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements-dev.lock").read_text("utf-8"), re.M)
    taken = {package.replace("-", "_").lower() for package in locked} | sys.stdlib_module_names
    ours = {path.stem for path in (ROOT / "backend").iterdir() if not path.name.startswith("__")}

    assert locked
    assert not ours & taken


def test_folders_of_the_user_hold_no_code() -> None:
    for folder in ("checks", "cached_mem", "data"):
        assert not [path for path in SOURCES if path.parent == ROOT / "backend" / folder]
