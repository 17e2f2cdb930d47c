"""The trials over the witnesses: what the program flags there, held against three readings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from backend.contracts.witness import Origin, Witness
from backend.proof.case import Case
from backend.proof.harness import Finding
from backend.proof.hearing import Heard
from backend.proof.part import Part, fails, holds, skips
from backend.proof.second_reading import Reading, differ, read_plainly, read_sql, rows_apart

MOST_PLAIN, MOST_SQL = 24, 8
"""Tables over which the plain reading, and the SQL, are held against the program."""


def try_witnesses(case: Case, heard: Heard) -> Part:
    """Hold what the program flags against what each witness says must be flagged."""
    name, witnesses = "witnesses", heard.witnesses
    if not witnesses:
        return Part(trials=(skips(name, "No witness is to be had. Give examples in checks.json."),))
    if heard.failure:
        return Part(trials=(fails(name, f"The program {heard.failure}."),))
    for number, witness in enumerate(witnesses):
        found, expected = heard.findings.get(number), _expected(witness)
        if found is not None and (apart := differ(expected, found)):
            detail = f"{_whose(witness)} {witness.says!r}: {apart}."
            return Part(trials=(fails(name, detail, rows_apart(expected, found)),))
    missing = sum(number not in heard.findings for number in range(len(witnesses)))
    if missing:
        late = f"The time was spent before {missing} of {len(witnesses)}."
        return Part(trials=(skips(name, late),))
    return Part(trials=(holds(name, f"{len(witnesses)} hold."),))


def _whose(witness: Witness) -> str:
    owners = {Origin.OWNER: "The owner's example", Origin.PLANNER: "The planner's example"}
    return owners.get(witness.origin, "The witness")


def _expected(witness: Witness) -> Reading:
    """What a witness says; a program that says less than it may is held to that only."""
    if witness.flagged is not None:
        return Reading(witness.flagged, len(witness.flagged), witness.tested)
    return Reading(None, witness.failing, witness.tested)


def try_plain_reading(case: Case, heard: Heard) -> Part:
    """Hold the program against the plain reading over the tables by chance."""
    first = len(heard.witnesses)
    return _compare(
        "plain-reading",
        case,
        heard,
        range(first, len(heard.all)),
        lambda witness: read_plainly(case, witness),
        MOST_PLAIN,
    )


def try_sql_on_witnesses(case: Case, heard: Heard) -> Part:
    """Hold the program against the rule's SQL over the witnesses and some tables by chance."""

    def read(witness: Witness) -> Reading:
        return read_sql(case, case.tables_of(witness), case.arguments_on(witness))

    return _compare("sql-on-witnesses", case, heard, range(len(heard.all)), read, MOST_SQL)


def _compare(
    name: str,
    case: Case,
    heard: Heard,
    numbers: Iterable[int],
    read: Callable[[Witness], Reading],
    most: int,
) -> Part:
    """Hold the program against a reading, table by table, until ``most`` of them held.

    When the time is spent it ends with the first that held.
    """
    held, silence = 0, ""
    for number in numbers:
        found, witness = heard.findings.get(number), heard.all[number]
        if held == most or (held and case.left <= 0):
            break
        if found is None or _is_refused(found, number, heard):
            continue
        reading = read(witness)
        silence = silence or reading.silence
        if not reading.silence and (apart := differ(reading, found)):
            trial = fails(name, f"{witness.says!r}: {apart}.", rows_apart(reading, found))
            return Part(trials=(trial,), witnesses=(witness,))
        held += not reading.silence
    if not held:
        return Part(trials=(skips(name, silence or "There is no table to hold it against."),))
    return Part(trials=(holds(name, f"{held} tables alike."),))


def _is_refused(found: Finding, number: int, heard: Heard) -> bool:
    """A program may refuse tables by chance with an error: that is never silently wrong."""
    return bool(found.error) and number >= len(heard.witnesses)
