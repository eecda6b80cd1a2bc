# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Packages of another Debian release, without touching this machine's own: apt with a state folder of its own.

The mirror is the one that this machine's apt is configured for; only the suites differ.
"""
import hashlib
import pathlib
import re
import subprocess

KEYRING = pathlib.Path("/usr/share/keyrings/debian-archive-keyring.gpg")


class Unreachable(Exception):
    """What is needed for the guest cannot be had; str() is a sentence with the fix."""


def mirror():
    """The address of Debian's main archive as apt knows it."""
    uris = subprocess.run(["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Label: Debian"],
                          capture_output=True, text=True, check=True).stdout.split()
    if uris:
        return uris[0]
    raise Unreachable("apt knows no Debian archive; add one to /etc/apt/sources.list.d and try again.")


class Archive:
    """Packages of some suites; `folder` keeps apt's lists between runs."""

    def __init__(self, folder, suites):
        self.folder = pathlib.Path(folder)
        self.suites = suites
        for part in ("lists/partial", "archives/partial"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        (self.folder / "status").touch()
        (self.folder / "sources.list").write_text("".join(f"{line}\n" for line in self.lines()), encoding="utf-8")
        options = {"Dir::State": self.folder, "Dir::State::status": self.folder / "status",
                   "Dir::State::lists": self.folder / "lists", "Dir::Cache": self.folder,
                   "Dir::Cache::archives": self.folder / "archives",
                   "Dir::Etc::sourcelist": self.folder / "sources.list",
                   "Dir::Etc::sourceparts": "/dev/null", "Dir::Etc::preferences": "/dev/null",
                   "Dir::Etc::preferencesparts": "/dev/null", "APT::Install-Recommends": "false",
                   "APT::Sandbox::User": "root", "Acquire::Languages": "none", "Debug::NoLocking": "1",
                   "DPkg::Post-Invoke": "", "APT::Update::Post-Invoke": ""}
        self.options = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]

    def lines(self):
        """As sources.list has them; mmdebstrap takes the same."""
        return [f"deb [signed-by={KEYRING}] {mirror()} {suite} main" for suite in self.suites]

    def _apt(self, program, *words, cwd=None):
        result = subprocess.run([program, *self.options, *words], capture_output=True, text=True, check=False, cwd=cwd)
        if result.returncode != 0:
            raise Unreachable(f"{program} {words[0]} failed for {', '.join(self.suites)}; the mirror that apt is "
                              f"configured for must carry them.\n{result.stderr.strip()}")
        return result.stdout

    def update(self):
        self._apt("apt-get", "update", "-q")

    def fetch(self, packages):
        """The same, downloaded; gives the paths."""
        self._apt("apt-get", "install", "-y", "-q", "--download-only", "-t", self.suites[-1], *packages)
        return [self.folder / "archives" / name for name in self.resolve(packages)]

    def resolve(self, packages):
        """The file names of everything that has to be unpacked for these."""
        text = self._apt("apt-get", "install", "-s", "-q", "-t", self.suites[-1], *packages)
        names = []
        for name, version, architecture in re.findall(r"^Inst (\S+) \((\S+) [^)]*\[(\S+)\]\)", text, re.MULTILINE):
            names.append(f"{name}_{version.replace(':', '%3a')}_{architecture}.deb")
        return sorted(names)

    def download(self, folder, *packages):
        """Only these, without what they depend on."""
        folder = pathlib.Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self._apt("apt-get", "download", "-q", *packages, cwd=folder)
        found = []
        for package in packages:
            name = re.split(r"[=/]", package)[0]
            found += sorted(folder.glob(f"{name}_*.deb"))
        return found

    def depends(self, package):
        """Names of what a package depends on directly."""
        text = self._apt("apt-cache", "depends", "--no-recommends", "--no-suggests", package)
        return re.findall(r"Depends: <?([^\s>]+)", text)

    def version(self, package, suite=None):
        """Of the newest in a suite, or in the last one."""
        suite = suite or self.suites[-1]
        for line in self._apt("apt-cache", "madison", package).splitlines():
            fields = [field.strip() for field in line.split("|")]
            if f" {suite}/" in fields[2]:
                return fields[1]
        raise Unreachable(f"{package} is not in {suite}; the mirror that apt is configured for must carry it.")


def key_of(*parts):
    """A short name for what was made from these."""
    return hashlib.sha256("\n".join(str(part) for part in parts).encode()).hexdigest()[:16]
