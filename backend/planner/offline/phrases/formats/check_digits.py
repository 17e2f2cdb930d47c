"""Phrases for the standard of a check digit, told in brackets behind the rule: (ISO 7064, mod 97-10)."""

from __future__ import annotations

from backend.planner.offline.own_formats import OWN, OWN_AMONG
from backend.planner.offline.phrases.formats.forms_checked import own_digit
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import How, Matches, Term, Value
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Phrases, Statement, about

phrase = Phrases()

# The standards --------------------------------------------------------------------------------


@phrase(
    "check_told",
    "iso (7064|7064:2003) [,|:] [(mod|modulo) 97 [- 10]]",
    "iso (7064|7064:2003) [,|:] [mod-97|mod97]",
    "(mod|modulo) 97 [,|-] 10 [(of|by|per) iso 7064]",
    "(mod|modulo) 97 (of|by|per) iso 7064",
)
def iso_7064() -> tuple[str, ...]:
    """ISO 7064, mod 97-10."""
    return ("iban", "lei")


@phrase("check_told", "gs1 [,] [(mod|modulo) 10]", "(mod|modulo) 10 (of|by|per) gs1")
def gs1() -> tuple[str, ...]:
    """GS1, mod 10."""
    return ("ean", "ean_8", "ean_13", "gtin", "gtin_14", "upc", "isbn_13")


@phrase("check_told", "<check_of>", cost=0.05)
def of_format(name: str) -> tuple[str, ...]:
    """EAN-13: the format itself."""
    return (name,)


# Behind the rule ------------------------------------------------------------------------------


@phrase("stmt", r"<stmt> \( [by|per|as per|according to] <check_told> \)", cost=0.02)
@phrase("stmt", "<stmt> [,] (according to|as per|per|as defined by) <check_told>", cost=0.05)
def by_standard(told: Statement, among: tuple[str, ...]) -> Statement | None:
    """Flag rows with wrong check digits (ISO 7064 mod 97): true of the one format it speaks of."""
    if not isinstance(told.rule, BrokenRows):
        return None
    forms = {part for part in walk(told.rule.must) if _is_form(part)}
    texts = {part.text for part in forms if isinstance(part, Matches)}
    if len(texts) != 1:
        return None
    (text,) = texts
    if text in among:
        return told
    if text != OWN:
        return None
    settled = among[0] if len(among) == 1 else OWN_AMONG + " ".join(among)

    def settle(part: Term) -> Term | None:
        return part.model_copy(update={"text": settled}) if _is_form(part) else None

    must = rewrite(told.rule.must, settle)
    return told.model_copy(update={"rule": told.rule.model_copy(update={"must": must})})


def _is_form(part: object) -> bool:
    return isinstance(part, Matches) and part.how == How.FORMAT


# Asked for ------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "(is|are) there [a|an|any] <cell> (where|whose|of which) _check_digit (is|are) _wrong_check [?]",
    "(is|are) there [a|an|any] <cell> (where|whose|of which) _check_digit (is|are) not _right_check [?]",
    "(_flag|is there) [_each] <cell> (where|whose|of which) _check_digit (does|do) not (match|fit|check out|add up) [?]",
    cost=0.05,
)
def any_wrong_digit(subject: Value) -> Statement:
    """Is there any IBAN whose checksum is wrong?"""
    return rule(about(own_digit(), subject), subject=subject)


@phrase("verb", "_pass_check <check_told> _check_test", cost=0.02)
def passes_told(among: tuple[str, ...]) -> Matches | None:
    """Must pass the ISO 7064 check."""
    text = among[0] if len(among) == 1 else OWN_AMONG + " ".join(among)
    found = _form(How.FORMAT, text)
    return found if isinstance(found, Matches) and "luhn" not in among else None
