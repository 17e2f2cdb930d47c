"""Every measurement of this folder, one after the other: ``make bench``."""

from __future__ import annotations

from bench import sandbox

if __name__ == "__main__":
    sandbox.main()
