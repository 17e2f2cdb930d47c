"""Phrases for forms that a template shows: HB-YYYY-NNNN."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import Constant, How, Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()

_PLACES = {
    "YYYY": r"\d{4}",
    "YY": r"\d{2}",
    "MM": "(0[1-9]|1[0-2])",
    "DD": "(0[1-9]|[12][0-9]|3[01])",
}


def _of_template(text: str) -> str | None:
    """A pattern of HB-YYYY-NNNN; dates alone are a layout, and AAA may be letters or itself."""
    chunks = re.findall(r"[A-Z]+|[-/._]|.", text)
    made = []
    for chunk in chunks:
        if chunk in _PLACES:
            made.append(_PLACES[chunk])
        elif re.fullmatch("N{2,}", chunk):
            made.append(rf"\d{{{len(chunk)}}}")
        elif re.fullmatch("[A-Z]{1,6}", chunk) and (len(chunk) == 1 or len(set(chunk)) > 1):
            made.append(chunk)
        elif chunk in ("-", "/", ".", "_"):
            made.append(re.escape(chunk).replace(r"\-", "-"))
        else:
            return None
    counted = any(re.fullmatch("N{2,}", chunk) for chunk in chunks)
    is_one = any(chunk in ("N", "Y", "M", "D") for chunk in chunks)
    return "".join(made) if counted and not is_one else None


phrase.words(
    "_template_of",
    "form | format | pattern | shape | layout | template | mask | structure | scheme",
)


@phrase(
    "adj",
    "[of|in|written in] _template_of <bare>",
    "(written|given|formatted|built) (like|as) <bare>",
    cost=0.0,
)
@phrase(
    "verb",
    "(have|has|follow|follows|match|matches|use|uses|keep to|fit|fits) _template_of <bare>",
    cost=0.0,
)
@phrase(
    "verb", "(look|looks|read|reads) like <bare>", "(follow|follows|match|matches) <bare>", cost=0.0
)
def template(text: Constant) -> Predicate | None:
    """Has the form HB-YYYY-NNNN."""
    made = _of_template(str(text.value))
    return None if made is None else _form(How.PATTERN, made)


@phrase("adj", "<bare>", cost=0.0)
def mask(text: Constant) -> Predicate | None:
    """AAA-999: three letters and three digits, or the text itself; both are readings."""
    runs = re.findall(r"A+|9+|[-/._ ]|.", str(text.value))
    letters = [run for run in runs if set(run) == {"A"}]
    digits = [run for run in runs if set(run) == {"9"}]
    others = [run for run in runs if run not in letters and run not in digits]
    is_mask = any(len(run) > 1 for run in letters) and any(len(run) > 1 for run in digits)
    if not is_mask or any(run not in ("-", "/", ".", "_", " ") for run in others):
        return None
    made = [
        f"[A-Z]{{{len(run)}}}"
        if run in letters
        else rf"\d{{{len(run)}}}"
        if run in digits
        else re.escape(run)
        for run in runs
    ]
    return _form(How.PATTERN, "".join(made))
