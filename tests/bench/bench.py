#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The measurements: our programs and their peers in turn, three runs each, medians compared with a bar."""
import argparse
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "content/demo"))
from processes import Failed, VirtualDisplay  # noqa: E402

BUILD = ROOT / "build"
RUNS = 3


def film():
    path = BUILD / "demo-videos" / "termin-online-buchen.mp4"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["/usr/bin/python3", "-B", ROOT / "content/demo/videos/make.py", path.stem, "-o", path], check=True)
    return path


def cpu_seconds(arguments, environment):
    """User and system time of one program and what it starts, in seconds."""
    process = subprocess.Popen([str(word) for word in arguments], env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise Failed(f"{pathlib.Path(arguments[0]).name} ended with status {os.waitstatus_to_exitcode(status)} during a measurement")
    return usage.ru_utime + usage.ru_stime


def player(path, stats):
    return [BUILD / "bin/jtv-player", "play", path, "--kiosk", "--size", "1920x1080", "--stats", stats]


def film_cpu(environment, folder):
    """CPU seconds for a 1080p30 film, against the mere decoding of it."""
    path, stats = film(), folder / "stats.json"
    floor = ["gst-launch-1.0", "-q", "filesrc", f"location={path}", "!", "decodebin", "!", "queue", "!", "fakesink", "sync=true"]
    runs = [(cpu_seconds(player(path, stats), environment), cpu_seconds(floor, environment)) for _ in range(RUNS)]
    return result("film_cpu", "CPU time of one film", runs, "decode floor (GStreamer decodebin to fakesink)", "s", bar=2.0)


def first_picture(environment, folder):
    """Milliseconds from the start of the program to the first picture on the display."""
    stats, runs = folder / "stats.json", []
    for _ in range(RUNS):
        cpu_seconds([*player(film(), stats), "--for", "2s"], environment)
        runs.append((json.loads(stats.read_text(encoding="utf-8"))["first_frame_ms"], None))
    return result("first_picture", "start to first picture", runs, None, "ms", bar=2000)


BENCHES = {"film_cpu": film_cpu, "first_picture": first_picture}


def result(bench, figure, runs, peer_name, unit, bar):
    """With a peer the bar is for the ratio to it, without one for the figure itself."""
    ours = statistics.median(run[0] for run in runs)
    peer = statistics.median(run[1] for run in runs) if peer_name else None
    ratio = ours / peer if peer else None
    return {"bench": bench, "figure": figure, "ours": round(ours, 3), "peer": peer and round(peer, 3), "peer_name": peer_name, "unit": unit,
            "ratio": ratio and round(ratio, 3), "bar": bar, "pass": (ratio if peer else ours) <= bar,
            "runs": [[value and round(value, 3) for value in run] for run in runs]}


def versions():
    ours = subprocess.run([BUILD / "bin/jtv-player", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    gstreamer = subprocess.run(["gst-launch-1.0", "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    return {"jobcenter-tv": ours, "gstreamer": gstreamer, "kernel": platform.release()}


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")), platform.machine())
    return {"processor": model, "cores": os.cpu_count(), "load": os.getloadavg()[0]}


def main():
    parser = argparse.ArgumentParser(prog="./jtv bench", description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(BENCHES), help="only this one")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write all figures there")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="jtv-bench-"))
    display = VirtualDisplay(folder, "1920x1080", folder / "xvfb.log")
    environment = {"DISPLAY": display.display, "SDL_VIDEODRIVER": "x11"}
    try:
        results = [BENCHES[name](environment, folder) for name in ([options.name] if options.name else BENCHES)]
    except Failed as fault:
        print(f"bench: {fault}", file=sys.stderr)
        return 1
    finally:
        display.stop()
        shutil.rmtree(folder, ignore_errors=True)
    for line in results:
        peer = f", {line['ratio']} times the {line['peer_name']} ({line['peer']} {line['unit']})" if line["peer"] else ""
        print(f"{'pass' if line['pass'] else 'FAIL'}  {line['bench']}: {line['ours']} {line['unit']}{peer}, bar {line['bar']}")
    if options.json:
        options.json.write_text(json.dumps({"machine": machine(), "versions": versions(), "results": results}, indent=2) + "\n", encoding="utf-8")
    return 0 if all(line["pass"] for line in results) else 1


if __name__ == "__main__":
    sys.exit(main())
