"""Names that are needed before `Workspace` is imported: nothing is imported here.

Rules of this file: each is relative to the base folder, and `Workspace` takes it from here.
"""

CHECKS = "checks/checks.json"
SETTINGS = "settings.toml"
DATA = "data"
MEMORY = "cached_mem"
LOCK = f"{MEMORY}/.lock"
UNCHANGED_INDEX = f"{MEMORY}/unchanged_index.txt"
UNCHANGED_JSON = f"{MEMORY}/unchanged_json.txt"
UNCHANGED_RUNS = f"{MEMORY}/unchanged_runs.jsonl"
