"""Phrases for what stands somewhere in a text: an e-mail address, a web address."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import How, Predicate
from backend.rules.phrasing import Phrases, not_

phrase = Phrases()
_ANY = "(?s:.*)"
_LABELS = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"

_INSIDE = {
    "e-mail address": rf"{_ANY}[A-Za-z0-9._%+-]+@{_LABELS}{_ANY}",
    "web address": rf"{_ANY}([Hh][Tt][Tt][Pp][Ss]?://[^ ]|[Ww][Ww][Ww]\.[A-Za-z0-9-]+\.[A-Za-z]){_ANY}",
}
_NAMES = {
    "e-mail address": "(e-mail|email) (address|addresses) | e-mails | emails | (a|an|any|one) (e-mail|email)",
    "web address": "urls | web (address|addresses|links) | links | (a|an|any|one) (url|link|web link)",
}
for _what, _names in _NAMES.items():
    phrase("thing_inside", *_names.split(" | "))(lambda what=_what: what)


@phrase("verb", "(contain|contains|include|includes) [a|an|any|some|one] <thing_inside>")
def has_inside(what: str) -> Predicate:
    """Contains an e-mail address."""
    article = "an" if what[0] in "aeiou" else "a"
    return _form(How.PATTERN, _INSIDE[what], says=f"{article} {what} in it")


@phrase(
    "verb",
    "(contain|contains|include|includes) (no|not any) <thing_inside>",
    "be free (of|from) [any] <thing_inside>",
)
@phrase("adj", "(free of|free from|without) [any|a|an] <thing_inside>", cost=0.05)
def has_none_inside(what: str) -> Predicate:
    """Contains no e-mail address."""
    return not_(has_inside(what))
