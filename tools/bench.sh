# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
# ./jtv bench [NAME] [--json FILE]: the measurements of tests/bench.
# shellcheck shell=bash
source tools/build.sh

word_bench() {
  case " $* " in *" --help "* | *" -h "*) exec /usr/bin/python3 -B tests/bench/bench.py "$@" ;; esac
  need build run demo bench
  programs
  compile release bench_tools
  exec /usr/bin/python3 -B tests/bench/bench.py "$@"
}
