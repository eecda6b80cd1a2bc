# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
# ./jtv build: the programs into build/bin, the web page into build/web.
# shellcheck shell=bash

# Again when the presets have changed: CMake looks at them only when it is told a preset's name.
configure() {
  [ ! -f "build/$1/build.ninja" ] || [ ! "build/$1/CMakeCache.txt" -nt CMakePresets.json ] || return 0
  say "configuring the $1 build"
  quietly "configure-$1" cmake --preset "$1" -D CMAKE_CXX_COMPILER_LAUNCHER=ccache
}

# compile PRESET [TARGET]...
compile() {
  local preset=$1 folder=build/$1
  shift
  configure "$preset"
  say "compiling ($preset, $(job_count) at a time)"
  local targets=()
  (($#)) && targets=(--target "$@")
  if [ -t 2 ]; then
    cmake --build "$folder" -j "$(job_count)" "${targets[@]}" >&2 || fail 1 "compiling failed; the reason stands above."
  else
    quietly "compile-$preset" cmake --build "$folder" -j "$(job_count)" "${targets[@]}"
  fi
}

# A word that changes when any file below scheduler/web does.
page_state() {
  find scheduler/web -name node_modules -prune -o -name dist -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

page_is_built() {
  [ "$(cat build/web.state 2>/dev/null)" = "$(page_state)" ] && [ -f build/web/index.html ]
}

page() {
  local state lock
  page_is_built && return 0
  state=$(page_state)
  need web
  mkdir -p build
  lock=$(sha256sum scheduler/web/package-lock.json | cut -d' ' -f1)
  if [ "$(cat scheduler/web/node_modules/.jtv-lock 2>/dev/null)" != "$lock" ]; then
    say "fetching the page's packages as the lock file names them"
    quietly npm-ci npm --prefix scheduler/web ci --no-audit --no-fund
    echo "$lock" >scheduler/web/node_modules/.jtv-lock
  fi
  say "building the web page"
  quietly page npm --prefix scheduler/web run build -- --outDir "$PWD/build/web" --emptyOutDir
  echo "$state" >build/web.state
}

# Everything that `package` and `bench` start from.
programs() {
  need build run
  compile release
  page
}

word_build() {
  (($# == 0)) || fail 2 "./jtv build takes no options in this version; '$1' is not known."
  programs
  say "the programs are in build/bin, the web page is in build/web"
}
