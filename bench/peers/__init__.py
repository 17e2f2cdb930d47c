"""The same checks in other tools, each in an environment of its own: ``python -m bench.peers``.

Rules of this room: a check is written as the tool's own guide would have it; what a tool cannot
say is left out and counted; a count that is not the one by hand ends the comparison.
"""
