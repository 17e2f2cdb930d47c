"""Tables that are no files of the data folder: a query, a database file, a Parquet folder.

Rules of this room: sources are only read, and cannot be written by what is asked of them; a secret
stands in the environment and in no message; what could not be read whole is no table.
"""
