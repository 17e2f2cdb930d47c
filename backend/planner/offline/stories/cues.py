"""What a clause must not hold to be a mere story: the ways in which words change a rule.

These are closed classes. A word that neither they, nor the grammar, nor the schema know cannot
limit, loosen, double or define a rule by itself.
"""

from __future__ import annotations

EXCEPTING = frozenset({
    "except", "excepted", "excepting", "exception", "exceptions", "excluding", "exclude",
    "excludes", "excluded", "including", "include", "includes", "included", "unless", "until",
    "ignore", "ignores", "ignored", "skip", "skips", "skipped", "exempt", "exempts", "exempted",
    "waive", "waives", "waived", "besides", "apart", "aside", "barring", "spare", "spares",
    "omit", "omits", "omitted", "disregard", "irrelevant", "regardless", "irrespective",
    "notwithstanding", "anonymous", "test", "tests", "pilot", "sample", "archived", "deleted",
    "exemption", "exemptions", "waiver", "waivers", "inactive", "cancelled", "free",
    "voluntary", "excused",
})  # fmt: skip
SCOPING = frozenset({
    "apply", "applies", "applied", "applicable", "concern", "concerns", "concerned", "scope",
    "limited", "restrict", "restricts", "restricted", "confined", "relevant",
    "regarding", "focus", "focuses", "matter", "matters", "affect", "affects", "interested",
    "interest", "interests", "topic", "theme", "priority", "covers", "cover", "covered",
    "attention",
})  # fmt: skip
OTHERNESS = frozenset({
    "another", "other", "others", "different", "differently", "differ", "differs", "own",
    "separate", "separately", "special", "specially", "itself", "themselves", "elsewhere",
    "instead", "rather", "private", "later", "same", "identical", "alike", "both", "ones",
})  # fmt: skip
"""Words by which some are told apart from the rest."""
LENIENT = frozenset({
    "may", "might", "allowed", "allow", "allows", "permit", "permits", "permitted", "fine", "ok",
    "okay", "acceptable", "accept", "accepts", "accepted", "tolerable", "tolerate", "tolerates",
    "tolerated", "tolerance", "slack", "leeway", "margin", "lenient", "forgive", "forgiven",
    "forgives", "forgivable", "enough", "suffice", "suffices",
    "harmless", "optional", "optionally", "legitimate", "legit", "legal", "normal",
    "usual", "usually", "normally", "mostly", "generally", "typically", "mainly", "largely",
    "most", "majority", "almost", "nearly", "roughly", "approximately", "circa", "somewhat",
    "occasional", "occasionally", "sometimes", "seldom", "estimate", "estimates", "estimated",
    "strict", "exact", "exactly", "precise", "round", "rounds", "rounded", "rounding", "truncates",
    "difference", "differences", "deviation", "deviations", "few", "handful", "couple", "drama",
    "tragedy", "disaster", "intended", "intentional", "deliberate", "deliberately", "purpose",
    "valid", "expected", "percent", "correct", "acceptably", "half",
})  # fmt: skip
DEFINING = frozenset({
    "mean", "means", "meant", "meaning", "denote", "denotes", "represent", "represents",
    "signify", "signifies", "stand", "stands", "abbreviates", "define", "defines", "defined",
    "definition", "refer", "refers", "treat", "treats", "treated", "consider", "considers",
    "considered", "count", "counts", "counted", "understand", "understood", "equal", "equals",
    "placeholder", "placeholders", "hyphen", "hyphens", "dash", "minus", "asterisk", "symbol",
    "unit", "units", "cents", "convert", "converts", "converted", "scaled", "utc", "gmt",
    "timezone", "zone", "zones", "net", "gross", "case", "capital", "capitals", "spelling",
    "notation", "format", "formats", "abbreviation", "null", "nulls", "zero", "zeros", "zeroes",
    "comma", "decimal", "decimals", "digit", "digits", "characters", "mark", "marks", "marked",
    "indicate", "indicates", "signals", "duplicate", "duplicates", "become", "becomes",
    "letter-case", "upper", "lower", "thousands", "within",
})  # fmt: skip
UNITS = frozenset({
    "gram", "grams", "kilo", "kilos", "kilogram", "kilograms", "pound", "pounds", "ounce", "ounces",
    "ton", "tons", "tonne", "tonnes", "metre", "metres", "foot", "feet", "inch", "inches", "mile",
    "miles", "litre", "litres", "gallon", "gallons", "degree", "degrees", "celsius", "fahrenheit",
    "kelvin", "euro", "euros", "dollar", "dollars", "franc", "francs", "pence", "penny", "yen",
    "metric", "imperial", "dozen", "hundred", "tenth", "third",
})  # fmt: skip
"""Without a number of the rule's own before it, one may tell how a column is counted."""
RULES = frozenset({
    "rule", "rules", "requirement", "requirements", "condition", "conditions", "regulation",
})  # fmt: skip
"""A tale of the rule itself may tell of whom it is."""
DUTIES = frozenset({
    "must", "should", "shall", "ought", "need", "needs", "needed", "require", "requires",
    "required", "requirement", "mandatory", "compulsory", "obligatory", "insist", "insists",
    "demand", "demands", "expect", "expects", "supposed", "always", "please", "can", "could",
    "belong", "belongs",
})  # fmt: skip
ATTENTIVE = frozenset({
    "look", "looks", "looked", "looking", "check", "checks", "checked", "inspect", "inspects",
    "examine", "examines", "audit", "audits", "review", "reviews", "watch", "watches", "think",
    "talk", "talks", "speak", "speaks", "deal", "deals", "care", "cares", "handle", "handles",
})  # fmt: skip
"""Who looks at some may mean the rule for them."""
DENIALS = frozenset({
    "not", "no", "never", "nobody", "nothing", "none", "nowhere", "neither", "nor", "without",
    "hardly", "barely", "scarcely", "rarely", "cannot", "little",
})  # fmt: skip
COMPARING = frozenset({
    "more", "less", "fewer", "over", "under", "above", "below", "than", "too", "twice", "double",
    "between", "within", "among", "exceed", "exceeds", "per", "once", "single", "unique", "first",
})  # fmt: skip
LIMITING = frozenset({
    "only", "just", "solely", "merely", "exclusively", "if", "whether", "when", "whenever",
    "where", "wherever", "while", "provided", "providing", "assuming", "suppose", "during",
    "otherwise", "but", "once",
})  # fmt: skip
SILENT = frozenset({"blank", "blanks", "empty", "empties", "missing", "absent"})
"""What only the reason of a rule may tell of cells."""
OF_ALL = EXCEPTING | SCOPING | OTHERNESS | LENIENT | DEFINING
"""What changes a rule wherever it stands, even in the reason of a rule."""

TOPICS = frozenset({
    "worry", "question", "point", "aim", "target", "subject", "issue", "problem", "thing",
    "business", "everything", "something", "all",
})  # fmt: skip
"""Our worry is the gala: a clause of which one is the subject tells whom a rule is for."""
PLACING = frozenset({"about", "for"})
NOTATIONS = frozenset({
    "date", "dates", "time", "times", "number", "numbers", "figure", "figures", "amount",
    "amounts", "value", "values", "price", "prices", "letter", "letters", "character",
    "characters", "code", "codes", "weight", "weights", "sum", "sums", "year", "week", "day",
    "comma", "point", "dot", "space", "blank", "currency", "name", "names", "text", "texts",
})  # fmt: skip
"""Nouns of which "is" or "are" tells how something is written."""
ENTERED = frozenset({
    "entered", "typed", "taken", "written", "made", "given", "put", "read", "keyed", "booked",
    "printed", "sent", "known", "recorded", "set",
})  # fmt: skip
"""What may be told of a column: it is so of cells in general."""
COPULAS = frozenset({"is", "are", "was", "were"})
NOTING = frozenset({"code", "codes", "sign", "signs", "mark", "marks", "short", "word", "writes"})
"""With "for": what something stands for."""
SEASONS = frozenset({
    "spring", "summer", "autumn", "winter", "january", "february", "march", "april", "june",
    "july", "august", "september", "october", "november", "december", "weekends", "sundays",
    "holidays", "christmas", "easter", "season",
})  # fmt: skip
GAPS = frozenset({
    "gap", "gaps", "hole", "holes", "error", "errors", "mistake", "mistakes", "omission",
    "omissions", "outlier", "outliers", "slip", "slips", "miss", "misses", "typo", "typos",
})  # fmt: skip
SOFT = frozenset({
    "some", "small", "minor", "slight", "two", "three", "one", "happen", "happens", "rare",
    "exist", "occur", "harm", "worry", "problem", "human", "unavoidable", "inevitable",
})  # fmt: skip
FAULTS = frozenset({
    "mistake", "mistakes", "error", "errors", "typo", "typos", "bug", "bugs", "wrong", "nonsense",
    "invalid", "contradiction", "rubbish", "false", "fault", "faults", "suspicious", "impossible",
    "unacceptable",
})  # fmt: skip
"""What those rows are that break a rule."""
ALLOWING = frozenset({"allow", "allows", "allowed", "permit", "permits", "permitted"})
"""We allow 2 stores in a city: where a command behind it names that number, it loosens nothing."""
OFTEN = frozenset({"usually", "mostly", "normally", "generally", "typically", "sometimes"})
"""How often such rows are at fault: in a motto that calls them so, it lets none of them pass."""
LOOKS = frozenset({
    "look", "check", "review", "correction", "fix", "call", "fixing", "clarification",
    "clarifying", "attention", "follow-up", "corrected", "reviewed", "fixed", "checked",
})  # fmt: skip
"""What becomes of those rows."""
CARELESS = frozenset({
    "mind", "minds", "care", "cares", "bother", "bothers", "bothered", "object", "objects",
    "worry", "worries", "hurt", "hurts", "harm", "harms", "complain", "complains", "fuss",
    "blame", "blames",
})  # fmt: skip
"""Nobody minds: with a denial, what is broken is forgiven."""
IDLE_IN_REASONS = frozenset({"most", "same", "all", "every", "each"})
"""They part nothing where neither rows nor columns are spoken of: everyone pays the same, so …"""
COUNTED_SIGNS = frozenset({"characters", "digits", "letters", "signs"})
"""What a number of the rule counts."""
