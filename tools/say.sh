# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
# How ./jtv talks: progress lines with the elapsed time on stderr, failures as one plain sentence.
# shellcheck shell=bash

say() { printf '[%4ds] %s\n' "$SECONDS" "$*" >&2; }

fail() {
  local status=$1
  shift
  printf 'jtv: %s\n' "$*" >&2
  exit "$status"
}

# Runs a command with its output in build/log/NAME.log; shows the end of that log when the command fails.
quietly() {
  local name=$1 log=build/log/$1.log
  shift
  mkdir -p build/log
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail 1 "$name failed; the whole output is in $log."
  fi
}

# How many compilers fit: one a core, and 1.5 GiB of memory each.
job_count() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable/ {print int($2 / 1572864)}' /proc/meminfo)
  ((memory >= 1)) || memory=1
  echo $((cores < memory ? cores : memory))
}
