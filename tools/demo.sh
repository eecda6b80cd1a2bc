# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
# ./jtv demo: the programs, then content/demo/demo.py, which starts and fills them.
# shellcheck shell=bash
source tools/build.sh

word_demo() {
  local demo=(/usr/bin/python3 -B content/demo/demo.py "$@")
  need build run demo
  case " $* " in
    *" --help "* | *" -h "*) ;;
    *)
      "${demo[@]}" --check # a mistyped option is told before anything is compiled
      page_is_built || need web
      compile release jtv-scheduler jtv-player jtv-ingest # no more than it starts: the first picture is waited for
      page
      ;;
  esac
  exec "${demo[@]}"
}
