# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
# ./jtv package [--try]: Debian packages of what was built, into build/packages; packaging/README.md explains the folders.
# shellcheck shell=bash
source tools/build.sh

package_version() {
  local base
  base=$(sed -nE 's/^project\(.* VERSION ([0-9.]+).*/\1/p' CMakeLists.txt)
  if git rev-parse --git-dir >/dev/null 2>&1; then
    echo "$base~git$(git rev-list --count HEAD).$(git rev-parse --short=8 HEAD)"
  else
    echo "$base"
  fi
}

# What the programs of a package need from other packages.
library_packages() {
  local tree=$1 work=build/package/shlibs
  local -a programs
  mapfile -t programs < <(find "$PWD/$tree/usr/bin" -type f)
  mkdir -p "$work/debian"
  printf 'Source: jobcenter-tv\n\nPackage: any\nArchitecture: any\n' >"$work/debian/control"
  (cd "$work" && dpkg-shlibdeps -O "${programs[@]}" 2>/dev/null) | sed -n 's/^shlibs:Depends=//p'
}

# The scripts that enable a package's units, also where systemd does not run (an image being made).
unit_scripts() {
  local control=$1
  shift
  cat >"$control/postinst" <<SCRIPT
#!/bin/sh
set -e
[ "\$1" = configure ] || exit 0
if command -v systemd-sysusers >/dev/null; then systemd-sysusers jobcenter-tv-${PACKAGE#jobcenter-tv-}.conf || true; fi
if command -v systemd-tmpfiles >/dev/null; then systemd-tmpfiles --create jobcenter-tv-${PACKAGE#jobcenter-tv-}.conf || true; fi
for unit in $*; do
  deb-systemd-helper unmask "\$unit" >/dev/null || true
  if deb-systemd-helper --quiet was-enabled "\$unit"; then deb-systemd-helper enable "\$unit" >/dev/null || true; fi
done
if [ -d /run/systemd/system ]; then
  systemctl --system daemon-reload || true
  if [ -n "\$2" ]; then deb-systemd-invoke restart $* || true; else deb-systemd-invoke start $* || true; fi
fi
SCRIPT
  cat >"$control/prerm" <<SCRIPT
#!/bin/sh
set -e
if [ "\$1" = remove ] && [ -d /run/systemd/system ]; then deb-systemd-invoke stop $* || true; fi
SCRIPT
  cat >"$control/postrm" <<SCRIPT
#!/bin/sh
set -e
if [ "\$1" = remove ] && command -v deb-systemd-helper >/dev/null; then deb-systemd-helper mask $* >/dev/null || true; fi
if [ "\$1" = purge ] && command -v deb-systemd-helper >/dev/null; then
  deb-systemd-helper purge $* >/dev/null || true
  deb-systemd-helper unmask $* >/dev/null || true
fi
SCRIPT
  chmod 755 "$control"/{postinst,prerm,postrm}
}

# one_package NAME VERSION
one_package() {
  local PACKAGE=$1 version=$2 source=packaging/$1 tree=build/package/$1
  local pattern path
  rm -rf "$tree"
  mkdir -p "$tree/DEBIAN"
  while read -r pattern; do
    for path in build/package/root/$pattern; do
      [ -e "$path" ] || fail 1 "the build did not install $pattern, which packaging/$PACKAGE/files names."
      path=${path#build/package/root/}
      mkdir -p "$tree/$(dirname "$path")"
      cp -a "build/package/root/$path" "$tree/$path"
    done
  done <"$source/files"
  [ ! -d "$source/tree" ] || cp -a "$source/tree/." "$tree/"
  mkdir -p "$tree/usr/share/doc/$PACKAGE"
  { echo "Jobcenter-TV, copyright 2026 The Jobcenter-TV developers."; echo; cat LICENSE; } >"$tree/usr/share/doc/$PACKAGE/copyright"
  find "$tree/usr/bin" -type f -exec strip --strip-unneeded {} +
  if [ -d "$tree/etc" ]; then (cd "$tree" && find etc -type f | sort | sed 's|^|/|') >"$tree/DEBIAN/conffiles"; fi
  sed -e "s|@VERSION@|$version|" -e "s|@ARCH@|$(dpkg --print-architecture)|" -e "s|@SHLIBS@|$(library_packages "$tree")|" "$source/control" >"$tree/DEBIAN/control"
  # shellcheck disable=SC2046 # each unit is a word
  [ ! -f "$source/units" ] || unit_scripts "$tree/DEBIAN" $(cat "$source/units")
  find "$tree" -type d -exec chmod 755 {} +
  quietly "package-$PACKAGE" dpkg-deb --root-owner-group --build "$tree" build/packages
}

# Installs the packages into a fresh root and asks the programs for their version.
try_packages() {
  need try
  local release suite root=build/package/try
  release=$(debian_release)
  suite=$([ "$release" = 12 ] && echo bookworm || echo trixie)
  say "installing the packages into a fresh Debian $release root"
  rm -rf "$root"
  quietly package-try mmdebstrap --variant=minbase --include=systemd,init-system-helpers --customize-hook="copy-in build/packages /" \
    --customize-hook="chroot \"\$1\" sh -c 'apt-get install -y --no-install-recommends /packages/*.deb'" "$suite" "$root"
  local program
  for program in jtv-player jtv-provision jtv-content jtv-scheduler; do
    chroot "$root" "$program" --version || fail 1 "$program does not start in a fresh Debian $release."
  done
  chroot "$root" systemctl is-enabled jtv-player.service jtv-scheduler.service || fail 1 "a unit is not enabled after the packages were installed."
  rm -rf "$root"
}

word_package() {
  if (($# > 1)) || [[ ${1:---try} != --try ]]; then
    fail 2 "./jtv package knows one option, --try."
  fi
  need package
  programs
  rm -rf build/package build/packages
  mkdir -p build/package build/packages
  quietly configure-release cmake --preset release # the units name the installed paths
  say "collecting what belongs into the packages"
  DESTDIR=$PWD/build/package/root quietly install cmake --install build/release --prefix /usr
  local share=build/package/root/usr/share/jobcenter-tv
  mkdir -p "$share/demo"
  cp -r content/demo/slides "$share/demo/"
  [ ! -d build/web ] || cp -r build/web "$share/web"
  local package version
  version=$(package_version)
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
  export SOURCE_DATE_EPOCH
  for package in packaging/*/; do
    package=$(basename "$package")
    say "making $package $version"
    one_package "$package" "$version"
  done
  [ $# = 0 ] || try_packages
  ls build/packages/*.deb
}
