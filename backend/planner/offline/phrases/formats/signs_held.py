"""Phrases for all the signs that a text must hold: a capital letter, a digit and a dash."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.contents import has_class, has_so_many
from backend.planner.offline.phrases.formats.texts import LENGTH, _form
from backend.rules.language.terms import All, Compare, Constant, How, Matches, Predicate
from backend.rules.phrasing import Phrases, all_of, any_of, compare

phrase = Phrases()
Held = tuple[Predicate, ...]

_ANY = "(?s:.*)"
_OTHER = r"[^A-Za-z0-9\s]"

phrase.words(
    "_some_one",
    "a | an | one | any | at least one | at least a | at least an | some | one or more | a minimum of one | "
    "a single",
)


@phrase("sign_held", "[_some_one] <char_class>")
def class_held(regex: str) -> Predicate:
    """A digit."""
    return has_class(regex)


@phrase("sign_held", "(at least|no fewer than|a minimum of) <number> <char_class>")
def so_many_held(count: Constant, regex: str) -> Predicate | None:
    """At least two digits."""
    return has_so_many(count, regex)


@phrase("sign_held", "[_some_one] <sign_mark>")
def mark_held(mark: str) -> Predicate:
    """A dash."""
    return _form(How.CONTAINS, mark)


@phrase(
    "sign_held",
    "[_some_one] (special|non-alphanumeric|punctuation) (character|characters|sign|signs|symbol|symbols|mark|marks)",
)
def special_held() -> Predicate:
    """A special character: no letter, no digit and no blank."""
    return _form(How.PATTERN, f"{_ANY}{_OTHER}{_ANY}")


phrase.words(
    "_none_of_those",
    "none of these | none of those | none of them | neither of these | not one of these | not one of those | "
    "not among these | nothing of the kind",
)


@phrase(
    "sign_held",
    "[_some_one] (character|sign|symbol) (that|which) is _none_of_those",
    "[_some_one] other (character|sign|symbol)",
    cost=0.05,
)
def other_held() -> Predicate:
    """A character that is none of these: it depends on what was listed."""
    return _form(How.PATTERN, "")


for _head, _sign in (("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<")):
    phrase("sign_held", f"{_head} <number> (characters|chars|signs)")(
        lambda count, sign=_sign: compare(LENGTH, sign, count)
    )


@phrase("held_list", "<sign_held> , <sign_held>", "<held_list> , <sign_held>")
@phrase("signs_held", "<sign_held> and <sign_held>", "<held_list> [,] and <sign_held>")
@phrase("either_held", "<sign_held> or <sign_held>", "<held_list> [,] or <sign_held>")
def held_list(*found: Predicate | Held) -> Held:
    """A capital letter, a digit and a dash."""
    flat: Held = ()
    for part in found:
        flat += part if isinstance(part, tuple) else (part,)
    return flat


def _completed(found: Held) -> Held | None:
    """With what is none of these said in full: of classes that are listed before it."""
    if all(not _is_other(part) for part in found):
        return found
    *listed, last = found
    classes = [_class_in(part) for part in listed]
    if not _is_other(last) or any(each is None for each in classes) or not classes:
        return None
    signs = "".join(each.strip("[]") for each in classes if each)
    return (*listed, _form(How.PATTERN, f"{_ANY}[^{signs}]{_ANY}"))


def _is_other(part: Predicate) -> bool:
    return isinstance(part, Matches) and part.how == How.PATTERN and not part.text


def _class_in(part: Predicate) -> str | None:
    """The class of signs of which a text holds one; nothing where it says how long it is."""
    if isinstance(part, Compare):
        return ""
    found = re.fullmatch(r"\(\?s:\.\*\)(\[[^\]^]+\]|\\d)\(\?s:\.\*\)", getattr(part, "text", ""))
    return found[1] if found else None


@phrase("verb", "_contain [both|all of] [:] <signs_held>", cost=0.02)
def holds_all(found: Held) -> Predicate | None:
    """Contains a capital letter, a small letter and a digit."""
    told = _completed(found)
    return None if told is None else all_of(*told)


@phrase("verb", "(have|has|having) [both] <signs_held>", cost=0.02)
def has_all(found: Held) -> Predicate | None:
    """Has a capital letter and a digit; with a dash between, that may be how it is written."""
    is_open = any(isinstance(part, Matches) and part.how == How.CONTAINS for part in found)
    return None if is_open else holds_all(found)


@phrase("verb", "(needs|need|requires|require) (<signs_held>|<sign_held>)", cost=0.05)
def needs_all(found: Predicate | Held) -> Predicate | None:
    """Needs at least one special character."""
    return holds_all(found if isinstance(found, tuple) else (found,))


@phrase("verb", "_hold [either] <either_held>", cost=0.02)
def holds_one(found: Held) -> Predicate | None:
    """Contains a blank, a comma or a dash."""
    is_plain = not any(_is_other(part) or isinstance(part, Compare) for part in found)
    return any_of(*found) if is_plain else None


# Among so many ------------------------------------------------------------------------------------

phrase.words(
    "_among_those",
    "among them | among these | among those | including | which include | with | of which | of these | and "
    "among them | amongst them | and with | and includes | and contains",
)

for _head_ in ("verb", "adj"):

    @phrase(_head_, f"<{_head_}> [,] _among_those (<signs_held>|<sign_held>)", cost=0.05)
    def with_signs(told: Predicate, held: Predicate | Held) -> Predicate | None:
        """At least eight characters, among them a digit and a capital letter."""
        found = _completed(held if isinstance(held, tuple) else (held,))
        is_plain = found is not None and not any(isinstance(part, Compare) for part in found)
        return all_of(told, *found) if found and is_plain and _is_length(told) else None


def _is_length(told: Predicate) -> bool:
    """Whether it only says how long a text is."""
    if isinstance(told, All):
        return all(map(_is_length, told.parts))
    return isinstance(told, Compare) and told.left == LENGTH and told.sign != "!="
