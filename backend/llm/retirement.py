"""A model that is not there: the service is asked which ones are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from backend.llm.failures import Failed

_MOST_NAMED = 10


def say_what_there_is(
    found: Failed, model: str, read_models: Callable[[], Mapping[str, str]]
) -> Failed:
    """The failure with the models to choose from in its cure; any other failure as it was."""
    if found.code != "unknown-model":
        return found
    models = read_models()
    active = [name for name, lifecycle in models.items() if lifecycle == "active"]
    code = "retired-model" if models.get(model) == "retired" else found.code
    return replace(found, code=code, cure=_say(active) if active else "")


def _say(active: list[str]) -> str:
    named = ", ".join(active[:_MOST_NAMED])
    more = f" and {len(active) - _MOST_NAMED} more" if len(active) > _MOST_NAMED else ""
    return f"Name another in model.ladder in settings.toml: {named}{more}."
