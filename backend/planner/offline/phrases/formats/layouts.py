"""Phrases for how dates are written."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import (
    Constant,
    How,
    Predicate,
)
from backend.rules.phrasing import (
    Phrases,
)

phrase = Phrases()


# Written dates --------------------------------------------------------------------------------

_LAYOUTS = {
    "YYYY": (r"\d{4}", "%Y"), "MM": (r"\d{2}", "%m"), "DD": (r"\d{2}", "%d"), "HH": (r"\d{2}", "%H"),
    "SS": (r"\d{2}", "%S"), "YY": (r"\d{2}", "%y"),
}  # fmt: skip


def layout_of(text: str) -> str | None:
    """The strptime pattern of ``YYYY-MM-DD`` and its like, or None."""
    spelled = text.lower()
    for word, code in (("month", "MM"), ("year", "YYYY"), ("day", "DD")):
        spelled = spelled.replace(word, code.lower())
    pattern_, rest = "", spelled.upper()
    while rest:
        minute = rest.startswith("MM") and "%H" in pattern_ and "%M" not in pattern_
        found = next(
            (code for code in ("YYYY", "YY", "MM", "DD", "HH", "SS") if rest.startswith(code)), None
        )
        if found:
            pattern_ += "%M" if minute else _LAYOUTS[found][1]
            rest = rest[len(found) :]
        elif rest[0] in "-/. :T":
            pattern_, rest = pattern_ + rest[0], rest[1:]
        else:
            return None
    return pattern_ if pattern_.count("%") >= 2 else None


@phrase("layout", "<date>")
def layout_by_example(example: Constant) -> str:
    """A layout shown by a date: 2017-06-12T23:57:59."""
    text = str(example.value)
    if len(text) == 10:
        return "%Y-%m-%d"
    return f"%Y-%m-%d{text[10]}%H:%M" + (":%S" if len(text) > 16 else "")


@phrase("spelt_layout", "<text>", "<bare>", "<bare> / <bare> / <bare>", "<bare> : <bare> : <bare>")
@phrase("spelt_layout", "<bare> : <bare>")
def layout(*parts: Constant) -> str | None:
    """A date layout as owners write it."""
    return (
        layout_of(str(parts[0].value))
        if len(parts) == 1
        else layout_of((":" if len(parts) == 2 else "/").join(str(part.value) for part in parts))
    )


@phrase("spelt_layout", "[strftime] (<strftime>|<text>)")
def layout_of_strftime(written: Constant) -> str | None:
    """A layout in the letters of strftime: %d.%m.%Y."""
    text = str(written.value)
    is_plain = re.fullmatch(r"%[Ymd]([-/.]?%[Ymd]){2}([ T]%H:%M(:%S)?)?", text) is not None
    return text if is_plain and len({*re.findall("%[Ymd]", text)}) == 3 else None


phrase("layout", "<spelt_layout>")(lambda told: told)


# A day that is written out shows a layout only where the words ask for one: it may be the day itself.
@phrase(
    "adj",
    "[[_valid] (date|dates|date and time)] [written|formatted|given|stored|recorded] [in|as|like] [form|format|pattern|shape] <spelt_layout>",
    "[[_valid] (date|dates|date and time)] [written|formatted|given|stored|recorded] (as|like|in (form|format|pattern|shape)) <layout>",
    "(written|formatted) [in|as|like] [form|format|pattern|shape] <layout>",
    "in <layout> (format|form)",
    "in (compact|the compact|iso|the iso) form <layout>",
)
@phrase(
    "verb",
    "(have|has|follow|follows|use|uses|match|matches) (format|form|pattern|layout) <layout>",
    "(follow|follows|match|matches) [strftime (format|pattern)] <layout>",
    "have the <layout> (format|form)",
)
def laid_out(pattern_: str) -> Predicate:
    """A date in this layout, and a real one."""
    return _form(How.FORMAT, f"date {pattern_}")


@phrase("adj", "<laid> with (dashes|slashes|dots|hyphens)", cost=0.0)
@phrase("adj", "<laid> without [any] separators", cost=0.0)
def laid_again(inner: Predicate) -> Predicate:
    """The layout already says which separators there are."""
    return inner


phrase(
    "laid",
    "[written] [as|in] [compact form] <spelt_layout>",
    "(written|as|written as|written in|in compact form) <layout>",
)(laid_out)
