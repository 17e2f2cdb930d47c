"""The isolated worker that runs every program, and what comes back from it.

Rules of this room: the trusted side (every module outside ``worker``) never imports pandas or
pyarrow; nothing from a program is ever unpickled; how a program ended is told by the process that
waited for it, never by the program.
"""
