"""The embedded compiler: a best-first chart parser over words linked to the schema.

tokens → link (columns, tables, values, numbers, dates) → chart (grammar) → readings → resolve
(tables, types, keys) → plan. Every word is part of the reading, or the check is declined.
"""
