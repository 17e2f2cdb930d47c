"""What speaks for a program before it is kept: that it means what its rule says.

Rules of this room: what is expected of a program never enters the sandbox where it runs; what
was not looked at, for time or for want of an argument, is told and never counts as proven.
"""
