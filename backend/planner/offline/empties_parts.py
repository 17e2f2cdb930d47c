"""The parts of a remark on empty cells: which cells or rows are empty, when, and what they mean.

They are fragments of regular expressions, as ``empties_words`` has them; their named groups hold
what is empty.
"""

from __future__ import annotations

from backend.planner.offline.empties_words import (
    ATTRIBUTE,
    CELLS,
    DETERMINER,
    EMPTY_ONES,
    ROWS,
    SOME_IDLE,
    STATE,
    UNKNOWN_MEANT,
    one_of,
)

WORD = r"(?:~[^ ]+)"
"""A word that no remark on empty cells is made of: it may be a noun for a column, or for rows."""
KNOWN_NOUNS = one_of(
    "dates?|values?|entry|entries|figures?|numbers?|names?|codes?|readings?|address"
)
NOUN = f"(?:@\\d+|{WORD}(?: {KNOWN_NOUNS})?|{KNOWN_NOUNS})"
THING = f"(?:{DETERMINER} )?{NOUN}"
AGAIN = f"(?: without| with no| no| {ATTRIBUTE}| an? {ATTRIBUTE})?"
THINGS = f"{THING}(?:(?: ,)?(?: (?:or|and|nor|and/or))?{AGAIN} {THING}){{0,3}}"
PART = one_of(
    r"(?P<many>any|either|at least one|one|one or more|one or both|one or the other|some|all|both)"
    r"(?: one)?"
    r"(?: of (?:the|these|those|them|its|his|her|their)(?: (?P<number>two|three|four|five|six))?"
    r"(?: (?:columns|cells|values|fields|numbers|figures|parts|sides|dates|of them))?"
    r"| (?:column|cell|value|field|side))?",
)
IT = one_of("it|they|this|that|the cell|the value|a cell|a value|the field|the entry|one")
_GAP = (
    "(?:(?:a|an|any) )?(?:gaps?|blanks?|nulls?|(?:empty|blank|missing) (?:cells?|values?|fields?))"
)
EMPTY = f"(?:{DETERMINER} )?(?P<void>{ATTRIBUTE}(?: (?:or|and|/) {ATTRIBUTE})?)"
LEFT = f"(?:left )?(?P<state>{STATE})"
CELLS_EMPTY = one_of(
    f"{EMPTY} (?:(?P<own>{CELLS})(?: in (?P<in_column>{THING}))?|(?P<of>{THINGS}(?: {CELLS})?))",
    f"(?:{DETERMINER} )?(?P<ones>{EMPTY_ONES})",
    "(?:a|an|any) (?:blank|empty cell|missing value|empty value|empty field) in "
    f"(?P<blank_in>{THINGS})",
    f"(?P<left_of>{THINGS}) (?:(?:that|which) (?:are|is|were|was) )?{LEFT}",
    f"(?:some|many|a few)(?: cells| values| rows| of them)? (?:are|is) {LEFT}(?: [,;.])? "
    "(?:and|but|which|those|these|they|but those|but that|and that)",
    f"{_GAP} in {PART}",
    "(?P<own_without>(?:cells|fields|values) without (?:a|any) (?:value|content|entry))",
)
HAVING_NONE = one_of(
    f"(?:having|with|to have) no (?P<none_of>{THING})",
    "having none|none",
    f"(?:lacking|being without|without|not having|the absence of|a lack of) (?P<lack_of>{THING})",
)
AT_ALL = "(?: (?:at all|whatsoever|yet|so far|on file|in it))?"
WITHOUT = one_of(
    "(?:without|with no|with neither|lacking|(?:that|who|which) lacks?|missing) "
    f"(?P<without>{THINGS}){AT_ALL}",
    f"(?:that|who|which) (?:has|have|had) (?:still )?(?:no|neither) (?P<has_no>{THINGS}){AT_ALL}",
    f"(?:that|who|which) (?:do|does|did) not (?:yet )?have (?:a|an|any|the|their|its) "
    f"(?P<has_not>{NOUN}){AT_ALL}",
    f"(?:has|have|had) (?:still )?no (?P<whoever_no>{THINGS}){AT_ALL}",
    f"(?:do|does|did) not (?:yet )?have (?:a|an|any) (?P<whoever_not>{NOUN}){AT_ALL}",
    f"(?:whose|where|wherever|in which|for which|for whom|of which|on which|when|if) "
    f"(?:(?P<whose>{THINGS})|{PART}|it|they) (?:is|are|was|were|be) {LEFT}",
    f"(?:(?:that|who|which) )?(?:(?:have|has|had) )?(?:left|leaves?) "
    f"(?:it|(?P<left>{THINGS})) (?:blank|empty)",
    f"with {EMPTY} (?P<with_of>{THINGS})",
    f"(?:with|having) {PART} {LEFT}",
    f"(?:with|that have|that has|having) (?:nothing|no value|no entry|an empty cell|a blank) in "
    f"(?P<nothing_in>{THINGS})",
    "(?:(?:that|who|which) )?(?:(?:are|is|was|were|have|has)(?: been)? )?(?:not yet|not|never) "
    r"(?:been )?(?:yet )?(?P<undone>@\d+)(?: yet| so far)?",
)
ROWS_EMPTY = f"(?:{DETERMINER} )?(?P<rows>{ROWS}|{WORD}) {WITHOUT}"
IF = "(?:if|when|whenever|where|wherever|in case|as long as|while|should|once)"
IF_EMPTY = one_of(
    f"{IF} (?:(?P<if_of>{THINGS})|{PART}|(?P<if_it>{IT})) (?:is|are|be|was|were) "
    f"(?:still |left |completely |just )?(?P<state>{STATE})",
    f"{IF} (?:there is|there are|(?:{DETERMINER} )?(?:it|{ROWS}|{WORD}) (?:has|have|had)) "
    f"(?:(?:no|none of the) (?P<if_no>{THINGS})|none){AT_ALL}",
    f"{IF} (?:nothing|no value|no entry) (?:is|was) "
    "(?:entered|given|recorded|there|known|filled in|written|noted)",
)
MEANS = (
    f"(?:(?: ,)? {SOME_IDLE}(?:means?|stands? for|=)(?: that)? "
    f"(?:{UNKNOWN_MEANT}|(?P<meant>[a-z~_' -]{{1,40}}))(?: ,| (?:and|so)| , (?:and|so)) )"
)
REASON = (
    r"(?:(?: [,;:-])? (?P<because>because [^,;]+)"
    r"| [,;:-] (?P<reason>(?:that|this|the|such an?|it|they|these|those) [^,;]+))?"
)
PRONOUN = one_of(
    "it|that|this|they|these|those|the row|the record|the #|such a #|such #|such rows|the line"
    "|which|the rows|the whole row",
)
THEM = one_of(
    "it|them|this|that|these|those|the row|the rows|the #|such #|such a #|such rows|these rows"
    "|those rows|the record|the line|the whole row",
)
HIM = f"(?:{THEM}|the {WORD})"
OPTIONAL = one_of(
    f"(?:(?P<not_needed>{THING})|it|they) (?:is|are) {SOME_IDLE}"
    "(?:optional|voluntary|not (?:required|mandatory|compulsory|obligatory|needed|necessary))",
    f"(?:(?P<need_not>{THING})|it|they) (?:needs? not|(?:do|does) not (?:have|need) to) be "
    "(?:filled in|filled|given|present|there|entered|known|set|provided)",
    f"(?:(?P<may_be>{THING})|it|they|the cell|the field) (?:may|can|might|(?:is|are) allowed to) "
    f"{SOME_IDLE}(?:be|stay|remain|be left) {SOME_IDLE}{STATE}",
    f"(?:{DETERMINER} )?(?P<rows>{ROWS}|{WORD}) (?:(?:may|can|might) {SOME_IDLE}(?:have no|lack)"
    "|(?:need|needs) not (?:to )?have|(?:do|does) not (?:have|need) to have|(?:do|does) not need) "
    f"(?P<may_lack>{THINGS}){AT_ALL}",
    "(?:if|when|where|as far as|as long as|in so far as|provided) (?:(?:it|they|that) "
    "(?:is|are|was|were) )?(?:given|present|filled in|filled|there|known|recorded|entered)"
    "(?: at all)?",
)
SOME_HAVE_NONE = (
    f"(?:some|many|several|a few|most) (?P<rows>{ROWS}|{WORD}) (?:simply |just |still )?"
    f"(?:have|has|had) no (?P<some_no>{THINGS}){AT_ALL}"
)
THERE_ARE = one_of(
    f"(?:we (?:also )?have|there are) (?:some|a few|many|several|also) (?P<rows>{ROWS}|{WORD}) "
    f"{WITHOUT}",
)
NOT_EVEN = one_of(
    f"no (?:empty|missing|null) {CELLS}(?: (?:is |are )?(?:allowed|accepted|permitted|tolerated))?",
    "(?:not|never) (?:empty|blank|null|missing)",
    "(?:none|none of (?:them|these|those)) (?:may|must|can|should|is allowed to) be (?:left )?"
    f"{STATE}",
)
LEAD = "(?:(?:and|but|with|though|of course(?: ,)?|note that|however(?: ,)?|please|here) )?"
