"""Phrases for check digits: the right EAN-13 check digit, the IBAN checksum test."""

from __future__ import annotations

from backend.planner.offline.own_formats import OWN, OWN_AMONG
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.id_formats import IDENTIFIERS
from backend.rules.language.terms import How, Matches, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, all_of, not_

phrase = Phrases()

phrase.words(
    "_right_check",
    "correct | right | valid | proper | matching | true | fitting | good | working | correctly computed | "
    "correctly calculated",
)
phrase.words(
    "_wrong_check", "wrong | incorrect | bad | false | invalid | faulty | improper | mistaken"
)
phrase.words(
    "_check_digit",
    "check digit | check digits | check-digit | checksum | check sum | check character | checksum digit | "
    "check number | control digit | control digits | checksum digits | check figure",
)
phrase.words(
    "_check_test",
    "_check_digit [test|check|validation|algorithm|rule|formula|calculation|verification]",
)
phrase.words(
    "_bears_check",
    "have | has | need | needs | carry | carries | bear | bears | require | requires | contain | contains | "
    "end in | ends in | end with | ends with | ending in | ending with | show | shows | finish with | "
    "finishes with | close with | closes with | having | carrying | come with | comes with",
)
phrase.words("_pass_check", "pass | passes | satisfy | satisfies | fulfil | fulfils | meet | meets")
phrase.words("_fail_check", "fail | fails | violate | violates | not pass | does not pass")

# What is told of the test -------------------------------------------------------------------------

_ISO_97 = ("iban", "lei")
_LUHN = ("luhn", "payment_card", "imei", "isin", "cusip")


@phrase(
    "check_told",
    "(mod|modulo|modulus|remainder mod) 97 [(leaves|gives|is|=|must be|equals) 1]",
    "mod-97 [(leaves|gives|is|=) 1]",
    "number mod 97 (leaves|gives|is|=) 1",
)
def mod_97() -> tuple[str, ...]:
    """Mod 97 leaves 1."""
    return _ISO_97


@phrase(
    "check_told",
    "[a|an|the] (X|'X') [at the end|as the last one|in the last place] (stands for|means|counts as|is|counts) (10|ten)",
    "(X|'X') (=|for) (10|ten)",
    "(mod|modulo) 11",
)
def ten_as_x() -> tuple[str, ...]:
    """An X at the end stands for 10."""
    return ("isbn_10", "issn")


@phrase("check_told", "[by] [the] luhn [algorithm|formula|check|test]", "(mod|modulo) 10 [luhn]")
def by_luhn() -> tuple[str, ...]:
    """By the Luhn algorithm."""
    return _LUHN


# The digit ----------------------------------------------------------------------------------------


@phrase("check_of", "<format>", "<format> 's")
def check_of(name: str) -> str | None:
    """EAN-13: a format that has check digits."""
    return name if name in IDENTIFIERS else None


@phrase("right_digit", "_right_check _check_digit")
@phrase("right_digit", "[its|their|the] own _right_check _check_digit")
def own_digit() -> Predicate:
    """The right check digit: of the format that the column is named after."""
    return _form(How.FORMAT, OWN)


@phrase(
    "right_digit",
    "[_right_check] <check_of> _check_digit",
    "_right_check _check_digit (of|for) <check_of>",
)
def named_digit(name: str) -> Predicate:
    """The right EAN-13 check digit."""
    return _form(How.FORMAT, name)


@phrase("wrong_digit", "_wrong_check _check_digit", "(no|not a) _right_check _check_digit")
def own_wrong() -> Predicate:
    """A wrong check digit."""
    return not_(own_digit())


@phrase(
    "wrong_digit",
    "_wrong_check <check_of> _check_digit",
    "no [_right_check] <check_of> _check_digit",
)
def named_wrong(name: str) -> Predicate:
    """A wrong EAN-13 check digit."""
    return not_(named_digit(name))


@phrase("rel", "with [a|an] _wrong_check <cell> _check_digit", cost=0.02)
def wrong_digit_of(of: Value) -> Predicate:
    """With a wrong ISBN-10 check digit: of the column that is called so."""
    return about(own_wrong(), of)


@phrase("check_test", "[its|their|the] [own] _check_test")
def own_test() -> Predicate:
    """The checksum test."""
    return own_digit()


@phrase("check_test", "<check_of> _check_test", "_check_test (of|for) [the] <check_of> [standard]")
def named_test(name: str) -> Predicate:
    """The IBAN checksum test."""
    return named_digit(name)


@phrase("check_test", "<check_told> [test|check|checksum|validation]")
def told_test(among: tuple[str, ...]) -> Predicate:
    """The mod 97 test."""
    if "luhn" in among:
        return _form(How.FORMAT, "luhn")
    return _form(How.FORMAT, OWN_AMONG + " ".join(among))


@phrase("verb", "_bears_check (<right_digit>|<wrong_digit>)", "_pass_check <check_test>")
@phrase("adj", "with (<right_digit>|<wrong_digit>)", cost=0.02)
@phrase("rel", "with (<right_digit>|<wrong_digit>) (in|as) [its|the|their] <cell>", cost=0.05)
def passes(told: Predicate, *cells: Value) -> Predicate:
    """Needs a correct check digit."""
    return about(told, cells[0]) if cells else told


@phrase("verb", "_fail_check <check_test>")
def fails(told: Predicate) -> Predicate:
    """Fails the IBAN checksum test."""
    return not_(told)


@phrase(
    "adj",
    "[_valid] <check_of> [,] (with|including) [its|a|the] [_right_check] _check_digit",
    cost=0.0,
)
@phrase(
    "adj",
    r"[_valid] <check_of> \( [with|including] _check_digit [included|as well|too] \)",
    cost=0.0,
)
@phrase("adj", "[_valid] <check_of> [,] _check_digit (included|as well|and all)", cost=0.0)
def with_its_digit(name: str) -> Predicate:
    """A valid IBAN, checksum included."""
    return named_digit(name)


for _head in ("verb", "adj"):

    @phrase(_head, rf"<{_head}> \( [as|where|in which|i.e.|that is] <check_told> \)", cost=0.02)
    @phrase(_head, f"<{_head}> , (i.e.|that is|where|as|in which) <check_told>", cost=0.02)
    @phrase(_head, f"<{_head}> (by|according to|following|as per|under) <check_told>", cost=0.02)
    def as_told(told: Predicate, among: tuple[str, ...]) -> Predicate | None:
        """The IBAN checksum test (mod 97 leaves 1): what is told is true of that format."""
        if not isinstance(told, Matches) or told.how != How.FORMAT:
            return None
        if told.text == OWN:
            return _form(How.FORMAT, OWN_AMONG + " ".join(among))
        return told if told.text in among else None


for _head in ("adj", "verb"):

    @phrase(
        _head, f"<{_head}> [,] [and] (with|including|having|ending in|ending with) <right_digit>"
    )
    @phrase(_head, f"<{_head}> [,] [and] (that|which) _bears_check <right_digit>", cost=0.02)
    def and_its_digit(told: Predicate, digit: Predicate) -> Predicate:
        """15 digits with a valid check digit; a format that has one is told with its own."""
        is_named = isinstance(told, Matches) and told.how == How.FORMAT
        if is_named and isinstance(told, Matches) and told.text in IDENTIFIERS:
            return told if digit == own_digit() else all_of(told, digit)
        return all_of(told, digit)


# The last digit -----------------------------------------------------------------------------------

phrase.words("_last_sign", "last (digit|character|figure|sign|one|of them|number)")


@phrase("last_duty", "_last_sign _must be <right_digit>", "_last_sign is <right_digit>")
@phrase("last_duty", "_last_sign [of them|of these] _must be <right_digit>")
def last_one(told: Predicate) -> Predicate:
    """The last one must be the right check digit."""
    return told


@phrase("stmt", "<expr> (<vp>|<duty>) [,] (and|;|where|of which) <last_duty>", cost=0.0)
@phrase("stmt", "<expr> (<vp>|<duty>) , <last_duty>", cost=0.0)
@phrase("stmt", "_each <expr> (<vp>|<duty>) [,] (and|;|where|of which) <last_duty>", cost=0.0)
@phrase("stmt", "<expr> : <adj> [,] (and|;|where|of which|,) <last_duty>", cost=0.1)
def and_last_one(subject: Value, told: Predicate, last: Predicate) -> Statement:
    """Consists of 13 digits and the last one must be the right check digit."""
    return rule(about(all_of(told, last), subject), subject=subject)


@phrase("stmt", "_last_sign (of|in) [every|each|a|an] <cell> _must be <right_digit>", cost=0.02)
@phrase("stmt", "_last_sign (of|in) [every|each|a|an] <cell> is <right_digit>", cost=0.1)
@phrase("stmt", "<cell> 's _last_sign _must be <right_digit>", cost=0.02)
@phrase("stmt", "<cell> : [_right_check] _check_digit", cost=0.1)
def last_of_column(subject: Value, *told: Predicate) -> Statement:
    """The last digit of an EAN must be the right check digit."""
    return rule(about(told[0] if told else own_digit(), subject), subject=subject)


@phrase("stmt", "_check_digit (of|in) [every|each|a|an] <cell> _must be _right_check", cost=0.02)
@phrase(
    "stmt",
    "_check_digit (of|in) [every|each|a|an] <cell> _must (match|fit|agree|check out)",
    cost=0.02,
)
def digit_is_right(subject: Value) -> Statement:
    """The check digit of every EAN must be correct."""
    return rule(about(own_digit(), subject), subject=subject)


@phrase(
    "stmt",
    "_flag [_each] <cell> (where|whose|of which) _check_digit (is|are) _wrong_check",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag [_each] <cell> (where|whose|of which) _check_digit (is|are) not _right_check",
    cost=0.05,
)
def digit_is_wrong(subject: Value) -> Statement | None:
    """Flag EANs whose check digit is wrong."""
    found = rule(about(own_digit(), subject), subject=subject)
    return found if isinstance(found.rule, BrokenRows) else None
