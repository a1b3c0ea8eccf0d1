#!/bin/sh
# Run the tests under faults N times with different seeds and append what happened to a dated log.
set -eu
cd "$(dirname "$0")/.."

day=$(date -u +%Y-%m-%d)
log=docs/measurements/torture-$day.log
output=$(mktemp)
trap 'rm -f "$output"' EXIT
mkdir -p docs/measurements

note() { printf '%s\n' "$*" | tee -a "$log"; }

commit=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)
[ -z "$(git status --porcelain -- . ':!docs/measurements' 2>/dev/null)" ] || commit="$commit with changes"
machine=$(.venv/bin/python -c '
import os, platform
memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
print(f"{os.cpu_count()} cores, {memory:.0f} GiB memory, {platform.system()} {platform.machine()}, Python {platform.python_version()}")')
note "$(date -u +%Y-%m-%dT%H:%M:%SZ)  commit $commit  $machine"

failed=0
run=1
while [ "$run" -le "${N:-5}" ]; do
    seed=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
    began=$(date +%s)
    result=passed
    .venv/bin/python -m pytest tests/e2e/test_faults.py --randomly-seed="$seed" >"$output" 2>&1 || result=FAILED
    summary=$(grep . "$output" | tail -n 1 | tr -d '=')
    note "run $run  seed $seed  $result  $(($(date +%s) - began)) s  $summary"
    if [ "$result" = FAILED ]; then
        failed=$((failed + 1))
        cat "$output" >&2
    fi
    run=$((run + 1))
done
note "$failed of ${N:-5} runs failed"
[ "$failed" = 0 ]
