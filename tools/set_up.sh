#!/usr/bin/env bash
# Bring .venv to what a lock file says. Quick when nothing changed; safe to interrupt and repeat.
# Usage: tools/set_up.sh requirements.lock | requirements-dev.lock
set -euo pipefail
cd "$(dirname "$0")/.."

lock=${1:-requirements.lock}
python=.venv/bin/python
stamp=.venv/installed-lock

say() { printf 'set-up: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# A name on PATH may be a shim that runs nothing: only a version that answers counts.
find_python() {
    local name
    for name in ${PYTHON:-python3 python3.11 python3.12 python3.13 python3.14 python}; do
        if is_new_enough "$name"; then
            printf '%s' "$name"
            return
        fi
    done
    return 1
}

# As root, or by a sudo that asks nothing.
apt_install() {
    command -v apt-get >/dev/null || return 1
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        as_root=(sudo -n)
    fi
    say "installing $* with apt-get"
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends)
    "${as_root[@]}" "${install[@]}" "$@" >/dev/null 2>&1 ||
        { "${as_root[@]}" apt-get update -qq >/dev/null 2>&1 &&
            "${as_root[@]}" "${install[@]}" "$@" >/dev/null 2>&1; }
}

# Debian keeps ensurepip in a package of its own, named after the minor version.
create_venv() {
    local found=$1 package
    package=$("$found" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')
    rm -rf .venv
    if "$found" -c 'import ensurepip, venv' 2>/dev/null; then
        "$found" -m venv .venv
    elif command -v uv >/dev/null; then
        uv venv --quiet --seed --python "$found" .venv
    elif "$found" -c 'import virtualenv' 2>/dev/null; then
        "$found" -m virtualenv --quiet .venv
    elif apt_install "$package" || apt_install python3-venv; then
        "$found" -m venv .venv
    else
        fail "Python has no venv module. Install it: apt-get install $package"
    fi
}

is_installed() {
    [ -x "$python" ] && [ -f "$stamp" ] && grep -qF "$(sha256sum <"$1")" "$stamp"
}

install_packages() {
    local found
    if ! is_new_enough "$python" || ! "$python" -m pip --version >/dev/null 2>&1; then
        found=$(find_python) || fail "No Python 3.11 or newer found. Install one, or name it: make PYTHON=/path/to/python"
        say "creating .venv with $("$found" --version)"
        create_venv "$found"
    fi
    say "installing $lock (a minute, the first time)"
    rm -f "$stamp"
    "$python" -m pip install -qq --disable-pip-version-check --no-input --compile -r "$lock"
    sha256sum <"$lock" >"$stamp"
}

# The development lock holds all of the run-time lock, so it serves a run as well.
is_ready() {
    is_installed "$lock" || { [ "$lock" = requirements.lock ] && is_installed requirements-dev.lock; }
}

if ! is_ready; then
    install_packages
    command -v bwrap >/dev/null || apt_install bubblewrap || true
fi
# As pip does with what it installs: else every process compiles all sources anew, for a second,
# wherever PYTHONDONTWRITEBYTECODE is set.
"$python" -m compileall -q -j 0 backend || true
command -v bwrap >/dev/null ||
    say "bubblewrap is missing, so programs cannot be fully isolated. Install it: apt-get install bubblewrap"
