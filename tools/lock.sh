#!/usr/bin/env bash
# Resolve requirements*.txt anew into requirements*.lock: newest versions that fit, for Python 3.11+.
set -euo pipefail
cd "$(dirname "$0")/.."

resolve() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
        --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' "$@"
}

# The development lock first; the run-time lock is the part of it that a run needs.
resolve requirements-dev.txt --output-file requirements-dev.lock
resolve requirements.txt --constraint requirements-dev.lock --no-annotate \
    --output-file requirements.lock
