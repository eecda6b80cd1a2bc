# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
# Installs the Debian packages of tools/packages.txt that are missing, and only those.
# shellcheck shell=bash

debian_release() {
  local id='' release=''
  # shellcheck disable=SC1091
  [ -r /etc/os-release ] && { id=$(. /etc/os-release && echo "${ID:-}") && release=$(. /etc/os-release && echo "${VERSION_ID:-}"); }
  if [ "$id" != debian ] || { [ "$release" != 12 ] && [ "$release" != 13 ]; }; then
    say "this is ${id:-an unknown system} ${release:-}, made for Debian 12 and 13: trying the package names of Debian 13"
    release=13
  fi
  echo "$release"
}

# The package names of some groups on this release; see the head of tools/packages.txt.
packages_of() {
  local release=$1 group name remark groups=" ${*:2} "
  while read -r group name remark; do
    [[ $group == '#'* || -z $group || $groups != *" $group "* ]] && continue
    for word in $remark; do
      case $word in
        "$release="*) name=${word#*=} ;;
        unless=*) command -v "${word#*=}" >/dev/null && name='' ;;
      esac
    done
    [ -z "$name" ] || echo "$name"
  done <tools/packages.txt
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail 1 "packages are missing and neither root nor sudo is at hand; have an administrator run: apt-get install --no-install-recommends ${missing[*]}"
  fi
}

# need GROUP...: afterwards every package of these groups is installed.
need() {
  local -a wanted missing=()
  mapfile -t wanted < <(packages_of "$(debian_release)" "$@")
  ((${#wanted[@]})) || return 0
  local installed name
  # shellcheck disable=SC2016 # the variable is dpkg-query's
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/ installed$//p') || true
  for name in "${wanted[@]}"; do
    grep -qx -- "$name" <<<"$installed" || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300)
  if ! as_root "${apt[@]}" install -y -qq --no-install-recommends "${missing[@]}" </dev/null >&2; then
    say "asking the archive for its present list of packages"
    as_root "${apt[@]}" update -qq </dev/null >&2
    as_root "${apt[@]}" install -y -qq --no-install-recommends "${missing[@]}" </dev/null >&2 ||
      fail 1 "apt-get could not install the packages above; mend what it says and type the same word again."
  fi
  say "packages are installed"
}
