# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The programs the demo starts: each with a log file, each ended in order."""
import os
import re
import signal
import subprocess
import time


class Failed(Exception):
    """A program did not do what the demo needs; the text says where to look."""


class Program:
    def __init__(self, arguments, log, environment=None):
        self.name = os.path.basename(arguments[0])
        self.log = log
        self.file = open(log, "wb")
        self.process = subprocess.Popen([str(word) for word in arguments], stdin=subprocess.DEVNULL, stdout=self.file,
                                        stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})})

    def wait_for(self, pattern, seconds):
        """Waits for a line of its output; gives the match."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            match = re.search(pattern, self.output())
            if match:
                return match
            self.must_run()
            time.sleep(0.02)
        raise Failed(f"{self.name} did not say '{pattern}' within {seconds} s; its output is in {self.log}")

    def output(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read()

    def must_run(self):
        if self.process.poll() is not None:
            lines = self.output().strip().splitlines()
            raise Failed(f"{self.name} ended with status {self.process.returncode}: {lines[-1] if lines else 'it said nothing'}")

    def stop(self, seconds=10):
        """Asks it to end; gives its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Failed(f"{self.name} did not end within {seconds} s of being asked to; its output is in {self.log}") from None
        finally:
            self.file.close()


class VirtualDisplay(Program):
    """An X server without a screen, on a display number of its own choice, its picture in a file under `folder`."""

    def __init__(self, folder, size, log):
        reader, writer = os.pipe()
        os.set_inheritable(writer, True)
        self.name, self.log, self.file = "Xvfb", log, open(log, "wb")
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-fbdir", str(folder), "-noreset", "-nolisten", "tcp"],
            stdin=subprocess.DEVNULL, stdout=self.file, stderr=subprocess.STDOUT, pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise Failed(f"Xvfb did not start; its output is in {log}")
        self.display = f":{number}"
