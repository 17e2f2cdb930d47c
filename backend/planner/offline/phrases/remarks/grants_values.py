"""Phrases for what a second sentence grants of values: they may stay the same, others may be there."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Constant, Missing, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, not_

phrase = Phrases()

# It may stay the same ---------------------------------------------------------------------------

phrase.words(
    "_may_well", "(may|can|might|could|is allowed to|are allowed to) [of course|also|well|however]"
)
phrase.words(
    "_unmoved",
    "(stay|remain|stand|keep|be) (the same|level|unchanged|flat|constant|equal|still|where it is|as it is|put) | "
    "stay | not change | stand still | repeat | repeat itself | be repeated | be the same as before | "
    "stay the same as before | have the same value twice | stay at the same (value|level|height|number)",
)
phrase.words(
    "_staying",
    "(staying|remaining|standing|keeping) (the same|level|unchanged|flat|constant|equal|still|where it is|put) | "
    "standing still | (a|any) standstill | no change | no change at all | (a|any) repeat | repeats | repeated values | "
    "a repeated value | (two|several) equal values in a row | equal neighbours",
)
phrase.words(
    "_so_granted",
    "(is|are) [also|of course|perfectly|still|quite] (fine|ok|okay|allowed|all right|alright|acceptable|permitted|accepted|"
    "no problem|not a problem|no error|not an error|tolerated|possible|good enough) [too|as well|here]",
)


@phrase(
    "remark",
    "[but|though|although|and] (it|they|this|that|the value|values|the values) _may_well _unmoved [from one row to the next|for a while|in between]",
    "[but|though|although|and] (it|they|this|that) need not [always] (change|move|rise|fall|grow|increase|decrease|go up|go down)",
    "[but|though|although|and] _staying _so_granted",
    cost=0.0,
)
@phrase("remark", "[but|though|although|and] <cell> _may_well _unmoved", cost=0.05)
def may_stay(*of: Value) -> Modifier:
    """It may stay the same."""
    return remark("may-stay", values=of)


# Others may be there as well ----------------------------------------------------------------------

phrase.words(
    "_other_ones",
    "[any|some] (other|further|more|additional) (values|ones|entries|texts|words|codes|names|kinds|items|things|rows|options) | "
    "others | [any|some] others | more | (another|any other) (value|one|entry|text|word|code|name)",
)
phrase.words(
    "_occur_too",
    "(may|can|might|could) [also|well|as well] (occur|appear|exist|be there|be in it|be present|stand there|turn up|show up|be used|"
    "be contained|be included|come up) [there|in it] [too|as well|besides|in addition] | (is|are) [also] (fine|ok|okay|allowed|permitted|"
    "acceptable|accepted|welcome|all right|alright|no problem|tolerated) [too|as well|besides]",
)


@phrase("remark", "[but|and] [besides|in addition] _other_ones _occur_too", cost=0.02)
@phrase(
    "remark",
    "[but|and] there (may|can|might|could) [also|well] be _other_ones [too|as well|besides|in addition]",
    cost=0.02,
)
@phrase(
    "remark",
    "[but|and] [any|some] (other|further|more|additional) <cell> [values] _occur_too",
    "[but|and] _other_ones _occur_too in <cell>",
    cost=0.05,
)
def others_too(*of: Value) -> Modifier:
    """Other values may occur as well."""
    return remark("others-too", values=of)


@phrase(
    "remark",
    "[but|and] (it|they|each|every <noun>|<noun>) (may|can) [also] (have|hold|contain|include) _other_ones [too|as well|besides]",
    cost=0.02,
)
def has_others(*rows: RowSet) -> Modifier | None:
    """It may have others too."""
    is_plain = all(each.where is None for each in rows)
    return remark("others-too", texts=("have",)) if is_plain else None


@phrase(
    "remark",
    "nothing else (is|may be|can be) (allowed|permitted|valid|accepted|used|there|possible)",
    "nothing else (may|can|must|should) (show up|occur|appear|be used|be there|be in it|exist|come up)",
    "[any] other (values|value|entries|ones) (are|is) (not|never) (allowed|permitted|valid|accepted)",
    "(no other|no further) (values|value|entries|ones) (are|is) (allowed|permitted|valid|accepted)",
)
def none_else() -> Modifier:
    """Nothing else is allowed, where the rule says so anyway."""
    return remark("none-else")


@phrase("remark", "no others [(are|is) (allowed|permitted|valid|accepted)]")
def no_others() -> Modifier:
    """No others: of the values, or of the rows."""
    return remark("none-else", texts=("others",))


# Case, told in a clause ---------------------------------------------------------------------------


@phrase(
    "remark",
    "[even] (when|if|once|as soon as|after|with) _the_case (is|are) [being] (ignored|disregarded|left aside|not considered|"
    "not taken into account|neglected|set aside)",
    "[even] (when|if|once|after|where) (you|we|one) (ignore|ignores|disregard|disregards|leave aside|pass over) _the_case",
    "[even] (when|if) they differ [only|just|merely] (in|by) _the_case",
    "not even (when|if) they differ [only] (in|by) _the_case",
    "with _the_case (ignored|disregarded|left aside|set aside)",
    cost=0.02,
)
def case_left_aside() -> Modifier:
    """When upper and lower case are ignored."""
    return remark("ignore-case")


# One of several, once more ------------------------------------------------------------------------

phrase.words(
    "_so_many_of_them",
    "of them | of these | of those | among them",
)


@phrase(
    "remark",
    "there (must|should|has to|needs to) [always] be (at least one|one at least|one or more) [_so_many_of_them|of [the|these|those] <number>]",
    "at least one [_so_many_of_them|of [the|these|those] <number>] (must|should|has to|needs to) (be there|be given|be filled|be filled in|"
    "be present|exist|be known|be set|be recorded)",
    "at least one [_so_many_of_them|of [the|these|those] <number>] (is|would be) (needed|required|necessary|mandatory|obligatory|a must)",
    "(we|they|you) need at least one [_so_many_of_them|of [the|these|those] <number>]",
    cost=0.02,
)
def one_of_several(*count: Constant) -> Modifier | None:
    """There must be at least one of the three."""
    number = count[0].value if count else None
    is_count = number is None or (isinstance(number, int) and number > 1)
    return remark("one-of-several", number=number) if is_count else None


@phrase(
    "remark",
    "[but|and] (having|giving|entering|filling|filling in) (both|all|all of them|both of them|more than one|two|several) _so_granted",
    "[but|and] (both|all of them|both of them|all three|both together|more than one|more than one of them) _so_granted",
    "[but|and] (one|one of them|one of the two|one of the three|either|either of them|either one|any one of them|any one) (is|will be|would be) (enough|sufficient|"
    "plenty|good enough)",
    "[but|and] (one|one of them|one of the two|either|either of them) (suffices|will do|does)",
    "(either|one) (is|will be) enough",
    cost=0.03,
)
def one_is_enough() -> Modifier:
    """One of the two is enough; having both is fine."""
    return remark("one-of-several")


# Values that are allowed --------------------------------------------------------------------------

phrase.words(
    "_may_still", "(may|can|might|could|is allowed to|are allowed to) [well|also|of course|still]"
)
for _values, _words, _verb in (
    ("-1", "negative|below zero|below 0|less than zero|under zero", "be (negative|below zero|below 0|less than zero|under zero)"),
    ("1.5", "decimal|fractional", "(have|contain|hold|use) (decimals|decimal places|a fraction|fractions|digits after the point|a decimal point)"),
    ("0", "zero", "be (zero|nought|nil)"),
):  # fmt: skip

    @phrase(
        "remark",
        f"[but|and] (it|they|this|values|numbers|the value|the number) _may_still {_verb}",
        f"[but|and] ({_words}) (values|numbers|amounts|ones|figures|entries) _so_granted",
        f"[but|and] ({_words}) _so_granted",
        cost=0.03,
    )
    def may_be_so(value: str = _values) -> Modifier:
        """It may be negative."""
        return remark("may-be", number=float(value))

    @phrase("remark", f"[but|and] <cell> _may_still {_verb}", cost=0.06)
    def cell_may_be_so(of: Value, value: str = _values) -> Modifier:
        """The balance may be negative."""
        return remark("may-be", number=float(value), values=(of,))


@phrase(
    "remark",
    "[but|and] [listed|named|given|there] in (any|whatever|whichever) (order|sequence)",
    "the order (does not matter|is free|is of no importance)",
    cost=0.03,
)
def any_order() -> Modifier:
    """In any order."""
    return remark("any-order")


@phrase(
    "remark",
    "[but|and] (a|an|each|every|any) <noun> (need not|does not need to|does not have to|needs not) have (one|it|any)",
    cost=0.03,
)
@phrase(
    "remark",
    "[but|and] <noun> without (one|it|any) _so_granted",
    "[but|and] <noun> (need not|do not need to|do not have to) have (one|it|any)",
    cost=0.03,
)
def need_not_have(rows: RowSet) -> Modifier | None:
    """A trip need not have one."""
    return remark("need-not-have") if rows.where is None else None


@phrase("stmt", "<cell> _may_lack [,|;] (but|yet|while|whereas|however|and) <stmt>", cost=0.1)
def optional_then(of: Value, told: Statement) -> Statement:
    """Driver may be empty, but region must be filled."""
    asked = told.rule if isinstance(told.rule, BrokenRows) else None
    if asked is not None and asked.where is not None and asked.must == not_(Missing(of=of)):
        return told  # it may be empty, but not in such rows
    spared = remark("empty-column-fine", values=(of,))
    return told.model_copy(update={"remarks": (*told.remarks, spared)})


@phrase(
    "remark",
    "[but|and|while] <cell> need not [be]",
    "[but|and|while] <cell> (does|do) not have to be",
    "[but|and|while] <cell> _may_lack",
    cost=0.05,
)
def need_not_be(of: Value) -> Modifier:
    """Mail need not be."""
    return remark("empty-column-fine", values=(of,))


# What is no part of it ----------------------------------------------------------------------------


@phrase(
    "remark",
    "[but|and] <cell> (is|are) (no|not|not a|never) part of (it|this|that|them|the sum|the total|this sum|this total)",
    "[but|and] <cell> (is|are) not (included|contained|counted|added|part) [in (it|this|that|the sum|the total)]",
    "[but|and] <cell> (does|do) not (belong to|count towards|count for|go into|enter into|enter|add to|count in) (it|this|that|the sum|the total)",
    "[but|and] <cell> (must|should|may) not be (included|counted|added|counted in|added in|part of it)",
    "(not counting|not including|excluding|without|exclusive of|leaving out) <cell>",
    "[but|and] <cell> (comes|come|goes|go) (on top|extra|on top of (it|that|this))",
    "leave <cell> out [of (it|this|that)]",
    cost=0.05,
)
def no_part(of: Value) -> Modifier:
    """Freight is not part of it."""
    return remark("no-part", values=(of,))


# Any way of writing -------------------------------------------------------------------------------

phrase.words(
    "_any_way",
    "in any (format|form|way|notation|style|layout|date format|date form|number format|date style|time format|date notation|language)",
)


@phrase(
    "stmt",
    "<cell> (may|can|might) be (written|given|noted|entered|put down|stored|typed|recorded|in|kept|noted down) _any_way [,|;|.] but "
    "(it|they) <must_do>",
    "<cell> (may|can|might) be _any_way [,|;|.] but (it|they) <must_do>",
    cost=0.02,
)
@phrase(
    "stmt",
    "_any_way_is_fine (in|for) <cell> [,|;|.] but (it|they) <must_do>",
    cost=0.02,
)
def in_any_way(of: Value, told: Any) -> Any:
    """It may be written in any date format, but it has to be a real date."""
    from backend.planner.offline.phrases.sentences.rules import rule
    from backend.rules.phrasing import about

    found = rule(about(told, of), subject=of)
    written = remark("any-way-written", values=(of,))
    return found.model_copy(update={"remarks": (*found.remarks, written)})


phrase.words(
    "_any_way_is_fine",
    "any (format|form|notation|style|layout|date format|way of writing) (is|are) (fine|ok|okay|allowed|accepted|acceptable|all right)",
)
