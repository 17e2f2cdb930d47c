"""A ``settings.toml`` that is none: nothing is run, and place and cure are told."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bad_input.place import BadPlace

CONTENTS: dict[str, tuple[str | bytes, str]] = {
    "cut": ("[sandbox", "settings.toml is not TOML: "),
    "no value": ("[sandbox]\nmemory_mb =", "settings.toml is not TOML: "),
    "JSON": ('{"sandbox": {}}', "settings.toml is not TOML: "),
    "YAML": ("sandbox:\n  memory_mb: 512", "settings.toml is not TOML: "),
    "NUL": ("a = \0", "settings.toml is not TOML: "),
    "a name twice": ("[sandbox]\nfiles = 1\nfiles = 2", "Cannot overwrite a value"),
    "a section twice": ("[sandbox]\n[sandbox]", "Cannot declare ('sandbox',) twice"),
    "UTF-16": ("[sandbox]".encode("utf-16"), "settings.toml, line 1 is not UTF-8."),
    "Latin-1": (b"\n# \xe9", "settings.toml, line 2 is not UTF-8."),
    "deep lists": ("a = " + "[" * 100_000, "nested too deeply"),
    "deep tables": ("a = " + "{b = " * 5_000, "nested too deeply"),
    "5,000 digits": ("[sandbox]\nfiles = " + "9" * 5_000, "too many digits"),
    "300 digits": ("[sandbox]\nfiles = " + "9" * 300, "sandbox.files: It should be less than"),
    "no such section": ("[sandbx]", "Did you mean 'sandbox'?"),
    "no such setting": ("[sandbox]\nspeed = 9", "sandbox.speed: there is no such setting."),
    "a value for a section": (
        "sandbox = 5",
        "settings.toml, sandbox: it is a section; write [sandbox], and",
    ),
    "a list of sections": (
        "[[sandbox]]\nfiles = 5",
        "settings.toml, sandbox: it is a section; write [",
    ),
    "a section for a list": ("[alerts.routes]\nname = 'x'", "or a [[alerts.routes]] for each."),
    "a setting below a section": (
        "[sandbox]\ndata = 's3://shop/x'",
        "sandbox.data: there is no such setting. 'data' belongs above the first [section]",
    ),
    "a folder of this machine": ("data = '/srv'", "is written 's3://bucket/prefix'."),
    "a folder with its key": (
        "data = 's3://AKIA:hunter2@shop'",
        "settings.toml, data: a folder on",
    ),
    "a receiver with its key": (
        "[lineage]\nto = 'https://u:hunter2@h'",
        "lineage.to: it is written",
    ),
    "a key for a variable": ("[lineage]\nkey_env = 'hunter-2'", "lineage.key_env: it names an env"),
    "text for a number": ("[sandbox]\nfiles = 'many'", "sandbox.files: "),
    "a date for a number": ("[sandbox]\nfiles = 2024-01-01", "it is 2024-01-01."),
    "half a megabyte": ("[sandbox]\nmemory_mb = 512.5", "it is 512.5."),
    "less than nothing": ("[sandbox]\nmemory_mb = -1", "it is -1."),
    "without end": ("[sandbox]\nwall_seconds = inf", "it is inf."),
    "a start without end": ("[sandbox]\nstart_seconds = inf", "it is inf."),
    "grace without end": ("[sandbox]\ngrace_seconds = inf", "it is inf."),
    "an answer without end": ("[model]\ntimeout_seconds = inf", "it is inf."),
    "no number": ("[sandbox]\ngrace_seconds = nan", "it is nan."),
    "too much CPU": ("[sandbox]\ncpu_extra_seconds = 99999999999999999999", "less than or equal"),
    "a model that is none": ("[[model.ladder]]\nmodel = 5", "model.ladder.0.model: "),
    "a pattern that is none": ("[prompts]\nsecrets = ['(']", "'(' is no regular expression"),
    "a place that is none": ("[alerts]\ntime_zone = 'Mars/X'", "no time zone has this name"),
}


@pytest.mark.parametrize(("content", "fact"), CONTENTS.values(), ids=CONTENTS)
def test_a_mistake_stops_the_run_and_is_told(
    place: BadPlace, content: str | bytes, fact: str, capsys: pytest.CaptureFixture[str]
) -> None:
    written = content.encode() if isinstance(content, str) else content
    (place.base / "settings.toml").write_bytes(written)
    message = place.told_instead_of_a_run(capsys)
    assert message.startswith("settings.toml")
    assert fact in message


STAND_INS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "could not be read (it is no regular file)"),
    "a pipe": (os.mkfifo, "could not be read (it is no regular file)"),
    "an endless device": (lambda path: path.symlink_to("/dev/zero"), "it is no regular file"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "Too many levels"),
    "a link to nothing": (lambda path: path.symlink_to("nobody"), "the link leads nowhere"),
}


@pytest.mark.parametrize(("put", "fact"), STAND_INS.values(), ids=STAND_INS)
def test_what_is_no_file_is_told_and_not_waited_for(
    place: BadPlace, put: Callable[[Path], object], fact: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(place.base / "settings.toml")
    message = place.told_instead_of_a_run(capsys)
    assert message.startswith("settings.toml")
    assert fact in message


def test_a_mended_file_is_read_as_if_nothing_had_been(
    place: BadPlace, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = place.base / "settings.toml"
    settings.write_text("[sandbox]\nfiles = ")
    place.told_instead_of_a_run(capsys)
    settings.write_bytes(b"\xef\xbb\xbf[sandbox]\r\nfiles = 5\r\n")
    (record,) = place.run()
    assert record.verdict == "PASS"
