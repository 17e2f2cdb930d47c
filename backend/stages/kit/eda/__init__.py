"""Exploration of one table, as it runs inside the sandbox.

Rules of this room:
- A number that is told was counted on the rows that were given; a sample is told as one.
- What cannot be measured is None, never zero and never NaN.
- Nothing reads a clock; whatever is drawn at random is drawn from a fixed seed.
- Every top-level name is unlike every other of the room: the modules are joined to one page.
"""
