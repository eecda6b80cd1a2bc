#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Runs clang-tidy on the files named, and remembers which text was clean, so that only what changed is read again.

Usage: tools/tidy.py BUILD_FOLDER FILE.cpp...   The memory is ~/.cache/jobcenter-tv/tidy; JTV_TIDY_CACHE names another folder.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(os.environ.get("JTV_TIDY_CACHE") or pathlib.Path.home() / ".cache/jobcenter-tv/tidy")


def rules(file):
    """The settings in force for a file: every .clang-tidy from the root down to its folder."""
    folders = [ROOT, *reversed([folder for folder in file.parents if folder != ROOT and ROOT in folder.parents])]
    return b"".join((folder / ".clang-tidy").read_bytes() for folder in folders if (folder / ".clang-tidy").exists())


def digest(file, command, version):
    """Of all that clang-tidy would read: the preprocessed text with its comments, the rules, the version."""
    words = shlex.split(command["command"])
    output = words.index("-o")
    words = words[:output] + words[output + 2:] + ["-E", "-P", "-C", "-w"]
    text = subprocess.run(words, cwd=command["directory"], capture_output=True, check=True).stdout
    text = text.replace(str(ROOT).encode(), b"")
    return hashlib.sha256(version + rules(file) + str(file.relative_to(ROOT)).encode() + text).hexdigest()


def check(build, file, command, version):
    """The messages for one file; empty when it is clean."""
    remembered = CACHE / digest(file, command, version)
    if remembered.exists():
        return "", True
    run = subprocess.run(["clang-tidy", "-p", build, "--quiet", file], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode == 0:
        remembered.touch()
        return "", False
    return run.stdout + (run.stderr if not run.stdout else ""), False


def main():
    build, files = sys.argv[1], [pathlib.Path(name).resolve() for name in sys.argv[2:]]
    commands = {pathlib.Path(entry["file"]): entry for entry in json.loads((pathlib.Path(build) / "compile_commands.json").read_text())}
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    CACHE.mkdir(parents=True, exist_ok=True)
    listed = [file for file in files if file in commands]
    for file in files:
        if file not in commands:
            print(f"{file.relative_to(ROOT)}: not part of the build, not read")
    dirty = known = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, (messages, remembered) in zip(listed, pool.map(lambda file: check(build, file, commands[file], version), listed)):
            known += remembered
            if messages:
                dirty += 1
                print(messages, flush=True)
    print(f"clang-tidy: {len(listed)} files, {known} unchanged since they were clean, {dirty} with findings")
    return 1 if dirty else 0


if __name__ == "__main__":
    sys.exit(main())
