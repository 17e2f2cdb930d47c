"""Rules of other tools as entries for checks.json: English, and the rule that it must mean.

Rules of this room: each construct of another tool gives its rule straight from its own terms, and
sentences that say it; whether a sentence means the rule is for the planner to tell, one floor up.
What a tool means otherwise than a rule here is refused with the reason, never bent. Nothing here
writes, and YAML is only ever read as plain data.
"""
