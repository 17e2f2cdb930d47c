"""Words in whose place others stand without another meaning."""

from __future__ import annotations

from collections.abc import Iterator

from tests.planner.retelling.frames import is_plain

WORDINGS = (
    (" must be ", " has to be "), (" must be ", " needs to be "), (" must be ", " shall be "),
    (" must have ", " has to have "), (" must have ", " should have "),
    (" must not ", " should not "), (" must not ", " shall not "), (" may not ", " must not "),
    (" at least ", " no fewer than "), (" at least ", " not less than "),
    (" at most ", " no more than "), (" at most ", " not more than "),
    (" greater than ", " above "), (" above ", " greater than "), (" below ", " less than "),
    (" less than ", " below "), (" more than ", " over "),
    (" before ", " earlier than "), (" after ", " later than "),
    (" filled.", " not empty."), (" empty", " blank"), (" missing", " not filled"),
    (" every ", " each "), (" each ", " every "), ("Every ", "Each "), ("Each ", "Every "),
    ("Flag ", "Show "), ("Flag ", "Flag all "), ("Flag ", "Please flag "),
    ("Flag ", "I want to see "),
    (" unique", " distinct"), (" without ", " with no "), (" with no ", " without "),
    ("If ", "When "), ("If ", "Whenever "), (" if ", " when "), (" unless ", " except if "),
)  # fmt: skip
"""What is said, at a sentence's beginning or between other words, and what means the same."""


def in_other_words(sentence: str) -> Iterator[tuple[str, str]]:
    """The sentence with each wording that it has once exchanged, behind what was exchanged."""
    if not is_plain(sentence):
        return
    for said, other in WORDINGS:
        opens = not said.startswith(" ")
        if sentence.startswith(said) if opens else sentence.count(said) == 1:
            yield f"{said.strip()} > {other.strip()}", sentence.replace(said, other, 1)
