"""Rows one after the other."""
