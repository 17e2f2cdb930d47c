"""More words for what other phrases speak of: to flag, whom, comparisons, links."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, about, not_

phrase = Phrases()

_TO_FLAG = (
    "point out | tell me about | tell me | let me know about | let me know of | let me know | raise an "
    "alert for | raise an alert on | raise an alarm for | raise a flag for | raise a flag on | i want to "
    "see | i would like to see | we would like to see | i want to know about | i need to see | let me "
    "see | we want to see | we need to see | bring up | pick out | single out | call out | give me a "
    "list of | i need a list of | we need a list of | get me | fetch | retrieve | display | surface | "
    "spot | alert me to | warn about | warn me about | notify me of | notify me about | send me | extract "
    "| pull up | track down | look out for | watch out for | flag up | draw attention to | call attention "
    "to | isolate | expose | reveal | tag | uncover | list out | name | i am looking for | we are looking "
    "for | please list | please show | i want a list of | produce a list of | print | write out | locate "
    "| discover | hunt for | hunt down | bring me | alert us to | tell us about | tell us | show us | "
    "give us | let us know about | warn us about | be alerted to | highlight for me | mark for review | "
    "put on the list | collect | return me | query | check whether there are | see whether there are | "
    "see if there are | check if there are | find out whether there are | complain about | filter out | "
    "hand me | list me | object to | point me to | print out | pull out | sort out | (alert|warn|notify|"
    "tell|inform) (me|us) [(of|about)] | let (me|us) know [(of|about)] | raise (an alert|an alarm|a flag|a "
    "warning) (for|on) | we need to (find|see|know) | (i|we) (need|want|would like) (to see|a list of|to "
    "find) | what we (need|want) is a list of"
)
phrase.widen("_flag", _TO_FLAG)
phrase.widen(
    "_do_flag", "tell me | let me know | show me | name | tell us | show us | give me | alert me to"
)
phrase.widen(
    "_them",
    "which ones | which | which they are | the ones | the culprits | the offenders | the guilty ones | "
    "the bad ones | the bad rows | the wrong ones | them all | whichever do not | which ones do not | "
    "which ones are not | the rows that do not | all rows that do not | those cases | the exceptions | "
    "where not | which rows | which of them | the ones that fail | the ones affected | the affected rows "
    "| those affected | all affected rows | whatever does not | whatever is not | each one that does not "
    "| each one that is not | every one that does not | every one that is not | every other row | each "
    "exception | any exception | any exceptions | any violation | any violations | any offenders "
    "| the ones without | those without | the rows without | those without one | the ones without one",
)
phrase.widen(
    "_ensure",
    "i want to be sure that | we want to be sure that | please ensure that | please make sure that "
    "| please make sure | please ensure | please verify that | please verify | please confirm that "
    "| see that | take care that | i expect that | i need that | i want that | it is important that "
    "| it is expected that | it is essential that | it is crucial that | it is vital that | it matters that | it is a "
    "must that | it is mandatory that | it is necessary that | we insist that | i insist that | we "
    "require that | we demand that | the rule is that | the rule is : | our rule is that | our "
    "policy is that | the policy is that | by policy | per policy | by contract | by law | by "
    "definition | as agreed | it is our policy that | be sure that | we must be certain that | we "
    "have to be sure that | we need to be sure that | we need to know that | validate | "
    "double-check that | double check that | from now on | going forward | one rule : | simple rule "
    ": | rule of thumb : | note that | remember that | keep in mind that | bear in mind that | it "
    "is key that | it has to hold that | it should hold that | it should always hold that | it "
    "always holds that | it should be the case that | it must be the case that | it has to be the "
    "case that | it must be ensured that | it has to be ensured that | it must be guaranteed that | "
    "it has to be guaranteed that | in our data | in our books | in this data | in this dataset | "
    "in the data",
)
phrase.widen(
    "_gt",
    "further than | farther than | pricier than | costlier than | more expensive than | stronger than | "
    "broader than | exceeding | surpassing | north of | any higher than | any larger than | any more than "
    "| any longer than | any greater than | any older than | any bigger than | any heavier than",
)
phrase.widen(
    "_ge",
    "a minimum value of | not fewer than | at the very least | at the least | a minimum length of | "
    "greater than or equals | bigger than or equal to | no smaller a value than | as a minimum",
)
phrase.widen(
    "_lt",
    "nearer than | closer than | weaker than | less expensive than | south of | any lower than | any less "
    "than | any smaller than | any shorter than | any younger than",
)
phrase.widen(
    "_le",
    "a maximum value of | at the very most | at the most | capped at | no further than | no older than | "
    "no heavier than | not exceed | no more expensive than | as a maximum | smaller than or equals",
)
phrase.widen(
    "_wrong",
    "a red flag | a warning sign | not what we want | out of the question | nothing we want | not right | "
    "not in order | not good | a bug | a nuisance | unreasonable | inadmissible | unlawful | a violation "
    "| a breach | against the rules | against our policy | taboo | off limits | a no-go",
)


# Answers to a question --------------------------------------------------------------------------


@phrase(
    "remark",
    "if (so|not|yes|no|any|there are any|there are) [,] _do_flag _them",
    "if (so|not|yes|no|any) [,] which [ones|rows] [?]",
    "if not [,] [please] _do_flag <rows>",
)
def tell_which(*rows: RowSet) -> Modifier | None:
    """If not, tell me which ones: what breaks the rule is flagged."""
    return None if any(each.where is not None for each in rows) else remark("flag-them")


# Although it --------------------------------------------------------------------------------------


@phrase("rows", "<rows> [,] (although|though|even though|but|while) (they|it|he|she) <rowvp>")
def although_it(found: RowSet, told: Predicate) -> RowSet | None:
    """Customers whose limit is 0 although they have a representative."""
    return found.that(told) if found.where is not None else None


# Values that are so --------------------------------------------------------------------------------


@phrase(
    "stmt",
    "[any|every|each|all] <cell> [values] (that|which) <vp> (must|should) be _looked_at",
    "[any|every|each|all] <cell> [values] <adj> (must|should) be _looked_at",
    "[any|every|each|all] <cell> [values] (that|which) <vp> _be to be _looked_at",
    cost=0.05,
)
def looked_at(subject: Value, told: Predicate) -> Statement:
    """Codes that do not start with T should be flagged."""
    return rule(not_(about(told, subject)), subject=subject)


@phrase("cell", "<cell> _stored", cost=0.1)
def stored(cell: Any) -> Any:
    """The points awarded."""
    return cell


phrase.words(
    "_stored",
    "awarded | granted | charged | observed | measured | on record | in the system | in the data | on "
    "file | as entered | as recorded | we store | we have | we keep | we hold | it has | they have | "
    "shown | reported | listed in this table",
)
