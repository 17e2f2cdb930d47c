"""Everything that is remembered, file by file, and the reading of ``checks.json``.

Rules of this room: a kill at any moment leaves every file as it was or as it should be; every
writer holds the workspace lock; logs only grow; nothing remembered may crash a run; the names of
files come from the contract `Workspace`; the same value is written as the same bytes.
"""
