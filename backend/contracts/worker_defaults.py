"""What a worker is given where the settings say nothing: needed before `Settings` is imported.

Rules of this file: nothing is imported here, and `SandboxSettings` takes its defaults from here.
"""

PROGRAMS = 0
"""One for each core."""
SLOT_MB = 256
START_SECONDS = 60.0
