"""What runs on the far side: a warm zygote, one process per data scope, a fork per program.

Rules of this room: it imports the standard library, pandas and itself, nothing else of this
project; no thread is ever started before a fork; a process that holds tables of one data scope
never held those of another.
"""
