"""Words of permissions: what grants, what leaves out of account, and what would take it back."""

from __future__ import annotations

LOW = (
    "low|lower|small|smaller|few|fewer|less|short|shorter|light|lighter|cheap|cheaper|early|earlier"
    "|little|tiny|slow|slower"
)
HIGH = (
    "high|higher|large|larger|big|bigger|more|many|long|longer|heavy|heavier|late|later|great"
    "|greater|fast|faster|expensive|dearer"
)
_FINE = (
    "fine|ok|okay|all right|alright|possible|optional|normal|usual"
    "|conceivable|allowed|permitted|accepted|acceptable|welcome|good"
    "|harmless"
    "|exempt|excused|free|unaffected|irrelevant|unrestricted|unlimited|left (?:out|aside|alone)"
    "|passed over|out of (?:scope|it|account|consideration)|nothing to worry about"
    "|(?:not|never) (?:affected|concerned|judged|checked|counted|considered|compared|looked at"
    "|relevant|limited|restricted|flagged|bound by (?:this|it|that)"
    "|included|covered|meant|copies|duplicates|repeats|the same|equal"
    "|our (?:business|concern)|a problem|an issue|of interest|taken into account|measured)"
    "|no (?:problem|concern|issue|business of ours|copies|duplicates"
    "|repeats)(?: of each other)?|none of our business|of no (?:interest"
    "|concern)"
    "|(?:ignored|skipped|exempted|excluded|disregarded)"
    "|(?:another|a different) (?:matter|story|question|topic|case)|(?:a )?special cases?"
    r"|(?:\w+ed|looked at|dealt with|run|kept|sold|set|made|paid) (?:differently|separately"
    "|elsewhere|otherwise|by others|another day|another time|in another way|by other rules)"
)
_SO = "(?:also|of course|all|always|still|perfectly|quite|simply|just|therefore|indeed|even)"
_TOO = (
    "(?: (?:too|as well|of course|here|then|anyway|with us|to us|by us|for us"
    "|for now|in this rule|in this check))?"
)
_LIKES = "(?:like|likes|please|pleases|want|wants|wish|wishes|choose|chooses|see fit|sees fit)"
_THEY = "(?:they|it|you|we|each|everyone|one)"
FREELY = (
    rf"(?:as|what|whatever|whatever way|however|how|where|wherever|when"
    rf"|as much as|as many as) {_THEY} {_LIKES}|whatever"
)
_RULES = (
    "(?:(?:upper |lower |such )?(?:limits?|bounds?|minimum|maximum)"
    "|rules?|limits?|bounds?|schemes?|systems?|ways?|arrangements?"
    "|numbers?|habits?|customs?|customers?|agreements?|contracts?|standards?"
    "|regulations?|requirements?)"
)
PLAIN = (
    f"(?:is|are|was|were|will be|counts? as|stays?|remains?) (?:{_SO} )*(?:{_FINE}){_TOO}"
    f"|(?:{_SO} )*(?:do|does|did) not (?:{_SO} )*(?:count|matter|apply"
    f"|enter into (?:it|this)|play a role|need (?:it|one|this|that)"
    "|(?:interest|concern|bother|worry) us|fall under (?:it|this|that)"
    "|come into (?:it|this)|belong to (?:it|this)|take part)"
    f"{_TOO}|(?:has|have) nothing to do with (?:it|this)|(?:{_SO} )*pass(?:es)?{_TOO}"
    f"|(?:{_SO} )*needs? (?:none|nothing|no such thing){_TOO}|stays? (?:as (?:it is"
    f"|they are)|out of (?:it|this))"
    f"|goe?s? through|(?:has|have|follows?|uses?|keeps?|goe?s? by|makes?"
    f"|knows?) (?:their|its|his|her) own(?: \\w+)? {_RULES}"
    f"|(?:has|have|follows?|uses?|obeys?|goe?s? by|knows?) (?:other|different|no such|no) {_RULES}"
    "|anything goes|no (?:rule"
    "|limit|bound) applies|it does not matter"
)
"""What says by itself that such rows are let pass."""
FREE = rf"(?:\w+ ){{0,4}}?(?:{FREELY})"
"""Number as they like: what somebody does freely, whatever it is."""
GRANT = (
    rf"(?:may|can|might|could|(?:is|are) (?:{_SO} )*(?:allowed|permitted"
    rf"|free|welcome|at liberty) to"
    r"|need not|(?:do|does) not (?:need|have) to)"
)
"""What stands before a verb that is granted."""
LOOKS_AWAY = (
    "(?:we|i) (?:do|did) not (?:care|mind|worry|bother) about|(?:we"
    "|i) (?:do|did) not (?:care for|mind|look at|check|judge|count"
    "|consider|measure|compare|include)"
    "|never mind|(?:please )?(?:ignore|skip|forget|forget about|disregard"
    "|leave out|leave aside|pass over)|there is no (?:rule|limit|bound"
    "|such rule|such limit) (?:for|on|in|at)"
    "|nothing is (?:said|asked|required) (?:of|about)|(?:we|i) (?:look"
    "|looked) (?:at|after)|(?:we|i) (?:check|judge|treat|handle|count"
    "|measure|inspect)"
)
"""What leaves those out that are named behind it."""
ELSEWHERE = (
    "separately|elsewhere|differently|another day|another time|in another check|by another rule"
)
BARRED = frozenset({
    "not", "no", "never", "nobody", "nothing", "none", "nowhere", "neither", "nor", "without",
    "hardly", "barely", "scarcely", "rarely", "only", "solely", "merely", "exclusively", "just",
    "if", "whether", "when", "whenever", "where", "wherever", "unless", "except", "until", "till",
    "provided", "providing", "assuming", "during", "otherwise", "but", "once", "twice", "double",
    "half", "up", "most", "least", "exactly", "precisely", "maximum", "minimum", "max", "min",
    "between", "within", "over", "under", "above", "below", "than", "times", "percent", "before",
    "after", "since", "equal", "same", "identical", "must", "should", "shall", "need", "needs",
    "required", "mandatory", "wrong", "mistake", "error", "errors", "fault", "suspicious",
    "invalid", "false", "flagged", "reported", "rejected", "flag", "report", "list", "show",
    "empty", "blank", "missing", "null", "and", "or", "because", "apart", "besides", "instead",
    "outside",
    "problem", "problems", "trouble", "danger", "risk", "fake", "fakes", "fraud", "lost", "cause",
    "indicate", "point", "signal", "hide", "mean", "bad", "incorrect", "unknown", "checked",
    "few", "quarter", "third", "bit", "little", "enough", "do", "too",
    "well", "also", "as", "alike", "likewise", "similarly", "manner", "fail", "follow", "judged",
    "compared", "seldom", "often", "sometimes", "mostly", "then", "slip", "slips", "theft",
    "thefts", "typo", "typos", "sloppy", "cheating", "bogus", "today", "tomorrow", "yesterday",
    "now", "forever", "again", "next", "another", "off", "stand", "stands", "added", "deducted",
    "subtracted", "included", "replace", "replaces", "join", "tested", "nil",
})  # fmt: skip
"""What would limit a grant, or take it back."""
_IRREGULAR = (
    "paid|sold|made|kept|sent|given|run|built|bought|brought|held|known|taken|let|left|done|met"
    "|read|written|shown|won|spent|lent|drawn|driven|grown|born|begun|found|put|set"
)
_WHERE = "(?:in|by|at|for|on|from|with|through|via|to|as)"
TELLS = (
    rf"(?:was|were|is|are|get|gets|got|has been|have been) (?:\w+ed|{_IRREGULAR})(?: {_WHERE}(?: "
    rf"\w+){{1,4}})?"
)
"""What tells of rows where or how they came to be: were paid in cash, run in the big hall."""
FATES = frozenset({
    "refused", "returned", "stopped", "blocked", "thrown", "removed", "deleted", "scrapped",
    "destroyed", "corrected", "fixed", "repaired", "completed", "cancelled", "forbidden",
    "prohibited", "banned", "denied", "questioned", "doubted", "suspected", "damaged", "broken",
    "unused", "undefined", "unfinished", "sent", "belong", "stand", "stands", "count", "counts",
    "treated", "regarded", "taken", "seen", "read", "used", "unique", "sorted", "complete",
    "filled", "gapless", "consecutive", "repeated", "doubled", "limited", "restricted", "capped",
    "bound", "supposed", "expected", "meant", "obliged", "asked", "told", "is", "are", "has",
    "have", "needed", "due", "compared", "rounded", "stored", "recorded", "entered", "counted",
    "measured", "given", "set", "more", "less", "fewer", "higher", "lower", "all", "every", "each",
    "both", "these", "those", "this", "that", "it", "them", "they",
})  # fmt: skip
"""What becomes of rows that are at fault, or could be asked of a table."""
