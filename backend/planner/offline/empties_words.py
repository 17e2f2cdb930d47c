"""The words of a remark on empty cells: what is empty, what becomes of it, and what is idle.

They are fragments of regular expressions over a clause in lower case, in which columns stand as
``@0`` and the rows of a table as ``#``.
"""

from __future__ import annotations


def one_of(*words: str) -> str:
    """Any one of these wordings, which ``|`` separates."""
    return f"(?:{'|'.join(words)})"


IDLE = one_of(
    "also|too|just|simply|equally|likewise|perfectly|quite|still|then|always|explicitly|certainly",
    "therefore|here|of course|for now|absolutely|completely|entirely|all|totally|definitely",
    "as well|either|in this case|in that case|in such a case|again|though|however|naturally",
    "clearly|by the way|in this rule|in this check|altogether|obviously|similarly|plainly",
    "for this rule|for this check|for this|in our case|so far|as always|anyway|every bit",
    "for us|for me|to us|with us|by us",
    "(?:just |exactly )?(?:like|as) (?:an? )?(?:blanks?|empty(?: cells?| ones?)?|empties)"
    "(?: does| do)?",
)
SOME_IDLE = f"(?:{IDLE} )*"
END_IDLE = f"(?:(?: ,)? {IDLE})*"
DETERMINER = one_of(
    "an?|the|any|every|each|all|all the|such|such an?|its|their|his|her|our|your|my|these|those",
    "this|that|both",
)

# What is empty --------------------------------------------------------------------------------

ATTRIBUTE = one_of(
    "empty|blank|missing|null|absent|unfilled|unknown|unrecorded|void|lacking|nan|none-filled",
    "not given|not filled in",
)
EMPTY_ONES = one_of(
    "blanks|empties|nulls|blank|empty|missings|null|nothing(?: at all| entered)?|gaps?|missing",
)
STATE = one_of(
    "empty|blank|missing|null|absent|unfilled|unknown|void|lacking|nan|unrecorded|not available",
    r"not (?:yet )?(?:filled in|filled|given|known|there|present|recorded|set|entered|available"
    r"|provided|on file|stated|noted|reported)(?: yet| so far)?",
    "(?:empty|blank) or (?:null|missing|unknown)|missing or (?:empty|blank|unknown)",
)
CELLS = one_of(
    "ones?|cells?|values?|entry|entries|fields?|boxes|box|slots?|keys?|references?",
)
ROWS = one_of(
    "#|rows?|records?|lines?|entry|entries|cases?|items?|people|persons?|ones?|somebody",
    "anybody|everybody|everyone|anyone|someone|whoever|those|they|who",
)

# What becomes of it ---------------------------------------------------------------------------

_BE = one_of(
    "is|are|was|were|counts as|count as|remains?|would be|will be",
    "is considered|are considered|is regarded as|are regarded as|is taken as|is seen as",
    "are seen as|qualifies as|qualify as|is treated as|are treated as",
)
_GOOD = one_of(
    "fine|ok|okay|all right|alright|allowed|permitted|acceptable|accepted|admissible|tolerated",
    "valid|legal|legitimate|good|harmless|normal|no problem|okay with us|fine with us|fine by us",
    "fine by me|optional|tolerable|welcome|in order|no issue|good enough|unproblematic",
    "a valid entry|a valid answer|let through|to be accepted|to be tolerated|no concern",
)
_FAULT_NAMED = one_of(
    "errors?|problems?|mistakes?|faults?|issues?|violations?|defects?|failures?|offences?|breach",
    "finding|breach of the rule|violation of the rule|reason to flag(?: it| them)?|offenders?",
    "reason for a flag|matter for concern",
)
_FAULTY = one_of(
    "wrong|bad|invalid|incorrect|forbidden|prohibited|unacceptable|illegal|faulty|inadmissible",
    "flagged|reported|listed|to be flagged|to be reported|rejected|impermissible|shown",
    "counted as errors?|counted as wrong|counted as an error|considered wrong|marked",
    "considered an error",
)
_GOOD_DENIED = one_of(
    "allowed|permitted|acceptable|accepted|ok|okay|fine|tolerated|valid|right|good|good enough",
    "correct|all right|alright|admissible|legal|an option|enough|in order",
)
_CHECKED = one_of(
    "checked|judged|counted|considered|tested|looked at|compared|assessed|examined|evaluated",
    "relevant|of interest|our concern|the point|meant|affected|concerned|covered|included",
    "subject to (?:this|the) (?:rule|check)|taken into account|of any interest|in scope",
    "part of (?:this|the) (?:rule|check)|inspected|measured|rated",
)
_LEFT_OUT = one_of(
    "skipped|ignored|left out|left alone|left aside|left as (?:they are|it is)|excluded|excepted",
    "exempt|exempted|omitted|disregarded|passed over|spared|dropped|set aside|put aside|aside",
    "irrelevant|out of scope|outside (?:this|the) (?:rule|check)|another matter|excused",
    "a different matter|a separate matter|overlooked|left unchecked|unchecked|no concern here",
    "left out of it|left out of this|(?:left out of|not part of) the (?:count|counting|share)",
    "exempt from (?:this|the) (?:rule|check)|apart",
    f"not {SOME_IDLE}{_CHECKED}",
)
_MUST_BE = one_of(
    "must be|should be|has to be|have to be|is to be|are to be|needs to be|need to be|shall be",
    "will be|gets?|are to get|ought to be",
)
_NOT = one_of("not|never")
_DO = one_of("do|does|did|will|would|shall|should|must|can|could|may|need")
_RULE = one_of("the|this|our") + " " + one_of("rule|check|test|condition|requirement")

FINE = one_of(
    f"(?:{_BE}|may be|can be|to be) {SOME_IDLE}{_GOOD}",
    f"{_BE} {SOME_IDLE}(?:no|not an?|not any|not really an?|never an?) {_FAULT_NAMED}",
    f"{_BE} {SOME_IDLE}{_NOT} {SOME_IDLE}{_FAULTY}",
    f"(?:{_DO} {_NOT} {SOME_IDLE}(?:get|be)|(?:is|are) {_NOT} to be) (?:{_FAULTY})",
    f"{_DO} {_NOT} {SOME_IDLE}count as (?:an? )?(?:{_FAULT_NAMED}|wrong)",
    f"{_DO} {_NOT} {SOME_IDLE}(?:break|violate|breach|offend against) {_RULE}",
    f"(?:does|do) {_NOT} {SOME_IDLE}(?:hurt|harm|bother us|bother anybody)",
    "(?:may|can) (?:stay|remain|stand)(?: so| empty| blank| as (?:it is|they are)| like that)?",
    "pass|passes|is let through|are let through",
)
BARE_FINE = _GOOD
NO_HARM = one_of(
    f"(?:is|are) {SOME_IDLE}(?:fine|ok|okay|all right|alright|no problem|harmless|in order)",
    f"(?:is|are) {SOME_IDLE}(?:no|not an?) {_FAULT_NAMED}",
)
"""No chip is fine; but "no discount is allowed" forbids them."""
OUT = one_of(
    f"(?:{_BE}|{_MUST_BE}|can be|may be|stays?) {SOME_IDLE}{_LEFT_OUT}",
    f"{_DO} {_NOT} {SOME_IDLE}(?:count|matter|apply|concern us|play a part|take part)",
    f"(?:{_DO} {_NOT} (?:have to |need to )?|(?:is|are) {_NOT} to )be {_CHECKED}",
    "(?:stay|stays|remain|remains) (?:out|out of it|outside|unchecked)",
    f"{_BE} neither (?:counted|compared|judged|checked|tested|considered|looked at)"
    " nor (?:counted|compared|judged|flagged|reported|shown|checked|listed)",
    f"{_RULE} does not (?:apply|hold|concern)(?: to| for)? (?:it|them|those|these|such rows)",
)
BARE_OUT = _LEFT_OUT
BARE_BAD = f"(?:{SOME_IDLE}not {_GOOD_DENIED}|forbidden|prohibited|wrong|an error)"
BAD = one_of(
    f"{_BE} {SOME_IDLE}(?:as |no less )?(?:an? |the same )?(?:{_FAULT_NAMED}|{_FAULTY})",
    f"{_BE} {SOME_IDLE}{_NOT} {SOME_IDLE}{_GOOD_DENIED}",
    f"{_BE} {SOME_IDLE}(?:no good|no excuse|not an? (?:valid|proper|acceptable) \\w+)",
    f"(?:{_MUST_BE}) {SOME_IDLE}{_FAULTY}",
    f"{SOME_IDLE}(?:breaks?|violates?|breach|breaches) {_RULE}",
    f"(?:does|do|will) {_NOT} (?:do|pass|comply|count as (?:valid|correct))",
    f"{SOME_IDLE}fails?(?: {_RULE})?",
    f"(?:may|must|can|should) {_NOT} (?:occur|happen|be there|exist|be accepted|be allowed)",
)

# Orders ---------------------------------------------------------------------------------------

LEAVE_OUT = one_of(
    "skip|skipping|ignore|ignoring|leave out|leaving out|disregard|disregarding|exclude|omit",
    "excluding|omitting|pass over|passing over|drop|dropping|skip over|not counting|excepting",
    "do not (?:check|count|judge|consider|test|look at|include)|not considering|except for",
    "(?:we |i )?do not (?:bother with|bother about|care about|care for|worry about)|forget about",
    "never mind|apart from|except|not including|with the exception of|other than",
)
LEAVE = one_of("leave|leaving|set|setting|put|putting|let")
ASIDE = one_of("alone|out|aside|as they are|as it is|in peace|out of it|out of this|be")
SPARE = one_of("do not (?:flag|report|list|show|mark|complain about)|never flag|without flagging")
SHOW = one_of("flag|report|list|show|mark|find")
NOTHING_TO_DO = one_of(
    "there is nothing to (?:check|compare|flag|say|report|judge|test)",
    "nothing is (?:checked|compared|flagged|reported|judged|tested|to be flagged|wrong)",
    "nothing (?:needs|need|has) to be (?:checked|flagged|compared|done)",
    f"{_RULE} does not (?:apply|hold)",
    "(?:we|i) (?:do not|cannot|can not) (?:check|judge|compare|tell|know)",
)

# What a clause may explain --------------------------------------------------------------------

UNKNOWN_MEANT = one_of(
    "unknown|not known|not known yet|not recorded|not measured|nobody (?:looked|asked|knows|cared"
    "|measured|counted|noted it|entered it|filled it in)|no one (?:looked|asked|knows|measured)",
    "it is (?:unknown|not known|not known yet|missing|not recorded|not there)|we do not know",
    "no (?:data|value|information|entry|answer)|(?:the )?(?:value|figure|number|date|cell|entry)"
    " is (?:unknown|not known|not known yet|missing|not recorded)|nothing was (?:entered|recorded)",
    "nothing is known|none was given|not given|not reported|not filled in|not entered|no answer",
)
BLOCKING = frozenset({
    "must", "should", "shall", "may", "can", "could", "might", "need", "needs", "only", "unless",
    "except", "if", "when", "whenever", "where", "otherwise", "but", "other", "others", "else",
    "instead", "rather", "every", "each", "all", "any", "more", "less", "fewer", "least", "most",
    "than", "zero", "same", "different", "equal", "equals", "flag", "flagged", "report", "reported",
    "wrong", "error", "errors", "invalid", "fine", "allowed", "ok", "okay", "count", "counts",
    "open", "ongoing", "for", "goes", "applies", "apply", "holds", "hold", "concerns", "true",
    "among", "within", "long", "during", "as", "while", "running", "default", "defaults",
    "forever", "infinite", "unlimited",
    "treated", "or", "and", "whose", "which", "who", "some", "before", "after", "until", "between",
    "above", "below", "up", "at", "current", "going", "valid", "always", "never", "both", "either",
})  # fmt: skip
"""What the reason for an empty cell must not hold: it could be more than a reason."""
DENIALS = frozenset({
    "no", "not", "none", "never", "nobody", "nothing", "yet", "unknown", "without", "forgot",
    "lost",
})  # fmt: skip
NO_NOUNS = BLOCKING | frozenset({
    "a", "an", "the", "no", "not", "is", "are", "was", "were", "be", "been", "has", "have", "had",
    "do", "does", "did", "it", "they", "them", "this", "that", "these", "those", "one", "ones",
    "two", "three", "four", "five", "six", "of", "in", "on", "by", "to", "for", "from", "with",
    "without", "as", "too", "also", "just", "so", "then", "here", "there", "yet", "still", "what",
    "known", "proper", "correct", "real", "own", "new", "old", "further", "second", "first",
    "empty", "blank", "blanks", "missing", "null", "nulls", "unknown", "absent", "filled", "given",
    "skipped", "ignored", "left", "out", "alone", "aside", "excluded", "exempt", "matter", "yes",
    "legal", "positive", "negative", "numeric", "readable", "certain", "few", "many", "another",
    "none", "nothing", "nobody", "such", "its", "their", "checked", "set", "put", "leave",
    "whatsoever", "least", "last", "past", "entirely", "completely", "double", "duplicate",
    "trailing", "leading", "inner", "separate", "full", "whole", "usual", "sole", "single",
})  # fmt: skip
"""What is no noun by itself, and what tells values apart."""
PARTS_OF_ALL = frozenset({
    "child", "adult", "man", "woman", "boy", "girl", "minor", "senior", "male", "female", "baby",
    "guest", "member", "stranger", "newcomer", "beginner", "veteran", "survivor", "winner",
    "teenager", "kid", "infant", "pensioner", "foreigner", "local", "tourist", "manager", "boss",
})  # fmt: skip
"""People who may be some of a table's rows, though no column says so."""
