"""Opens the engine that the settings name; what it needs is loaded only then."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping

from backend.contracts.engine_settings import EngineSettings
from backend.contracts.errors import SandboxError
from backend.contracts.ports import Sandbox
from backend.contracts.program import TableFile
from backend.contracts.settings import SandboxSettings
from backend.sandbox.open import open_sandbox


def open_engine(
    files: Mapping[str, TableFile],
    limits: SandboxSettings,
    engine: EngineSettings,
    *,
    unsafe: bool = False,
) -> Sandbox:
    """The sandbox of this machine, or those of a cluster's nodes.

    Raises:
        SandboxError: this machine gives no isolation, or Ray is not installed.
    """
    if engine.name == "local":
        return open_sandbox(files, limits, unsafe=unsafe)
    if importlib.util.find_spec("ray") is None:
        raise SandboxError(
            "engine: Ray is not installed. Install it with 'make ray' (requirements-ray.txt), or "
            'set name = "local" under [engine] in settings.toml.',
            code="no-ray",
        )
    from backend.engine.cluster import load_ray

    load_ray(engine)
    from backend.engine.ray_sandbox import RaySandbox

    return RaySandbox(files, limits, engine, unsafe=unsafe)
