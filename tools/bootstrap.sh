#!/bin/sh
# What the Makefile needs from the system, on a machine that has Python 3.11 or newer and make.
#
#   tools/bootstrap.sh install     make .venv with the locked packages and this project
#   tools/bootstrap.sh chromium    have Chromium for the tests that need a browser
#   tools/bootstrap.sh lock        resolve requirements.lock anew
#
# What only root may install is installed when root runs this; anybody else is told the line to run.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

# have_packages REASON PACKAGE...
have_packages() {
    reason=$1
    shift
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        say "$reason On Debian or Ubuntu run this and try again:"
        say "    sudo apt-get update && sudo apt-get install -y $*"
        exit 1
    fi
    say "Installing $* with apt-get (a minute or two) ..."
    log=$(mktemp)
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
        >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        say "apt-get could not install $*: see above, and try again."
        exit 1
    fi
    rm -f "$log"
}

# The first Python that is new enough, or nothing; `python3` comes first, as it is what the user expects.
find_python() {
    for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
    done
}

# make_venv FOLDER
make_venv() {
    if "$1/bin/python" -m pip --version >/dev/null 2>&1; then
        return
    fi
    python=$(find_python)
    if [ -z "$python" ]; then
        have_packages "Python 3.11 or newer is missing." python3 python3-venv
        python=$(find_python)
        [ -n "$python" ] || { say "This system's python3 is too old: install Python 3.11 or newer."; exit 1; }
    fi
    if ! "$python" -c 'import ensurepip' >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        have_packages "Python's venv module is missing." "python$version-venv"
    fi
    say "Making $1 with $("$python" --version) ..."
    "$python" -m venv --clear "$1"
}

pip_install() {
    venv=$1
    shift
    "$venv/bin/python" -m pip install --quiet --no-input --disable-pip-version-check "$@"
}

install_project() {
    make_venv .venv
    say "Installing the locked packages into .venv (1 to 3 minutes the first time) ..."
    pip_install .venv --require-hashes -r requirements.lock
    # The build backend is among them, so nothing unlocked is fetched for the build.
    pip_install .venv --no-deps --no-build-isolation --no-index --editable .
    say "Installed: .venv/bin/limitedtimes"
}

install_chromium() {
    for name in chromium chromium-browser google-chrome; do
        if command -v "$name" >/dev/null; then
            return
        fi
    done
    have_packages "Chromium is missing, which some tests drive." chromium
}

resolve_lock() {
    make_venv build/uv
    say "Resolving requirements.lock ..."
    pip_install build/uv uv
    build/uv/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
        --no-header --quiet --output-file requirements.lock
}

case "${1:-}" in
install) install_project ;;
chromium) install_chromium ;;
lock) resolve_lock ;;
*)
    say "usage: $0 install|chromium|lock"
    exit 2
    ;;
esac
