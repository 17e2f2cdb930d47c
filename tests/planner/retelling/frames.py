"""Frames in which a sentence can be told anew without another meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_HEADER = r"(?:(?!it|all|both|they|each|every|first|last|no|any|there)\w*[^\Ws])"
"""A header of one word: no plural, and not what a sentence about all rows opens with."""


class Frame(NamedTuple):
    """A way to tell a sentence, and others that mean the same.

    In the templates ``{thing}`` is a noun, ``{things}`` its plural, ``{rest}`` what is wanted of
    it, ``{Subject}`` a subject that opens the sentence.
    """

    told: re.Pattern[str]
    anew: tuple[str, ...]


def _frame(told: str, *anew: str) -> Frame:
    return Frame(re.compile(told, re.IGNORECASE), anew)


FRAMES = (
    _frame(
        r"(?:each|every|an?) (?P<thing>[a-z]+) must be (?!in )(?P<rest>[^,]+)\.",
        "Flag {things} that are not {rest}.", "Flag every {thing} that is not {rest}.",
        "Every {thing} is {rest}.", "Is every {thing} {rest}?",
        "Check that every {thing} is {rest}.", "All {things} must be {rest}.",
    ),
    _frame(
        r"(?:each|every|an?) (?P<thing>[a-z]+) must have (?P<rest>[^,]+)\.",
        "Every {thing} has {rest}.", "Flag {things} that do not have {rest}.",
        "Does every {thing} have {rest}?", "All {things} must have {rest}.",
        "Make sure that every {thing} has {rest}.",
    ),
    _frame(
        r"no (?P<thing>[a-z]+) (?:may|must|can) have (?P<rest>[^,]+)\.",
        "Flag {things} that have {rest}.", "Does any {thing} have {rest}?",
        "{Things} must not have {rest}.", "No {thing} has {rest}.",
    ),
    _frame(
        r"no (?P<thing>[a-z]+) (?:may|must|can) be (?P<rest>[^,]+)\.",
        "Flag {things} that are {rest}.", "Is any {thing} {rest}?", "{Things} must not be {rest}.",
        "No {thing} is {rest}.",
    ),
    _frame(
        rf"(?:the )?(?P<column>{_HEADER}) must be (?P<rest>[^,]+)\.",
        "Flag rows whose {column} is not {rest}.", "{column} should be {rest}.",
        "{column} has to be {rest}.", "Is {column} always {rest}?",
        "Make sure that {column} is {rest}.", "In every row, {column} must be {rest}.",
    ),
    _frame(
        rf"(?:the )?(?P<column>{_HEADER}) must not be (?P<rest>[^,]+)\.",
        "Flag rows whose {column} is {rest}.", "{column} may never be {rest}.",
        "{column} cannot be {rest}.", "Is {column} ever {rest}?",
        "No row may have a {column} that is {rest}.",
    ),
    _frame(
        r"if (?P<case>[^,]+), (?:then )?(?P<subject>.+) must (?P<verb>be|have) (?P<rest>[^,]+)\.",
        "{Subject} must {verb} {rest} if {case}.", "When {case}, {subject} must {verb} {rest}.",
        "{Subject} must {verb} {rest} where {case}.",
    ),
    _frame(
        r"(?:flag|list|show|report|find) (?:all |any |every )?(?P<thing>[a-z]+)"
        r" (?P<link>whose|where|with|without|that|which|who) (?P<rest>[^,]+)\.",
        "List {thing} {link} {rest}.", "Report {thing} {link} {rest}.",
        "Find {thing} {link} {rest}.", "Show me {thing} {link} {rest}.",
        "There must be no {thing} {link} {rest}.", "Are there any {thing} {link} {rest}?",
    ),
)  # fmt: skip


def told_anew(sentence: str) -> Iterator[tuple[str, str]]:
    """The sentence in each frame that fits it, behind the frame's template.

    "It must be red only for barges" is for barges, "it is red only for barges" for all others: a
    sentence with "only" is in no frame.
    """
    if not is_plain(sentence) or " only " in sentence:
        return
    for frame in FRAMES:
        found = frame.told.fullmatch(sentence)
        if found is None:
            continue
        parts = found.groupdict()
        parts |= {"things": _plural(parts.get("thing") or "")}
        parts |= {
            name.capitalize(): _opening(parts.get(name) or "") for name in ("subject", "things")
        }
        for template in frame.anew:
            yield template, template.format(**parts)
        return


def is_plain(sentence: str) -> bool:
    """Whether it is one sentence, of one part."""
    return sentence.endswith(".") and not any(sign in sentence[:-1] for sign in ".:;")


def _opening(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plural(noun: str) -> str:
    if noun.endswith("s"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("ch", "sh", "x")) else f"{noun}s"
