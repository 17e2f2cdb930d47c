"""Typed meaning: one file per rule kind, and the condition language that they share.

Rules of this room: a kind is pure data with functions beside it; nothing here touches a disk,
reads English, or looks at a table's rows. Adding a kind touches no other file.
"""
