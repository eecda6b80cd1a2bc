# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
# ./jtv corpora DIR: are the foreign test files that a maintainer brings the ones tests/data/corpora.tsv names?
# shellcheck shell=bash

word_corpora() {
  (($# == 1)) || fail 2 "name one folder: ./jtv corpora DIR"
  [ -d "$1" ] || fail 2 "there is no folder '$1'; name the one that holds the corpora."
  local folder=$1 file sum other good=0 lost=0 changed=0
  say "comparing $folder with tests/data/corpora.tsv"
  while IFS=$'\t' read -r file _ _ _ sum _; do
    if [ ! -f "$folder/$file" ]; then
      echo "missing: $file"
      lost=$((lost + 1))
      continue
    fi
    other=$(sha256sum <"$folder/$file")
    if [ "${other%% *}" = "$sum" ]; then
      good=$((good + 1))
    else
      echo "differs: $file"
      changed=$((changed + 1))
    fi
  done < <(tail -n +2 tests/data/corpora.tsv)
  echo "$good as listed, $lost missing, $changed different"
  ((lost == 0 && changed == 0))
}
