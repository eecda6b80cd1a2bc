#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The measurements: our programs and their peers in turn, medians compared with a bar."""
import argparse
import importlib
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

from measure import BUILD, Failed, Setting

HERE = pathlib.Path(__file__).resolve().parent


def benches():
    """Name → function of a Setting that gives results; each NAME_bench.py beside this file is one measurement."""
    return {path.stem.removesuffix("_bench"): path.stem for path in sorted(HERE.glob("*_bench.py"))}


def first_line(arguments):
    try:
        return subprocess.run(arguments, capture_output=True, text=True, check=False).stdout.splitlines()[0].strip()
    except (FileNotFoundError, IndexError):
        return None


def versions():
    asked = {"jobcenter-tv": [BUILD / "bin/jtv-player", "--version"], "gstreamer": ["gst-launch-1.0", "--version"], "mpv": ["mpv", "--version"],
             "vlc": ["vlc", "-I", "dummy", "--version"], "ffmpeg": ["ffmpeg", "-version"], "chromium": ["chromium", "--version"]}
    found = {name: first_line(arguments) for name, arguments in asked.items()}
    return {**{name: line for name, line in found.items() if line}, "kernel": platform.release()}


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")), platform.machine())
    return {"processor": model, "cores": os.cpu_count(), "load": os.getloadavg()[0]}


def line_of(entry):
    peer = f", {entry['ratio']} times {entry['peer_name']} ({entry['peer']} {entry['unit']})" if entry["peer"] else ""
    return f"{'pass' if entry['pass'] else 'FAIL'}  {entry['bench']}: {entry['figure']}: {entry['ours']} {entry['unit']}{peer}, bar {entry['bar']}"


def main():
    known = benches()
    parser = argparse.ArgumentParser(prog="./jtv bench", description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(known), help="only this one")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write all figures there")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs of each program (3)")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="jtv-bench-"))
    setting = Setting(folder, options.runs)
    began = machine()
    results = []
    try:
        for name in [options.name] if options.name else known:
            for entry in importlib.import_module(known[name]).measure(setting):
                print(line_of(entry), flush=True)
                results.append(entry)
    except Failed as fault:
        print(f"bench: {fault}", file=sys.stderr)
        return 1
    finally:
        setting.close()
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        options.json.write_text(json.dumps({"machine": began, "versions": versions(), "results": results}, indent=2) + "\n", encoding="utf-8")
    return 0 if all(entry["pass"] for entry in results) else 1


if __name__ == "__main__":
    sys.exit(main())
