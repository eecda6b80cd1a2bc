# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
# ./jtv test: runs the tiers that are named, or all, and closes with one line of figures.
# shellcheck shell=bash
source tools/build.sh

passed=0 failed=0 skipped=0

# Adds up a JUnit file that ctest wrote, and names the cases that were skipped inside a suite.
count_junit() {
  local file=$1 figures
  figures=$(sed -nE '/<testsuite /,/>/p' "$file" | tr '\n\t' '  ' | sed -nE 's/.* tests="([0-9]+)".* failures="([0-9]+)".* disabled="([0-9]+)".* skipped="([0-9]+)".*/\1 \2 \3 \4/p')
  local tests failures disabled skips inner
  read -r tests failures disabled skips <<<"$figures"
  inner=$(grep -c '^SKIPPED:' "$file" || true)
  passed=$((passed + tests - failures - disabled - skips))
  failed=$((failed + failures))
  skipped=$((skipped + disabled + skips + inner))
  grep '^SKIPPED:' "$file" | sort -u >&2 || true
}

# ctest_tier PRESET LABEL JOBS [REGEX of labels to leave out]
ctest_tier() {
  local preset=$1 label=$2 jobs=$3 without=${4:-}
  local junit=$PWD/build/log/$preset-$label.xml
  mkdir -p build/log
  rm -f "$junit"
  say "running the $label tests ($preset)"
  local arguments=(--preset "$preset" -L "^$label\$" -j "$jobs" --output-junit "$junit" --no-tests=ignore)
  [ -z "$without" ] || arguments+=(-LE "$without")
  ctest "${arguments[@]}" >&2 || true
  if [ -f "$junit" ]; then
    count_junit "$junit"
  else
    failed=$((failed + 1))
    say "ctest wrote no result for the $label tests"
  fi
}

tier_unit() { ctest_tier dev unit "$(nproc)"; }
tier_system() { ctest_tier dev system 1; }

tier_browser() {
  if [ ! -f tests/browser/run.mjs ]; then
    say "there are no browser tests in this tree"
    return 0
  fi
  need build run browser web demo
  compile dev jtv-scheduler jtv-player jtv-ingest # the same programs as the other tests: not another whole build
  page
  say "running the browser tests"
  local log=build/log/browser.log figures status=0
  JTV_BIN=build/dev/bin node tests/browser/run.mjs 2>&1 | tee "$log" >&2 || status=$?
  figures=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$log" | tail -n 1 || true)
  local a=0 b=0 c=0
  if [ -n "$figures" ]; then
    read -r a b c < <(sed -E 's/ (passed|failed|skipped),?//g' <<<"$figures")
  elif [ "$status" = 0 ]; then
    a=1
  fi
  [ "$status" = 0 ] || ((b > 0)) || b=1
  passed=$((passed + a)) failed=$((failed + b)) skipped=$((skipped + c))
}

# The programs of this machine, in a guest of its release; for another release they are compiled in a root of that one.
vm_debian='' # of --debian
tier_vm() {
  local release=${vm_debian:-$(debian_release)} programs
  need build run test vm
  if [ "$release" = "$(debian_release)" ]; then
    compile dev jtv-player jtv-provision jtv-observe-planes
    programs=(--programs build/dev/bin)
  else
    programs=(--workshop "$(packages_of "$release" build configure | paste -sd,)" --jobs "$(job_count)")
  fi
  say "running the VM tests on Debian $release"
  local figures packages a=0 b=1 c=0
  mkdir -p build/log
  packages=$(packages_of "$release" run | grep -E "^(gstreamer|tzdata|fonts-noto-core)" | paste -sd,)
  figures=$(as_root /usr/bin/python3 -B tests/vm/run.py "${programs[@]}" --debian "$release" --packages "$packages" \
    --folder build/vm 2> >(tee build/log/vm.log >&2)) || true
  if [[ $figures =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]]; then
    a=${BASH_REMATCH[1]} b=${BASH_REMATCH[2]} c=${BASH_REMATCH[3]}
  else
    say "the VM tests did not get as far as a result; the reason stands above"
  fi
  passed=$((passed + a)) failed=$((failed + b)) skipped=$((skipped + c))
}

word_test() {
  local tiers=() tier
  while (($#)); do
    case $1 in
      --debian) vm_debian=${2:-nothing} && shift $(($# > 1)) ;;
      --debian=*) vm_debian=${1#*=} ;;
      *) tiers+=("$1") ;;
    esac
    shift
  done
  [[ $vm_debian =~ ^(12|13|)$ ]] || fail 2 "'$vm_debian' is no release for the VM tests; write --debian 12 or --debian 13."
  ((${#tiers[@]})) || tiers=(unit system browser vm)
  for tier in "${tiers[@]}"; do
    case $tier in
      unit | system | browser | vm) ;;
      *) fail 2 "'$tier' is not a tier of tests; the tiers are unit, system, browser and vm." ;;
    esac
  done
  if [[ " ${tiers[*]} " == *" unit "* || " ${tiers[*]} " == *" system "* ]]; then
    need build run demo test
    compile dev
  fi
  for tier in "${tiers[@]}"; do
    "tier_$tier"
  done
  test_summary
}

# The closing line; the status of the whole run.
test_summary() {
  say "tests are done"
  echo "$passed passed, $failed failed, $skipped skipped"
  ((failed == 0 && passed > 0))
}
