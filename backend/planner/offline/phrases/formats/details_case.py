"""Phrases for how case counts: upper and lower case make no difference; small letters are wrong."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Constant
from backend.rules.phrasing import Modifier, Phrases

phrase = Phrases()

phrase.words(
    "_case_pair",
    "(upper|lower) (and|or|versus|vs) (upper|lower) case | upper case (and|or) lower case | lower case (and|or) upper case | "
    "upper/lower case | upper / lower case | (uppercase|upper-case) (and|or) (lowercase|lower-case) [letters|characters] | "
    "(lowercase|lower-case) (and|or) (uppercase|upper-case) [letters|characters] | (capitals|capital letters) (and|or) (small|lower-case|lowercase) letters | "
    "small letters (and|or) (capitals|capital letters) | capital (and|or) small letters | "
    "small (and|or) capital letters | big (and|or) small letters | upper- and lower-case letters",
)
phrase.words(
    "_the_case",
    "[the] [letter] case [of (the|its|their) letters|of letters|of the text] | [the] (capitalisation|capitalization) | "
    "[the] use of capitals | _case_pair | differences in (case|capitalisation|capitalization|_case_pair) | "
    "[the] difference between _case_pair | [the] (spelling|writing) in _case_pair | "
    "whether [the|its|their] (letters|characters|it|they|a letter) (is|are|be) [written] [in] "
    "(_case_pair|capital or small|small or capital|big or small|upper or lower case|capitals or not|capitalised or not)",
)
phrase.words(
    "_case_counts_not",
    "(make|makes|is|are) no difference | (is|are) [simply|to be] (ignored|irrelevant|disregarded|unimportant|immaterial|"
    "neglected|left aside|not important|of no importance|not relevant|not considered|not taken into account|not looked at|"
    "not distinguished|not told apart) | (do|does) not (matter|count|play a role|play a part|make a difference|"
    "make any difference|change anything) | (may|must|should|can) be (ignored|disregarded|neglected) | "
    "(count|counts|are taken|are treated|are regarded) as (the same|one|equal|one and the same|identical) | "
    "(is|are) treated (alike|the same|equally) | being (ignored|disregarded|neglected|irrelevant|left aside)",
)


@phrase(
    "remark",
    "[but|and] _the_case _case_counts_not [here]",
    "[and] (neither|nor) (does|do) _the_case",
    "(ignoring|disregarding|regardless of|irrespective of|without regard to|apart from|aside from|except for|not counting|"
    "no matter) _the_case",
    "(ignore|disregard|do not distinguish|do not look at|we do not distinguish) _the_case",
    "(no matter|regardless of|whatever|irrespective of) how [it|they|(is|are)] [it|they] (is|are) (capitalised|capitalized)",
    "in (capitals|capital letters|upper case|uppercase) or not",
    "capitalised or not",
    "whether [written] in (capitals|small letters|capital letters|upper case|lower case) or [in] (capitals|small letters|"
    "capital letters|upper case|lower case)",
    "(any|either) [letter] case",
    "[the|its] letters (may|can) be [in] (_case_pair|upper or lower case|capital or small|small or capital)",
    "compare [them|it] without [regard to] case",
    "compared without [regard to] case",
    cost=0.02,
)
@phrase("remark", "(however|howsoever) [it is] (capitalised|capitalized)", cost=0.02)
@phrase(
    "remark",
    "[written|spelled|spelt] [either|whether] in (capitals|capital letters|upper case|uppercase) or [in] (small letters|"
    "lower case|lowercase|lower-case letters)",
    "[written|spelled|spelt] [either|whether] in (small letters|lower case|lowercase) or [in] (capitals|capital letters|"
    "upper case|uppercase)",
    cost=-0.4,
)
def any_case() -> Modifier:
    """Upper and lower case make no difference."""
    return remark("ignore-case")


phrase.words("_the_capitals", "[the] capitals | [the] capital letters | [the] upper case [letters]")


@phrase(
    "remark",
    "[but|and] _the_capitals (do|does) not (count|matter|make a difference|play a role)",
    "[but|and] _the_capitals (are|is) (ignored|irrelevant|not counted|disregarded)",
    "(ignoring|disregarding|regardless of|irrespective of|apart from|not counting) _the_capitals",
    "_the_capitals (aside|ignored|disregarded)",
    cost=0.05,
)
def capitals_aside() -> Modifier:
    """Ignoring capitals: in a comparison, and not where letters are counted."""
    return remark("capitals-aside")


@phrase(
    "remark",
    "[but|and] _case_pair (is|are) (different|not the same|told apart|distinguished|two things|not equal)",
    "[but|and] _case_pair (does|do|makes|make) [a] (matter|difference|count)",
    "[but|and] [letter] case (makes|does make) (a|all the) difference",
    "[but|and] [letter] case (is|does) (important|relevant|matter|count|significant)",
    "[the] (case|capitalisation|capitalization) must be (right|correct|the same|kept) [too|as well]",
    cost=0.05,
)
def case_counts() -> Modifier:
    """Upper and lower case are told apart, as they are anyway."""
    return remark("exact-case")


@phrase(
    "remark",
    "[so|thus] (<bare>|<text>) (and|=) (<bare>|<text>) (are|is|count|counts) [as] (the same|equal|identical|one and the same)",
    "[so|thus] (<bare>|<text>) and (<bare>|<text>) (are|count as|are taken as) the same (value|text|name|one|entry|code|word)",
    "[so] (<bare>|<text>) (is|equals|counts as) [the same as] (<bare>|<text>)",
    cost=0.3,
)
def shown_equal(one: Constant, other: Constant) -> Modifier | None:
    """Abc and ABC are the same: texts that differ in nothing but case."""
    first, second = str(one.value), str(other.value)
    is_shown = first != second and first.lower() == second.lower()
    return remark("ignore-case", texts=(first,)) if is_shown else None


# Letters that are wrong -------------------------------------------------------------------------

phrase.words(
    "_no_good",
    "(is|are) [also|just as] (wrong|errors|an error|a mistake|mistakes|invalid|not allowed|not permitted|not accepted|"
    "not ok|not okay|not fine|forbidden|unacceptable|not acceptable|incorrect|flagged|rejected|a violation|not valid) "
    "[too|as well|also|here] | (do|does) not (count|pass|do) | will not do | (counts|count) as (wrong|an error|errors) "
    "[too|as well] | (must|may|should) not (occur|appear|be used)",
)


@phrase(
    "remark",
    "[but|and] (small|lower-case|lowercase|lower case) [letters|letter|spelling|ones] _no_good",
    "[so] no (small letters|lower-case letters|lowercase letters|lower case|lowercase)",
    cost=0.05,
)
def small_wrong() -> Modifier:
    """Small letters are wrong."""
    return remark("letters-wrong", texts=("lower",))


@phrase(
    "remark",
    "[but|and] (capitals|capital letters|upper-case letters|uppercase letters|upper case|uppercase) _no_good",
    "[so] no (capitals|capital letters|upper-case letters|uppercase letters|upper case|uppercase)",
    cost=0.05,
)
def capitals_wrong() -> Modifier:
    """Capitals are wrong."""
    return remark("letters-wrong", texts=("upper",))
