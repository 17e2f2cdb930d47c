"""The words that a story may hold, and those that make it more than a story."""

from __future__ import annotations

HARMLESS = frozenset({
    "principle", "four-eyes", "eyes", "phasing", "replace", "replacing", "like", "likes",
    "before", "ring", "rings", "load", "loads",
    "phone", "phones", "warn", "warns", "reminder", "night", "mail", "mails",
    "big", "small", "high", "low", "long", "short", "good", "young", "cheap", "important",
    "money", "slip", "slips", "popular", "somehow",
    "a", "an", "the", "our", "we", "us", "i", "me", "my", "you", "your", "he", "she", "him",
    "her", "they", "them", "their", "it", "its", "everybody", "everyone", "people", "somebody",
    "someone", "there", "this", "that", "these", "those", "such", "who", "which", "what",
    "how", "why", "is", "are", "was", "were", "be", "been", "being", "am", "has", "have",
    "had", "having", "do", "does", "did", "and", "or", "to", "of", "from", "by", "with", "in",
    "on", "at", "for", "into", "onto", "through", "via", "about", "up", "out", "off", "down",
    "back", "as", "when", "while", "once", "after", "again", "often", "sometimes",
    "occasionally", "regularly", "recently", "always", "already", "still", "also", "too",
    "very", "quite", "really", "simply", "just", "so", "then", "now", "today", "yesterday",
    "here", "some", "several", "many", "other", "another", "new", "way", "time", "times",
    "make", "makes", "made", "use", "uses", "used", "using", "give", "gives", "given", "take",
    "takes", "taken", "get", "gets", "got", "go", "goes", "went", "come", "comes", "came",
    "send", "sends", "sent", "see", "sees", "seen", "saw", "show", "shows", "sell", "sells",
    "sold", "buy", "buys", "bought", "pay", "pays", "paid", "order", "orders", "ordered",
    "work", "works", "worked", "run", "runs", "look", "looks", "start", "starts", "started",
    "help", "helps", "print", "prints", "printed", "write", "writes", "written", "wrote",
    "read", "reads", "call", "calls", "called", "place", "places", "placed", "keep", "keeps",
    "kept", "put", "puts", "enter", "enters", "entered", "type", "types", "typed", "fill",
    "fills", "booked", "books", "book", "shipped", "ship", "ships", "deliver", "delivers",
    "delivered", "data", "table", "tables", "file", "files", "list", "lists", "system",
    "report", "reports", "year", "old", "live", "lives", "want", "wants", "wanted", "need",
    "needs", "needed", "tell", "tells", "told", "believe", "person", "staff", "clients", "end",
    "ends", "ended", "open", "opened", "close", "closes", "closed", "leave", "leaves", "left",
    "problem", "problems", "trouble", "typo", "typos", "mistake", "mistakes", "error",
    "errors", "wrong", "bad", "hand", "late", "early", "join", "joins", "joined", "moved",
    "move", "text", "name", "names", "number", "numbers", "value", "values", "code", "codes",
    "missing", "date", "dates", "point", "points", "accounts", "account", "accounting",
    "along", "alone", "anybody", "anyone", "around", "away", "balance", "behind", "belong",
    "belongs", "billed", "block", "booking", "bookings", "break", "breaks", "broken", "bring",
    "brings", "bug", "calendar", "catch", "chain", "change", "changes", "changed", "clear",
    "climb", "closing", "collect", "collects", "complain", "complains", "complained",
    "company", "contract", "control", "cost", "costs", "cover", "covers", "create", "creates",
    "created", "customer", "daily", "depend", "depends", "develop", "direct", "directly",
    "document", "draw", "drop", "drops", "dropped", "due", "during", "earn", "earns",
    "employs", "everything", "expensive", "fact", "fall", "fell", "field", "fields", "figure",
    "figures", "final", "find", "finds", "found", "finish", "follow", "follows", "form",
    "forms", "gain", "general", "getting", "going", "gone", "group", "groups", "handle",
    "handles", "happen", "happens", "held", "hold", "holds", "house", "inside", "introduced",
    "issue", "issues", "issued", "item", "items", "key", "keys", "kind", "kinds", "know",
    "knows", "large", "leading", "leads", "leaving", "letter", "letters", "level", "levels",
    "line", "lines", "link", "links", "lose", "loses", "loss", "lost", "manage", "manages",
    "map", "maps", "month", "moving", "much", "network", "next", "note", "notes", "observed",
    "ones", "outside", "part", "parts", "pass", "past", "phase", "pick", "picks", "piece",
    "pieces", "planned", "policy", "product", "products", "profit", "progress", "quality",
    "question", "questions", "raise", "raises", "reach", "reaches", "real", "receive",
    "receives", "record", "records", "recorded", "register", "related", "remember", "removed",
    "requirement", "response", "responses", "result", "results", "review", "rise", "running",
    "scheduled", "score", "scores", "search", "seem", "seems", "serve", "serves", "set",
    "sheet", "shift", "sign", "signs", "signed", "sit", "sits", "something", "soon",
    "spend", "spot", "spread", "state", "stay", "stays", "step", "steps", "stop", "stops",
    "store", "stores", "stored", "structure", "submitted", "support", "supports", "surface",
    "switch", "teaches", "terms", "things", "throughout", "tomorrow", "took", "top", "track",
    "tracks", "turn", "turns", "understood", "volume", "well", "whom", "winner", "word",
    "words", "working", "hour", "hours", "spelled", "taking", "thing", "weigh", "weighs",
    "happened", "suspect", "though", "although", "together", "responsible", "alarm", "share",
    "shares", "customers", "nonsense", "gap", "gaps",
})  # fmt: skip
"""Words of the grammar that tell nothing of a rule by themselves."""

TELLING = frozenset({
    "not", "no", "never", "none", "nothing", "nobody", "nowhere", "neither", "nor", "without",
    "except", "excepted", "exception", "exceptions", "excluding", "exclude", "excluded", "unless",
    "until", "only", "ignore", "ignored", "skip", "skipped", "exempt", "exempted", "waive",
    "waived", "besides", "apart", "barring", "save", "hardly", "barely", "rarely", "seldom",
    "scarcely", "must", "should", "shall", "may", "might", "can", "could", "will", "would", "ought",
    "required", "mandatory", "optional", "allowed", "forbidden", "permitted", "supposed",
    "expected", "fine", "ok", "okay", "acceptable", "accept", "accepts", "accepted", "tolerate",
    "tolerated", "tolerates", "legitimate", "legit", "legal", "harmless", "normal", "correct",
    "right", "valid", "intended", "intentional", "deliberate", "deliberately", "purpose", "mean",
    "means", "meaning", "meant", "denote", "denotes", "stand", "stands", "represent", "represents",
    "define", "defined", "definition", "refer", "refers", "consider", "considered", "treat",
    "treated", "count", "counts", "counted", "relevant", "concern", "concerns", "concerned",
    "focus", "limited", "restricted", "restrict", "confined", "matter", "matters", "apply",
    "applies", "applied", "affect", "affects", "scope", "if", "whether", "provided", "assuming",
    "suppose", "usually", "normally", "mostly", "generally", "typically", "mainly", "most",
    "majority", "almost", "nearly", "roughly", "approximately", "half", "twice", "double",
    "percent", "scale", "rounds", "rounding", "truncates", "converts", "converted",
     "unit", "units", "cents", "utc", "gmt", "timezone", "zone", "zones",
    "rounded", "round", "tolerance", "difference", "differences", "deviation", "margin", "case",
    "spelling", "upper", "lower", "blank", "blanks", "empty", "null", "nulls", "duplicate",
    "duplicates", "copy", "copies", "unique", "equal", "equals", "same", "different", "differ",
    "differs", "identical", "all", "each", "every", "any", "both", "either", "instead", "rather",
    "otherwise", "anonymous", "test", "tests", "pilot", "sample", "archived", "deleted", "inactive",
    "cancelled", "per", "within", "between", "among", "free", "regarding",
})  # fmt: skip
"""Words that may narrow, loosen or define a rule: a sentence with one is not set aside."""

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

RESTATING = (
    ("i.e.",), ("in", "other", "words"), ("put", "differently"), ("to", "be", "precise"),
    ("more", "precisely"), ("that", "is", ","), ("which", "means", "that"),
    ("this", "means", "that"), ("that", "means", "that"), ("meaning", "that"),
)  # fmt: skip
"""What leads from a motto to the same said in full."""

CONSEQUENCES = (
    ("so",), ("therefore",), ("thus",), ("hence",), ("consequently",), ("that", "is", "why"),
    ("this", "is", "why"), ("which", "is", "why"), ("that", "'s", "why"), ("for", "that", "reason"),
    ("for", "this", "reason"),
)  # fmt: skip
"""What follows from the clause before."""
REASONS = (("because",), ("so", "that"), ("in", "order", "to"), ("in", "order", "that"))
"""What leads from a rule to why it is: it explains, and so it cannot narrow."""
AFTERTHOUGHTS = (("or", "else"), ("otherwise",), ("since",), ("as",), ("which", "is", "why"))
"""What may lead from a rule to a story, and to more of the rule as well."""

WISHES = frozenset({
    "want", "wants", "wanted", "need", "needs", "require", "requires", "demand", "demands",
    "expect", "expects", "insist", "insists", "ask", "asks", "asked", "wish", "wishes",
    "hope", "hopes",
    "request", "requests", "stipulate", "stipulates", "prescribe", "prescribes", "mandate",
    "mandates", "agreed", "decided", "promised", "important", "essential", "crucial", "vital",
    "critical", "imperative", "key", "matters", "policy", "rule", "law", "sure", "certain", "care",
})  # fmt: skip
"""The word before the "that" of a lead to a duty: reports of what was found lead to none."""

BACKWARD = frozenset({
    "they", "them", "their", "it", "its", "these", "those", "this", "that", "such", "he", "she",
    "his", "her", "him", "same", "former", "latter", "ones", "others", "there", "which",
    "who", "whose", "both",
})  # fmt: skip
"""Words that look back: a rule that opens with one is about what the story tells of."""

OF_REASONS = frozenset({
    "not", "no", "never", "nothing", "nobody", "without", "must", "should", "can", "could", "will",
    "would", "might", "all", "each", "every", "any", "both", "only", "required", "mandatory",
    "blank", "empty", "right", "correct", "same",
})  # fmt: skip
"""What "because" may tell of: it explains the rule, so that it cannot narrow it."""
BEFORE_NOUNS = frozenset({
    "a", "an", "the", "our", "your", "their", "its", "my", "this", "that", "these", "those", "of",
    "to", "from", "by", "for", "with", "in", "on", "at", "and", "or", ".", ",", ":", ";", "some",
    "many", "several", "new", "through", "via", "into", "so", "but", "because", "last",
})  # fmt: skip
"""What may stand before a table's noun in a story: another word would tell which rows it is of."""
FLAGS = frozenset({"flag", "list", "report", "show", "find", "mark", "highlight", "return"})
"""What opens a command that asks for rows."""
EVERYBODY = frozenset({
    "anyone", "anybody", "somebody", "someone",
    "nobody", "everybody", "everyone", "nothing", "everything", "we", "people", "it", "there", "i",
})  # fmt: skip
"""Subjects that name no rows."""
QUANTIFIERS = frozenset({"every", "each", "all", "no", "any"})
DUTIES = frozenset({
    "must", "should", "shall", "has", "have", "needs", "need", "never", "always", "may", "can",
    "cannot", "required", "mandatory", "compulsory", "flag", "is", "are", "be",
})  # fmt: skip
"""One of these stands in a rule that is said in full."""
OF_MOTTOS = frozenset({
    "not", "no", "never", "nothing", "nobody", "without", "must", "should", "can", "could", "will",
    "would", "all", "each", "every", "any", "both", "required", "mandatory", "empty", "right",
    "correct", "same", "different", "unique", "fine", "normal", "valid", "free", "need", "needs",
    "more", "less", "than", "above", "below", "over", "under", "before", "after", "between",
    "everybody", "everyone", "everything", "neither", "nor", "either", "cannot", "concern",
})  # fmt: skip
"""What a motto may tell of: the rule behind it says so again."""
OF_RESTATED = OF_MOTTOS | frozenset(
    {"only", "may", "if", "when", "where", "equal", "equals", "allowed"}
)
VERBS = frozenset({
    "should", "must", "need", "needs", "has", "have", "is", "are", "never", "always", "can",
    "cannot", "may", "do", "does", "like", "likes", "love", "loves", "hate", "hates", "want",
    "wants", "prefer", "prefers", "make", "makes", "take", "takes", "bring", "brings", "cost",
    "costs", "get", "gets", "go", "goes", "come", "comes", "keep", "keeps", "lose", "loses",
    "cause", "causes", "pay", "pays", "complain", "complains", "expect", "expects", "was", "were",
})  # fmt: skip
"""The words that a motto may tell of its subject with."""
NAMED_FLAGS = frozenset({
    "check", "checks", "list", "lists", "report", "reports", "find", "finds", "show", "shows",
    "mark", "marks", "return", "returns", "catch", "catches", "raise", "raises", "identify",
    "identifies",
})  # fmt: skip
"""Verbs that ask for rows where they open a sentence, and tell a story elsewhere."""
NO_SUBJECTS = frozenset({
    "for", "in", "on", "at", "among", "with", "of", "during", "when", "where", "while", "to",
    "once",
    "after", "as", "by", "from", "before", "if", "flag", "report", "show", "list", "tell", "which",
    "who", "what", "how", "this", "that", "leave", "drop", "forget", "omit", "discard", "remove",
    "think", "mind", "start", "take", "focus", "look", "limit", "keep", "pick", "choose", "use",
    "see", "read", "cover", "include", "spare", "filter", "treat", "put", "give", "get", "make",
    "let", "begin", "watch", "pass", "miss", "cross", "ditch", "scrap", "nix", "toss", "axe",
    "cut", "kill", "void", "bypass", "overlook", "neglect", "except", "dismiss", "purge", "strip",
    "weed", "trim", "hide", "mute", "suppress", "bar", "bin", "dump",
    "erase", "eject", "expel", "banish", "cull", "shun", "exempt", "ignore", "avoid", "forgo",
    "withhold", "discount", "disregard", "delete", "clear", "wipe", "scrub", "waive", "excuse",
    "permit", "allow", "accept", "tolerate", "exclude", "skip", "restrict", "confine",
    "consider", "count", "assume", "suppose", "say", "imagine", "note", "reject",
    "inspect", "check",
    "compare", "only", "mark",
})  # fmt: skip
"""A clause that opens with one is a scope, a question or a command, and no story."""
SUBJECTS = frozenset({
    "a", "an", "the", "our", "my", "we", "i", "it", "they", "he", "she", "there", "somebody",
    "someone", "nobody", "everybody", "everyone", "nothing", "people", "some", "many", "several",
    "most", "each", "every", "all", "no", "any", "last", "sometimes", "recently", "often", "new",
    "old", "yesterday", "half", "both", "two", "children", "women", "men", "hardly", "anyone",
    "anybody",
})  # fmt: skip
"""What opens a subject."""
SCOPING = frozenset({
    "is", "are", "was", "were", "goes", "go", "holds", "hold", "works", "work", "look", "looks",
    "looking", "think", "talk", "talks", "speak", "speaks", "deal", "deals", "it", "this", "that",
    "all", "begin", "start", "starts",
})  # fmt: skip
"""Before a preposition: what tells of whom a rule is."""
