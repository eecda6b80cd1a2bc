# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""A virtual display that is looked at from outside, and a program that plays on it."""
import json
import os
import subprocess


class ObservedDisplay:
    """Its picture stands in a file, which jtv-observe reads from the first moment until report()."""

    def __init__(self, folder, observe, size):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-fbdir", str(folder), "-screen", "0", f"{size}x24"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()
        self.observer = subprocess.Popen([observe, folder / "Xvfb_screen0"], stdout=subprocess.PIPE, text=True)
        assert self.observer.stdout.readline() == "ready\n"

    def run(self, arguments, environment=None):
        """Runs a program on this display to its end; its exit status and what it said come back."""
        return subprocess.run(
            [str(word) for word in arguments], timeout=120, text=True, capture_output=True, stdin=subprocess.DEVNULL,
            env={**os.environ, **(environment or {}), "DISPLAY": self.name, "SDL_VIDEODRIVER": "x11"})

    def report(self):
        self.observer.terminate()
        return json.loads(self.observer.communicate()[0])

    def close(self):
        if self.observer.poll() is None:
            self.observer.kill()
            self.observer.communicate()
        self.server.terminate()
        self.server.wait()
