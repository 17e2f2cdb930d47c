"""A step's JSON value as the contract that it must have.

Rules of this file: what does not fit is an error of the program that names the place, and never
quotes the value.
"""

from __future__ import annotations

from typing import TypeVar

from pydantic import JsonValue, TypeAdapter, ValidationError

from backend.contracts.contract import Contract
from backend.contracts.errors import ProgramError
from backend.contracts.step_results import Learnt
from backend.stages.laboratory import Finished

Wanted = TypeVar("Wanted", bound=Contract)


def read_value(contract: type[Wanted], value: JsonValue, *, check_id: str, step: str) -> Wanted:
    """The value as this contract.

    Raises:
        ProgramError: ``bad-result``.
    """
    try:
        return TypeAdapter(contract).validate_python(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "value"
        raise _bad(check_id, step, f"{place}: {first['msg']}") from error


def read_learnt(finished: Finished, *, check_id: str) -> Learnt:
    """What ``fit_models`` gave; each candidate's file is one that the step left.

    Raises:
        ProgramError: ``bad-result``.
    """
    learnt = read_value(Learnt, finished.value, check_id=check_id, step="fit_models")
    files = [each.file for each in learnt.candidates]
    if not set(files) <= set(finished.files) or len(set(files)) < len(files):
        fact = "candidates: each names one file, of its own, that the step left"
        raise _bad(check_id, "fit_models", fact)
    return learnt


def _bad(check_id: str, step: str, fact: str) -> ProgramError:
    return ProgramError(
        f"{check_id}: step {step!r} gave no record of what it did ({fact}). Run again to compile "
        "the program anew.",
        code="bad-result",
    )
