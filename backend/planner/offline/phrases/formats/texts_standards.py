"""Phrases for texts that must keep to a named format: it passes the check, it meets the standard."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import How, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, not_

phrase = Phrases()

phrase.words(
    "_valid",
    "genuine | authentic | legitimate | possible | formally (correct|valid) | correctly (formed|formatted|spelled|"
    "built|structured) | properly (formed|formatted|written|built|structured) | wellformed | syntactically correct | "
    "structurally (valid|correct) | conforming | permissible",
)
phrase.words(
    "_ill_formed",
    "invalid | malformed | ill-formed | ill formed | faulty | broken | badly formed | incorrectly (formed|formatted|"
    "written) | wrongly formed | improper",
)
phrase.words(
    "_keep_to",
    "(conform|conforms|conforming|adhere|adheres|adhering|correspond|corresponds|keep|keeps|stick|sticks) to | "
    "(comply|complies|complying|agree|agrees|accord) with | meet | meets | satisfy | satisfies | obey | obeys | "
    "respect | respects | fulfil | fulfils | fulfill | fulfills | follow | follows | observe | observes | "
    "(be|is|are) in (line|accordance|conformity|keeping) with | (be|is|are) (compliant|conformant) with | "
    "(be|is|are) according to | (be|is|are) written according to | (be|is|are) built according to",
)
phrase.words(
    "_its_rules",
    "standard | standards | specification | spec | rules | rule | syntax | layout | scheme | convention | "
    "conventions | notation | requirements | structure | definition | format | pattern | form",
)
phrase.words("_its_check", "check | test | validation | verification | format check | syntax check")

# Kept or not --------------------------------------------------------------------------------------


@phrase("verb", "_keep_to <format> _its_rules", cost=0.03)
@phrase(
    "verb", "(follow|follows|conform to|conforms to|comply with|complies with) <format>", cost=0.05
)
@phrase(
    "verb", "_keep_to [official|usual|general] _its_rules (of|for) [_valid] <format>", cost=0.03
)
@phrase(
    "verb", "(have|has) (structure|shape|layout|syntax|make-up) of [_valid] <format>", cost=0.03
)
@phrase("verb", "(pass|passes) [as] [_valid] <format>", cost=0.05)
@phrase("verb", "(pass|passes) <format> _its_check", cost=0.03)
@phrase("verb", "(pass|passes) _its_check (for|as) [_valid] <format>", cost=0.03)
@phrase("verb", "(qualify|qualifies|count|counts) as [_valid] <format>", cost=0.03)
@phrase(
    "adj", "(acceptable|usable|recognisable|recognizable|recognised|valid) as [_valid] <format>"
)
@phrase(
    "adj",
    "compliant with <format> _its_rules",
    "(written|given|expressed|encoded) in [_valid] <format>",
    cost=0.03,
)
@phrase("adj", "[_valid] <format> (that|which) passes (its|the) [own] _its_check", cost=0.03)
def keeps_to(name: str) -> Predicate:
    """Passes the IBAN check; conforms to the IBAN standard."""
    return _form(How.FORMAT, name)


@phrase("verb", "(fail|fails) <format> _its_check", cost=0.03)
@phrase("verb", "(fail|fails) _its_check (for|as) [_valid] <format>", cost=0.03)
@phrase(
    "verb",
    "(violate|violates|break|breaks|deviate from|deviates from|depart from|departs from) <format> _its_rules",
    cost=0.03,
)
@phrase(
    "verb", "(violate|violates|break|breaks|offend|offends) _its_rules (of|for) <format>", cost=0.03
)
@phrase("adj", "_ill_formed <format>", "no _valid <format>", cost=0.03)
@phrase("verb", "(is|are|be) no <format>", cost=0.03)
def departs_from(name: str) -> Predicate:
    """Fails the IBAN check; is an invalid IBAN."""
    return not_(_form(How.FORMAT, name))


# Who takes nothing else ---------------------------------------------------------------------------

phrase.words(
    "_we_take",
    "(accept|allow|permit|take|want|tolerate|store|admit|keep|use|enter|expect)",
)


@phrase(
    "stmt",
    "(we|our system|our database|system|database) only _we_take [_valid] <format> (in|as|for|under) <cell>",
    "(we|our system|our database) _we_take (only|nothing but|just) [_valid] <format> (in|as|for|under) <cell>",
    "<cell> (accepts|takes|allows|admits|permits) (only|nothing but|just) [_valid] <format>",
    "<cell> only (accepts|takes|allows|admits|permits) [_valid] <format>",
    cost=0.05,
)
def nothing_else(*parts: object) -> Statement:
    """We only accept valid IBANs in this column."""
    name = next(part for part in parts if isinstance(part, str))
    of: Value = next(part for part in parts if not isinstance(part, str))  # type: ignore[assignment]
    return rule(about(_form(How.FORMAT, name), of), subject=of)


# Codes that are told by their length --------------------------------------------------------------

_LETTERED = (
    "language_code", "language_code_3", "country_code", "country_code_3", "country_letters", "currency_code",
    "us_state_code", "iata_airport", "province_code", "us_zip_5", "us_zip_9",
)  # fmt: skip


@phrase("adj", "[_valid] <format>", cost=-0.3)
def lettered_code(name: str) -> Predicate | None:
    """A two-letter language code: rather than any two letters."""
    return _form(How.FORMAT, name) if name in _LETTERED else None


# Codes by what they stand for ---------------------------------------------------------------------

_CODES = {
    ("us_state", 2): "us_state_code", ("country", 2): "country_code",
    ("country", 3): "country_code_3", ("country_name", 2): "country_code", ("country_name", 3): "country_code_3",
}  # fmt: skip

for _size, _told in ((2, "two letter|2 letter"), (3, "three letter|3 letter")):

    @phrase("adj", f"[official|valid] ({_told}) [postal|official] <format>", cost=-0.6)
    def code_so_long(name: str, size: int = _size) -> Predicate | None:
        """The two-letter | abbreviation of a US state."""
        is_so_long = (name, size) in (
            ("us_state_code", 2), ("country_code", 2), ("language_code", 2), ("currency_code", 3),
        )  # fmt: skip
        return _form(How.FORMAT, name) if is_so_long else None

    @phrase(
        "adj",
        f"[official|valid] ({_told}) iso (code|abbreviation) (of|for) [each|every|any] (country|countries)",
        f"[official|valid] iso ({_told}) (code|abbreviation) (of|for) [each|every|any] (country|countries)",
        cost=-0.6,
    )
    def country_code(size: int = _size) -> Predicate:
        """A two-letter ISO code of a country."""
        return _form(How.FORMAT, _CODES["country", size])

    @phrase(
        "adj",
        f"[official|valid] ({_told}) [iso|postal|official] (code|abbreviation) (of|for) [_valid] <format>",
        f"[official|valid] (iso|postal|official) ({_told}) (code|abbreviation) (of|for) [_valid] <format>",
        cost=-0.6,
    )
    def code_for(name: str, size: int = _size) -> Predicate | None:
        """The two-letter abbreviation of a US state."""
        found = _CODES.get((name, size))
        return None if found is None else _form(How.FORMAT, found)
