"""``--no-compile``: nothing is compiled; the last proven program judges, or an ERROR says why."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable

import pytest

from backend.store.prompt_log import verify_chain
from backend.store.workflows import read_workflows
from tests.operations.place import Place
from tests.tiny_workspace import ORDERS, USERS


def programs(place: Place) -> dict[str, str]:
    found = read_workflows(place.workspace, holds_lock=False).workflows.values()
    return {each.check_id: each.program.sha256 for each in found if each.program}


def test_what_is_not_stale_is_judged_as_ever(place: Place) -> None:
    assert place.agent("run", "--no-compile", "--select", "GOOD,BAD") == 1
    assert place.verdicts() == {"GOOD": "PASS", "BAD": "FAIL"}
    assert not any(record.stale for record in place.records().values())
    assert "stale" not in place.out


def test_a_changed_sentence_is_judged_by_the_last_program_and_says_so(place: Place) -> None:
    before = programs(place)
    place.change("BAD", calculation_hint="price must be at least 1")
    log = verify_chain(place.workspace)

    assert place.agent("run", "--no-compile", "--select", "BAD") == 1
    record = place.records()["BAD"]
    assert record.summary == (
        "FAIL: 1 of 3 orders rows flagged (by the program before: --no-compile, and text-changed)"
    )
    assert (record.stale, record.compiled, record.reasons) == (("text-changed",), False, ())
    assert record.program == before["BAD"] == programs(place)["BAD"]
    assert record.summary in " ".join(place.out.split())
    assert "1 stale and not compiled in" in place.out
    assert verify_chain(place.workspace) == log


def test_it_is_compiled_by_the_next_run_that_may(place: Place) -> None:
    place.change("BAD", calculation_hint="price must be at least 1")
    place.agent("run", "--no-compile", "--select", "BAD")

    place.agent("run", "--offline", "--select", "BAD")
    record = place.records()["BAD"]
    assert (record.compiled, record.reasons, record.flagged) == (True, ("text-changed",), 2)


def test_a_sentence_that_is_put_back_finds_its_own_program(place: Place) -> None:
    place.change("BAD", calculation_hint="price must be at least 1")
    place.agent("run", "--offline", "--select", "BAD")
    place.change("BAD", calculation_hint="price must be at least 0")

    place.agent("run", "--no-compile", "--select", "BAD")
    record = place.records()["BAD"]
    assert (record.stale, record.flagged) == ((), 1)
    assert record.reasons == ("text-changed", "recalled")


def change_program(place: Place) -> None:
    file = place.workspace.workflows_file
    file.write_text(file.read_text().replace(">= 0", ">= 9"))


def test_a_program_that_was_changed_by_hand_is_found_again_in_the_history(place: Place) -> None:
    before = programs(place)
    change_program(place)
    place.agent("run", "--no-compile", "--select", "BAD")

    record = place.records()["BAD"]
    assert (record.reasons, record.flagged) == (("tampered", "recalled"), 1)
    assert record.program == before["BAD"]


BROKEN: dict[str, tuple[Callable[[Place], object], str]] = {
    "its column is gone": (
        lambda place: place.write_table("orders.csv", ORDERS.replace("price", "cost")),
        "it is not compiled (column-removed: orders.price), and --no-compile compiles nothing. "
        "Its last program does not fit the tables of today, or was changed by hand. "
        "Run once without --no-compile.",
    ),
    "its program was changed by hand, and the history is gone": (
        lambda place: (change_program(place), shutil.rmtree(place.workspace.history)),
        "it is not compiled (tampered), and --no-compile compiles nothing.",
    ),
    "its table cannot be read": (
        lambda place: place.write_table("orders.csv", "a,b\n1\n"),
        "orders.csv, line 2",
    ),
}


@pytest.mark.parametrize(("break_it", "words"), BROKEN.values(), ids=BROKEN)
def test_what_no_longer_fits_is_never_judged(
    break_it: Callable[[Place], object], words: str, place: Place
) -> None:
    break_it(place)
    place.agent("run", "--no-compile", "--select", "BAD")

    record = place.records()["BAD"]
    assert words in record.reason
    assert (record.verdict.value, record.program) == ("ERROR", None)


def test_what_was_never_compiled_is_an_error_with_the_reason(
    fresh: Callable[..., Place],
) -> None:
    place = fresh()

    assert place.agent("run", "--no-compile") == 3
    assert place.verdicts() == dict.fromkeys(place.records(), "ERROR") | {"OFF": "SKIPPED"}
    record = place.records()["GOOD"]
    assert (record.code, record.stale) == ("not-compiled", ("new",))
    assert "GOOD: it is not compiled (new), and --no-compile compiles nothing." in record.reason
    assert not place.workspace.prompt_log_file.exists()


def test_a_sentence_that_was_refused_is_refused_in_the_same_words(place: Place) -> None:
    place.agent("run", "--no-compile", "--select", "VAGUE")
    assert (place.records()["VAGUE"].code, place.code) == ("not-understood", 3)

    place.change("VAGUE", calculation_hint="The data should look gorgeous.")
    place.agent("run", "--no-compile", "--select", "VAGUE")
    assert place.records()["VAGUE"].code == "not-compiled"


def test_no_model_is_asked_though_there_is_a_key(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-none")
    place.change("BAD", calculation_hint="price must look fine")

    place.agent("run", "--no-compile", "--json")
    told = json.loads(place.out)
    assert (told["model_calls"], told["compiled"], told["stale"]) == (0, 0, 1)


def test_an_empty_delivery_and_more_rows_are_judged(place: Place) -> None:
    place.write_table("orders.csv", ORDERS + "4,1,-9,2024-01-01\n")
    place.write_table("users.csv", USERS)

    assert place.agent("run", "--no-compile", "--select", "BAD") == 1
    assert place.records()["BAD"].flagged == 2


def test_a_batch_is_refused(place: Place) -> None:
    assert place.agent("run", "--no-compile", "--batch") == 3
    assert "--batch asks a model, --no-compile forbids it. Leave one out." in place.told
    assert place.files() == place.before


STALE: dict[str, tuple[dict[str, object], str, int]] = {
    "a sentence": ({"calculation_hint": "user_id must be filled in."}, "compiler", 2),
    "an example": ({"examples": {"not_flagged": [{"order_id": 9}]}}, "compiler", 2),
    "the compiler alone": ({}, "other", 0),
}


@pytest.mark.parametrize(("fields", "compiler", "code"), STALE.values(), ids=STALE)
def test_a_pass_of_another_meaning_is_never_quiet(
    fields: dict[str, object], compiler: str, code: int, place: Place
) -> None:
    place.keep("GOOD")
    place.change("GOOD", **fields)
    workflows = place.workspace.workflows_file
    if compiler == "other":
        workflows.write_text(workflows.read_text().replace('"pandas@', '"pandas@0'))
        shutil.rmtree(place.workspace.history)

    assert place.agent("run", "--no-compile") == code
    record = place.records()["GOOD"]
    assert (record.verdict.value, record.warning) == ("PASS", bool(code))
    assert record.stale
