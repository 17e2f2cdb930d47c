"""The words that link clauses, open them, and tell which of them asks for rows."""

from __future__ import annotations

LINKS = ("so", "therefore", "thus", "hence", "consequently", "accordingly", "but", "yet", "and",
         "however", "nevertheless", "anyway")  # fmt: skip
LONG_LINKS = (
    ("that", "is", "why"), ("this", "is", "why"), ("which", "is", "why"), ("that", "'s", "why"),
    ("for", "that", "reason"), ("for", "this", "reason"), ("because", "of", "that"),
    ("because", "of", "this"), ("as", "a", "result"), ("as", "a", "consequence"),
    ("in", "any", "case"), ("to", "avoid", "that"), ("to", "avoid", "this"),
    ("to", "prevent", "that"), ("to", "prevent", "this"), ("from", "now", "on"),
    ("going", "forward",), ("from", "here", "on"),
)  # fmt: skip
"""What leads from a story to its rule."""
INNER_LINKS = frozenset({"therefore", "thus", "hence", "consequently", "accordingly"})
RESTATING = (
    ("i.e.",), ("in", "other", "words"), ("put", "differently"), ("to", "be", "precise"),
    ("more", "precisely"), ("that", "is", ","), ("which", "means", "that"),
    ("this", "means", "that"), ("that", "means", "that"), ("meaning", "that"),
)  # fmt: skip
"""What leads from a motto to the same said in full."""
CONSEQUENCES = (
    ("so",), ("therefore",), ("thus",), ("hence",), ("consequently",), ("accordingly",),
    ("that", "is", "why"), ("this", "is", "why"), ("which", "is", "why"), ("that", "'s", "why"),
    ("for", "that", "reason"), ("for", "this", "reason"), ("as", "a", "result"),
    ("as", "a", "consequence"), ("because", "of", "that"), ("because", "of", "this"),
)  # fmt: skip
"""What follows from the clause before."""
REASONS = (
    ("because",), ("so", "that"), ("in", "order", "to"), ("in", "order", "that"),
    ("to", "prevent"), ("to", "avoid"), ("to", "reduce"), ("to", "protect"), ("to", "help"),
)  # fmt: skip
"""What leads from a rule to why it is: it explains, and so it cannot narrow."""
AFTERTHOUGHTS = (("or", "else"), ("otherwise",), ("since",), ("as",), ("which", "is", "why"))
"""What may lead from a rule to a story, and to more of the rule as well."""
OPENINGS = (
    ("because",), ("since",), ("as",), ("according", "to"), ("by", "law", ","), ("to", "prevent"),
    ("to", "avoid"), ("to", "reduce"), ("to", "protect"), ("to", "help"), ("in", "order", "to"),
)  # fmt: skip
"""What opens a sentence whose rule follows a comma."""
AUTHORITIES = frozenset({
    "law", "laws", "act", "contract", "contracts", "regulation", "regulations", "directive",
    "agreement", "policy", "manual", "handbook", "guideline", "guidelines", "treaty", "charter",
})  # fmt: skip
"""What a rule may be according to."""

WISHES = frozenset({
    "want", "wants", "wanted", "need", "needs", "require", "requires", "demand", "demands",
    "expect", "expects", "insist", "insists", "ask", "asks", "asked", "wish", "wishes",
    "hope", "hopes",
    "request", "requests", "stipulate", "stipulates", "prescribe", "prescribes", "mandate",
    "mandates", "agreed", "decided", "promised", "important", "essential", "crucial", "vital",
    "critical", "imperative", "key", "matters", "policy", "rule", "law", "sure", "certain", "care",
})  # fmt: skip
"""The word before the "that" of a lead to a duty: reports of what was found lead to none."""
REQUESTS = frozenset({
    "ask", "asks", "asked", "want", "wants", "wanted", "demand", "demands", "demanded", "insist",
    "insists", "insisted", "require", "requires", "required", "expect", "expects", "expected",
    "need", "needs", "needed", "request", "requests", "requested", "say", "says", "said",
    "prescribe", "prescribes", "stipulate", "stipulates", "order", "orders", "ordered", "check",
    "checks",
})  # fmt: skip
"""What those do who are behind a rule."""
BACKWARD = frozenset({
    "they", "them", "their", "it", "its", "these", "those", "this", "that", "such", "he", "she",
    "his", "her", "him", "same", "former", "latter", "ones", "others", "there", "which",
    "who", "whose", "both",
})  # fmt: skip
"""Words that look back: a rule that opens with one is about what the story tells of."""
BEFORE_NOUNS = frozenset({
    "a", "an", "the", "our", "your", "their", "its", "my", "this", "that", "these", "those", "of",
    "to", "from", "by", "for", "with", "in", "on", "at", "and", "or", ".", ",", ":", ";", "some",
    "many", "several", "new", "through", "via", "into", "so", "but", "because", "last", "such",
})  # fmt: skip
"""What may stand before a table's noun in a story: another word would tell which rows it is of."""
FLAGS = frozenset({"flag", "list", "report", "show", "find", "mark", "highlight", "return"})
"""What opens a command that asks for rows."""
SAYS_ITS_ROWS = FLAGS | frozenset({
    "every", "each", "all", "any", "no", "if", "whoever", "nothing", "nobody",
})  # fmt: skip
"""A rule that opens with one says itself which rows it is about."""
OF_EVERY = frozenset({"every", "each", "all"})
"""Before the noun of a table: all of its rows."""
EVERYBODY = frozenset({
    "anyone", "anybody", "somebody", "someone",
    "nobody", "everybody", "everyone", "nothing", "everything", "we", "people", "it", "there", "i",
})  # fmt: skip
"""Subjects that name no rows."""
OUR_EVERYONE = frozenset({
    "customers", "clients", "users", "readers", "visitors", "buyers", "viewers",
})  # fmt: skip
"""Behind "our": all those for whom the rows are, and no part of them."""
WHEREABOUTS = frozenset({
    "abroad", "here", "there", "upstairs", "downstairs", "outside", "inside", "overseas", "online",
    "offshore", "nearby", "downtown", "uptown", "indoors", "outdoors", "onsite", "offsite",
})  # fmt: skip
"""Behind a noun: which of them are meant."""
TIMING = frozenset({
    "last", "yesterday", "recently", "often", "now", "today", "somehow", "once", "hardly",
})  # fmt: skip
"""What may open a tale before its subject."""
DEGREES = frozenset({"very", "too", "extremely", "unusually", "implausibly", "exceptionally"})
"""Before an adjective: of how much, a rule behind it tells."""
QUANTIFIERS = frozenset({"every", "each", "all", "no", "any", "both"})
SINGULARS = frozenset({"a", "an", "the", "our", "my", "your", "this", "one"})
"""What opens the name of one thing."""
DEMANDS = frozenset({
    "must", "should", "shall", "has", "have", "needs", "need", "never", "always", "may", "can",
    "cannot", "required", "mandatory", "compulsory", "flag", "is", "are", "be",
})  # fmt: skip
"""One of these stands in a rule that is said in full."""
FINITE = frozenset({
    "is", "are", "was", "were", "am", "has", "have", "had", "do", "does", "did", "will", "would",
    "can", "could", "cannot", "must", "should", "shall", "may", "might", "never", "always", "often",
    "rarely", "hardly", "still", "also", "usually",
})  # fmt: skip
"""Verbs that tell of a subject, and adverbs that stand only beside such verbs."""
TOLD_WITH = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "like", "likes", "love", "loves", "hate",
    "hates", "prefer", "prefers", "make", "makes", "take", "takes", "bring", "brings", "cost",
    "costs", "get", "gets", "go", "goes", "come", "comes", "keep", "keeps", "lose", "loses",
    "cause", "causes", "pay", "pays", "complain", "complains",
})  # fmt: skip
VERBS = FINITE | REQUESTS | TOLD_WITH
"""The words that a motto may tell of its subject with."""
NO_SUBJECTS = frozenset({
    "for", "in", "on", "at", "among", "with", "of", "during", "when", "where", "while", "to",
    "once", "after", "as", "since", "by", "from", "before", "if", "which", "who", "what", "how",
    "this", "that", "only", "just", "starting", "beginning", "including", "excluding", "regarding",
    "concerning", "considering", "assuming", "excepting", "barring", "let",
}) | FLAGS  # fmt: skip
"""A clause that opens with one is a scope, a question or a command, and no story."""
SUBJECTS = frozenset({
    "a", "an", "the", "our", "my", "we", "i", "it", "they", "he", "she", "there", "somebody",
    "someone", "nobody", "everybody", "everyone", "nothing", "people", "some", "many", "several",
    "most", "each", "every", "all", "no", "any", "last", "sometimes", "recently", "often", "new",
    "old", "yesterday", "half", "both", "two", "children", "women", "men", "hardly", "anyone",
    "anybody", "you", "one", "somehow", "head", "staff",
})  # fmt: skip
"""What opens a subject."""
NOUN_ENDINGS = ("ment", "tion", "sion", "ance", "ence", "ity", "ism", "ship", "ness")
PREPOSITIONS = frozenset({
    "of", "in", "on", "at", "from", "with", "without", "for", "by", "under", "over", "above",
    "below", "behind", "beside", "between", "to", "into", "inside", "outside", "since", "until",
})  # fmt: skip
PRONOUNS = frozenset({"us", "it", "me", "we", "he", "she", "no", "on", "in", "is", "am", "or"})
LOOKING_BACK = frozenset({"it", "them", "that", "this", "those", "these"})
"""Objects that have been told of."""
PAST = frozenset({
    "got", "went", "came", "broke", "lost", "wrote", "took", "gave", "sold", "sent",
    "bought", "made", "found", "forgot", "fell", "ran", "said", "told", "taught", "left", "kept",
    "grew", "stole", "burnt", "threw", "cut", "hit", "paid", "saw",
})  # fmt: skip
"""What happened once, beside verbs that end with "ed"."""
