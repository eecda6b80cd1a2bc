# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""What all measurements share: where things stand, how a run is timed, what a result is."""
import os
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
sys.path.insert(0, str(ROOT / "content/demo"))
from processes import Failed, VirtualDisplay  # noqa: E402,F401

TICKS = os.sysconf("SC_CLK_TCK")


class Setting:
    """Where a measurement runs: a virtual display, a folder for what it writes, the number of runs."""

    def __init__(self, folder, runs):
        self.folder, self.runs = folder, runs
        self.display = VirtualDisplay(folder, "1920x1080", folder / "xvfb.log")
        self.environment = {**os.environ, "DISPLAY": self.display.display, "SDL_VIDEODRIVER": "x11", "WAYLAND_DISPLAY": ""}

    def begin(self, arguments, **more):
        """Starts a program on the display, silent and in a session of its own."""
        more = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **more}
        return subprocess.Popen([str(word) for word in arguments], env=self.environment, start_new_session=True, **more)

    def close(self):
        self.display.stop()


def finish(process, name):
    """Waits for a program; gives the user and system time of it and its children in seconds."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{name} ended with status {process.returncode} during a measurement")
    return usage.ru_utime + usage.ru_stime


def cpu_seconds(setting, arguments):
    return finish(setting.begin(arguments), pathlib.Path(str(arguments[0])).name)


def process_cpu(pid):
    """Seconds of processor time that a running process has used."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def result(bench, figure, runs, *, unit, bar, peer_name=None):
    """`runs`: (ours, peer or None) each. With a peer the bar is for the ratio of the medians, without one for our median."""
    ours = statistics.median(run[0] for run in runs)
    peer = statistics.median(run[1] for run in runs) if peer_name else None
    ratio = ours / peer if peer else None
    return {"bench": bench, "figure": figure, "ours": round(ours, 3), "peer": peer and round(peer, 3), "peer_name": peer_name, "unit": unit,
            "ratio": ratio and round(ratio, 3), "bar": bar, "pass": (ratio if peer else ours) <= bar,
            "runs": [[value and round(value, 3) for value in run] for run in runs]}


def film():
    """The demo's film about booking a date: 25 s of 1080p30."""
    path = BUILD / "demo-videos" / "termin-online-buchen.mp4"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["/usr/bin/python3", "-B", ROOT / "content/demo/videos/make.py", path.stem, "-o", path], check=True)
    return path
