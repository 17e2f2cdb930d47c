"""Phrases for forms that are shown with signs for what may stand there: P-999, 9 for any digit."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import Constant, How, Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()

Key = tuple[str, str]
_DIGIT = "(digit|digits|figure)"


@phrase(
    "mask_key",
    f"[where|with|while] (<bare>|<number>) _stands_as_sign [any|a|one|single] {_DIGIT}",
)
def mask_key(sign: Constant) -> Key | None:
    """9 stands for any digit."""
    return _key(str(sign.value), r"\d")


@phrase(
    "mask_key", f"[where|with|while] [each|every] \\# _stands_as_sign [any|a|one|single] {_DIGIT}"
)
def hash_key() -> Key:
    """# is a digit."""
    return ("#", r"\d")


phrase.words(
    "_stands_as_sign",
    "stands for | stand for | is | are | means | represents | = | : | for | denotes | being",
)


_SIGN = "[where|with|while] <bare> _stands_as_sign [any|a|one|single]"


@phrase("mask_key", f"{_SIGN} (capital|uppercase|upper-case) letter")
def capital_key(sign: Constant) -> Key | None:
    """A is a capital letter."""
    return _key(str(sign.value), "[A-Z]")


@phrase("mask_key", f"{_SIGN} letter")
def letter_key(sign: Constant) -> Key | None:
    """A is a letter."""
    return _key(str(sign.value), "[A-Za-z]")


def _key(sign: str, meant: str) -> Key | None:
    return (sign, meant) if len(sign) == 1 else None


@phrase("mask_keys", "<mask_key>")
@phrase("mask_keys", "<mask_key> (and|,|, and) <mask_key>")
def mask_keys(*found: Key) -> tuple[Key, ...] | None:
    """A is a letter and 9 is a digit."""
    return found if len({sign for sign, _ in found}) == len(found) else None


for _head, _lead in (
    ("adj", "[of|in|written in] [_template_of]"),
    ("verb", "(have|has|follow|follows|match|matches|fit|fits|use|uses) [_template_of]"),
    ("verb", "(look|looks|read|reads) like"),
):
    for _mask in ("<bare>", "<text>", "<hash_mask>"):

        @phrase(
            _head,
            rf"{_lead} {_mask} \( <mask_keys> \)",
            f"{_lead} {_mask} , <mask_keys>",
            f"{_lead} {_mask} <mask_keys>",
            cost=-0.3,
        )
        def masked(shown: Constant, keys: tuple[Key, ...]) -> Predicate | None:
            """P-999, where 9 stands for any digit."""
            return _masked(str(shown.value), dict(keys))


def _masked(shown: str, keys: dict[str, str]) -> Predicate | None:
    """The form that a mask shows; each of its signs must be used, beside what it leaves as it is."""
    if not keys.keys() <= set(shown) or not set(keys.keys()) < {*shown, ""}:
        return None
    runs = re.findall(r"(.)(\1*)", shown)
    made = []
    for sign, more in runs:
        size = 1 + len(more)
        if sign in keys:
            made.append(keys[sign] + (f"{{{size}}}" if size > 1 else ""))
        else:
            made.append(re.escape(sign * size).replace(r"\-", "-"))
    return _form(How.PATTERN, "".join(made))
