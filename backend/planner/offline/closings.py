"""Closing sentences that say what to show: "report those that do" speaks of what must not be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_SHOWS = frozenset({
    "flag", "report", "list", "show", "find", "return", "mark", "highlight", "please",
})  # fmt: skip
_PRONOUNS = frozenset({"it", "this", "that", "they", "which", "who", "he", "she"})
_SO = frozenset({"is", "are", "do", "does", "did", "have", "has", "happens", "occurs"})
_DUTIES = frozenset({"must", "should", "may", "can", "shall"})
_ERRORS = frozenset({"error", "wrong", "forbidden", "invalid", "mistake", "errors", "mistakes"})
_JOINS = frozenset({",", ":", "and", "-"})
_IF = frozenset({"if", "when", "where", "whenever", "wherever", "in"})
_MODALS = frozenset({
    "must", "should", "may", "can", "shall", "could", "is", "are", "do", "does", "to", "allowed",
})  # fmt: skip
_DENIALS = frozenset({"not", "never"})
_NONE = frozenset({"no", "nobody", "none", "nothing", "neither", "never"})


def refuse_closings_at_odds(tokens: Sequence[Token]) -> None:
    """Pass a closing sentence that shows what the sentence before it rules out.

    Raises:
        Misfit: it shows the rows that are as they must be.
    """
    asked, closing = _asked_and_closing(_sentences(tokens))
    closing = _without_case(closing)
    is_shown = bool(closing) and closing[0] in _SHOWS and len(closing) > 2
    is_other = closing[-1:] == ["not"]
    closing = closing[:-1] if is_other else closing
    if not is_shown or closing[-1] not in _SO or closing[-2] not in _PRONOUNS:
        return
    if is_other:
        _refuse_kept(asked)
        return
    if asked and asked[-1] != "?" and not _is_denied(asked):
        raise Misfit(
            "what is to be shown are the rows that are as they must be; say which break the rule"
        )


def _refuse_kept(asked: list[str]) -> None:
    """What is not so, behind what is an error, are the rows without that error."""
    if asked and (asked[0] in _NONE or (asked[-1] in _ERRORS and not _is_denied(asked))):
        raise Misfit(
            "what is to be shown are the rows without what is ruled out; say which break it"
        )


def _asked_and_closing(told: list[list[str]]) -> tuple[list[str], list[str]]:
    """What the rule says, and what is to be shown: remarks may stand between the two."""
    *before, closing = told or [[]]
    if not before:
        return _parted(closing)
    duties = [words for words in before if _DUTIES & {*words}]
    return (duties or before)[-1], closing


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    """One sentence that says both: the fee must be above 50, flag those that are."""
    pairs = enumerate(pairwise(words))
    places = [at + 1 for at, (one, two) in pairs if one in _JOINS and two in _SHOWS]
    asked = words[: places[-1] - 1] if places else []
    is_duty = bool(_DUTIES & {*asked}) and asked[0] not in _IF
    return (asked, words[places[-1] :]) if is_duty else ([], [])


def _without_case(words: list[str]) -> list[str]:
    """Where this is the case, or is so: where it is."""
    if words[-2:] == ["the", "case"]:
        return words[:-2]
    return words[:-1] if words[-1:] == ["so"] else words


def _sentences(tokens: Sequence[Token]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for token in tokens:
        if token.text == "?":
            found[-1].append("?")
        if token.text in (".", "!", "?", ";"):
            found.append([])
        else:
            found[-1].append(token.low)
    return [words for words in found if words]


def _is_denied(words: Sequence[str]) -> bool:
    """Whether it says what must not be: by its verb, or by its first word."""
    pairs = [*pairwise(words)]
    duties = [other in _DENIALS for one, other in pairs if one in _DUTIES]
    by_verb = any(one in _MODALS and other in _DENIALS for one, other in pairs)
    return (all(duties) if duties else by_verb) or words[0] in _NONE
