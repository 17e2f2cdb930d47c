"""From plan to program, and from program to verdict.

Rules of this room: the same plan gives the same program, to the byte; no program runs whose hash
is not the recorded one; the verdict is the harness's alone, from the number of rows flagged, the
number tested and the check's thresholds; flagged rows leave whole.
"""
