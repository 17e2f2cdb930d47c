"""Tables and artifacts on S3-compatible storage.

Rules of this room: keys come from the environment alone; a table that could not be fetched whole
is in error, and no older copy is judged in its place; what was sent is never deleted there.
"""
